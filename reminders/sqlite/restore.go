package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// errItself says that a file is the very database in question.
var errItself = errors.New("it is the database itself, and not a backup")

// Restore puts a backup in the place of the database at dbPath. The backup is
// checked first, and only read; the database that was there is kept beside it
// (Report.Replaced), so that neither is ever lost. Programs that have the
// database open may go on: they see the restored data. Only if theirs is of
// another version, or damaged, must they be ended first (ErrInUse).
func Restore(ctx context.Context, dbPath, from string, o Options) (Report, error) {
	const doing = "restore the database"
	o, err := o.filled()
	if err != nil {
		return Report{}, explain(doing, from, err)
	}
	p, err := locate(dbPath)
	if err != nil {
		return Report{}, explain(doing, dbPath, err)
	}
	if o.ReadOnly {
		return Report{}, explain(doing, p.path, ErrReadOnly)
	}
	s := &Store{at: p, o: o}
	var rep Report
	err = s.restore(ctx, from, &rep)
	err = errors.Join(err, s.lock.close())
	if err == nil {
		return rep, nil
	}
	e := &Error{Doing: doing, Path: from, Kind: kind(err), Err: err}
	if e.Kind == nil && (errors.Is(err, fs.ErrNotExist) || errors.Is(err, errItself)) {
		e.Hint = "name a file made by 'unhunch backup', or one of the backups in " + p.dir
	}
	return rep, e
}

func (s *Store) restore(ctx context.Context, from string, rep *Report) (err error) {
	abs, err := filepath.Abs(from)
	if err != nil {
		return err
	}
	given, err := os.Stat(abs)
	if err != nil {
		return err
	}
	if have, err := os.Stat(s.at.path); err == nil && os.SameFile(have, given) {
		return errItself
	}
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
	work, err := tempDir(s.at.dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	good, err := fetch(ctx, abs, work, s.o)
	if err != nil {
		return err
	}
	rep.FromVersion, rep.ToVersion = good.version, s.o.latest()
	if !single {
		if f, err := s.look(ctx, rep, false); err == nil && f.state == sound && f.version == s.o.latest() {
			return s.refill(ctx, good.path, rep)
		}
		if err := s.lock.wait(ctx, alone); err != nil {
			return err
		}
	}
	rep.Replaced, err = s.at.replace(good.path, "replaced", s.o.Now())
	rep.Created = err == nil && rep.Replaced == ""
	return err
}

// refill puts the contents of another database of the same version into the
// one that programs have open, in one transaction. What it holds is copied
// aside while that transaction keeps others from writing, so that nothing
// falls between the two.
func (s *Store) refill(ctx context.Context, with string, rep *Report) (err error) {
	db, err := connect(s.at.path, full)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	reader, err := connect(s.at.path, full)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, reader.Close()) }()

	if _, err := db.ExecContext(ctx, `ATTACH ? AS incoming`, with); err != nil {
		return err
	}
	aside := s.at.beside("replaced", s.o.Now())
	err = patiently(ctx, func() error {
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		if err = s.at.snapshot(ctx, reader, aside, s.o.Now()); err == nil {
			err = refillTables(ctx, tx)
		}
		if err != nil {
			return errors.Join(err, undo(tx))
		}
		return tx.Commit()
	})
	if err == nil {
		rep.Replaced = aside
	}
	return err
}

func refillTables(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, `PRAGMA defer_foreign_keys = 1`); err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, `SELECT name FROM main.sqlite_schema
		WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'meta'`)
	if err != nil {
		return err
	}
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return errors.Join(err, rows.Close())
		}
		names = append(names, name)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return err
	}
	for _, n := range names {
		if _, err := tx.ExecContext(ctx, `DELETE FROM main."`+n+`"`); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO main."`+n+`" SELECT * FROM incoming."`+n+`"`); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, `UPDATE main.meta SET value = value + 1 WHERE key = 'changes'`)
	return err
}
