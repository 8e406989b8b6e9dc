package settings

import (
	"errors"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/reminders"
)

func TestSetAndGet(t *testing.T) {
	for _, c := range []struct{ key, value, want string }{
		{"posture.every", "20m", "20m"},
		{"posture.every", " 90m ", "1h30m"},
		{"posture.every", "1s", "1s"},
		{"posture.every", "24h", "24h"},
		{"settle", "0s", "0s"},
		{"merge_window", "4h", "4h"},
		{"posture.enabled", "off", "false"},
		{"posture.enabled", "Yes", "true"},
		{"checkin.at", "15:00,18:00", "15:00,18:00"},
		{"checkin.at", "18:00 15:00 18:00", "15:00,18:00"},
		{"checkin.at", "9:05:30", "09:05:30"},
		{"checkin.days", "mon,tue,wed", "mon-wed"},
		{"checkin.days", "sat sun", "sat,sun"},
		{"checkin.days", "daily", "daily"},
		{"hours", "always", "always"},
		{"hours", "mon-fri 09:00-18:00", "mon-fri 09:00-18:00"},
		{"hours", "mon-fri 9:00-12:00, 13:00-18:00; sat 10:00-24:00", "mon-fri 09:00-12:00 13:00-18:00; sat 10:00-24:00"},
		{"hours", "mon,wed 22:00-06:00 fri 08:00-12:00", "mon,wed 22:00-06:00; fri 08:00-12:00"},
		{"appointment.leads", "2h,1d", "1d,2h"},
		{"appointment.leads", "30m", "30m"},
		{"follow-up.after", "3d 1d", "24h,72h"},
		{"window.theme", "Dark", "dark"},
		{"window.text_size", "150%", "150"},
		{"player.volume", "0", "0"},
		{"emergency.country", " gb ", "GB"},
		{"emergency.country", "", ""},
		{"own.water.every", "45m", "45m"},
		{"own.water.title", `say "hi" \ ü`, `say "hi" \ ü`},
		{"own.water.text", "", ""},
		{"own.water.every", "", ""},
		{"own.water.opens", "relief", "relief"},
	} {
		s := Default()
		set(t, &s, c.key, c.value)
		got, err := Get(s, c.key)
		if err != nil || got != c.want {
			t.Errorf("set %s %q gives %q, %v; want %q", c.key, c.value, got, err, c.want)
		}
		again := s
		set(t, &again, c.key, got)
		if !reflect.DeepEqual(again, s) {
			t.Errorf("%s: Set does not read back what Get wrote: %q", c.key, got)
		}
	}
}

