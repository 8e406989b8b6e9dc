package main

import (
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/session"
)

// Every routine and exercise is found by its id and its name, and can be
// played.
func TestEverythingCanBeStretched(t *testing.T) {
	lib := content.BuiltIn()
	me := person{Judge: safety.For(lib, safety.Profile{}, time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC))}
	routines, err := lib.Routines()
	if err != nil {
		t.Fatal(err)
	}
	exercises, err := lib.Exercises()
	if err != nil {
		t.Fatal(err)
	}
	check := func(typed, id, name string) {
		t.Helper()
		c, err := named(lib, typed)
		if err != nil {
			t.Errorf("%q: %v", typed, err)
			return
		}
		plan, err := c.plan(me)
		if c.id() != id || c.name() != name || err != nil || plan.Name != name {
			t.Errorf("%q is %s, %s, %v; want %s", typed, c.id(), c.name(), err, id)
		}
	}
	for _, r := range routines.Routine {
		for _, typed := range []string{r.ID, r.Name, "routine:" + r.ID, strings.ToUpper(r.Name)} {
			check(typed, r.ID, r.Name)
		}
	}
	for _, e := range exercises {
		for _, typed := range []string{e.ID, e.Name, "exercise:" + e.ID} {
			check(typed, "exercise:"+e.ID, e.Name)
		}
	}
	for _, typed := range []string{"routine:chin-tuck", "exercise:low-back-10", "exercise:", "nonsense", "::", "routine:\x00"} {
		if c, err := named(lib, typed); err == nil {
			t.Errorf("%q is %s", typed, c.id())
		}
	}
}

// What is held back is never played, what is to be asked about only once
// somebody has.
func TestRefusedByTheVerdict(t *testing.T) {
	lib := content.BuiltIn()
	facts, err := lib.Facts()
	if err != nil {
		t.Fatal(err)
	}
	routines, err := lib.Routines()
	if err != nil {
		t.Fatal(err)
	}
	exercises, err := lib.Exercises()
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	seen := map[safety.Verdict]int{}
	for _, f := range facts {
		me := person{Judge: safety.For(lib, safety.Profile{}.With(f.ID, now), now)}
		var all []chosen
		for i := range routines.Routine {
			all = append(all, chosen{routine: &routines.Routine[i]})
		}
		for i := range exercises {
			all = append(all, chosen{exercise: &exercises[i]})
		}
		for _, c := range all {
			v := c.advice(me)
			seen[v.Verdict]++
			unasked, asked := c.refused(me, false), c.refused(me, true)
			if plays := v.Suggest(); (unasked == nil) != plays {
				t.Errorf("%s, %s: %s, and %v", f.ID, c.id(), v.Verdict, unasked)
			}
			if plays := v.Verdict != safety.Held; (asked == nil) != plays {
				t.Errorf("%s, %s: %s, and asked %v", f.ID, c.id(), v.Verdict, asked)
			}
			if unasked != nil && (!strings.Contains(unasked.Error(), v.Reason()) || !strings.Contains(unasked.Error(), "; hint: ")) {
				t.Errorf("%s, %s: %v", f.ID, c.id(), unasked)
			}
			// Whoever has asked about one exercise is still kept from the others.
			if asked != nil || c.routine == nil {
				continue
			}
			plan, err := c.plan(me)
			if err != nil {
				t.Fatal(err)
			}
			for _, i := range plan.Items {
				for n := range exercises {
					if exercises[n].ID == i.Exercise && me.Exercise(&exercises[n]).Verdict == safety.Held {
						t.Errorf("%s, %s: %s is held back, and played", f.ID, c.id(), i.Exercise)
					}
				}
			}
		}
	}
	for _, v := range []safety.Verdict{safety.Allowed, safety.Caution, safety.Ask, safety.Held} {
		if seen[v] == 0 {
			t.Errorf("nothing was %s: the test says nothing about it", v)
		}
	}
}

func TestDeskTime(t *testing.T) {
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	since := now.Add(-40 * time.Minute)
	if got := deskTime(control.Status{Now: now, DeskSince: &since}, nil); got != 40*time.Minute {
		t.Errorf("%v", got)
	}
	if got := deskTime(control.Status{Now: since, DeskSince: &now}, nil); got != 0 {
		t.Errorf("%v from a clock that was set back", got)
	}
	if got := deskTime(control.Status{Now: now}, nil) + deskTime(control.Status{}, control.ErrNotRunning); got != 0 {
		t.Errorf("%v from nothing", got)
	}
}

func TestIntensityBefore(t *testing.T) {
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	for ago, counts := range map[time.Duration]bool{0: true, time.Hour: true, 3 * time.Hour: false, -time.Minute: false} {
		got := intensityBefore(&diary.Pain{At: now.Add(-ago), Intensity: 4}, now)
		if (got != nil) != counts || got != nil && *got != 4 {
			t.Errorf("%v ago: %v", ago, got)
		}
	}
	if intensityBefore(nil, now) != nil {
		t.Error("something from nothing")
	}
}

func TestSummary(t *testing.T) {
	r := session.Result{Active: 3 * time.Minute, Exercises: []session.Exercised{{Outcome: session.Completed}, {Outcome: session.Skipped}}}
	if got := summary(r); got != "1 of 2 exercises, 3 min" {
		t.Error(got)
	}
}
