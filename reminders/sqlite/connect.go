package sqlite

import (
	"context"
	"database/sql"
	sqldriver "database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	driver "modernc.org/sqlite"
)

// busyTimeout is how long SQLite waits for another program, in milliseconds.
const busyTimeout = 5_000

// mode is how a connection is meant.
type mode int

const (
	full     mode = iota // the store's own: write-ahead log, everything verified
	plain                // to look, copy or prepare: the file stays in the mode it is in
	readOnly             // never writes
	frozen               // never writes, and the file cannot change: a read-only folder
)

// pragmas are what every connection of the store must come up with: the value
// to set, and the one to read back. The cache is small, and nothing is mapped
// into memory, because the agent has 15 MiB in all.
var pragmas = []struct{ name, set, want string }{
	{"busy_timeout", fmt.Sprint(busyTimeout), fmt.Sprint(busyTimeout)},
	{"journal_mode", "WAL", "wal"},
	{"synchronous", "FULL", "2"},
	{"foreign_keys", "1", "1"},
	{"cache_size", "-512", "-512"}, // KiB
	{"mmap_size", "0", "0"},
	{"temp_store", "MEMORY", "2"}, // health data stays out of /tmp
	{"trusted_schema", "0", "0"},
	{"cell_size_check", "1", "1"},
	{"wal_autocheckpoint", "256", "256"}, // pages
	{"journal_size_limit", "1048576", "1048576"},
}

// PragmaError says that the database did not come up as it must, so that
// writes would not be safe.
type PragmaError struct{ Name, Want, Got string }

// Error says which setting, and why that may be.
func (e *PragmaError) Error() string {
	if e.Name == "journal_mode" {
		return fmt.Sprintf("its folder does not allow a write-ahead log (journal_mode is %q, not %q); "+
			"a network folder is often the reason, set XDG_DATA_HOME to a folder on this machine", e.Got, e.Want)
	}
	return fmt.Sprintf("SQLite did not take %s=%s (it is %q)", e.Name, e.Want, e.Got)
}

// dsn names a file the way the driver wants it, whatever characters are in its
// path.
func dsn(path string, m mode) string {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // C:/…
	}
	q := url.Values{"_txlock": {"immediate"}, "_dqs": {"0"}, "_defensive": {"1"}, "_error_rc": {"1"}}
	for _, g := range pragmas {
		if g.name == "journal_mode" && m != full {
			continue
		}
		q.Add("_pragma", g.name+"("+g.set+")")
	}
	switch m {
	case readOnly:
		q.Set("mode", "ro")
	case frozen:
		q.Set("mode", "ro")
		q.Set("immutable", "1")
	}
	// SQLite reads %20 in a URI, and not +.
	return "file://" + (&url.URL{Path: p}).EscapedPath() + "?" + strings.ReplaceAll(q.Encode(), "+", "%20")
}

// connect makes a pool of one connection to a file. One is enough: what the
// store does is short, and a second would cost memory.
func connect(path string, m mode) (*sql.DB, error) {
	c, err := driver.NewConnector(dsn(path, m))
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(verified{c, m})
	db.SetMaxOpenConns(1)
	return db, nil
}

// verified makes connections that came up as they must.
type verified struct {
	sqldriver.Connector
	mode mode
}

// Connect opens a connection and reads every setting back.
func (v verified) Connect(ctx context.Context) (sqldriver.Conn, error) {
	c, err := v.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	if v.mode == full {
		for _, g := range pragmas {
			if err := verify(ctx, c, g.name, g.want); err != nil {
				return nil, errors.Join(err, c.Close())
			}
		}
	}
	return c, nil
}

func verify(ctx context.Context, c sqldriver.Conn, name, want string) error {
	q, ok := c.(sqldriver.QueryerContext)
	if !ok {
		return fmt.Errorf("the SQLite driver cannot be asked about %s", name)
	}
	rows, err := q.QueryContext(ctx, "PRAGMA "+name, nil)
	if err != nil {
		return err
	}
	row := make([]sqldriver.Value, len(rows.Columns()))
	err = rows.Next(row)
	err = errors.Join(err, rows.Close())
	switch {
	case errors.Is(err, io.EOF) && name == "mmap_size":
		return nil // built without memory mapping: there is none
	case err != nil:
		return err
	case !strings.EqualFold(fmt.Sprint(row[0]), want):
		return &PragmaError{Name: name, Want: want, Got: fmt.Sprint(row[0])}
	}
	return nil
}

// integrity runs quick_check or integrity_check; its findings are ErrDamaged.
func integrity(ctx context.Context, db *sql.DB, check string) error {
	var found string
	err := patiently(ctx, func() error {
		return db.QueryRowContext(ctx, "PRAGMA "+check+"(1)").Scan(&found)
	})
	if err != nil {
		return err
	}
	if found != "ok" {
		return fmt.Errorf("%w: %s", ErrDamaged, strings.TrimSpace(strings.TrimPrefix(found, "*** in database main ***")))
	}
	return nil
}
