package tray

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/assets"
	"github.com/unhunch/unhunch/reminders/control"
)

// now is a Monday.
var now = time.Date(2026, 11, 23, 10, 0, 0, 0, time.FixedZone("CET", 3600))

func in(d time.Duration) *time.Time {
	t := now.Add(d).UTC() // whatever zone it comes in, it is said in the person's
	return &t
}

func TestHeadline(t *testing.T) {
	const day = 24 * time.Hour
	for _, tt := range []struct {
		want string
		st   control.Status
	}{
		{"Nothing planned", control.Status{}},
		{"Nothing planned", control.Status{InHours: true, Reminders: []control.Reminder{{ID: "stretch", Next: in(time.Hour)}}}},
		{"Next: Stretch at 10:52", control.Status{Reminders: []control.Reminder{
			{ID: "posture", Enabled: true, Next: in(54 * time.Minute)},
			{ID: "stretch", Enabled: true, Next: in(52*time.Minute + 59*time.Second)},
			{ID: "checkin", Enabled: false, Next: in(time.Minute)},
			{ID: "rebook", Enabled: true},
		}}},
		{"Next: Posture check any moment", control.Status{Reminders: []control.Reminder{{ID: "posture", Enabled: true, Next: in(0)}}}},
		{"Next: Drink_water at 23:59", control.Status{Reminders: []control.Reminder{
			{ID: "water", Title: "  Drink_water\n", Enabled: true, Next: in(13*time.Hour + 59*time.Minute)},
		}}},
		{"Next: Stretch Tue at 00:00", control.Status{Reminders: []control.Reminder{{ID: "stretch", Enabled: true, Next: in(14 * time.Hour)}}}},
		{"Next: Stretch Sun at 10:00", control.Status{Reminders: []control.Reminder{{ID: "stretch", Enabled: true, Next: in(6 * day)}}}},
		{"Next: Stretch 30 Nov at 10:00", control.Status{Reminders: []control.Reminder{{ID: "stretch", Enabled: true, Next: in(7 * day)}}}},
		{"Now: Stretch", control.Status{
			Prompts:   []control.OpenPrompt{{Reminder: "posture"}, {Reminder: "stretch", Title: "Stretch"}},
			Reminders: []control.Reminder{{ID: "posture", Enabled: true, Next: in(time.Hour)}},
		}},
		{"Waiting until you are free", control.Status{Busy: []string{"fullscreen"}, Reminders: []control.Reminder{{ID: "stretch", Enabled: true, Waiting: true}}}},
		{"Off work until 18:00", control.Status{HoursChange: in(8 * time.Hour)}},
		{"Off work until Tue 09:00", control.Status{HoursChange: in(23 * time.Hour)}},
		{"Paused until 14:00", control.Status{Paused: true, PausedUntil: in(4 * time.Hour), Prompts: []control.OpenPrompt{{Reminder: "posture"}}}},
		{"Paused until Tue 00:00", control.Status{Paused: true, PausedUntil: in(14 * time.Hour)}},
		{"Paused until you resume", control.Status{Paused: true, Reminders: []control.Reminder{{ID: "stretch", Enabled: true, Next: in(time.Hour)}}}},
	} {
		if got := head(tt.st, now); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
	long := control.Status{Reminders: []control.Reminder{{ID: "x", Title: strings.Repeat("é", 500), Enabled: true, Next: in(time.Minute)}}}
	if n := len([]rune(head(long, now))); n > 60 {
		t.Errorf("a headline of %d characters", n)
	}
}

// The menu has the same lines in the same order whatever happens, so that a
// change never rebuilds it under somebody's pointer.
func TestMenuKeepsItsShape(t *testing.T) {
	free := menu(control.Status{}, now)
	paused := menu(control.Status{Paused: true}, now)
	var texts []string
	for n, i := range free {
		j := paused[n]
		if i.id != j.id || i.under != j.under || i.disabled != j.disabled {
			t.Errorf("line %d changes from %+v to %+v", n, i, j)
		}
		if !i.hidden && i.under == none && i.id != separator {
			texts = append(texts, i.text)
		}
		if i.hidden != (i.id == resume || i.id == stopPack) || j.hidden != (j.id == stopPack) {
			t.Errorf("hidden: %+v, while paused %+v", i, j)
		}
	}
	if want := []string{"Nothing planned", "Open Unhunch", "Stretch now", "Pause", "Quit"}; !slices.Equal(texts, want) {
		t.Errorf("lines are %q", texts)
	}
}

// A text that was right stays right until the next status: nothing counts
// down, and no midnight makes it wrong.
func TestMenuNeedsNoClock(t *testing.T) {
	st := control.Status{Reminders: []control.Reminder{{ID: "stretch", Enabled: true, Next: in(23 * time.Hour)}}}
	before := menu(st, now)
	for _, later := range []time.Duration{time.Minute, 5 * time.Hour, 13*time.Hour + 59*time.Minute} {
		if !slices.Equal(before, menu(st, now.Add(later))) {
			t.Errorf("changes within %v", later)
		}
	}
}

func TestLook(t *testing.T) {
	prompt := []control.OpenPrompt{{Reminder: "posture"}}
	for _, tt := range []struct {
		st   control.Status
		want assets.TrayState
	}{
		{control.Status{}, assets.TrayNormal},
		{control.Status{Prompts: prompt}, assets.TrayAttention},
		{control.Status{Paused: true}, assets.TrayPaused},
		{control.Status{Paused: true, Prompts: prompt}, assets.TrayPaused},
	} {
		if got := look(tt.st); got != tt.want {
			t.Errorf("%+v looks %s, want %s", tt.st, got, tt.want)
		}
	}
}

func TestActions(t *testing.T) {
	var got []string
	o := Options{
		Open:     func(s string) { got = append(got, "open "+s) },
		Pause:    func(u time.Time) { got = append(got, "pause "+u.Format("2006-01-02 15:04")) },
		Resume:   func() { got = append(got, "resume") },
		StopPack: func() { got = append(got, "stop pack") },
		Quit:     func() { got = append(got, "quit") },
		Now:      func() time.Time { return now },
	}
	bare := Options{Now: o.Now}
	for _, i := range menu(control.Status{}, now) {
		o.act(i.id)
		bare.act(i.id) // without functions nothing happens
	}
	want := []string{
		"stop pack", "open today", "open stretch", "pause 2026-11-23 10:30", "pause 2026-11-23 11:00", "pause 2026-11-24 00:00", "resume", "quit",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestNilTray(t *testing.T) {
	var none *Tray
	none.Update(control.Status{})
	none.Close()
	if none.Shown() {
		t.Error("shown")
	}
}
