package widgets

import (
	"math"
	"slices"
)

// holds tells whether a point is inside a closed line.
func (l traced) holds(p point) bool {
	in := false
	for i, a := range l.points {
		b := l.points[(i+1)%len(l.points)]
		if (a.y > p.y) != (b.y > p.y) && p.x < a.x+(p.y-a.y)*(b.x-a.x)/(b.y-a.y) {
			in = !in
		}
	}
	return in
}

// middleOf is the middle of what a line and the body have in common, and how
// much that is.
func middleOf(l, body traced) (point, float64) {
	low, high := l.bounds()
	var sum point
	wide := 0.0
	const step = 1.0
	for y := low.y + step/2; y < high.y; y += step {
		for _, c := range inCommon(l, body, y) {
			w := c[1] - c[0]
			sum = point{sum.x + w*(c[0]+c[1])/2, sum.y + w*y}
			wide += w
		}
	}
	return point{sum.x / wide, sum.y / wide}, wide * step
}

// widthOf is how wide what a line and the body have in common is at a height.
func widthOf(l, body traced, y float64) float64 {
	w := 0.0
	for _, c := range inCommon(l, body, y) {
		w += c[1] - c[0]
	}
	return w
}

// inCommon are the stretches at a height that are inside two closed lines.
func inCommon(a, b traced, y float64) [][2]float64 {
	var out [][2]float64
	for _, p := range a.across(y) {
		for _, q := range b.across(y) {
			if from, to := max(p[0], q[0]), min(p[1], q[1]); from < to {
				out = append(out, [2]float64{from, to})
			}
		}
	}
	return out
}

// across are the stretches at a height that are inside a closed line.
func (l traced) across(y float64) [][2]float64 {
	var at []float64
	for i, a := range l.points {
		b := l.points[(i+1)%len(l.points)]
		if (a.y > y) != (b.y > y) {
			at = append(at, a.x+(y-a.y)*(b.x-a.x)/(b.y-a.y))
		}
	}
	slices.Sort(at)
	var out [][2]float64
	for i := 1; i < len(at); i += 2 {
		out = append(out, [2]float64{at[i-1], at[i]})
	}
	return out
}

// bounds are the corners of the box around a line.
func (l traced) bounds() (low, high point) {
	low, high = point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, p := range l.points {
		low = point{min(low.x, p.x), min(low.y, p.y)}
		high = point{max(high.x, p.x), max(high.y, p.y)}
	}
	return low, high
}

// distance is how far a point is from a closed line, 0 inside.
func (l traced) distance(p point) float64 {
	if l.holds(p) {
		return 0
	}
	best := math.Inf(1)
	for i, a := range l.points {
		b := l.points[(i+1)%len(l.points)]
		dx, dy := b.x-a.x, b.y-a.y
		t := 0.0
		if long := dx*dx + dy*dy; long > 0 {
			t = min(max(((p.x-a.x)*dx+(p.y-a.y)*dy)/long, 0), 1)
		}
		best = min(best, math.Hypot(p.x-a.x-t*dx, p.y-a.y-t*dy))
	}
	return best
}
