package figure

import "math"

// The measures of the body, in body heights.
const (
	trunkHalf = 0.15 // pelvis to mid-back, and mid-back to shoulders
	neckLen   = 0.05
	headR     = 0.068
	upperArm  = 0.17
	foreArm   = 0.15
	handLen   = 0.062
	thighLen  = 0.24
	shankLen  = 0.24
	footLen   = 0.10
	shoulderX = 0.098 // half the width of the shoulders
	hipX      = 0.047 // half the distance of the hips

	shrugUp  = 0.035
	scapOut  = 0.03
	shoulder = 0.018 // how far the shoulder joint is below the top of the trunk
	slope    = 0.034 // the same seen from the front

	ankleUp  = 0.042 // ankle above the sole
	heelBack = 0.030
	ballFore = 0.080

	thighR, kneeR, calfR, shinR = 0.053, 0.043, 0.040, 0.030
	armR, elbowR, wristR, handR = 0.035, 0.029, 0.022, 0.024

	// The trunk's depth behind and before the line from hip to shoulder.
	backR    = 0.062
	frontR   = 0.064
	bellyOut = 0.034 // how far a breath takes the belly out

	// A sitting hip joint is this far above the seat.
	buttock = 0.062
)

// seatTop is the height of every seat: a horizontal thigh over an upright
// shank and a flat foot.
const seatTop = shankLen + ankleUp - buttock

type vec struct{ x, y float64 }

func (a vec) add(b vec) vec               { return vec{a.x + b.x, a.y + b.y} }
func (a vec) sub(b vec) vec               { return vec{a.x - b.x, a.y - b.y} }
func (a vec) mul(k float64) vec           { return vec{a.x * k, a.y * k} }
func (a vec) to(b vec, t float64) vec     { return vec{a.x + (b.x-a.x)*t, a.y + (b.y-a.y)*t} }
func (a vec) dist(b vec) float64          { return math.Hypot(a.x-b.x, a.y-b.y) }
func (a vec) along(h, length float64) vec { return a.add(dir(h).mul(length)) }
func (a vec) offset(h, along, right float64) vec {
	return a.along(h, along).along(h+90, right)
}

// dir is the unit vector of a heading: 0 up, 90 to the viewer's right.
func dir(heading float64) vec {
	s, c := math.Sincos(heading * math.Pi / 180)
	return vec{s, c}
}

// heading of the way from a to b, -180 to 180.
func heading(a, b vec) float64 { return math.Atan2(b.x-a.x, b.y-a.y) * 180 / math.Pi }

func lerp(a, b, t float64) float64 { return a + (b-a)*t }

func clamp(v, low, high float64) float64 { return math.Min(math.Max(v, low), high) }

// near turns a by whole turns until it is within half a turn of b.
func near(a, b float64) float64 { return a - 360*math.Round((a-b)/360) }
