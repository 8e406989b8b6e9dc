package ui

import (
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/ui/widgets"
)

func newPosture(w *Window) screen {
	s := &placeScreen{w: w, id: reminders.Posture, open: newPromptCards(w, nil, reminders.Posture)}
	s.next = widgets.NewParagraph("", 16.5, widgets.SemiBold, widgets.ColorInk)
	s.p = w.placePage("Posture", "Small checks, often, rather than one perfect position.",
		s.open.box, w.nextCard("Next posture check", s.next),
		w.tipsCard("How to sit", content.Sitting, 4),
		laterCard(widgets.IconPosture, "Still to come here",
			"A look at your desk, step by step, and every posture tip with pictures. Until then a posture check brings one tip at a time, and Today shows the tip of the day."))
	return s
}
