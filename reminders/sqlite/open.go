package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// attempts bounds how often Open looks again after it changed something.
const attempts = 6

// Open opens the database, makes it if there is none, migrates one of an
// earlier version (after a backup), and recovers a damaged one. The report
// tells which of that happened. A database of a later version, one that is
// locked and one that the system does not let us read are errors, and stay
// untouched.
func Open(ctx context.Context, path string, o Options) (*Store, Report, error) {
	const doing = "open the database"
	o, err := o.filled()
	if err != nil {
		return nil, Report{}, explain(doing, path, err)
	}
	p, err := locate(path)
	if err != nil {
		return nil, Report{}, explain(doing, path, err)
	}
	s := &Store{at: p, o: o}
	var rep Report
	if o.ReadOnly {
		err = s.openReadOnly(ctx, &rep)
	} else {
		err = s.open(ctx, &rep)
	}
	if err != nil {
		if s.db != nil {
			err = errors.Join(err, s.db.Close())
		}
		return nil, rep, explain(doing, p.path, errors.Join(err, s.lock.close()))
	}
	return s, rep, nil
}

func (s *Store) open(ctx context.Context, rep *Report) error {
	if err := s.enter(rep); err != nil {
		return err
	}
	single, err := s.lock.try(alone)
	if err == nil && !single {
		err = s.lock.wait(ctx, shared)
	}
	if err != nil {
		return err
	}
	if single {
		if err := s.at.sweep(); err != nil {
			rep.note("Unfinished copies could not be removed: %v.", err)
		}
	}
	for range attempts {
		done, err := s.attempt(ctx, rep, single)
		if err != nil {
			return err
		}
		if done {
			return s.settle(ctx, rep, single)
		}
		if !single {
			if err := s.lock.wait(ctx, alone); err != nil {
				return fmt.Errorf("%w, and %s", err, s.needs)
			}
			single = true
		}
	}
	return fmt.Errorf("%w again after every repair", ErrDamaged)
}

// enter makes the folder and opens the lock file.
func (s *Store) enter(rep *Report) error {
	note, err := s.at.makeFolder()
	if err != nil {
		return err
	}
	rep.note("%s", note)
	s.lock, err = openLock(s.at.lockPath(), s.o.wait)
	return err
}

// attempt looks at the file and opens it if it is as it should be. If not, it
// does the next thing that is needed, and says that it is not done. That takes
// holding the lock alone.
func (s *Store) attempt(ctx context.Context, rep *Report, single bool) (done bool, err error) {
	notes, err := s.at.restrictFiles()
	if err != nil {
		return false, err
	}
	rep.Notes = append(rep.Notes, notes...)
	f, err := s.look(ctx, rep, single)
	if err != nil {
		return false, err
	}
	if f.state == sound && f.version > s.o.latest() {
		return false, s.newer(f.version)
	}
	if f.state == sound && f.version == s.o.latest() {
		if !rep.Created && rep.FromVersion == 0 {
			rep.FromVersion = f.version
		}
		rep.ToVersion = f.version
		err := s.connect(ctx)
		if err == nil || !damaged(err) {
			return err == nil, err
		}
		f = brokenBy(plainly(err))
	}
	if !single {
		s.needs = f.needs()
		return false, nil
	}
	switch f.state {
	case fresh:
		rep.Created = rep.Recovery == nil
		return false, s.create(ctx)
	case sound:
		rep.FromVersion = f.version
		rep.Backup, err = s.upgrade(ctx, f.version)
		return false, err
	default:
		r, err := s.recover(ctx, f.reason)
		if err != nil {
			return false, err
		}
		rep.Recovery = &r
		if r.Restored == "" {
			err = s.create(ctx)
		}
		return false, err
	}
}

func (s *Store) newer(version int) error {
	return fmt.Errorf("%w (its version is %d, this program knows up to %d)", ErrNewer, version, s.o.latest())
}

// create makes an empty database, for its owner alone.
func (s *Store) create(ctx context.Context) error {
	f, err := os.OpenFile(s.at.path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err == nil {
		err = f.Close()
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if err := prepare(ctx, s.at.path, s.o.steps, 0); err != nil {
		return err
	}
	return syncPath(s.at.dir)
}

// prepare migrates a file that nobody has open.
func prepare(ctx context.Context, path string, steps []migration, from int) error {
	db, err := connect(path, plain)
	if err != nil {
		return err
	}
	return errors.Join(migrate(ctx, db, steps, from), db.Close())
}

// upgrade migrates a database of an earlier version, after a backup.
func (s *Store) upgrade(ctx context.Context, from int) (backup string, err error) {
	db, err := connect(s.at.path, plain)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	backup = s.at.backupPath(s.o.Now(), fmt.Sprintf("-before-v%d", s.o.latest()))
	if err := s.at.snapshot(ctx, db, backup, s.o.Now()); err != nil {
		return "", fmt.Errorf("no backup could be made before migrating, so nothing was changed: %w", err)
	}
	return backup, migrate(ctx, db, s.o.steps, from)
}

// connect opens the store's own connection and makes sure that it can write.
func (s *Store) connect(ctx context.Context) error {
	db, err := connect(s.at.path, full)
	if err != nil {
		return err
	}
	err = patiently(ctx, func() error {
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		return undo(tx)
	})
	if err != nil {
		return errors.Join(err, db.Close())
	}
	s.db = db
	return nil
}

// settle goes from holding the lock alone to sharing it. Another program may
// slip in between and replace the file: then it is opened again.
func (s *Store) settle(ctx context.Context, rep *Report, single bool) error {
	notes, err := s.at.restrictFiles()
	rep.Notes = append(rep.Notes, notes...)
	if err != nil || !single {
		return err
	}
	before, err := os.Stat(s.at.path)
	if err != nil {
		return err
	}
	if err := s.lock.wait(ctx, shared); err != nil {
		return err
	}
	if after, err := os.Stat(s.at.path); err == nil && os.SameFile(before, after) {
		return nil
	}
	if err := s.db.Close(); err != nil {
		return err
	}
	s.db = nil
	return s.connect(ctx)
}

// note adds a note, unless it is empty.
func (r *Report) note(format string, args ...any) {
	if n := fmt.Sprintf(format, args...); n != "" {
		r.Notes = append(r.Notes, n)
	}
}
