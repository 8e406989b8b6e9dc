package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"
)

// A lock file beside the database keeps programs out of each other's way where
// SQLite's own locks do not reach: whoever has the database open shares it,
// and whoever creates, migrates, mends or replaces the file holds it alone.
// Without it a file could be moved aside under a program that still writes to
// it, and what that one acknowledges would be lost. The system lets go of it
// when a program ends, however it ends.
type lock struct {
	file *os.File      // nil: a read-only folder, nobody can change anything there
	long time.Duration // how long wait waits
}

// holding is how the lock file is held.
type holding int

const (
	shared holding = iota
	alone
)

// lockPatience is how long to wait for other programs that are opening,
// mending or closing the database.
const lockPatience = 10 * time.Second

// errHeld says that another program holds the lock in a way that excludes ours.
var errHeld = errors.New("the lock is held")

// openLock opens the lock file, and makes it if there is none.
func openLock(path string, long time.Duration) (*lock, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	return &lock{f, long}, nil
}

// try takes the lock if that is possible at once.
func (l *lock) try(h holding) (bool, error) {
	if l.file == nil {
		return h == shared, nil
	}
	err := take(l.file, h)
	if errors.Is(err, errHeld) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("its folder cannot lock files (%w); a network folder is often the reason, "+
			"set XDG_DATA_HOME to a folder on this machine", err)
	}
	return true, nil
}

// wait takes the lock, and waits for it. The error is ErrInUse if it
// did not come free in time.
func (l *lock) wait(ctx context.Context, h holding) error {
	for deadline := time.Now().Add(l.long); ; {
		ok, err := l.try(h)
		if ok || err != nil {
			return err
		}
		if time.Now().After(deadline) {
			return ErrInUse
		}
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// close lets go. It may be called again.
func (l *lock) close() error {
	if l == nil || l.file == nil {
		return nil
	}
	f := l.file
	l.file = nil
	return f.Close()
}
