package tray

import (
	"strings"
	"time"
	"unicode"

	"github.com/unhunch/unhunch/assets"
	"github.com/unhunch/unhunch/assets/catalog"
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
	stopPack
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

// menu is what the menu says. Its times are clock times, and days by name, not
// "tomorrow": so it stays true until the status changes. Only a pack on the skin
// counts down, by the minute: there the agent tells of every one.
func menu(st control.Status, now time.Time) []item {
	return []item{
		{id: headline, text: head(st, now), disabled: true},
		{id: stopPack, text: stopText(st), hidden: st.Session == nil},
		{id: separator},
		{id: openWindow, text: catalog.L("Open Unhunch")},
		{id: stretchNow, text: catalog.L("Stretch now")},
		{id: pause, text: catalog.L("Pause")},
		{id: pauseHalfHour, under: pause, text: catalog.L("30 minutes")},
		{id: pauseHour, under: pause, text: catalog.L("1 hour")},
		{id: pauseTomorrow, under: pause, text: catalog.L("Until tomorrow")},
		{id: resume, text: catalog.L("Resume"), hidden: !st.Paused},
		{id: separator},
		{id: quit, text: catalog.L("Quit")},
	}
}

// head is the first line: the one thing to know.
func head(st control.Status, now time.Time) string {
	if pack := packHead(st, now); pack != "" {
		return pack
	}
	if st.Paused {
		if st.PausedUntil == nil {
			return catalog.L("Paused until you resume")
		}
		return catalog.L("Paused until {{.Time}}", catalog.D{"Time": when(*st.PausedUntil, now, false)})
	}
	if n := len(st.Prompts); n > 0 {
		p := st.Prompts[n-1]
		return catalog.L("Now: {{.Reminder}}", catalog.D{"Reminder": title(p.Title, p.Reminder)})
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
		return catalog.L("Next: {{.Reminder}} any moment", catalog.D{"Reminder": title(next.Title, next.ID)})
	case next != nil:
		return catalog.L("Next: {{.Reminder}} {{.Time}}", catalog.D{"Reminder": title(next.Title, next.ID), "Time": when(*next.Next, now, true)})
	case waiting && len(st.Busy) > 0:
		return catalog.L("Waiting until you are free")
	case !st.InHours && st.HoursChange != nil:
		return catalog.L("Off work until {{.Time}}", catalog.D{"Time": when(*st.HoursChange, now, false)})
	}
	return catalog.L("Nothing planned")
}

// when is t as a person at now says it: "at 10:52", "Tue at 09:00", "26 Nov
// at 09:00", or without the "at".
func when(t, now time.Time, at bool) string {
	t = t.In(now.Location())
	clock := catalog.Clock(t)
	if at {
		clock = catalog.L("at {{.Time}}", catalog.D{"Time": clock})
	}
	y, m, d := now.Date()
	switch ty, tm, td := t.Date(); {
	case ty == y && tm == m && td == d:
		return clock
	case t.Before(time.Date(y, m, d+7, 0, 0, 0, 0, now.Location())) && t.After(now):
		return catalog.L("{{.Day}} {{.Time}}", catalog.D{"Day": catalog.ShortWeekday(t.Weekday()), "Time": clock})
	}
	date := catalog.L("{{.Day}} {{.Month}}", catalog.D{"Day": t.Day(), "Month": catalog.ShortMonth(t.Month())})
	return catalog.L("{{.Day}} {{.Time}}", catalog.D{"Day": date, "Time": clock})
}

// title is a reminder's name on one short line, whatever a person called it.
func title(given, id string) string {
	s := catalog.Reminder(id, given)
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
	case asks(st):
		return assets.TrayAttention // a pause does not hold that back
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
	case stopPack:
		call(o.StopPack)
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
