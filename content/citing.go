package content

import "slices"

// Reference names an entry of the library, as kind:id.
type Reference struct {
	Kind string // as in an Index; or fact for what a profile can say, or emergency for a country's number
	ID   string
	Name string // as a person reads it; empty for a part that has no name of its own
}

// CitedBy tells for each source which entries rest on it, in the order of the
// library. What cannot be read is left out and told.
func (l *Library) CitedBy() (map[string][]Reference, error) {
	c := citing{by: map[string][]Reference{}}
	for _, part := range []func(*Library) error{
		c.guides, c.massage, c.heatCold, c.therapies, c.redFlags, c.training, c.tips, c.defaults, c.pain, c.facts, c.emergency,
	} {
		c.bad = append(c.bad, part(l))
	}
	return c.by, together(c.bad...)
}

type citing struct {
	by  map[string][]Reference
	bad []error
}

func (c *citing) note(kind, id, name string, cited Cited) {
	for _, s := range cited.SourceIDs {
		c.by[s] = append(c.by[s], Reference{kind, id, name})
	}
}

// part notes the sources of statements that have no id of their own.
func (c *citing) part(kind, id string, all ...Cited) {
	var joined Cited
	seen := map[string]bool{}
	for _, one := range all {
		for _, s := range one.SourceIDs {
			if !seen[s] {
				joined.SourceIDs = append(joined.SourceIDs, s)
			}
			seen[s] = true
		}
	}
	c.note(kind, id, "", joined)
}

func (c *citing) guides(l *Library) error {
	all, err := l.Guides()
	for _, g := range all {
		c.note("guide", g.ID, g.Title, g.Cited)
	}
	return err
}

func (c *citing) massage(l *Library) error {
	m, err := l.Massage()
	if err != nil {
		return err
	}
	for _, f := range m.Evidence {
		c.note("massage.evidence", f.ID, f.Text, f.Cited)
	}
	for _, t := range m.Types {
		c.note("massage.type", t.ID, t.Name, t.Cited)
	}
	for _, t := range m.Techniques {
		c.note("massage.technique", t.ID, t.Name, t.Cited)
	}
	c.part("massage", "session", m.Session.Cited)
	c.part("massage", "frequency", m.Frequency.Cited)
	for _, r := range m.Rules {
		c.note("massage.rule", r.ID, r.If, r.Cited)
	}
	for _, s := range m.Screening {
		c.note("massage.screening", s.ID, s.Question, s.Cited)
	}
	for _, q := range m.Questions {
		c.note("massage.question", q.ID, q.Text, q.Cited)
	}
	c.part("massage", "during", m.During.Cited)
	for _, a := range m.Aftercare {
		c.note("massage.aftercare", a.ID, a.Text, a.Cited)
	}
	c.part("massage", "monitor", m.Monitor.Cited)
	for _, k := range m.Calls {
		c.note("massage.call", k.ID, k.When, k.Cited)
	}
	return nil
}

func (c *citing) heatCold(l *Library) error {
	h, err := l.HeatCold()
	if err != nil {
		return err
	}
	c.part("heat-cold", "points", citedOf(h.Points)...)
	for _, k := range h.Choices {
		c.note("heat-cold.choice", k.ID, k.Situation, k.Cited)
	}
	for _, t := range h.Timers {
		c.note("heat-cold.timer", t.ID, t.Name, t.Cited)
	}
	for _, p := range h.Precautions {
		c.note("heat-cold.precaution", p.ID, p.Text, p.Cited)
	}
	c.part("heat-cold", "skin-check", h.SkinCheck.Cited)
	for _, p := range h.Never {
		c.note("heat-cold.never", p.ID, p.Text, p.Cited)
	}
	for _, s := range h.Screening {
		c.note("heat-cold.screening", s.ID, s.Question, s.Cited)
	}
	return nil
}

func (c *citing) therapies(l *Library) error {
	all, err := l.Therapies()
	for _, t := range all {
		c.note("therapy", t.ID, t.Name, t.Cited)
	}
	return err
}

func (c *citing) redFlags(l *Library) error {
	r, err := l.RedFlags()
	if err != nil {
		return err
	}
	c.part("red-flag", "", citedOf(r.Principles)...)
	for _, f := range r.Flags {
		c.note("red-flag", f.ID, f.Text, f.Cited)
	}
	return nil
}

// training is exercises and routines.
func (c *citing) training(l *Library) error {
	exercises, err := l.Exercises()
	for _, e := range exercises {
		c.note("exercise", e.ID, e.Name, e.Cited)
	}
	routines, err2 := l.Routines()
	if err2 != nil {
		return together(err, err2)
	}
	rules := make([]Cited, len(routines.Rule))
	for i, r := range routines.Rule {
		rules[i] = r.Cited
	}
	c.part("routine", "", rules...)
	for _, r := range routines.Routine {
		c.note("routine", r.ID, r.Name, r.Cited)
	}
	return err
}

func (c *citing) tips(l *Library) error {
	all, err := l.Tips()
	for _, t := range all {
		c.note("tip", t.ID, t.Text, t.Cited)
	}
	desk, err2 := l.DeskCheck()
	if err2 != nil {
		return together(err, err2)
	}
	c.part("desk-check", "", desk.Intro.Cited, desk.LookAgain.Cited)
	for _, q := range desk.Questions {
		c.note("desk-check", q.ID, q.Name, q.Cited)
	}
	return err
}

func (c *citing) defaults(l *Library) error {
	d, err := l.Defaults()
	if err != nil {
		return err
	}
	c.part("default", "", append(citedOf(d.Etiquette), d.Honesty.Cited)...)
	for _, e := range d.Default {
		c.note("default", e.ID, e.What, e.Cited)
	}
	return nil
}

func (c *citing) pain(l *Library) error {
	p, err := l.Pain()
	if err != nil {
		return err
	}
	c.part("pain", "scale", p.Scale.Cited, p.Bands.Cited)
	c.part("pain", "change", p.Change.Cited)
	c.part("pain", "body-map", p.BodyMap.Cited)
	for _, i := range p.Instruments {
		c.note("pain.instrument", i.ID, i.Name, i.Cited)
	}
	return nil
}

func (c *citing) facts(l *Library) error {
	all, err := l.Facts()
	for _, f := range all {
		c.note("fact", string(f.ID), f.Name, f.Cited)
	}
	return err
}

func (c *citing) emergency(l *Library) error {
	e, err := l.EmergencyNumbers()
	if err != nil {
		return err
	}
	c.part("emergency", "", e.Elsewhere.Cited)
	for _, k := range e.Countries {
		c.note("emergency", k.ID, k.Name, k.Cited)
		if k.Advice != nil && !slices.Equal(k.Advice.SourceIDs, k.SourceIDs) {
			c.note("emergency", k.ID, k.Name+": "+k.Advice.Name, k.Advice.Cited)
		}
	}
	return nil
}

func citedOf(list []Statement) []Cited {
	out := make([]Cited, len(list))
	for i, s := range list {
		out[i] = s.Cited
	}
	return out
}
