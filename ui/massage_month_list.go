package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/ui/widgets"
)

// listStep is how many appointments the list shows at once.
const listStep = 15

// listWeeks is for how long what was not logged stays in the list.
const listWeeks = 4 * 7 * 24 * time.Hour

// farAhead is how many years ahead the list looks at most.
const farAhead = 16

// listGet reads the appointments of the last weeks and enough of those to come
// to fill the list: as far ahead as there are more than it shows.
func listGet(from Calendar, now time.Time, limit int) func() (agenda, error) {
	return func() (agenda, error) {
		begin := now.Add(-listWeeks)
		for years := 1; ; years *= 2 {
			over := now.AddDate(years, 0, 0)
			booked, err := from.AppointmentsBetween(begin, over)
			if err != nil {
				return agenda{}, err
			}
			a := agendaOf(booked, begin, over)
			ahead := 0
			for _, o := range a.all {
				if o.End.After(now) {
					ahead++
				}
			}
			if ahead > limit || years >= farAhead {
				return a, nil
			}
		}
	}
}

// fillList shows those that were not logged yet, then those to come by months.
func (c *calendarCard) fillList() {
	now := c.s.w.now()
	var open, ahead []calendar.Occurrence
	told := map[string]bool{} // of a series that is off as a whole, one is enough
	for _, o := range c.shown.all {
		switch st := c.stateOf(o); {
		case c.shown.whole[o.UID] && o.End.After(now):
			if !told[o.UID] {
				told[o.UID] = true
				ahead = append(ahead, o)
			}
		case st == stateOpen:
			open = append(open, o)
		case o.End.After(now):
			ahead = append(ahead, o)
		}
	}
	var box []fyne.CanvasObject
	group := func(title string) {
		top := float32(0)
		if len(box) > 0 {
			top = 8
		}
		box = append(box, widgets.NewPad(top, 0, 0, 0, widgets.NewCardTitle(title)))
	}
	if len(open) > 0 {
		group(catalog.L("Over, and not logged yet"))
		for i, o := range slices.Backward(open) { // the latest is remembered best
			if i < len(open)-1 {
				box = append(box, widgets.NewLine())
			}
			box = append(box, c.bookedRow(o, true))
		}
	}
	more := len(ahead) > c.limit
	month := ""
	for _, o := range ahead[:min(len(ahead), c.limit)] {
		at := o.Start
		if !o.AllDay {
			at = at.In(now.Location())
		}
		if m := monthTitle(at); m != month {
			month = m
			group(m)
		} else {
			box = append(box, widgets.NewLine())
		}
		box = append(box, c.bookedRow(o, true))
	}
	if len(ahead) == 0 {
		box = append(box, widgets.NewParagraph(catalog.L("Nothing is booked. Make an appointment, or take a calendar file in."), 13.5, widgets.Regular, widgets.ColorInk2))
	}
	if more {
		show := widgets.NewButton(catalog.L("Show more"), widgets.Quiet, c.showMore)
		box = append(box, widgets.NewWrap(0, 0, show))
	}
	c.list.Objects = box
}

// showMore shows more of the list; the keys go on at the first that is new.
func (c *calendarCard) showMore() {
	c.rows.after = c.rows.order[len(c.rows.order)-1]
	c.limit += listStep
	c.load(false)
}

// monthTitle is "November 2026".
func monthTitle(t time.Time) string {
	return sentence(catalog.L("{{.Month}} {{.Year}}", catalog.D{"Month": catalog.Month(t.Month()), "Year": t.Year()}))
}
