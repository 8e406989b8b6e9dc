// Package speech gives cues to somebody who cannot look at the screen: chimes
// that are synthesised here, and short sentences spoken by the system's own
// voice.
//
// The Speaker is the one way in. No call waits for a device or a service: what
// cannot be heard now is dropped, because a cue that comes late is wrong. With
// no sound server and no voice everything goes on in silence. Connections are
// made when they are first needed and given back after some idle time, so that
// nothing wakes up while nothing is due.
package speech

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

const (
	lateChime = 500 * time.Millisecond // a chime that cannot be heard by then is dropped
	lateCue   = 5 * time.Second        // a sentence that has waited this long is dropped
	idleAfter = 20 * time.Second       // then the connections are given back
	calmAfter = 3 * time.Second        // between two attempts to find a voice
)

// Options is what a person has chosen.
type Options struct {
	Chimes   bool         // play chimes
	Voice    bool         // speak
	Volume   int          // of both, in per cent: 0 to 100
	Language string       // of what is spoken, such as en or de-AT; empty: the voice's own
	Log      *slog.Logger // nil: nothing is logged

	openPlayer func(context.Context) (player, error) // the system's, unless a test says otherwise
	openVoice  func(context.Context) (voice, error)
	late       time.Duration // lateChime, unless a test on a busy computer says otherwise
}

// player is a way to sound.
type player interface {
	// play returns once the samples are heard, or with an error if they are
	// not by that time. After success it calls ended, once, when the last of
	// them is over.
	play(ctx context.Context, samples []int16, by time.Time, ended func()) error
	// close silences what still sounds.
	close()
}

// voice is a way to speak.
type voice interface {
	// speak returns when the sentence has been said. It falls silent and
	// returns when ctx is done.
	speak(ctx context.Context, s sentence) error
	close()
}

// sentence is what to say, and how.
type sentence struct {
	text     string // one line, cleaned
	language string // a language tag, or empty
	volume   int    // per cent, 0 to 100
}

// Speaker gives the cues. Its methods are safe for use by several goroutines.
type Speaker struct {
	ctx     context.Context
	cancel  context.CancelFunc
	workers sync.WaitGroup

	strokes chan stroke
	ringing pending

	wake     chan struct{} // there is something to say
	speaking pending

	mu      sync.Mutex
	options Options
	waiting *cue   // what is said next
	stop    func() // stops what is being said; nil: nothing is
}

// Open returns a Speaker at once: it connects when something is to be heard.
func Open(o Options) *Speaker {
	s := &Speaker{strokes: make(chan stroke, 4), wake: make(chan struct{}, 1)}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	if o.openPlayer == nil {
		o.openPlayer = openPlayer
	}
	if o.openVoice == nil {
		o.openVoice = openVoice
	}
	if o.late == 0 {
		o.late = lateChime
	}
	s.options = o
	s.workers.Go(s.ring)
	s.workers.Go(s.talk)
	return s
}

// Set takes other choices into use. A voice that is switched off falls silent.
func (s *Speaker) Set(o Options) {
	s.mu.Lock()
	o.openPlayer, o.openVoice, o.late = s.options.openPlayer, s.options.openVoice, s.options.late
	s.options = o
	s.mu.Unlock()
	if !o.Voice || o.Volume <= 0 {
		s.Hush()
	}
}

func (s *Speaker) chosen() Options {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.options
}

// log tells what was dropped and why, for whoever looks for it.
func (s *Speaker) log(msg string, args ...any) {
	if l := s.chosen().Log; l != nil {
		l.Debug(msg, args...)
	}
}

// Finish waits until nothing rings and nothing is being said, so that a
// program can end on its last chime. The error is ctx's.
func (s *Speaker) Finish(ctx context.Context) error {
	for _, p := range []*pending{&s.ringing, &s.speaking} {
		select {
		case <-p.over():
		case <-s.ctx.Done():
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// Close ends everything at once, also what is just ringing; Finish first to
// hear it out. It can be called more than once, and later calls of the other
// methods do nothing.
func (s *Speaker) Close() error {
	s.cancel()
	s.workers.Wait()
	return nil
}
