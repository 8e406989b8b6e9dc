package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

// profileSeen is the list that somebody with that profile sees at now.
func profileSeen(t *testing.T, p safety.Profile, now time.Time) string {
	t.Helper()
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	var out, bad bytes.Buffer
	a := &app{stdio: stdio{out: &out, err: &bad}, now: func() time.Time { return now }}
	err := a.withStore(t.Context(), func(ctx context.Context, s *sqlite.Store) error { return s.SetProfile(ctx, p) })
	if err == nil {
		err = a.listProfile(t.Context(), false, false)
	}
	if err != nil || bad.Len() > 0 {
		t.Fatal(err, bad.String())
	}
	return out.String()
}

func TestWhatMayHavePassedIsAskedAbout(t *testing.T) {
	now := time.Date(2026, time.November, 26, 9, 0, 0, 0, time.UTC)
	asked := safety.Profile{AskedAt: now.AddDate(0, 0, -5)}
	const passed = "2026-11-21, still so? If not: unhunch profile clear fever\n"
	for name, c := range map[string]struct {
		p         safety.Profile
		has, lack string
	}{
		"a fever five days old": {asked.With("fever", now.AddDate(0, 0, -5)), passed, "please"},
		"one of today":          {asked.With("fever", now), "Fever or infection  2026-11-26\n", "still so"},
		"what lasts":            {asked.With("glaucoma", now.AddDate(-5, 0, 0)), "Glaucoma  2021-11-26\n", "still so"},
		"lately":                {asked, "Last answered on 2026-11-21; asked again on 2027-02-19.\n", "please"},
		"91 days ago":           {safety.Profile{AskedAt: now.AddDate(0, 0, -91)}, "Last answered on 2026-08-27; please look through it again.\n", "asked again on"},
		"skipped":               {safety.Profile{AskedAt: now, Skipped: true}, "Skipped on 2026-11-26; asked again on 2027-02-24.\n", "answered"},
		"never":                 {safety.Profile{}, "Nothing told yet.", "Last answered"},
		"of a later library":    {asked.With("moon-sickness", now), "moon-sickness  yes  moon-sickness  2026-11-26\n", "Nothing told"},
	} {
		if got := profileSeen(t, c.p, now); !strings.Contains(got, c.has) || strings.Contains(got, c.lack) {
			t.Errorf("%s: %q; want %q, and not %q", name, got, c.has, c.lack)
		}
	}
}

func TestChangingTheProfileCountsAsAnswering(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	now := time.Date(2026, time.November, 26, 9, 0, 0, 0, time.UTC)
	var out, bad bytes.Buffer
	a := &app{stdio: stdio{out: &out, err: &bad}, now: func() time.Time { return now }}
	for _, c := range []struct {
		change func(safety.Profile) safety.Profile
		asked  bool
	}{
		{func(p safety.Profile) safety.Profile { return p.With("glaucoma", now) }, true},
		{func(p safety.Profile) safety.Profile { return p.Without("glaucoma") }, true},
		{func(safety.Profile) safety.Profile { return safety.Profile{} }, false},
	} {
		if err := a.changeProfile(t.Context(), mustKeys(t), c.change); err != nil {
			t.Fatal(err)
		}
		err := a.withStore(t.Context(), func(ctx context.Context, s *sqlite.Store) error {
			p, err := s.Profile(ctx)
			if p.AskedAt.Equal(now) != c.asked || p.AskedAt.IsZero() == c.asked || p.Skipped {
				t.Errorf("asked at %v, skipped %v; want %v", p.AskedAt, p.Skipped, now)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		now = now.Add(time.Hour)
	}
	if bad.Len() > 0 {
		t.Errorf("it said %s", &bad)
	}
}
