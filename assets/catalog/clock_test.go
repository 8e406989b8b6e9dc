package catalog

import (
	"testing"
	"time"
)

func TestClock(t *testing.T) {
	t.Cleanup(func() { UseClock("") })
	for locale, want := range map[string][3]string{
		"":                 {"00:05", "12:00", "17:30"},
		"C":                {"00:05", "12:00", "17:30"},
		"en_GB.UTF-8":      {"00:05", "12:00", "17:30"},
		"de_DE.UTF-8@euro": {"00:05", "12:00", "17:30"},
		"en":               {"00:05", "12:00", "17:30"},
		"en_US.UTF-8":      {"12:05\u00a0AM", "12:00\u00a0PM", "5:30\u00a0PM"},
		"en-us":            {"12:05\u00a0AM", "12:00\u00a0PM", "5:30\u00a0PM"},
		"en_AU":            {"12:05\u00a0AM", "12:00\u00a0PM", "5:30\u00a0PM"},
		"zh-Hant-TW":       {"12:05\u00a0AM", "12:00\u00a0PM", "5:30\u00a0PM"},
		"fr_CA":            {"00:05", "12:00", "17:30"},
		"en_CA":            {"12:05\u00a0AM", "12:00\u00a0PM", "5:30\u00a0PM"},
		"xx_YYYY":          {"00:05", "12:00", "17:30"},
	} {
		UseClock(locale)
		for i, at := range []time.Duration{5 * time.Minute, 12 * time.Hour, 17*time.Hour + 30*time.Minute} {
			if got := ClockAt(at); got != want[i] {
				t.Errorf("%q: %s is %q, want %q", locale, at, got, want[i])
			}
		}
	}
}

func TestClockFromEnvironment(t *testing.T) {
	env := map[string]string{"LANG": "de_DE", "LC_TIME": "en_US"}
	get := func(name string) string { return env[name] }
	if got := ClockFromEnvironment(get); got != "en_US" {
		t.Errorf("it is %q", got)
	}
	env["LC_ALL"] = "C"
	if got := ClockFromEnvironment(get); got != "C" {
		t.Errorf("it is %q", got)
	}
	clear(env)
	if got := ClockFromEnvironment(get); got != "" {
		t.Errorf("it is %q", got)
	}
}
