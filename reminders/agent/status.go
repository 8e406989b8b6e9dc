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
	s.Session, s.Sessions = a.sessions()
	for i, p := range s.Prompts {
		if p.Reminder == string(reminders.Posture) && a.tip.ok {
			s.Prompts[i].Text, s.Prompts[i].Part = a.tip.tip.Text, a.partOf(reminders.Posture)
		}
		switch id := reminders.ID(p.Reminder); id {
		case reminders.VisitLog, reminders.FollowUp, reminders.Rebook:
			s.Prompts[i].Text, s.Prompts[i].Part = a.visitBody(a.state.Prompts[id]), a.partOf(id)
		case reminders.Posture, reminders.Stretch, reminders.Checkin, reminders.Upcoming:
		default:
			if r, ok := a.state.Config().Reminder(id); ok {
				s.Prompts[i].Text, s.Prompts[i].Opens = r.Text, r.Opens
			}
		}
	}
	return s
}

// Describe puts a schedule's state into words for programs. now must not be
// before the state's last step by more than a moment.
func Describe(state reminders.State, now time.Time) control.Status {
	c, zone := state.Config(), now.Location()
	s := control.Status{
		Now: now.Truncate(time.Second), Presence: state.Presence(), Busy: append([]string{}, state.Sources...),
		Paused: state.Paused, PausedUntil: instant(state.PausedUntil, zone),
		DeskSince: instant(state.DeskSince, zone), InHours: c.Hours.Inside(now, zone),
		Prompts: []control.OpenPrompt{}, Reminders: []control.Reminder{},
	}
	if edge, ok := c.Hours.Next(now, zone); ok {
		s.HoursChange = &edge
	}
	for _, p := range state.Open() {
		s.Prompts = append(s.Prompts, control.OpenPrompt{
			Reminder: string(p.ID), Title: Title(c, p.ID), ShownAt: *instant(p.ShownAt, zone), Until: *instant(p.Until, zone),
		})
	}
	for _, o := range state.Outlooks(now) {
		r := control.Reminder{
			ID: string(o.Reminder.ID), Title: Title(c, o.Reminder.ID), Enabled: o.Reminder.Enabled,
			Next: instant(o.Next, zone), SnoozedUntil: instant(o.SnoozedUntil, zone), Waiting: o.Waiting,
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

// instant writes an instant for programs: in the person's zone, to the second.
func instant(t time.Time, zone *time.Location) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.In(zone).Truncate(time.Second)
	return &t
}
