package widgets

import (
	"math"
	"slices"
)

// bodyGap is the room between the two figures, in units of the body.
const bodyGap = 10

// bodyWide is the room of both.
const bodyWide = 4*bodyHalf + bodyGap

// bodyMiddle is where the middle of a figure is.
func bodyMiddle(s bodySide) float64 { return bodyHalf + float64(s)*(2*bodyHalf+bodyGap) }

// bodyPatch is a region on one of the figures, in units from the top left of
// both.
type bodyPatch struct {
	region int // its place among the regions
	side   bodySide
	lines  []traced
	marks  []bodySpot // where each line's mark goes
	centre point      // the middle of all of it, for the keys
	area   float64
}

// bodyPatches are the places of the regions, large ones before those that lie
// within them. A region the body has no place for has no patch.
func bodyPatches(regions []BodyRegion) []bodyPatch {
	var out []bodyPatch
	for i, r := range regions {
		for _, s := range bodyShapes() {
			if s.id == r.ID {
				out = append(out, newBodyPatch(i, s))
			}
		}
	}
	slices.SortStableFunc(out, func(a, b bodyPatch) int {
		switch {
		case a.area > b.area:
			return -1
		case a.area < b.area:
			return 1
		}
		return 0
	})
	return out
}

// bodySpot is where a mark goes: the middle of a part of the body, and how wide
// that is there.
type bodySpot struct {
	point
	wide float64
}

func newBodyPatch(region int, s bodyShape) bodyPatch {
	p := bodyPatch{region: region, side: s.side}
	body := bodyOutlineOf(s.side)
	var all point
	for _, l := range s.lines {
		l = shifted(l, bodyMiddle(s.side))
		middle, area := middleOf(l, body)
		p.lines = append(p.lines, l)
		p.marks = append(p.marks, bodySpot{middle, widthOf(l, body, middle.y)})
		all = point{all.x + middle.x*area, all.y + middle.y*area}
		p.area += area
	}
	p.centre = point{all.x / p.area, all.y / p.area}
	return p
}

// bodyOutlineOf is the outline of a figure where it stands.
func bodyOutlineOf(s bodySide) traced { return shifted(bodyOutline(), bodyMiddle(s)) }

func shifted(l traced, x float64) traced {
	points := slices.Clone(l.points)
	for i := range points {
		points[i].x += x
	}
	return traced{points: points, closed: l.closed}
}

// patchAt is the patch a tap means: the smallest one it is in, or else the
// nearest no further away than slack; -1 for none. A tap in one figure's room
// never means the other.
func patchAt(patches []bodyPatch, at point, slack float64) int {
	side := bodyFront
	if at.x > bodyWide/2 {
		side = bodyBack
	}
	best, far := -1, math.Inf(1)
	for i := len(patches) - 1; i >= 0; i-- {
		if patches[i].side != side {
			continue
		}
		for _, l := range patches[i].lines {
			if d := l.distance(at); d <= slack && d < far {
				best, far = i, d
			}
		}
	}
	return best
}

// patchBeside is the patch the arrow keys lead to from one: the nearest in
// that direction, where what lies straight ahead counts as nearer, and what
// lies more to the side than ahead does not count. Up and down stay on the
// figure. Without one it stays where it is.
func patchBeside(patches []bodyPatch, from int, dx, dy float64) int {
	const astray, widest = 2.2, 1.5
	a := patches[from]
	best, far := from, math.Inf(1)
	for i, b := range patches {
		if dy != 0 && b.side != a.side {
			continue
		}
		x, y := b.centre.x-a.centre.x, b.centre.y-a.centre.y
		ahead, aside := x*dx+y*dy, math.Abs(x*dy)+math.Abs(y*dx)
		if ahead < 1 || aside > widest*ahead {
			continue
		}
		if d := ahead + astray*aside; d < far {
			best, far = i, d
		}
	}
	return best
}
