package catalog_test

import (
	"testing"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/diary"
)

// TestSharedWords: in English everything is called as the packages themselves
// call it, and nothing of theirs is missing here.
func TestSharedWords(t *testing.T) {
	for _, id := range reminders.Builtin() {
		want := reminders.Reminder{ID: id}.Name()
		if got := catalog.Reminder(string(id), ""); got != want {
			t.Errorf("%s is called %q, want %q", id, got, want)
		}
		if got := catalog.Reminder(string(id), "My own name"); got != "My own name" {
			t.Errorf("%s loses the name it was given: %q", id, got)
		}
	}
	if got := catalog.Reminder("water", ""); got != "water" {
		t.Errorf("a reminder of one's own is called %q", got)
	}
	for _, r := range diary.Regions() {
		if got := catalog.Region(string(r)); got != r.Name() {
			t.Errorf("%s is called %q, want %q", r, got, r.Name())
		}
	}
	day := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for range 366 {
		if got, want := catalog.Weekday(day.Weekday())+catalog.ShortWeekday(day.Weekday()), day.Format("MondayMon"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
		if got, want := catalog.Month(day.Month())+catalog.ShortMonth(day.Month()), day.Format("JanuaryJan"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
		day = day.AddDate(0, 0, 1)
	}
}

// TestNamesFollowTheLanguage: a name a reminder got in English elsewhere is
// said in the person's language.
func TestNamesFollowTheLanguage(t *testing.T) {
	speaking(t, "de", `{"Posture check": "Haltung", "lower back": "unterer Rücken", "{{.Hours}} h": "{{.Hours}} Std."}`)
	if got := catalog.Reminder("posture", "Posture check"); got != "Haltung" {
		t.Errorf("said %q", got)
	}
	if got := catalog.Region("lower-back"); got != "unterer Rücken" {
		t.Errorf("said %q", got)
	}
	if got := catalog.Length(2 * time.Hour); got != "2 Std." {
		t.Errorf("said %q", got)
	}
}

func TestLength(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "0 s", -time.Minute: "0 s", time.Millisecond: "0 s", 45 * time.Second: "45 s", time.Minute: "1 min", 90 * time.Second: "1 min 30 s",
		time.Hour: "1 h", 90 * time.Minute: "1 h 30 min", time.Hour + 5*time.Second: "1 h 5 s", 48 * time.Hour: "48 h",
		time.Hour + time.Minute + time.Second: "1 h 1 min 1 s",
	} {
		if got := catalog.Length(d); got != want {
			t.Errorf("%v is %q, want %q", d, got, want)
		}
	}
}
