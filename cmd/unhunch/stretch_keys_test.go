package main

import (
	"slices"
	"testing"

	"github.com/unhunch/unhunch/reminders/session"
)

func TestReadKeys(t *testing.T) {
	for typed, want := range map[string][]stretchKey{
		"":                   nil,
		" ":                  {keyPause},
		"\r":                 {keyPause},
		"nNbBeEhHqQ?":        {keyNext, keyNext, keyBack, keyBack, keyEasier, keyEasier, keyHarder, keyHarder, keyEnd, keyEnd, keyHelp},
		"\x1b":               {keyEnd},
		"\x1b[C":             {keyNext},
		"\x1bOD":             {keyBack},
		"\x1b[A\x1b[B+=-":    {keyFaster, keySlower, keyFaster, keyFaster, keySlower},
		"\x1b[1;5C":          {keyNext},
		"\x1b[3~n":           {keyNext}, // Delete
		"\x1bq":              nil,       // with Alt
		"\x1b[":              nil,       // cut off
		"xyz\x00\x7f→ü\xff1": nil,       // means nothing
		"n\x1b":              {keyNext, keyEnd},
	} {
		if got := readKeys([]byte(typed)); !slices.Equal(got, want) {
			t.Errorf("%q is %v, want %v", typed, got, want)
		}
	}
}

func FuzzReadKeys(f *testing.F) {
	for _, typed := range []string{"n", "\x1b", "\x1b[C", "\x1b[1;5C", "\x1bO", "\x1b\x1b[", "\xff \r"} {
		f.Add([]byte(typed))
	}
	f.Fuzz(func(t *testing.T, typed []byte) {
		got := readKeys(typed)
		if len(got) > len(typed) {
			t.Errorf("%q is %v: more keys than bytes", typed, got)
		}
		for _, k := range got {
			if k != keyHelp && k.event(session.Running) == nil {
				t.Errorf("%q asks for %d, which is nothing", typed, k)
			}
		}
	})
}

func TestPauseKeyGoesOn(t *testing.T) {
	for status, want := range map[session.Status]session.Event{
		session.Running: session.Pause{}, session.Paused: session.Resume{}, session.Interrupted: session.Resume{},
	} {
		if got := keyPause.event(status); got != want {
			t.Errorf("%s: %T, want %T", status, got, want)
		}
	}
}
