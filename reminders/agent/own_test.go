package agent

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/settings"
)

// only is a world with one reminder of the person's own.
func only(o settings.Own) *world {
	w := newWorld()
	w.settings.Posture.Enabled, w.settings.Stretch.Enabled = false, false
	o.Name, o.Enabled, o.Days = "heat-pack", true, reminders.EveryDay
	w.settings.Own = []settings.Own{o}
	return w
}

// A reminder at a fixed time comes at that time, each day, and its Start begins
// what it is for. The world begins at midnight.
func TestOwnReminderAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := only(settings.Own{Title: "Heat pack", Text: "A warm back.", At: []reminders.TimeOfDay{reminders.Clock(15, 0, 0)}, Opens: "heat:20m"})
		a, stop := w.agent(t)
		defer stop()
		time.Sleep(15*time.Hour - time.Second)
		if _, ok := w.on("heat-pack"); ok {
			t.Fatal("it is early")
		}
		time.Sleep(2 * time.Second)
		n, ok := w.on("heat-pack")
		if !ok || n.Title != "Heat pack" || n.Body != "A warm back." {
			t.Fatalf("at 15:00: %+v", n)
		}
		if got := labels(n); got != "Start, Snooze 10 min" {
			t.Errorf("buttons %q", got)
		}
		if s, err := a.Status(t.Context()); err != nil || len(s.Prompts) != 1 || s.Prompts[0].Opens != "heat:20m" || s.Prompts[0].Text != "A warm back." {
			t.Errorf("the window is told %+v, %v", s.Prompts, err)
		}
		w.replies <- Reply{Key: "heat-pack", Action: "default"}
		synctest.Wait()
		if open := w.latest().Prompts; len(open) != 1 || len(w.parts) != 0 || !slices.Equal(w.opened, []string{"relief"}) {
			t.Fatalf("a click on it opened %q %q; open are %v", w.opened, w.parts, open)
		}
		w.replies <- Reply{Key: "heat-pack", Action: "start"}
		synctest.Wait()
		if !slices.Equal(w.parts, []string{"relief start:heat:20m"}) || !strings.HasSuffix(w.last(), "close heat-pack done") {
			t.Errorf("Start opened %q; logged %q", w.parts, w.last())
		}
		time.Sleep(24 * time.Hour)
		if _, ok := w.on("heat-pack"); !ok {
			t.Error("it did not come the next day")
		}
	})
}

// One after sitting time comes again and again, and its Start plays a routine.
func TestOwnReminderAfterSitting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := only(settings.Own{Title: "Loosen up", Every: 45 * time.Minute, Opens: "routine:micro-1"})
		_, stop := w.agent(t)
		defer stop()
		for round := range 2 {
			time.Sleep(45*time.Minute - time.Second)
			if _, ok := w.on("heat-pack"); ok {
				t.Fatalf("round %d: early", round)
			}
			time.Sleep(2 * time.Second)
			if _, ok := w.on("heat-pack"); !ok {
				t.Fatalf("round %d: not there", round)
			}
			w.replies <- Reply{Key: "heat-pack", Action: "start"}
			synctest.Wait()
		}
		if want := []string{"routine:micro-1", "routine:micro-1"}; !slices.Equal(w.routines, want) {
			t.Errorf("played %q, want %q", w.routines, want)
		}
	})
}

// One that only opens a screen has no Start, and switched off it never comes.
func TestOwnReminderOfAScreenAndPaused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := only(settings.Own{Every: time.Hour, Opens: "journal"})
		a, stop := w.agent(t)
		defer stop()
		time.Sleep(time.Hour + time.Second)
		n, ok := w.on("heat-pack")
		if !ok || n.Title != "Heat pack" || labels(n) != "Done, Snooze 10 min" {
			t.Fatalf("%+v", n)
		}
		w.replies <- Reply{Key: "heat-pack", Action: "done"}
		synctest.Wait()
		w.settings.Own = []settings.Own{{Name: "heat-pack", Every: time.Hour, Opens: "journal"}}
		if err := a.Reload(t.Context()); err != nil {
			t.Fatal(err)
		}
		time.Sleep(5 * time.Hour)
		if _, ok := w.on("heat-pack"); ok {
			t.Error("switched off, and there")
		}
	})
}

func labels(n Notice) string {
	var out []string
	for _, b := range n.Buttons {
		out = append(out, b.Label)
	}
	return strings.Join(out, ", ")
}
