package sqlite

import (
	"reflect"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

func show(id reminders.ID, at time.Time, refs ...string) reminders.Effect {
	return reminders.Effect{Verb: reminders.Show, ID: id, Prompt: reminders.Prompt{ID: id, ShownAt: at, Refs: refs}}
}

func end(id reminders.ID, shown time.Time, o reminders.Outcome, refs ...string) reminders.Effect {
	return reminders.Effect{Verb: reminders.Close, ID: id, Outcome: o, Prompt: reminders.Prompt{ID: id, ShownAt: shown, Refs: refs}}
}

func record(t *testing.T, s *Store, at time.Time, effects ...reminders.Effect) {
	t.Helper()
	must(t, s.Record(t.Context(), reminders.State{}, at, effects))
}

// line is a logged prompt without its pointers.
type line struct {
	id            reminders.ID
	shown, closed time.Duration // since noon; -1: not
	outcome       reminders.Outcome
	refs          []string
}

func logged(t *testing.T, s *Store, from, to time.Time) []line {
	t.Helper()
	list, err := s.Prompts(t.Context(), from, to)
	must(t, err)
	since := func(t *time.Time) time.Duration {
		if t == nil {
			return -1
		}
		return t.Sub(noon)
	}
	var out []line
	for _, p := range list {
		out = append(out, line{p.Reminder, since(p.ShownAt), since(p.ClosedAt), p.Outcome, p.Refs})
	}
	return out
}

func TestThePromptLog(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	m := func(n int) time.Time { return noon.Add(time.Duration(n) * time.Minute) }
	d := func(n int) time.Duration { return time.Duration(n) * time.Minute }

	record(t, s, m(0), show(reminders.Posture, m(0)))
	record(t, s, m(1), end(reminders.Posture, m(0), reminders.Snoozed))
	// The snooze is given up: the prompt is not shown a second time.
	record(t, s, m(5), end(reminders.Posture, m(0), reminders.Missed))
	// One effect after another at one instant.
	record(t, s, m(10), end(reminders.Posture, time.Time{}, reminders.Merged), show(reminders.Stretch, m(10)))
	// The clock was set meanwhile: the state's own instant has moved.
	record(t, s, m(12), end(reminders.Stretch, m(70), reminders.Done))
	// One prompt replaces another.
	record(t, s, m(20), show(reminders.Upcoming, m(20), "a@x"))
	record(t, s, m(30), end(reminders.Upcoming, m(20), reminders.Expired, "a@x"), show(reminders.Upcoming, m(30), "a@x", "b \"quoted\"\n"))
	// Missed while the agent was off.
	record(t, s, m(40), end(reminders.Checkin, time.Time{}, reminders.Missed, "c"))
	// An occasion nobody saw, while the prompt of another one is on screen.
	record(t, s, m(50), show(reminders.Checkin, m(50), "d"))
	record(t, s, m(51), end(reminders.Checkin, time.Time{}, reminders.Missed, "e"))

	want := []line{
		{reminders.Posture, d(0), d(1), reminders.Snoozed, nil},
		{reminders.Posture, -1, d(5), reminders.Missed, nil},
		{reminders.Posture, -1, d(10), reminders.Merged, nil},
		{reminders.Stretch, d(10), d(12), reminders.Done, nil},
		{reminders.Upcoming, d(20), d(30), reminders.Expired, []string{"a@x"}},
		{reminders.Upcoming, d(30), -1, "", []string{"a@x", "b \"quoted\"\n"}},
		{reminders.Checkin, -1, d(40), reminders.Missed, []string{"c"}},
		{reminders.Checkin, d(50), -1, "", []string{"d"}},
		{reminders.Checkin, -1, d(51), reminders.Missed, []string{"e"}},
	}
	if got := logged(t, s, m(0), m(100)); !reflect.DeepEqual(got, want) {
		t.Errorf("log\n%+v, want\n%+v", got, want)
	}
	if got := logged(t, s, m(5), m(20)); !reflect.DeepEqual(got, want[1:4]) {
		t.Errorf("from the first instant up to, not including, the second:\n%+v", got)
	}
	counts, err := s.Counts(t.Context(), m(0), m(100))
	must(t, err)
	if want := map[reminders.ID]Count{
		reminders.Posture:  {Shown: 1, Snoozed: 1, Missed: 1, Merged: 1},
		reminders.Stretch:  {Shown: 1, Done: 1},
		reminders.Upcoming: {Shown: 2, Expired: 1},
		reminders.Checkin:  {Shown: 1, Missed: 2},
	}; !reflect.DeepEqual(counts, want) {
		t.Errorf("counts %+v, want %+v", counts, want)
	}
	if counts, err := s.Counts(t.Context(), m(200), m(300)); err != nil || len(counts) != 0 {
		t.Errorf("counts of nothing: %+v %v", counts, err)
	}
}

func TestAnAnswerAfterMidnightCountsToTheDayOfThePrompt(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	midnight := noon.Add(12 * time.Hour)
	shown := midnight.Add(-time.Minute)
	record(t, s, shown, show(reminders.Posture, shown))
	record(t, s, midnight.Add(time.Minute), end(reminders.Posture, shown, reminders.Done))
	before, err := s.Counts(t.Context(), noon, midnight)
	must(t, err)
	after, err := s.Counts(t.Context(), midnight, midnight.AddDate(0, 0, 1))
	must(t, err)
	if got := before[reminders.Posture]; got != (Count{Shown: 1, Done: 1}) || len(after) != 0 {
		t.Errorf("before midnight %+v, after %+v", before, after)
	}
}

func TestLongestSit(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	h := func(n int) time.Time { return noon.Add(time.Duration(n) * time.Hour) }
	for _, sit := range [][2]int{{-20, -9}, {0, 2}, {3, 6}, {7, 7}, {9, 8}, {10, 15}} {
		record(t, s, h(sit[1]), reminders.Effect{Verb: reminders.Sat, From: h(sit[0]), To: h(sit[1])})
	}
	for _, c := range []struct{ from, to, want int }{
		{-100, 100, 11}, {-10, 8, 3}, {0, 3, 2}, {1, 2, 1}, {2, 3, 0}, {6, 10, 0}, {6, 12, 2}, {11, 14, 3}, {-15, -12, 3}, {50, 60, 0},
	} {
		got, err := s.LongestSit(t.Context(), h(c.from), h(c.to))
		must(t, err)
		if got != time.Duration(c.want)*time.Hour {
			t.Errorf("from %d to %d: %v, want %dh", c.from, c.to, got, c.want)
		}
	}
}

func TestReferencesThatCannotBeReadAreKept(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	_, err := s.db.Exec(`INSERT INTO prompt (reminder, at, shown_at, refs) VALUES ('posture', 1, 1, '[oops')`)
	must(t, err)
	list, err := s.Prompts(t.Context(), time.UnixMilli(0), noon)
	must(t, err)
	if len(list) != 1 || !reflect.DeepEqual(list[0].Refs, []string{"[oops"}) {
		t.Errorf("%+v", list)
	}
}
