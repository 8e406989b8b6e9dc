//go:build linux

package main_test

import (
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// What a slow machine may take for one thing of the story.
const storyWithin = 30 * time.Second

// TestMassageStory is one massage from booking it to booking the next: the
// programs as they are, on a clock that goes from one instant to the next.
func TestMassageStory(t *testing.T) {
	d := newDesktop(t)
	d.shiftClock("2031-02-03 09:00:00")
	d.only("rebook.enabled", "true", "away_after", "4h")
	d.unhunch("profile", "set", "pregnancy", "no") // or the window would begin with its welcome
	d.unhunch("therapist", "add", "Anna")
	d.unhunch("visit", "add", "2031-01-23 17:30", "30m", "--type", "swedish")

	d.unhunch("appointment", "add", "2031-02-06 17:30", "60m", "Deep tissue", "--type", "deep-tissue", "--therapist", "Anna")
	if list := d.appointments(); len(list) != 1 || list[0].Status != "planned" {
		t.Fatalf("booked: %+v", list)
	}
	agent := d.startAgent()
	d.noNote(2 * time.Second)

	// The day before, and two hours before in its place.
	day := d.noteAt("2031-02-05 17:30:00", "Massage appointment")
	if !strings.HasPrefix(day.body, "Thu 6 Feb, 5:30\u00a0PM · Deep tissue") || day.actions["done"] != "OK" {
		t.Errorf("the day before: %q %v", day.body, day.actions)
	}
	soon := d.noteAt("2031-02-06 15:30:00", "Massage appointment")
	if !strings.HasPrefix(soon.body, "Thu 6 Feb, 5:30\u00a0PM · Deep tissue") {
		t.Errorf("two hours before: %q", soon.body)
	}
	if soon.replaces != day.id {
		d.noteGone(day, storyWithin)
	}
	d.until(storyWithin, "it is announced once", func() bool { return d.onScreen() == "1" })
	d.jump("2031-02-06 17:30:00")
	d.noteGone(soon, storyWithin)

	// It is over: a click leads to the visit's form, filled in.
	how := d.noteAt("2031-02-06 18:45:00", "How was your massage?")
	if how.actions["start"] != "Answer" {
		t.Errorf("how was it: %v", how.actions)
	}
	d.click()
	window, _ := d.window(storyWithin)
	d.painted(window, storyWithin)
	if !d.status().open("visit-log") {
		t.Error("opening the form answered the question, though nothing is kept yet")
	}
	var visit storyVisit
	d.keyUntil(window, "the visit is kept", []string{"ctrl+s"}, func() bool {
		list := d.visits()
		visit = list[len(list)-1]
		return len(list) == 2
	})
	d.noteGone(how, storyWithin)
	booked := d.appointments()
	if len(booked) != 1 || booked[0].Status != "done" || visit.Appointment != booked[0].UID || visit.Type != "deep-tissue" || visit.Therapist != "Anna" ||
		visit.Length != 3600 || !visit.Date.Equal(d.instant("2031-02-06 17:30:00")) {
		t.Errorf("of %+v this was kept: %+v", booked, visit)
	}
	d.answered("visit-log")

	// The next day, in the window that is still open.
	next := d.noteAt("2031-02-07 17:30:00", "How is your back after the massage?")
	if !strings.HasPrefix(next.body, "A day after your massage") {
		t.Errorf("the next day: %q", next.body)
	}
	d.click()
	d.titled(window, "Massage", storyWithin)
	d.keyUntil(window, "the next day is told", []string{"2", "Return"}, func() bool { return is(d.visits()[1].NextDay, 2) })
	d.noteGone(next, storyWithin)
	d.answered("follow-up")
	d.closeWindow(window)

	// The machine is off in between.
	if err := agent.signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if code := agent.ended(storyWithin); code != 0 {
		t.Fatalf("exit %d (%s)", code, agent.state())
	}
	d.setClock("2031-02-09 08:00:00")
	d.startAgent()
	d.noNote(2 * time.Second)

	// The third day, in a window that opens for it.
	third := d.noteAt("2031-02-09 17:30:00", "How is your back after the massage?")
	if !strings.HasPrefix(third.body, "Three days after your massage") {
		t.Errorf("the third day: %q", third.body)
	}
	d.press("Answer")
	window, _ = d.window(storyWithin)
	d.painted(window, storyWithin)
	d.titled(window, "Massage", storyWithin)
	d.keyUntil(window, "the third day is told", []string{"4", "Return"}, func() bool { return is(d.visits()[1].ThirdDay, 4) })
	d.noteGone(third, storyWithin)
	d.closeWindow(window)

	// Nothing more, until two weeks after the visit: what was usual before.
	d.jump("2031-02-15 12:00:00")
	d.noNote(2 * time.Second)
	rebook := d.noteAt("2031-02-20 10:00:00", "Time for the next massage?")
	if !strings.Contains(rebook.body, "You go about every 14 days") || rebook.actions["start"] != "Book" {
		t.Errorf("to book: %q %v", rebook.body, rebook.actions)
	}
	d.click()
	window, _ = d.window(storyWithin)
	d.painted(window, storyWithin)
	d.titled(window, "Massage", storyWithin)
	if !d.status().open("rebook") {
		t.Error("looking at it answered it")
	}
	d.unhunch("appointment", "add", "2031-02-27 17:30", "60m", "Deep tissue", "--type", "deep-tissue")
	d.noteGone(rebook, storyWithin)
	d.noNote(2 * time.Second)
	if s := d.status(); len(s.Prompts) > 0 {
		t.Errorf("still open: %+v", s.Prompts)
	}
	d.neverTwice("Massage appointment", "Massage appointment", "How was your massage?",
		"How is your back after the massage?", "How is your back after the massage?", "Time for the next massage?")
}

// TestMassageThatDidNotTakePlace is one that was booked and missed: nothing is
// asked of it any more.
func TestMassageThatDidNotTakePlace(t *testing.T) {
	d := newDesktop(t)
	d.shiftClock("2031-02-06 15:00:00")
	d.only("away_after", "4h")
	d.unhunch("profile", "set", "pregnancy", "no")
	d.unhunch("appointment", "add", "2031-02-06 17:30", "60m", "--lead", "none")
	id := d.appointments()[0].UID
	d.startAgent()
	how := d.noteAt("2031-02-06 18:45:00", "How was your massage?")
	d.unhunch("appointment", "missed", id)
	d.noteGone(how, storyWithin)
	d.unhunch("appointment", "planned", id)
	d.noNote(2 * time.Second)

	// Of a series, one that was asked of and sent away, and one that was missed.
	d.unhunch("appointment", "add", "2031-02-10 17:30", "60m", "Weekly", "--repeat", "weekly", "--lead", "none")
	first := d.noteAt("2031-02-10 18:45:00", "How was your massage?")
	d.unhunch("skip", "visit-log")
	d.noteGone(first, storyWithin)
	second := d.noteAt("2031-02-17 18:45:00", "How was your massage?")
	d.unhunch("appointment", "missed", d.appointments()[2].Ref)
	d.noteGone(second, storyWithin)
	d.noNote(2 * time.Second)
	var statuses []string
	for _, a := range d.appointments()[:4] {
		statuses = append(statuses, a.Status)
	}
	if want := []string{"planned", "planned", "missed", "planned"}; !slices.Equal(statuses, want) {
		t.Errorf("they are %q, want %q", statuses, want)
	}
	d.neverTwice("How was your massage?", "How was your massage?", "How was your massage?")
}

// storyVisit is the part of `unhunch visit list --json` the story looks at.
type storyVisit struct {
	Date        time.Time `json:"date"`
	Type        string    `json:"type"`
	Therapist   string    `json:"therapist"`
	Length      int       `json:"duration_s"`
	NextDay     *int      `json:"pain_24h"`
	ThirdDay    *int      `json:"pain_72h"`
	Appointment string    `json:"appointment"`
}

func (d *desktop) visits() (list []storyVisit) {
	d.t.Helper()
	d.ask(&list, "visit", "list")
	slices.SortFunc(list, func(a, b storyVisit) int { return a.Date.Compare(b.Date) })
	return list
}

// storyAppointment is that of `unhunch appointment list --json`.
type storyAppointment struct {
	UID    string `json:"uid"`
	Ref    string `json:"ref"`
	Status string `json:"status"`
}

func (d *desktop) appointments() (list []storyAppointment) {
	d.t.Helper()
	d.ask(&list, "appointment", "list", "--from", "2031-01-01", "--to", "2031-12-31")
	return list
}

func is(n *int, want int) bool { return n != nil && *n == want }

// jump puts the clock to just before an instant and lets a running agent live
// through it.
func (d *desktop) jump(to string) {
	d.t.Helper()
	d.setClock(d.instant(to).Add(-3 * time.Second).Format(time.DateTime))
	d.status() // the agent looks at the clock when it is asked something
}

// noteAt waits for the notification that comes at an instant, never before.
func (d *desktop) noteAt(at, summary string) *note {
	d.t.Helper()
	d.jump(at)
	n := d.nextNote(storyWithin)
	if n.summary != summary {
		d.t.Fatalf("at %s came %q, want %q", at, n.summary, summary)
	}
	if shown := n.shown.Add(d.clock.by); shown.Before(d.instant(at)) {
		d.t.Errorf("%q came at %s, want %s", summary, shown.In(d.clock.zone).Format(time.DateTime), at)
	}
	return n
}

// keyUntil presses keys in the window, again where it was not ready for them
// yet, until they did what they are for.
func (d *desktop) keyUntil(window, what string, keys []string, done func() bool) {
	d.t.Helper()
	d.until(storyWithin, what, func() bool {
		d.key(window, keys...)
		for range 5 {
			if done() {
				return true
			}
			time.Sleep(200 * time.Millisecond)
		}
		return false
	})
}

// answered waits until no question of a reminder is open, and one is counted as
// answered.
func (d *desktop) answered(reminder string) {
	d.t.Helper()
	d.until(storyWithin, reminder+" is closed", func() bool { return !d.status().open(reminder) })
	d.countedAs(reminder, "done", 1)
}

// neverTwice looks that these notifications were all there were, and that no two
// said the same at the same time.
func (d *desktop) neverTwice(want ...string) {
	d.t.Helper()
	l := d.notes
	l.mu.Lock()
	defer l.mu.Unlock()
	var all []string
	for i, a := range l.notes {
		all = append(all, a.summary)
		for _, b := range l.notes[i+1:] {
			if a.summary == b.summary && a.id != b.id && (a.closed.IsZero() || a.closed.After(b.shown)) {
				d.t.Errorf("%q stood there twice at %s", a.summary, b.shown)
			}
		}
	}
	if !slices.Equal(all, want) {
		d.t.Errorf("there came %q, want %q", all, want)
	}
}
