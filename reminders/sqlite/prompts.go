package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// LoggedPrompt is one line of the prompt log.
type LoggedPrompt struct {
	ID       int64
	Reminder reminders.ID
	ShownAt  *time.Time // nil: it never came on screen
	ClosedAt *time.Time // nil: it is on screen
	Outcome  reminders.Outcome
	Refs     []string // the appointments or visits it spoke of
}

// Count says what became of the prompts of one reminder.
type Count struct{ Shown, Done, Snoozed, Skipped, Expired, Missed, Merged int }

// logEffect writes one effect to the log.
func logEffect(ctx context.Context, tx *sql.Tx, e reminders.Effect, at time.Time) error {
	switch e.Verb {
	case reminders.Show:
		return logShow(ctx, tx, e, at)
	case reminders.Close:
		return logClose(ctx, tx, e, at)
	case reminders.Sat:
		// A clock that was set back can make a stay that ends before it
		// begins. It has no length, and is not one.
		if e.To.UnixMilli() <= e.From.UnixMilli() {
			return nil
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO sitting (started_at, ended_at) VALUES (?, ?)`,
			e.From.UnixMilli(), e.To.UnixMilli())
		return err
	default:
		return fmt.Errorf("an effect with the unknown verb %q cannot be logged", e.Verb)
	}
}

func logShow(ctx context.Context, tx *sql.Tx, e reminders.Effect, at time.Time) error {
	shown := e.Prompt.ShownAt
	if shown.IsZero() {
		shown = at
	}
	refs, err := encodeRefs(e.Prompt.Refs)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO prompt (reminder, at, shown_at, refs) VALUES (?, ?, ?, ?)`,
		e.ID, shown.UnixMilli(), shown.UnixMilli(), refs)
	return err
}

// logClose ends the prompt that is on screen. There is at most one of a
// reminder, so its id alone finds it: the instant it was shown at moves in the
// state when the clock is set. What was never shown, or was away for a snooze
// when it ended, gets a line of its own.
func logClose(ctx context.Context, tx *sql.Tx, e reminders.Effect, at time.Time) error {
	if !shown(e) {
		return logUnseen(ctx, tx, e, at)
	}
	r, err := tx.ExecContext(ctx, `UPDATE prompt SET closed_at = ?, outcome = ?
		WHERE id = (SELECT max(id) FROM prompt WHERE reminder = ? AND closed_at IS NULL)`,
		at.UnixMilli(), e.Outcome, e.ID)
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); n > 0 || err != nil {
		return err
	}
	return logUnseen(ctx, tx, e, at)
}

// shown tells whether what closes may be on screen. A fixed time that was
// missed never was, though an earlier one may still be.
func shown(e reminders.Effect) bool {
	return e.Outcome != reminders.Missed || !e.Prompt.ShownAt.IsZero()
}

// logUnseen gives what closes a line of its own.
func logUnseen(ctx context.Context, tx *sql.Tx, e reminders.Effect, at time.Time) error {
	refs, err := encodeRefs(e.Prompt.Refs)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO prompt (reminder, at, closed_at, outcome, refs) VALUES (?, ?, ?, ?, ?)`,
		e.ID, at.UnixMilli(), at.UnixMilli(), e.Outcome, refs)
	return err
}

// encodeRefs writes references as a JSON array, and none as NULL.
func encodeRefs(refs []string) (any, error) {
	if len(refs) == 0 {
		return nil, nil
	}
	b, err := json.Marshal(refs)
	return string(b), err
}

// decodeRefs reads them back. Text that is not such an array is kept as it is.
func decodeRefs(text sql.NullString) []string {
	if !text.Valid {
		return nil
	}
	var refs []string
	if json.Unmarshal([]byte(text.String), &refs) != nil {
		return []string{text.String}
	}
	return refs
}

// Prompts lists the prompt log from one instant up to, not including, another,
// in the order things happened. A prompt counts at the instant it was shown;
// one that never was, at the instant it was given up.
func (s *Store) Prompts(ctx context.Context, from, to time.Time) ([]LoggedPrompt, error) {
	return list(ctx, s, "read the prompt log", scanPrompt, `SELECT id, reminder, shown_at, closed_at, outcome, refs FROM prompt
		WHERE at >= ? AND at < ? ORDER BY at, id`, from.UnixMilli(), to.UnixMilli())
}

func scanPrompt(row scannable) (LoggedPrompt, error) {
	var p LoggedPrompt
	var shown, closed sql.NullInt64
	var outcome, refs sql.NullString
	err := row.Scan(&p.ID, &p.Reminder, &shown, &closed, &outcome, &refs)
	p.ShownAt, p.ClosedAt = instant(shown), instant(closed)
	p.Outcome, p.Refs = reminders.Outcome(outcome.String), decodeRefs(refs)
	return p, err
}

// Counts sums up the prompts that Prompts lists, by reminder.
func (s *Store) Counts(ctx context.Context, from, to time.Time) (map[reminders.ID]Count, error) {
	out := map[reminders.ID]Count{}
	err := s.read(ctx, "count the prompts", func() error {
		clear(out)
		rows, err := s.db.QueryContext(ctx, `SELECT reminder, count(shown_at),
			count(*) FILTER (WHERE outcome = 'done'), count(*) FILTER (WHERE outcome = 'snoozed'),
			count(*) FILTER (WHERE outcome = 'skipped'), count(*) FILTER (WHERE outcome = 'expired'),
			count(*) FILTER (WHERE outcome = 'missed'), count(*) FILTER (WHERE outcome = 'merged')
			FROM prompt WHERE at >= ? AND at < ? GROUP BY reminder`, from.UnixMilli(), to.UnixMilli())
		if err != nil {
			return err
		}
		for rows.Next() {
			var id reminders.ID
			var c Count
			if err := rows.Scan(&id, &c.Shown, &c.Done, &c.Snoozed, &c.Skipped, &c.Expired, &c.Missed, &c.Merged); err != nil {
				return errors.Join(err, rows.Close())
			}
			out[id] = c
		}
		return errors.Join(rows.Err(), rows.Close())
	})
	return out, err
}

// LongestSit is the longest stay at the desk between two instants, of those
// that ended; what lies outside the two does not count.
func (s *Store) LongestSit(ctx context.Context, from, to time.Time) (time.Duration, error) {
	var ms sql.NullInt64
	err := s.read(ctx, "look up the longest stay at the desk", func() error {
		return s.db.QueryRowContext(ctx, `SELECT max(min(ended_at, ?2) - max(started_at, ?1)) FROM sitting
			WHERE ended_at > ?1 AND started_at < ?2`, from.UnixMilli(), to.UnixMilli()).Scan(&ms)
	})
	return max(0, time.Duration(ms.Int64)) * time.Millisecond, err
}
