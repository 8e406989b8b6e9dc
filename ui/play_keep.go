package ui

import (
	"encoding/json"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/coach"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/session"
)

// keeper writes down what happens in sessions, one thing after the other, and
// tells the agent. What cannot be kept is told once; the session goes on.
type keeper struct {
	w      *Window
	jobs   []func() func() error // each gives what to do away from the window's goroutine
	busy   bool
	latest []byte         // the session to be kept next, nil if none is
	id     string         // of the session that ended last; of the jobs' goroutine
	told   session.Status // what the agent was told of last
	failed bool

	calming bool // what ended last was a relaxation; of the jobs' goroutine
}

func newKeeper(w *Window) *keeper { return &keeper{w: w} }

// add does a job after those before it.
func (k *keeper) add(job func() error) { k.later(func() func() error { return job }) }

// later is add for what is to be decided when its turn comes.
func (k *keeper) later(job func() func() error) {
	k.jobs = append(k.jobs, job)
	k.next()
}

func (k *keeper) next() {
	if k.busy || len(k.jobs) == 0 {
		return
	}
	job := k.jobs[0]
	k.jobs, k.busy = k.jobs[1:], true
	k.w.off(job(), func(err error) {
		k.busy = false
		if err != nil && !k.failed {
			k.failed = true
			k.w.shell.toast.show(catalog.L("Saving did not work: {{.Reason}}", catalog.D{"Reason": err.Error()}), "", nil)
		}
		k.next()
	})
}

// session keeps where a session stands. Only the latest counts.
func (k *keeper) session(s session.State) {
	data, err := json.Marshal(s)
	if err != nil {
		return // a state can always be written
	}
	if k.latest != nil {
		k.latest = data
		return
	}
	k.latest = data
	k.later(func() func() error {
		now := k.latest // what came meanwhile is kept in its place
		k.latest = nil
		return func() error {
			if now == nil {
				return nil // it ended meanwhile
			}
			return k.w.Stretches.SaveSession(now)
		}
	})
	if s.Status != k.told && s.Plan.Relaxes == "" {
		k.begin(s) // a pause takes as long as it takes
	}
}

// slack is how much longer than its plan a session may take.
const slack = 10 * time.Minute

// begin lets an open reminder wait for the session.
func (k *keeper) begin(s session.State) {
	k.told = s.Status
	most := s.At(k.w.now()).Left + slack
	if s.Status != session.Running {
		most = session.KeepFor + slack
	}
	k.tell(func() error { return k.w.Agent.Begin(reminders.Stretch, min(most, 2*time.Hour)) })
}

// tell tells the agent. One that does not run has no reminders to answer.
func (k *keeper) tell(what func() error) {
	if !k.w.live() {
		return
	}
	k.add(func() error { _ = what(); return nil })
}

// ended keeps what came of a session, and answers its reminder.
func (k *keeper) ended(plan session.Plan, r session.Result) {
	kept := coach.Entry(plan, r)
	k.latest, k.told = nil, session.Ended
	k.add(func() error {
		done, err := k.w.Stretches.AddStretch(kept)
		k.id, k.calming = done.ID, false
		if err != nil {
			return err
		}
		return k.w.Stretches.SaveSession(nil)
	})
	if answer := k.answer(r); answer != nil {
		k.tell(answer)
	}
}

// answer is what tells the agent how a session answers the reminder: done once
// one exercise was done to its end. It is nil if there is nothing to answer.
func (k *keeper) answer(r session.Result) func() error {
	switch {
	case r.Done() > 0:
		return func() error { return k.w.Agent.Did(reminders.Stretch) }
	case k.w.open(reminders.Stretch):
		return func() error {
			return k.w.Agent.Answer(control.Answer{Reminder: reminders.Stretch, Outcome: reminders.Skipped})
		}
	}
	return nil
}

// reopened takes back that a session ended.
func (k *keeper) reopened() {
	k.add(func() error {
		switch {
		case k.id == "":
			return nil
		case k.calming:
			return k.w.Relaxations.DeleteRelaxation(k.id)
		}
		return k.w.Stretches.DeleteStretch(k.id)
	})
}

// felt keeps how the session was that ended last.
func (k *keeper) felt(how session.Feeling, after *int) {
	k.add(func() error {
		if k.id == "" {
			return nil
		}
		return k.w.Stretches.FeltAfter(k.id, diary.Feeling(how), after)
	})
}
