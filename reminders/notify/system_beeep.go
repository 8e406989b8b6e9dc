//go:build windows || darwin

package notify

import (
	"errors"
	"strings"
	"sync"

	"github.com/gen2brain/beeep"
)

// system shows notices through Windows' and macOS' own means. They have no
// buttons here, and cannot be taken down.
type system struct {
	mu      sync.Mutex // one at a time, in order
	waiting chan Notice
	done    chan struct{}
	closed  bool
	err     error // the latest failure
}

func newSystem(Options) Backend {
	beeep.AppName = "Unhunch"
	s := &system{waiting: make(chan Notice, 8), done: make(chan struct{})}
	go func() {
		defer close(s.done)
		for n := range s.waiting {
			// It starts another program and may take its time.
			err := beeep.Notify(harmless.Replace(clean(n.Title, false)), harmless.Replace(clean(n.Body, true)), "")
			s.mu.Lock()
			s.err = err
			s.mu.Unlock()
		}
	}()
	return s
}

// harmless takes the teeth out of text that the library below puts into XML
// and, where Windows' own interface fails, into a PowerShell here-string.
var harmless = strings.NewReplacer("]]>", "]] >", "$", "\uFF04", "`", "'", "\"@", "\" @")

// Name implements Backend.
func (s *system) Name() string { return "beeep" }

// Show implements Backend. It reports the failure of the notice before, since
// the system only tells later.
func (s *system) Show(n Notice) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return ErrClosed
	}
	select {
	case s.waiting <- n:
		return s.err
	default:
		return errors.New("the system's notices are stuck")
	}
}

// Withdraw implements Backend.
func (s *system) Withdraw(string) error { return nil }

// Close implements Backend.
func (s *system) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.closed {
		s.closed = true
		close(s.waiting)
	}
	return nil
}
