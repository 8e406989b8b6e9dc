package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

const visitColumns = `id, appointment, at, type, techniques, pressure, length, areas, therapist,
	pain_before, pain_after, pain_24h, pain_72h, bruised, cost, currency, notes`

const visitIDs = "'unhunch visit list' shows the ids"

// AddVisit keeps a visit and returns it as it was kept, with an id. One that
// does not pass diary.Visit.Validate is refused with that error, as is one of a
// therapist there is not, or of an appointment that another visit answers.
func (s *Store) AddVisit(ctx context.Context, v diary.Visit) (diary.Visit, error) {
	v = keptVisit(v)
	now := s.o.Now()
	if err := v.Validate(now); err != nil {
		return diary.Visit{}, err
	}
	var refused error
	err := s.write(ctx, "save the visit", func(tx *sql.Tx) error {
		v.ID = ""
		var err error
		if refused, err = misfit(ctx, tx, v); refused != nil || err != nil {
			return errors.Join(refused, err)
		}
		return underNewID(func(id string) (sql.Result, error) {
			v.ID = id
			values, err := visitValues(v)
			if err != nil {
				return nil, err
			}
			return tx.ExecContext(ctx, `INSERT INTO visit (`+visitColumns+`, created_at)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`, append(values, now.UnixMilli())...)
		})
	})
	if refused != nil {
		err = refused
	}
	if err != nil {
		return diary.Visit{}, err
	}
	return v, nil
}

// keptVisit is a visit with no more than the database keeps of it.
func keptVisit(v diary.Visit) diary.Visit {
	v = v.Tidy()
	v.At = time.UnixMilli(v.At.UnixMilli()).UTC()
	return v
}

// misfit tells, as a *diary.FieldError, how a visit does not fit to what is
// there: its therapist, and the other visits. It is nil where it does.
func misfit(ctx context.Context, tx *sql.Tx, v diary.Visit) (refused, err error) {
	if v.Therapist != "" {
		var n int
		err := tx.QueryRowContext(ctx, `SELECT count(*) FROM therapist WHERE id = ? AND deleted_at IS NULL`, v.Therapist).Scan(&n)
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return &diary.FieldError{Field: "therapist_id", Problem: fmt.Sprintf("there is no therapist %q", v.Therapist), Hint: "'unhunch therapist list' shows them"}, nil
		}
	}
	if v.Appointment == "" {
		return nil, nil
	}
	var other string
	err = tx.QueryRowContext(ctx, `SELECT id FROM visit WHERE appointment = ? AND id <> ? AND deleted_at IS NULL`, v.Appointment, v.ID).Scan(&other)
	switch {
	case err == nil:
		return &diary.FieldError{Field: "appointment", Problem: "it was logged already, as the visit " + other, Hint: "change that one"}, nil
	case errors.Is(err, sql.ErrNoRows):
		return nil, nil
	}
	return nil, err
}

// visitValues are the values of visitColumns, in their order.
func visitValues(v diary.Visit) ([]any, error) {
	words, err := json.Marshal(v.Techniques)
	areas := make([]string, len(v.Areas))
	for i, r := range v.Areas {
		areas[i] = string(r)
	}
	return []any{
		v.ID, v.Appointment, v.At.UnixMilli(), v.Type, string(words), v.Pressure, v.Length.Milliseconds(), strings.Join(areas, " "), v.Therapist,
		v.Before, v.After, v.NextDay, v.ThirdDay, v.Bruised, v.Cost.Minor, v.Cost.Currency, v.Notes,
	}, err
}

func scanVisit(row scannable) (diary.Visit, error) {
	var v diary.Visit
	var at, length int64
	var words, areas string
	var before, after, nextDay, thirdDay sql.NullInt64
	err := row.Scan(&v.ID, &v.Appointment, &at, &v.Type, &words, &v.Pressure, &length, &areas, &v.Therapist,
		&before, &after, &nextDay, &thirdDay, &v.Bruised, &v.Cost.Minor, &v.Cost.Currency, &v.Notes)
	if err != nil {
		return v, err
	}
	v.At, v.Length = time.UnixMilli(at).UTC(), time.Duration(length)*time.Millisecond
	v.Before, v.After, v.NextDay, v.ThirdDay = intensityOf(before), intensityOf(after), intensityOf(nextDay), intensityOf(thirdDay)
	v.Areas = []diary.Region{}
	for r := range strings.FieldsSeq(areas) {
		v.Areas = append(v.Areas, diary.Region(r))
	}
	if err := json.Unmarshal([]byte(words), &v.Techniques); err != nil {
		return v, fmt.Errorf("the techniques of the visit %s: %w", v.ID, err)
	}
	return v, nil
}

// Visits lists the visits that began from one instant up to, not including,
// another, in the order they happened.
func (s *Store) Visits(ctx context.Context, from, to time.Time) ([]diary.Visit, error) {
	return list(ctx, s, "read the visits", scanVisit, `SELECT `+visitColumns+` FROM visit
		WHERE deleted_at IS NULL AND at >= ? AND at < ? ORDER BY at, created_at, rowid`, from.UnixMilli(), to.UnixMilli())
}

// Visit is the visit with an id. An id that is not there is ErrNotFound.
func (s *Store) Visit(ctx context.Context, id string) (diary.Visit, error) {
	const doing = "read the visit"
	var v diary.Visit
	err := s.read(ctx, doing, func() error {
		var err error
		v, err = scanVisit(s.db.QueryRowContext(ctx, `SELECT `+visitColumns+` FROM visit WHERE id = ? AND deleted_at IS NULL`, typed(id)))
		return s.noSuch(err, doing, id, visitIDs)
	})
	return v, err
}

