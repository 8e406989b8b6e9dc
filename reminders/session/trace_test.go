package session_test

import (
	"encoding/json"
	"reflect"
	"time"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/reminders/session"
)

// trace is a session with everything that was seen of it.
type trace struct {
	*rapid.T
	state session.State
	now   time.Time
	given map[given]int // since the phase was entered
	cued  time.Time     // when the last cue belonged
	ended int           // end cues
}

// given tells two cues of a phase apart.
type given struct {
	kind session.CueKind
	left int
	text string
}

// step steps once, after time has passed, and checks every rule.
func (tr *trace) step(after time.Duration, ev session.Event) {
	before, was := tr.state, tr.state.At(tr.now)
	tr.now = tr.now.Add(after)
	if after < 0 {
		tr.cued = time.Time{}
	}
	saved := marshal(tr.T, before)
	next, cues := before.Step(tr.now, ev)
	if again := marshal(tr.T, before); again != saved {
		tr.Fatalf("%T changed the state it began from\n%s\n%s", ev, saved, again)
	}
	var read session.State
	if err := json.Unmarshal([]byte(saved), &read); err != nil {
		tr.Fatalf("%v\n%s", err, saved)
	}
	other, more := read.Step(tr.now, ev)
	if !reflect.DeepEqual(cues, more) || marshal(tr.T, other) != marshal(tr.T, next) || !reflect.DeepEqual(other.At(tr.now), next.At(tr.now)) {
		tr.Fatalf("after a restart %T does something else:\n%v %s\n%v %s", ev, cues, marshal(tr.T, next), more, marshal(tr.T, other))
	}
	if _, tick := ev.(session.Tick); tick {
		if a, b := before.At(tr.now), next.At(tr.now); !reflect.DeepEqual(a, b) {
			tr.Fatalf("At says %+v, and after a tick %+v", a, b)
		}
	}
	if after > session.Unseen {
		clear(tr.given) // the phase begins anew, and is told of anew
	}
	tr.state = next
	tr.hear(before, cues, ev)
	tr.see(was, before)
	tr.count()
}

// hear checks the cues of one step.
func (tr *trace) hear(before session.State, cues []session.Cue, ev session.Event) {
	_, back := ev.(session.Back) // within the first instant it begins the same phase anew
	if back || tr.state.Phase != before.Phase || tr.state.Repeated != before.Repeated {
		clear(tr.given) // cues of the phase before are all in the past
	}
	for _, c := range cues {
		switch {
		case c.At.After(tr.now):
			tr.Fatalf("%+v at %s is early", c, tr.now)
		case c.Kind != session.CueEnd && tr.now.Sub(c.At) > session.Fresh:
			tr.Fatalf("%+v at %s is stale", c, tr.now)
		case c.At.Before(tr.cued):
			tr.Fatalf("%+v belongs before one at %s", c, tr.cued)
		}
		tr.cued = c.At
		switch c.Kind {
		case session.CueEnd:
			tr.ended++
			continue
		case session.CueIn, session.CueOut, session.CueEasier, session.CueHarder:
			continue
		case session.CueStart, session.CueSide, session.CueRest, session.CueReady, session.CueRepeat, session.CueTense, session.CueLetGo:
			clear(tr.given)
		}
		key := given{kind: c.Kind, left: c.Left, text: c.Text}
		if tr.given[key]++; tr.given[key] > 1 && !back && tr.state.Phase == before.Phase && tr.state.Repeated == before.Repeated {
			tr.Fatalf("%+v for a second time (%T)", c, ev)
		}
	}
	if tr.ended > 1 {
		tr.Fatal("it ended twice")
	}
}

// see checks what is drawn.
func (tr *trace) see(was session.View, before session.State) {
	v := tr.state.At(tr.now)
	switch {
	case v.Remaining < 0 || v.Left < 0 || v.Elapsed < 0 || v.Stopped < 0:
		tr.Fatalf("below zero: %+v", v)
	case v.Progress < 0 || v.Progress > 1 || v.Part < 0 || v.Part > 1 || v.Pose < 0 || v.Pose > 2 || v.Lungs < 0 || v.Lungs > 1 || v.Tension < 0 || v.Tension > 1:
		tr.Fatalf("out of range: %+v", v)
	case v.Exercise == nil || v.Step >= len(v.Exercise.Steps):
		tr.Fatalf("nothing to show: %+v", v)
	case v.Total != tr.state.Plan.Length():
		tr.Fatalf("the total is %s, the plan takes %s", v.Total, tr.state.Plan.Length())
	}
	if tr.state.Repeated == before.Repeated && v.Total == was.Total && v.Progress < was.Progress {
		tr.Fatalf("progress went from %v to %v", was.Progress, v.Progress)
	}
	if tr.state.Repeated < before.Repeated || tr.state.Jumped < before.Jumped || tr.state.Active < before.Active {
		tr.Fatal("what was counted is gone")
	}
}

// count checks that the times add up, and when the next step is wanted.
func (tr *trace) count() {
	s := tr.state
	v := s.At(tr.now)
	if behind := v.Total - v.Left; behind != s.Active+s.Jumped-s.Repeated {
		tr.Fatalf("%s of the plan is behind, but %s active + %s jumped - %s repeated", behind, s.Active, s.Jumped, s.Repeated)
	}
	if s.Status == session.Running {
		if next := s.Next(tr.now); !next.After(tr.now) || next.Sub(tr.now) > session.Beat {
			tr.Fatalf("at %s the next step is wanted at %s", tr.now, next)
		}
	}
	r := s.Result(tr.now)
	if r.End.Sub(r.Start) != r.Active+r.Paused || r.Paused < 0 {
		tr.Fatalf("%+v does not add up", r)
	}
	sum := time.Duration(0)
	for _, e := range r.Exercises {
		sum += e.Active
	}
	if sum > r.Active || (r.Outcome == session.Completed) != (r.Done() == len(s.Plan.Items)) || (r.Outcome == session.Abandoned) != (r.Done() == 0) {
		tr.Fatalf("%+v is no result", r)
	}
}
