package diary_test

import (
	"errors"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

func TestReliefValidate(t *testing.T) {
	now := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
	good := diary.Relief{Kind: diary.ReliefCold, Timer: "cold-pack", Region: diary.Neck, Start: now.Add(-time.Hour), End: now, Length: time.Hour, Used: time.Minute, Outcome: diary.ReliefStopped, Skin: diary.SkinFine}
	if err := good.Validate(now); err != nil {
		t.Fatal(err)
	}
	eleven := 11
	for field, change := range map[string]func(*diary.Relief){
		"kind": func(r *diary.Relief) { r.Kind = "mud" }, "regions": func(r *diary.Relief) { r.Region = "tail" }, "start": func(r *diary.Relief) { r.Start = now.Add(time.Hour); r.End = r.Start },
		"end": func(r *diary.Relief) { r.End = r.Start.Add(-1) }, "used": func(r *diary.Relief) { r.Used = r.Length + 1 }, "timer": func(r *diary.Relief) { r.Timer = "" },
		"outcome": func(r *diary.Relief) { r.Outcome = "" }, "skin": func(r *diary.Relief) { r.Skin = "green" }, "pain_after": func(r *diary.Relief) { r.After = &eleven },
	} {
		r := good
		change(&r)
		var wrong *diary.FieldError
		if err := r.Validate(now); !errors.As(err, &wrong) || wrong.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func TestEffectOf(t *testing.T) {
	n := func(i int) *int { return &i }
	list := []diary.Relief{
		{Kind: "heat", Before: n(6), After: n(3)}, {Kind: "heat", Before: n(4), After: n(5)}, {Kind: "heat", Before: n(4)}, {Kind: "cold", Before: n(9), After: n(0)},
	}
	if got, want := diary.EffectOf("heat", list), (diary.ReliefEffect{Kind: "heat", Uses: 3, Told: 2, Eased: 1, Mean: -1}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := diary.EffectOf("cold", nil); got != (diary.ReliefEffect{Kind: "cold"}) {
		t.Errorf("%+v", got)
	}
}

func TestOverlaps(t *testing.T) {
	for _, c := range []struct {
		a, b diary.Region
		want bool
	}{
		{diary.Neck, diary.Neck, true},
		{diary.LowerBack, "low-back-left", true},
		{"low-back-left", "low-back-right", false},
		{"low-back-left", "low-back-middle", true},
		{diary.UpperBack, "mid-back-right", true},
		{diary.Neck, diary.Shoulders, false},
		{"knee-left", "knee-right", false},
		{diary.Hips, "buttock-left", true},
		{"abdomen", diary.LowerBack, false},
	} {
		if c.a.Overlaps(c.b) != c.want || c.b.Overlaps(c.a) != c.want {
			t.Errorf("%s and %s: want %v", c.a, c.b, c.want)
		}
	}
	for _, r := range diary.Regions() {
		if !r.Overlaps(r) {
			t.Errorf("%s does not overlap itself", r)
		}
	}
}

func FuzzParseCreamKind(f *testing.F) {
	for _, s := range []string{"", "gel", " Patch ", "ointment", "mud", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		k, err := diary.ParseCreamKind(s)
		if (err == nil) != (k != "") {
			t.Errorf("%q: %q, %v", s, k, err)
		}
		now := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
		if err == nil && (diary.Cream{Kind: k, At: now}).Validate(now) != nil {
			t.Errorf("%q is read as %q, which is no kind", s, k)
		}
	})
}