func TestSetRefuses(t *testing.T) {
	for _, c := range []struct{ key, value, reason, hint string }{
		{"posture.every", "30", "no unit", "from 1s to 24h, like 30m"},
		{"posture.every", "-5m", "negative", "like 30m"},
		{"posture.every", "0s", "too short", "from 1s"},
		{"posture.every", "25h", "too long", "24h"},
		{"posture.every", "99999999999h", "not a length of time", "like 30m"},
		{"posture.every", "", "missing", "like 30m"},
		{"posture.every", "1.5h", "not a length of time", "like 30m"},
		{"away_after", "5h", "too long; 4h", "to 4h"},
		{"settle", "5h", "too long", ""},
		{"posture.enabled", "maybe", "neither true nor false", "true or false"},
		{"checkin.at", "25:00", "not a time of day", "15:00,18:00"},
		{"checkin.at", "24:00", "midnight is 00:00", ""},
		{"checkin.at", "", "empty", "15:00"},
		{"checkin.days", "someday", "no days of the week", "mon-fri"},
		{"checkin.days", "", "no days of the week", "mon-fri"},
		{"hours", "", "missing", "always"},
		{"hours", "09:00-18:00", "no working hours", "mon-fri 09:00-18:00"},
		{"hours", "mon-fri", "no working hours", ""},
		{"hours", "mon-fri 09:00-09:00", "is empty", ""},
		{"hours", "mon-fri 9", "not a stretch of time", ""},
		{"appointment.leads", "1d2h", "mixes", "like 1d,2h"},
		{"appointment.leads", "400d", "too long", "365d"},
		{"follow-up.after", "31d", "too long", ""},
		{"window.theme", "pink", "not one of", "system, light, dark"},
		{"window.text_size", "10", "not between 80 and 200", "80 to 200"},
		{"player.volume", "101", "not between 0 and 100", "0 to 100"},
		{"player.volume", "-1", "not between 0 and 100", "0 to 100"},
		{"player.voice", "loud", "", "true"},
		{"window.text_size", "big", "not a whole number", ""},
		{"emergency.country", "Germany", "not two letters", "such as GB"},
		{"emergency.country", "4ü", "not two letters", ""},
		{"own.water.title", "two\nlines", "line break", "80 characters"},
		{"own.water.title", strings.Repeat("x", 81), "longer than 80", ""},
		{"own.water.title", "\xff", "UTF-8", ""},
		{"own.Water.every", "45m", "no name for a reminder", "lower-case"},
		{"own.posture.every", "45m", "built-in", "[posture]"},
		{"own.window.every", "45m", "group of settings", "another name"},
		{"own." + strings.Repeat("a", 41) + ".every", "45m", "longer than 40", ""},
		{"own.water.evry", "45m", "no such setting", "own.water.every"},
		{"own.water", "45m", "no such setting", "own has: water.title"},
		{"postur.every", "45m", "no such setting", "did you mean posture.every?"},
		{"posture.evrey", "45m", "no such setting", "did you mean posture.every?"},
		{"Away-After", "45m", "no such setting", "did you mean away_after?"},
		{"followup.within", "45m", "no such setting", "did you mean follow-up.within?"},
		{"posture.loudness", "45m", "no such setting", "posture has: enabled, every"},
		{"gibberish", "45m", "no such setting", "unhunch settings list"},
		{"", "45m", "no such setting", "unhunch settings list"},
		{"water.every", "45m", "no such setting", ""},
		{"\x1b[31m\nred", "1", "no such setting", ""},
	} {
		s := Default()
		err := Set(&s, c.key, c.value)
		var p Problem
		if !errors.As(err, &p) {
			t.Errorf("set %s %q: %v, want a Problem", c.key, c.value, err)
			continue
		}
		if !strings.Contains(p.Reason, c.reason) || !strings.Contains(p.Hint, c.hint) || p.Hint == "" {
			t.Errorf("set %s %q: %v\nwant reason %q, hint %q", c.key, c.value, err, c.reason, c.hint)
		}
		if strings.ContainsAny(err.Error(), "\n\x1b") {
			t.Errorf("set %q: the error is not one clean line: %q", c.key, err)
		}
		if !reflect.DeepEqual(s, Default()) {
			t.Errorf("set %s %q failed and changed the settings", c.key, c.value)
		}
	}
}

func TestOwnByPlainName(t *testing.T) {
	s := Default()
	if _, err := Get(s, "own.water.every"); err == nil || !strings.Contains(err.Error(), "called water") {
		t.Errorf("Get of a reminder that is not there: %v", err)
	}
	if err := s.AddOwn("water"); err != nil {
		t.Fatal(err)
	}
	if err := s.AddOwn("water"); err == nil {
		t.Error("the same name was added twice")
	}
	set(t, &s, "water.every", "45m")
	set(t, &s, "water.enabled", "true")
	if got, err := Get(s, "water.every"); err != nil || got != "45m" {
		t.Errorf("water.every = %q, %v", got, err)
	}
	before := s
	set(t, &s, "water.at", "15:00")
	if o := s.Own[0]; o.Every != 0 || len(o.At) != 1 || !o.Enabled {
		t.Errorf("at did not take the place of every: %+v", o)
	}
	if before.Own[0].Every != 45*time.Minute {
		t.Error("Set wrote into a copy taken before")
	}
	set(t, &s, "water.every", "")
	if len(s.Own[0].At) != 1 {
		t.Error("clearing every took at away")
	}
	if err := Set(&s, "water.evry", "1h"); err == nil || !strings.Contains(err.Error(), "own.water.every") {
		t.Errorf("the hint for water.evry: %v", err)
	}
}

