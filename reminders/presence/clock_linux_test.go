package presence

import (
	"errors"
	"os"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/desktoptest"
)

// TestSetTimer uses the kernel's timer, but lets it come due instead of
// setting the machine's clock.
func TestSetTimer(t *testing.T) {
	timer, err := newSetTimer()
	must(t, err)
	must(t, timer.arm(time.Now().Add(50*time.Millisecond).UnixNano()))
	must(t, timer.wait())
	must(t, timer.arm(farFuture()))
	time.AfterFunc(50*time.Millisecond, timer.close)
	if err := timer.wait(); !errors.Is(err, os.ErrClosed) {
		t.Errorf("closing ends the wait with %v", err)
	}
}

func TestOffset(t *testing.T) {
	a, err := offset()
	must(t, err)
	time.Sleep(10 * time.Millisecond)
	b, err := offset()
	must(t, err)
	if d := (b - a).Abs(); d > time.Millisecond {
		t.Errorf("the offset moves by %v", d)
	}
}

func TestClockSensorWorks(t *testing.T) {
	w := watch(t, Options{})
	next(t, w)
	desktoptest.Until(t, "the clock sensor", func() bool { return sensor(w, sensorClock).State == OK })
	w.clockSet(time.Hour)
	for {
		if ev := next(t, w); word(ev) == "reminders.ClockSet{By:1h0m0s}" {
			return
		}
	}
}
