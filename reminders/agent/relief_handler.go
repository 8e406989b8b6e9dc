package agent

import (
	"context"
	"crypto/rand"
	"fmt"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/reminders/safety"
)

// ReliefStart begins a session of heat or cold, where nothing speaks against
// it.
func (a *Agent) ReliefStart(ctx context.Context, r control.ReliefStart) (s control.Session, err error) {
	err = a.doRelief(func() error {
		want, err := a.wanted(r)
		if err != nil {
			return err
		}
		check, err := a.reliefCheck(ctx, &want.Timer, want.Region)
		if err != nil {
			return err
		}
		want.MaxMin = check.MaxMin
		if err := a.held(check, a.relief.Check(a.clock(), want)); err != nil {
			return err
		}
		id := newReliefID()
		if _, err := a.attemptRelief(ctx, relief.Begin{ID: id, Want: want}); err != nil {
			return err
		}
		s, err = a.sessionNow(id)
		return err
	})
	if a.o.Trim != nil {
		a.o.Trim()
	}
	return s, err
}

// doRelief runs f in the loop, if heat and cold are kept anywhere.
func (a *Agent) doRelief(f func() error) error {
	if a.o.Relief == nil {
		return control.ErrNotHere
	}
	return a.do(f)
}

// wanted reads what is to begin.
func (a *Agent) wanted(r control.ReliefStart) (relief.Want, error) {
	h, err := a.library().HeatCold()
	if err != nil {
		return relief.Want{}, err
	}
	for _, t := range h.Timers {
		if t.ID == r.Timer {
			return relief.Want{Timer: t, Region: diary.Region(r.Region), Length: r.For.Duration(), Before: r.Before}, nil
		}
	}
	return relief.Want{}, &control.Error{Code: control.CodeBadArgs, Message: fmt.Sprintf("there is no timer called %q", r.Timer), Hint: "heat, cold-pack or ice-massage"}
}

// held says why a session must not begin; nil if it may. A mistake comes first,
// then what speaks against it for good, then what only needs time.
func (a *Agent) held(c safety.ReliefCheck, refused *relief.Refusal) error {
	if refused != nil && refused.Mistake() {
		problem, todo := refused.Words(a.shortTime)
		return &control.Error{Code: control.CodeBadArgs, Message: problem, Hint: todo}
	}
	held := func(text, hint string) error {
		return &control.Error{Code: control.CodeHeld, Message: strings.TrimSuffix(text, "."), Hint: hint}
	}
	switch {
	case len(c.Stop) > 0:
		text := c.Stop[0].Text
		if until := c.Stop[0].Until; !until.IsZero() {
			text += " " + catalog.L("Again from {{.Time}}.", catalog.D{"Time": a.shortTime(until)})
		}
		return held(text, insteadHint(c.Instead))
	case len(c.Ask) > 0:
		return held(c.Ask[0].Text, catalog.L("once a clinician said that it is fine, say so with: {{.Command}}", catalog.D{"Command": fmt.Sprintf("--cleared %q", c.Ask[0].Question+"=my GP")}))
	case refused != nil:
		problem, todo := refused.Words(a.shortTime)
		return held(problem, todo)
	}
	if open := c.Open(); len(open) > 0 {
		ids := make([]string, len(open))
		for i, it := range open {
			ids[i] = it.Question.ID
		}
		return held(catalog.L("questions are not answered: {{.List}}", catalog.D{"List": strings.Join(ids, ", ")}),
			catalog.L("answer each with --yes ID or --no ID, or all of them with --no-to-open"))
	}
	return nil
}

// insteadHint names what else may help.
func insteadHint(i *safety.Instead) string {
	if i == nil {
		return ""
	}
	return catalog.L("instead: {{.Name}}", catalog.D{"Name": i.Name})
}

// shortTime is an instant as a person reads it: with its day where that is not
// today.
func (a *Agent) shortTime(t time.Time) string {
	t, now := t.In(a.zone), a.now()
	if t.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return catalog.Clock(t)
	}
	return catalog.L("{{.Day}} {{.Time}}", catalog.D{"Day": catalog.ShortWeekday(t.Weekday()), "Time": catalog.Clock(t)})
}

// isOn tells whether a pack is on the skin, or off it for a moment.
func isOn(x relief.Session) bool { return x.Phase != relief.Over }

// change tells one session of an event, and returns it as it is then.
func (a *Agent) change(ctx context.Context, id string, ended bool, best func(relief.Session) bool, ev func(id string) relief.Event) (s control.Session, err error) {
	err = a.doRelief(func() error {
		if id, err = a.pick(id, ended, best); err != nil {
			return err
		}
		if _, err := a.attemptRelief(ctx, ev(id)); err != nil {
			return err
		}
		s, err = a.sessionNow(id)
		return err
	})
	return s, err
}

// ReliefPause says that the pack is off the skin for a moment.
func (a *Agent) ReliefPause(ctx context.Context, p control.ReliefPick) (control.Session, error) {
	s, err := a.change(ctx, p.ID, false, isOn, func(id string) relief.Event { return relief.Pause{ID: id} })
	return s, tooLate(s, err)
}

// tooLate is the error of whoever pauses or resumes what is over.
func tooLate(s control.Session, err error) error {
	if err == nil && (s.State == control.SessionOver || s.State == control.SessionEnded) {
		return &control.Error{Code: control.CodeNoSession, Message: catalog.L("it is over"), Hint: catalog.L("take the pack off")}
	}
	return err
}

// ReliefResume says that it is on again.
func (a *Agent) ReliefResume(ctx context.Context, p control.ReliefPick) (control.Session, error) {
	s, err := a.change(ctx, p.ID, false, isOn, func(id string) relief.Event { return relief.Resume{ID: id} })
	return s, tooLate(s, err)
}

// ReliefStop ends a session, and keeps how much it hurts then.
func (a *Agent) ReliefStop(ctx context.Context, r control.ReliefStop) (control.Session, error) {
	var before *int
	s, err := a.change(ctx, r.ID, false, isOn, func(id string) relief.Event {
		x, _ := a.relief.Find(id)
		before = x.Before
		return relief.Stop{ID: id, Skin: diary.Skin(r.Skin)}
	})
	if err == nil && r.After != nil {
		_, err = a.o.Relief.ReliefFelt(ctx, s.ID, before, r.After)
	}
	return s, err
}

// ReliefLook tells how the skin is.
func (a *Agent) ReliefLook(ctx context.Context, l control.ReliefLook) (control.Session, error) {
	return a.change(ctx, l.ID, true, func(x relief.Session) bool { return x.Ask != relief.AskNothing }, func(id string) relief.Event {
		if _, runs := a.relief.Find(id); !runs { // an answer after the fact
			a.withdraw(noticeKey(relief.AskEnd, id))
			if l.Fine {
				a.withdraw("relief-skin")
			}
		}
		return relief.Checked{ID: id, Fine: l.Fine}
	})
}

// newReliefID makes an id that spells no word.
func newReliefID() string {
	const letters, rest = "bcdfghjkmnpqrstvwxz", "bcdfghjkmnpqrstvwxz23456789"
	random := make([]byte, 6)
	_, _ = rand.Read(random) // never fails, as its documentation promises
	b := []byte{letters[int(random[0])%len(letters)]}
	for _, r := range random[1:] {
		b = append(b, rest[int(r)%len(rest)])
	}
	return string(b)
}
