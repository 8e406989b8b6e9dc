package assets

import "math"

type point struct{ x, y float64 }

func (p point) add(q point) point        { return point{p.x + q.x, p.y + q.y} }
func (p point) sub(q point) point        { return point{p.x - q.x, p.y - q.y} }
func (p point) times(k float64) point    { return point{p.x * k, p.y * k} }
func (p point) length() float64          { return math.Hypot(p.x, p.y) }
func (p point) left() point              { return point{p.y, -p.x} } // as seen on a screen, y down
func turn(a, b point) float64            { return math.Atan2(a.x*b.y-a.y*b.x, a.x*b.x+a.y*b.y) }
func mid(a, b point, t float64) point    { return a.add(b.sub(a).times(t)) }
func around(c point, r, a float64) point { return point{c.x + r*math.Cos(a), c.y + r*math.Sin(a)} }

const arcStep = math.Pi / 10

// outline turns a flattened path into the polygon around it, with round caps
// and joins. All run the same way round, so that the non-zero rule fills their
// union.
func outline(l []point, width float64) []point {
	return side(side(nil, l, width/2), reversed(l), width/2)
}

// side walks along ps with the offset curve on the left, and ends with a
// round cap.
func side(out, ps []point, r float64) []point {
	for i := 0; i+1 < len(ps); i++ {
		n := normal(ps[i], ps[i+1], r)
		if i > 0 {
			out = join(out, ps[i], normal(ps[i-1], ps[i], r), n, r)
		}
		out = append(out, ps[i].add(n), ps[i+1].add(n))
	}
	last := len(ps) - 1
	n := normal(ps[last-1], ps[last], r)
	return arc(out, ps[last], r, math.Atan2(n.y, n.x), math.Pi)
}

// join goes round a corner: by an arc outside, through the corner inside.
func join(out []point, at, from, to point, r float64) []point {
	switch a := turn(from, to); {
	case a > arcStep:
		return arc(out, at, r, math.Atan2(from.y, from.x), a)
	case a < -arcStep:
		return append(out, at)
	}
	return out
}

func arc(out []point, c point, r, from, by float64) []point {
	n := int(math.Ceil(math.Abs(by) / arcStep))
	for i := 0; i <= n; i++ {
		out = append(out, around(c, r, from+by*float64(i)/float64(n)))
	}
	return out
}

func normal(a, b point, r float64) point {
	d := b.sub(a)
	return d.left().times(r / d.length())
}

func reversed(ps []point) []point {
	out := make([]point, len(ps))
	for i, p := range ps {
		out[len(ps)-1-i] = p
	}
	return out
}
