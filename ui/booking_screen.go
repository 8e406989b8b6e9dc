package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/ui/widgets"
)

// bookingScreen is where an appointment is made, moved, changed or called off.
// Its part is new, new:2026-12-03 for that day, after:ID of the visit it is the next one after, or the name
// of an occurrence: a uid, of a series as uid@2026-11-26T17:30.
type bookingScreen struct{ formScreen }

const (
	partAfter = "after:"
	partNewOn = partNew + ":"
)

func newBookingScreen(w *Window) screen {
	s := &bookingScreen{}
	s.formScreen.init(w, Booking, partNew, func(part string) form {
		f := newBookingForm(&s.formScreen, part)
		f.load()
		return f
	}, func() fyne.CanvasObject { return w.noAppointment() })
	return s
}

// noAppointment is shown where there is none of that name.
func (w *Window) noAppointment() fyne.CanvasObject {
	massage := widgets.NewButton(catalog.L("Massage"), widgets.Primary, func() { w.Open(Massage) })
	return widgets.NewColumn(20, w.subHead(catalog.L("Appointment"), ""),
		emptyCard(widgets.IconMassage, catalog.L("There is no such appointment"), catalog.L("It may have been deleted, or changed elsewhere."), "", massage))
}

// homeZone is the time zone of this machine, by the name others know it by.
func (w *Window) homeZone() *time.Location {
	if w.Zone != nil {
		return w.Zone
	}
	now := w.now()
	if z, err := time.LoadLocation(calendar.ZoneName(now.Location(), now)); err == nil {
		return z
	}
	return time.UTC
}

// bookedAs finds the appointment that an occurrence's name names, and which
// occurrence of it: of a series by its uid alone the next one.
func bookedAs(all []Booked, ref string, now time.Time) (a Booked, at calendar.Wall, ok bool) {
	for _, a := range all {
		if a.UID == ref {
			if !a.Repeats() {
				return a, a.Start, true
			}
			next := a.Occurrences(now, now.Add(bookedOver))
			if len(next) == 0 {
				return a, a.Start, true
			}
			return a, next[0].At, true
		}
		if rest, named := strings.CutPrefix(ref, a.UID+"@"); named {
			at, err := calendar.ParseWall(strings.Replace(rest, "T", " ", 1))
			if _, there := a.Occurrence(at); err == nil && there {
				return a, at, true
			}
		}
	}
	return a, at, false
}
