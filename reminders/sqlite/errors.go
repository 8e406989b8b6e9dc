package sqlite

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// What can be wrong, for errors.Is.
var (
	// ErrNotFound says that there is no entry of that id.
	ErrNotFound = errors.New("no such entry")

	// ErrDamaged says that the file, or a part of it, cannot be read as a
	// database. Opening it again recovers.
	ErrDamaged = errors.New("the database is damaged")

	// ErrBusy says that another program held the database for too long.
	ErrBusy = errors.New("another program is using the database")

	// ErrInUse says that something can only be done while no other program
	// has the database open.
	ErrInUse = errors.New("another Unhunch program has the database open")

	// ErrFull says that the disk is full. What was saved before is safe.
	ErrFull = errors.New("the disk is full")

	// ErrReadOnly says that the file or its folder cannot be written.
	ErrReadOnly = errors.New("the database cannot be written")

	// ErrUnreadable says that the system does not let the file be opened or
	// read, which says nothing about what is in it.
	ErrUnreadable = errors.New("the database cannot be opened")

	// ErrForeign says that a file is no Unhunch database.
	ErrForeign = errors.New("this is not an Unhunch database")

	// ErrNewer says that a later version of Unhunch wrote the database.
	ErrNewer = errors.New("a later version of Unhunch wrote this database")
)

// hints tell what to do.
var hints = map[error]string{
	ErrDamaged:    "restart Unhunch: it puts the file aside and restores the newest good backup",
	ErrBusy:       "try again in a moment",
	ErrInUse:      "quit the other Unhunch programs (agent and window), then try again",
	ErrFull:       "free some space, then try again; what was saved before is safe",
	ErrReadOnly:   "make sure that the folder and the file are yours and can be written, or set XDG_DATA_HOME to another folder",
	ErrUnreadable: "make sure that the folder and the file are yours and can be read, or set XDG_DATA_HOME to another folder",
	ErrForeign:    "name a file made by 'unhunch backup'",
	ErrNewer:      "update Unhunch, or restore a backup of this version",
}

// Error is a failure of the store: what was being done, to which file, what
// kind of failure it is, and what the system said.
type Error struct {
	Doing string // as "save the pain entry"
	Path  string
	Kind  error  // one of the errors above, or nil
	Err   error  // what lies behind it, or nil
	Hint  string // what to do; empty means the kind's own hint
}

// Error puts it in one line, with a hint where there is one.
func (e *Error) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "cannot %s: ", e.Doing)
	why := ""
	if e.Err != nil {
		why = strings.ReplaceAll(e.Err.Error(), "\n", "; ")
	}
	if e.Kind != nil && !strings.HasPrefix(why, e.Kind.Error()) {
		b.WriteString(e.Kind.Error())
		if why != "" {
			b.WriteString(": ")
		}
	}
	b.WriteString(why)
	fmt.Fprintf(&b, " (%s)", e.Path)
	if h := cmp.Or(e.Hint, hints[e.Kind]); h != "" {
		b.WriteString("; hint: " + h)
	}
	return b.String()
}

// Unwrap gives both the kind and the cause.
func (e *Error) Unwrap() []error {
	var out []error
	for _, err := range []error{e.Kind, e.Err} {
		if err != nil {
			out = append(out, err)
		}
	}
	return out
}

// explain makes an *Error of a failure. Errors of ours, and those of a context
// that ended, stay as they are.
func explain(doing, path string, err error) error {
	var ours *Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &ours), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	}
	hint := ""
	if errors.Is(err, syscall.ENOTDIR) {
		hint = "move the file away that stands in the place of " + filepath.Dir(path)
	}
	return &Error{Doing: doing, Path: path, Kind: kind(err), Err: err, Hint: hint}
}

// kind sorts a failure into one of the errors above, or nil.
func kind(err error) error {
	for _, k := range []error{ErrDamaged, ErrForeign, ErrNewer, ErrBusy, ErrInUse, ErrReadOnly, ErrNotFound} {
		if errors.Is(err, k) {
			return k
		}
	}
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return ErrFull
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return ErrReadOnly
	}
	switch code(err) & 0xff {
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
		return ErrDamaged
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED, lib.SQLITE_PROTOCOL:
		return ErrBusy
	case lib.SQLITE_FULL:
		return ErrFull
	case lib.SQLITE_READONLY:
		return ErrReadOnly
	case lib.SQLITE_CANTOPEN, lib.SQLITE_PERM, lib.SQLITE_IOERR, lib.SQLITE_AUTH:
		return ErrUnreadable
	}
	return nil
}

// code is SQLite's extended result code, or 0.
func code(err error) int {
	var e *driver.Error
	if errors.As(err, &e) {
		return e.Code()
	}
	return 0
}

// damaged tells whether the failure means that the file itself is broken, and
// not that it is locked, unreadable, or on a disk that is.
func damaged(err error) bool { return errors.Is(kind(err), ErrDamaged) }

// patience is how long an operation is tried again because another program
// is in the way. SQLite itself waits first (busyTimeout).
const patience = 10 * time.Second

// patiently runs do until another program is no longer in the way.
func patiently(ctx context.Context, do func() error) error {
	var deadline time.Time
	for {
		err := do()
		if err == nil || !errors.Is(kind(err), ErrBusy) {
			// An interrupted statement is the caller's own wish.
			if err != nil && ctx.Err() != nil && code(err)&0xff == lib.SQLITE_INTERRUPT {
				return context.Cause(ctx)
			}
			return err
		}
		if deadline.IsZero() {
			deadline = time.Now().Add(patience)
		}
		if time.Now().After(deadline) {
			return err
		}
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-time.After(25 * time.Millisecond):
		}
	}
}
