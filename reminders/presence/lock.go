package presence

import (
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// grace is how long after a request to lock input still belongs to it: the
// keys that asked for it are being let go.
const grace = 3 * time.Second

// lock makes one answer of everything that speaks of the session being
// locked.
type lock struct {
	hint  bool      // logind's LockedHint
	saver bool      // a screen saver says it is active
	asked time.Time // somebody asked for a lock, and nothing has said whether it came to that; zero: nobody
	told  bool      // what the reader was told last
}

func (l *lock) locked() bool { return l.hint || l.saver || !l.asked.IsZero() }

// event returns what to tell after a change, if anything.
func (l *lock) event() reminders.Event {
	was := l.told
	l.told = l.locked()
	switch {
	case l.told && !was:
		return reminders.Lock{}
	case !l.told && was:
		return reminders.Unlock{}
	}
	return nil
}

func (l *lock) setHint(locked bool) { l.hint, l.asked = locked, time.Time{} }

func (l *lock) setSaver(active bool) {
	if l.saver != active {
		l.saver, l.asked = active, time.Time{}
	}
}

// request is logind's Lock signal: it asks for a lock. Lockers like i3lock or
// swaylock follow it without ever telling when they are opened again, so
// unless something confirms it the next input ends it; where input cannot be
// seen it counts for nothing, because it might never end.
func (l *lock) request(now time.Time, seesInput bool) {
	if seesInput && !l.hint && !l.saver {
		l.asked = now
	}
}

// release is logind's Unlock signal: somebody proved who they are.
func (l *lock) release() { l.hint, l.saver, l.asked = false, false, time.Time{} }

// input says when there was input last. It ends a lock that is only asked
// for, and returns how long to wait before input counts (zero: it does).
func (l *lock) input(now, last time.Time) (wait time.Duration) {
	if l.asked.IsZero() {
		return 0
	}
	counts := l.asked.Add(grace)
	if last.After(counts) {
		l.asked = time.Time{}
		return 0
	}
	return max(counts.Sub(now), 0)
}

// blind says that input cannot be seen any more.
func (l *lock) blind() { l.asked = time.Time{} }
