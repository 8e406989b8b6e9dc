package content

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// Marks are whom an entry does not suit, with its words and what they rest on.
type Marks struct {
	Conditions map[Condition]Level
	Pregnancy  Trimesters // levels that are empty say nothing
	Cautions   []string
	Sources    []Source
}

// overriding compares what an entry of a pack marks with the built-in one it
// takes the place of. A milder mark is taken only from somebody who prescribed
// it. Otherwise it is removed, so that the built-in one stays, and that is told.
type overriding struct {
	prescribed bool
	was        Marks
	loosens    *Marks
	refused    func(key, format string, args ...any)
}

// overrides begins comparing the entry of a document.
func (p *pack) overrides(part packPart, d *document, kind, id string, was Marks) *overriding {
	return &overriding{prescribed: p.PrescribedBy != "", was: was, refused: func(key, format string, args ...any) {
		p.note(part, []error{&Problem{
			File: d.file, Line: d.above + d.line(join(kind+"[0]", key)), Item: kind + " " + strconv.Quote(id), What: fmt.Sprintf(format, args...),
		}})
	}}
}

// loosened are the marks to note what was milder in.
func (o *overriding) loosened() *Marks {
	if o.loosens == nil {
		o.loosens = &Marks{Conditions: map[Condition]Level{}, Cautions: o.was.Cautions, Sources: o.was.Sources}
		o.loosens.Pregnancy.Note = o.was.Pregnancy.Note
	}
	return o.loosens
}

// milder tells whether a level is one, and milder than what was. One that is
// none is told elsewhere.
func milder(own, was Level) bool {
	order := Level("").choices()
	at := slices.Index(order, string(own))
	return at >= 0 && at < slices.Index(order, string(was))
}

const stays = "%s is %q, but Unhunch says %q, and that stays; hint: if somebody prescribed it, name them in pack.toml as prescribed_by"

func (o *overriding) conditions(own map[Condition]Level) {
	for _, c := range slices.Sorted(maps.Keys(own)) {
		was := o.was.Conditions[c]
		switch {
		case !milder(own[c], was):
		case o.prescribed:
			o.loosened().Conditions[c] = was
		default:
			o.refused("conditions", stays, c, own[c], was)
			delete(own, c)
		}
	}
}

func (o *overriding) pregnancy(own *Trimesters) {
	was := o.was.Pregnancy
	for _, t := range []struct {
		name string
		own  *Level
		was  Level
		note func(*Trimesters) *Level
	}{
		{"t1", &own.T1, was.T1, func(m *Trimesters) *Level { return &m.T1 }},
		{"t2", &own.T2, was.T2, func(m *Trimesters) *Level { return &m.T2 }},
		{"t3", &own.T3, was.T3, func(m *Trimesters) *Level { return &m.T3 }},
	} {
		switch {
		case !milder(*t.own, t.was):
		case o.prescribed:
			*t.note(&o.loosened().Pregnancy) = t.was
		default:
			o.refused("pregnancy", stays, t.name, *t.own, t.was)
			*t.own = ""
		}
	}
}

// whom compares whom a tip or a routine is for.
func (o *overriding) whom(own *ForPregnancy, was ForPregnancy) {
	switch {
	case was != NotPregnant || *own != OnlyPregnant:
	case o.prescribed:
		note := o.loosened().Pregnancy.Note
		o.loosened().Pregnancy = Trimesters{T1: Avoid, T2: Avoid, T3: Avoid, Note: note}
	default:
		o.refused("pregnancy", stays, "pregnancy", *own, was)
		*own = Anybody
	}
}
