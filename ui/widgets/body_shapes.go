package widgets

import (
	"slices"
	"sync"
)

// bodySide is one of the two figures.
type bodySide int

const (
	bodyFront bodySide = iota
	bodyBack
	bodySides
)

// bodyShape is where a region is on one of the figures: within its lines, as
// far as the outline of the body goes. Beside the body the lines run wide, so
// that a tap that just misses a hand still means it.
type bodyShape struct {
	id    string
	side  bodySide
	lines []traced
}

// The halves on the viewer's right, as paths. Those of a region that has no
// left and right begin and end in the middle, where they meet their mirror
// image.
const (
	halfHead     = "M0-6 L26-6 L26 36 L11 40 L9 44.5 Q4.5 46.750 0 46.750"
	halfNeck     = "M0 35.500 Q5 35.500 9 30 L26 30 L26 36 L11 40 L9 44.500 Q4.500 46.750 0 46.750"
	halfNape     = "M0 29.500 Q8 29.500 26 26 L26 36 L11 40 L9 44.500 Q4.500 46.750 0 46.750"
	halfShoulder = "M9 44.500 L11 40 L26 36 L42 44 L60 60 L60 66 Q37 71 26.900 68.200 Q22 54 9 44.500Z"
	halfArm      = "M26.900 68.200 Q37 71 60 66 L60 116 Q46 122 34 117.500 L31 112 L28.500 98 L27.300 76Z"
	halfHand     = "M34 117.500 Q46 122 60 116 L60 152 L38 152 L35 134Z"

	halfChest   = "M0 46.750 Q4.500 46.750 9 44.500 Q22 54 26.900 68.200 L27.300 76 L27.700 84 Q14 82 0 78"
	halfAbdomen = "M0 78 Q14 82 27.700 84 L28.500 98 L30.500 109 Q12 113 0 121"
	halfGroin   = "M0 121 Q12 113 30.500 109 L34 117.500 L35 134 Q14 138 0 134"
	halfFrontUp = "M0 134 Q14 138 35 134 L38 152 L36 172 Q14 176 0 172"

	halfUpper   = "M0 46.750 Q4.500 46.750 9 44.500 Q22 54 26.900 68.200 L27.300 72 Q14 76 0 72"
	halfMiddle  = "M0 72 Q14 76 27.300 72 L28.500 94 Q14 96 0 94"
	halfThorax  = "M0 46.750 Q4.500 46.750 9 44.500 Q22 54 26.900 68.200 L27.300 72 L28.500 94 Q14 96 0 94"
	halfLoin    = "M6.500 94.700 Q14 96 28.500 94 L31 112 Q16 113 6.500 117.600Z"
	halfLumbar  = "M0 94 L6.500 94.700 L6.500 117.600 L0 121"
	halfLow     = "M0 94 Q14 96 28.500 94 L31 112 Q16 113 6.500 117.600 L0 121"
	halfHip     = "M31 112 Q23.500 112.500 17.400 113.900 Q21.500 125 19.500 136 L35 134 L34 117.500Z"
	halfButtock = "M0 121 L6.500 117.600 Q11.250 115.300 17.400 113.900 Q21.500 125 19.500 136 Q9 140 0 135"
	halfSeat    = "M0 121 L6.500 117.600 Q16 113 31 112 L34 117.500 L35 134 L19.500 136 Q9 140 0 135"
	halfBackUp  = "M0 135 Q9 140 19.500 136 L35 134 L38 152 L36 172 Q14 176 0 172"

	halfKnee = "M0 172 Q14 176 36 172 L36 190 Q14 194 0 190"
	halfCalf = "M0 190 Q14 194 36 190 L34 229 Q12 232 0 229"
	halfFoot = "M0 229 Q12 232 34 229 L36 256 L0 256"
	halfLeg  = "M0 134 Q14 138 35 134 L38 152 L36 256 L0 256"
	halfLimb = "M26.900 68.200 Q37 71 60 66 L60 152 L38 152 L35 134 L34 117.500 L31 112 L28.500 98 L27.300 76Z"
)

// bodyShapes are all regions there is a place for. A leg's lower half has one
// name, whether one looks at the calf or at the shin.
var bodyShapes = sync.OnceValue(func() []bodyShape {
	var s bodyAtlas
	for side := range bodySides {
		s.whole(side, "head-neck", halfHead)
		s.pair(side, "shoulder", halfShoulder)
		s.pair(side, "arm", halfArm)
		s.pair(side, "hand", halfHand)
		s.pair(side, "knee", halfKnee)
		s.pair(side, "calf", halfCalf)
		s.pair(side, "foot", halfFoot)
		s.both(side, "shoulders", halfShoulder)
		s.both(side, "arms", halfLimb)
		s.both(side, "legs", halfLeg)
	}
	s.whole(bodyFront, "neck", halfNeck)
	s.whole(bodyFront, "chest", halfChest)
	s.whole(bodyFront, "abdomen", halfAbdomen)
	s.whole(bodyFront, "hips", halfGroin)
	s.pair(bodyFront, "hip", halfGroin)
	s.pair(bodyFront, "thigh-front", halfFrontUp)

	s.whole(bodyBack, "neck", halfNape)
	s.whole(bodyBack, "upper-back", halfThorax)
	s.whole(bodyBack, "lower-back", halfLow)
	s.whole(bodyBack, "hips", halfSeat)
	s.pair(bodyBack, "upper-back", halfUpper)
	s.pair(bodyBack, "mid-back", halfMiddle)
	s.pair(bodyBack, "low-back", halfLoin)
	s.whole(bodyBack, "low-back-middle", halfLumbar)
	s.pair(bodyBack, "hip", halfHip)
	s.pair(bodyBack, "buttock", halfButtock)
	s.pair(bodyBack, "thigh-back", halfBackUp)
	return s
})

// bodyAtlas is the shapes as they are put together.
type bodyAtlas []bodyShape

func (s *bodyAtlas) add(side bodySide, id string, rings ...[]point) {
	shape := bodyShape{id: id, side: side}
	for _, r := range rings {
		shape.lines = append(shape.lines, traced{points: r, closed: true})
	}
	*s = append(*s, shape)
}

// pair adds the left and the right one. A person seen from the front has the
// left on the viewer's right.
func (s *bodyAtlas) pair(side bodySide, id, half string) {
	right, left := trace(half)[0].points, mirrored(half)
	if side == bodyFront {
		right, left = left, right
	}
	s.add(side, id+"-left", left)
	s.add(side, id+"-right", right)
}

// both adds one region in two parts.
func (s *bodyAtlas) both(side bodySide, id, half string) {
	s.add(side, id, trace(half)[0].points, mirrored(half))
}

// whole adds one region across the middle.
func (s *bodyAtlas) whole(side bodySide, id, half string) {
	s.add(side, id, append(trace(half)[0].points, mirrored(half)...))
}

// mirrored is a half's other side, the other way round.
func mirrored(half string) []point {
	points := slices.Clone(trace(half)[0].points)
	for i, p := range points {
		points[i] = mirror(p)
	}
	slices.Reverse(points)
	return points
}
