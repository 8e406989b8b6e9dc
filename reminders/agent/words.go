package agent

import (
	"fmt"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders"
)

// Title is a reminder's name as a person reads it.
func Title(c reminders.Config, id reminders.ID) string {
	r, ok := c.Reminder(id)
	if !ok {
		r.ID = id
	}
	return r.Name()
}

// notice is what the desktop shows for a prompt.
func (a *Agent) notice(p reminders.Prompt) Notice {
	c := a.state.Config()
	n := Notice{
		Key: string(p.ID), Title: Title(c, p.ID), Sound: a.settings.Notifications.Sound, Stay: true,
		Buttons: []Button{{keyDone, "Done"}, {keySnooze, "Snooze " + span(a.settings.Snooze)}},
	}
	switch p.ID {
	case reminders.Posture:
		n.Body = content.TipOf(p.N).Text
		n.Buttons[0].Label = "Sitting well"
	case reminders.Stretch:
		n.Title = "Time to stretch"
		n.Body = "Three minutes away from the screen. Stand up, move, breathe."
		if r, ok := c.Reminder(p.ID); ok && r.Every >= time.Minute {
			n.Body = fmt.Sprintf("You have been sitting for %s. Three minutes of movement will do.", span(r.Every))
		}
		n.Buttons[0] = Button{keyStart, "Start"}
	case reminders.Checkin:
		n.Body = "0 is no pain, 10 the worst you can imagine. One tap keeps your diary."
		n.Buttons[0] = Button{keyStart, "Answer"}
	case reminders.Upcoming:
		n.Body = a.appointments(p)
		n.Buttons[0].Label = "OK"
		n.Urgent = true
	case reminders.VisitLog, reminders.FollowUp, reminders.Rebook:
		n.Body = "A few taps, and Unhunch can tell you what helps."
		n.Buttons[0] = Button{keyStart, "Answer"}
	default:
		if r, ok := c.Reminder(p.ID); ok {
			n.Body = r.Text
		}
	}
	return n
}

// appointments names the appointments a prompt speaks of.
func (a *Agent) appointments(p reminders.Prompt) string {
	text := ""
	for _, ap := range a.state.Config().Appointments {
		for _, ref := range p.Refs {
			if ref != ap.UID {
				continue
			}
			if text != "" {
				text += "\n"
			}
			text += ap.Start.Format("Mon 2 Jan, 15:04")
			if ap.Title != "" {
				text += " · " + ap.Title
			}
		}
	}
	return text
}

// span writes a length of time the way a button or a sentence does: 10 min,
// 1 h 30 min, 45 s.
func span(d time.Duration) string {
	h, m, s := int(d.Hours()), int(d.Minutes())%60, int(d.Seconds())%60
	switch {
	case h > 0 && m > 0:
		return fmt.Sprintf("%d h %d min", h, m)
	case h > 0:
		return fmt.Sprintf("%d h", h)
	case m > 0 && s > 0:
		return fmt.Sprintf("%d min %d s", m, s)
	case m > 0:
		return fmt.Sprintf("%d min", m)
	default:
		return fmt.Sprintf("%d s", s)
	}
}
