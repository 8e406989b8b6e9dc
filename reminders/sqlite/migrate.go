package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strconv"
)

// applicationID marks the file as Unhunch's, in SQLite's header: "Unhn".
const applicationID = 0x556e686e

// migration is one numbered step of the schema.
type migration struct {
	name string
	sql  string
}

//go:embed migrations/*.sql
var files embed.FS

var migrationName = regexp.MustCompile(`^(\d{4})_[a-z0-9_]+\.sql$`)

// embedded reads the steps that are part of the program, in order and without
// gaps.
func embedded() ([]migration, error) {
	names, err := fs.Glob(files, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	var out []migration
	for i, name := range names {
		m := migrationName.FindStringSubmatch(path.Base(name))
		if m == nil {
			return nil, fmt.Errorf("%s is not named like 0001_what.sql", name)
		}
		if n, err := strconv.Atoi(m[1]); err != nil || n != i+1 {
			return nil, fmt.Errorf("%s is out of order: %04d is expected", name, i+1)
		}
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out = append(out, migration{path.Base(name), string(text)})
	}
	return out, nil
}

// migrate brings the schema from a version to the latest, each step in a
// transaction of its own. A step that fails leaves everything as it was
// before it.
func migrate(ctx context.Context, db *sql.DB, steps []migration, from int) error {
	for v := from; v < len(steps); v++ {
		if err := step(ctx, db, steps[v], v+1); err != nil {
			return fmt.Errorf("migration %s: %w", steps[v].name, err)
		}
	}
	return nil
}

func step(ctx context.Context, db *sql.DB, m migration, version int) error {
	return patiently(ctx, func() error {
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		for _, q := range []string{
			m.sql,
			fmt.Sprintf("PRAGMA application_id = %d", applicationID),
			fmt.Sprintf("PRAGMA user_version = %d", version),
		} {
			if _, err := tx.ExecContext(ctx, q); err != nil {
				return errors.Join(err, undo(tx))
			}
		}
		return tx.Commit()
	})
}
