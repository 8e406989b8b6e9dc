package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// verdictMark is what safety says of an entry in two or three words; empty
// where nothing speaks against it.
func verdictMark(v safety.Verdict) (string, widgets.Tone) {
	switch v {
	case safety.Held:
		return catalog.L("Held back for you"), widgets.Heat
	case safety.Ask:
		return catalog.L("Ask first"), widgets.Amber
	case safety.Caution:
		return catalog.L("With care"), widgets.Amber
	default:
		return "", widgets.Neutral
	}
}

// verdictCard stands above what is not simply right for this person: what
// safety says, why, what to do instead, and where that comes from. It is nil
// where nothing speaks against it. name is what is judged, empty where that is
// plain from around it.
func (w *Window) verdictCard(name string, a safety.Advice) fyne.CanvasObject {
	var reasons, below []fyne.CanvasObject
	for _, r := range a.Reasons {
		reasons = append(reasons, said(r.Text))
	}
	if sources := w.reasonSources(a); sources != nil {
		below = append(below, sources)
	}
	about := widgets.NewLink(catalog.L("What I told about me"), func() { w.Open(AboutMe) })
	return w.verdictBox(name, a, reasons, append(below, about)...)
}

// verdictBox is the same with reasons that were written already, and what
// stands below what to do instead.
func (w *Window) verdictBox(name string, a safety.Advice, reasons []fyne.CanvasObject, below ...fyne.CanvasObject) fyne.CanvasObject {
	title, tone := verdictMark(a.Verdict)
	if title == "" {
		return nil
	}
	if name != "" {
		title = catalog.L("{{.Name}}: {{.Verdict}}", catalog.D{"Name": name, "Verdict": title})
	}
	fill, ink := widgets.ColorAmberSoft, widgets.ColorAmberText
	if tone == widgets.Heat {
		fill, ink = widgets.ColorHeatSoft, widgets.ColorHeatText
	}
	box := widgets.NewColumn(7, widgets.NewParagraph(title, 15.5, widgets.SemiBold, ink))
	for _, r := range reasons {
		box.Add(r)
	}
	if i := a.Instead; i != nil {
		instead := widgets.NewLink(catalog.L("Instead: {{.Name}}", catalog.D{"Name": i.Name}), func() { w.openInstead(*i) })
		box.Add(widgets.NewPad(0, 0, 3, 0, instead))
	}
	for _, o := range below {
		box.Add(o)
	}
	card := widgets.NewTintedCard(fill, widgets.NewRow(widgets.Row{Gap: 12, Tracks: []widgets.Track{{Fixed: 20}, {Grow: 1}}},
		widgets.NewColumn(0, widgets.NewPad(1, 0, 0, 0, widgets.NewIcon(widgets.IconWarn, 20, ink))), widgets.NewMeasure(readable, box)))
	card.Padding = 16
	return card
}

// fewSources is how many are shown without being asked for.
const fewSources = 3

// reasonSources are the sources of all reasons, each once: where there are many,
// behind a heading to open. It is nil where there are none.
func (w *Window) reasonSources(a safety.Advice) fyne.CanvasObject {
	var all []content.Source
	for _, r := range a.Reasons {
		for _, src := range r.Sources {
			if !slices.ContainsFunc(all, func(x content.Source) bool { return x.ID == src.ID }) {
				all = append(all, src)
			}
		}
	}
	if len(all) == 0 {
		return nil
	}
	links := func() fyne.CanvasObject { return widgets.NewColumn(3, w.sourceLinks(all)...) }
	if len(all) <= fewSources {
		return links()
	}
	fold := widgets.NewFolded(catalog.N("{{.Count}} source", "{{.Count}} sources", len(all)), links)
	fold.OnChanged = func(bool) { w.screens[w.current].page().Reflow() }
	return fold
}
