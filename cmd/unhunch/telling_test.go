package main

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
)

func TestTypedAs(t *testing.T) {
	for in, want := range map[string]string{
		"": "''", "lower-back,neck": "lower-back,neck", "65 EUR": "'65 EUR'", "it's": `'it'\''s'`, "$(rm)": "'$(rm)'", "a\nb": "'a\nb'", "2026-11-26": "2026-11-26", "ä": "'ä'",
	} {
		if got := typedAs(in); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

// TestEveryOptionCanBeUndone types back what undoing says, for every option.
func TestEveryOptionCanBeUndone(t *testing.T) {
	m, err := content.BuiltIn().Massage()
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
	six, two := 6, 2
	full := diary.Visit{
		ID: "v", At: now.Add(-time.Hour), Type: "thai", Techniques: []string{"kneading"}, Pressure: 3, Length: 45 * time.Minute,
		Areas: []diary.Region{diary.Neck, diary.LowerBack}, Therapist: "t1", Before: &six, After: &two, NextDay: &two, ThirdDay: &six,
		Bruised: true, Cost: diary.Money{Minor: 6550, Currency: "EUR"}, Notes: "slept", Appointment: "uid@example.org",
	}.Tidy()
	bare := diary.Visit{ID: "v", At: now.Add(-2 * time.Hour)}.Tidy()
	words := visitWords{now: now, massage: m, therapists: []diary.Therapist{{ID: "t1", Name: "Practice"}}}
	for _, c := range []struct{ before, after diary.Visit }{{full, bare}, {bare, full}, {full, full}} {
		cmd := &cobra.Command{}
		options := tellingOn(cmd, visitFields(words))
		back := undoing(visitFields(words), c.before, c.after)
		if c.before.At.Equal(c.after.At) != (back == "") {
			t.Errorf("undone by %q", back)
		}
		var args []string
		for part := range strings.SplitSeq(strings.TrimPrefix(back, " "), " --") {
			if part = strings.TrimPrefix(part, "--"); part != "" {
				args = append(args, "--"+strings.ReplaceAll(part, "'", ""))
			}
		}
		if err := cmd.ParseFlags(args); err != nil {
			t.Fatal(err)
		}
		got := c.after
		if err := options.apply(visitFields(words), &got); err != nil {
			t.Fatal(err)
		}
		if got = got.Tidy(); !reflect.DeepEqual(got, c.before) {
			t.Errorf("%q\n%+v\nwant %+v", args, got, c.before)
		}
	}
}

func TestVisitTime(t *testing.T) {
	zone := time.FixedZone("", 3600)
	now := time.Date(2026, 11, 28, 9, 30, 15, 5, zone)
	at := func(day, h, m, s int) time.Time { return time.Date(2026, 11, day, h, m, s, 0, zone) }
	for typed, want := range map[string]time.Time{
		"": at(28, 9, 30, 15), "now": at(28, 9, 30, 15), "today": at(28, 9, 30, 15), "2026-11-28": at(28, 9, 30, 15), "yesterday": at(27, 12, 0, 0),
		"2026-11-26": at(26, 12, 0, 0), "2026-11-26 17:30": at(26, 17, 30, 0), "17:30": at(27, 17, 30, 0), "08:00": at(28, 8, 0, 0), "2026-11-26T16:30:00Z": at(26, 17, 30, 0),
	} {
		if got, err := visitTime(typed, now); err != nil || !got.Equal(want) {
			t.Errorf("%q: %v, %v; want %v", typed, got, err, want)
		}
	}
	for _, bad := range []string{"2026-02-30", "teatime", "60m", "25:00", "\xff"} {
		if got, err := visitTime(bad, now); err == nil {
			t.Errorf("%q: %v", bad, got)
		}
	}
}
