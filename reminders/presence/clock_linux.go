package presence

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// watchClock waits on a kernel timer that is never due and is cancelled when
// the wall clock is set. It sits in the runtime's poller and costs nothing.
func watchClock(ctx context.Context, w *Watcher) {
	w.keep(ctx, sensorClock, func(ctx context.Context) error {
		t, err := newSetTimer()
		if err != nil {
			return err
		}
		stop := context.AfterFunc(ctx, t.close) // ends the wait
		defer func() {
			if stop() {
				t.close()
			}
		}()
		c := clock{offset: offset, arm: func() error { return t.arm(farFuture()) }, wait: t.wait}
		return c.follow(func() { w.works(sensorClock, "the kernel tells when the clock is set") }, w.clockSet)
	})
}

// setTimer is a timer on the wall clock that is cancelled when it is set.
type setTimer struct{ f *os.File }

func newSetTimer() (setTimer, error) {
	fd, err := unix.TimerfdCreate(unix.CLOCK_REALTIME, unix.TFD_NONBLOCK|unix.TFD_CLOEXEC)
	if err != nil {
		return setTimer{}, fmt.Errorf("the kernel gives no timer: %w", err)
	}
	return setTimer{os.NewFile(uintptr(fd), "clock timer")}, nil
}

// farFuture is an instant the timer never comes to, in nanoseconds since 1970:
// the year 2262, or 2038 where seconds have 32 bits.
func farFuture() int64 {
	if math.MaxInt == math.MaxInt32 {
		return math.MaxInt32 * int64(time.Second)
	}
	return math.MaxInt64
}

// arm sets the timer to that instant.
func (t setTimer) arm(at int64) error {
	raw, err := t.f.SyscallConn()
	if err != nil {
		return err
	}
	var set error
	err = raw.Control(func(fd uintptr) {
		spec := unix.ItimerSpec{Value: unix.NsecToTimespec(at)}
		set = unix.TimerfdSettime(int(fd), unix.TFD_TIMER_ABSTIME|unix.TFD_TIMER_CANCEL_ON_SET, &spec, nil)
	})
	return told(errors.Join(err, set))
}

// wait waits until the clock is set (errClockSet), the timer is due (nil) or
// closed.
func (t setTimer) wait() error {
	_, err := t.f.Read(make([]byte, 8))
	return told(err)
}

func (t setTimer) close() { _ = t.f.Close() } // nothing can be lost with it

func told(err error) error {
	if errors.Is(err, unix.ECANCELED) {
		return errClockSet
	}
	return err
}

// offset is how far the wall clock is ahead of the time since boot, which
// goes on in sleep and cannot be set.
func offset() (time.Duration, error) {
	var wall, boot unix.Timespec
	if err := errors.Join(unix.ClockGettime(unix.CLOCK_REALTIME, &wall), unix.ClockGettime(unix.CLOCK_BOOTTIME, &boot)); err != nil {
		return 0, err
	}
	return time.Duration(wall.Nano() - boot.Nano()), nil
}
