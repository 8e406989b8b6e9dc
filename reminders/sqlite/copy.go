package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	driver "modernc.org/sqlite"
)

// snapshot makes a consistent copy of an open database at to, in place of
// whatever is there: copied page by page in one read transaction, stamped with
// the time, checked, on the disk, and only then given its name. Broken pages
// of the original show in the check of the copy.
func (p place) snapshot(ctx context.Context, db *sql.DB, to string, now time.Time) (err error) {
	dir := filepath.Dir(to)
	work, err := tempDir(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	part := filepath.Join(work, "copy.db")
	if err := copyPages(ctx, db, part); err != nil {
		return err
	}
	err = finish(ctx, part, func(db *sql.DB) error {
		_, err := db.ExecContext(ctx, `INSERT OR REPLACE INTO meta (key, value) VALUES ('copied_at', ?)`, now.UnixMilli())
		return err
	})
	if err != nil {
		return err
	}
	if err := os.Rename(part, to); err != nil {
		return err
	}
	return syncPath(dir)
}

// copyPages copies an open database to a new file.
func copyPages(ctx context.Context, db *sql.DB, to string) error {
	if err := newFile(to); err != nil {
		return err
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	err = patiently(ctx, func() error {
		return conn.Raw(func(c any) error {
			source, ok := c.(interface {
				NewBackup(uri string) (*driver.Backup, error)
			})
			if !ok {
				return errors.New("the SQLite driver cannot make backups")
			}
			b, err := source.NewBackup(dsn(to, plain))
			if err != nil {
				return err
			}
			_, err = b.Step(-1)
			return errors.Join(err, b.Finish())
		})
	})
	return errors.Join(err, conn.Close())
}

// newFile makes an empty file for its owner alone.
func newFile(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// finish makes a copy one file that needs nothing beside it, changes it as
// asked, checks it, and makes sure that it is on the disk.
func finish(ctx context.Context, path string, change func(*sql.DB) error) error {
	db, err := connect(path, plain)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "PRAGMA journal_mode = DELETE")
	if err == nil {
		err = change(db)
	}
	if err == nil {
		err = integrity(ctx, db, "integrity_check")
	}
	if err = errors.Join(err, db.Close()); err != nil {
		return err
	}
	return syncPath(path)
}

// source is a checked copy of a backup, ready to become the database.
type source struct {
	path    string
	version int       // as it was found; the copy is of the latest
	at      time.Time // when the backup was made; zero if it does not say
}

// fetch copies a database from elsewhere into work, makes sure that it is a
// sound one of ours and not too new, and migrates the copy. The original is
// only read.
func fetch(ctx context.Context, from, work string, o Options) (source, error) {
	s := source{path: filepath.Join(work, "fetched.db")}
	if err := copyFrom(ctx, from, s.path); err != nil {
		return source{}, err
	}
	f, err := examine(ctx, s.path, plain, true)
	switch {
	case err != nil && damaged(err):
		return source{}, fmt.Errorf("%w: %s", ErrForeign, plainly(err))
	case err != nil:
		return source{}, err
	case f.state == fresh:
		return source{}, fmt.Errorf("%w: it is empty", ErrForeign)
	case f.state != sound:
		return source{}, fmt.Errorf("%w: %s", ErrForeign, f.reason)
	case f.version > o.latest():
		return source{}, fmt.Errorf("%w (its version is %d, this program knows up to %d)", ErrNewer, f.version, o.latest())
	}
	s.version = f.version
	err = finish(ctx, s.path, func(db *sql.DB) error {
		var ms int64
		err := db.QueryRowContext(ctx, `SELECT value FROM meta WHERE key = 'copied_at'`).Scan(&ms)
		switch {
		case err == nil:
			s.at = time.UnixMilli(ms)
		case !errors.Is(err, sql.ErrNoRows):
			return err
		}
		if err := migrate(ctx, db, o.steps, f.version); err != nil {
			return err
		}
		_, err = db.ExecContext(ctx, `DELETE FROM meta WHERE key = 'copied_at'`)
		return err
	})
	return s, err
}

// copyFrom copies a database file. One that a program has open is copied by
// SQLite; any other byte by byte, so that a read-only disk and a plain copy of
// a database with its log are fine too.
func copyFrom(ctx context.Context, from, to string) (err error) {
	fi, err := os.Stat(from)
	switch {
	case err != nil:
		return err
	case !fi.Mode().IsRegular():
		return fmt.Errorf("%w: it is not a file", ErrForeign)
	case fi.Size() == 0:
		return fmt.Errorf("%w: it is empty", ErrForeign)
	}
	if _, err := os.Stat(from + ".lock"); err == nil {
		l, err := openLock(from+".lock", lockPatience)
		if err == nil {
			defer func() { err = errors.Join(err, l.close()) }()
			free, err := l.try(alone)
			if err == nil && !free {
				return copyLive(ctx, from, to)
			}
		}
	}
	if err := sniff(from); err != nil {
		return err
	}
	for _, end := range []string{"", "-wal", "-journal"} {
		err := copyFile(from+end, to+end)
		if err != nil && (end == "" || !errors.Is(err, fs.ErrNotExist)) {
			return err
		}
	}
	return nil
}

func copyLive(ctx context.Context, from, to string) error {
	db, err := connect(from, readOnly)
	if err != nil {
		return err
	}
	return errors.Join(copyPages(ctx, db, to), db.Close())
}

// sniff makes sure, before anything is copied, that a file begins as a
// database does.
func sniff(path string) (err error) {
	const magic = "SQLite format 3\x00"
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	head := make([]byte, len(magic))
	_, err = io.ReadFull(f, head)
	err = errors.Join(err, f.Close())
	if string(head) != magic {
		return fmt.Errorf("%w: it is not a database", ErrForeign)
	}
	return err
}

func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
