package widgets

import (
	"image"
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
	Small    float32 // of the small text, in pixels of the design; 0 means 13

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

// picture draws the circle and the part that has passed. Fyne's own arc loses
// its round ends when it becomes short.
func (r *Ring) picture(w, h int) image.Image {
	k := newInk(w, h, float64(r.Diameter), 0, 0)
	k.ring(float64(r.Diameter), float64(r.Width), 1)
	k.paint(Color(ColorSunk))
	if r.part > 0 {
		k.ring(float64(r.Diameter), float64(r.Width), r.part)
		k.paint(Color(r.Tone.strong()))
	}
	return k.img
}

// ring adds a part, from 0 to 1, of a circle that touches the drawing's left
// and top edges, clockwise from the top. Its round ends reach beyond the part,
// so that the smallest one is a dot.
func (k *ink) ring(diameter, width, part float64) {
	r, half := (diameter-width)/2*k.scale, width/2*k.scale
	c := k.at(point{diameter / 2, diameter / 2})
	sweep := part * 2 * math.Pi
	sin, cos := math.Sincos(sweep)
	inside, outside := max(r-half-1, 0), r+half+1
	inside, outside = inside*inside, outside*outside
	k.cover(c.x-r-half, c.y-r-half, c.x+r+half, c.y+r+half, func(p point) float64 {
		x, y := p.x-c.x, p.y-c.y
		from := x*x + y*y
		if from < inside || from > outside {
			return 1 // anything that does not show
		}
		line := math.Abs(math.Sqrt(from)-r) - half
		if part >= 1 {
			return line
		}
		turn := math.Atan2(x, -y)
		if turn < 0 {
			turn += 2 * math.Pi
		}
		if turn <= sweep {
			return line
		}
		return min(math.Hypot(x, y+r), math.Hypot(x-r*sin, y+r*cos)) - half
	})
}

// smallSize is the size of the small text, in pixels of the design.
func (r *Ring) smallSize() float32 {
	if r.Small > 0 {
		return r.Small
	}
	return 13
}

// fit breaks the small text into two lines where one of a readable size is too
// wide, and makes it smaller where that is not enough.
func (r *Ring) fit(room float32) (first, second string, size float32) {
	k := r.smallSize() / 13
	shrink := func(from, to float32, lines ...string) bool {
		for size = Px(from * k); size > Px(to*k); size -= Px(0.25) {
			var wide float32
			for _, l := range lines {
				wide = max(wide, fyne.MeasureText(l, size, Regular).Width)
			}
			if wide <= room {
				return true
			}
		}
		return false
	}
	if shrink(13, 10.5, r.small) || !strings.Contains(r.small, " ") {
		return r.small, "", size
	}
	first, second = halves(r.small)
	shrink(12, 8, first, second)
	return first, second, size
}

// halves breaks a text at the space nearest to its middle.
func halves(s string) (string, string) {
	at := strings.IndexByte(s, ' ')
	for i := range len(s) {
		if s[i] == ' ' && max(i, len(s)-i) < max(at, len(s)-at) {
			at = i
		}
	}
	return s[:at], s[at+1:]
}

// CreateRenderer draws the ring.
func (r *Ring) CreateRenderer() fyne.WidgetRenderer {
	circle := canvas.NewRaster(r.picture)
	big := &canvas.Text{TextStyle: Bold}
	small := &canvas.Text{Alignment: fyne.TextAlignCenter}
	second := &canvas.Text{Alignment: fyne.TextAlignCenter} // line, where one is not enough
	d := &draw{objects: []fyne.CanvasObject{circle, big, small}}
	d.paint = func() {
		big.Text, big.TextSize, big.Color = r.big, Px(r.TextSize), Color(ColorInk)
		for _, line := range []*canvas.Text{small, second} {
			line.TextSize, line.Color = Px(r.smallSize()), Color(ColorInk2)
		}
	}
	d.place = func(s fyne.Size) {
		side := Px(r.Diameter)
		x, y := (s.Width-side)/2, (s.Height-side)/2
		put(circle, x, y, side, side)
		bh := fyne.MeasureText("0", big.TextSize, Bold).Height
		sh := fyne.MeasureText("0", Px(r.smallSize()), Regular).Height
		// The small text must stay inside the circle, which is narrower below
		// the middle than across it.
		inner := float64(side/2 - Px(r.Width) - Px(5))
		below := float64((bh + sh) / 2)
		room := 2 * float32(math.Sqrt(max(inner*inner-below*below*0.8, 0)))
		small.Text, second.Text, small.TextSize = r.fit(room)
		second.TextSize = small.TextSize
		d.objects = append(d.objects[:0], circle, big, small)
		lines := float32(1)
		if second.Text != "" {
			d.objects = append(d.objects, second)
			lines = 2
		}
		top := y + (side-bh-lines*sh)/2
		if r.small == "" {
			top = y + (side-bh)/2
		}
		w := steady(r.big, big.TextSize)
		put(big, (s.Width-w)/2, top, fyne.MeasureText(r.big, big.TextSize, Bold).Width, bh)
		put(small, 0, top+bh, s.Width, sh)
		put(second, 0, top+bh+sh*0.95, s.Width, sh)
	}
	d.min = func() fyne.Size { return fyne.NewSquareSize(Px(r.Diameter)) }
	d.paint()
	return d
}
