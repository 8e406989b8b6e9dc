package agent

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
)

// Start leads to the player, and only finishing the stretch is an answer.
func TestStartOpensTheStretchAndWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.settings.Posture.Enabled = false
		a, stop := w.agent(t)
		defer stop()
		time.Sleep(time.Hour + time.Second)
		n, ok := w.on("stretch")
		if !ok || n.Buttons[0].Label != "Start" {
			t.Fatalf("after an hour of sitting: %+v", n)
		}
		w.replies <- Reply{Key: "stretch", Action: "start"}
		synctest.Wait()
		if len(w.opened) != 1 || w.opened[0] != "stretch" {
			t.Fatalf("opened %q", w.opened)
		}
		if _, ok := w.on("stretch"); ok {
			t.Fatal("the notification stays though the person is at it")
		}
		if err := a.Begin(t.Context(), control.Begun{Reminder: reminders.Stretch, For: control.Seconds(20 * time.Minute)}); err != nil {
			t.Fatal(err)
		}
		w.sensed <- reminders.Idle{Since: time.Now()} // nobody touches a key
		time.Sleep(12 * time.Minute)
		if open := w.latest().Prompts; len(open) != 1 {
			t.Fatalf("prompts in the middle of the stretch: %v", open)
		}
		if err := a.Did(t.Context(), control.Deed{Reminder: reminders.Stretch}); err != nil {
			t.Fatal(err)
		}
		if last := w.log[len(w.log)-1]; !strings.HasSuffix(last, "close stretch done") {
			t.Fatalf("logged %q", last)
		}
	})
}

// Begun and forgotten: the agent started again does not show it anew, and it
// closes when its time is up.
func TestBegunOutlivesTheAgent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.settings.Posture.Enabled = false
		a, stop := w.agent(t)
		time.Sleep(time.Hour + time.Second)
		if err := a.Begin(t.Context(), control.Begun{Reminder: reminders.Stretch, For: control.Seconds(10 * time.Minute)}); err != nil {
			t.Fatal(err)
		}
		saved := w.latest()
		stop()
		w.state = saved
		clear(w.screen)
		_, stop = w.agent(t)
		defer stop()
		if _, ok := w.on("stretch"); ok {
			t.Fatal("shown again in the middle of the stretch")
		}
		time.Sleep(10*time.Minute + time.Second)
		synctest.Wait()
		if last := w.last(); !strings.HasSuffix(last, "close stretch expired") {
			t.Fatalf("logged %q", last)
		}
	})
}

// A stretch nobody asked for starts the clock again.
func TestDidUnasked(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.settings.Posture.Enabled = false
		a, stop := w.agent(t)
		defer stop()
		time.Sleep(50 * time.Minute)
		if err := a.Did(t.Context(), control.Deed{Reminder: reminders.Stretch}); err != nil {
			t.Fatal(err)
		}
		time.Sleep(59 * time.Minute)
		if _, ok := w.on("stretch"); ok {
			t.Fatal("reminded ten minutes after a stretch")
		}
		time.Sleep(time.Minute + time.Second)
		if _, ok := w.on("stretch"); !ok {
			t.Fatal("not reminded an hour after a stretch")
		}
	})
}
