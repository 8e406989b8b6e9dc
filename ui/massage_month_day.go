package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// fillDay shows what is on the chosen day, and what can be done about it.
func (c *calendarCard) fillDay() {
	switch {
	case c.shown.failed, !c.chosen.IsZero() && !c.shown.knows(c.chosen): // a moment later it is read
		c.day.Objects = nil
		return
	case c.chosen.IsZero():
		c.day.Objects = []fyne.CanvasObject{widgets.NewParagraph(catalog.L("Choose a day to see what is on it."), 13.5, widgets.Regular, widgets.ColorInk2)}
		return
	}
	day, w := c.chosen, c.s.w
	title := c.dayName(day)
	if day.Equal(c.today) {
		title = catalog.L("Today, {{.Date}}", catalog.D{"Date": title})
	}
	box := []fyne.CanvasObject{widgets.NewParagraph(title, 15, widgets.SemiBold, widgets.ColorInk)}
	row := func(o fyne.CanvasObject) {
		if len(box) > 1 {
			box = append(box, widgets.NewLine())
		}
		box = append(box, o)
	}
	visits := c.visitsOn(day)
	here := map[string]bool{} // appointments whose visit stands here
	for _, v := range visits {
		here[v.Appointment] = true
	}
	for _, o := range c.on(day) {
		if !here[o.Ref()] {
			row(c.bookedRow(o, false))
		}
	}
	for _, v := range visits {
		row(c.visitRow(v))
	}
	if due := c.s.due; !due.IsZero() && dateOn(due).Equal(day) {
		row(widgets.NewParagraph(catalog.L("By your rhythm the next massage is due about now."), 13.5, widgets.Regular, widgets.ColorInk))
	}
	if len(box) == 1 {
		box = append(box, widgets.NewParagraph(catalog.L("Nothing on this day."), 13.5, widgets.Regular, widgets.ColorInk2))
	}
	if !day.Before(c.today) { // what is past is logged instead
		book := widgets.NewButton(catalog.L("New appointment on this day"), widgets.Quiet, func() {
			w.OpenAt(Booking, partNewOn+day.Format(time.DateOnly))
		})
		book.Small = true
		box = append(box, widgets.NewPad(4, 0, 0, 0, widgets.NewWrap(0, 0, book)))
	}
	c.day.Objects = box
}
