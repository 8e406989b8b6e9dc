package main

import (
	"testing"
	"time"
)

func FuzzMinutes(f *testing.F) {
	for _, s := range []string{"", "10", "0", "-5", "1.5", "90s", "1h", "ten", "99999999999", "10m", "NaN", "\xff", " 7"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := minutes(s)
		switch {
		case s == "" && (d != 0 || err != nil):
			t.Errorf("nothing typed: %v, %v", d, err)
		case s != "" && err == nil && d <= 0:
			t.Errorf("%q is read as %v", s, d)
		case err != nil && d != 0:
			t.Errorf("%q: %v and %v", s, d, err)
		}
	})
}

func TestMinutes(t *testing.T) {
	for typed, want := range map[string]time.Duration{"10": 10 * time.Minute, "90s": 90 * time.Second, "1h30m": 90 * time.Minute, "1440": 24 * time.Hour} {
		if got, err := minutes(typed); err != nil || got != want {
			t.Errorf("%q: %v, %v", typed, got, err)
		}
	}
}

func FuzzNumbers(f *testing.F) {
	for _, s := range []string{"0", "1 3", "1,2, 2", "", "4", "-1", "0 1", "x", "\t2"} {
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, s string, most int) {
		list, ok := numbers(s, most)
		if ok && (list == nil || s == "") {
			t.Errorf("%q is read as %v", s, list)
		}
		seen := map[int]bool{}
		for _, n := range list {
			if ok && (n < 1 || n > most || seen[n]) {
				t.Errorf("%q of %d: %v", s, most, list)
			}
			seen[n] = true
		}
	})
}

func TestNumbers(t *testing.T) {
	for typed, want := range map[string]int{"0": 0, "1 3": 2, "1,2, 2": 2, "3": 1, "": -1, "4": -1, "-1": -1, "0 1": -1, "x": -1, "1 x": -1} {
		list, ok := numbers(typed, 3)
		if ok != (want >= 0) || ok && len(list) != want {
			t.Errorf("%q: %v, %v", typed, list, ok)
		}
	}
}
