package figure

import "math"

// set is what stands around the figure, fixed for the whole movement.
type set struct {
	wall  float64 // x of the face of the wall or the door frame
	rest  vec     // middle of the top of the backrest of a chair to hold
	seat  float64 // x of who sits on the chair
	chair float64 // x of somebody sitting in the middle of it
	edge  float64 // of the desk, nearest to the figure
	steps float64 // where the step begins
	legs  vec     // where calves lie on a seat
	known bool
}

// The heights of what the figure uses.
const (
	deskTop = 0.40
	stepTop = 0.162
	restTop = 0.52

	seatFront = 0.16 // the front edge of a seat, from who sits in the middle of it
)

// furnish finds where things stand from a key frame, and where the hands stay
// on them. What stands already stays there.
func (f *Figure) furnish(k *key, s *skeleton) {
	st := &f.set
	for side := range 2 {
		p := s.arms[side].end
		switch *k.frame.Hands.at(side) {
		case OnDesk:
			p.y = deskTop + 0.02
		case OnFloor:
			p.y = 0.03
			if f.pose.first() == Back { // stretched out beside the body
				p.x = s.arms[side].root.x + 1
			}
		case OnWall:
			if st.wall == 0 {
				st.wall = math.Max(s.arms[left].end.x, s.arms[right].end.x) + 0.022
			}
			p.x = st.wall - 0.022
		case OnFrame:
			if st.wall == 0 {
				st.wall = s.arms[right].mid.x + elbowR
			}
			p = vec{st.wall - elbowR, s.arms[side].mid.y} // the elbow
		case OnChair:
			if st.rest == (vec{}) {
				p.y = restTop + handR
				st.rest = vec{s.arms[side].within(p, bent).x + 0.045, restTop}
			}
			p = st.rest.add(vec{-0.045, handR})
		default:
			continue
		}
		if *k.frame.Hands.at(side) != OnFrame {
			p = s.arms[side].within(p, slack(*k.frame.Hands.at(side), s))
		}
		k.hands[side] = p
		// A hand that comes down near where it was stays where it was.
		if a := &f.keys[0]; k != a && *a.frame.Hands.at(side) == *k.frame.Hands.at(side) && (a.hands[side].dist(p) < 0.06 || *k.frame.Hands.at(side) == OnFrame) {
			k.hands[side] = a.hands[side]
		}
	}
	if !st.known {
		st.edge = s.legs[right].mid.x + 0.01
		st.seat = k.pelvis.x
		st.chair = st.seat - f.toTheFront(s)
		st.legs = s.legs[right].mid.add(vec{0, -calfR})
		for _, g := range k.feet {
			if g.y > 0 {
				st.steps = g.x - heelBack - 0.11
			}
		}
		if f.pose.Prop == WallBack {
			st.wall = math.Min(s.chest.x, s.pelvis.x) - backR - 0.003
		}
		st.known = true
	}
}

// toTheFront is how far somebody sits towards the front of the chair: a thigh
// that slopes down needs the seat to end before it would be in it.
func (f *Figure) toTheFront(s *skeleton) float64 {
	if f.pose.View != Side || !f.pose.supports(Seat) {
		return 0
	}
	slope := math.Max(s.legs[left].a, s.legs[right].a) - 90
	if slope < 3 {
		return 0
	}
	return clamp(seatFront-0.02-(buttock-thighR)/math.Tan(slope*math.Pi/180), 0, seatFront-0.04)
}

// How far of its length an arm reaches: with a soft elbow, or straight where a
// bent one would be in the floor or the desk.
const (
	bent     = 0.96
	straight = 0.998
)

func slack(t Touch, s *skeleton) float64 {
	if t == OnDesk || s.chest.y < 0.1 {
		return straight
	}
	return bent
}

// within is the place at the same height that an arm can reach.
func (l *limb) within(p vec, stretched float64) vec {
	reach, down := stretched*(l.la+l.lb), p.y-l.root.y
	most := math.Sqrt(math.Max(0, reach*reach-down*down))
	p.x = clamp(p.x, l.root.x-most, l.root.x+most)
	return p
}
