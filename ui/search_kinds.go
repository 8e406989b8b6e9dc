package ui

import (
	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
)

// foundKind is a kind of thing that can be found: how its group is headed, and
// where an entry of it is shown.
type foundKind struct {
	kind   string
	group  string
	screen Screen
	prefix bool   // its part is kind:id, otherwise the id alone
	part   string // the one part where all of the kind stand; empty where each has its own
}

// The kinds the window adds to those of the library.
const (
	kindScreen  = "screen"
	kindSetting = "setting"
	kindFact    = "fact" // of the profile
)

// foundKinds are all of them, in the order that counts where nothing else does.
func foundKinds() []foundKind {
	heatCold := catalog.L("Heat & cold")
	return []foundKind{
		{kind: kindScreen, group: catalog.L("Places")},
		{kind: "exercise", group: catalog.L("Exercises"), screen: Entry, prefix: true},
		{kind: "routine", group: catalog.L("Routines"), screen: Entry, prefix: true},
		{kind: "guide", group: catalog.L("Guides"), screen: Guide},
		{kind: "massage.type", group: catalog.L("Types of massage"), screen: Guide, prefix: true},
		{kind: "massage.technique", group: catalog.L("Massage techniques"), screen: Guide, prefix: true},
		{kind: "massage.question", group: catalog.L("Questions to ask a therapist"), screen: Guide, prefix: true},
		{kind: "massage.screening", group: catalog.L("Before a massage"), screen: Guide, prefix: true},
		{kind: "massage.aftercare", group: catalog.L("After a massage"), screen: Guide, prefix: true},
		{kind: "massage.evidence", group: catalog.L("What is known about massage"), screen: Guide, prefix: true},
		{kind: "heat-cold.choice", group: heatCold, screen: Guide, prefix: true},
		{kind: "heat-cold.timer", group: heatCold, screen: Guide, prefix: true},
		{kind: "heat-cold.precaution", group: heatCold, screen: Guide, prefix: true},
		{kind: "heat-cold.never", group: heatCold, screen: Guide, prefix: true},
		{kind: "therapy", group: catalog.L("Other therapies"), screen: Guide, prefix: true},
		{kind: "red-flag", group: catalog.L("Is this serious?"), screen: Serious},
		{kind: "tip", group: catalog.L("Posture tips"), screen: Posture, prefix: true},
		{kind: "desk-check", group: catalog.L("Desk check-up"), screen: Posture, part: "desk"},
		{kind: kindFact, group: catalog.L("About you"), screen: AboutMe},
		{kind: kindSetting, group: catalog.L("Settings"), screen: Settings},
		{kind: "source", group: catalog.L("Sources"), screen: Sources},
	}
}

// findKind looks a kind up.
func findKind(kind string) (foundKind, bool) {
	for _, k := range foundKinds() {
		if k.kind == kind {
			return k, true
		}
	}
	return foundKind{}, false
}

// partOf is the part of its screen where an entry of this kind stands.
func (k foundKind) partOf(id string) string {
	switch {
	case k.part != "":
		return k.part
	case k.prefix:
		return k.kind + ":" + id
	}
	return id
}

// OpenEntry shows an entry of the library, or a screen or setting, by its kind
// and id. It answers false for a kind that no screen shows.
func (w *Window) OpenEntry(kind, id string) bool {
	if kind == kindScreen {
		w.Open(Screen(id))
		return true
	}
	k, ok := findKind(kind)
	if !ok {
		return false
	}
	w.OpenAt(k.screen, k.partOf(id))
	return true
}

// adviceOn is what safety says of an entry; what no rule is about is allowed.
func adviceOn(lib *content.Library, j *safety.Judge, kind, id string) safety.Advice {
	switch kind {
	case "exercise":
		if e, ok := exerciseOf(lib, id); ok {
			return j.Exercise(e)
		}
	case "routine":
		if r, ok := routineOf(lib, id); ok {
			return j.Routine(r)
		}
	case "tip":
		all, _ := lib.Tips()
		for _, t := range all {
			if t.ID == id {
				return j.Tip(t)
			}
		}
	case "therapy":
		all, _ := lib.Therapies()
		for i := range all {
			if all[i].ID == id {
				return j.Therapy(&all[i])
			}
		}
	case "massage.type", "massage.technique", "massage.aftercare":
		return massageAdvice(lib, j, kind, id)
	case "heat-cold.timer":
		h, err := lib.HeatCold()
		if err != nil {
			break
		}
		for i := range h.Timers {
			if h.Timers[i].ID == id {
				return j.Timer(&h.Timers[i])
			}
		}
	}
	return safety.Advice{Verdict: safety.Allowed}
}

func massageAdvice(lib *content.Library, j *safety.Judge, kind, id string) safety.Advice {
	m, err := lib.Massage()
	if err != nil {
		return safety.Advice{Verdict: safety.Allowed}
	}
	for i := range m.Types {
		if kind == "massage.type" && m.Types[i].ID == id {
			return j.MassageType(&m.Types[i])
		}
	}
	for i := range m.Techniques {
		if kind == "massage.technique" && m.Techniques[i].ID == id {
			return j.Technique(&m.Techniques[i])
		}
	}
	for i := range m.Aftercare {
		if kind == "massage.aftercare" && m.Aftercare[i].ID == id {
			return j.Aftercare(&m.Aftercare[i])
		}
	}
	return safety.Advice{Verdict: safety.Allowed}
}

// exerciseOf looks an exercise up.
func exerciseOf(lib *content.Library, id string) (*content.Exercise, bool) {
	all, _ := lib.Exercises()
	for i := range all {
		if all[i].ID == id {
			return &all[i], true
		}
	}
	return nil, false
}

// routineOf looks a routine up.
func routineOf(lib *content.Library, id string) (*content.Routine, bool) {
	all, err := lib.Routines()
	if err != nil {
		return nil, false
	}
	for i := range all.Routine {
		if all.Routine[i].ID == id {
			return &all.Routine[i], true
		}
	}
	return nil, false
}