// LastVisit is the latest visit, and whether there is one.
func (s *Store) LastVisit(ctx context.Context) (diary.Visit, bool, error) {
	var v diary.Visit
	found := true
	err := s.read(ctx, "read the last visit", func() error {
		var err error
		v, err = scanVisit(s.db.QueryRowContext(ctx, `SELECT `+visitColumns+` FROM visit
			WHERE deleted_at IS NULL ORDER BY at DESC, created_at DESC, rowid DESC LIMIT 1`))
		if found = !errors.Is(err, sql.ErrNoRows); !found {
			return nil
		}
		return err
	})
	return v, found && err == nil, err
}

// Logged are the appointments that a visit was logged of: the visits' ids by the
// names of the occurrences, as calendar.Occurrence.Ref.
func (s *Store) Logged(ctx context.Context) (map[string]string, error) {
	var out map[string]string
	err := s.read(ctx, "read what was logged of appointments", func() error {
		out = map[string]string{}
		rows, err := s.db.QueryContext(ctx, `SELECT appointment, id FROM visit WHERE appointment <> '' AND deleted_at IS NULL`)
		if err != nil {
			return err
		}
		for rows.Next() {
			var ref, id string
			if err := rows.Scan(&ref, &id); err != nil {
				return errors.Join(err, rows.Close())
			}
			out[ref] = id
		}
		return errors.Join(rows.Err(), rows.Close())
	})
	return out, err
}

// ChangeVisit keeps what change makes of a visit as it is now, and returns
// both. No other change comes between the two. Where change returns an error,
// or what it made would be refused by AddVisit, nothing is kept and the error
// comes back as it is. change may be called again if the database was busy, so
// it has no effects of its own. An id that is not there is ErrNotFound.
func (s *Store) ChangeVisit(ctx context.Context, id string, change func(diary.Visit) (diary.Visit, error)) (before, after diary.Visit, err error) {
	const doing = "change the visit"
	var refused error
	err = s.write(ctx, doing, func(tx *sql.Tx) error {
		refused = nil
		var err error
		before, err = scanVisit(tx.QueryRowContext(ctx, `SELECT `+visitColumns+` FROM visit WHERE id = ? AND deleted_at IS NULL`, typed(id)))
		if err != nil {
			return s.noSuch(err, doing, id, visitIDs)
		}
		if after, refused = change(before); refused == nil {
			after = keptVisit(after)
			after.ID = before.ID
			refused = after.Validate(s.o.Now())
		}
		if refused != nil {
			return refused
		}
		if refused, err = misfit(ctx, tx, after); refused != nil || err != nil {
			return errors.Join(refused, err)
		}
		values, err := visitValues(after)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `UPDATE visit SET appointment = ?2, at = ?3, type = ?4, techniques = ?5, pressure = ?6, length = ?7,
			areas = ?8, therapist = ?9, pain_before = ?10, pain_after = ?11, pain_24h = ?12, pain_72h = ?13, bruised = ?14, cost = ?15,
			currency = ?16, notes = ?17 WHERE id = ?1`, values...)
		return err
	})
	if refused != nil {
		err = refused
	}
	if err != nil {
		return diary.Visit{}, diary.Visit{}, err
	}
	return before, after, nil
}

// FollowUp keeps the answer to a follow-up of a visit, or takes it back where
// it is nil, and returns the visit before and after. An answer off the scale is
// a *diary.FieldError, an id that is not there ErrNotFound.
func (s *Store) FollowUp(ctx context.Context, id string, which diary.FollowUp, intensity *int) (before, after diary.Visit, err error) {
	return s.ChangeVisit(ctx, id, func(v diary.Visit) (diary.Visit, error) { return v.Answered(which, intensity) })
}

// DeleteVisit deletes a visit and returns it. It can be brought back with
// UndeleteVisit. An id that is not there is ErrNotFound.
func (s *Store) DeleteVisit(ctx context.Context, id string) (diary.Visit, error) {
	return changed(ctx, s, "delete the visit", id, visitIDs, scanVisit, `UPDATE visit SET deleted_at = ?
		WHERE id = ? AND deleted_at IS NULL RETURNING `+visitColumns, s.o.Now().UnixMilli(), typed(id))
}

// UndeleteVisit brings a deleted visit back and returns it. One that was not
// deleted stays as it is; one whose appointment another visit answers by now
// comes back without it. Its therapist comes back with it. An id that never was
// is ErrNotFound.
func (s *Store) UndeleteVisit(ctx context.Context, id string) (diary.Visit, error) {
	const doing = "bring the visit back"
	var v diary.Visit
	err := s.write(ctx, doing, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE visit SET appointment = '' WHERE id = ?1 AND deleted_at IS NOT NULL AND appointment IN
			(SELECT appointment FROM visit WHERE id <> ?1 AND deleted_at IS NULL)`, typed(id))
		if err != nil {
			return err
		}
		v, err = scanVisit(tx.QueryRowContext(ctx, `UPDATE visit SET deleted_at = NULL WHERE id = ? RETURNING `+visitColumns, typed(id)))
		if err != nil {
			return s.noSuch(err, doing, id, visitIDs)
		}
		_, err = tx.ExecContext(ctx, `UPDATE therapist SET deleted_at = NULL WHERE id = ?`, v.Therapist)
		return err
	})
	if err != nil {
		return diary.Visit{}, err
	}
	return v, nil
}
