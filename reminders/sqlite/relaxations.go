package sqlite

import (
	"context"
	"database/sql"
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
		return underNewID(func(id string) (sql.Result, error) {
			x.ID = id
			return tx.ExecContext(ctx, `INSERT INTO relaxation (`+relaxationColumns+`)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
				x.ID, x.Kind, x.Name, x.Start.UnixMilli(), x.End.UnixMilli(), x.Active.Milliseconds(), x.Full, x.PerMinute, x.Done, x.Groups, x.Before, x.After)
		})
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
	if err := diary.ValidateCalm(before, after); err != nil {
		return err
	}
	return s.changeRelaxation(ctx, "save how calm you were", id, `UPDATE relaxation SET calm_before = ?, calm_after = ? WHERE id = ? AND deleted_at IS NULL`, before, after, typed(id))
}

// Relaxations lists those that began from one instant up to, not including,
// another, in order.
func (s *Store) Relaxations(ctx context.Context, from, to time.Time) ([]diary.Relaxation, error) {
	return list(ctx, s, "read the relaxations", scanRelaxation, `SELECT `+relaxationColumns+` FROM relaxation
		WHERE deleted_at IS NULL AND started_at >= ? AND started_at < ? ORDER BY started_at, rowid`, from.UnixMilli(), to.UnixMilli())
}

func scanRelaxation(row scannable) (diary.Relaxation, error) {
	var x diary.Relaxation
	var start, end, active int64
	var before, after sql.NullInt64
	err := row.Scan(&x.ID, &x.Kind, &x.Name, &start, &end, &active, &x.Full, &x.PerMinute, &x.Done, &x.Groups, &before, &after)
	x.Start, x.End = time.UnixMilli(start).UTC(), time.UnixMilli(end).UTC()
	x.Active = time.Duration(active) * time.Millisecond
	x.Before, x.After = intensityOf(before), intensityOf(after)
	return x, err
}

// DeleteRelaxation takes a relaxation out of every list; UndeleteRelaxation
// brings it back. An id that is not there is ErrNotFound.
func (s *Store) DeleteRelaxation(ctx context.Context, id string) error {
	return s.changeRelaxation(ctx, "delete the relaxation", id, `UPDATE relaxation SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL`, s.o.Now().UnixMilli(), typed(id))
}

// UndeleteRelaxation brings a deleted relaxation back. One that was not deleted
// stays as it is.
func (s *Store) UndeleteRelaxation(ctx context.Context, id string) error {
	return s.changeRelaxation(ctx, "bring the relaxation back", id, `UPDATE relaxation SET deleted_at = NULL WHERE id = ?`, typed(id))
}

// changeRelaxation changes one, where there is one.
func (s *Store) changeRelaxation(ctx context.Context, doing, id, statement string, args ...any) error {
	_, err := changed(ctx, s, doing, id, "unhunch relax list shows the ids", scanText, statement+` RETURNING id`, args...)
	return err
}
