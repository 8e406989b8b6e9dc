package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// sourceLinks are what something rests on, each a link to where it can be
// read, or the word that it is general advice.
func (w *Window) sourceLinks(sources []content.Source) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, s := range sources {
		if s.General {
			continue
		}
		if s.URL == "" { // a pack's own, such as a talk with a physiotherapist
			out = append(out, widgets.NewParagraph(catalog.L("Source: {{.Name}}", catalog.D{"Name": s.Name}), 13, widgets.Regular, widgets.ColorInk))
			continue
		}
		l := widgets.NewLinkOut(catalog.L("Source: {{.Name}}", catalog.D{"Name": s.Name}), func() { w.readSource(s) })
		l.Hint = catalog.L("Source: {{.Name}}. Opens in the browser.", catalog.D{"Name": s.Name})
		out = append(out, l)
	}
	if len(out) == 0 {
		return []fyne.CanvasObject{widgets.NewParagraph(catalog.L("General advice, no source"), 13, widgets.Regular, widgets.ColorInk)}
	}
	return out
}

// whence says what an entry rests on: the pack it comes from, and its sources.
func (w *Window) whence(c content.Cited) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, line := range fromPack(c.Origin) {
		out = append(out, widgets.NewParagraph(line, 13, widgets.Regular, widgets.ColorInk))
	}
	if len(out) == 0 || len(c.Sources) > 0 {
		out = append(out, w.sourceLinks(c.Sources)...)
	}
	return out
}

// readSource opens a source in the browser, or where there is none shows its
// address in the list of sources.
func (w *Window) readSource(s content.Source) {
	if w.OpenURL == nil {
		w.OpenAt(Sources, s.ID)
		return
	}
	w.ask(catalog.L("Opening the source"), func() error { return w.OpenURL(s.URL) }, nil)
}

// openInstead shows what to do instead of something held back.
func (w *Window) openInstead(i safety.Instead) {
	switch i.Kind {
	case "exercise", "routine":
		w.OpenAt(Entry, i.Kind+":"+i.ID)
	case "tip":
		w.OpenAt(Posture, "tip:"+i.ID)
	case "heat", "cold":
		w.Open(Relief)
	case "massage":
		w.Open(Massage)
	case "serious":
		w.OpenAt(Serious, i.ID)
	default:
		w.OpenAt(Guide, i.ID)
	}
}
