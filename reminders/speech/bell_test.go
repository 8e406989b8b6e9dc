package speech

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestChimes(t *testing.T) {
	play(t, func(t *testing.T, s *Speaker, on *stage) {
		for _, c := range Chimes() {
			s.Chime(c)
			time.Sleep(time.Second)
		}
		wants(t, on, []string{"start", "half-way", "tick", "change", "rest", "end"}, nil)
		if opened, open := on.state(); opened != 1 || open != 1 {
			t.Errorf("%d opened, %d open; want one", opened, open)
		}
	})
}

func TestChimesThatAreNotToBeHeard(t *testing.T) {
	play(t, func(t *testing.T, s *Speaker, on *stage) {
		for _, change := range []func(*Options){
			func(o *Options) { o.Chimes = false },
			func(o *Options) { o.Volume = 0 },
		} {
			o := on.options()
			change(&o)
			s.Set(o)
			s.Chime(Start)
			wants(t, on, nil, nil)
		}
		s.Set(on.options())
		s.Chime("gong")
		wants(t, on, nil, nil)
		if opened, _ := on.state(); opened != 0 {
			t.Error("the device was opened for nothing")
		}
	})
}

// A device that takes long to wake up loses the chimes it would play late, and
// does not play them one after the other.
func TestLateChimesAreDropped(t *testing.T) {
	play(t, func(t *testing.T, s *Speaker, on *stage) {
		on.wakes = 2 * time.Second
		for range 10 {
			s.Chime(Tick)
			time.Sleep(100 * time.Millisecond)
		}
		time.Sleep(5 * time.Second)
		wants(t, on, nil, nil)
		on.mu.Lock()
		on.wakes = 0
		on.mu.Unlock()
		s.Chime(End)
		wants(t, on, []string{"end"}, nil)
	})
}

func TestABurstOfChimes(t *testing.T) {
	play(t, func(t *testing.T, s *Speaker, on *stage) {
		on.wakes = 100 * time.Millisecond
		for range 50 {
			s.Chime(Tick) // returns at once, whatever becomes of it
		}
		time.Sleep(3 * time.Second)
		synctest.Wait()
		if heard, _ := on.told(); len(heard) == 0 || len(heard) > 5 {
			t.Errorf("heard %d", len(heard))
		}
	})
}

func TestAServerThatIsStartedAnew(t *testing.T) {
	play(t, func(t *testing.T, s *Speaker, on *stage) {
		s.Chime(Start)
		wants(t, on, []string{"start"}, nil)
		on.breaks(errBroken)
		s.Chime(HalfWay)
		wants(t, on, nil, nil)
		if _, open := on.state(); open != 0 {
			t.Error("a dead connection was kept")
		}
		on.breaks(nil)
		s.Chime(Change)
		wants(t, on, []string{"change"}, nil)
	})
}

func TestTheDeviceIsGivenBack(t *testing.T) {
	play(t, func(t *testing.T, s *Speaker, on *stage) {
		for range 3 {
			s.Chime(Start)
			time.Sleep(idleAfter - time.Second)
			if _, open := on.state(); open != 1 {
				t.Error("the device was left too early")
			}
			time.Sleep(2 * time.Second)
			if _, open := on.state(); open != 0 {
				t.Error("the device is still held")
			}
		}
		if opened, _ := on.state(); opened != 3 {
			t.Errorf("opened %d times, want 3", opened)
		}
	})
}

func TestFinish(t *testing.T) {
	play(t, func(t *testing.T, s *Speaker, on *stage) {
		began := time.Now()
		if err := s.Finish(t.Context()); err != nil || time.Since(began) != 0 {
			t.Errorf("with nothing to wait for: %v after %v", err, time.Since(began))
		}
		s.Chime(End)
		s.Say("Well done.")
		if err := s.Finish(t.Context()); err != nil {
			t.Error(err)
		}
		if took := time.Since(began); took != 2*time.Second {
			t.Errorf("finished after %v, want the two seconds of the sentence", took)
		}
		wants(t, on, []string{"end", "Well done."}, nil)

		s.Say("Much too long.")
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if err := s.Finish(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("out of patience: %v", err)
		}
	})
}

func TestPreview(t *testing.T) {
	play(t, func(t *testing.T, s *Speaker, on *stage) {
		o := on.options()
		o.Chimes, o.Voice, o.Language = false, false, "de"
		s.Set(o)
		if err := s.Preview(t.Context(), "Und strecken."); err != nil {
			t.Error(err)
		}
		wants(t, on, []string{"start", "half-way", "tick", "change", "rest", "end", "Und strecken."}, nil)
		if want := (sentence{"Und strecken.", "de", 70}); on.last != want {
			t.Errorf("said %+v, want %+v", on.last, want)
		}
		if err := s.PreviewChimes(t.Context(), Rest); err != nil {
			t.Error(err)
		}
		wants(t, on, []string{"rest"}, nil)
		if err := s.PreviewChimes(t.Context(), "gong"); err == nil {
			t.Error("a chime that does not exist was played")
		}
		if err := s.PreviewVoice(t.Context(), " \n"); err == nil {
			t.Error("nothing was said without an error")
		}

		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if err := s.PreviewVoice(ctx, "Cut me short."); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("cut short: %v", err)
		}
		wants(t, on, nil, []string{"Cut me short."})
	})
}

func TestPreviewSaysWhyNothingIsHeard(t *testing.T) {
	play(t, func(t *testing.T, s *Speaker, on *stage) {
		on.breaks(&Trouble{ErrNoSound, "buy one"})
		err := s.Preview(t.Context(), "Hello.")
		if !errors.Is(err, ErrNoSound) || strings.Count(err.Error(), "; hint: buy one") != 2 || hintOf(err) != "buy one" ||
			!strings.Contains(err.Error(), "no chime can be heard") || !strings.Contains(err.Error(), "nothing can be said") {
			t.Errorf("%v", err)
		}
		on.breaks(nil)
		o := on.options()
		o.Volume = 0
		s.Set(o)
		if err := s.Preview(t.Context(), "Hello."); !errors.Is(err, ErrSilent) || strings.Count(err.Error(), "hint") != 2 {
			t.Errorf("at volume 0: %v", err)
		}
		wants(t, on, nil, nil)
	})
}

func TestPreviewEndsWithTheSpeaker(t *testing.T) {
	play(t, func(t *testing.T, s *Speaker, _ *stage) {
		time.AfterFunc(time.Second, func() { _ = s.Close() })
		if err := s.Preview(t.Context(), "Hello."); !errors.Is(err, context.Canceled) {
			t.Errorf("%v", err)
		}
	})
}

func TestChimesListsThemAll(t *testing.T) {
	for c := range melodies {
		if !slices.Contains(every(), c) {
			t.Errorf("%s is not listed", c)
		}
	}
}
