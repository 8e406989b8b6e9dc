package presence

import (
	"errors"
	"fmt"
	"time"
)

// smallest is the shortest jump of the wall clock worth telling. Shorter ones
// add up until they are.
const smallest = time.Second

// clock finds out how far the wall clock jumped.
type clock struct {
	offset func() (time.Duration, error) // of the wall clock against one that cannot be set
	arm    func() error                  // be told of the next setting
	wait   func() error                  // until errClockSet, or what went wrong
}

// errClockSet says that the wall clock was set.
var errClockSet = errors.New("the clock was set")

// follow reports jumps until something fails. ready is called once it stands.
func (c clock) follow(ready func(), jump func(by time.Duration)) error {
	before, err := c.offset()
	if err != nil {
		return fmt.Errorf("no clock to compare with: %w", err)
	}
	for first := true; ; first = false {
		// Armed before the clocks are compared, so that a setting in between
		// is either seen now or told next.
		if err := c.arm(); err != nil && !errors.Is(err, errClockSet) {
			return fmt.Errorf("the kernel does not tell when the clock is set: %w", err)
		}
		now, err := c.offset()
		if err != nil {
			return fmt.Errorf("no clock to compare with: %w", err)
		}
		if by := now - before; by.Abs() >= smallest {
			before = now
			jump(by)
		}
		if first {
			ready()
		}
		if err := c.wait(); !errors.Is(err, errClockSet) {
			return fmt.Errorf("waiting for the clock to be set ended: %w", err)
		}
	}
}
