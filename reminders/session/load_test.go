package session_test

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/session"
)

func amount(reps int, hold time.Duration) string {
	return strconv.Itoa(reps) + "x" + strconv.Itoa(int(hold/time.Second)) + "s"
}

// saved are sessions in all their statuses, as JSON.
func saved(t testing.TB) map[session.Status]string {
	t.Helper()
	s, err := session.New(small(t))
	if err != nil {
		t.Fatal(err)
	}
	out := map[session.Status]string{}
	keep := func(s session.State) {
		data, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		out[s.Status] = string(data)
	}
	keep(s)
	s, _ = s.Step(begin, session.Start{})
	s, _ = s.Step(begin.Add(8*time.Second), session.Tick{})
	keep(s)
	paused, _ := s.Step(begin.Add(9*time.Second), session.Pause{})
	keep(paused)
	away, _ := s.Step(begin.Add(9*time.Second), session.Interrupt{By: session.Locked})
	keep(away)
	back, _ := away.Step(begin.Add(time.Minute), session.Return{From: session.Locked})
	keep(back)
	ended, _ := s.Step(begin.Add(9*time.Second), session.End{})
	keep(ended)
	return out
}

func TestSaved(t *testing.T) {
	all := saved(t)
	if len(all) != 6 {
		t.Fatalf("%d statuses, want 6", len(all))
	}
	for status, text := range all {
		var s session.State
		if err := json.Unmarshal([]byte(text), &s); err != nil {
			t.Fatalf("%s: %v", status, err)
		}
		if again := marshal(t, s); s.Status != status || again != text {
			t.Errorf("%s: came back as\n%s\nfrom\n%s", status, again, text)
		}
	}
}

// TestDamaged changes one thing in a saved session.
func TestDamaged(t *testing.T) {
	all := saved(t)
	for _, c := range []struct {
		in        session.Status
		old, with string
	}{
		{session.Running, `"version":1`, `"version":2`},
		{session.Running, `"status":"running"`, `"status":"flying"`},
		{session.Running, `"status":"running"`, `"status":"paused"`},
		{session.Running, `"phase":2`, `"phase":3`},
		{session.Running, `"phase":2`, `"phase":-1`},
		{session.Running, `"phase":2`, `"phase":1000`},
		{session.Running, `"due":"2026-11-23T09:00:13Z"`, `"due":"2027-11-23T09:00:13Z"`},
		{session.Running, `"due":"2026-11-23T09:00:13Z"`, `"due":"2026-11-23T09:00:08Z"`},
		{session.Running, `"began":"2026-11-23T09:00:00Z"`, `"began":"2026-11-23T09:00:09Z"`},
		{session.Running, `"active":8000000000`, `"active":9000000000`},
		{session.Running, `"jumped":0`, `"jumped":-1`},
		{session.Running, `"records":[`, `"records":[{"active":0},`},
		{session.Running, `{"active":0}]`, `{"active":8000000000}]`},
		{session.Running, `"said":1000000000`, `"said":7000000000`},
		{session.Running, `"sets":[[`, `"sets":[[],[`},
		{session.Running, `"sets":[[6000000000`, `"sets":[[-6000000000`},
		{session.Running, `"reps":2`, `"reps":0`},
		{session.Running, `"move":4000000000`, `"move":4000000000,"level":3`},
		{session.Running, `"move":4000000000`, `"move":4000000000,"paced":"fast"`},
		{session.Running, `"move":4000000000`, `"move":4000000000,"only":3`},
		{session.Running, `"move":4000000000`, `"move":4000000000,"only":1`},
		{session.Paused, `"since":"2026-11-23T09:00:09Z"`, `"since":"2026-11-23T09:00:10Z"`},
		{session.Paused, `"left":4000000000`, `"left":7000000000`},
		{session.Away, `"gone":["lock"]`, `"gone":["dinner"]`},
		{session.Away, `"gone":["lock"],`, ``},
		{session.Ended, `"over":"2026-11-23T09:00:09Z"`, `"over":"2026-11-23T08:00:09Z"`},
		{session.Waiting, `"status":"waiting"`, `"status":"waiting","began":"2026-11-23T08:00:09Z"`},
	} {
		text := strings.Replace(all[c.in], c.old, c.with, 1)
		if text == all[c.in] {
			t.Errorf("%s is not in %s", c.old, text)
		}
		s, err := session.New(small(t))
		if err != nil {
			t.Fatal(err)
		}
		was := marshal(t, s)
		err = json.Unmarshal([]byte(text), &s)
		if err == nil {
			t.Errorf("%s instead of %s is taken", c.with, c.old)
		} else if !strings.Contains(err.Error(), "hint: ") {
			t.Errorf("%v has no hint", err)
		}
		if marshal(t, s) != was {
			t.Errorf("%s instead of %s changed what was there", c.with, c.old)
		}
	}
}

// TestNoSession does everything to the zero value.
func TestNoSession(t *testing.T) {
	var s session.State
	for _, ev := range append(events, session.Tick{}, nil) {
		next, cues := s.Step(begin, ev)
		if len(cues) != 0 || !reflect.DeepEqual(next, s) {
			t.Errorf("%T makes %v, %+v", ev, cues, next)
		}
	}
	if v := s.At(begin); !reflect.DeepEqual(v, session.View{}) {
		t.Errorf("shows %+v", v)
	}
	if next := s.Next(begin); !next.IsZero() {
		t.Errorf("wants a step at %s", next)
	}
	if r := s.Result(begin); r.Outcome != session.Abandoned {
		t.Errorf("came to %+v", r)
	}
}

// FuzzState reads anything as a saved session. What it takes goes on without a
// panic, ends, and can be saved again.
func FuzzState(f *testing.F) {
	for _, text := range saved(f) {
		f.Add([]byte(text), byte(0))
		f.Add([]byte(text), byte(4))
	}
	f.Fuzz(func(t *testing.T, data []byte, do byte) {
		var s session.State
		if err := json.Unmarshal(data, &s); err != nil {
			if !reflect.DeepEqual(s, session.State{}) {
				t.Fatalf("%v, and yet %+v", err, s)
			}
			return
		}
		now := s.Last
		for n := range 40 {
			ev := session.Event(session.Tick{})
			if n%4 == 0 {
				ev = events[(int(do)+n)%len(events)]
			}
			if next := s.Next(now); !next.IsZero() && next.Sub(now) <= session.Beat {
				now = next
			}
			s, _ = s.Step(now, ev)
			if v := s.At(now); v.Remaining < 0 || v.Left < 0 || v.Exercise == nil {
				t.Fatalf("%+v", v)
			}
			s.Result(now)
		}
		var again session.State
		if err := json.Unmarshal([]byte(marshal(t, s)), &again); err != nil {
			t.Fatalf("%v\n%s", err, marshal(t, s))
		}
	})
}
