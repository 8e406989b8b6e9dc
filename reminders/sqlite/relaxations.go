package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

const relaxationColumns = `id, kind, name, started_at, ended_at, active, full, per_minute, done, groups, calm_before, calm_after`

// AddRelaxation keeps a relaxation and returns it as it was kept, with an id.
// One that does not pass diary.Relaxation.Validate is refused with that error.
func (s *Store) AddRelaxation(ctx context.Context, x diary.Relaxation) (diary.Relaxation, error) {
	x.Start, x.End = time.UnixMilli(x.Start.UnixMilli()).UTC(), time.UnixMilli(x.End.UnixMilli()).UTC()
	x.Active = x.Active.Truncate(time.Millisecond)
	if err := x.Validate(s.o.Now()); err != nil {
		return diary.Relaxation{}, err
	}
	err := s.write(ctx, "save the relaxation", func(tx *sql.Tx) error {
		for try := 0; ; try++ {
			x.ID = newID(try)
			r, err := tx.ExecContext(ctx, `INSERT INTO relaxation (`+relaxationColumns+`)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
				x.ID, x.Kind, x.Name, x.Start.UnixMilli(), x.End.UnixMilli(), x.Active.Milliseconds(), x.Full, x.PerMinute, x.Done, x.Groups, x.Before, x.After)
			if err != nil {
				return err
			}
			if n, err := r.RowsAffected(); n > 0 || err != nil {
				return err
			}
		}
	})
	if err != nil {
		return diary.Relaxation{}, err
	}
	return x, nil
}

// FeltCalm keeps how calm somebody was before and after a relaxation, told
// afterwards; nil takes back what was told. An id that is not there is
// ErrNotFound.
func (s *Store) FeltCalm(ctx context.Context, id string, before, after *int) error {
	const doing = "save how calm you were"
	if err := diary.ValidateCalm(before, after); err != nil {
		return err
	}
	return s.write(ctx, doing, func(tx *sql.Tx) error {
		return s.relaxationFound(tx.QueryRowContext(ctx, `UPDATE relaxation SET calm_before = ?, calm_after = ? WHERE id = ? AND deleted_at IS NULL RETURNING id`,
			before, after, typed(id)), doing, id)
	})
}

// Relaxations lists those that began from one instant up to, not including,
// another, in order.
func (s *Store) Relaxations(ctx context.Context, from, to time.Time) ([]diary.Relaxation, error) {
	var out []diary.Relaxation
	err := s.read(ctx, "read the relaxations", func() error {
		out = nil
		rows, err := s.db.QueryContext(ctx, `SELECT `+relaxationColumns+` FROM relaxation
			WHERE deleted_at IS NULL AND started_at >= ? AND started_at < ? ORDER BY started_at, rowid`, from.UnixMilli(), to.UnixMilli())
		if err != nil {
			return err
		}
		for rows.Next() {
			x, err := scanRelaxation(rows)
			if err != nil {
				return errors.Join(err, rows.Close())
			}
			out = append(out, x)
		}
		return errors.Join(rows.Err(), rows.Close())
	})
	return out, err
}

func scanRelaxation(rows *sql.Rows) (diary.Relaxation, error) {
	var x diary.Relaxation
	var start, end, active int64
	var before, after sql.NullInt64
	err := rows.Scan(&x.ID, &x.Kind, &x.Name, &start, &end, &active, &x.Full, &x.PerMinute, &x.Done, &x.Groups, &before, &after)
	x.Start, x.End = time.UnixMilli(start).UTC(), time.UnixMilli(end).UTC()
	x.Active = time.Duration(active) * time.Millisecond
	x.Before, x.After = intensityOf(before), intensityOf(after)
	return x, err
}

// DeleteRelaxation takes a relaxation out of every list; UndeleteRelaxation
// brings it back. An id that is not there is ErrNotFound.
func (s *Store) DeleteRelaxation(ctx context.Context, id string) error {
	const doing = "delete the relaxation"
	return s.write(ctx, doing, func(tx *sql.Tx) error {
		return s.relaxationFound(tx.QueryRowContext(ctx, `UPDATE relaxation SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL RETURNING id`,
			s.o.Now().UnixMilli(), typed(id)), doing, id)
	})
}

// UndeleteRelaxation brings a deleted relaxation back. One that was not deleted
// stays as it is.
func (s *Store) UndeleteRelaxation(ctx context.Context, id string) error {
	const doing = "bring the relaxation back"
	return s.write(ctx, doing, func(tx *sql.Tx) error {
		return s.relaxationFound(tx.QueryRowContext(ctx, `UPDATE relaxation SET deleted_at = NULL WHERE id = ? RETURNING id`, typed(id)), doing, id)
	})
}

func (s *Store) relaxationFound(row *sql.Row, doing, id string) error {
	var got string
	err := row.Scan(&got)
	if !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	return &Error{Doing: doing, Path: s.at.path, Kind: ErrNotFound, Err: fmt.Errorf("%q", id), Hint: "unhunch relax list shows the ids"}
}
