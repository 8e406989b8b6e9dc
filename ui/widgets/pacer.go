package widgets

import (
	"image"
	"image/color"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Pacer is a soft round shape that grows and shrinks, with a word in it that
// says the same. Where it is at an instant its source tells. It is drawn anew
// only while somebody could see it.
type Pacer struct {
	widget.BaseWidget
	Now func() time.Time // nil means time.Now

	source func(time.Time) (Swell, time.Duration)
	swell  Swell
	word   string
	small  string
	raster *canvas.Raster
	buffer *image.NRGBA // of the last picture
	frames
}

// Swell is how large the shape is, and how firm, each from 0 to 1.
type Swell struct{ Size, Firm float64 }

// NewPacer makes one that is small and still.
func NewPacer() *Pacer {
	p := &Pacer{}
	p.frames = newFrames(p.now, p.follow)
	p.raster = canvas.NewRaster(p.draw)
	p.ExtendBaseWidget(p)
	return p
}

// Follow makes it show what source tells: what it is like at an instant, and how
// long until it is another. 0 means that it stays until Look is called.
func (p *Pacer) Follow(source func(now time.Time) (s Swell, again time.Duration)) {
	p.source = source
	p.Look()
}

// Look asks the source at once: what it tells is another thing now.
func (p *Pacer) Look() { p.follow(p.now()) }

// Say changes the words in it: a large one and a small one below.
func (p *Pacer) Say(word, small string) {
	if p.word != word || p.small != small {
		p.word, p.small = word, small
		p.Refresh()
	}
}

// Words are the words in it.
func (p *Pacer) Words() (word, small string) { return p.word, p.small }

// Swell is how it is drawn.
func (p *Pacer) Swell() Swell { return p.swell }

func (p *Pacer) now() time.Time {
	if p.Now != nil {
		return p.Now()
	}
	return time.Now()
}

func (p *Pacer) follow(now time.Time) {
	if p.source == nil {
		return
	}
	s, again := p.source(now)
	p.again = again
	if s != p.swell {
		p.swell = s
		p.asked = true
		p.raster.Refresh()
	}
	if again > 0 {
		p.run()
	} else {
		p.sleep()
	}
}

// The shape's measures, as parts of half the side of what it is drawn on.
const (
	pacerLeast = 0.34 // radius when it is small
	pacerMost  = 0.78 // radius when it is large
	pacerHalo  = 0.20 // how far its glow reaches beyond
)

// Radius is how far the shape reaches from its middle on a square of a side.
func (s Swell) radius(side float64) float64 {
	return side / 2 * (pacerLeast + (pacerMost-pacerLeast)*min(max(s.Size, 0), 1))
}

// PacerStep is how long a shape on a square of so many pixels may stay as it is
// when its size changes by so much a second, so that no step is seen: it moves
// by about a pixel at a time, 30 times a second at most.
func PacerStep(side float32, perSecond float64) time.Duration {
	const most = time.Second / 8
	speed := float64(side) / 2 * (pacerMost - pacerLeast) * math.Abs(perSecond)
	if speed <= 0 {
		return most
	}
	return min(max(time.Duration(float64(time.Second)*1.2/speed), frameTime), most)
}

// draw is asked for the picture when it is seen and not drawn as it is now.
func (p *Pacer) draw(w, h int) image.Image {
	p.seen()
	if p.buffer == nil || p.buffer.Rect.Dx() != w || p.buffer.Rect.Dy() != h {
		p.buffer = image.NewNRGBA(image.Rect(0, 0, w, h))
	} else {
		clear(p.buffer.Pix)
	}
	p.paint(p.buffer)
	if p.again > 0 {
		p.run() // it may have been out of sight
	}
	return p.buffer
}

// fineness is how many colours of the shape there are to a pixel.
const fineness = 4

// paint draws the shape, whose colour depends on how far from its middle a pixel
// is, and nothing else.
func (p *Pacer) paint(img *image.NRGBA) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	side := float64(min(w, h))
	shades := p.shades(side)
	cx, cy := float64(w)/2, float64(h)/2
	reach := float64(len(shades)-1) / fineness
	for y := max(int(cy-reach), 0); y < min(int(cy+reach)+1, h); y++ {
		dy := float64(y) + 0.5 - cy
		half := math.Sqrt(max(reach*reach-dy*dy, 0))
		for x := max(int(cx-half), 0); x < min(int(cx+half)+1, w); x++ {
			dx := float64(x) + 0.5 - cx
			if n := int(math.Sqrt(dx*dx+dy*dy) * fineness); n < len(shades) {
				c := shades[n]
				copy(img.Pix[img.PixOffset(x, y):], []uint8{c.R, c.G, c.B, c.A})
			}
		}
	}
}

