package widgets

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Ring shows how much of something has passed: a circle that fills clockwise
// from the top, with a big text and a small one inside.
type Ring struct {
	widget.BaseWidget
	Diameter float32 // in pixels of the design
	Width    float32 // of the line, in pixels of the design
	TextSize float32 // of the big text, in pixels of the design
	Tone     Tone

	part  float64
	big   string
	small string
}

// NewRing makes an empty ring.
func NewRing(diameter, width, text float32) *Ring {
	r := &Ring{Diameter: diameter, Width: width, TextSize: text, Tone: Accent}
	r.ExtendBaseWidget(r)
	return r
}

// Set changes what the ring shows: part is from 0 to 1.
func (r *Ring) Set(part float64, big, small string) {
	part = min(max(part, 0), 1)
	if part != r.part || big != r.big || small != r.small {
		r.part, r.big, r.small = part, big, small
		r.Refresh()
	}
}

// Text is what stands inside: the big text and the small one.
func (r *Ring) Text() (big, small string) { return r.big, r.small }

// Part is how much of the ring is filled.
func (r *Ring) Part() float64 { return r.part }

// AccessibilityLabel is both texts.
func (r *Ring) AccessibilityLabel() string { return r.big + ", " + r.small }

// AccessibilityRole says that this is text.
func (r *Ring) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// steady is the width to centre a countdown by. Its last digits are counted
// as zeros, so that the text does not shiver from second to second.
func steady(s string, size float32) float32 {
	if i := strings.LastIndexByte(s, ':'); i >= 0 {
		s = s[:i+1] + strings.Repeat("0", len(s)-i-1)
	}
	return fyne.MeasureText(s, size, Bold).Width
}

// CreateRenderer draws the ring.
func (r *Ring) CreateRenderer() fyne.WidgetRenderer {
	track := canvas.NewArc(0, 360, 0, Color(ColorSunk))
	arc := canvas.NewArc(0, 0, 0, Color(ColorPrimary))
	big := &canvas.Text{TextStyle: Bold}
	small := &canvas.Text{Alignment: fyne.TextAlignCenter}
	d := &draw{objects: []fyne.CanvasObject{track, arc, big, small}}
	d.paint = func() {
		cut := 1 - 2*r.Width/r.Diameter
		track.FillColor, track.CutoutRatio = Color(ColorSunk), cut
		arc.FillColor, arc.CutoutRatio = Color(r.Tone.strong()), cut
		// The round ends reach beyond the part itself; Fyne would take them
		// out of it.
		end := math.Asin(float64(r.Width/(r.Diameter-r.Width))) * 180 / math.Pi
		arc.StartAngle, arc.EndAngle = float32(-end), float32(r.part*360+end)
		arc.CornerRadius = Px(r.Width / 2)
		if arc.EndAngle-arc.StartAngle >= 360 {
			arc.StartAngle, arc.EndAngle, arc.CornerRadius = 0, 360, 0
		}
		arc.Hidden = r.part <= 0
		big.Text, big.TextSize, big.Color = r.big, Px(r.TextSize), Color(ColorInk)
		small.Text, small.TextSize, small.Color = r.small, Px(13), Color(ColorInk2)
	}
	d.place = func(s fyne.Size) {
		side := Px(r.Diameter)
		x, y := (s.Width-side)/2, (s.Height-side)/2
		put(track, x, y, side, side)
		put(arc, x, y, side, side)
		bh := fyne.MeasureText("0", big.TextSize, Bold).Height
		sh := fyne.MeasureText("0", Px(13), Regular).Height
		// The small text must stay inside the circle, which is narrower below
		// the middle than across it.
		inner := float64(side/2 - Px(r.Width) - Px(5))
		below := float64((bh + sh) / 2)
		room := 2 * float32(math.Sqrt(max(inner*inner-below*below*0.8, 0)))
		for small.TextSize > Px(9) && fyne.MeasureText(r.small, small.TextSize, Regular).Width > room {
			small.TextSize -= Px(0.25)
		}
		top := y + (side-bh-sh)/2
		if r.small == "" {
			top = y + (side-bh)/2
		}
		w := steady(r.big, big.TextSize)
		put(big, (s.Width-w)/2, top, fyne.MeasureText(r.big, big.TextSize, Bold).Width, bh)
		put(small, 0, top+bh, s.Width, sh)
	}
	d.min = func() fyne.Size { return fyne.NewSquareSize(Px(r.Diameter)) }
	d.paint()
	return d
}
