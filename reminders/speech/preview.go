package speech

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Preview lets a person hear what the choices sound like: the chimes one after
// the other and then the sentence, whether or not chimes and voice are
// switched on. It returns when all is over. The error says which of them
// cannot be heard, why, and what to do about it.
func (s *Speaker) Preview(ctx context.Context, sentence string) error {
	return errors.Join(s.PreviewChimes(ctx), s.PreviewVoice(ctx, sentence))
}

// PreviewChimes is the first half of Preview. With names it plays only these.
func (s *Speaker) PreviewChimes(ctx context.Context, only ...Chime) error {
	o := s.chosen()
	if o.Volume <= 0 {
		return fmt.Errorf("no chime can be heard: %w", silent())
	}
	if len(only) == 0 {
		only = Chimes()
	}
	for _, c := range only {
		if !c.known() {
			return fmt.Errorf("no chime can be heard: there is none called %q", string(c))
		}
		told := make(chan error, 1)
		// Here a device may take its time to wake up.
		s.strike(stroke{chime: c, volume: o.Volume, by: time.Now().Add(4 * o.late), told: told})
		if err := s.answer(ctx, told); err != nil {
			return fmt.Errorf("no chime can be heard: %w", err)
		}
		select {
		case <-time.After(c.Length() + 200*time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		case <-s.ctx.Done():
			return context.Canceled
		}
	}
	return nil
}

// PreviewVoice is the second half of Preview. When ctx is done it stops
// speaking.
func (s *Speaker) PreviewVoice(ctx context.Context, sentence string) error {
	o := s.chosen()
	if o.Volume <= 0 {
		return fmt.Errorf("nothing can be said: %w", silent())
	}
	text := clean(sentence)
	if text == "" {
		return errors.New("nothing can be said: there are no words")
	}
	told := make(chan error, 1)
	s.put(cue{text: text, at: time.Now(), told: told, loud: &o}, true)
	err := s.answer(ctx, told)
	if ctx.Err() != nil {
		s.Hush()
		return ctx.Err()
	}
	if err != nil && !errors.Is(err, context.Canceled) {
		return fmt.Errorf("nothing can be said: %w", err)
	}
	return err
}

func silent() error { return &Trouble{ErrSilent, "turn the volume up in the settings"} }

// answer waits for what became of a cue.
func (s *Speaker) answer(ctx context.Context, told <-chan error) error {
	select {
	case err := <-told:
		return err
	case <-ctx.Done():
		return ctx.Err()
	case <-s.ctx.Done():
		return context.Canceled
	}
}
