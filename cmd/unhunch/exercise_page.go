package main

import (
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// exerciseJSON is everything about one exercise.
type exerciseJSON struct {
	movement
	grounds
	AlsoCalled    []string         `json:"also_called,omitempty"`
	Muscles       []string         `json:"muscles"`
	AlsoIn        []string         `json:"also_in,omitempty"` // other positions
	Equipment     []string         `json:"equipment,omitempty"`
	Sides         content.Sides    `json:"sides"`
	Reps          int              `json:"reps"`
	HoldS         int              `json:"hold_s"`
	MoveS         int              `json:"move_s"`
	Steps         []string         `json:"steps"`
	Breath        string           `json:"breath"`
	Mistakes      []string         `json:"mistakes"`
	Easier        string           `json:"easier"`
	Harder        string           `json:"harder,omitempty"`
	Cautions      []string         `json:"cautions"`
	PregnancyNote string           `json:"pregnancy_note,omitempty"`
	Evidence      content.Evidence `json:"evidence"`
	DoseBasis     string           `json:"dose_basis"`
	General       bool             `json:"general"` // rests on nothing but what is widely taught
	OptIn         bool             `json:"opt_in"`
	Image         string           `json:"image,omitempty"`
	Sources       []sourceJSON     `json:"sources"`
}

func exercisePage(e *content.Exercise, me person) exerciseJSON {
	return exerciseJSON{
		movement: exerciseRow(e, me), grounds: groundsOf(me.Exercise(e)),
		AlsoCalled: e.AlsoCalled, Muscles: filled(e.Muscles), AlsoIn: e.Also, Equipment: e.Equipment,
		Sides: e.Sides, Reps: e.Reps, HoldS: e.HoldS, MoveS: e.MoveS,
		Steps: filled(e.Steps), Breath: e.Breath, Mistakes: filled(e.Mistakes), Easier: e.Easier, Harder: e.Harder,
		Cautions: filled(e.Cautions), PregnancyNote: e.Pregnancy.Note,
		Evidence: e.Evidence, DoseBasis: e.DoseBasis, General: e.General(), OptIn: e.OptIn, Image: e.Image,
		Sources: sourcesJSON(e.Sources),
	}
}

// exercise writes the page of an exercise. What safety holds back says so
// before anything else.
func (p *prose) exercise(e *content.Exercise, me person) {
	v := me.Exercise(e)
	p.held(v)
	p.title(e.Name)
	if len(e.AlsoCalled) > 0 {
		p.hang("", catalog.L("Also called {{.Names}}.", catalog.D{"Names": strings.Join(e.AlsoCalled, ", ")}))
	}
	p.hang("", strings.Join([]string{regionNames(e.Regions), positionsOf(e), doseOf(e), lengthS(e.DurationS)}, " · "))
	if len(e.Equipment) > 0 {
		p.hang("", catalog.L("You need: {{.Things}}", catalog.D{"Things": strings.Join(e.Equipment, ", ")}))
	}
	p.care(v)
	p.steps(catalog.L("How"), e.Steps)
	p.note(catalog.L("Breathing"), e.Breath)
	p.list(catalog.L("Common mistakes"), e.Mistakes)
	p.note(catalog.L("Easier"), e.Easier)
	p.note(catalog.L("Harder"), e.Harder)
	p.list(catalog.L("Take care"), e.Cautions)
	p.note(catalog.L("In pregnancy"), e.Pregnancy.Note)
	p.note(catalog.L("Where the numbers come from"), e.DoseBasis)
	if e.Evidence == content.LowAuthority {
		p.hang("", catalog.L("No public body was found behind these numbers."))
	}
	p.sources(e.Cited, v)
}

// positionsOf is how an exercise can be done.
func positionsOf(e *content.Exercise) string {
	main := catalog.Position(string(e.Position))
	if len(e.Also) == 0 {
		return main
	}
	others := make([]string, len(e.Also))
	for i, p := range e.Also {
		others[i] = catalog.Position(p)
	}
	return catalog.L("{{.Position}}, also {{.Others}}", catalog.D{"Position": main, "Others": strings.Join(others, ", ")})
}

// doseOf is how often an exercise is done and held.
func doseOf(e *content.Exercise) string {
	return dose(e.Reps, e.HoldS, e.Sides == content.LeftRight)
}

// dose is so many repetitions, held for so many seconds, perhaps on each side.
func dose(reps, holdS int, eachSide bool) string {
	d := catalog.D{"Times": reps, "Hold": holdS}
	switch {
	case eachSide && holdS > 0:
		return catalog.L("{{.Times}} × {{.Hold}} s on each side", d)
	case eachSide:
		return catalog.L("{{.Times}} × on each side", d)
	case holdS > 0:
		return catalog.L("{{.Times}} × {{.Hold}} s", d)
	}
	return catalog.L("{{.Times}} ×", d)
}
