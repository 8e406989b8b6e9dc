package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/relief"
)

const reliefColumns = `id, kind, timer, region, started_at, ended_at, length, used, outcome, skin, pain_before, pain_after`

// ReliefState is what heat and cold were at when that was last recorded; the
// zero value if it never was. Something unreadable in its place is put aside,
// and reported as a *DamagedRowError.
func (s *Store) ReliefState(ctx context.Context) (relief.State, error) {
	state, _, err := savedState[relief.State](ctx, s, "read what heat and cold are at", "relief_state")
	return state, err
}

// RecordRelief saves what heat and cold are at, together with the records that
// came of it. All of it is on the disk when it returns nil, and none of it
// otherwise.
func (s *Store) RecordRelief(ctx context.Context, st relief.State, at time.Time, effects []relief.Effect) error {
	const doing = "save the heat or cold session"
	text, err := json.Marshal(st)
	if err != nil {
		return explain(doing, s.at.path, err)
	}
	return s.write(ctx, doing, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO relief_state (id, state, saved_at) VALUES (1, ?, ?)
			ON CONFLICT (id) DO UPDATE SET state = excluded.state, saved_at = excluded.saved_at`, string(text), at.UnixMilli())
		for _, e := range effects {
			if err != nil {
				return err
			}
			switch r := e.Record; e.Verb {
			case relief.Log:
				_, err = tx.ExecContext(ctx, `INSERT INTO relief (`+reliefColumns+`)
					VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
					r.ID, r.Kind, r.Timer, string(r.Region), r.Start.UnixMilli(), r.End.UnixMilli(), r.Length.Milliseconds(), r.Used.Milliseconds(),
					string(r.Outcome), string(r.Skin), r.Before, r.After)
			case relief.Told:
				_, err = tx.ExecContext(ctx, `UPDATE relief SET skin = ? WHERE id = ?`, string(r.Skin), r.ID)
			}
		}
		return err
	})
}

// Reliefs lists the uses of heat and cold that began from one instant up to, not
// including, another, in order.
func (s *Store) Reliefs(ctx context.Context, from, to time.Time) ([]diary.Relief, error) {
	return list(ctx, s, "read the uses of heat and cold", scanRelief, `SELECT `+reliefColumns+` FROM relief
		WHERE deleted_at IS NULL AND started_at >= ? AND started_at < ? ORDER BY started_at, rowid`, from.UnixMilli(), to.UnixMilli())
}

func scanRelief(row scannable) (diary.Relief, error) {
	var r diary.Relief
	var start, end, length, used int64
	var before, after sql.NullInt64
	err := row.Scan(&r.ID, &r.Kind, &r.Timer, &r.Region, &start, &end, &length, &used, &r.Outcome, &r.Skin, &before, &after)
	r.Start, r.End = time.UnixMilli(start).UTC(), time.UnixMilli(end).UTC()
	r.Length, r.Used = time.Duration(length)*time.Millisecond, time.Duration(used)*time.Millisecond
	r.Before, r.After = intensityOf(before), intensityOf(after)
	return r, err
}

// ReliefFelt keeps how much it hurt before and after a use; nil takes back what
// was told. An id that is not there is ErrNotFound.
func (s *Store) ReliefFelt(ctx context.Context, id string, before, after *int) (diary.Relief, error) {
	if err := diary.ValidateFelt(diary.NotTold, before, after); err != nil {
		return diary.Relief{}, err
	}
	return s.changeRelief(ctx, "save the pain", id, `UPDATE relief SET pain_before = ?, pain_after = ? WHERE id = ? AND deleted_at IS NULL`, before, after, typed(id))
}

// DeleteRelief takes a use out of every list and returns it; UndeleteRelief
// brings it back. An id that is not there is ErrNotFound. What keeps the next
// from beginning stays as it is.
func (s *Store) DeleteRelief(ctx context.Context, id string) (diary.Relief, error) {
	return s.changeRelief(ctx, "delete the session", id, `UPDATE relief SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL`, s.o.Now().UnixMilli(), typed(id))
}

// UndeleteRelief brings a deleted use back. One that was not deleted stays as it
// is.
func (s *Store) UndeleteRelief(ctx context.Context, id string) (diary.Relief, error) {
	return s.changeRelief(ctx, "bring the session back", id, `UPDATE relief SET deleted_at = NULL WHERE id = ?`, typed(id))
}

// changeRelief changes one use and returns it as it is then.
func (s *Store) changeRelief(ctx context.Context, doing, id, statement string, args ...any) (diary.Relief, error) {
	return changed(ctx, s, doing, id, "'unhunch relief list' shows the ids", scanRelief, statement+` RETURNING `+reliefColumns, args...)
}
