package content

import (
	"errors"
	"fmt"
	"slices"
)

// Index lists the ids of everything in the library by kind, such as
// massage.type. A reference is kind:id.
type Index map[string][]string

// All are all references, sorted.
func (x Index) All() []string {
	var out []string
	for kind, ids := range x {
		for _, id := range ids {
			out = append(out, kind+":"+id)
		}
	}
	slices.Sort(out)
	return out
}

// Has tells whether the reference kind:id leads somewhere.
func (x Index) Has(kind, id string) bool { return slices.Contains(x[kind], id) }

func idsOf[T any](list []T, id func(T) string) []string {
	out := make([]string, 0, len(list))
	for _, e := range list {
		out = append(out, id(e))
	}
	return out
}

// Index reads the whole library and lists what is in it.
func (l *Library) Index() (Index, error) {
	x := Index{}
	var bad []error
	note := func(err error) bool {
		bad = append(bad, err)
		return err == nil
	}
	if v, err := l.Tips(); note(err) {
		x["tip"] = idsOf(v, func(t Tip) string { return t.ID })
	}
	if v, err := l.Exercises(); note(err) {
		x["exercise"] = idsOf(v, func(e Exercise) string { return e.ID })
	}
	if v, err := l.Routines(); note(err) {
		x["routine"] = idsOf(v.Routine, func(r Routine) string { return r.ID })
	}
	if v, err := l.HeatCold(); note(err) {
		x["heat-cold.choice"] = idsOf(v.Choices, func(c Choice) string { return c.ID })
		x["heat-cold.timer"] = idsOf(v.Timers, func(t Timer) string { return t.ID })
		x["heat-cold.precaution"] = idsOf(v.Precautions, func(p Precaution) string { return p.ID })
		x["heat-cold.never"] = idsOf(v.Never, func(p Precaution) string { return p.ID })
		x["heat-cold.screening"] = idsOf(v.Screening, func(s HeatColdScreen) string { return s.ID })
		x["heat-cold"] = []string{"points", "rules", "skin-check"}
	}
	if v, err := l.Massage(); note(err) {
		x["massage.evidence"] = idsOf(v.Evidence, func(f Finding) string { return f.ID })
		x["massage.type"] = idsOf(v.Types, func(t MassageType) string { return t.ID })
		x["massage.technique"] = idsOf(v.Techniques, func(t Technique) string { return t.ID })
		x["massage.rule"] = idsOf(v.Rules, func(r AdjustmentRule) string { return r.ID })
		x["massage.screening"] = idsOf(v.Screening, func(s ScreeningQuestion) string { return s.ID })
		x["massage.question"] = idsOf(v.Questions, func(q TherapistQuestion) string { return q.ID })
		x["massage.aftercare"] = idsOf(v.Aftercare, func(a Aftercare) string { return a.ID })
		x["massage.call"] = idsOf(v.Calls, func(c Call) string { return c.ID })
		x["massage"] = []string{"during", "frequency", "headline", "monitor", "session", "tell"}
	}
	if v, err := l.RedFlags(); note(err) {
		x["red-flag"] = idsOf(v.Flags, func(f RedFlag) string { return f.ID })
	}
	if v, err := l.Therapies(); note(err) {
		x["therapy"] = idsOf(v, func(t Therapy) string { return t.ID })
	}
	if v, err := l.Defaults(); note(err) {
		x["default"] = idsOf(v.Default, func(d Default) string { return d.ID })
	}
	if v, err := l.DeskCheck(); note(err) {
		x["desk-check"] = idsOf(v.Questions, func(q DeskQuestion) string { return q.ID })
	}
	if v, err := l.Pain(); note(err) {
		x["pain.region"] = idsOf(v.Regions, func(r BodyRegion) string { return r.ID })
		x["pain.instrument"] = idsOf(v.Instruments, func(i Instrument) string { return i.ID })
		x["pain"] = []string{"body-map", "change", "more", "scale"}
	}
	if v, err := l.Guides(); note(err) {
		x["guide"] = idsOf(v, func(g Guide) string { return g.ID })
	}
	return x, together(bad...)
}

// checkReferences tells which entries speak of something that is not there.
func (l *Library) checkReferences(x Index) error {
	var bad []error
	routine := func(file, item, id string) {
		if id != "" && !x.Has("routine", id) {
			bad = append(bad, &Problem{File: file, Item: item, What: fmt.Sprintf("routine %q is not in the library; hint: correct its id", id)})
		}
	}
	tips, err := l.Tips()
	bad = append(bad, err)
	for _, t := range tips {
		routine("tips.toml", fmt.Sprintf("tip %q", t.ID), t.Routine)
	}
	massage, err := l.Massage()
	bad = append(bad, err)
	if massage != nil {
		for _, a := range massage.Aftercare {
			routine("massage.toml", fmt.Sprintf("aftercare %q", a.ID), a.Routine)
		}
	}
	return errors.Join(bad...)
}
