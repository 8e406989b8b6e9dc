package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// tipCard is the tip of the day with its source, and how to do it.
type tipCard struct {
	w       *Window
	card    *widgets.Card
	text    *widgets.Text
	care    *fyne.Container // what to mind, for a tip that is to be done with care
	how     *widgets.Text
	sources *fyne.Container
	toggle  *widgets.Button
	grew    func() // the card's height changed
	tip     content.Tip
	after   int // how many tips after the day's it is
}

func newTipCard(w *Window) *tipCard {
	t := makeTipCard(w, 16.5)
	t.card = widgets.NewTintedCard(widgets.ColorPrimarySoft, widgets.NewRow(widgets.Row{
		Gap: 16, Center: true, Below: 430, Tracks: []widgets.Track{{Fixed: 104}, {Grow: 1}},
	}, widgets.NewSitter(), t.words(), widgets.NewWrap(0, 0, t.toggle)))
	return t
}

// makeTipCard makes what every card with the day's tip has.
func makeTipCard(w *Window, size float32) *tipCard {
	t := &tipCard{
		w: w, grew: func() {}, sources: widgets.NewColumn(2), care: widgets.NewColumn(4),
		text: widgets.NewParagraph("", size, widgets.SemiBold, widgets.ColorInk),
		how:  widgets.NewParagraph("", 14, widgets.Regular, widgets.ColorInk),
	}
	t.toggle = widgets.NewButton("", widgets.Raised, t.flip)
	t.refresh()
	w.onProfile(func() {
		t.refresh()
		t.grew()
	})
	return t
}

func (t *tipCard) words() *fyne.Container {
	return widgets.NewColumn(6,
		widgets.NewText(catalog.L("Today's tip"), 14, widgets.SemiBold, widgets.ColorPrimaryText),
		t.text, t.care, t.how, t.sources)
}

// refresh shows the tip of today, or the one so many after it.
func (t *tipCard) refresh() {
	next, ok := t.w.tipOfTheDay(t.after)
	t.mind(next, ok)
	if ok && next.ID == t.tip.ID {
		return
	}
	t.tip = next
	switch {
	case ok:
		t.text.SetText(next.Text)
	case !t.w.about.known:
		t.text.SetText(catalog.L("A tip comes here once it is known what suits you."))
	default:
		t.text.SetText(catalog.L("The tips cannot be read just now."))
	}
	t.how.SetText(next.How)
	t.sources.RemoveAll()
	if ok {
		for _, l := range t.w.whence(next.Cited) {
			t.sources.Add(l)
		}
	}
	t.open(false)
	if next.How == "" {
		t.toggle.Hide()
	} else {
		t.toggle.Show()
	}
}

// mind says what to mind about the tip, and where that comes from unless the
// tip rests on the same.
func (t *tipCard) mind(next content.Tip, ok bool) {
	t.care.RemoveAll()
	t.care.Hide()
	if !ok {
		return
	}
	for _, r := range t.w.judge().Tip(next).Reasons {
		line := widgets.NewColumn(2, widgets.NewParagraph(r.Text, 14, widgets.Medium, widgets.ColorInk))
		more := slices.DeleteFunc(slices.Clone(r.Sources), func(s content.Source) bool { return slices.Contains(next.SourceIDs, s.ID) })
		if len(more) > 0 {
			line.Add(widgets.NewColumn(2, t.w.sourceLinks(more)...))
		}
		t.care.Add(widgets.NewRow(widgets.Row{Gap: 8, Tracks: []widgets.Track{{Fixed: 18}, {Grow: 1}}},
			widgets.NewColumn(0, widgets.NewIcon(widgets.IconWarn, 18, widgets.ColorAmberText)), line))
		t.care.Show()
	}
}

// open shows or hides how to do it.
func (t *tipCard) open(how bool) {
	if how {
		t.how.Show()
		t.toggle.SetLabel(catalog.L("Less"))
	} else {
		t.how.Hide()
		t.toggle.SetLabel(catalog.L("How"))
	}
	t.toggle.Hint = catalog.L("{{.Button}}: {{.Tip}}", catalog.D{"Button": t.toggle.Label, "Tip": t.tip.Text})
}

func (t *tipCard) flip() {
	t.open(!t.how.Visible())
	t.grew()
}

// deskTips are the tips for the desk that suit the person; none before it is
// known what suits them.
func (w *Window) deskTips() []content.Tip {
	if !w.about.known {
		return nil
	}
	tips, err := w.judge().DeskTips()
	if err != nil {
		return nil
	}
	return tips
}

// tipOfTheDay is the tip for today's date, the same all day and another one
// tomorrow, or the one so many after it. All are shown before one comes again,
// and neighbours are about different things.
func (w *Window) tipOfTheDay(after int) (content.Tip, bool) {
	return content.TipOfDay(w.deskTips(), w.now(), after)
}

// tips are those about one thing that suit the person.
func (w *Window) tips(tag content.TipTag) []content.Tip {
	return slices.DeleteFunc(w.deskTips(), func(t content.Tip) bool { return !t.Has(tag) })
}

// sourceLine names where a tip comes from, or says that it is general advice.
func sourceLine(t content.Tip) string {
	if t.General() {
		return catalog.L("General advice, no source")
	}
	var names []string
	for _, s := range t.Sources {
		if !s.General {
			names = append(names, s.Name)
		}
	}
	if len(names) == 0 {
		return strings.Join(fromPack(t.Origin), " ")
	}
	if len(names) == 1 {
		return catalog.L("Source: {{.Name}}", catalog.D{"Name": names[0]})
	}
	return catalog.L("Sources: {{.Names}}", catalog.D{"Names": strings.Join(names, " · ")})
}
