package catalog

// Region is a part of the body in plain words, by its id; an unknown one stays
// what it is.
func Region(id string) string {
	switch id {
	case "neck":
		return L("neck")
	case "shoulders":
		return L("shoulders")
	case "upper-back":
		return L("upper back")
	case "lower-back":
		return L("lower back")
	case "hips":
		return L("hips")
	case "chest":
		return L("chest")
	case "arms":
		return L("arms")
	case "legs":
		return L("legs")
	case "whole-body":
		return L("whole body")
	case "head-neck":
		return L("head and neck")
	case "shoulder-left":
		return L("left shoulder")
	case "shoulder-right":
		return L("right shoulder")
	case "upper-back-left":
		return L("left upper back")
	case "upper-back-right":
		return L("right upper back")
	case "mid-back-left":
		return L("left middle back")
	case "mid-back-right":
		return L("right middle back")
	case "low-back-left":
		return L("left lower back")
	case "low-back-right":
		return L("right lower back")
	case "low-back-middle":
		return L("middle of the lower back")
	case "buttock-left":
		return L("left buttock")
	case "buttock-right":
		return L("right buttock")
	case "hip-left":
		return L("left hip")
	case "hip-right":
		return L("right hip")
	case "thigh-back-left":
		return L("back of the left thigh")
	case "thigh-back-right":
		return L("back of the right thigh")
	case "thigh-front-left":
		return L("front of the left thigh")
	case "thigh-front-right":
		return L("front of the right thigh")
	case "knee-left":
		return L("left knee")
	case "knee-right":
		return L("right knee")
	case "calf-left":
		return L("left calf")
	case "calf-right":
		return L("right calf")
	case "foot-left":
		return L("left foot")
	case "foot-right":
		return L("right foot")
	case "arm-left":
		return L("left arm")
	case "arm-right":
		return L("right arm")
	case "hand-left":
		return L("left hand")
	case "hand-right":
		return L("right hand")
	case "abdomen":
		return L("abdomen")
	}
	return id
}

// Position is how an exercise is done, or where a routine is, by its id in the
// library: seated, on the floor. It stands inside a sentence. An unknown one is
// itself.
func Position(id string) string {
	switch id {
	case "seated":
		return L("seated")
	case "standing":
		return L("standing")
	case "floor":
		return L("on the floor")
	case "mixed":
		return L("in several positions")
	}
	return id
}
