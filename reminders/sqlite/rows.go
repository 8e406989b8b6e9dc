package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// scannable is a row of an answer.
type scannable interface{ Scan(...any) error }

// every reads all rows of an answer, and closes it.
func every[T any](rows *sql.Rows, scan func(scannable) (T, error)) ([]T, error) {
	var out []T
	for rows.Next() {
		x, err := scan(rows)
		if err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		out = append(out, x)
	}
	return out, errors.Join(rows.Err(), rows.Close())
}

// list reads all rows that a query finds.
func list[T any](ctx context.Context, s *Store, doing string, scan func(scannable) (T, error), query string, args ...any) ([]T, error) {
	var out []T
	err := s.read(ctx, doing, func() error {
		rows, err := s.db.QueryContext(ctx, query, args...)
		if err != nil {
			return err
		}
		out, err = every(rows, scan)
		return err
	})
	return out, err
}

// changed runs a statement that changes what has an id and returns it, and
// reads it. Nothing with that id is ErrNotFound.
func changed[T any](ctx context.Context, s *Store, doing, id, hint string, scan func(scannable) (T, error), statement string, args ...any) (T, error) {
	var x, none T
	err := s.write(ctx, doing, func(tx *sql.Tx) error {
		var err error
		x, err = scan(tx.QueryRowContext(ctx, statement, args...))
		return s.noSuch(err, doing, id, hint)
	})
	if err != nil {
		return none, err
	}
	return x, nil
}

func scanText(row scannable) (text string, err error) {
	err = row.Scan(&text)
	return text, err
}

// noSuch makes a row that is not there ErrNotFound.
func (s *Store) noSuch(err error, doing, id, hint string) error {
	if !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	return &Error{Doing: doing, Path: s.at.path, Kind: ErrNotFound, Err: fmt.Errorf("%q", id), Hint: hint}
}

// underNewID inserts something with one new id after another, until there is
// one that nothing else has. insert leaves alone what is there.
func underNewID(insert func(id string) (sql.Result, error)) error {
	for try := 0; ; try++ {
		r, err := insert(newID(try))
		if err != nil {
			return err
		}
		if n, err := r.RowsAffected(); n > 0 || err != nil {
			return err
		}
	}
}

// instant is one that may not have been told, nil then.
func instant(ms sql.NullInt64) *time.Time {
	if !ms.Valid {
		return nil
	}
	t := time.UnixMilli(ms.Int64).UTC()
	return &t
}
