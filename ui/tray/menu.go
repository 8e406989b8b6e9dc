package tray

import (
	"strings"
	"time"
	"unicode"

	"github.com/unhunch/unhunch/assets"
	"github.com/unhunch/unhunch/reminders/control"
)

// item is one line of the menu. The list of items and their order never
// change, only what they say and whether they show.
type item struct {
	id       id
	under    id // the item whose submenu it is in, or none
	text     string
	disabled bool // it only tells something
	hidden   bool
}

type id int

const (
	none id = iota
	headline
	openWindow
	stretchNow
	pause
	pauseHalfHour
	pauseHour
	pauseTomorrow
	resume
	quit
	separator
)

// menu is what the menu says. Its times are clock times, not countdowns, and
// days by name, not "tomorrow": so it stays true until the status changes.
func menu(st control.Status, now time.Time) []item {
	return []item{
		{id: headline, text: head(st, now), disabled: true},
		{id: separator},
		{id: openWindow, text: "Open Unhunch"},
		{id: stretchNow, text: "Stretch now"},
		{id: pause, text: "Pause"},
		{id: pauseHalfHour, under: pause, text: "30 minutes"},
		{id: pauseHour, under: pause, text: "1 hour"},
		{id: pauseTomorrow, under: pause, text: "Until tomorrow"},
		{id: resume, text: "Resume", hidden: !st.Paused},
		{id: separator},
		{id: quit, text: "Quit"},
	}
}

// head is the first line: the one thing to know.
func head(st control.Status, now time.Time) string {
	if st.Paused {
		if st.PausedUntil == nil {
			return "Paused until you resume"
		}
		return "Paused until " + when(*st.PausedUntil, now, "")
	}
	if n := len(st.Prompts); n > 0 {
		p := st.Prompts[n-1]
		return "Now: " + title(p.Title, p.Reminder)
	}
	var next *control.Reminder
	waiting := false
	for i, r := range st.Reminders {
		if !r.Enabled {
			continue
		}
		waiting = waiting || r.Waiting
		if r.Next != nil && (next == nil || r.Next.Before(*next.Next)) {
			next = &st.Reminders[i]
		}
	}
	switch {
	case next != nil && !next.Next.After(now):
		return "Next: " + title(next.Title, next.ID) + " any moment"
	case next != nil:
		return "Next: " + title(next.Title, next.ID) + " " + when(*next.Next, now, "at ")
	case waiting && len(st.Busy) > 0:
		return "Waiting until you are free"
	case !st.InHours && st.HoursChange != nil:
		return "Off work until " + when(*st.HoursChange, now, "")
	}
	return "Nothing planned"
}

// when is t as a person at now says it: "at 10:52", "Tue at 09:00", "26 Nov
// at 09:00"; at stands before the clock time.
func when(t, now time.Time, at string) string {
	t = t.In(now.Location())
	clock := at + t.Format("15:04")
	y, m, d := now.Date()
	switch ty, tm, td := t.Date(); {
	case ty == y && tm == m && td == d:
		return clock
	case t.Before(time.Date(y, m, d+7, 0, 0, 0, 0, now.Location())) && t.After(now):
		return t.Format("Mon ") + clock
	}
	return t.Format("2 Jan ") + clock
}

var titles = map[string]string{
	"posture": "Posture check", "stretch": "Stretch", "checkin": "How is your back?", "appointment": "Massage appointment",
	"visit-log": "How was your massage?", "follow-up": "How is your back after the massage?", "rebook": "Time for the next massage?",
}

// title is a reminder's name on one short line, whatever a person called it.
func title(given, id string) string {
	s := given
	if s == "" {
		s = titles[id]
	}
	if s == "" {
		s = id
	}
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	const most = 40
	if r := []rune(s); len(r) > most {
		s = string(r[:most-1]) + "…"
	}
	return s
}

// tomorrow is where a pause "until tomorrow" ends, the same as on the command
// line: as the next day begins.
func tomorrow(now time.Time) time.Time {
	y, m, d := now.Date()
	return time.Date(y, m, d+1, 0, 0, 0, 0, now.Location())
}

func look(st control.Status) assets.TrayState {
	switch {
	case st.Paused:
		return assets.TrayPaused
	case len(st.Prompts) > 0:
		return assets.TrayAttention
	}
	return assets.TrayNormal
}

// act does what a click on an item means.
func (o Options) act(i id) {
	pauseUntil := func(t time.Time) {
		if o.Pause != nil {
			o.Pause(t)
		}
	}
	call := func(f func()) {
		if f != nil {
			f()
		}
	}
	open := func(screen string) {
		if o.Open != nil {
			o.Open(screen)
		}
	}
	switch i {
	case openWindow:
		open("today")
	case stretchNow:
		open("stretch")
	case pauseHalfHour:
		pauseUntil(o.Now().Add(30 * time.Minute))
	case pauseHour:
		pauseUntil(o.Now().Add(time.Hour))
	case pauseTomorrow:
		pauseUntil(tomorrow(o.Now()))
	case resume:
		call(o.Resume)
	case quit:
		call(o.Quit)
	}
}
