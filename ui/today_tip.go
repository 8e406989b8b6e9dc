package ui

import (
	"slices"
	"strings"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// tipCard is one thought on posture, with its source and how to do it.
type tipCard struct {
	w      *Window
	card   *widgets.Card
	how    *widgets.Text
	toggle *widgets.Button
	grew   func() // the card's height changed
}

func newTipCard(w *Window) *tipCard {
	t := &tipCard{w: w, grew: func() {}}
	tip, ok := w.tipOfTheDay()
	title := "Posture check"
	if !ok {
		tip = content.Tip{Text: "Change how you sit every so often: lean back, shift, or stand."}
	}
	t.how = widgets.NewParagraph(tip.How, 14, widgets.Regular, widgets.ColorInk)
	t.how.Hide()
	t.toggle = widgets.NewButton("How", widgets.Raised, t.flip)
	t.toggle.Hint = "How: " + tip.Text
	if tip.How == "" {
		t.toggle.Hide()
	}
	name := widgets.NewText(title, 14, widgets.SemiBold, widgets.ColorPrimaryText)
	words := widgets.NewColumn(6,
		name,
		widgets.NewParagraph(tip.Text, 16.5, widgets.SemiBold, widgets.ColorInk),
		t.how,
		widgets.NewParagraph(sourceLine(tip), 13, widgets.Regular, widgets.ColorInk2))
	t.card = widgets.NewTintedCard(widgets.ColorPrimarySoft, widgets.NewRow(widgets.Row{
		Gap: 16, Center: true, Below: 430, Tracks: []widgets.Track{{Fixed: 104}, {Grow: 1}},
	}, widgets.NewSitter(), words, widgets.NewWrap(0, 0, t.toggle)))
	return t
}

func (t *tipCard) flip() {
	if t.how.Visible() {
		t.how.Hide()
		t.toggle.SetLabel("How")
	} else {
		t.how.Show()
		t.toggle.SetLabel("Less")
	}
	t.grew()
}

// tipOfTheDay is the tip on sitting for today's date: the same all day,
// another one tomorrow.
func (w *Window) tipOfTheDay() (content.Tip, bool) {
	tips := w.tips(content.Sitting)
	if len(tips) == 0 {
		return content.Tip{}, false
	}
	return tips[w.now().YearDay()%len(tips)], true
}

// tips are those about one thing.
func (w *Window) tips(tag content.TipTag) []content.Tip {
	if w.Tips == nil {
		return nil
	}
	return slices.DeleteFunc(w.Tips(), func(t content.Tip) bool { return !t.Has(tag) })
}

// sourceLine names where a tip comes from, or says that it is general advice.
func sourceLine(t content.Tip) string {
	if t.General() {
		return "General advice, no source"
	}
	var names []string
	for _, s := range t.Sources {
		if !s.General {
			names = append(names, s.Name)
		}
	}
	if len(names) == 1 {
		return "Source: " + names[0]
	}
	return "Sources: " + strings.Join(names, " · ")
}
