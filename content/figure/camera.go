package figure

import "math"

// box is what the figure takes up during the whole movement.
type box struct{ lo, hi vec }

// Where the floor is in the view: lower for somebody upright.
const (
	floorUp    = 0.90
	floorDown  = 0.70
	margin     = 0.05
	mostScale  = 0.98
	groundHalf = 0.06
	groundMost = 0.3
)

// frameView chooses a camera that shows the whole movement and stays.
func (f *Figure) frameView() {
	var s Scene
	f.cam = camera{scale: 1}
	b := box{vec{math.Inf(1), math.Inf(1)}, vec{math.Inf(-1), math.Inf(-1)}}
	far := 4
	if f.pose.Loop == Circle {
		far = 8
	}
	for i := range far + 1 {
		f.box = b
		f.Draw(&s, Moment{Way: float64(i) / 4, Breath: 1})
		for _, sh := range s.Shapes {
			switch sh.Role {
			case RoleFloor, RoleWall, RoleMat, RoleGlow:
				continue
			}
			b.lo = vec{math.Min(b.lo.x, float64(sh.Min.X)), math.Min(b.lo.y, -float64(sh.Max.Y))}
			b.hi = vec{math.Max(b.hi.x, float64(sh.Max.X)), math.Max(b.hi.y, -float64(sh.Min.Y))}
		}
	}
	f.box = b
	wide, high := b.hi.x-b.lo.x, b.hi.y-math.Min(b.lo.y, 0)
	cam := camera{flip: f.pose.Flip}
	if f.pose.Camera == Above {
		wide, high = wide+0.12, b.hi.y-b.lo.y+0.12 // the mat
		cam.scale = math.Min(mostScale, (1-2*margin)/math.Max(wide, high))
		cam.y = 0.5 + cam.scale*(b.lo.y+b.hi.y)/2
	} else {
		floor := floorUp
		switch f.pose.first() {
		case Back, Belly, Knees, LeftKnee, RightKnee:
			floor = floorDown
		}
		wide += 2 * groundHalf
		cam.scale = math.Min(mostScale, math.Min((1-2*margin)/wide, (floor-margin)/high))
		cam.y = floor
	}
	cam.x = 0.5 - cam.scale*(b.lo.x+b.hi.x)/2
	f.ground = [2]float64{b.lo.x - groundHalf, b.hi.x + groundHalf}
	if f.pose.View == Front { // however far the arms reach
		f.ground[0], f.ground[1] = math.Max(f.ground[0], -groundMost), math.Min(f.ground[1], groundMost)
	}
	f.cam = cam
}
