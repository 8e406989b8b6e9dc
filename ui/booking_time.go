package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/ui/widgets"
)

// longestAppointment is how far the length can be stepped, in minutes.
const longestAppointment = int(calendar.MaxLength / time.Minute)

// dateField is the day, as a text and in a month with what is booked.
func (f *bookingForm) dateField() *formField {
	w := f.s.w
	f.said = widgets.NewParagraph("", 13.5, widgets.Medium, widgets.ColorInk2)
	f.day = textField(catalog.L("Day"), f.draft.day, func(s string) {
		f.draft.day = s
		f.edited("date", "time")
	})
	first := w.now()
	f.grid = widgets.NewMonthGrid(first, widgets.MonthOptions{
		WeekStart: w.dates.week, Today: w.now, Marks: f.marks,
		OnDay:   func(day time.Time) { f.day.SetText(day.Format(time.DateOnly)) },
		DayName: w.dates.full,
	})
	help := catalog.L("As 2026-11-26 or 26.11.2026.")
	if w.dates.monthFirst {
		help = catalog.L("As 2026-11-26 or 11/26/2026.")
	}
	return newFormField(catalog.L("Day"), help, f.day, f.day)
}

// dayTyped is the day that stands in the field.
func (f *bookingForm) dayTyped() (calendar.Wall, error) {
	return parseDay(f.draft.day, f.s.w.dates.monthFirst, f.s.w.now().In(f.zoneTyped()))
}

// zoneTyped is the zone that stands in its field, this machine's where it is
// none.
func (f *bookingForm) zoneTyped() *time.Location {
	if z, err := time.LoadLocation(f.draft.zone); err == nil && f.draft.zone != "" {
		return z
	}
	return f.s.w.homeZone()
}

// marks is what is booked on a day.
func (f *bookingForm) marks(day time.Time) []widgets.Mark {
	y := day.Year()
	if f.booked[y] == nil {
		f.booked[y] = map[time.Time][]widgets.Mark{}
		here := f.s.w.now().Location()
		for _, o := range calendar.Expand(f.all, time.Date(y, 1, 1, 0, 0, 0, 0, here), time.Date(y+1, 1, 1, 0, 0, 0, 0, here)) {
			if o.Status == calendar.Cancelled || o.Status == calendar.Missed {
				continue
			}
			start, text := o.Start.In(here), f.known.called(o)
			if o.AllDay {
				start = o.Start
			} else {
				text = clock(start) + " " + text
			}
			on := time.Date(start.Year(), start.Month(), start.Day(), 0, 0, 0, 0, time.UTC)
			f.booked[y][on] = append(f.booked[y][on], widgets.Mark{Tone: widgets.Accent, Text: text})
		}
	}
	return f.booked[y][day]
}

// called is what an appointment is called: by its title, or its type.
func (m massages) called(o calendar.Occurrence) string {
	if o.Title == "" || o.Title == o.Type {
		return massageType(m.library, o.Type)
	}
	return o.Title
}

func (f *bookingForm) timeField() *formField {
	help := catalog.L("As 17:30 or 5:30 pm.")
	if f.was.AllDay {
		help = catalog.L("It takes the whole day. Give a time if it has one.")
	}
	e := textField(catalog.L("Time"), f.draft.clock, func(s string) { f.draft.clock = s; f.edited("time") })
	return newFormField(catalog.L("Time"), help, e, e)
}

func (f *bookingForm) lengthField() *formField {
	f.length = widgets.NewStepper(catalog.L("Length in minutes"), f.draft.minutes, int(calendar.MinLength/time.Minute), longestAppointment, func(n int) {
		f.draft.minutes, f.timed = n, true
		f.edited("length")
	})
	f.length.By = 5
	return newFormField(catalog.L("Minutes"), "", widgets.NewWrap(0, 0, f.length), f.length)
}

func (f *bookingForm) zoneField() *formField {
	e := textField(catalog.L("Time zone"), f.draft.zone, func(s string) { f.draft.zone = s; f.edited("zone", "time") })
	e.SetPlaceHolder(f.s.w.homeZone().String())
	return newFormField(catalog.L("Time zone of the place"), catalog.L("Such as Europe/Berlin or America/New_York."), e, e)
}

// elsewhere is the time zone, which is shown where it is not this machine's or
// the person asks for it.
func (f *bookingForm) elsewhere() fyne.CanvasObject {
	zone := f.fields["zone"]
	ask := widgets.NewButton(catalog.L("In another time zone"), widgets.Plain, func() {
		f.zoned = true
		f.show()
		if e, ok := zone.focus.(*widgets.Entry); ok {
			f.s.w.focusAll(e)
		}
	})
	ask.Small = true
	f.ask = widgets.NewPad(22, 0, 0, -ask.Inset(), widgets.NewWrap(0, 0, ask)) // level with what stands beside it
	f.zoned = f.apart()
	return widgets.NewColumn(0, f.ask, zone.box)
}

// apart tells whether clocks of the typed zone and of this machine differ then.
func (f *bookingForm) apart() bool {
	day, err := f.dayTyped()
	if err != nil {
		day = f.was.Start
	}
	t := day.In(f.zoneTyped())
	_, there := t.Zone()
	_, here := t.In(f.s.w.homeZone()).Zone()
	return there != here
}

// full is "Thursday, 26 November 2026".
func (d dates) full(t time.Time) string {
	return catalog.L("{{.Date}} {{.Year}}", catalog.D{"Date": d.long(t), "Year": t.Year()})
}
