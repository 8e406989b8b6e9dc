package widgets

import (
	"time"

	"fyne.io/fyne/v2"
)

// frames asks for the pictures of something that moves, one after the other,
// and only while somebody could see it: a picture that was asked for and not
// drawn means that nobody does.
type frames struct {
	ticker *fyne.Animation
	ticks  bool
	again  time.Duration // how long it stays where it is
	last   time.Time     // when the last frame was due
	asked  bool          // a frame was asked for that was not drawn yet
	missed int           // frames asked for in a row that nobody drew

	clock func() time.Time
	next  func(now time.Time) // brings it to where it is now
}

const (
	// frameTime is a little less than two frames of a display with 60 a second,
	// so that every second one is due.
	frameTime = 30 * time.Millisecond
	// unseenAfter is how many frames are missed until nobody seems to look.
	unseenAfter = 5
)

func newFrames(clock func() time.Time, next func(time.Time)) frames {
	return frames{clock: clock, next: next}
}

// run begins to tick.
func (f *frames) run() {
	if f.ticks {
		return
	}
	if f.ticker == nil {
		f.ticker = &fyne.Animation{
			Duration: time.Second, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear,
			Tick: func(float32) { f.tick() },
		}
	}
	f.ticks, f.last, f.missed, f.asked = true, f.clock(), 0, false
	f.ticker.Start()
}

func (f *frames) sleep() {
	if f.ticks {
		f.ticks = false
		f.ticker.Stop()
	}
}

// tick is called for every frame of the display; not each is one of ours.
func (f *frames) tick() {
	now := f.clock()
	if gone := now.Sub(f.last); !f.ticks || gone >= 0 && gone < max(frameTime, f.again) {
		return
	}
	f.last = now
	if f.asked {
		if f.missed++; f.missed >= unseenAfter {
			f.sleep()
			return
		}
	}
	f.next(now)
}

// seen notes that a picture was drawn.
func (f *frames) seen() { f.asked, f.missed = false, 0 }
