// Package sqlite stores the schedule's state, the prompt log, the diary,
// appointments and the profile in one SQLite file that several programs may have open at once.
//
// Every write is acknowledged only when it is on the disk: write-ahead log,
// synchronous=FULL, immediate transactions. A damaged file is moved aside,
// never deleted, and the newest good backup takes its place.
//
// Instants are stored as whole milliseconds since 1970 in UTC: they sort and
// compare as numbers, need no parsing, and take 6 bytes where text takes 24.
// Finer fractions are dropped; what is read back is in UTC.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"time"

	"github.com/unhunch/unhunch/reminders/folders"
)

// Options say how to open a database.
type Options struct {
	Now      func() time.Time // the clock; nil means time.Now
	Backups  int              // how many backups beside the database are kept; 0 means 7
	ReadOnly bool             // never create, migrate, mend or write anything

	steps []migration   // nil means the embedded ones
	wait  time.Duration // for other programs; 0 means lockPatience
	large int64         // larger files are not always checked, bytes; 0 means alwaysCheck
}

func (o Options) filled() (Options, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Backups <= 0 {
		o.Backups = 7
	}
	if o.large <= 0 {
		o.large = alwaysCheck
	}
	if o.wait <= 0 {
		o.wait = lockPatience
	}
	if o.steps == nil {
		steps, err := embedded()
		if err != nil {
			return o, err
		}
		o.steps = steps
	}
	return o, nil
}

// latest is the version of the schema this program writes.
func (o Options) latest() int { return len(o.steps) }

// Report tells what opening or restoring a database did.
type Report struct {
	Created     bool // there was none
	FromVersion int  // of the schema as it was found; 0 for a new database
	ToVersion   int
	Backup      string    // the backup made before migrating, if any
	Replaced    string    // after Restore: where the database that was there before is kept
	Recovery    *Recovery // the file was damaged
	Notes       []string  // what else a person may want to know, in plain words
}

// Store is an open database. It is safe for use by several goroutines, and
// any number of programs may have the same file open.
type Store struct {
	db   *sql.DB
	at   place
	o    Options
	lock *lock

	needs string // while opening: what can only be done alone
}

// Path is where the database is: $XDG_DATA_HOME/unhunch/unhunch.db, by the
// environment as it is now.
func Path() string {
	return filepath.Join(folders.Data(), "unhunch.db")
}

// Path is the file this store keeps its data in.
func (s *Store) Path() string { return s.at.path }

// Close ends the use of the database. Everything acknowledged is already safe.
func (s *Store) Close() error {
	return errors.Join(explain("close the database", s.at.path, s.db.Close()), s.lock.close())
}

// Check reads the whole database and tells what is wrong with it, as an error
// that is ErrDamaged. The next Open then looks closely, and recovers.
func (s *Store) Check(ctx context.Context) error {
	err := integrity(ctx, s.db, "integrity_check")
	s.doubt(err)
	return explain("check the database", s.at.path, err)
}

// Version is a number that goes up with every write by any program: the same
// number means that nothing changed. Asking is cheap.
func (s *Store) Version(ctx context.Context) (int64, error) {
	var n int64
	err := s.read(ctx, "look for changes", func() error {
		return s.db.QueryRowContext(ctx, `SELECT value FROM meta WHERE key = 'changes'`).Scan(&n)
	})
	return n, err
}

// read runs a query, again where another program was in the way.
func (s *Store) read(ctx context.Context, doing string, query func() error) error {
	err := patiently(ctx, query)
	s.doubt(err)
	return explain(doing, s.at.path, err)
}

// write runs do in one immediate transaction, from the start again where
// another program was in the way. When it returns nil, all of it is on the
// disk; otherwise none of it is.
func (s *Store) write(ctx context.Context, doing string, do func(*sql.Tx) error) error {
	err := patiently(ctx, func() error {
		tx, err := s.db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		if err = do(tx); err == nil {
			_, err = tx.ExecContext(ctx, `UPDATE meta SET value = value + 1 WHERE key = 'changes'`)
		}
		if err != nil {
			return errors.Join(err, undo(tx))
		}
		return tx.Commit()
	})
	s.doubt(err)
	return explain(doing, s.at.path, err)
}

// undo rolls back. SQLite may have done so by itself.
func undo(tx *sql.Tx) error {
	if err := tx.Rollback(); err != nil && !errors.Is(err, sql.ErrTxDone) {
		return err
	}
	return nil
}
