package presence

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

var nine = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

func at(d time.Duration) time.Time { return nine.Add(d) }

func TestIdle(t *testing.T) {
	type step struct {
		now, quiet time.Duration
		back       bool // somebody woke or unlocked the machine just now
		want       reminders.Event
		plan       plan
	}
	const m, s = time.Minute, time.Second
	for name, steps := range map[string][]step{
		"away and back": {
			{0, s, false, reminders.Active{}, plan{5*m - s, 5 * m, true}},
			{4 * m, 4 * m, false, nil, plan{m, 5 * m, true}},
			{5*m - s/2, 5*m - s/2, false, nil, plan{s, 5 * m, true}},
			{5 * m, 5 * m, false, reminders.Idle{Since: at(0)}, plan{5 * s, 150 * s, false}},
			{6 * m, 6 * m, false, nil, plan{5 * s, 180 * s, false}},
			{7 * m, 2 * s, false, reminders.Active{}, plan{5*m - 2*s, 5 * m, true}},
		},
		"away at the start": {
			{0, 10 * m, false, reminders.Idle{Since: at(-10 * m)}, plan{5 * s, 5 * m, false}},
		},
		"woken without input": {
			// The idle time stood still in sleep and still says four minutes.
			{0, 4 * m, false, reminders.Active{}, plan{m, 5 * m, true}},
			{60 * m, 4 * m, true, nil, plan{5 * m, 0, true}},
			{62 * m, 6 * m, false, nil, plan{3 * m, 0, true}},
			{65 * m, 9 * m, false, reminders.Idle{Since: at(60 * m)}, plan{5 * s, 270 * s, false}},
		},
		"woken, idle time jumped over the sleep": {
			{0, s, false, reminders.Active{}, plan{5*m - s, 5 * m, true}},
			{60 * m, 60 * m, true, nil, plan{5 * m, 0, true}},
			{61 * m, 10 * s, false, nil, plan{5*m - 10*s, 5 * m, true}},
		},
		"unlocked after being away, and no input": {
			{0, 6 * m, false, reminders.Idle{Since: at(-6 * m)}, plan{5 * s, 3 * m, false}},
			{m, 7 * m, true, nil, plan{5 * m, 0, true}},
			{6 * m, 12 * m, false, reminders.Idle{Since: at(m)}, plan{5 * s, 6 * m, false}},
		},
		"the clock set back": {
			{60 * m, 0, true, reminders.Active{}, plan{5 * m, 5 * m, true}},
			{0, 6 * m, false, reminders.Idle{Since: at(-6 * m)}, plan{5 * s, 3 * m, false}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			i := idle{awayAfter: 5 * m}
			for n, st := range steps {
				if st.back {
					i.back(at(st.now))
				}
				ev, p := i.look(at(st.now), st.quiet)
				if !reflect.DeepEqual(ev, st.want) || p != st.plan {
					t.Fatalf("step %d: got %v, %+v, want %v, %+v", n, ev, p, st.want, st.plan)
				}
			}
		})
	}
}

func TestIdleBlind(t *testing.T) {
	i := idle{awayAfter: time.Minute}
	if i.blind() != (reminders.Unknown{}) || i.blind() != nil || i.sees() {
		t.Error("Unknown is not told exactly once")
	}
	if ev, _ := i.look(nine, 0); ev != (reminders.Active{}) || !i.sees() {
		t.Errorf("got %v", ev)
	}
}

func TestLock(t *testing.T) {
	type step struct {
		do   func(*lock)
		want reminders.Event
	}
	var (
		hint  = func(on bool) func(*lock) { return func(l *lock) { l.setHint(on) } }
		saver = func(on bool) func(*lock) { return func(l *lock) { l.setSaver(on) } }
		ask   = func(l *lock) { l.request(nine, true) }
		typed = func(after time.Duration) func(*lock) {
			return func(l *lock) { l.input(at(after), at(after)) }
		}
		locked, unlocked reminders.Event = reminders.Lock{}, reminders.Unlock{}
	)
	for name, steps := range map[string][]step{
		"hint":                  {{hint(false), nil}, {hint(true), locked}, {hint(true), nil}, {hint(false), unlocked}, {hint(false), nil}},
		"hint, typing in it":    {{hint(true), locked}, {typed(time.Minute), nil}, {hint(false), unlocked}},
		"saver":                 {{saver(true), locked}, {saver(false), unlocked}},
		"both":                  {{saver(true), locked}, {hint(true), nil}, {saver(false), nil}, {hint(false), unlocked}},
		"asked, then released":  {{ask, locked}, {(*lock).release, unlocked}, {hint(false), nil}},
		"asked and confirmed":   {{ask, locked}, {hint(true), nil}, {typed(time.Hour), nil}, {hint(false), unlocked}},
		"asked and by a saver":  {{ask, locked}, {saver(true), nil}, {typed(time.Hour), nil}, {saver(false), unlocked}},
		"asked, ended by input": {{ask, locked}, {typed(grace), nil}, {typed(grace + 1), unlocked}},
		"asked, input lost":     {{ask, locked}, {(*lock).blind, unlocked}},
		"asked, input unseen":   {{func(l *lock) { l.request(nine, false) }, nil}},
		"asked while locked":    {{hint(true), locked}, {ask, nil}, {hint(false), unlocked}},
		"released while locked": {{hint(true), locked}, {(*lock).release, unlocked}, {hint(false), nil}},
	} {
		t.Run(name, func(t *testing.T) {
			var l lock
			for n, s := range steps {
				s.do(&l)
				if got := l.event(); got != s.want {
					t.Fatalf("step %d: got %v, want %v", n, got, s.want)
				}
			}
		})
	}
}

