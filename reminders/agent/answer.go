package agent

import (
	"context"
	"fmt"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/settings"
)

// reply does what the person chose on a notification.
func (a *Agent) reply(ctx context.Context, r Reply) {
	if a.replyRelief(ctx, r) {
		return
	}
	id := reminders.ID(r.Key)
	_, open := a.state.Prompts[id]
	a.reloadIfChanged(ctx)
	switch r.Action {
	case keyDone:
		a.step(ctx, reminders.Answer{ID: id, Outcome: reminders.Done})
	case keyStart:
		if id == reminders.Stretch {
			// Finishing it is what answers it: the player tells.
			a.step(ctx, reminders.Begin{ID: id, Until: a.now().Add(beginWithin)})
			a.withdrawBegun(id)
			a.open(control.OpenRequest{Screen: a.opens(id), Reminder: id, Routine: control.Suggested, Token: r.Token})
			break
		}
		if part := a.partOf(id); open && (id == reminders.FollowUp || id == reminders.VisitLog) && part != "" {
			// Telling is what answers it: it closes when that is kept.
			a.open(control.OpenRequest{Screen: a.opens(id), Part: part, Reminder: id, Token: r.Token})
			break
		}
		// Opening what it leads to is doing it: the reminder did its work.
		begins := a.begins(id)
		begins.Token = r.Token
		a.step(ctx, reminders.Answer{ID: id, Outcome: reminders.Done})
		a.open(begins)
	case keySnooze:
		a.step(ctx, reminders.Answer{ID: id, Outcome: reminders.Snoozed, For: a.settings.Snooze})
	case keyDefault:
		// The prompt stays open: the window shows it with its buttons.
		a.open(control.OpenRequest{Screen: a.opens(id), Part: a.partOf(id), Reminder: id, Token: r.Token})
	case keyClosed:
		if open {
			a.step(ctx, reminders.Answer{ID: id, Outcome: reminders.Skipped})
		}
	default:
		a.o.Log.Warn("a notification replied with an unknown action", "action", r.Action)
	}
}

// beginWithin is how long somebody who pressed Start has to begin. The player
// asks for more as soon as it plays.
const beginWithin = 5 * time.Minute

// open shows a screen without holding up the loop.
func (a *Agent) open(r control.OpenRequest) {
	go func() {
		if err := a.o.Open(r); err != nil {
			a.o.Log.Warn("the window could not be opened", "screen", r.Screen, "err", err)
			a.call(func() {
				_ = a.o.Desktop.Show(Notice{Key: "notice-window", Title: catalog.L("The Unhunch window could not be opened"), Body: err.Error()})
			})
		}
	}()
}

// partOf is the part of its screen a reminder's notice speaks of: the longer
// text of a posture check's tip, the question of a follow-up, the appointment to
// be logged.
func (a *Agent) partOf(id reminders.ID) string {
	if id == reminders.Posture && a.tip.ok {
		return "tip:" + a.tip.tip.ID
	}
	if p, open := a.state.Prompts[id]; open {
		return a.visitPart(p)
	}
	return ""
}

// opens is the screen a reminder belongs to.
func (a *Agent) opens(id reminders.ID) string {
	switch id {
	case reminders.Upcoming, reminders.VisitLog, reminders.FollowUp, reminders.Rebook:
		return "massage"
	}
	if act, ok := a.action(id); ok {
		return act.Screen
	}
	return "today"
}

// action is what a reminder with a definition opens.
func (a *Agent) action(id reminders.ID) (settings.Action, bool) {
	r, ok := a.state.Config().Reminder(id)
	return settings.Own{Opens: r.Opens}.Action(), ok
}

// begins is what Start of a reminder opens: its screen, and what is begun there.
func (a *Agent) begins(id reminders.ID) control.OpenRequest {
	r := control.OpenRequest{Screen: a.opens(id), Reminder: id}
	if act, ok := a.action(id); ok {
		r.Part, r.Routine = act.Part(), act.Plays()
	}
	return r
}

// answer carries out an answer that came by the control socket.
func (a *Agent) answer(ctx context.Context, ans control.Answer) (control.AnswerResult, error) {
	a.reloadIfChanged(ctx)
	id := ans.Reminder
	open := a.state.Open()
	if id == "" {
		if len(open) == 0 {
			return control.AnswerResult{}, &control.Error{
				Code: control.CodeNoPrompt, Message: "no prompt is open, so there is nothing to answer", Hint: "unhunch status shows what comes next",
			}
		}
		latest := open[0]
		for _, p := range open[1:] {
			if p.ShownAt.After(latest.ShownAt) {
				latest = p
			}
		}
		id = latest.ID
	} else if _, is := a.state.Prompts[id]; !is {
		return control.AnswerResult{}, a.notOpen(id)
	}
	ev := reminders.Answer{ID: id, Outcome: ans.Outcome}
	res := control.AnswerResult{Reminder: id, Outcome: ans.Outcome}
	if ans.Outcome == reminders.Snoozed {
		ev.For = ans.For.Duration()
		if ev.For <= 0 {
			ev.For = a.settings.Snooze
		}
	}
	if err := a.attempt(ctx, ev); err != nil {
		return control.AnswerResult{}, err
	}
	if z, ok := a.state.Snoozes[id]; ok && ans.Outcome == reminders.Snoozed {
		res.Until = &z.Until
	}
	return res, nil
}

// notOpen says why a reminder cannot be answered.
func (a *Agent) notOpen(id reminders.ID) error {
	known := false
	for _, o := range a.state.Outlooks(a.now()) {
		known = known || o.Reminder.ID == id
	}
	for _, b := range reminders.Builtin() {
		known = known || b == id
	}
	if !known {
		return &control.Error{Code: control.CodeBadArgs, Message: fmt.Sprintf("there is no reminder called %q", id), Hint: "unhunch status lists them"}
	}
	return &control.Error{
		Code: control.CodeNoPrompt, Message: fmt.Sprintf("no prompt of %s is open, so there is nothing to answer", id), Hint: "unhunch status shows what comes next",
	}
}
