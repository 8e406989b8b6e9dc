package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// article shows a guide's text. Where the page says the same in cards already,
// it is folded away until asked for.
func (l *leaf) article(t topic, folded bool) {
	l.told = true
	ref := "guide:" + t.guide.ID
	if !folded {
		l.box.Add(l.mark("guide", t.guide.ID, widgets.NewCard(widgets.NewMeasure(readable, l.blocks(t.guide)))))
		return
	}
	// The sources are numbered in the order of the page, so what is in the fold
	// is made now and only shown later.
	text := l.blocks(t.guide)
	f := widgets.NewFolded(catalog.L("The whole text"), func() fyne.CanvasObject {
		return widgets.NewPad(0, 0, 8, 0, widgets.NewMeasure(readable, text))
	})
	f.OnChanged = func(bool) { l.reflow() }
	card := widgets.NewCard(widgets.NewPad(-8, 0, -8, 0, f))
	l.at[ref], l.shut[ref] = card, f
	l.box.Add(card)
}

// lead shows what a guide says before its first heading.
func (l *leaf) lead(t topic) {
	if t.guide == nil {
		return
	}
	blocks := t.guide.Blocks()
	if i := slices.IndexFunc(blocks, func(b content.Block) bool { return b.Kind == content.Heading }); i > 0 {
		l.box.Add(widgets.NewMeasure(readable, l.written(blocks[:i])))
	}
}

// blocks is a guide's text in our own typography.
func (l *leaf) blocks(g *content.Guide) fyne.CanvasObject { return l.written(g.Blocks()) }

func (l *leaf) written(blocks []content.Block) fyne.CanvasObject {
	out := widgets.NewColumn(0)
	for i, b := range blocks {
		switch b.Kind {
		case content.Heading:
			top := float32(20)
			if i == 0 {
				top = 0
			}
			out.Add(widgets.NewPad(top, 0, 5, 0, widgets.NewParagraph(b.Text(), 17, widgets.SemiBold, widgets.ColorInk)))
		case content.Item:
			out.Add(widgets.NewPad(0, 0, 4, 4, dotted(l.spans(b))))
		default:
			out.Add(widgets.NewPad(0, 0, 7, 0, l.spans(b)))
		}
	}
	return out
}

// spans is one block with its bold words and the numbers of its sources.
func (l *leaf) spans(b content.Block) *widgets.Prose {
	var runs []widgets.Run
	for _, s := range b.Spans {
		if s.Source != "" {
			if src, ok := l.lib.Source(s.Source); ok {
				runs = append(runs, widgets.Run{Ref: l.number(src)})
			}
			continue
		}
		r := widgets.Run{Text: s.Text}
		if s.Bold {
			r.Style = widgets.SemiBold
		}
		runs = append(runs, r)
	}
	return widgets.NewProse(14.5, widgets.ColorInk, l.follow, runs...)
}
