package ui

import (
	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/ui/widgets"
)

func newStretch(w *Window) screen {
	s := &placeScreen{w: w, id: reminders.Stretch, open: newPromptCards(w, nil, reminders.Stretch)}
	s.next = widgets.NewParagraph("", 16.5, widgets.SemiBold, widgets.ColorInk)
	s.p = w.placePage(catalog.L("Stretch"), catalog.L("Three minutes away from the screen, now or when the reminder comes."),
		s.open.box, w.nextCard(catalog.L("Next stretch"), s.next),
		w.tipsCard(catalog.L("Three minutes, right now"), content.MicroBreak, 4),
		laterCard(widgets.IconStretch, catalog.L("Still to come here"),
			catalog.L("Guided routines with a moving figure, a countdown and spoken cues. Until then, stand up, move gently, and stop at anything that hurts.")))
	return s
}
