package main

import (
	"cmp"
	"context"
	"errors"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/session"
	"github.com/unhunch/unhunch/reminders/sqlite"
	"github.com/unhunch/unhunch/reminders/suggest"
)

// chosen is what is to be played: a routine or a single exercise.
type chosen struct {
	routine  *content.Routine // nil for a single exercise
	exercise *content.Exercise
	why      string // it is suggested; empty if it was asked for
}

// Before an id, where a routine and an exercise share one; the window wants it
// before that of an exercise.
const (
	routinePrefix  = "routine:"
	exercisePrefix = "exercise:"
)

// id is how the window calls it.
func (c chosen) id() string {
	if c.routine != nil {
		return c.routine.ID
	}
	return exercisePrefix + c.exercise.ID
}

func (c chosen) name() string {
	if c.routine != nil {
		return c.routine.Name
	}
	return c.exercise.Name
}

func (c chosen) advice(me person) safety.Advice {
	if c.routine != nil {
		return me.Routine(c.routine)
	}
	return me.Exercise(c.exercise)
}

// plan is what this person does of it, others in the place of what does not
// suit them.
func (c chosen) plan(me person) (session.Plan, error) {
	if c.routine != nil {
		return session.Of(c.routine, me.Replacements(c.routine))
	}
	return session.One(c.exercise)
}

// refused says why something is not played: it is held back, or to be asked
// about first.
func (c chosen) refused(me person, asked bool) error { return refusal(c.name(), c.advice(me), asked) }

// refusal is the same of what has a name.
func refusal(name string, v safety.Advice, asked bool) error {
	d := catalog.D{"Name": name, "Reason": v.Reason()}
	switch {
	case v.Suggest(), v.Verdict == safety.Ask && asked:
		return nil
	case v.Verdict == safety.Ask:
		return errors.New(hinted(catalog.L("{{.Name}}: ask a clinician first – {{.Reason}}", d), joined(instead(v), catalog.L("add --yes once you have asked"))))
	}
	return errors.New(hinted(catalog.L("{{.Name}}: not now – {{.Reason}}", d), cmp.Or(instead(v), catalog.L("unhunch guide red-flags tells when to seek help"))))
}

// instead is what to do in the place of something; empty if nothing is.
func instead(v safety.Advice) string {
	if v.Instead == nil {
		return ""
	}
	command := commandFor(*v.Instead)
	switch v.Instead.Kind {
	case "routine", "exercise":
		command = "unhunch stretch " + v.Instead.ID
	}
	return catalog.L("instead: {{.Name}} ({{.Command}})", catalog.D{"Name": v.Instead.Name, "Command": command})
}

// joined are the hints there are, one after the other.
func joined(hints ...string) string {
	var out []string
	for _, h := range hints {
		if h != "" {
			out = append(out, h)
		}
	}
	return strings.Join(out, "; ")
}

// exercisable are all routines and then all exercises.
func exercisable(lib *content.Library) (shelf, error) {
	routines, err := routineShelf(lib)
	exercises, err2 := exerciseShelf(lib)
	return shelf{
		missing: func(typed string) string {
			return catalog.L("there is no routine and no exercise {{.Given}}", catalog.D{"Given": typed})
		},
		command: "unhunch routine list",
		entries: append(routines.entries, exercises.entries...),
	}, errors.Join(err, err2)
}

// named finds what was typed among the routines and the exercises.
func named(lib *content.Library, typed string) (chosen, error) {
	on, err := exercisable(lib)
	if err != nil {
		return chosen{}, err
	}
	all, err := lib.Routines()
	if err != nil {
		return chosen{}, err
	}
	first := 0 // of the entries of on that are looked at
	if id, is := strings.CutPrefix(typed, routinePrefix); is {
		typed, on.entries = id, on.entries[:len(all.Routine)]
	} else if id, is := strings.CutPrefix(typed, exercisePrefix); is {
		first = len(all.Routine)
		typed, on.entries, on.command = id, on.entries[first:], "unhunch exercise list"
	}
	i, err := on.find(typed)
	if err != nil {
		return chosen{}, err
	}
	if i += first; i < len(all.Routine) {
		return chosen{routine: &all.Routine[i]}, nil
	}
	exercises, err := lib.Exercises()
	if err != nil {
		return chosen{}, err
	}
	return chosen{exercise: &exercises[i-len(all.Routine)]}, nil
}

// lately is how far back sessions count for a suggestion.
const lately = 24 * time.Hour

// suggested is the routine that suits best now.
func (a *app) suggested(ctx context.Context, lib *content.Library, me person) (chosen, error) {
	all, err := lib.Routines()
	if err != nil {
		return chosen{}, err
	}
	now := a.now()
	is := suggest.Situation{Now: now, Desk: a.atDesk(ctx), Profile: me.profile}
	err = a.withStore(ctx, func(ctx context.Context, s *sqlite.Store) error {
		last, some, err := s.LastPain(ctx)
		if err != nil {
			return err
		}
		if some {
			is.Pain = &last
		}
		visit, some, err := s.LastVisit(ctx)
		if err != nil {
			return err
		}
		if some {
			is.Massage = visit.At
		}
		is.Recent, err = s.Stretches(ctx, now.Add(-lately), now.Add(time.Minute))
		return err
	})
	if err != nil {
		return chosen{}, err
	}
	if list := suggest.Routines(all.Routine, me.Judge, is); len(list) > 0 {
		return chosen{routine: &list[0].Routine, why: list[0].Why}, nil
	}
	if is.Severe() {
		return chosen{}, errors.New(hinted(
			catalog.L("you logged a lot of pain ({{.Intensity}} of {{.Most}}), so no stretch is suggested now", catalog.D{"Intensity": is.Pain.Intensity, "Most": diary.MaxIntensity}),
			catalog.L("unhunch guide red-flags tells when to seek help, unhunch guide self-care what eases; a stretch you name is played all the same")))
	}
	return chosen{}, errors.New(hinted(
		catalog.L("no routine suits what you told about yourself"),
		catalog.L("unhunch routine list shows them all, with the reasons")))
}

// atDesk is how long the person has been at the desk without a rest, as far as
// the running reminders know.
func (a *app) atDesk(ctx context.Context) time.Duration {
	c, err := a.dial(ctx)
	if err != nil {
		return 0
	}
	defer func() { _ = c.Close() }()
	st, err := c.Status(ctx)
	return deskTime(st, err)
}

func deskTime(st control.Status, err error) time.Duration {
	if err != nil || st.DeskSince == nil {
		return 0
	}
	return max(0, st.Now.Sub(*st.DeskSince))
}
