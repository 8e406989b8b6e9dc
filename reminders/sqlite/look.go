package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	lib "modernc.org/sqlite/lib"
)

// alwaysCheck is the size, in bytes, up to which the whole file is checked
// whenever it is opened. quick_check reads about 250 KB a millisecond. Larger
// files are checked after a crash, on a doubt, and once a day with the backup.
const alwaysCheck = 4 << 20

// tables are what every database of ours holds, by the version of the schema
// they came with.
var tables = [][]string{
	{"meta", "schedule", "prompt", "sitting", "pain", "set_aside"},
	{"profile", "profile_fact", "desk_answer", "tip_shown"},
	{"stretch", "session", "favourite"},
	{"therapist", "visit", "screening_answer"},
	{"appointment"},
	{"relief", "relief_state", "cream", "relief_answer"},
	{"relaxation"},
}

// expected are the tables of a database of that version.
func expected(version int) []string {
	return slices.Concat(tables[:min(max(version, 1), len(tables))]...)
}

// state is what was found where the database should be.
type state int

const (
	sound state = iota
	fresh       // nothing, or an empty file
	broken
)

// finding is the answer of a look.
type finding struct {
	state   state
	version int
	reason  string // broken: why, in plain words
}

// needs says what is to be done about it, and can only be done alone.
func (f finding) needs() string {
	switch f.state {
	case fresh:
		return "there is nothing in it"
	case sound:
		return "it is of an earlier version, which cannot be changed while it is open"
	default:
		return "it is damaged (" + f.reason + "), which cannot be mended while it is open"
	}
}

func brokenBy(reason string) finding { return finding{state: broken, reason: reason} }

// look finds out what is where the database should be. An error means that
// this cannot be told: locked, not readable. With thorough, nobody else has it
// open, and the file is checked if that is cheap or there is a doubt.
func (s *Store) look(ctx context.Context, rep *Report, thorough bool) (finding, error) {
	p := s.at
	fi, err := os.Lstat(p.path)
	missing := errors.Is(err, fs.ErrNotExist)
	if err != nil && !missing {
		return finding{}, err
	}
	log := size(p.path + "-wal")
	switch {
	case !missing && fi.IsDir():
		return brokenBy("a folder is where the file should be"), nil
	case !missing && !fi.Mode().IsRegular():
		return brokenBy("it is not a file (" + fi.Mode().Type().String() + ")"), nil
	case missing || fi.Size() == 0:
		// SQLite would throw the log of an empty file away.
		if log == 0 && len(p.backups(s.o.Now())) == 0 {
			return finding{state: fresh}, nil
		}
		if missing {
			return brokenBy("the file is gone"), nil
		}
		return brokenBy("the file is empty"), nil
	}
	if thorough {
		note, err := p.keepBadLog(s.o.Now())
		if err != nil {
			return finding{}, err
		}
		rep.note("%s", note)
	}
	_, doubt := os.Lstat(p.doubtPath())
	deep := thorough && (fi.Size() <= s.o.large || log > 0 || doubt == nil)
	f, err := examine(ctx, p.path, plain, deep)
	if err != nil && damaged(err) {
		return brokenBy(plainly(err)), nil
	}
	if err == nil && deep && doubt == nil {
		err = os.Remove(p.doubtPath())
	}
	return f, err
}

// plainly says what SQLite found.
func plainly(err error) string {
	switch code(err) & 0xff {
	case lib.SQLITE_NOTADB:
		return "it is not a database"
	case lib.SQLITE_CORRUPT:
		return "a part of it cannot be read"
	}
	return "a part of it cannot be read (" + err.Error() + ")"
}

// size is the size of a file in bytes, 0 if there is none.
func size(path string) int64 {
	if fi, err := os.Stat(path); err == nil && fi.Mode().IsRegular() {
		return fi.Size()
	}
	return 0
}

// examine opens a file that is there and tells whether it is a database of
// ours, and its version.
func examine(ctx context.Context, path string, m mode, deep bool) (f finding, err error) {
	db, err := connect(path, m)
	if err != nil {
		return finding{}, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if f, err = identify(ctx, db); err != nil || f.state != sound || !deep {
		return f, err
	}
	return f, integrity(ctx, db, "quick_check")
}

// identify reads whose database it is.
func identify(ctx context.Context, db *sql.DB) (finding, error) {
	var id, version int64
	var have []string
	err := patiently(ctx, func() error {
		have = nil
		if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
			return err
		}
		if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
			return err
		}
		rows, err := db.QueryContext(ctx, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
		if err != nil {
			return err
		}
		for rows.Next() {
			var name string
			if err := rows.Scan(&name); err != nil {
				return errors.Join(err, rows.Close())
			}
			have = append(have, name)
		}
		return errors.Join(rows.Err(), rows.Close())
	})
	switch {
	case err != nil:
		return finding{}, err
	case id == 0 && version == 0 && len(have) == 0:
		return finding{state: fresh}, nil // a program was killed while it made the file
	case id != applicationID:
		return brokenBy("it is the database of another program"), nil
	}
	for _, t := range expected(int(version)) {
		if version < 1 || !slices.Contains(have, t) {
			return brokenBy(fmt.Sprintf("the table %q is missing", t)), nil
		}
	}
	return finding{version: int(version)}, nil
}

// doubt remembers that the file looked damaged while it was open, so that the
// next Open checks it whatever its size.
func (s *Store) doubt(err error) {
	if err == nil || !damaged(err) || s.o.ReadOnly {
		return
	}
	if f, err := os.OpenFile(s.at.doubtPath(), os.O_CREATE|os.O_WRONLY, 0o600); err == nil {
		_ = f.Close() // nothing was written to it
	}
}
