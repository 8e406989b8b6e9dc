package widgets

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"
)

// ink draws simple shapes, crisp at any scale, into a picture. Fyne's own SVG
// reader does not scale the width of lines, hence this. A shape is known by
// its distance to a pixel's middle, which gives edges of even softness and
// lets shapes of one colour overlap without a seam.
type ink struct {
	img   *image.NRGBA
	mask  []float32 // how much of each pixel the shapes since the last paint cover
	w, h  int
	scale float64 // pixels of the picture per unit of the drawing
	ox    float64 // the drawing's left and top edge
	oy    float64
}

// newInk makes an empty picture of w by h pixels onto which a drawing of
// side by side units fits.
func newInk(w, h int, side, ox, oy float64) *ink {
	return &ink{
		img: image.NewNRGBA(image.Rect(0, 0, w, h)), mask: make([]float32, w*h), w: w, h: h,
		scale: float64(min(w, h)) / side, ox: ox, oy: oy,
	}
}

// at is a place of the drawing in pixels.
func (k *ink) at(p point) point { return point{(p.x - k.ox) * k.scale, (p.y - k.oy) * k.scale} }

// cover adds a shape that lies within a box of pixels and is as far from a
// pixel as distance says, less than zero inside.
func (k *ink) cover(x0, y0, x1, y1 float64, distance func(p point) float64) {
	fromX, toX := max(int(x0)-1, 0), min(int(x1)+2, k.w)
	fromY, toY := max(int(y0)-1, 0), min(int(y1)+2, k.h)
	for y := fromY; y < toY; y++ {
		for x := fromX; x < toX; x++ {
			d := distance(point{float64(x) + 0.5, float64(y) + 0.5})
			if a := float32(min(max(0.5-d, 0), 1)); a > k.mask[y*k.w+x] {
				k.mask[y*k.w+x] = a
			}
		}
	}
}

// paint colours what was added since the last paint.
func (k *ink) paint(c color.Color) {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	for i, a := range k.mask {
		if a == 0 {
			continue
		}
		k.mask[i] = 0
		px := k.img.Pix[4*i : 4*i+4 : 4*i+4]
		src := a * float32(n.A) / 255
		dst := float32(px[3]) / 255 * (1 - src)
		out := src + dst
		for j, v := range [3]uint8{n.R, n.G, n.B} {
			px[j] = uint8((float32(v)*src+float32(px[j])*dst)/out + 0.5)
		}
		px[3] = uint8(out*255 + 0.5)
	}
}

// circle adds a disc.
func (k *ink) circle(c point, r float64) { k.limb(c, c, 2*r) }

// limb adds a straight line with round ends.
func (k *ink) limb(a, b point, width float64) {
	a, b = k.at(a), k.at(b)
	r := width / 2 * k.scale
	dx, dy := b.x-a.x, b.y-a.y
	long := dx*dx + dy*dy
	k.cover(min(a.x, b.x)-r, min(a.y, b.y)-r, max(a.x, b.x)+r, max(a.y, b.y)+r, func(p point) float64 {
		t := 0.0
		if long > 0 {
			t = min(max(((p.x-a.x)*dx+(p.y-a.y)*dy)/long, 0), 1)
		}
		return math.Hypot(p.x-a.x-t*dx, p.y-a.y-t*dy) - r
	})
}

// stroke adds a path as a line with round ends and joins.
func (k *ink) stroke(paths []traced, width float64) {
	for _, p := range paths {
		for i := 1; i < len(p.points); i++ {
			k.limb(p.points[i-1], p.points[i], width)
		}
		if n := len(p.points); p.closed && n > 1 {
			k.limb(p.points[n-1], p.points[0], width)
		}
	}
}

// box adds a rectangle with round corners.
func (k *ink) box(x, y, w, h, r float64) {
	a := k.at(point{x, y})
	w, h = w*k.scale, h*k.scale
	r = min(r*k.scale, w/2, h/2)
	k.cover(a.x, a.y, a.x+w, a.y+h, func(p point) float64 {
		dx := math.Abs(p.x-a.x-w/2) - (w/2 - r)
		dy := math.Abs(p.y-a.y-h/2) - (h/2 - r)
		return math.Hypot(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - r
	})
}

// fill adds the inside of a path, turned by degrees and moved.
func (k *ink) fill(paths []traced, by point, degrees float64) {
	z := vector.NewRasterizer(k.w, k.h)
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	for _, p := range paths {
		for i, q := range p.points {
			q = k.at(point{by.x + q.x*cos - q.y*sin, by.y + q.x*sin + q.y*cos})
			if i == 0 {
				z.MoveTo(float32(q.x), float32(q.y))
			} else {
				z.LineTo(float32(q.x), float32(q.y))
			}
		}
		z.ClosePath()
	}
	alpha := image.NewAlpha(k.img.Bounds())
	z.Draw(alpha, alpha.Bounds(), image.Opaque, image.Point{})
	for i, a := range alpha.Pix {
		k.mask[i] = max(k.mask[i], float32(a)/255)
	}
}
