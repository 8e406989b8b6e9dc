package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/ui/widgets"
)

// nextStretch is the card with the ring.
type nextStretch struct {
	w    *Window
	card *widgets.Card
	ring *widgets.Ring
	note *widgets.Text
}

func newNextStretch(w *Window) *nextStretch {
	n := &nextStretch{
		w:    w,
		ring: widgets.NewRing(158, 13, 34),
		note: widgets.NewParagraph("", 13, widgets.Regular, widgets.ColorInk2),
	}
	n.note.Align = fyne.TextAlignCenter
	n.card = widgets.NewCard(widgets.NewColumn(12, widgets.NewCardTitle(catalog.L("Next stretch")), centred(n.ring), n.note))
	n.noted()
	return n
}

func (n *nextStretch) changed() {
	n.ring.Set(n.w.stretchRing())
	n.noted()
}

// noted says what a break is.
func (n *nextStretch) noted() {
	n.note.SetText(catalog.L("Away {{.Length}} or more counts as a break", catalog.D{"Length": catalog.Length(n.w.Prefs.Current().AwayAfter)}))
}

// reminder is what the agent says of a reminder.
func (w *Window) reminder(id reminders.ID) (control.Reminder, bool) {
	for _, r := range w.status.Reminders {
		if r.ID == string(id) {
			return r, true
		}
	}
	return control.Reminder{}, false
}

// stretchRing is what the ring shows: how full it is, the big text and the
// small one.
func (w *Window) stretchRing() (part float64, big, small string) {
	r, ok := w.reminder(reminders.Stretch)
	switch {
	case !w.live() && w.down == "":
		return 0, "–", catalog.L("one moment")
	case !w.live():
		return 0, "–", catalog.L("not running")
	case !ok || !r.Enabled || r.Every == nil:
		return 0, catalog.L("Off"), catalog.L("see Settings")
	case w.open(reminders.Stretch):
		return 1, catalog.L("Now"), catalog.L("time to stretch")
	}
	s, now := w.status, w.now()
	every := r.Every.Duration()
	var sat time.Duration
	if r.Sitting != nil {
		sat = r.Sitting.Duration()
	}
	if w.counting() {
		sat += max(now.Sub(s.Now), 0)
	}
	sat = min(sat, every)
	part = float64(sat) / float64(max(every, 1))
	left := every - sat
	small = catalog.L("{{.Minutes}} of {{.Length}} sitting", catalog.D{"Minutes": int(sat / time.Minute), "Length": often(every)})
	switch {
	case s.Paused:
		return part, countdown(left), catalog.L("paused")
	case !s.InHours:
		return 0, "–", catalog.L("outside working hours")
	case r.SnoozedUntil != nil:
		return part, countdown(r.SnoozedUntil.Sub(now)), catalog.L("snoozed until {{.Time}}", catalog.D{"Time": clock(r.SnoozedUntil.In(now.Location()))})
	case r.Waiting && len(s.Busy) > 0:
		return 1, catalog.L("Soon"), catalog.L("when you are free")
	case r.Waiting:
		return 1, catalog.L("Soon"), catalog.L("in a minute")
	case w.counting() && r.Next != nil:
		left = r.Next.Sub(now)
	}
	return part, countdown(left), small
}
