// Package figure turns the angles of a pose into a person to draw: a skeleton
// that stands, sits, kneels or lies, moves between two key frames, and is
// dressed in filled outlines. It draws nothing itself and knows no clock: how
// far the movement is comes in, outlines come out.
//
// Lengths are in body heights. The body's own coordinates have x to the
// viewer's right and y up, the floor at 0. What comes out is in a square view
// from (0, 0) at the top left to (1, 1).
package figure

// Pose is what the figure shows: from Start to End and back.
type Pose struct {
	View        View
	Camera      Camera
	Prop        Prop
	SupportedBy []Support // what bears the body; the first of it decides where the body is
	Loop        Loop
	Start, End  Frame
	Flip        bool // the picture is turned over, left for right
}

// Pair is left and right of the figure, not of the viewer.
type Pair struct{ Left, Right float64 }

// Frame is one key frame: angles in degrees, as content/data/README.md
// describes.
type Frame struct {
	Torso, Spine, Neck            float64
	HeadShift                     float64 // in head radii, + forward
	HeadTurn, TrunkTurn, HeadDrop float64 // turns + to the figure's left
	Belly, Scap                   float64 // 0 to 1; -1 together to 1 apart
	Shoulder, Elbow, Wrist        Pair
	Hip, Knee, Ankle              Pair
	Shrug                         Pair  // 0 to 1
	Seen                          Scale // segments seen end-on
	Hands                         Hands // what the hands touch
}

// Scale is how much of a segment's length is seen, from 0 to 1.
type Scale struct {
	Trunk             float64
	Thigh, Shank, Arm Pair
	Upper             Pair // of the upper arm alone, besides the whole arm's
	Hand              Pair // of the hand alone
}

// Whole is a frame of zeros with every segment seen at its full length.
func Whole() Frame {
	return Frame{Seen: Scale{1, Pair{1, 1}, Pair{1, 1}, Pair{1, 1}, Pair{1, 1}, Pair{1, 1}}}
}

// View is where the figure is seen from.
type View string

// Seen from its right side, or from the front.
const (
	Side  View = "side"
	Front View = "front"
)

// Camera is where a drawing looks from: level, or down on somebody lying.
type Camera string

// Level with the figure unless it says above.
const (
	EyeLevel Camera = ""
	Above    Camera = "above"
)

// Loop says how the movement goes on; empty is there and back.
type Loop string

// Circle goes round from start to end to start without a stop.
const Circle Loop = "circle"

// Prop is what is drawn with the figure; empty is nothing.
type Prop string

// The things a figure sits on, leans on or holds.
const (
	Chair      Prop = "chair"
	ChairFront Prop = "chair_front" // stands before the figure, to hold on to
	ChairLegs  Prop = "chair_legs"  // the legs of somebody lying rest on it
	Desk       Prop = "desk"        // with a chair to sit on
	DoorFrame  Prop = "doorframe"
	Mat        Prop = "mat"
	Step       Prop = "step"
	WallBack   Prop = "wall_back"
	WallFront  Prop = "wall_front"
)

// Props are the names a pose may give.
func Props() []string {
	return []string{"chair", "chair_front", "chair_legs", "desk", "doorframe", "mat", "step", "wall_back", "wall_front"}
}

// Support is a part of the body that bears it.
type Support string

// What can bear a body, on the floor unless it says otherwise.
const (
	Seat      Support = "seat" // on the seat of the chair
	Feet      Support = "feet"
	LeftFoot  Support = "left foot"
	RightFoot Support = "right foot"
	Knees     Support = "knees"
	LeftKnee  Support = "left knee"
	RightKnee Support = "right knee"
	Back      Support = "back"
	Belly     Support = "front" // lying face down
	Flank     Support = "side"  // lying on the side
)

// Supports are the names a pose may give.
func Supports() []string {
	return []string{"seat", "feet", "left foot", "right foot", "knees", "left knee", "right knee", "back", "front", "side"}
}

// Touch is where a hand is; empty leaves the hand to the angles.
type Touch string

// Places for a hand, on the body or on what is drawn with it.
const (
	Free        Touch = ""
	OnThigh     Touch = "thigh"
	OnOther     Touch = "other thigh" // of the other leg
	BehindThigh Touch = "behind thigh"
	BehindOther Touch = "behind other thigh"
	OnBelly     Touch = "belly"
	OnHip       Touch = "hip"
	OnLowBack   Touch = "low back"
	BehindHead  Touch = "head"
	OnShoulder  Touch = "other shoulder"
	OnElbow     Touch = "other elbow"
	OnFingers   Touch = "other hand"
	OnAnkle     Touch = "ankle"
	OtherAnkle  Touch = "other ankle" // that lies on the knee
	OnSeat      Touch = "seat"
	OnChair     Touch = "chair"
	OnDesk      Touch = "desk"
	OnWall      Touch = "wall"
	OnFrame     Touch = "frame"
	OnFloor     Touch = "floor"
	OnForearm   Touch = "forearm" // the whole forearm on the floor
)

// Touches are the names a frame may give for a hand.
func Touches() []string {
	return []string{
		"", "thigh", "other thigh", "behind thigh", "behind other thigh", "belly", "hip", "low back", "head",
		"other shoulder", "other elbow", "other hand", "ankle", "other ankle", "seat", "chair", "desk", "wall", "frame", "floor", "forearm",
	}
}

// Hands says what each hand touches.
type Hands struct{ Left, Right Touch }
