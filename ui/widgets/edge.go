package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// EdgeCard is a card with a band of colour along its top. The colour only
// underlines what its heading says.
type EdgeCard struct {
	widget.BaseWidget
	Content fyne.CanvasObject
	Edge    fyne.ThemeColorName
}

// edgeBand is how high the band is, in pixels of the design.
const edgeBand = 5

// NewEdgeCard makes a card with a band.
func NewEdgeCard(edge fyne.ThemeColorName, content fyne.CanvasObject) *EdgeCard {
	c := &EdgeCard{Content: content, Edge: edge}
	c.ExtendBaseWidget(c)
	return c
}

// HeightFor is the content's height, the padding and the band.
func (c *EdgeCard) HeightFor(width float32) float32 {
	return HeightFor(c.Content, width-Px(2*CardPadding)) + Px(2*CardPadding+edgeBand)
}

// CreateRenderer draws the card.
func (c *EdgeCard) CreateRenderer() fyne.WidgetRenderer {
	band, line, back := &canvas.Rectangle{}, &canvas.Rectangle{}, &canvas.Rectangle{}
	d := &draw{objects: []fyne.CanvasObject{line, band, back, c.Content}}
	d.paint = func() {
		line.FillColor, line.StrokeColor, line.StrokeWidth, line.CornerRadius = Color(ColorSurface), Color(ColorLine), 1, Px(14)
		band.FillColor, band.TopLeftCornerRadius, band.TopRightCornerRadius = Color(c.Edge), Px(14), Px(14)
		back.FillColor, back.TopLeftCornerRadius, back.TopRightCornerRadius = Color(ColorSurface), Px(10), Px(10)
	}
	d.place = func(s fyne.Size) {
		p, e := Px(CardPadding), Px(edgeBand)
		put(line, 0, 0, s.Width, s.Height)
		put(band, 0, 0, s.Width, Px(20))
		put(back, 1, e, s.Width-2, Px(20))
		put(c.Content, p, p+e, s.Width-2*p, s.Height-2*p-e)
	}
	d.min = func() fyne.Size {
		return c.Content.MinSize().AddWidthHeight(Px(2*CardPadding), Px(2*CardPadding+edgeBand))
	}
	d.paint()
	return d
}
