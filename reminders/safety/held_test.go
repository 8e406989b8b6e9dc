package safety

import (
	"strings"
	"testing"

	"github.com/unhunch/unhunch/content"
)

// What is held back, and with ? what is to be asked about, written out: a mark
// that gets lost in the files is missed here. Left out are what everybody is
// held back from, and what depends on the entries named.
const (
	lyingFlat = "exercise:bridge exercise:nerve-glide exercise:lying-figure-four exercise:back-bend-standing exercise:pelvic-tilt " +
		"exercise:knee-rolls exercise:knee-to-chest exercise:double-knee-hug exercise:prone-prop exercise:rest-90-90"
	pregnantAlways = "timer:heat-wrap massage:? type:swedish? type:deep-tissue type:trigger-point type:sports? type:thai type:prenatal? " +
		"type:hot-stone type:self? type:massage-gun technique:kneading? technique:targeted-pressure technique:stretch-mobilise? technique:heat? therapy:topical?"
	noMassage = "massage: type:swedish type:deep-tissue type:trigger-point type:sports type:thai type:prenatal type:hot-stone type:self type:massage-gun " +
		"technique:kneading technique:targeted-pressure technique:stretch-mobilise technique:heat"
)

func TestHeldBack(t *testing.T) {
	noExercise := "tip:T08 tip:T21 tip:T22 tip:T32 tip:T36 therapy:yoga therapy:pilates aftercare:gentle-routine"
	for _, e := range entries(t, "exercises/*.toml", "exercise") {
		if !e.has("tags", "relax") {
			noExercise += " exercise:" + e.text("id")
		}
	}
	for _, r := range entries(t, "routines.toml", "routine") {
		noExercise += " routine:" + r.text("id")
	}
	for _, c := range []struct {
		p    person
		want string
	}{
		{person{name: "nobody"}, "exercise:nerve-glide?"},
		{person{name: "t1", profile: Profile{Pregnancy: due(9, 0)}}, "tip:T38 tip:T39 exercise:nerve-glide? " + pregnantAlways},
		{person{name: "t2", profile: Profile{Pregnancy: due(20, 0)}}, "tip:T38 tip:T39 " + lyingFlat + " " + pregnantAlways},
		{person{name: "t3", profile: Profile{Pregnancy: told(3, 0)}}, "tip:T38 tip:T39 exercise:quad-stand " + lyingFlat + " " + pregnantAlways},
		{person{name: "stage not told", profile: Profile{Pregnancy: Pregnancy{Is: true}}}, "tip:T38 tip:T39 exercise:quad-stand " + lyingFlat + " " + pregnantAlways},
		{
			somebody(t, "osteoporosis", "osteoporosis"),
			"tip:T32? exercise:nerve-glide? exercise:chair-thoracic-extension? type:deep-tissue type:trigger-point type:thai type:massage-gun technique:targeted-pressure therapy:chiropractic",
		},
		{
			somebody(t, "severe osteoporosis", "severe-osteoporosis"),
			"tip:T32? exercise:nerve-glide? exercise:double-knee-hug exercise:chair-thoracic-extension? " + noMassage + " therapy:chiropractic",
		},
		{
			somebody(t, "blood thinners", "blood-thinners"),
			"exercise:nerve-glide? massage:? type:swedish? type:deep-tissue type:trigger-point type:sports? type:thai? type:prenatal? type:hot-stone? type:self? type:massage-gun " +
				"technique:kneading? technique:targeted-pressure technique:stretch-mobilise? technique:heat? therapy:chiropractic? therapy:topical?",
		},
		{
			somebody(t, "reduced skin feeling", "reduced-sensation"),
			"exercise:nerve-glide? heat: cold: timer:heat timer:cold-pack timer:ice-massage timer:heat-wrap type:hot-stone technique:heat",
		},
		{
			somebody(t, "fever", "fever"),
			noExercise + " heat: cold:? timer:heat timer:cold-pack? timer:ice-massage? timer:heat-wrap " + noMassage + " therapy:chiropractic",
		},
		{
			unstaged(somebody(t, "complication", "pregnancy-complication")),
			noExercise + " exercise:belly-breathing exercise:rest-90-90 exercise:side-rest exercise:shrug-release tip:T38 tip:T39 heat:? cold:? " +
				"timer:heat? timer:cold-pack? timer:ice-massage? timer:heat-wrap therapy:topical? " + noMassage,
		},
		{
			somebody(t, "leg clot", "leg-clot"),
			"heat: cold: timer:heat timer:cold-pack timer:ice-massage timer:heat-wrap " + noMassage + " exercise:seated-figure-four exercise:seated-hamstring " +
				"exercise:hip-march exercise:ankle-pumps exercise:sit-to-stand exercise:hip-flexor-lunge exercise:step-hamstring exercise:quad-stand exercise:calf-wall " +
				"exercise:heel-raises exercise:hip-hinge exercise:bridge exercise:nerve-glide exercise:lying-figure-four exercise:seated-knee-hug exercise:knee-rolls " +
				"exercise:knee-to-chest exercise:bottom-to-heels exercise:bird-dog routine:desk-reset-3 routine:low-back-10 routine:morning-5 routine:evening-8 " +
				"routine:pregnancy-6 routine:after-massage-5 routine:sciatica-gentle-6 routine:lunch-legs-6 routine:meeting-stealth-2 routine:road-stop-4 routine:no-bend-5 aftercare:gentle-routine",
		},
	} {
		got := map[string]bool{}
		for _, e := range everything(t, content.BuiltIn(), c.p) {
			switch {
			case e.advice.Suggest() || e.id == "alternate" || e.id == "not-advised":
			case e.advice.Verdict == Ask:
				got[e.kind+":"+e.id+"?"] = true
			default:
				got[e.kind+":"+e.id] = true
			}
		}
		for _, want := range strings.Fields(c.want) {
			if !got[want] {
				t.Errorf("%s: %s is not held back", c.p.name, want)
			}
			delete(got, want)
		}
		for more := range got {
			t.Errorf("%s: %s is held back, too", c.p.name, more)
		}
	}
}
