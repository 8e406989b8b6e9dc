package ui

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/ui/widgets"
)

// clashesShown is how many clashes are told one by one.
const clashesShown = 3

// judge says the day in words, and what goes together badly with what is typed.
// Neither keeps anybody from saving it.
func (f *bookingForm) judge() {
	w := f.s.w
	words := ""
	if day, err := f.dayTyped(); err == nil {
		words = w.dates.full(timeOf(day))
		switch n := int((day - calendar.WallAt(w.now()).Midnight()) / oneDay); {
		case n == 0, n == 1:
			words = catalog.L("{{.Date}}, {{.Day}}", catalog.D{"Date": words, "Day": w.dates.day(w.now().AddDate(0, 0, n), w.now())})
		case n < 0:
			words = catalog.L("{{.Date}}, which is past", catalog.D{"Date": words})
		case n > 1:
			words = catalog.N("{{.Date}}, in {{.Count}} day", "{{.Date}}, in {{.Count}} days", n, catalog.D{"Date": words})
		}
	}
	if words == "" {
		words = "\u00a0" // what stands below stays where it is while one types
	}
	moved := words != f.said.Content
	f.said.SetText(words)
	f.showDay()
	d, wrong := f.read()
	var boxes []fyne.CanvasObject
	if len(wrong) == 0 {
		if there := f.otherClock(d); there != "" {
			boxes = append(boxes, widgets.NewParagraph(there, 13.5, widgets.Regular, widgets.ColorInk2))
		}
		if c := f.clashCard(f.clashes(d)); c != nil {
			boxes = append(boxes, c)
		}
	}
	moved = moved || len(boxes)+len(f.badly.Objects) > 0
	f.badly.Objects = boxes
	setVisible(f.badly, len(boxes) > 0)
	if moved {
		f.s.p.Reflow()
	}
}

// showDay brings the month to the day that is typed.
func (f *bookingForm) showDay() {
	day := time.Time{}
	if w, err := f.dayTyped(); err == nil {
		day = timeOf(w)
	}
	switch {
	case day.Equal(f.chosen):
	case day.IsZero():
		f.chosen = day
		f.grid.Choose(day)
	default:
		f.chosen = day
		f.grid.Choose(day)
		f.grid.SetDay(day)
	}
}

// otherClock says what this machine's clock shows then; empty where it is the
// same.
func (f *bookingForm) otherClock(d calendar.Details) string {
	zone, err := time.LoadLocation(d.Zone)
	if err != nil || d.AllDay {
		return ""
	}
	here := d.Start.In(zone).In(f.s.w.homeZone())
	if calendar.WallAt(here) == d.Start {
		return ""
	}
	return catalog.L("By the clock of this computer: {{.Day}}, {{.Time}}.", catalog.D{"Day": f.s.w.dates.long(here), "Time": clock(here)})
}

// clashes are those with other appointments and with visits.
func (f *bookingForm) clashes(d calendar.Details) []calendar.Clash {
	now := f.s.w.now()
	parts, err := f.parts(d)
	if err != nil {
		return nil
	}
	mine := parts[len(parts)-1]
	others := slices.DeleteFunc(slices.Clone(f.all), func(a Booked) bool { return f.ref != "" && a.UID == f.a.UID })
	others = append(others, parts[:len(parts)-1]...)
	if f.alone() {
		rest, err := f.a.CallOff(f.at, calendar.One, "")
		if err != nil {
			return nil
		}
		others = append(others, rest...)
		mine = fresh(d)
		mine.UID, mine.Rule, mine.AllDay = draftUID, "", d.AllDay
	}
	for _, v := range f.known.recent(now) {
		if _, _, booked := bookedAs(f.all, v.Appointment, now); booked && v.Appointment != "" {
			continue
		}
		others = append(others, Booked{
			UID: "visit:" + v.ID, Title: f.typeName(v.Type), Start: calendar.WallAt(v.At.In(f.s.w.homeZone())), Zone: f.s.w.homeZone().String(),
			Length: max(v.Length, calendar.MinLength), Status: calendar.Done,
		})
	}
	gap := calendar.Gap{}
	if m := f.known.library; m != nil {
		gap = calendar.Gap{Days: m.Frequency.MinGapDays, Reason: m.Frequency.Basis}
	}
	begins, _, err := mine.Span()
	if err != nil {
		return nil
	}
	if begins.Before(now) {
		begins = now
	}
	return calendar.Clashes(mine, others, gap, begins.Add(-24*time.Hour), begins.AddDate(1, 0, 0))
}

// clashCard tells of clashes; it is nil where there are none.
func (f *bookingForm) clashCard(all []calendar.Clash) fyne.CanvasObject {
	if len(all) == 0 {
		return nil
	}
	slices.SortStableFunc(all, func(a, b calendar.Clash) int { return a.At.Start.Compare(b.At.Start) })
	box := widgets.NewColumn(6)
	soon := false
	for i, c := range all {
		soon = soon || c.TooSoon
		if i < clashesShown {
			box.Add(widgets.NewParagraph(f.clashWords(c), 14, widgets.Medium, widgets.ColorAmberText))
		}
	}
	if more := len(all) - clashesShown; more > 0 {
		box.Add(widgets.NewParagraph(catalog.N("And {{.Count}} more like this.", "And {{.Count}} more like these.", more), 14, widgets.Regular, widgets.ColorInk))
	}
	if m := f.known.library; soon && m != nil {
		q := m.Frequency
		text := catalog.N("Leave {{.Count}} day between two massages.", "Leave {{.Count}} days between two massages.", q.MinGapDays)
		if slices.Contains(q.Ours, "min_gap_days") {
			text += " " + catalog.L("That number is our own choice.")
		}
		box.Add(widgets.NewParagraph(text, 13.5, widgets.Regular, widgets.ColorInk))
		box.Add(widgets.NewParagraph(q.Basis, 13, widgets.Regular, widgets.ColorInk2))
		for _, l := range f.s.w.sourceLinks(q.Sources) {
			box.Add(l)
		}
	}
	box.Add(widgets.NewParagraph(catalog.L("You can save it all the same."), 13, widgets.Regular, widgets.ColorInk2))
	c := widgets.NewTintedCard(widgets.ColorAmberSoft, box)
	c.Padding = 14
	return c
}

// clashWords says one clash.
func (f *bookingForm) clashWords(c calendar.Clash) string {
	w := f.s.w
	d := catalog.D{"Other": f.known.called(c.With), "When": w.occurrenceWhen(c.With)}
	var text string
	switch {
	case !c.TooSoon:
		text = catalog.L("At the same time as {{.Other}}: {{.When}}.", d)
	case c.Gap == 0:
		text = catalog.L("On the same day as {{.Other}}: {{.When}}.", d)
	case c.With.Start.Before(c.At.Start):
		text = catalog.N("Only {{.Count}} day after {{.Other}}: {{.When}}.", "Only {{.Count}} days after {{.Other}}: {{.When}}.", c.Gap, d)
	default:
		text = catalog.N("Only {{.Count}} day before {{.Other}}: {{.When}}.", "Only {{.Count}} days before {{.Other}}: {{.When}}.", c.Gap, d)
	}
	if c.At.Repeats {
		return strings.TrimSpace(catalog.L("{{.Day}}: {{.What}}", catalog.D{"Day": sentence(w.dates.day(c.At.Start.In(w.now().Location()), w.now())), "What": text}))
	}
	return text
}
