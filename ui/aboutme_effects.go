package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// effectsCard says what follows from what was told: which entries are held
// back, which need a clinician's word and which need care, each leading to its
// page.
type effectsCard struct {
	w    *Window
	card *widgets.Card
	box  *fyne.Container
	open map[safety.Verdict]bool
	grew func()
}

func newEffectsCard(w *Window, grew func()) *effectsCard {
	c := &effectsCard{w: w, grew: grew, box: widgets.NewColumn(0), open: map[safety.Verdict]bool{}}
	c.card = widgets.NewTintedCard(widgets.ColorPrimarySoft, c.box)
	c.fill()
	w.onProfile(c.fill)
	return c
}

// judged are the kinds a person would look for.
var judged = map[string]bool{
	"exercise": true, "routine": true, "massage.type": true, "massage.technique": true,
	"therapy": true, "heat-cold.timer": true,
}

// effects are the entries that what was told makes a difference to, by verdict.
func (w *Window) effects() map[safety.Verdict][]content.Findable {
	out := map[safety.Verdict][]content.Findable{}
	lib, judge := w.library(), w.judge()
	nobody := safety.For(lib, Profile{}, w.now())
	all, _ := lib.Findables()
	for _, f := range all {
		if !judged[f.Kind] {
			continue
		}
		v := adviceOn(lib, judge, f.Kind, f.ID).Verdict
		if v != safety.Allowed && v != adviceOn(lib, nobody, f.Kind, f.ID).Verdict {
			out[v] = append(out[v], f)
		}
	}
	return out
}

func (c *effectsCard) fill() {
	c.box.RemoveAll()
	effects := c.w.effects()
	exercises := func(v safety.Verdict) int {
		n := 0
		for _, f := range effects[v] {
			if f.Kind == "exercise" {
				n++
			}
		}
		return n
	}
	if len(effects) == 0 {
		c.box.Add(widgets.NewParagraph(catalog.L("Nothing is held back from you."), 16.5, widgets.SemiBold, widgets.ColorInk))
		c.box.Add(widgets.NewPad(4, 0, 0, 0, widgets.NewParagraph(catalog.L("Tick what applies, and Unhunch stops suggesting what could harm you. It informs and does not diagnose."), 14, widgets.Regular, widgets.ColorInk)))
		return
	}
	held, ask, care := exercises(safety.Held), exercises(safety.Ask), exercises(safety.Caution)
	first := catalog.L("No exercise is held back.")
	if held > 0 {
		first = catalog.N("{{.Count}} exercise is held back.", "{{.Count}} exercises are held back.", held)
	}
	summary := widgets.NewColumn(2, widgets.NewParagraph(first, 16.5, widgets.SemiBold, widgets.ColorInk))
	if ask > 0 {
		summary.Add(said(catalog.N("{{.Count}} exercise needs a clinician's word first.", "{{.Count}} exercises need a clinician's word first.", ask)))
	}
	if care > 0 {
		summary.Add(said(catalog.N("{{.Count}} exercise needs care.", "{{.Count}} exercises need care.", care)))
	}
	c.box.Add(summary)
	for _, v := range []safety.Verdict{safety.Held, safety.Ask, safety.Caution} {
		if list := effects[v]; len(list) > 0 {
			c.add(v, list)
		}
	}
}

// effectsTitle heads one verdict's list.
func effectsTitle(v safety.Verdict, n int) string {
	d := catalog.D{"Count": n}
	switch v {
	case safety.Held:
		return catalog.L("All that is held back, with routines and massage: {{.Count}}", d)
	case safety.Ask:
		return catalog.L("All to ask a clinician about first: {{.Count}}", d)
	}
	return catalog.L("All that needs care: {{.Count}}", d)
}

// add is one verdict's list, closed until asked for.
func (c *effectsCard) add(v safety.Verdict, list []content.Findable) {
	grid := widgets.NewGrid(widgets.Grid{Narrowest: 240, Most: 3, Gap: 10})
	for _, f := range list {
		grid.Add(widgets.NewLink(f.Name, func() { c.w.OpenEntry(f.Kind, f.ID) }))
	}
	inside := widgets.NewPad(2, 0, 10, 0, grid)
	setVisible(inside, c.open[v])
	fold := widgets.NewOpener(effectsTitle(v, len(list)), "", widgets.Neutral, func(open bool) {
		c.open[v] = open
		setVisible(inside, open)
		c.grew()
	})
	fold.SetOpen(c.open[v])
	c.box.Add(fold)
	c.box.Add(inside)
}
