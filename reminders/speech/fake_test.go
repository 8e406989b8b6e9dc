package speech

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// stage is a computer with a sound server and a voice that can break.
type stage struct {
	mu       sync.Mutex
	heard    []string      // lengths of what was played and texts that were said to the end
	cut      []string      // texts that were not
	tried    int           // how often a player or a voice was looked for
	opened   int           // players and voices opened so far
	open     int           // of those, how many are
	broken   error         // what opening and using them gives
	opens    time.Duration // how long it takes to find a player or a voice
	wakes    time.Duration // how long the device takes to wake up
	sentence time.Duration // how long one takes to say
	last     sentence
}

func (s *stage) options() Options {
	return Options{
		Chimes: true, Voice: true, Volume: 70, Language: "en", Log: slog.New(slog.DiscardHandler),
		openPlayer: func(context.Context) (player, error) { return &fakePlayer{s}, s.begin() },
		openVoice:  func(context.Context) (voice, error) { return &fakeVoice{s}, s.begin() },
	}
}

func (s *stage) begin() error {
	s.mu.Lock()
	opens := s.opens
	s.mu.Unlock()
	time.Sleep(opens)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tried++
	if s.broken == nil {
		s.opened++
		s.open++
	}
	return s.broken
}

func (s *stage) breaks(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.broken = err
}

func (s *stage) hears(what string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.heard = append(s.heard, what)
}

// told returns and forgets what was heard and what was cut.
func (s *stage) told() (heard, cut []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	heard, cut = s.heard, s.cut
	s.heard, s.cut = nil, nil
	return heard, cut
}

func (s *stage) state() (opened, open int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.opened, s.open
}

func (s *stage) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open--
}

type fakePlayer struct{ *stage }

func (p *fakePlayer) play(ctx context.Context, samples []int16, by time.Time, ended func()) error {
	p.mu.Lock()
	err, wakes := p.broken, p.wakes
	p.mu.Unlock()
	if err != nil {
		return err
	}
	select {
	case <-time.After(wakes):
	case <-time.After(time.Until(by)):
		return ErrLate
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	length := (time.Duration(len(samples)) * time.Second / Rate).Round(10 * time.Millisecond)
	for _, c := range Chimes() {
		if c.Length() == length {
			p.hears(string(c))
		}
	}
	time.AfterFunc(length, ended)
	return nil
}

type fakeVoice struct{ *stage }

func (v *fakeVoice) speak(ctx context.Context, s sentence) error {
	v.mu.Lock()
	err, long := v.broken, v.sentence
	v.last = s
	v.mu.Unlock()
	if err != nil {
		return err
	}
	select {
	case <-time.After(long):
		v.hears(s.text)
		return nil
	case <-ctx.Done():
		v.mu.Lock()
		v.cut = append(v.cut, s.text)
		v.mu.Unlock()
		return ctx.Err()
	}
}

// play runs a test on a stage, in a time of its own.
func play(t *testing.T, test func(t *testing.T, s *Speaker, on *stage)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		on := &stage{sentence: 2 * time.Second}
		s := Open(on.options())
		synctest.Wait()
		if opened, _ := on.state(); opened != 0 {
			t.Error("something was opened before anything was to be heard")
		}
		test(t, s, on)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if _, open := on.state(); open != 0 {
			t.Errorf("%d connections are left open", open)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		// After the end nothing happens, and nothing hangs.
		s.Chime(Start)
		s.Say("Nobody hears this.")
		s.Hush()
		s.Set(on.options())
		if err := s.Finish(t.Context()); err != nil {
			t.Error(err)
		}
	})
}

func wants(t *testing.T, on *stage, heard, cut []string) {
	t.Helper()
	synctest.Wait()
	h, c := on.told()
	if !slices.Equal(h, heard) || !slices.Equal(c, cut) {
		t.Errorf("heard %q, cut %q; want %q, %q", h, c, heard, cut)
	}
}

var errBroken = errors.New("broken")
