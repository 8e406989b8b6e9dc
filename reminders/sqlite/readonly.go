package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// openReadOnly opens what is there, and changes nothing.
func (s *Store) openReadOnly(ctx context.Context, rep *Report) error {
	if _, err := os.Stat(s.at.path); err != nil {
		return err
	}
	s.lock = &lock{}
	if l, err := openLock(s.at.lockPath(), s.o.wait); err == nil {
		s.lock = l
		if err := l.wait(ctx, shared); err != nil {
			return err
		}
	}
	m := readOnly
	f, err := examine(ctx, s.at.path, m, false)
	refused := errors.Is(kind(err), ErrUnreadable) || errors.Is(kind(err), ErrReadOnly)
	if refused && size(s.at.path+"-wal") == 0 {
		// A folder that cannot be written: SQLite cannot make its files there,
		// and nobody else can change the database.
		m = frozen
		f, err = examine(ctx, s.at.path, m, false)
	}
	switch {
	case err != nil:
		return err
	case f.state != sound:
		return fmt.Errorf("%w: %s", ErrDamaged, f.reason)
	case f.version > s.o.latest():
		return s.newer(f.version)
	case f.version < s.o.latest():
		return fmt.Errorf("it is of an earlier version (%d, and %d is needed); start Unhunch once to bring it up to date", f.version, s.o.latest())
	}
	rep.FromVersion, rep.ToVersion = f.version, f.version
	s.db, err = connect(s.at.path, m)
	return err
}
