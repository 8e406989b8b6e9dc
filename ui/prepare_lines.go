package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/massage"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// painFresh is how old a pain entry may be to say where it hurts before a
// massage.
const painFresh = 48 * time.Hour

// iconTodo is an open ring.
var iconTodo = widgets.Glyph{Circles: [][3]float64{{10, 10, 5.4}}}

// readyState is how a line of what to do before a massage stands.
type readyState int

const (
	readyTodo readyState = iota
	readyDone
	readyWarn
)

// readyLine is one thing to do before a massage.
type readyLine struct {
	state readyState
	text  string
	part  string // where on the Prepare screen it is done
}

// readyLines are what to do before a massage, and what is done of it.
func (w *Window) readyLines(m massages) []readyLine {
	c, err := w.judge().Screening(m.screened)
	if err != nil {
		return []readyLine{{readyWarn, catalog.L("Health screening: it cannot be read"), partChecklist}, w.painLine(m)}
	}
	facts, _ := w.library().Facts() // the checklist could not be read either then
	names := func(v safety.Verdict) catalog.D {
		return catalog.D{"What": strings.Join(massage.Short(facts, c, v), "; ")}
	}
	var out []readyLine
	add := func(s readyState, text, part string) { out = append(out, readyLine{s, text, part}) }
	if c.Blocked() {
		add(readyWarn, catalog.L("Not today: {{.What}}", names(safety.Held)), partChecklist)
	}
	if len(c.Ask) > 0 {
		add(readyWarn, catalog.L("Ask a clinician first: {{.What}}", names(safety.Ask)), partChecklist)
	}
	switch n := c.Open(); {
	case n > 0:
		add(readyTodo, catalog.N("Health screening: {{.Count}} question open", "Health screening: {{.Count}} questions open", n), partChecklist)
	case len(out) == 0:
		add(readyDone, catalog.L("Health screening: nothing to stop you"), partChecklist)
	}
	if len(c.Tell) > 0 {
		add(readyTodo, catalog.L("Tell your therapist: {{.What}}", names(safety.Caution)), partNote)
	}
	return append(out, w.painLine(m))
}

func (w *Window) painLine(m massages) readyLine {
	if p, ok := freshPain(m.pains, w.now()); ok {
		return readyLine{readyDone, catalog.L("Noted where it hurts and how much: {{.Entry}}", catalog.D{"Entry": painWords(p)}), partPain}
	}
	return readyLine{readyTodo, catalog.L("Note where it hurts and how much"), partPain}
}

// freshPain is the latest entry that says where it hurts now.
func freshPain(all []diary.Pain, now time.Time) (diary.Pain, bool) {
	var fresh []diary.Pain
	for _, p := range all {
		if age := now.Sub(p.At); len(p.Regions) > 0 && age < painFresh && age > -time.Hour {
			fresh = append(fresh, p)
		}
	}
	return diary.Last(fresh)
}

// object is a line with its mark; it leads to where it is done.
func (l readyLine) object(open func(part string)) fyne.CanvasObject {
	glyph, ink, d := iconTodo, widgets.ColorAmberText, catalog.D{"Text": l.text}
	link := widgets.NewLink(l.text, func() { open(l.part) })
	switch l.state {
	case readyDone:
		glyph, ink = widgets.IconCheck, widgets.ColorPrimaryText
		link.Hint = catalog.L("Done: {{.Text}}", d)
	case readyWarn:
		glyph = widgets.IconWarn
		link.Hint = catalog.L("Take care: {{.Text}}", d)
	default:
		link.Hint = catalog.L("To do: {{.Text}}", d)
	}
	icon := widgets.NewIcon(glyph, 16, ink)
	icon.Line = 2
	return widgets.NewRow(widgets.Row{Gap: 9, Tracks: []widgets.Track{{Fixed: 16}, {Grow: 1}}},
		widgets.NewColumn(0, widgets.NewPad(1, 0, 0, 0, icon)), link)
}

// beforeYouGo are the lines of the checklist on the next appointment's card.
func (s *massageScreen) beforeYouGo() []fyne.CanvasObject {
	box := widgets.NewColumn(8, widgets.NewParagraph(catalog.L("Before you go"), 13, widgets.SemiBold, widgets.ColorInk))
	for _, l := range s.w.readyLines(s.known) {
		box.Add(l.object(func(part string) { s.w.OpenAt(Prepare, part) }))
	}
	return []fyne.CanvasObject{widgets.NewPad(6, 0, 6, 0, box)}
}

// notToday says first what speaks against any massage now; nil where nothing
// does.
func (s *massageScreen) notToday() fyne.CanvasObject {
	c, err := s.w.judge().Screening(s.known.screened)
	if err != nil || !c.Blocked() {
		return nil
	}
	return s.w.stopCard(c, widgets.NewLink(catalog.L("To the checklist"), func() { s.w.OpenAt(Prepare, partChecklist) }))
}

// stopCard is what speaks against any massage now, who says so, and what to do.
func (w *Window) stopCard(c safety.Checklist, below ...fyne.CanvasObject) fyne.CanvasObject {
	return w.amberCard(catalog.L("Not today"), c.Stop,
		catalog.L("Call it off or move it, or ask a clinician. Once one says that a massage is fine, note that in the checklist: it stops nothing then."), below...)
}

// amberCard gives reasons with their sources, and what to do.
func (w *Window) amberCard(title string, reasons []safety.Reason, do string, below ...fyne.CanvasObject) fyne.CanvasObject {
	box := widgets.NewColumn(7, widgets.NewParagraph(title, 16, widgets.SemiBold, widgets.ColorAmberText))
	for _, r := range reasons {
		box.Add(said(r.Text))
	}
	if sources := w.reasonSources(safety.Advice{Reasons: reasons}); sources != nil {
		box.Add(sources)
	}
	box.Add(widgets.NewPad(2, 0, 2, 0, said(do)))
	for _, o := range below {
		box.Add(o)
	}
	card := widgets.NewTintedCard(widgets.ColorAmberSoft, widgets.NewRow(widgets.Row{Gap: 12, Tracks: []widgets.Track{{Fixed: 20}, {Grow: 1}}},
		widgets.NewColumn(0, widgets.NewPad(1, 0, 0, 0, widgets.NewIcon(widgets.IconWarn, 20, widgets.ColorAmberText))), widgets.NewMeasure(readable, box)))
	card.Padding = 16
	return card
}
