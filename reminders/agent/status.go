package agent

import (
	"time"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/settings"
)

func (a *Agent) status() control.Status {
	s := Describe(a.state, a.now())
	s.Agent, s.Version, s.PID = true, a.o.Version, a.o.PID
	s.Notices = a.notices()
	return s
}

// Describe puts a schedule's state into words for programs. now must not be
// before the state's last step by more than a moment.
func Describe(state reminders.State, now time.Time) control.Status {
	c := state.Config()
	s := control.Status{
		Now: now, Presence: state.Presence(), Busy: append([]string{}, state.Sources...),
		Paused: state.Paused, PausedUntil: instant(state.PausedUntil),
		DeskSince: instant(state.DeskSince), InHours: c.Hours.Inside(now, now.Location()),
		Prompts: []control.OpenPrompt{}, Reminders: []control.Reminder{},
	}
	if edge, ok := c.Hours.Next(now, now.Location()); ok {
		s.HoursChange = &edge
	}
	for _, p := range state.Open() {
		s.Prompts = append(s.Prompts, control.OpenPrompt{
			Reminder: string(p.ID), Title: Title(c, p.ID), ShownAt: p.ShownAt.In(now.Location()), Until: p.Until.In(now.Location()),
		})
	}
	for _, o := range state.Outlooks(now) {
		r := control.Reminder{
			ID: string(o.Reminder.ID), Title: Title(c, o.Reminder.ID), Enabled: o.Reminder.Enabled,
			Next: instantIn(o.Next, now.Location()), SnoozedUntil: instantIn(o.SnoozedUntil, now.Location()), Waiting: o.Waiting,
		}
		if o.Reminder.Interval() {
			sitting, every := control.Seconds(o.Sitting), control.Seconds(o.Reminder.Every)
			r.Sitting, r.Every = &sitting, &every
		}
		s.Reminders = append(s.Reminders, r)
	}
	return s
}

// Offline describes what the files say while no agent runs: the last saved
// schedule under the present settings, as an agent started now would find it.
func Offline(saved reminders.State, s settings.Settings, now time.Time) control.Status {
	state, _, _ := saved.Step(now, reminders.Start{Config: s.Config(now.Location())})
	st := Describe(state, now)
	st.Presence = "unknown"
	st.DeskSince = nil
	st.Prompts = []control.OpenPrompt{}
	for i := range st.Reminders {
		st.Reminders[i].Next = nil // nothing comes while nobody reminds
	}
	return st
}

func instant(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func instantIn(t time.Time, zone *time.Location) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.In(zone)
	return &t
}
