package coach

import (
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/session"
)

var began = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// Whatever somebody does in whichever routine, the diary takes what came of it,
// and it says the same there.
func TestEveryResultIsAnEntry(t *testing.T) {
	all, err := content.BuiltIn().Routines()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		r := &all.Routine[rapid.IntRange(0, len(all.Routine)-1).Draw(t, "routine")]
		plan, err := session.Of(r, nil)
		if err != nil {
			t.Fatal(err)
		}
		s, err := session.New(plan)
		if err != nil {
			t.Fatal(err)
		}
		now := began
		s, _ = s.Step(now, session.Start{})
		for range rapid.IntRange(0, 60).Draw(t, "steps") {
			ev := rapid.SampledFrom([]session.Event{
				session.Tick{}, session.Tick{}, session.Skip{}, session.Back{}, session.Pause{}, session.Resume{}, session.Easier{}, session.Harder{},
			}).Draw(t, "event")
			now = now.Add(time.Duration(rapid.IntRange(0, 9000).Draw(t, "ms")) * time.Millisecond)
			s, _ = s.Step(now, ev)
		}
		result := s.Result(now)
		result.Feelings = session.Feelings{How: rapid.SampledFrom([]session.Feeling{"", session.Better, session.Same, session.Worse}).Draw(t, "how")}
		e := Entry(s.Plan, result)
		if err := e.Validate(now); err != nil {
			t.Fatalf("the diary does not take %+v: %v", e, err)
		}
		if e.Routine != r.ID || e.Name != r.Name || e.Done() != result.Done() || e.Counts() != (result.Outcome != session.Abandoned) {
			t.Fatalf("%+v came of %+v", e, result)
		}
	})
}

func TestEntry(t *testing.T) {
	two, four := 2, 4
	got := Entry(session.Plan{Name: "Desk reset"}, session.Result{
		Outcome: session.Partly, Routine: "desk-reset-3", Start: began, End: began.Add(3 * time.Minute), Active: 2 * time.Minute, Paused: time.Minute,
		Exercises: []session.Exercised{
			{ID: "chin-tuck", Name: "Chin tuck", Outcome: session.Completed, Active: time.Minute},
			{ID: "cat", Name: "Cat", Outcome: session.Partly},
			{ID: "bridge", Name: "Bridge", Outcome: session.Skipped},
			{ID: "side-bend", Name: "Side bend", Outcome: session.Unreached},
		},
		Feelings: session.Feelings{How: session.Worse, Before: &two, After: &four},
	})
	want := diary.Stretch{
		Routine: "desk-reset-3", Name: "Desk reset", Start: began, End: began.Add(3 * time.Minute), Active: 2 * time.Minute,
		Outcome: diary.Partly, How: diary.Worse, Before: &two, After: &four,
		Exercises: []diary.Exercised{
			{ID: "chin-tuck", Name: "Chin tuck", Outcome: diary.Completed},
			{ID: "cat", Name: "Cat", Outcome: diary.Partly},
			{ID: "bridge", Name: "Bridge", Outcome: diary.Skipped},
			{ID: "side-bend", Name: "Side bend", Outcome: diary.NotReached},
		},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}