// shades are the colours from the middle outwards: the shape, deeper towards its
// rim and when it is firm; its glow; and a faint line where it is largest.
func (p *Pacer) shades(side float64) []color.NRGBA {
	soft, strong, line := nrgba(ColorPrimarySoft), nrgba(ColorPrimary), nrgba(ColorLine)
	r, most := p.swell.radius(side), Swell{Size: 1}.radius(side)
	halo := side / 2 * pacerHalo
	edge := max(side/300, 1)
	out := make([]color.NRGBA, int(math.Ceil((side/2)*fineness)))
	for n := range out {
		d := (float64(n) + 0.5) / fineness
		depth := 0.10 + 0.22*math.Pow(min(d/r, 1), 3) + 0.30*p.swell.Firm
		c := blend(soft, strong, depth)
		if inside := min(max(r+0.5-d, 0), 1); inside < 1 {
			glow := strong
			part := min(max((d-r)/halo, 0), 1)
			glow.A = uint8(255 * 0.26 * (1 - 0.5*p.swell.Firm) * (1 - part) * (1 - part))
			if ring := 1 - math.Abs(d-most)/edge; ring > 0 {
				glow = over(line, ring*0.9, glow)
			}
			c = over(c, inside, glow)
		}
		out[n] = c
	}
	return out
}

func nrgba(name fyne.ThemeColorName) color.NRGBA {
	return color.NRGBAModel.Convert(Color(name)).(color.NRGBA)
}

// blend is a colour between two, 0 the first and 1 the second.
func blend(a, b color.NRGBA, part float64) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*part + 0.5) }
	return color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), mix(a.A, b.A)}
}

// over is a colour that covers a part of another.
func over(top color.NRGBA, part float64, under color.NRGBA) color.NRGBA {
	a := float64(top.A) / 255 * part
	b := float64(under.A) / 255 * (1 - a)
	if a+b <= 0 {
		return color.NRGBA{}
	}
	mix := func(x, y uint8) uint8 { return uint8((float64(x)*a+float64(y)*b)/(a+b) + 0.5) }
	return color.NRGBA{mix(top.R, under.R), mix(top.G, under.G), mix(top.B, under.B), uint8(255*(a+b) + 0.5)}
}

// HeightFor is the width: it is drawn on a square.
func (p *Pacer) HeightFor(width float32) float32 { return width }

// AccessibilityLabel is what stands in it.
func (p *Pacer) AccessibilityLabel() string {
	if p.small == "" {
		return p.word
	}
	return p.word + ", " + p.small
}

// AccessibilityRole says that this is text.
func (p *Pacer) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer draws the shape and its words.
func (p *Pacer) CreateRenderer() fyne.WidgetRenderer {
	word := &canvas.Text{Alignment: fyne.TextAlignCenter, TextStyle: SemiBold}
	small := &canvas.Text{Alignment: fyne.TextAlignCenter, TextStyle: Medium}
	d := &draw{objects: []fyne.CanvasObject{p.raster, word, small}}
	d.paint = func() {
		word.Text, small.Text = p.word, p.small
		word.Color, small.Color = Color(ColorInk), Color(ColorInk2)
	}
	d.place = func(size fyne.Size) {
		side := min(size.Width, size.Height)
		put(p.raster, (size.Width-side)/2, (size.Height-side)/2, side, side)
		room := side * pacerLeast * 0.92 // across the shape when it is small
		word.TextSize = max(min(side*0.085, Px(64)), Px(15))
		shrink(word, word.TextSize, room)
		small.TextSize = max(word.TextSize*0.5, Px(12.5))
		shrink(small, small.TextSize, room)
		wh, sh := word.MinSize().Height, small.MinSize().Height
		top := (size.Height - wh) / 2
		if p.small != "" {
			top = (size.Height - wh - sh) / 2
		}
		put(word, 0, top, size.Width, wh)
		put(small, 0, top+wh, size.Width, sh)
	}
	d.min = func() fyne.Size { return fyne.NewSquareSize(Px(120)) }
	d.paint()
	return d
}
