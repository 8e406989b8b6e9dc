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
		"one of today":          {asked.With("fever", now), "Fever or infection  2026-11-26, asked again on 2026-11-29\n", "still so"},
		"what lasts":            {asked.With("glaucoma", now.AddDate(-5, 0, 0)), "Glaucoma  2021-11-26\n", "still so"},
		"lately":                {asked, "Last answered on 2026-11-21; asked again on 2027-02-19.\n", "please"},
		"91 days ago":           {safety.Profile{AskedAt: now.AddDate(0, 0, -91)}, "Last answered on 2026-08-27; please look through it again. If all of it is still right: unhunch profile confirm\n", "asked again on"},
		"skipped":               {safety.Profile{AskedAt: now, Skipped: true}, "Skipped on 2026-11-26; asked again on 2027-02-24.\n", "answered"},
		"never":                 {safety.Profile{}, "Nothing told yet.", "Last answered"},
		"of a later library":    {asked.With("moon-sickness", now), "moon-sickness  yes  moon-sickness  2026-11-26\n", "Nothing told"},
	} {
		if got := profileSeen(t, c.p, now); !strings.Contains(got, c.has) || strings.Contains(got, c.lack) {
			t.Errorf("%s: %q; want %q, and not %q", name, got, c.has, c.lack)
		}
	}
}

// storeOf gives an app that stands at *now, with data of its own.
func storeOf(t *testing.T, now *time.Time) *app {
	t.Helper()
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	var out, bad bytes.Buffer
	t.Cleanup(func() {
		if bad.Len() > 0 {
			t.Errorf("it said %s", &bad)
		}
	})
	return &app{stdio: stdio{out: &out, err: &bad}, now: func() time.Time { return *now }}
}

func profileOf(t *testing.T, a *app) (p safety.Profile) {
	t.Helper()
	err := a.withStore(t.Context(), func(ctx context.Context, s *sqlite.Store) (err error) {
		p, err = s.Profile(ctx)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Telling one thing says nothing about the rest, which is asked again when it
// is due.
func TestTellingOneThingDoesNotAnswerTheRest(t *testing.T) {
	now := time.Date(2026, time.November, 26, 9, 0, 0, 0, time.UTC)
	first := now
	a := storeOf(t, &now)
	for _, c := range []struct {
		change func(safety.Profile) safety.Profile
		asked  time.Time
	}{
		{func(safety.Profile) safety.Profile { return safety.Profile{} }, time.Time{}},
		{func(p safety.Profile) safety.Profile { return p.With("glaucoma", now) }, first.AddDate(0, 0, 1)},
		{func(p safety.Profile) safety.Profile { return p.With("fever", now) }, first.AddDate(0, 0, 1)},
		{func(p safety.Profile) safety.Profile { return p.Without("glaucoma") }, first.AddDate(0, 0, 1)},
		{func(safety.Profile) safety.Profile { return safety.Profile{} }, time.Time{}},
	} {
		if err := a.changeProfile(t.Context(), mustKeys(t), c.change); err != nil {
			t.Fatal(err)
		}
		if p := profileOf(t, a); !p.AskedAt.Equal(c.asked) {
			t.Errorf("on %v: asked at %v, want %v", now, p.AskedAt, c.asked)
		}
		now = now.AddDate(0, 0, 1)
	}
}

func TestConfirmingRenewsWhatMayPass(t *testing.T) {
	now := time.Date(2026, time.November, 26, 9, 0, 0, 0, time.UTC)
	then := now.AddDate(0, 0, -100)
	a := storeOf(t, &now)
	err := a.withStore(t.Context(), func(ctx context.Context, s *sqlite.Store) error {
		return s.SetProfile(ctx, safety.Profile{AskedAt: then, Skipped: true}.With("fever", then).With("glaucoma", then))
	})
	if err == nil {
		err = a.confirmProfile(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	p := profileOf(t, a)
	if !p.AskedAt.Equal(now) || p.Skipped || !p.Facts["fever"].Equal(now) || !p.Facts["glaucoma"].Equal(then) || p.AskAgain(now) {
		t.Errorf("%+v", p)
	}
	if said := a.out.(*bytes.Buffer).String(); !strings.Contains(said, "asked again on 2027-02-24.") {
		t.Errorf("it said %q", said)
	}
}
