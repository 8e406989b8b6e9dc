package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// country is where the person is, as they chose or as the system's language
// settings say; empty if neither does.
func (w *Window) country() string {
	if c := w.Prefs.Current().Emergency.Country; c != "" {
		return c
	}
	return content.CountryOf(w.Locale)
}

// emergency is whom to call now, and where that number holds.
func (s *seriousScreen) emergency() fyne.CanvasObject {
	e, err := s.w.library().EmergencyNumbers()
	if err != nil {
		return said(catalog.L("The emergency numbers cannot be read. Call the number you know."))
	}
	c, known := e.In(s.country)
	call, note, sources := catalog.L("Call your local emergency number"), e.Elsewhere.Text, e.Elsewhere.Sources
	place := catalog.L("You are in: a country whose number is not known here")
	if known {
		call = catalog.L("Call {{.Number}}", catalog.D{"Number": strings.Join(c.Numbers, " "+catalog.L("or")+" ")})
		note, sources = "", c.Sources
		place = catalog.L("You are in: {{.Country}}", catalog.D{"Country": c.Name})
	}
	box := widgets.NewColumn(6, widgets.NewRow(widgets.Row{Gap: 12, Center: true, Tracks: []widgets.Track{{}, {Grow: 1}}},
		widgets.NewIcon(widgets.IconPhone, 30, widgets.ColorInk),
		widgets.NewParagraph(call, 30, widgets.Bold, widgets.ColorInk)))
	if note != "" {
		box.Add(widgets.NewMeasure(readable, widgets.NewParagraph(note, 14, widgets.Regular, widgets.ColorInk)))
	}
	choose := widgets.NewFolded(place, func() fyne.CanvasObject { return s.chooser(e, sources) })
	choose.OnChanged = func(bool) { s.p.Reflow() }
	box.Add(choose)
	card := widgets.NewTintedCard(widgets.ColorBackground, box)
	card.Padding = 16
	return card
}

// chooser is where one says which country one is in.
func (s *seriousScreen) chooser(e *content.EmergencyNumbers, sources []content.Source) fyne.CanvasObject {
	box := widgets.NewColumn(10)
	box.Add(widgets.NewColumn(2, s.w.sourceLinks(sources)...))
	box.Add(widgets.NewParagraph(catalog.L("Somewhere else? Choose your country; it is remembered."), 13.5, widgets.Regular, widgets.ColorInk2))
	chips := widgets.NewWrap(7, 7)
	add := func(label, code string) {
		chip := widgets.NewChip(label, nil)
		chip.SetOn(s.w.Prefs.Current().Emergency.Country == code)
		chip.OnChanged = func(bool) { s.choose(code) }
		chips.Add(chip)
	}
	add(catalog.L("Automatic"), "")
	for _, c := range e.Countries {
		add(c.Name, c.ID)
	}
	box.Add(chips)
	return widgets.NewPad(0, 0, 6, 0, box)
}

// choose remembers a country.
func (s *seriousScreen) choose(code string) {
	if _, err := s.w.Prefs.Set("emergency.country", code); err != nil {
		s.w.shell.toast.show(catalog.L("This was not saved: {{.Reason}}", catalog.D{"Reason": err.Error()}), "", nil)
	}
	s.w.win.Canvas().Unfocus() // what had the focus is made anew
	s.fill()
}

// adviceLine is whom to call where it cannot wait and is no emergency; nil
// where no such line is known.
func (s *seriousScreen) adviceLine() fyne.CanvasObject {
	e, err := s.w.library().EmergencyNumbers()
	if err != nil {
		return nil
	}
	c, ok := e.In(s.country)
	if !ok || c.Advice == nil {
		return nil
	}
	a := c.Advice
	box := widgets.NewColumn(4, widgets.NewRow(widgets.Row{Gap: 12, Center: true, Tracks: []widgets.Track{{}, {Grow: 1}}},
		widgets.NewIcon(widgets.IconPhone, 22, widgets.ColorInk),
		widgets.NewParagraph(catalog.L("{{.Name}}: {{.Number}}", catalog.D{"Name": a.Name, "Number": a.Number}), 20, widgets.Bold, widgets.ColorInk)))
	line := c.Name
	if a.Note != "" {
		line = catalog.L("{{.Country}}. {{.Note}}", catalog.D{"Country": c.Name, "Note": a.Note})
	}
	box.Add(widgets.NewParagraph(line, 13.5, widgets.Regular, widgets.ColorInk2))
	box.Add(widgets.NewColumn(2, s.w.sourceLinks(a.Sources)...))
	card := widgets.NewTintedCard(widgets.ColorBackground, box)
	card.Padding = 16
	return card
}
