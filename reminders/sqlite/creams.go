package sqlite

import (
	"context"
	"database/sql"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

const (
	creamColumns = `id, kind, region, at, removed_at, note`
	creamIDs     = "'unhunch relief cream list' shows the ids"
)

// AddCream keeps something that was put on the skin and returns it as it was
// kept, with an id. One that does not pass diary.Cream.Validate is refused with
// that error.
func (s *Store) AddCream(ctx context.Context, c diary.Cream) (diary.Cream, error) {
	c = c.Tidy()
	c.At = time.UnixMilli(c.At.UnixMilli()).UTC()
	c.Removed = instant(removed(c.Removed))
	if err := c.Validate(s.o.Now()); err != nil {
		return diary.Cream{}, err
	}
	err := s.write(ctx, "save the cream", func(tx *sql.Tx) error {
		return underNewID(func(id string) (sql.Result, error) {
			c.ID = id
			return tx.ExecContext(ctx, `INSERT INTO cream (`+creamColumns+`) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
				c.ID, string(c.Kind), string(c.Region), c.At.UnixMilli(), removed(c.Removed), c.Note)
		})
	})
	if err != nil {
		return diary.Cream{}, err
	}
	return c, nil
}

// Creams lists what was put on the skin from one instant up to, not including,
// another, in order.
func (s *Store) Creams(ctx context.Context, from, to time.Time) ([]diary.Cream, error) {
	return s.creams(ctx, `at >= ? AND at < ?`, from.UnixMilli(), to.UnixMilli())
}

// CreamsNow lists what may keep heat away now: what was put on or taken off in
// the last two days, and patches that are still worn.
func (s *Store) CreamsNow(ctx context.Context) ([]diary.Cream, error) {
	since := s.o.Now().Add(-48 * time.Hour).UnixMilli()
	return s.creams(ctx, `at >= ? OR removed_at >= ? OR kind = ? AND removed_at IS NULL`, since, since, string(diary.MusclePatch))
}

func (s *Store) creams(ctx context.Context, where string, args ...any) ([]diary.Cream, error) {
	return list(ctx, s, "read the creams", scanCream, `SELECT `+creamColumns+` FROM cream WHERE deleted_at IS NULL AND (`+where+`) ORDER BY at, rowid`, args...)
}

func scanCream(row scannable) (diary.Cream, error) {
	var c diary.Cream
	var at int64
	var off sql.NullInt64
	err := row.Scan(&c.ID, &c.Kind, &c.Region, &at, &off, &c.Note)
	c.At, c.Removed = time.UnixMilli(at).UTC(), instant(off)
	return c, err
}

// removed is when something came off, as it is kept.
func removed(at *time.Time) sql.NullInt64 {
	if at == nil {
		return sql.NullInt64{}
	}
	return sql.NullInt64{Int64: at.UnixMilli(), Valid: true}
}

// TookOff keeps when a patch came off, or a cream was washed off. An id that is
// not there is ErrNotFound; a time that makes no sense is a *diary.FieldError.
func (s *Store) TookOff(ctx context.Context, id string, at time.Time) (diary.Cream, error) {
	const doing = "save that it is off"
	var c diary.Cream
	var refused error
	err := s.write(ctx, doing, func(tx *sql.Tx) error {
		var err error
		c, err = scanCream(tx.QueryRowContext(ctx, `SELECT `+creamColumns+` FROM cream WHERE id = ? AND deleted_at IS NULL`, typed(id)))
		if err != nil {
			return s.noSuch(err, doing, id, creamIDs)
		}
		c.Removed = instant(removed(&at))
		if refused = c.Validate(s.o.Now()); refused != nil {
			return refused
		}
		_, err = tx.ExecContext(ctx, `UPDATE cream SET removed_at = ? WHERE id = ?`, removed(c.Removed), c.ID)
		return err
	})
	if refused != nil {
		err = refused
	}
	if err != nil {
		return diary.Cream{}, err
	}
	return c, nil
}

// DeleteCream takes an entry out of every list and returns it; UndeleteCream
// brings it back. An id that is not there is ErrNotFound.
func (s *Store) DeleteCream(ctx context.Context, id string) (diary.Cream, error) {
	return s.changeCream(ctx, "delete the cream", id, `UPDATE cream SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL`, s.o.Now().UnixMilli(), typed(id))
}

// UndeleteCream brings a deleted entry back. One that was not deleted stays as
// it is.
func (s *Store) UndeleteCream(ctx context.Context, id string) (diary.Cream, error) {
	return s.changeCream(ctx, "bring the cream back", id, `UPDATE cream SET deleted_at = NULL WHERE id = ?`, typed(id))
}

func (s *Store) changeCream(ctx context.Context, doing, id, statement string, args ...any) (diary.Cream, error) {
	return changed(ctx, s, doing, id, creamIDs, scanCream, statement+` RETURNING `+creamColumns, args...)
}
