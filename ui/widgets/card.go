package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// CardPadding is the room inside a card, in pixels of the design.
const CardPadding = 18

// Card is a surface with soft corners around its content.
type Card struct {
	widget.BaseWidget
	Content fyne.CanvasObject
	Fill    fyne.ThemeColorName // a coloured card has no line
	Padding float32             // in pixels of the design
	Floats  bool                // it lies above others, and throws a shadow
}

// NewCard makes a plain card.
func NewCard(content ...fyne.CanvasObject) *Card {
	return newCard(ColorSurface, content)
}

// NewTintedCard makes a card in a soft colour.
func NewTintedCard(fill fyne.ThemeColorName, content ...fyne.CanvasObject) *Card {
	return newCard(fill, content)
}

func newCard(fill fyne.ThemeColorName, content []fyne.CanvasObject) *Card {
	c := &Card{Fill: fill, Padding: CardPadding}
	if len(content) == 1 {
		c.Content = content[0]
	} else {
		c.Content = NewColumn(10, content...)
	}
	c.ExtendBaseWidget(c)
	return c
}

// NewCardTitle is the small heading of a card.
func NewCardTitle(s string) *Text { return NewHeading(s, 14, SemiBold, ColorInk2) }

// HeightFor is the content's height and the padding.
func (c *Card) HeightFor(width float32) float32 {
	return HeightFor(c.Content, width-Px(2*c.Padding)) + Px(2*c.Padding)
}

// CreateRenderer draws the card.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	back := &canvas.Rectangle{}
	d := &draw{objects: []fyne.CanvasObject{back, c.Content}}
	d.paint = func() {
		back.FillColor, back.CornerRadius = Color(c.Fill), Px(14)
		back.StrokeColor, back.StrokeWidth = color.Transparent, 0
		if c.Fill == ColorSurface {
			back.StrokeColor, back.StrokeWidth = Color(ColorLine), 1
		}
		if c.Floats {
			back.Shadow = canvas.Shadow{Color: Color(ColorShade), BlurRadius: Px(18), Offset: fyne.NewPos(0, Px(4))}
		}
	}
	d.place = func(s fyne.Size) {
		put(back, 0, 0, s.Width, s.Height)
		p := Px(c.Padding)
		put(c.Content, p, p, s.Width-2*p, s.Height-2*p)
	}
	d.min = func() fyne.Size { return c.Content.MinSize().AddWidthHeight(Px(2*c.Padding), Px(2*c.Padding)) }
	d.paint()
	return d
}
