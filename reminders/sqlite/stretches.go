package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

const stretchColumns = `id, routine, name, started_at, ended_at, active, outcome, exercises, how, pain_before, pain_after`

// AddStretch keeps a session and returns it as it was kept, with an id. One
// that does not pass diary.Stretch.Validate is refused with that error.
func (s *Store) AddStretch(ctx context.Context, x diary.Stretch) (diary.Stretch, error) {
	x.Start, x.End = time.UnixMilli(x.Start.UnixMilli()).UTC(), time.UnixMilli(x.End.UnixMilli()).UTC()
	x.Active = x.Active.Truncate(time.Millisecond)
	if err := x.Validate(s.o.Now()); err != nil {
		return diary.Stretch{}, err
	}
	list, err := json.Marshal(x.Exercises)
	if err != nil {
		return diary.Stretch{}, err
	}
	err = s.write(ctx, "save the stretch", func(tx *sql.Tx) error {
		return underNewID(func(id string) (sql.Result, error) {
			x.ID = id
			return tx.ExecContext(ctx, `INSERT INTO stretch (`+stretchColumns+`)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
				x.ID, x.Routine, x.Name, x.Start.UnixMilli(), x.End.UnixMilli(), x.Active.Milliseconds(), string(x.Outcome), string(list),
				string(x.How), x.Before, x.After)
		})
	})
	if err != nil {
		return diary.Stretch{}, err
	}
	return x, nil
}

// FeltAfter keeps how a session was, told afterwards. An id that is not there
// is ErrNotFound.
func (s *Store) FeltAfter(ctx context.Context, id string, how diary.Feeling, after *int) error {
	if err := diary.ValidateFelt(how, nil, after); err != nil {
		return err
	}
	return s.changeStretch(ctx, "save how the stretch was", id, `UPDATE stretch SET how = ?, pain_after = ? WHERE id = ? AND deleted_at IS NULL`, string(how), after, typed(id))
}

// Stretches lists the sessions that began from one instant up to, not
// including, another, in order.
func (s *Store) Stretches(ctx context.Context, from, to time.Time) ([]diary.Stretch, error) {
	return list(ctx, s, "read the stretches", scanStretch, `SELECT `+stretchColumns+` FROM stretch
		WHERE deleted_at IS NULL AND started_at >= ? AND started_at < ? ORDER BY started_at, rowid`, from.UnixMilli(), to.UnixMilli())
}

func scanStretch(row scannable) (diary.Stretch, error) {
	var x diary.Stretch
	var start, end, active int64
	var list string
	var before, after sql.NullInt64
	err := row.Scan(&x.ID, &x.Routine, &x.Name, &start, &end, &active, &x.Outcome, &list, &x.How, &before, &after)
	if err != nil {
		return x, err
	}
	x.Start, x.End = time.UnixMilli(start).UTC(), time.UnixMilli(end).UTC()
	x.Active = time.Duration(active) * time.Millisecond
	x.Before, x.After = intensityOf(before), intensityOf(after)
	if err := json.Unmarshal([]byte(list), &x.Exercises); err != nil {
		return x, fmt.Errorf("the exercises of the stretch %s: %w", x.ID, err)
	}
	return x, nil
}

func intensityOf(n sql.NullInt64) *int {
	if !n.Valid {
		return nil
	}
	i := int(n.Int64)
	return &i
}

// DeleteStretch takes a session out of every list; UndeleteStretch brings it
// back. An id that is not there is ErrNotFound.
func (s *Store) DeleteStretch(ctx context.Context, id string) error {
	return s.changeStretch(ctx, "delete the stretch", id, `UPDATE stretch SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL`, s.o.Now().UnixMilli(), typed(id))
}

// UndeleteStretch brings a deleted session back. One that was not deleted stays
// as it is.
func (s *Store) UndeleteStretch(ctx context.Context, id string) error {
	return s.changeStretch(ctx, "bring the stretch back", id, `UPDATE stretch SET deleted_at = NULL WHERE id = ?`, typed(id))
}

// changeStretch changes one, where there is one.
func (s *Store) changeStretch(ctx context.Context, doing, id, statement string, args ...any) error {
	_, err := changed(ctx, s, doing, id, "look at the history of the Stretch screen", scanText, statement+` RETURNING id`, args...)
	return err
}
