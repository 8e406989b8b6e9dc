package widgets

import (
	"math"
	"strconv"
	"strings"
)

// point is a place in a drawing.
type point struct{ x, y float64 }

// traced is one line of a path as short straight pieces.
type traced struct {
	points []point
	closed bool
}

// trace reads the path language of SVG (all commands but T and S with smooth
// quadratics) and flattens its curves. What it cannot read ends the path: the
// paths are this package's own, and a test reads them all.
func trace(path string) []traced {
	r := pathReader{rest: path}
	var cmd byte
	for {
		c, ok := r.command()
		switch {
		case ok:
			cmd = c
		case !r.more():
			return r.out
		case cmd == 'M':
			cmd = 'L'
		case cmd == 'm':
			cmd = 'l'
		}
		if !r.step(cmd) {
			return r.out
		}
	}
}

type pathReader struct {
	rest  string
	at    point
	ctrl  point // the last curve's second handle
	out   []traced
	curve bool // the last step was a cubic
}

func (r *pathReader) skip() { r.rest = strings.TrimLeft(r.rest, " ,\n\t") }

func (r *pathReader) more() bool { r.skip(); return r.rest != "" }

func (r *pathReader) command() (byte, bool) {
	if r.more() && strings.IndexByte("MmLlHhVvCcSsQqAaZz", r.rest[0]) >= 0 {
		c := r.rest[0]
		r.rest = r.rest[1:]
		return c, true
	}
	return 0, false
}

func (r *pathReader) number() float64 {
	r.skip()
	i, dot := 0, false
	for i < len(r.rest) {
		c := r.rest[i]
		if (c == '-' && i > 0) || (c == '.' && dot) || !strings.ContainsRune("-.0123456789", rune(c)) {
			break
		}
		dot = dot || c == '.'
		i++
	}
	n, err := strconv.ParseFloat(r.rest[:i], 64)
	if err != nil {
		r.rest = ""
		return 0
	}
	r.rest = r.rest[i:]
	return n
}

func (r *pathReader) pair(relative bool) point {
	p := point{r.number(), r.number()}
	if relative {
		p.x, p.y = p.x+r.at.x, p.y+r.at.y
	}
	return p
}

func (r *pathReader) line(to point) {
	l := &r.out[len(r.out)-1]
	l.points = append(l.points, to)
	r.at = to
}

// step reads one command's numbers and draws it.
func (r *pathReader) step(cmd byte) bool {
	rel := cmd >= 'a'
	smooth := r.curve
	r.curve = false
	if len(r.out) == 0 && cmd != 'M' && cmd != 'm' {
		return false
	}
	switch cmd {
	case 'M', 'm':
		r.at = r.pair(rel)
		r.out = append(r.out, traced{points: []point{r.at}})
	case 'L', 'l':
		r.line(r.pair(rel))
	case 'H', 'h':
		x := r.number()
		if rel {
			x += r.at.x
		}
		r.line(point{x, r.at.y})
	case 'V', 'v':
		y := r.number()
		if rel {
			y += r.at.y
		}
		r.line(point{r.at.x, y})
	case 'C', 'c':
		a, b, to := r.pair(rel), r.pair(rel), r.pair(rel)
		r.cubic(a, b, to)
	case 'S', 's':
		a := r.at
		if smooth {
			a = point{2*r.at.x - r.ctrl.x, 2*r.at.y - r.ctrl.y}
		}
		b, to := r.pair(rel), r.pair(rel)
		r.cubic(a, b, to)
	case 'Q', 'q':
		q, to := r.pair(rel), r.pair(rel)
		from := r.at
		third := func(p point) point { return point{p.x + 2*(q.x-p.x)/3, p.y + 2*(q.y-p.y)/3} }
		r.cubic(third(from), third(to), to)
		r.curve = false
	case 'A', 'a':
		rx, ry := r.number(), r.number()
		_ = r.number() // the axis: the arcs here are circles
		large, sweep := r.number() != 0, r.number() != 0
		r.arc(rx, ry, large, sweep, r.pair(rel))
	case 'Z', 'z':
		l := &r.out[len(r.out)-1]
		l.closed = true
		r.at = l.points[0]
	default:
		return false
	}
	return true
}

const flatness = 12 // pieces of a curve

func (r *pathReader) cubic(a, b, to point) {
	from := r.at
	for i := 1; i <= flatness; i++ {
		t := float64(i) / flatness
		u := 1 - t
		k0, k1, k2, k3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		r.line(point{
			k0*from.x + k1*a.x + k2*b.x + k3*to.x,
			k0*from.y + k1*a.y + k2*b.y + k3*to.y,
		})
	}
	r.ctrl, r.curve = b, true
}

// arc follows the SVG specification's conversion from end points to a centre.
func (r *pathReader) arc(rx, ry float64, large, sweep bool, to point) {
	from := r.at
	x, y := (from.x-to.x)/2, (from.y-to.y)/2
	if over := x*x/(rx*rx) + y*y/(ry*ry); over > 1 {
		rx, ry = rx*math.Sqrt(over), ry*math.Sqrt(over)
	}
	under := rx*rx*y*y + ry*ry*x*x
	k := math.Sqrt(max((rx*rx*ry*ry-under)/under, 0))
	if large == sweep {
		k = -k
	}
	cx, cy := k*rx*y/ry, -k*ry*x/rx
	start := math.Atan2((y-cy)/ry, (x-cx)/rx)
	turn := math.Atan2((-y-cy)/ry, (-x-cx)/rx) - start
	switch {
	case sweep && turn < 0:
		turn += 2 * math.Pi
	case !sweep && turn > 0:
		turn -= 2 * math.Pi
	}
	mx, my := cx+(from.x+to.x)/2, cy+(from.y+to.y)/2
	const pieces = 2 * flatness
	for i := 1; i <= pieces; i++ {
		a := start + turn*float64(i)/pieces
		r.line(point{mx + rx*math.Cos(a), my + ry*math.Sin(a)})
	}
}
