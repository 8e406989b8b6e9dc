package widgets

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Sitter is a small picture of somebody sitting well.
type Sitter struct{ widget.BaseWidget }

// NewSitter makes the picture.
func NewSitter() *Sitter {
	s := &Sitter{}
	s.ExtendBaseWidget(s)
	return s
}

// The sitter's own colours, and those that differ on a dark card, where dark
// trousers and shoes would drown.
type sitterColors struct{ shirt, shirt2, skin, skin2, hair, pants, pants2, shoe, chair, floor color.Color }

func opaque(n uint32) color.Color {
	return color.NRGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 0xff}
}

func sitterPalette() sitterColors {
	c := sitterColors{
		shirt: opaque(0x4C9A86), shirt2: opaque(0x3A7F6E), skin: opaque(0xE5B895), skin2: opaque(0xCF9F7B),
		hair: opaque(0x4B3A30), pants: opaque(0x37474F), pants2: opaque(0x2B383F), shoe: opaque(0x1F2A2F),
		chair: opaque(0x9FB9B1), floor: opaque(0xC3DDD4),
	}
	if r, g, b, _ := Color(ColorPrimarySoft).RGBA(); r+g+b < 3*0x7fff {
		c.pants, c.pants2, c.shoe = opaque(0x566B80), opaque(0x44566A), opaque(0x8FA3B3)
		c.chair, c.floor = opaque(0x54776D), opaque(0x33534A)
		c.hair = opaque(0x6B5344)
	}
	return c
}

// picture draws the pose: coordinates are those of a square of 380 with its
// left edge at -10, as worked out from the joint angles of the design.
func (s *Sitter) picture(w, h int) image.Image {
	c := sitterPalette()
	k := newInk(w, h, 380, -10, 0)
	box := func(x, y, w, h, r float64, col color.Color) { k.box(x, y, w, h, r); k.paint(col) }
	limb := func(a, b point, w float64, col color.Color) { k.limb(a, b, w); k.paint(col) }
	disc := func(p point, r float64, col color.Color) { k.circle(p, r); k.paint(col) }

	box(30, 336, 300, 6, 3, c.floor)
	k.box(118, 238, 104, 14, 7)
	k.box(112, 128, 13, 118, 6)
	k.box(162, 250, 12, 74, 5)
	k.box(128, 322, 82, 12, 6)
	k.paint(c.chair)

	// The far arm and leg, the trunk, the head, the near leg and arm.
	limb(point{165, 130}, point{174.4, 183.2}, 23, c.shirt2)
	limb(point{174.4, 183.2}, point{217.7, 208.2}, 18, c.skin2)
	disc(point{217.7, 208.2}, 11, c.skin2)
	limb(point{242.2, 308.9}, point{268.2, 308.9}, 16, c.shoe)
	limb(point{165, 222}, point{242.2, 232.9}, 34, c.pants2)
	limb(point{242.2, 232.9}, point{242.2, 308.9}, 26, c.pants2)
	limb(point{165, 222}, point{165, 130}, 50, c.shirt)
	limb(point{165, 130}, point{163.7, 112}, 20, c.skin2)

	head, turn := point{161.7, 91.1}, -5.6
	disc(head, 27, c.skin)
	disc(point{head.x + 25, head.y + 1.5}, 5, c.skin)
	k.fill(trace("M-27 6A27.5 27.5 0 0 1 22-17Q6-14 2-4Q-2 2-8 2Q-12 14-18 20Q-26 16-27 6z"), head, turn)
	k.paint(c.hair)
	disc(point{head.x + 14.8, head.y - 2.5}, 2.2, opaque(0x3B2D26))

	limb(point{241.8, 311.5}, point{267.8, 311.5}, 16, c.shoe)
	limb(point{165, 222}, point{241.8, 235.5}, 34, c.pants)
	limb(point{241.8, 235.5}, point{241.8, 311.5}, 26, c.pants)
	limb(point{165, 130}, point{172.5, 183.5}, 23, c.shirt)
	limb(point{172.5, 183.5}, point{216.7, 206.9}, 18, c.skin)
	disc(point{216.7, 206.9}, 11, c.skin)
	return k.img
}

// CreateRenderer draws the picture.
func (s *Sitter) CreateRenderer() fyne.WidgetRenderer {
	img := canvas.NewRaster(s.picture)
	d := &draw{objects: []fyne.CanvasObject{img}}
	d.place = func(size fyne.Size) {
		side := min(size.Width, size.Height)
		put(img, (size.Width-side)/2, (size.Height-side)/2, side, side)
	}
	d.min = func() fyne.Size { return fyne.NewSquareSize(Px(104)) }
	return d
}
