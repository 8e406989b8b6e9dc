package ui

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// leaf is a topic's page while it is made: what stands on it, the sources it
// names with the numbers they have on it, and where its entries stand.
type leaf struct {
	w       *Window
	lib     *content.Library
	judge   *safety.Judge
	reflow  func()
	jump    func(ref string) // scrolls to where a reference stands
	box     *fyne.Container
	sources []content.Source
	at      map[string]fyne.CanvasObject // reference → where it stands
	shut    map[string]*widgets.Folded   // reference → the fold it is in
	told    bool                         // the guide's text stands on the page
	general safety.Advice                // what the top of the page says of massage as such
}

func newLeaf(w *Window, reflow func()) *leaf {
	return &leaf{
		w: w, lib: w.library(), judge: w.judge(), reflow: reflow, box: widgets.NewColumn(16),
		at: map[string]fyne.CanvasObject{}, shut: map[string]*widgets.Folded{},
	}
}

// open is where a reference stands, with the fold it is in opened.
func (l *leaf) open(ref string) fyne.CanvasObject {
	if f := l.shut[ref]; f != nil {
		f.SetOpen(true)
	}
	return l.at[ref]
}

// mark notes where a reference stands.
func (l *leaf) mark(kind, id string, o fyne.CanvasObject) fyne.CanvasObject {
	l.at[kind+":"+id] = o
	return o
}

// number is the number a source has on this page.
func (l *leaf) number(s content.Source) int {
	if i := slices.IndexFunc(l.sources, func(o content.Source) bool { return o.ID == s.ID }); i >= 0 {
		return i + 1
	}
	l.sources = append(l.sources, s)
	return len(l.sources)
}

// follow opens the source with a number.
func (l *leaf) follow(n int) {
	if n > 0 && n <= len(l.sources) {
		l.w.OpenAt(Sources, l.sources[n-1].ID)
	}
}

// cited are the numbers of what an entry rests on, or the word that it is
// general advice.
func (l *leaf) cited(c content.Cited) []widgets.Run {
	if len(c.Sources) == 0 {
		return nil
	}
	if c.General() {
		return []widgets.Run{{Text: " " + catalog.L("(general advice, no source)"), Soft: true}}
	}
	return l.numbered(c.Sources)
}

// numbered are the numbers of sources, in their order.
func (l *leaf) numbered(sources []content.Source) []widgets.Run {
	var refs []int
	for _, s := range sources {
		if !s.General {
			refs = append(refs, l.number(s))
		}
	}
	slices.Sort(refs)
	var out []widgets.Run
	for _, n := range slices.Compact(refs) {
		out = append(out, widgets.Run{Ref: n})
	}
	return out
}

// ours says that a number is our own choice.
func ours(yes bool) []widgets.Run {
	if !yes {
		return nil
	}
	return []widgets.Run{{Text: " " + catalog.L("(our own choice)"), Soft: true}}
}

// say is a text with what it rests on.
func (l *leaf) say(text string, c content.Cited, more ...widgets.Run) *widgets.Prose {
	runs := append([]widgets.Run{{Text: text}}, more...)
	if len(more) == 0 || !c.General() {
		// "Our own choice" says already that there is no source.
		runs = append(runs, l.cited(c)...)
	}
	return widgets.NewProse(14.5, widgets.ColorInk, l.follow, runs...)
}

// strong is the same in a heavier weight.
func (l *leaf) strong(text string, c content.Cited) *widgets.Prose {
	p := l.say(text, c)
	p.Runs[0].Style = widgets.SemiBold
	return p
}

// labelled is a text under a small heading of its own.
func labelled(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewColumn(3, widgets.NewParagraph(label, 12.5, widgets.SemiBold, widgets.ColorInk2), o)
}

// dotted puts a dot before a line of a list.
func dotted(o fyne.CanvasObject) fyne.CanvasObject { return toned(widgets.Accent, o) }

// toned puts a dot of a tone before a line of a list.
func toned(tone widgets.Tone, o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewRow(widgets.Row{Gap: 11, Tracks: []widgets.Track{{Fixed: 9}, {Grow: 1}}},
		widgets.NewColumn(0, widgets.NewPad(6, 0, 0, 0, widgets.NewDot(tone))), o)
}

// section is a card with a heading.
func (l *leaf) section(title string, rows ...fyne.CanvasObject) *fyne.Container {
	box := widgets.NewColumn(10, widgets.NewParagraph(title, 17, widgets.SemiBold, widgets.ColorInk))
	for _, r := range rows {
		box.Add(widgets.NewMeasure(readable, r))
	}
	l.box.Add(widgets.NewCard(box))
	return box
}

// readable is how wide a text may be to read well, in pixels of the design.
const readable = 760

// addEvidence says how good the evidence is, and who graded it.
func (l *leaf) addEvidence(t topic) {
	src, _ := l.lib.Source(t.guide.EvidenceSource)
	runs := []widgets.Run{
		{Text: catalog.L("Evidence: {{.Grade}}.", catalog.D{"Grade": t.evidence}), Style: widgets.SemiBold},
		{Text: " " + catalog.L("Graded by {{.Source}}.", catalog.D{"Source": sourceShort(src)}), Soft: true},
		{Ref: l.number(src)},
	}
	card := widgets.NewTintedCard(widgets.ColorSunk, widgets.NewRow(widgets.Row{Gap: 12, Center: true, Tracks: []widgets.Track{{}, {Grow: 1}}},
		widgets.NewIcon(widgets.IconScales, 20, widgets.ColorInk2), widgets.NewProse(14, widgets.ColorInk, l.follow, runs...)))
	card.Padding = 13
	l.box.Add(card)
}

// sourceShort is who published a source, or its title.
func sourceShort(s content.Source) string {
	if s.Org != "" {
		return s.Org
	}
	return s.Title
}

// foot lists the sources of the page by their numbers.
func (l *leaf) foot() {
	if len(l.sources) == 0 {
		return
	}
	box := widgets.NewColumn(2, widgets.NewPad(0, 0, 6, 0, widgets.NewColumn(3,
		widgets.NewParagraph(catalog.L("Sources of this page"), 14, widgets.SemiBold, widgets.ColorInk2),
		widgets.NewParagraph(catalog.L("None of them endorses Unhunch. The wording is ours."), 13, widgets.Regular, widgets.ColorInk2))))
	for i, s := range l.sources {
		n := strconv.Itoa(i + 1)
		box.Add(widgets.NewRowTile(catalog.L("Source {{.Number}}: {{.Name}}", catalog.D{"Number": n, "Name": s.Name}),
			widgets.NewRow(widgets.Row{Gap: 8, Tracks: []widgets.Track{{Fixed: 24}, {Grow: 1}}},
				widgets.NewParagraph(n, 13, widgets.SemiBold, widgets.ColorPrimaryText),
				widgets.NewParagraph(s.Name, 13, widgets.Regular, widgets.ColorInk)),
			func() { l.w.OpenAt(Sources, s.ID) }))
	}
	l.box.Add(widgets.NewCard(box))
}