func TestOwnHasALimit(t *testing.T) {
	s := Default()
	for i := range maxOwn {
		if err := s.AddOwn("r" + strings.Repeat("x", i%30) + string(rune('a'+i/30))); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.AddOwn("onemore"); err == nil || !strings.Contains(err.Error(), "50") {
		t.Errorf("one too many: %v", err)
	}
}

// genValue draws a good value for a key, as text.
func genValue(t *rapid.T, k Key) string {
	lengthOf := func(label string) string {
		return rapid.SampledFrom([]string{"1s", "45s", "7m", "1h30m", "2h", "4h"}).Draw(t, label)
	}
	list := func(one func(string) string) string {
		words := []string{one("first")}
		for range rapid.IntRange(0, 3).Draw(t, "more") {
			words = append(words, one("next"))
		}
		return strings.Join(words, rapid.SampledFrom([]string{",", " ", ", "}).Draw(t, "separator"))
	}
	switch k.Kind {
	case KindBool:
		return rapid.SampledFrom([]string{"true", "false", "on", "off"}).Draw(t, "bool")
	case KindDuration:
		return lengthOf("length")
	case KindInt:
		lowest, low := strconv.Atoi(k.Min)
		highest, high := strconv.Atoi(k.Max)
		if low != nil || high != nil {
			t.Fatalf("%s has no bounds: %q to %q", k.Name, k.Min, k.Max)
		}
		return strconv.Itoa(rapid.IntRange(lowest, highest).Draw(t, "int"))
	case KindChoice:
		return rapid.SampledFrom(k.Choices).Draw(t, "choice")
	case KindTimes:
		return list(func(l string) string { return rapid.StringMatching(`([01][0-9]|2[0-3]):[0-5][0-9]`).Draw(t, l) })
	case KindWeekdays:
		return list(func(l string) string { return rapid.SampledFrom([]string{"mon", "tue-thu", "sat", "sun"}).Draw(t, l) })
	case KindHours:
		return rapid.SampledFrom([]string{"always", "mon-fri 09:00-18:00", "mon 22:00-06:00; sat 10:00-11:00 12:00-13:00"}).Draw(t, "hours")
	case KindLeads:
		return list(func(l string) string { return rapid.SampledFrom([]string{"1d", "2h", "3d", "15m"}).Draw(t, l) })
	case KindDurations:
		return list(lengthOf)
	case KindOpens:
		return rapid.SampledFrom([]string{"today", "Relief", "heat 20m", "cold:90s", "breathing", "stretch low-back-10", "routine:micro-1"}).Draw(t, "opens")
	case KindCountry:
		return rapid.SampledFrom([]string{"", "GB", "de", " nz "}).Draw(t, "country")
	}
	return rapid.StringMatching(`[ -~äöü„“😀]{0,40}`).Draw(t, "text")
}

func TestEveryKeyReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Default()
		if err := s.AddOwn("water"); err != nil {
			t.Fatal(err)
		}
		k := rapid.SampledFrom(s.Keys()).Draw(t, "key")
		value := genValue(t, k)
		if err := Set(&s, k.Name, value); err != nil {
			t.Fatalf("set %s %q: %v", k.Name, value, err)
		}
		text, err := Get(s, k.Name)
		if err != nil {
			t.Fatal(err)
		}
		again := s
		if err := Set(&again, k.Name, text); err != nil || !reflect.DeepEqual(again, s) {
			t.Fatalf("%s: %q became %q, which reads as something else (%v)", k.Name, value, text, err)
		}
	})
}

// times are clock times of a test.
func times(words ...string) (list []reminders.TimeOfDay) {
	for _, w := range words {
		at, err := reminders.ParseTimeOfDay(w)
		if err != nil {
			panic(err)
		}
		list = append(list, at)
	}
	return list
}
