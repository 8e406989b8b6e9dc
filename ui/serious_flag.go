package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// flagRow is one warning sign. Why it matters, and who says so, comes on
// demand.
type flagRow struct {
	w      *Window
	flag   content.RedFlag
	box    *fyne.Container
	more   *fyne.Container // made when first asked for
	button *widgets.Button
	grew   func()
}

func newFlagRow(w *Window, f content.RedFlag, grew func()) *flagRow {
	r := &flagRow{w: w, flag: f, grew: grew, more: widgets.NewColumn(6)}
	r.button = widgets.NewButton("", widgets.Plain, func() { r.open(!r.more.Visible()) })
	r.button.Small = true
	r.more.Hide()
	r.name()
	r.box = widgets.NewPad(8, 0, 8, 0, widgets.NewColumn(8,
		widgets.NewRow(widgets.Row{Gap: 10, Center: true, Below: 420, Tracks: []widgets.Track{{Grow: 1}}},
			widgets.NewMeasure(readable, widgets.NewParagraph(f.Text, 15, widgets.Regular, widgets.ColorInk)),
			widgets.NewWrap(0, 0, r.button)),
		r.more))
	return r
}

func (r *flagRow) name() {
	label := catalog.L("Why?")
	if r.flag.Why == "" {
		label = catalog.L("Source")
	}
	if r.more.Visible() {
		label = catalog.L("Less")
	}
	r.button.Hint = catalog.L("{{.Button}}: {{.Text}}", catalog.D{"Button": label, "Text": r.flag.Text})
	r.button.SetLabel(label)
}

// open shows or hides why it matters.
func (r *flagRow) open(on bool) {
	if on && len(r.more.Objects) == 0 {
		box := widgets.NewColumn(5)
		if r.flag.Why != "" {
			box.Add(widgets.NewParagraph(catalog.L("What has to be ruled out: {{.Why}}.", catalog.D{"Why": r.flag.Why}), 14, widgets.Medium, widgets.ColorInk))
		}
		box.Add(widgets.NewColumn(2, r.w.sourceLinks(r.flag.Sources)...))
		card := widgets.NewTintedCard(widgets.ColorBackground, box)
		card.Padding = 12
		r.more.Add(card)
	}
	r.more.Hidden = !on
	r.name()
	r.grew()
}
