package diary

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestRelaxationValidate(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	ten, eleven, less := 10, 11, -1
	good := Relaxation{
		Kind: "breathing", Name: "Slow belly breathing", Start: now.Add(-4 * time.Minute), End: now, Active: 3 * time.Minute,
		PerMinute: 6, Before: &ten, After: &ten,
	}
	if err := good.Validate(now); err != nil {
		t.Fatal(err)
	}
	for field, change := range map[string][]func(*Relaxation){
		"kind":        {func(r *Relaxation) { r.Kind = "" }, func(r *Relaxation) { r.Kind = "a b" }},
		"name":        {func(r *Relaxation) { r.Name = "" }, func(r *Relaxation) { r.Name = "\xff" }, func(r *Relaxation) { r.Name = strings.Repeat("x", 501) }},
		"start":       {func(r *Relaxation) { r.Start = time.Time{} }, func(r *Relaxation) { r.Start = now.AddDate(-200, 0, 0) }},
		"end":         {func(r *Relaxation) { r.End = r.Start.Add(-1) }, func(r *Relaxation) { r.End = now.AddDate(0, 0, 1) }},
		"active":      {func(r *Relaxation) { r.Active = -1 }, func(r *Relaxation) { r.Start = now.AddDate(0, -1, 0) }},
		"per_minute":  {func(r *Relaxation) { r.PerMinute = -1 }, func(r *Relaxation) { r.PerMinute = 61 }},
		"groups_done": {func(r *Relaxation) { r.Done = 1 }, func(r *Relaxation) { r.Done = -1 }, func(r *Relaxation) { r.Groups = 501 }},
		"calm_before": {func(r *Relaxation) { r.Before = &less }},
		"calm_after":  {func(r *Relaxation) { r.After = &eleven }},
	} {
		for i, f := range change {
			r := good
			f(&r)
			var bad *FieldError
			if err := r.Validate(now); !errors.As(err, &bad) || bad.Field != field {
				t.Errorf("%s, %d: %v", field, i, err)
			}
		}
	}
	for _, c := range []struct {
		r    Relaxation
		want bool
	}{{Relaxation{}, false}, {Relaxation{Active: 29 * time.Second}, false}, {Relaxation{Active: 30 * time.Second}, true}, {Relaxation{Full: true}, true}} {
		if c.r.Counts() != c.want {
			t.Errorf("%+v counts: %v", c.r, !c.want)
		}
	}
}
