package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

// TipShown keeps that a tip was shown at an instant. Told twice, it is kept
// once.
func (s *Store) TipShown(ctx context.Context, id string, at time.Time) error {
	const doing = "note the tip that was shown"
	if id == "" || at.IsZero() {
		return &Error{
			Doing: doing, Path: s.at.path, Err: fmt.Errorf("the tip %q shown at %v", id, at),
			Hint: "name a tip and a time",
		}
	}
	return s.write(ctx, doing, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO tip_shown (at, tip) VALUES (?, ?) ON CONFLICT DO NOTHING`, at.UnixMilli(), id)
		return err
	})
}

// TipLog lists the tips shown last, at most so many, oldest first; one that
// was shown several times is there as often.
func (s *Store) TipLog(ctx context.Context, most int) ([]diary.TipShown, error) {
	out, err := list(ctx, s, "read which tips were shown", scanTip, `SELECT at, tip FROM tip_shown ORDER BY at DESC, tip DESC LIMIT ?`, max(most, 0))
	slices.Reverse(out)
	return out, err
}

func scanTip(row scannable) (diary.TipShown, error) {
	var t diary.TipShown
	var at int64
	err := row.Scan(&at, &t.ID)
	t.At = time.UnixMilli(at).UTC()
	return t, err
}
