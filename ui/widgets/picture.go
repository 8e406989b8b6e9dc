package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Picture is a photo or drawing, as wide as its place and at most so high that
// all of it can be seen.
type Picture struct {
	widget.BaseWidget
	Alt   string // what it shows, for a screen reader
	image *canvas.Image
	ratio float32 // height to width
}

// tallest is the most a picture's height may be of its width.
const tallest = 1.4

// NewPicture makes one; ratio is the picture's height to its width.
func NewPicture(image *canvas.Image, ratio float32, alt string) *Picture {
	p := &Picture{Alt: alt, image: image, ratio: ratio}
	image.FillMode = canvas.ImageFillContain
	p.ExtendBaseWidget(p)
	return p
}

// HeightFor is the picture's height at a width.
func (p *Picture) HeightFor(width float32) float32 { return width * min(p.ratio, tallest) }

// AccessibilityLabel is what it shows.
func (p *Picture) AccessibilityLabel() string { return p.Alt }

// AccessibilityRole says that this is something to take in, not to press.
func (p *Picture) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer draws the picture.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer {
	d := &draw{objects: []fyne.CanvasObject{p.image}}
	d.place = func(s fyne.Size) { put(p.image, 0, 0, s.Width, s.Height) }
	d.min = func() fyne.Size { return fyne.NewSquareSize(Px(60)) }
	return d
}
