package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Glyph is a line drawing in a square of 20: paths in the language of SVG,
// and circles given as centre and radius.
type Glyph struct {
	Path    string
	Circles [][3]float64
}

// The glyphs.
var (
	IconToday   = Glyph{Path: "M3 10l7-6 7 6v7h-5v-4H8v4H3z"}
	IconPosture = Glyph{"M10 6.6v6M10 12.6h4.5l1.2 4.6M6 8.5l4 .6", [][3]float64{{10, 3.6, 2.1}}}
	IconStretch = Glyph{"M4 8l6-1.5 3 .5-2 5 4 5M11 12l-6 4", [][3]float64{{13.5, 4, 2}}}
	IconRelief  = Glyph{Path: "M7 3v8.2a3.4 3.4 0 1 0 4 0V3a2 2 0 0 0-4 0zM9 7v6"}
	IconMassage = Glyph{Path: "M3 13c3-4 5-5 7-5s3 1.5 1.5 2.6L9 12M3 13v4h6c3 0 5-2 8-6-1.5-1.2-3-.6-4.2.6"}
	IconJournal = Glyph{Path: "M3 16l4-6 4 3 6-9M3 17h14"}
	IconGear    = Glyph{"M10 2.5v2.4M10 15.1v2.4M2.5 10h2.4M15.1 10h2.4M4.7 4.7l1.7 1.7M13.6 13.6l1.7 1.7M15.3 4.7l-1.7 1.7M6.4 13.6l-1.7 1.7", [][3]float64{{10, 10, 2.6}}}
	IconCheck   = Glyph{Path: "M4 10.5l4 4 8-9"}
	IconInfo    = Glyph{"M10 9.2v4.6M10 6.2v.2", [][3]float64{{10, 10, 7.2}}}
	IconWarn    = Glyph{Path: "M10 3l7.6 13.5H2.4zM10 8v4M10 14.2v.2"}
	IconPause   = Glyph{Path: "M7 4.5v11M13 4.5v11"}
)

// Icon shows a glyph in a colour of the theme.
type Icon struct {
	widget.BaseWidget
	Glyph Glyph
	Side  float32 // in pixels of the design
	Line  float64 // width of the lines, in twentieths of the side; 0 means 1.7
	Color fyne.ThemeColorName
}

// NewIcon makes an icon.
func NewIcon(g Glyph, side float32, c fyne.ThemeColorName) *Icon {
	i := &Icon{Glyph: g, Side: side, Color: c}
	i.ExtendBaseWidget(i)
	return i
}

func (i *Icon) picture(w, h int) image.Image {
	k := newInk(w, h, 20, 0, 0)
	width := i.Line
	if width == 0 {
		width = 1.7
	}
	k.stroke(trace(i.Glyph.Path), width)
	for _, c := range i.Glyph.Circles {
		x, y, r := c[0], c[1], c[2]
		k.stroke(roundTrace(point{x, y}, r), width)
	}
	k.paint(Color(i.Color))
	return k.img
}

// roundTrace is a circle as a path.
func roundTrace(c point, r float64) []traced {
	p := pathReader{out: []traced{{points: []point{{c.x - r, c.y}}}}, at: point{c.x - r, c.y}}
	p.arc(r, r, false, true, point{c.x + r, c.y})
	p.arc(r, r, false, true, point{c.x - r, c.y})
	return p.out
}

// newTick is the small tick of what is chosen, in lines strong enough for
// its size.
func newTick() *Icon {
	i := NewIcon(IconCheck, 11, ColorPrimaryText)
	i.Line = 3
	return i
}

// CreateRenderer draws the icon.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	img := canvas.NewRaster(i.picture)
	d := &draw{objects: []fyne.CanvasObject{img}}
	d.place = func(s fyne.Size) {
		side := min(Px(i.Side), s.Width, s.Height)
		put(img, (s.Width-side)/2, (s.Height-side)/2, side, side)
	}
	d.min = func() fyne.Size { return fyne.NewSquareSize(Px(i.Side)) }
	return d
}
