package figure

import "strings"

// place is a part of the body that can glow.
type place uint8

const (
	nowhere place = iota
	neckBack
	neckFront
	neckSide
	trapezius
	deltoid
	pectoral
	blades
	midBack
	lowBack
	abdomen
	flank
	latissimus
	gluteal
	hipFront
	thighFront
	thighBack
	calfBack
	shinFront
	forearmPlace
	upperArmPlace
)

// muscleAt finds a muscle's place by a word of its name; the first that fits
// counts, so the narrower word stands before the wider.
var muscleAt = []struct {
	word  string
	place place
}{
	{"none working", nowhere},
	{"longus colli", neckFront},
	{"scalene", neckSide},
	{"sternocleidomastoid", neckSide},
	{"splenius", neckBack},
	{"semispinalis", neckBack},
	{"suboccipital", neckBack},
	{"levator scapulae", trapezius},
	{"trapezius (middle", blades},
	{"trapezius (lower", blades},
	{"trapezius", trapezius},
	{"rhomboid", blades},
	{"serratus", flank},
	{"erector spinae (thoracic", midBack},
	{"rotatores", midBack},
	{"erector spinae", lowBack},
	{"multifidus", lowBack},
	{"quadratus lumborum", lowBack},
	{"pectoralis", pectoral},
	{"posterior deltoid", deltoid},
	{"deltoid", deltoid},
	{"infraspinatus", deltoid},
	{"supraspinatus", deltoid},
	{"teres", deltoid},
	{"latissimus", latissimus},
	{"oblique", flank},
	{"intercostal", flank},
	{"rectus abdominis", abdomen},
	{"transversus", abdomen},
	{"diaphragm", abdomen},
	{"psoas", hipFront},
	{"iliacus", hipFront},
	{"glute", gluteal},
	{"piriformis", gluteal},
	{"hip rotator", gluteal},
	{"rectus femoris", thighFront},
	{"quadriceps", thighFront},
	{"vastus", thighFront},
	{"hamstring", thighBack},
	{"biceps femoris", thighBack},
	{"semitendinosus", thighBack},
	{"semimembranosus", thighBack},
	{"sciatic", thighBack},
	{"gastrocnemius", calfBack},
	{"soleus", calfBack},
	{"tibialis posterior", calfBack},
	{"tibialis", shinFront},
	{"carpi", forearmPlace},
	{"finger", forearmPlace},
	{"biceps", upperArmPlace},
	{"triceps", upperArmPlace},
}

var regionAt = map[string]place{
	"neck": neckBack, "shoulders": trapezius, "chest": pectoral, "upper-back": midBack, "lower-back": lowBack,
	"arms": forearmPlace, "hips": gluteal, "legs": thighBack, "whole-body": abdomen,
}

// placeOf says where a muscle is, and whether its name is known.
func placeOf(muscle string) (place, bool) {
	name := strings.ToLower(muscle)
	for _, m := range muscleAt {
		if strings.Contains(name, m.word) {
			return m.place, true
		}
	}
	return nowhere, false
}
