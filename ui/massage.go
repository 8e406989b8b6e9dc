package ui

import (
	"github.com/unhunch/unhunch/ui/widgets"
)

func newMassage(w *Window) screen {
	return w.comingSoon("Massage", widgets.IconMassage, "Appointments, visits, and what they did",
		"This will keep your massage appointments, help you prepare, and ask how it was: right after, a day and three days later. It is not built yet.",
		"What you can do today: log your pain before and after a visit. The entries stay in your journal and will line up with your visits later.")
}
