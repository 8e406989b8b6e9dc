package ui

import (
	"github.com/unhunch/unhunch/ui/widgets"
)

func newRelief(w *Window) screen {
	return w.comingSoon("Heat & cold", widgets.IconRelief, "Timers for heat and cold, made safe",
		"This will be the place for timed heat and cold packs: a skin check half way, a limit on how long, and a clear no where it could harm you. It is not built yet.",
		"What you can do today: log how your back feels. When the timers arrive, your journal can show whether they help you.")
}
