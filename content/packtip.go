package content

import (
	"fmt"
	"slices"
	"strconv"
)

// tipLink is a tip of a pack that speaks of a routine.
type tipLink struct {
	tip, routine string
	line         int
}

// tips are the base's with the packs'.
func (ps *packs) tips() ([]Tip, error) {
	return ps.gotTips.get(func() ([]Tip, error) {
		base, err := ps.base.Tips()
		if err != nil {
			return nil, err
		}
		m := mergedFrom(base, func(t *Tip) string { return t.ID })
		for _, p := range ps.folders() {
			known, err := ps.known(p)
			if err != nil {
				return nil, err
			}
			n := 0
			p.entries(inTips, "tips.toml", "tip", &n, func(d *document) { p.takeTip(d, known, m) })
		}
		return m.all, nil
	})
}

func (p *pack) takeTip(d *document, known register, m *merged[Tip]) {
	var f tipsFile
	if !d.decode(&f) || len(f.Tip) != 1 {
		return
	}
	d.known = known
	t := &f.Tip[0]
	if m.taken(d, "tip", t.ID, p) {
		return
	}
	old := m.old(t.ID)
	t.Origin = p.origin(old != nil)
	if old != nil {
		o := p.overrides(inTips, d, "tip", t.ID, Marks{old.Conditions, Trimesters{Note: old.PregnancyNote}, nil, old.Sources})
		o.conditions(t.Conditions)
		o.whom(&t.Pregnancy, old.Pregnancy)
		t.Loosens = o.loosens
	}
	t.fill(old)
	d.check(&f)
	checkID(t.ID, d.sayOf("tip", t.ID))
	if len(d.bad) > 0 {
		return
	}
	if d.has("tip[0].routine") {
		p.links = append(p.links, tipLink{t.ID, t.Routine, d.above + d.line("tip[0].routine")})
	}
	m.put(t.ID, *t, p)
	p.Tips++
}

// fill fills in what a pack need not say. What a tip is about and whom it is
// for stay as they are in the one it takes the place of.
func (t *Tip) fill(old *Tip) {
	if old != nil {
		if len(t.Tags) == 0 {
			t.Tags = old.Tags
		}
		if t.Pregnancy == Anybody {
			t.Pregnancy, t.PregnancyNote = old.Pregnancy, old.PregnancyNote
		}
		t.Conditions = stillHeeded(old.Conditions, t.Conditions)
		if t.Routine == "" {
			t.Routine = old.Routine
		}
	}
	if len(t.Tags) == 0 {
		t.Tags = []TipTag{Sitting}
	}
}

// sayOf tells what is wrong with the one entry of a document.
func (d *document) sayOf(kind, id string) report {
	return func(key, format string, args ...any) {
		d.addAt(join(kind+"[0]", key), kind+" "+strconv.Quote(id), fmt.Sprintf(format, args...))
	}
}

// deadLinks tells which tips of a pack speak of a routine that is not there.
// They are shown without it.
func (ps *packs) deadLinks(p *pack) []*Problem {
	all, err := ps.routines()
	if err != nil {
		return nil
	}
	var out []*Problem
	for _, l := range p.links {
		if !slices.ContainsFunc(all.Routine, func(r Routine) bool { return r.ID == l.routine }) {
			out = append(out, &Problem{File: p.label("tips.toml"), Line: l.line, Item: "tip " + strconv.Quote(l.tip), What: fmt.Sprintf("routine %q is not in the library; hint: correct its id", l.routine)})
		}
	}
	return out
}
