package session_test

import (
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/session"
)

// TestView looks at a session at a few instants.
func TestView(t *testing.T) {
	s, err := session.New(small(t))
	if err != nil {
		t.Fatal(err)
	}
	if v := s.At(begin); v.Status != session.Waiting || v.Phase.Kind != session.Ready || v.Seconds() != 5 || v.Exercise.Name != "Turn" || v.Items != 2 || v.Progress != 0 {
		t.Errorf("before: %+v", v)
	}
	s, _ = s.Step(begin, session.Start{})
	s, _ = steps(s, 0, 26*time.Second)
	at := begin.Add(26*time.Second + 100*time.Millisecond)
	v := s.At(at)
	if !v.Mirrored || v.Phase.Side != session.Second || v.Next == nil || v.Next.Name != "Circle" || v.Seconds() != 1 || v.Pose != 0.55 {
		t.Errorf("on the other side: %+v", v)
	}
	if v.Step != 0 || v.Instruction != v.Exercise.Steps[0] || v.Part != 26.1/45 || v.Progress != 26.1/62 {
		t.Errorf("on the other side: %+v", v)
	}
	s, _ = s.Step(at, session.Pause{})
	if later := s.At(at.Add(time.Minute)); later.Stopped != time.Minute || later.Remaining != v.Remaining || later.Pose != v.Pose {
		t.Errorf("paused: %+v", later)
	}
	s, _ = s.Step(at, session.Skip{})
	if v := s.At(at); v.Phase.Kind != session.Rest || v.Exercise.Name != "Circle" || v.Next != nil || v.Mirrored || v.Part != 0 {
		t.Errorf("in the rest: %+v", v)
	}
	s, _ = s.Step(at, session.Skip{})
	s, _ = s.Step(at, session.Skip{})
	if v := s.At(at); v.Status != session.Ended || v.Progress != 1 || v.Part != 1 || v.Left != 0 || v.Exercise.Name != "Circle" {
		t.Errorf("after: %+v", v)
	}
}
