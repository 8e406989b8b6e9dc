package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/unhunch/unhunch/reminders"
)

// longestState is the longest schedule that is read, in bytes. A real one has
// a few kilobytes.
const longestState = 8 << 20

// DamagedRowError says that a row holds something that cannot be read. The
// database as a whole is sound.
type DamagedRowError struct {
	Table  string
	Reason string // what is wrong with it
	Kept   bool   // it was moved to the table set_aside, as it was found
}

// Error says which row, why, and what became of it.
func (e *DamagedRowError) Error() string {
	s := fmt.Sprintf("the saved %s cannot be read: %s", e.Table, e.Reason)
	if e.Kept {
		s += "; it was put aside in the table set_aside of the database"
	}
	return s
}

// Schedule is the scheduler's state as it was last recorded, and whether there
// is one. Something unreadable in its place is put aside, and reported as a
// *DamagedRowError with saved false; the schedule then starts fresh.
func (s *Store) Schedule(ctx context.Context) (state reminders.State, saved bool, err error) {
	return savedState[reminders.State](ctx, s, "read the schedule", "schedule")
}

// savedState reads the state that a table of one row holds, and whether there
// is one. Something unreadable is put aside.
func savedState[T any](ctx context.Context, s *Store, doing, table string) (state T, saved bool, err error) {
	var none T
	var raw []byte
	err = s.read(ctx, doing, func() error {
		return s.db.QueryRowContext(ctx, `SELECT substr(CAST(state AS BLOB), 1, ?) FROM `+table+` WHERE id = 1`, longestState+1).Scan(&raw)
	})
	if errors.Is(err, sql.ErrNoRows) {
		return none, false, nil
	}
	if err != nil {
		return none, false, err
	}
	state, err = decodeState[T](raw)
	if err == nil {
		return state, true, nil
	}
	bad := &DamagedRowError{Table: table, Reason: err.Error()}
	if !s.o.ReadOnly {
		if err := s.setAside(ctx, table, raw, bad.Reason); err != nil {
			return none, false, explain(doing, s.at.path, errors.Join(bad, err))
		}
		bad.Kept = true
	}
	return none, false, explain(doing, s.at.path, bad)
}

// decodeState reads a state that json.Marshal wrote.
func decodeState[T any](raw []byte) (T, error) {
	var none T
	switch text := bytes.TrimSpace(raw); {
	case len(raw) > longestState:
		return none, fmt.Errorf("it is longer than %d MiB", longestState>>20)
	case len(text) == 0:
		return none, errors.New("it is empty")
	case !utf8.Valid(raw):
		return none, errors.New("it is not text")
	case text[0] != '{':
		return none, errors.New("it is not a JSON object")
	}
	var state T
	if err := json.Unmarshal(raw, &state); err != nil {
		return none, err
	}
	return state, nil
}

// setAside moves a state to where it is in nobody's way, unless another
// program replaced it in the meantime.
func (s *Store) setAside(ctx context.Context, table string, raw []byte, reason string) error {
	return s.write(ctx, "put what cannot be read aside", func(tx *sql.Tx) error {
		const same = `id = 1 AND coalesce(substr(CAST(state AS BLOB), 1, ?), x'') = coalesce(?, x'')`
		_, err := tx.ExecContext(ctx, `INSERT INTO set_aside (at, origin, reason, content)
			SELECT ?, ?, ?, CAST(state AS BLOB) FROM `+table+` WHERE `+same,
			s.o.Now().UnixMilli(), table, reason, longestState+1, raw)
		if err == nil {
			_, err = tx.ExecContext(ctx, `DELETE FROM `+table+` WHERE `+same, longestState+1, raw)
		}
		return err
	})
}

// Record saves a state of the scheduler together with what led to it: prompts
// shown and closed go to the log, stays at the desk to the sittings. All of it
// is on the disk when Record returns nil, and none of it otherwise.
func (s *Store) Record(ctx context.Context, st reminders.State, at time.Time, effects []reminders.Effect) error {
	const doing = "save the schedule"
	text, err := json.Marshal(st)
	if err != nil {
		return explain(doing, s.at.path, err)
	}
	return s.write(ctx, doing, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO schedule (id, state, saved_at) VALUES (1, ?, ?)
			ON CONFLICT (id) DO UPDATE SET state = excluded.state, saved_at = excluded.saved_at`,
			string(text), at.UnixMilli())
		for _, e := range effects {
			if err == nil {
				err = logEffect(ctx, tx, e, at)
			}
		}
		return err
	})
}
