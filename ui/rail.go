package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// The rail's widths and the window's width below which names are left out,
// in pixels of the design.
const (
	railWide   = 196
	railNarrow = 60
	railBreak  = 900
)

// rail is the column of places at the left.
type rail struct {
	widget.BaseWidget
	items  []*widgets.RailItem
	foot   int // so many of them stand at the foot
	at     Screen
	narrow bool
	mark   *widgets.Brand
	search *widgets.SearchButton
}

func newRail(w *Window) *rail {
	r := &rail{
		mark:   widgets.NewBrand("Unhunch"),
		search: widgets.NewSearchButton(catalog.L("Search"), catalog.L("Ctrl+{{.Key}}", catalog.D{"Key": "K"}), w.openSearch),
	}
	for _, p := range railPlaces() {
		r.items = append(r.items, widgets.NewRailItem(p.name, catalog.L("Ctrl+{{.Key}}", catalog.D{"Key": p.key}), p.glyph, func() { w.Open(p.screen) }))
		if p.foot {
			r.foot++
		}
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *rail) set(at Screen) {
	r.at = at
	for i, p := range railPlaces() {
		r.items[i].Set(p.screen == at, r.narrow)
	}
}

// fit chooses the rail's width for a window's size.
func (r *rail) fit(window fyne.Size) float32 {
	narrow := window.Width < widgets.Px(railBreak)
	if narrow != r.narrow {
		r.narrow = narrow
		r.mark.Narrow = narrow
		r.mark.Refresh()
		r.search.SetNarrow(narrow)
		r.set(r.at)
	}
	if narrow {
		return widgets.Px(railNarrow)
	}
	return widgets.Px(railWide)
}

// CreateRenderer lays the rail out.
func (r *rail) CreateRenderer() fyne.WidgetRenderer {
	edge := &canvas.Rectangle{}
	objects := []fyne.CanvasObject{edge, r.mark, r.search}
	for _, i := range r.items {
		objects = append(objects, i)
	}
	return &railRenderer{r: r, edge: edge, objects: objects}
}

type railRenderer struct {
	r       *rail
	edge    *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (d *railRenderer) Destroy()                     {}
func (d *railRenderer) Objects() []fyne.CanvasObject { return d.objects }
func (d *railRenderer) MinSize() fyne.Size           { return fyne.NewSize(widgets.Px(railNarrow), 0) }

func (d *railRenderer) Refresh() {
	d.Layout(d.r.Size())
	for _, o := range d.objects {
		o.Refresh()
	}
}

func (d *railRenderer) Layout(size fyne.Size) {
	px := widgets.Px
	d.edge.FillColor = widgets.Color(widgets.ColorLine)
	d.edge.Move(fyne.NewPos(size.Width-1, 0))
	d.edge.Resize(fyne.NewSize(1, size.Height))

	d.r.mark.Move(fyne.NewPos(px(12), px(22)))
	d.r.mark.Resize(fyne.NewSize(size.Width-px(24), px(26)))

	// In large text on a low window the items move closer rather than out of
	// sight.
	n := float32(len(d.r.items)) + 1 // the search is the first of them
	high, gap, top, below := px(40), px(4), px(66), px(8)
	if room := size.Height - top - px(18); n*(high+gap)+below > room {
		high, gap, below = max(room/n, px(20)), 0, 0
	}
	d.r.search.Move(fyne.NewPos(px(12), top))
	d.r.search.Resize(fyne.NewSize(size.Width-px(24)-1, high-px(2)))
	top += high + gap + below
	for i, item := range d.r.items {
		y := top + float32(i)*(high+gap)
		if below := len(d.r.items) - i; below <= d.r.foot {
			y = size.Height - px(18) - float32(below)*high - float32(below-1)*gap
		}
		item.Move(fyne.NewPos(px(12), y))
		item.Resize(fyne.NewSize(size.Width-px(24)-1, high))
	}
}
