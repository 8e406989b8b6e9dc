package speech

import (
	"context"
	"errors"
	"time"
)

// ErrLate means that a cue could not be heard in time and was dropped.
var ErrLate = errors.New("it would have come too late")

// stroke is a chime on its way to the device.
type stroke struct {
	chime  Chime
	volume int
	by     time.Time    // when it has to be heard
	told   chan<- error // whether it was; nil: nobody asks
}

// Chime plays a chime if chimes are on, and returns at once. Where nothing can
// be heard, or not within half a second, it is dropped.
func (s *Speaker) Chime(c Chime) {
	o := s.chosen()
	if !o.Chimes || o.Volume <= 0 || !c.known() {
		return
	}
	s.strike(stroke{chime: c, volume: o.Volume, by: time.Now().Add(o.late)})
}

// strike hands over a stroke unless the device is busy with others.
func (s *Speaker) strike(k stroke) {
	s.ringing.begin()
	select {
	case s.strokes <- k:
	default:
		s.dropped(k, ErrLate)
	}
}

// dropped ends a stroke nobody heard.
func (s *Speaker) dropped(k stroke, err error) {
	s.ringing.end()
	s.log("chime dropped", "chime", string(k.chime), "why", err)
	k.tell(err)
}

func (k stroke) tell(err error) {
	if k.told != nil {
		k.told <- err
	}
}

// ring plays the strokes, and holds the device only while it is used.
func (s *Speaker) ring() {
	var dev player
	leave := func() {
		if dev != nil {
			dev.close()
			dev = nil
		}
	}
	defer leave()
	idle := time.NewTimer(idleAfter)
	idle.Stop()
	for {
		select {
		case <-s.ctx.Done():
			return
		case <-idle.C:
			leave()
		case k := <-s.strokes:
			err := s.play(&dev, k)
			if err != nil {
				s.dropped(k, err)
			} else {
				k.tell(nil)
			}
			if dev != nil {
				idle.Reset(idleAfter)
			}
		}
	}
}

// play plays a stroke on the device, which is opened if need be. A device that
// fails is left, and when it had been open for long, as one is whose server
// was started anew, it is opened again for the same stroke.
func (s *Speaker) play(dev *player, k stroke) error {
	ctx, cancel := context.WithDeadlineCause(s.ctx, k.by, ErrLate)
	defer cancel()
	samples := k.chime.Samples(k.volume)
	for {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		old := *dev != nil
		if !old {
			d, err := s.chosen().openPlayer(ctx)
			if err != nil {
				return err
			}
			*dev = d
		}
		err := (*dev).play(ctx, samples, k.by, s.ringing.end)
		if err == nil || errors.Is(err, ErrLate) {
			return err
		}
		(*dev).close()
		*dev = nil
		if !old {
			return err
		}
	}
}
