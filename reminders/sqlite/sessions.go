package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// maxSession is how large a saved session may be, in bytes.
const maxSession = 4 << 20

// SaveSession keeps a session that is under way, as its player wrote it, in the
// place of the one before. An empty one takes it away.
func (s *Store) SaveSession(ctx context.Context, state []byte) error {
	const doing = "save the session"
	if len(state) > maxSession {
		return &Error{Doing: doing, Path: s.at.path, Err: fmt.Errorf("it has %d bytes", len(state)), Hint: "make the routine shorter"}
	}
	return s.write(ctx, doing, func(tx *sql.Tx) error {
		if len(state) == 0 {
			_, err := tx.ExecContext(ctx, `DELETE FROM session`)
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO session (id, saved_at, state) VALUES (1, ?, ?)`, s.o.Now().UnixMilli(), state)
		return err
	})
}

// Session is the session that is under way or was interrupted, and when it was
// saved; nil if there is none.
func (s *Store) Session(ctx context.Context) (state []byte, saved time.Time, err error) {
	err = s.read(ctx, "read the session", func() error {
		var at int64
		err := s.db.QueryRowContext(ctx, `SELECT saved_at, state FROM session WHERE id = 1`).Scan(&at, &state)
		if errors.Is(err, sql.ErrNoRows) {
			state, saved = nil, time.Time{}
			return nil
		}
		saved = time.UnixMilli(at).UTC()
		return err
	})
	return state, saved, err
}
