package agent

import (
	"context"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/massage"
	"github.com/unhunch/unhunch/reminders/safety"
)

// Massages is what the diary knows of massages.
type Massages interface {
	// Visits lists the visits that began from one instant up to another.
	Visits(ctx context.Context, from, to time.Time) ([]diary.Visit, error)
	// Pains lists the pain entries from one instant up to another.
	Pains(ctx context.Context, from, to time.Time) ([]diary.Pain, error)
	// Screening are the answers to the checklist before a massage.
	Screening(ctx context.Context) ([]safety.ScreeningAnswer, error)
}

// What is looked back on: a year for the rhythm, and longer than any follow-up
// may be asked for the scheduler.
const (
	rhythmOver  = 366 * 24 * time.Hour
	followsOver = 90 * 24 * time.Hour
)

// visited is what the scheduler is told of massages.
type visited struct {
	visits []diary.Visit // those a follow-up may still be asked of, and the last
	rebook reminders.Rebooking
	why    string // why booking is due, in a sentence or two
}

// loadVisits reads what the diary knows of massages. Where it cannot be read,
// what was known stays.
func (a *Agent) loadVisits(ctx context.Context) {
	if a.o.Massages == nil {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	now := a.now()
	all, err := a.o.Massages.Visits(ctx, now.Add(-rhythmOver), now.Add(24*time.Hour))
	if err != nil {
		a.o.Log.Warn("the visits could not be read, so what was known of them stays", "err", err)
		return
	}
	a.visited = visited{}
	for i, v := range all {
		if i == len(all)-1 || now.Sub(v.At) < followsOver {
			a.visited.visits = append(a.visited.visits, v)
		}
	}
	if len(all) > 0 {
		a.visited.rebook, a.visited.why = a.rebooking(ctx, all, now)
	}
}

// rebooking is when to remind of booking the next massage, and why: by the
// rhythm, and not while the checklist has a reason against a massage. What
// cannot be read is a reason, too.
func (a *Agent) rebooking(ctx context.Context, visits []diary.Visit, now time.Time) (reminders.Rebooking, string) {
	give := func(err error) (reminders.Rebooking, string) {
		a.o.Log.Warn("booking a massage is not reminded of", "err", err)
		return reminders.Rebooking{}, ""
	}
	m, err := a.library().Massage()
	if err != nil {
		return give(err)
	}
	pains, err := a.o.Massages.Pains(ctx, visits[0].At, now.Add(24*time.Hour))
	if err != nil {
		return give(err)
	}
	rhythm := massage.RhythmOf(m, visits, pains, a.zone)
	if rhythm.Due.IsZero() {
		return reminders.Rebooking{}, ""
	}
	checklist, err := a.checklist(ctx)
	if err != nil {
		return give(err)
	}
	if checklist.Blocked() {
		return reminders.Rebooking{}, ""
	}
	return reminders.Rebooking{At: rhythm.Remind(), Visit: rhythm.Visit}, rhythm.Words()
}

// massages adds what is known of massages to the scheduler's configuration.
func (a *Agent) massages(c *reminders.Config) {
	for _, v := range a.visited.visits {
		out := reminders.Visit{UID: v.ID, At: v.At, Appointment: v.Appointment}
		for _, after := range c.FollowUps {
			if v.Answer(diary.FollowUpAt(after)) != nil {
				out.Answered = append(out.Answered, after)
			}
		}
		c.Visits = append(c.Visits, out)
	}
	if a.settings.Rebook.Enabled {
		c.Rebook = a.visited.rebook
	}
}

// asksOf is the visit a follow-up asks of, and which of its questions: those
// of the last one it speaks of.
func (a *Agent) asksOf(p reminders.Prompt) (diary.Visit, diary.FollowUp, bool) {
	for i := len(p.Refs) - 1; i >= 0; i-- {
		for _, v := range a.visited.visits {
			if v.ID == p.Refs[i] {
				return v, diary.FollowUpAt(p.Due.Sub(v.At)), true
			}
		}
	}
	return diary.Visit{}, "", false
}

// visitPart is the part of the Massage screen a prompt speaks of: a follow-up's
// question, as follow-up:ID:24h, or the appointment that is to be logged, as
// visit-log:UID. Empty where there is none.
func (a *Agent) visitPart(p reminders.Prompt) string {
	part := ""
	switch p.ID {
	case reminders.FollowUp:
		if v, which, ok := a.asksOf(p); ok {
			part = strings.Join([]string{string(p.ID), v.ID, string(which)}, ":")
		}
	case reminders.VisitLog:
		if n := len(p.Refs); n > 0 {
			part = string(p.ID) + ":" + p.Refs[n-1]
		}
	}
	if len(part) > longestPart {
		return "" // a UID from anywhere may be of any length
	}
	return part
}

// longestPart is the most that may be asked for of a screen, in bytes.
const longestPart = 200

// visitBody is what a prompt after a visit says.
func (a *Agent) visitBody(p reminders.Prompt) string {
	switch p.ID {
	case reminders.FollowUp:
		if _, which, ok := a.asksOf(p); ok && which == diary.AfterADay {
			return catalog.L("A day after your massage: how is your back, from 0 (no pain) to 10?")
		}
		return catalog.L("Three days after your massage: how is your back, from 0 (no pain) to 10?")
	case reminders.Rebook:
		if a.visited.why != "" {
			return a.visited.why
		}
	}
	return catalog.L("A few taps, and Unhunch can tell you what helps.")
}
