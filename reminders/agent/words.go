package agent

import (
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
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
		Key: string(p.ID), Title: catalog.Reminder(string(p.ID), Title(c, p.ID)), Sound: a.settings.Notifications.Sound, Stay: true,
		Buttons: []Button{{keyDone, catalog.L("Done")}, {keySnooze, catalog.L("Snooze {{.Length}}", catalog.D{"Length": span(a.settings.Snooze)})}},
	}
	switch p.ID {
	case reminders.Posture:
		n.Body = catalog.L("A moment for your back: how are you sitting?")
		if t, ok := a.tipFor(p); ok {
			n.Body, n.Click = t.Text, catalog.L("How")
		}
		n.Buttons[0].Label = catalog.L("Sitting well")
	case reminders.Stretch:
		n.Title = catalog.L("Time to stretch")
		n.Body = catalog.L("Three minutes away from the screen. Stand up, move, breathe.")
		if r, ok := c.Reminder(p.ID); ok && r.Every >= time.Minute {
			n.Body = catalog.L("You have been sitting for {{.Length}}. Three minutes of movement will do.", catalog.D{"Length": span(r.Every)})
		}
		n.Buttons[0] = Button{keyStart, catalog.L("Start")}
	case reminders.Checkin:
		n.Body = catalog.L("0 is no pain, 10 the worst you can imagine. One tap keeps your diary.")
		n.Buttons[0] = Button{keyStart, catalog.L("Answer")}
	case reminders.Upcoming:
		n.Body = a.upcoming(p)
		if first := a.beforehand(); first != "" {
			n.Body += "\n" + first
		}
		n.Buttons[0].Label = catalog.L("OK")
		n.Urgent = true
	case reminders.VisitLog, reminders.FollowUp:
		n.Body = a.visitBody(p)
		n.Buttons[0] = Button{keyStart, catalog.L("Answer")}
	case reminders.Rebook:
		n.Body = a.visitBody(p)
		n.Buttons[0] = Button{keyStart, catalog.L("Book")}
	default:
		if r, ok := c.Reminder(p.ID); ok {
			n.Body = r.Text
		}
		if act, ok := a.action(p.ID); ok && act.Act != "" {
			n.Buttons[0] = Button{keyStart, catalog.L("Start")} // two buttons are the most
		}
	}
	return n
}

// upcoming names the appointments a prompt speaks of.
func (a *Agent) upcoming(p reminders.Prompt) string {
	text := ""
	for _, ap := range a.state.Config().Appointments {
		for _, ref := range p.Refs {
			if ref != ap.UID {
				continue
			}
			if text != "" {
				text += "\n"
			}
			when := catalog.D{
				"Weekday": catalog.ShortWeekday(ap.Start.Weekday()), "Day": ap.Start.Day(),
				"Month": catalog.ShortMonth(ap.Start.Month()), "Time": catalog.Clock(ap.Start),
			}
			if ap.AllDay {
				text += catalog.L("{{.Weekday}} {{.Day}} {{.Month}}, all day", when)
			} else {
				text += catalog.L("{{.Weekday}} {{.Day}} {{.Month}}, {{.Time}}", when)
			}
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
	if d >= time.Hour {
		d = d.Truncate(time.Minute)
	}
	return catalog.Length(d)
}
