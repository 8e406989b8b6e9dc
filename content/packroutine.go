package content

import (
	"cmp"
	"slices"
)

// usualRestS is the rest between two items where a pack's routine does not
// say, in seconds.
const usualRestS = 5

type packRoutines struct {
	Routine []Routine `toml:"routine"`
}

// routines are the base's with the packs'.
func (ps *packs) routines() (*Routines, error) {
	return ps.gotRoutines.get(func() (*Routines, error) {
		base, err := ps.base.Routines()
		if err != nil {
			return nil, err
		}
		list, err := ps.exercises()
		if err != nil {
			return nil, err
		}
		exercises := exercisesByID(list)
		m := mergedFrom(base.Routine, func(r *Routine) string { return r.ID })
		for i := range m.all {
			m.all[i].relink(exercises)
		}
		for _, p := range ps.folders() {
			known, err := ps.known(p)
			if err != nil {
				return nil, err
			}
			n := 0
			p.entries(inRoutines, "routines.toml", "routine", &n, func(d *document) { p.takeRoutine(d, known, exercises, m) })
		}
		return &Routines{Rule: base.Rule, Routine: m.all}, nil
	})
}

// relink gives a routine the exercises that took the place of built-in ones.
// The items it had are another library's and stay as they are.
func (r *Routine) relink(exercises map[string]*Exercise) {
	r.Items = slices.Clone(r.Items)
	for i := range r.Items {
		if e := exercises[r.Items[i].ExerciseID]; e != nil {
			r.Items[i].Exercise = e
		}
	}
}

func (p *pack) takeRoutine(d *document, known register, exercises map[string]*Exercise, m *merged[Routine]) {
	var f packRoutines
	if !d.decode(&f) || len(f.Routine) != 1 {
		return
	}
	d.known = known
	r := &f.Routine[0]
	if m.taken(d, "routine", r.ID, p) {
		return
	}
	old := m.old(r.ID)
	r.Origin = p.origin(old != nil)
	say := d.sayOf("routine", r.ID)
	has := func(key string) bool { return d.has("routine[0]." + key) }
	if old != nil {
		o := p.overrides(inRoutines, d, "routine", r.ID, Marks{old.Conditions, Trimesters{Note: old.Note}, []string{old.When, old.Note}, old.Sources})
		o.conditions(r.Conditions)
		o.whom(&r.Pregnancy, old.Pregnancy)
		r.Loosens = o.loosens
		r.inherit(old, has)
	}
	if !has("rest_s") && old == nil {
		r.RestS = usualRestS
	}
	found := r.link(exercises, say)
	if found && len(r.Items) > 0 {
		r.fill(has)
	} else { // what cannot be worked out is not what is wrong
		r.Place, r.TargetS = cmp.Or(r.Place, "mixed"), cmp.Or(r.TargetS, 1)
	}
	d.check(&f)
	checkLine("name", r.Name, say)
	checkLine("prescribed_by", r.OwnPrescribedBy, say)
	r.PrescribedBy = cmp.Or(r.OwnPrescribedBy, r.PrescribedBy)
	if len(r.ID) > maxID {
		say("id", "id has %d letters, more than %d; hint: shorten it", len(r.ID), maxID)
	}
	if found && len(d.bad) == 0 {
		r.addsUp(say)
		if r.TotalS() > longest {
			say("", "takes %d s, longer than the %d s of two hours; hint: fewer repetitions, or a shorter hold", r.TotalS(), longest)
		}
	}
	if len(d.bad) > 0 {
		return
	}
	m.put(r.ID, *r, p)
	p.Routines++
}

// inherit takes over what the file leaves out of a routine that takes the
// place of a built-in one. That one's length and place are worked out again if
// its exercises change.
func (r *Routine) inherit(old *Routine, has func(string) bool) {
	keep := func(key string, into *string, was string) {
		if !has(key) {
			*into = was
		}
	}
	keep("name", &r.Name, old.Name)
	keep("when", &r.When, old.When)
	keep("note", &r.Note, old.Note)
	if !has("pregnancy") {
		r.Pregnancy = old.Pregnancy
	}
	r.Conditions = stillHeeded(old.Conditions, r.Conditions)
	if !has("suits") {
		r.Suits = old.Suits
	}
	if !has("rest_s") {
		r.RestS = old.RestS
	}
	if !has("optional") {
		r.Optional = old.Optional
	}
	if !has("items") {
		r.Items = slices.Clone(old.Items)
		keep("place", &r.Place, old.Place)
	}
}

// fill works out what a pack need not say of a routine whose exercises are in
// place.
func (r *Routine) fill(has func(string) bool) {
	if !has("target_s") {
		r.TargetS = r.TotalS()
	}
	if r.Place == "" && !has("place") {
		r.Place = string(r.Items[0].Exercise.Position)
		for _, i := range r.Items {
			if string(i.Exercise.Position) != r.Place {
				r.Place = "mixed"
			}
		}
	}
}
