// Package widgets holds the pieces Unhunch's screens are made of: cards,
// rings, chips, buttons, the pain scale, and a small way of laying them out
// that knows how high a text becomes at a width.
//
// Sizes are given in the pixels of the design at 100 % text and pass through
// Px, so that text, paddings and corners grow together. Colours are names the
// theme answers.
package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The colours of the design. The soft ones are backgrounds; those ending in
// Text are dark (or, on dark, light) enough to be read on their soft one.
const (
	ColorBackground  = theme.ColorNameBackground
	ColorSurface     = fyne.ThemeColorName("unhunch.surface")
	ColorSunk        = fyne.ThemeColorName("unhunch.sunk")
	ColorInk         = theme.ColorNameForeground
	ColorInk2        = fyne.ThemeColorName("unhunch.ink2")
	ColorLine        = fyne.ThemeColorName("unhunch.line")
	ColorPrimary     = theme.ColorNamePrimary
	ColorPrimarySoft = fyne.ThemeColorName("unhunch.primary.soft")
	ColorPrimaryText = fyne.ThemeColorName("unhunch.primary.text")
	ColorOnPrimary   = theme.ColorNameForegroundOnPrimary
	ColorHeat        = fyne.ThemeColorName("unhunch.heat")
	ColorHeatSoft    = fyne.ThemeColorName("unhunch.heat.soft")
	ColorHeatText    = fyne.ThemeColorName("unhunch.heat.text")
	ColorCold        = fyne.ThemeColorName("unhunch.cold")
	ColorColdSoft    = fyne.ThemeColorName("unhunch.cold.soft")
	ColorColdText    = fyne.ThemeColorName("unhunch.cold.text")
	ColorAmber       = fyne.ThemeColorName("unhunch.amber")
	ColorAmberSoft   = fyne.ThemeColorName("unhunch.amber.soft")
	ColorAmberText   = fyne.ThemeColorName("unhunch.amber.text")
	ColorOnAmber     = fyne.ThemeColorName("unhunch.amber.on")
	ColorDanger      = theme.ColorNameError
	ColorFocus       = fyne.ThemeColorName("unhunch.focus")
	ColorShade       = fyne.ThemeColorName("unhunch.shade") // of what floats above
	ColorHover       = theme.ColorNameHover
)

// SizeScale is the theme size that holds the text size as a factor: 1 for
// 100 %. A theme that does not know it answers 0, which counts as 1.
const SizeScale fyne.ThemeSizeName = "unhunch.scale"

// The weights between regular and bold. Fyne knows only those two, so the
// theme tells these apart by marks that mean nothing else on a bold text; a
// theme that does not shows bold.
var (
	Regular  = fyne.TextStyle{}
	Medium   = fyne.TextStyle{Bold: true, TabWidth: 5}
	SemiBold = fyne.TextStyle{Bold: true, TabWidth: 6}
	Bold     = fyne.TextStyle{Bold: true}
)

// Scale is the person's text size as a factor.
func Scale() float32 {
	if s := theme.Size(SizeScale); s > 0 {
		return s
	}
	return 1
}

// Px turns pixels of the design into those of the person's text size.
func Px(n float32) float32 { return n * Scale() }

// zoom is a factor a widget is drawn larger by; 0 means 1.
func zoom(z float32) float32 {
	if z > 0 {
		return z
	}
	return 1
}

// Color looks a colour name up in the current theme.
func Color(name fyne.ThemeColorName) color.Color { return theme.Color(name) }

// draw is the renderer of every widget here: what to draw, and how to place
// and paint it.
type draw struct {
	objects []fyne.CanvasObject
	place   func(fyne.Size)
	min     func() fyne.Size
	paint   func()
	size    fyne.Size
}

func (d *draw) Destroy()                     {}
func (d *draw) Objects() []fyne.CanvasObject { return d.objects }
func (d *draw) MinSize() fyne.Size           { return d.min() }

func (d *draw) Layout(size fyne.Size) {
	d.size = size
	d.place(size)
}

func (d *draw) Refresh() {
	if d.paint != nil {
		d.paint()
	}
	d.place(d.size)
	for _, o := range d.objects {
		o.Refresh()
	}
}

// put moves and sizes an object in one go.
func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
}
