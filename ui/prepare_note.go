package ui

import (
	"bytes"
	"fmt"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/sheet"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/massage"
	"github.com/unhunch/unhunch/ui/widgets"
)

// noteCard is what to tell the therapist: to read, to hold out, to print.
type noteCard struct {
	s     *prepareScreen
	card  *widgets.Card
	firm  *oneOf
	show  *widgets.Button
	print *widgets.Button
	text  *rowList
	note  massage.Note
	large bool    // it fills the window
	down  float32 // how far the page was scrolled down before that
}

func newNoteCard(s *prepareScreen) *noteCard {
	c := &noteCard{s: s, text: newRowList()}
	var words []string
	for n := diary.MinPressure; n <= diary.MaxPressure; n++ {
		words = append(words, catalog.L("{{.Number}}, {{.Word}}", catalog.D{"Number": n, "Word": pressureWord(n)}))
	}
	c.firm = newOneOf(false, s.recount, words...)
	c.show = widgets.NewButton(catalog.L("Show large"), widgets.Quiet, c.grow)
	c.show.Hint = catalog.L("Show large, to hold the screen out")
	c.print = widgets.NewButton(catalog.L("Print"), widgets.Quiet, c.printIt)
	c.print.Hint = catalog.L("Print what to tell your therapist")
	c.print.Hidden = s.w.Print == nil
	pressure := newFormField(catalog.L("Pressure you wish"), catalog.L("With none chosen it is what your last visit came to, if there was one."), c.firm.box(), c.firm.chips[0])
	c.card = widgets.NewCard(widgets.NewColumn(14,
		widgets.NewRow(widgets.Row{Gap: 12, Below: 420, Tracks: []widgets.Track{{Grow: 1}}},
			widgets.NewColumn(2, sectionTitle(catalog.L("Tell your therapist")), aside(catalog.L("Made of what you told here. It names nobody."))),
			widgets.NewColumn(0, widgets.NewWrap(8, 8, c.show, c.print))),
		pressure.box, c.text.box))
	return c
}

// update writes the note anew.
func (c *noteCard) update() {
	s := c.s
	f := massage.Facing{Profile: s.w.about.profile, Checklist: s.list, Pains: s.known.pains, Visits: s.known.visits}
	if c.firm.chosen >= 0 {
		f.Pressure = diary.MinPressure + c.firm.chosen
	}
	note, err := massage.Tell(s.w.library(), f, s.w.now())
	c.note = note
	for _, b := range []*widgets.Button{c.show, c.print} {
		if err != nil {
			b.Disable()
		} else {
			b.Enable()
		}
	}
	s.refill(c.text, fmt.Sprint(note, err), func() fyne.CanvasObject {
		if err != nil {
			return said(catalog.L("The note cannot be written: {{.Problem}}", catalog.D{"Problem": err}))
		}
		paper := widgets.NewTintedCard(widgets.ColorBackground, noteText(note, 15, 14.5, 14))
		paper.Padding = 18
		return paper
	})
}

// noteText is the note with its headings and lines in some sizes, and a gap
// between two parts.
func noteText(n massage.Note, heading, line, gap float32) fyne.CanvasObject {
	box := widgets.NewColumn(gap)
	for _, p := range n.Parts {
		part := widgets.NewColumn(gap/3, widgets.NewParagraph(p.Heading, heading, widgets.SemiBold, widgets.ColorInk))
		for _, l := range p.Lines {
			dot := widgets.NewPad(line*0.71-4.5, 0, 0, 0, widgets.NewDot(widgets.Accent)) // in the middle of the first line
			part.Add(widgets.NewRow(widgets.Row{Gap: line * 0.75, Tracks: []widgets.Track{{Fixed: 9}, {Grow: 1}}},
				widgets.NewColumn(0, dot), widgets.NewParagraph(l, line, widgets.Regular, widgets.ColorInk)))
		}
		box.Add(part)
	}
	return widgets.NewMeasure(readable*line/14.5, box)
}

// grow shows the note alone and large, to hold the screen out.
func (c *noteCard) grow() {
	s := c.s
	if c.large {
		return
	}
	c.large, c.down = true, s.p.Down()
	back := widgets.NewButton(catalog.L("Back"), widgets.Quiet, c.shrink)
	back.Hint = catalog.L("Back, Esc")
	s.box.Objects = []fyne.CanvasObject{widgets.NewColumn(24,
		widgets.NewRow(widgets.Row{Gap: 16, Tracks: []widgets.Track{{Grow: 1}}},
			widgets.NewParagraph(c.note.Title, 34, widgets.Bold, widgets.ColorInk), widgets.NewColumn(0, back)),
		noteText(c.note, 24, 24, 24))}
	c.fill(true)
	s.p.Reflow()
	s.p.Top()
	s.w.focus(back)
}

// shrink shows the page as it was.
func (c *noteCard) shrink() {
	if !c.large {
		return
	}
	s := c.s
	c.large = false
	s.box.Objects = []fyne.CanvasObject{s.body}
	c.fill(false)
	s.p.Reflow()
	if s.w.current == Prepare {
		s.w.focus(c.show)
		s.p.ScrollDown(c.down)
	}
}

// fill gives the screen to the note alone, or the window its frame again.
func (c *noteCard) fill(on bool) {
	if c.s.w.Frame != nil {
		c.s.w.fullScreen(on)
	} else {
		c.s.w.shell.setBare(on)
	}
}

// printIt makes the page to print and opens it in the browser.
func (c *noteCard) printIt() {
	w := c.s.w
	n := sheet.Note{Title: c.note.Title, On: w.now()}
	for _, p := range c.note.Parts {
		n.Parts = append(n.Parts, sheet.NotePart(p))
	}
	w.ask(catalog.L("Printing"), func() error {
		var page bytes.Buffer
		if err := sheet.NoteHTML(&page, n, sheet.PaperIn(content.CountryOf(w.Locale))); err != nil {
			return err
		}
		return w.Print(catalog.L("For my therapist"), page.Bytes())
	}, func() {
		w.shell.toast.show(catalog.L("The page opens in your browser. Print it from there, or save it as a PDF."), "", nil)
	})
}
