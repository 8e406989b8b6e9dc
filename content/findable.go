package content

import "strings"

// Findables returns everything of the library one may look for: tips,
// exercises, routines, guides, what the guides and the screens show of massage,
// heat and cold and other therapies, red flags, and the sources. What cannot be
// read is left out and told.
func (l *Library) Findables() ([]Findable, error) {
	var out []Findable
	var bad []error
	add := func(kind, id, name, line string, also []string, text ...string) {
		out = append(out, Findable{Kind: kind, ID: id, Name: name, Also: also, Line: line, Text: strings.Join(text, " "), Behind: kind == "source"})
	}
	for _, part := range []func(addFindable) error{
		l.findExercises, l.findRoutines, l.findGuides, l.findMassage, l.findHeatCold,
		l.findTherapies, l.findRedFlags, l.findTips, l.findSources,
	} {
		bad = append(bad, part(add))
	}
	return out, together(bad...)
}

type addFindable func(kind, id, name, line string, also []string, text ...string)

func (l *Library) findExercises(add addFindable) error {
	all, err := l.Exercises()
	for i := range all {
		e := &all[i]
		add("exercise", e.ID, e.Name, strings.Join(e.Muscles, ", "), e.AlsoCalled,
			joined(e.Regions), string(e.Position), joined(e.Also), joined(e.Equipment), joined(e.Tags),
			joined(e.Steps), e.Breath, joined(e.Mistakes), e.Easier, e.Harder, joined(e.Cautions))
	}
	return err
}

func (l *Library) findRoutines(add addFindable) error {
	all, err := l.Routines()
	if err != nil {
		return err
	}
	for i := range all.Routine {
		r := &all.Routine[i]
		text := []string{r.Place, r.Note}
		for _, item := range r.Items {
			text = append(text, item.Exercise.Name)
		}
		add("routine", r.ID, r.Name, r.When, nil, text...)
	}
	return nil
}

func (l *Library) findGuides(add addFindable) error {
	all, err := l.Guides()
	for _, g := range all {
		add("guide", g.ID, g.Title, g.Summary, nil, reference.ReplaceAllString(g.Body, ""))
	}
	return err
}

func (l *Library) findMassage(add addFindable) error {
	m, err := l.Massage()
	if err != nil {
		return err
	}
	for _, t := range m.Types {
		add("massage.type", t.ID, t.Name, t.What, t.AlsoCalled, t.Pressure, t.GoodFor, t.AvoidWhen)
	}
	for _, t := range m.Techniques {
		add("massage.technique", t.ID, t.Name, t.Does, t.AlsoCalled, t.Tell)
	}
	for _, q := range m.Questions {
		add("massage.question", q.ID, q.Text, q.When, nil)
	}
	for _, s := range m.Screening {
		add("massage.screening", s.ID, s.Question, s.Note, nil)
	}
	for _, a := range m.Aftercare {
		add("massage.aftercare", a.ID, a.Text, "", nil)
	}
	for _, f := range m.Evidence {
		add("massage.evidence", f.ID, f.Text, "", nil)
	}
	return nil
}

func (l *Library) findHeatCold(add addFindable) error {
	h, err := l.HeatCold()
	if err != nil {
		return err
	}
	for _, c := range h.Choices {
		add("heat-cold.choice", c.ID, c.Situation, c.Why, nil, string(c.Suggest), c.Advice)
	}
	for _, t := range h.Timers {
		add("heat-cold.timer", t.ID, t.Name, t.Advice, nil, string(t.Modality), t.Basis)
	}
	for _, p := range h.Precautions {
		add("heat-cold.precaution", p.ID, p.Text, "", nil)
	}
	for _, p := range h.Never {
		add("heat-cold.never", p.ID, p.Text, "", nil)
	}
	return nil
}

func (l *Library) findTherapies(add addFindable) error {
	all, err := l.Therapies()
	for _, t := range all {
		add("therapy", t.ID, t.Name, t.Text, t.AlsoCalled, joined(t.Cautions), t.Note)
	}
	return err
}

func (l *Library) findRedFlags(add addFindable) error {
	r, err := l.RedFlags()
	if err != nil {
		return err
	}
	for _, f := range r.Flags {
		add("red-flag", f.ID, f.Text, f.Why, nil)
	}
	return nil
}

func (l *Library) findTips(add addFindable) error {
	all, err := l.Tips()
	for _, t := range all {
		add("tip", t.ID, t.Text, t.How, nil, joined(t.Tags))
	}
	return err
}

func (l *Library) findSources(add addFindable) error {
	all, err := l.Sources()
	for _, s := range all {
		add("source", s.ID, s.Name, s.Says, nil, s.Year)
	}
	return err
}

func joined[T ~string](list []T) string {
	var b strings.Builder
	for _, s := range list {
		b.WriteString(string(s))
		b.WriteByte(' ')
	}
	return b.String()
}
