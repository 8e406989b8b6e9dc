package sqlite

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

func aStretch() diary.Stretch {
	three := 3
	return diary.Stretch{
		ID: "mine", Routine: "desk-reset-3", Name: "Desk \"reset\"", Start: noon.Add(-5 * time.Minute), End: noon, Active: 200*time.Second + 1,
		Outcome: diary.Partly, Before: &three,
		Exercises: []diary.Exercised{{ID: "chin-tuck", Name: "Chin tuck", Outcome: diary.Completed}, {ID: "cat", Name: "Cat", Outcome: diary.Skipped}},
	}
}

func TestAStretchComesBackAsItWas(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	ctx := t.Context()
	in := aStretch()
	x, err := s.AddStretch(ctx, in)
	must(t, err)
	in.ID, in.Active = x.ID, 200*time.Second
	all := func() []diary.Stretch {
		list, err := s.Stretches(ctx, noon.Add(-time.Hour), noon)
		must(t, err)
		return list
	}
	if got := all(); x.ID == "mine" || !reflect.DeepEqual(got, []diary.Stretch{in}) {
		t.Errorf("%+v, want %+v", got, in)
	}
	zero := 0
	must(t, s.FeltAfter(ctx, " "+x.ID, diary.Better, &zero))
	in.How, in.After = diary.Better, &zero
	if got := all(); !reflect.DeepEqual(got, []diary.Stretch{in}) {
		t.Errorf("%+v, want %+v", got, in)
	}
	must(t, s.DeleteStretch(ctx, x.ID))
	if got := all(); len(got) != 0 {
		t.Errorf("a deleted one is listed: %+v", got)
	}
	if err := s.FeltAfter(ctx, x.ID, diary.Worse, nil); !errors.Is(err, ErrNotFound) {
		t.Errorf("a deleted one was changed: %v", err)
	}
	must(t, s.UndeleteStretch(ctx, x.ID))
	if got := all(); !reflect.DeepEqual(got, []diary.Stretch{in}) {
		t.Errorf("%+v, want %+v", got, in)
	}
	for _, err := range []error{s.DeleteStretch(ctx, "none"), s.UndeleteStretch(ctx, "none"), s.FeltAfter(ctx, "none", diary.Same, nil)} {
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("%v", err)
		}
	}
}

func TestAStretchThatIsWrongIsRefused(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	bad := aStretch()
	bad.Exercises = nil
	var field *diary.FieldError
	if _, err := s.AddStretch(t.Context(), bad); !errors.As(err, &field) {
		t.Errorf("%v", err)
	}
	x, err := s.AddStretch(t.Context(), aStretch())
	must(t, err)
	eleven := 11
	if err := s.FeltAfter(t.Context(), x.ID, diary.Better, &eleven); !errors.As(err, &field) {
		t.Errorf("%v", err)
	}
}

func TestTheSessionUnderWay(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	ctx := t.Context()
	if state, _, err := s.Session(ctx); state != nil || err != nil {
		t.Errorf("%q %v", state, err)
	}
	must(t, s.SaveSession(ctx, []byte(`{"a":1}`)))
	must(t, s.SaveSession(ctx, []byte(`{"a":2}`)))
	if state, saved, err := s.Session(ctx); string(state) != `{"a":2}` || !saved.Equal(noon) || err != nil {
		t.Errorf("%q %v %v", state, saved, err)
	}
	if err := s.SaveSession(ctx, bytes.Repeat([]byte("x"), maxSession+1)); err == nil {
		t.Error("a session of any size is kept")
	}
	must(t, s.SaveSession(ctx, nil))
	if state, saved, err := s.Session(ctx); state != nil || !saved.IsZero() || err != nil {
		t.Errorf("%q %v %v", state, saved, err)
	}
}

func TestFavourites(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	ctx := t.Context()
	for _, entry := range []string{"routine:low-back-10", "exercise:cat", "exercise:cat"} {
		must(t, s.Mark(ctx, entry, true))
	}
	must(t, s.Mark(ctx, "exercise:none", false))
	if got, err := s.Favourites(ctx); err != nil || !slices.Equal(got, []string{"exercise:cat", "routine:low-back-10"}) {
		t.Errorf("%q %v", got, err)
	}
	must(t, s.Mark(ctx, "exercise:cat", false))
	if got, err := s.Favourites(ctx); err != nil || !slices.Equal(got, []string{"routine:low-back-10"}) {
		t.Errorf("%q %v", got, err)
	}
	if err := s.Mark(ctx, "", true); err == nil {
		t.Error("nothing is a favourite")
	}
}
