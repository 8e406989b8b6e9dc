package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/unhunch/unhunch/ui/widgets"
)

// CreateRenderer dims the window and lays the card over it.
func (s *search) CreateRenderer() fyne.WidgetRenderer {
	dim := canvas.NewRectangle(widgets.Color(widgets.ColorShade))
	return &searchRenderer{s: s, dim: dim}
}

type searchRenderer struct {
	s   *search
	dim *canvas.Rectangle
}

func (r *searchRenderer) Destroy()                     {}
func (r *searchRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.dim, r.s.card} }
func (r *searchRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(32) }

func (r *searchRenderer) Refresh() {
	r.dim.FillColor = widgets.Color(widgets.ColorShade)
	r.dim.Refresh()
	r.Layout(r.s.Size())
	r.s.card.Refresh()
}

// Layout dims the whole window and fits the card.
func (r *searchRenderer) Layout(size fyne.Size) {
	r.dim.Resize(size)
	r.s.fit()
}

// fit makes the card as high as what was found, as far as there is room.
func (s *search) fit() {
	px, size := widgets.Px, s.Size()
	wide := min(px(640), size.Width-px(32))
	top := min(px(72), size.Height/10)
	high := min(widgets.HeightFor(s.card, wide), size.Height-2*top, max(px(560), size.Height*0.7))
	s.card.Move(fyne.NewPos((size.Width-wide)/2, top))
	s.card.Resize(fyne.NewSize(wide, high))
}

// headAndRest stacks a head, a line and a page that scrolls in what is left.
type headAndRest struct{}

// HeightFor is the height at which nothing has to scroll.
func (headAndRest) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	return widgets.HeightFor(o[0], width) + 1 + o[2].(*widgets.Page).ContentHeight(width)
}

// Layout gives the page what the head leaves.
func (headAndRest) Layout(o []fyne.CanvasObject, size fyne.Size) {
	top := widgets.HeightFor(o[0], size.Width)
	o[0].Move(fyne.Position{})
	o[0].Resize(fyne.NewSize(size.Width, top))
	o[1].Move(fyne.NewPos(0, top))
	o[1].Resize(fyne.NewSize(size.Width, 1))
	o[2].Move(fyne.NewPos(0, top+1))
	o[2].Resize(fyne.NewSize(size.Width, max(size.Height-top-1, 0)))
}

// MinSize is the head and a little of the page.
func (headAndRest) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(0, widgets.Px(40))
}