func TestLockInputWait(t *testing.T) {
	var l lock
	if l.input(nine, nine) != 0 {
		t.Error("waits without a request")
	}
	l.request(nine, true)
	if got := l.input(at(time.Second), at(time.Second)); got != grace-time.Second {
		t.Errorf("waits %v", got)
	}
	if got := l.input(at(time.Hour), nine); got != 0 {
		t.Errorf("waits %v", got)
	}
}

func TestQueue(t *testing.T) {
	var (
		act, unk, sus, res, lk, ul reminders.Event = reminders.Active{}, reminders.Unknown{}, reminders.Suspend{}, reminders.Resume{}, reminders.Lock{}, reminders.Unlock{}

		gone = reminders.Idle{Since: nine}
		jump = func(d time.Duration) reminders.Event { return reminders.ClockSet{By: d} }
	)
	for name, c := range map[string]struct{ in, want []reminders.Event }{
		"the latest input counts":    {[]reminders.Event{act, gone, unk, gone}, []reminders.Event{gone}},
		"absences keep their order":  {[]reminders.Event{act, sus, res, act, lk, ul, gone}, []reminders.Event{act, sus, res, act, lk, ul, gone}},
		"input around sleep is kept": {[]reminders.Event{gone, act, sus, gone, act, res}, []reminders.Event{act, sus, act, res}},
		"jumps add up":               {[]reminders.Event{jump(time.Hour), jump(-time.Minute)}, []reminders.Event{jump(59 * time.Minute)}},
	} {
		t.Run(name, func(t *testing.T) {
			var q queue
			for _, ev := range c.in {
				q.push(ev, nil)
			}
			var got []reminders.Event
			for i, ok := q.first(); ok; i, ok = q.first() {
				got = append(got, i.event)
				q.took(i)
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestQueueStaysShort(t *testing.T) {
	var q queue
	for range 1000 {
		for _, ev := range []reminders.Event{reminders.Suspend{}, reminders.Active{}, reminders.Lock{}, reminders.Resume{}, reminders.Unlock{}, reminders.ClockSet{By: 1}} {
			q.push(ev, nil)
		}
	}
	if len(q.items) > most {
		t.Errorf("%d items", len(q.items))
	}
	q.push(reminders.Idle{Since: nine}, nil)
	if last := q.items[len(q.items)-1].event; last != (reminders.Idle{Since: nine}) {
		t.Errorf("the latest is lost: %v", last)
	}
}

// TestQueueReplacedWhileOffered: what the reader is offered may be outdated
// just as they take it; the newer word must not be lost with it.
func TestQueueReplacedWhileOffered(t *testing.T) {
	var q queue
	q.push(reminders.Active{}, nil)
	offered, _ := q.first()
	q.push(reminders.Unknown{}, nil)
	q.took(offered)
	if now, ok := q.first(); !ok || now.event != (reminders.Unknown{}) {
		t.Errorf("got %v", now)
	}
}

func TestClock(t *testing.T) {
	over := errors.New("over")
	offsets := []time.Duration{0, 0, 300 * time.Millisecond, 700 * time.Millisecond, 1100 * time.Millisecond, 1100 * time.Millisecond, -time.Hour}
	var read, waits, ready int
	var got []time.Duration
	c := clock{
		offset: func() (time.Duration, error) { read++; return offsets[read-1], nil },
		arm:    func() error { return nil },
		wait: func() error {
			if waits++; waits == len(offsets)-1 {
				return over
			}
			return errClockSet
		},
	}
	err := c.follow(func() { ready++ }, func(by time.Duration) { got = append(got, by) })
	if !errors.Is(err, over) || ready != 1 {
		t.Errorf("err %v, ready %d times", err, ready)
	}
	// Small steps add up; a wake without a jump (from sleep) is none.
	if want := []time.Duration{1100 * time.Millisecond, -time.Hour - 1100*time.Millisecond}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
