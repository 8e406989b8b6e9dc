package widgets

import "sync"

// A body is drawn in units of its own: x from the line down its middle, y from
// a little above the head. The front and the back have the same outline.
const (
	bodyHalf = 54  // from the middle to the edge of its room
	bodyTall = 250 // of its room
)

// bodyEdge is the outline of the half on the viewer's right, from the crown
// down: head, neck, shoulder, arm, hand, and back up to the armpit, then the
// trunk, the leg, the foot, and back up to the crotch.
var bodyEdge = []point{
	{0, 3},
	{8.4, 5.2},
	{13, 12.5},
	{13.2, 21},
	{11, 28.2},
	{7.6, 33.4},
	{7, 38.6},
	{11, 43},
	{19.5, 46},
	{28, 49},
	{33.4, 55.5},
	{35.6, 66},
	{37.8, 79},
	{40.6, 91},
	{44, 104.5},
	{46.6, 115.5},
	{49.6, 123},
	{50.8, 131.5},
	{48.6, 138.8},
	{44.6, 139.4},
	{42.2, 132.5},
	{40.8, 122.5},
	{38.4, 113},
	{34.8, 99},
	{31.2, 86},
	{28.4, 74},
	{26.9, 68.2},
	{25.9, 74},
	{24.8, 83},
	{22.6, 94},
	{22, 102},
	{23.8, 112},
	{26.6, 122},
	{27.6, 134},
	{26.6, 150},
	{23.6, 166},
	{21.2, 178},
	{21.4, 188},
	{22, 198},
	{20, 212},
	{16.8, 226},
	{16.6, 232},
	{20.4, 239.4},
	{20.8, 244.6},
	{15.4, 247},
	{8.8, 246.4},
	{7.2, 241},
	{8.4, 231},
	{8.2, 221},
	{6.6, 206},
	{6.2, 194},
	{7, 182},
	{6.4, 168},
	{4, 150},
	{1.8, 135.6},
	{0, 132.4},
}

// bodyOutline is the whole outline as short straight pieces.
var bodyOutline = sync.OnceValue(func() traced {
	corners := append([]point{}, bodyEdge...)
	for i := len(bodyEdge) - 2; i > 0; i-- {
		corners = append(corners, mirror(bodyEdge[i]))
	}
	return traced{points: rounded(corners), closed: true}
})

func mirror(p point) point { return point{-p.x, p.y} }

// rounded is a closed line through all corners, without a kink in any of them:
// each piece is the cubic of Catmull and Rom.
func rounded(corners []point) []point {
	const pieces = 6
	n := len(corners)
	out := make([]point, 0, n*pieces)
	for i := range n {
		a, b, c, d := corners[(i+n-1)%n], corners[i], corners[(i+1)%n], corners[(i+2)%n]
		for j := range pieces {
			t := float64(j) / pieces
			out = append(out, point{catmullRom(a.x, b.x, c.x, d.x, t), catmullRom(a.y, b.y, c.y, d.y, t)})
		}
	}
	return out
}

// catmullRom is the value at t, from 0 to 1, between b and c.
func catmullRom(a, b, c, d, t float64) float64 {
	return b + t/2*(c-a+t*(2*a-5*b+4*c-d+t*(3*(b-c)+d-a)))
}
