package ui

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/unhunch/unhunch/reminders/relief"
)

// fakeHeatCold times heat and cold in memory, as the agent does.
type fakeHeatCold struct {
	now     func() time.Time
	state   relief.State
	answers []ReliefAnswer
	used    []Relieved
	creams  []Cream
	gone    []any // what was deleted
	ids     int
	err     error
}

func (f *fakeHeatCold) step(ev relief.Event) error {
	if f.err != nil {
		return f.err
	}
	var effects, more []relief.Effect
	f.state, effects, _ = f.state.Step(relief.Clock{Wall: f.now()}, relief.Tick{}) // as an agent that was awake
	f.state, more, _ = f.state.Step(relief.Clock{Wall: f.now()}, ev)
	effects = append(effects, more...)
	for _, e := range effects {
		switch e.Verb {
		case relief.Log:
			f.used = append(f.used, e.Record)
		case relief.Told:
			for i := range f.used {
				if f.used[i].ID == e.Record.ID {
					f.used[i].Skin = e.Record.Skin
				}
			}
		}
	}
	return nil
}

func (f *fakeHeatCold) BeginRelief(w relief.Want) error {
	if r := f.state.Check(relief.Clock{Wall: f.now()}, w); r != nil {
		return r
	}
	f.ids++
	return f.step(relief.Begin{ID: fmt.Sprint("r", f.ids), Want: w})
}
func (f *fakeHeatCold) PauseRelief(id string) error  { return f.step(relief.Pause{ID: id}) }
func (f *fakeHeatCold) ResumeRelief(id string) error { return f.step(relief.Resume{ID: id}) }
func (f *fakeHeatCold) StopRelief(id string) error   { return f.step(relief.Stop{ID: id}) }
func (f *fakeHeatCold) CheckRelief(id string, fine bool) error {
	return f.step(relief.Checked{ID: id, Fine: fine})
}

func (f *fakeHeatCold) ReliefState() (relief.State, error) {
	_ = f.step(relief.Tick{})
	return f.state, f.err
}

func (f *fakeHeatCold) ReliefAnswers() ([]ReliefAnswer, error) { return slices.Clone(f.answers), f.err }

func (f *fakeHeatCold) AnswerRelief(list ...ReliefAnswer) error {
	if f.err != nil {
		return f.err
	}
	for _, a := range list {
		f.answers = slices.DeleteFunc(f.answers, func(x ReliefAnswer) bool { return x.Question == a.Question && x.Region == a.Region })
		f.answers = append(f.answers, a)
	}
	return nil
}

func (f *fakeHeatCold) Reliefs(from, to time.Time) ([]Relieved, error) {
	return slices.DeleteFunc(slices.Clone(f.used), func(x Relieved) bool { return x.Start.Before(from) || !x.Start.Before(to) }), f.err
}

func (f *fakeHeatCold) ReliefFelt(id string, before, after *int) error {
	for i := range f.used {
		if f.used[i].ID == id && f.err == nil {
			f.used[i].Before, f.used[i].After = before, after
			return nil
		}
	}
	return errors.Join(f.err, errNoSuch)
}

func (f *fakeHeatCold) DeleteRelief(id string) error {
	i := slices.IndexFunc(f.used, func(x Relieved) bool { return x.ID == id })
	if i < 0 || f.err != nil {
		return errors.Join(f.err, errNoSuch)
	}
	f.gone = append(f.gone, f.used[i])
	f.used = slices.Delete(f.used, i, i+1)
	return nil
}

func (f *fakeHeatCold) UndeleteRelief(id string) error {
	for _, g := range f.gone {
		if x, ok := g.(Relieved); ok && x.ID == id {
			f.used = append(f.used, x)
		}
	}
	return f.err
}

func (f *fakeHeatCold) Creams(time.Time, time.Time) ([]Cream, error) {
	return slices.Clone(f.creams), f.err
}

func (f *fakeHeatCold) AddCream(c Cream) (Cream, error) {
	if f.err != nil {
		return c, f.err
	}
	if err := c.Validate(f.now()); err != nil {
		return c, err
	}
	f.ids++
	c.ID = fmt.Sprint("c", f.ids)
	f.creams = append(f.creams, c)
	return c, nil
}

func (f *fakeHeatCold) TookOff(id string, at time.Time) error {
	for i := range f.creams {
		if f.creams[i].ID == id {
			f.creams[i].Removed = &at
		}
	}
	return f.err
}

func (f *fakeHeatCold) DeleteCream(id string) error {
	i := slices.IndexFunc(f.creams, func(x Cream) bool { return x.ID == id })
	if i < 0 || f.err != nil {
		return errors.Join(f.err, errNoSuch)
	}
	f.gone = append(f.gone, f.creams[i])
	f.creams = slices.Delete(f.creams, i, i+1)
	return nil
}

func (f *fakeHeatCold) UndeleteCream(id string) error {
	for _, g := range f.gone {
		if x, ok := g.(Cream); ok && x.ID == id {
			f.creams = append(f.creams, x)
		}
	}
	return f.err
}
