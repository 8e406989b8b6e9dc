package sqlite

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

func TestARelaxationComesBackAsItWas(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	ctx := t.Context()
	three, zero, eleven := 3, 0, 11
	in := diary.Relaxation{
		ID: "mine", Kind: "pmr", Name: "Muscle \"relaxation\"", Start: noon.Add(-5 * time.Minute), End: noon, Active: 200*time.Second + 1,
		Done: 7, Groups: 10, Before: &three,
	}
	x, err := s.AddRelaxation(ctx, in)
	must(t, err)
	breath := diary.Relaxation{Kind: "breathing", Name: "Breathing", Start: noon.Add(-4 * time.Minute), End: noon, Active: time.Minute, Full: true, PerMinute: 6}
	y, err := s.AddRelaxation(ctx, breath)
	must(t, err)
	in.ID, in.Active, breath.ID = x.ID, 200*time.Second, y.ID
	check := func(want ...diary.Relaxation) {
		t.Helper()
		got, err := s.Relaxations(ctx, noon.Add(-time.Hour), noon)
		must(t, err)
		if len(got) != len(want) || len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
	if x.ID == "mine" || x.ID == y.ID {
		t.Errorf("ids %q and %q", x.ID, y.ID)
	}
	check(in, breath)
	must(t, s.FeltCalm(ctx, " "+x.ID, nil, &zero))
	in.Before, in.After = nil, &zero
	check(in, breath)
	must(t, s.DeleteRelaxation(ctx, x.ID))
	check(breath)
	if err := s.FeltCalm(ctx, x.ID, &three, nil); !errors.Is(err, ErrNotFound) {
		t.Errorf("a deleted one was changed: %v", err)
	}
	must(t, s.UndeleteRelaxation(ctx, x.ID))
	check(in, breath)
	for _, err := range []error{s.DeleteRelaxation(ctx, "none"), s.UndeleteRelaxation(ctx, "none"), s.FeltCalm(ctx, "none", &zero, nil)} {
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("%v", err)
		}
	}
	var field *diary.FieldError
	if err := s.FeltCalm(ctx, x.ID, &eleven, nil); !errors.As(err, &field) {
		t.Errorf("%v", err)
	}
	in.Done = 11
	if _, err := s.AddRelaxation(ctx, in); !errors.As(err, &field) {
		t.Errorf("%v", err)
	}
}
