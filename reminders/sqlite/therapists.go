package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"github.com/unhunch/unhunch/reminders/diary"
)

const (
	therapistColumns = `id, name, practice, phone, mail, address, licence_seen, prenatal, specialities, notes, archived`
	therapistIDs     = "'unhunch therapist list --all' shows the ids"
)

// AddTherapist keeps a therapist and returns them as they were kept, with an
// id. One who does not pass diary.Therapist.Validate is refused with that
// error.
func (s *Store) AddTherapist(ctx context.Context, x diary.Therapist) (diary.Therapist, error) {
	x = x.Tidy()
	now := s.o.Now()
	if err := x.Validate(now); err != nil {
		return diary.Therapist{}, err
	}
	err := s.write(ctx, "save the therapist", func(tx *sql.Tx) error {
		return underNewID(func(id string) (sql.Result, error) {
			x.ID = id
			values, err := therapistValues(x)
			if err != nil {
				return nil, err
			}
			return tx.ExecContext(ctx, `INSERT INTO therapist (`+therapistColumns+`, created_at)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`, append(values, now.UnixMilli())...)
		})
	})
	if err != nil {
		return diary.Therapist{}, err
	}
	return x, nil
}

// therapistValues are the values of therapistColumns, in their order.
func therapistValues(x diary.Therapist) ([]any, error) {
	words, err := json.Marshal(x.Specialities)
	return []any{
		x.ID, x.Name, x.Practice, x.Phone, x.Mail, x.Address, x.LicenceSeen, x.PrenatalTrained, string(words), x.Notes, x.Archived,
	}, err
}

func scanTherapist(row scannable) (diary.Therapist, error) {
	var x diary.Therapist
	var words string
	err := row.Scan(&x.ID, &x.Name, &x.Practice, &x.Phone, &x.Mail, &x.Address, &x.LicenceSeen, &x.PrenatalTrained, &words, &x.Notes, &x.Archived)
	if err != nil {
		return x, err
	}
	if err := json.Unmarshal([]byte(words), &x.Specialities); err != nil {
		return x, fmt.Errorf("the specialities of the therapist %s: %w", x.ID, err)
	}
	return x, nil
}

// Therapists lists all, those who are archived too, by name.
func (s *Store) Therapists(ctx context.Context) ([]diary.Therapist, error) {
	return list(ctx, s, "read the therapists", scanTherapist, `SELECT `+therapistColumns+` FROM therapist
		WHERE deleted_at IS NULL ORDER BY name COLLATE NOCASE, created_at, rowid`)
}

// ChangeTherapist keeps what change makes of a therapist as they are now, and
// returns both. No other change comes between the two. Where change returns an
// error, or what it made does not pass diary.Therapist.Validate, nothing is kept
// and the error comes back as it is. change may be called again if the database
// was busy, so it has no effects of its own. An id that is not there is
// ErrNotFound.
func (s *Store) ChangeTherapist(ctx context.Context, id string, change func(diary.Therapist) (diary.Therapist, error)) (before, after diary.Therapist, err error) {
	const doing = "change the therapist"
	var refused error
	err = s.write(ctx, doing, func(tx *sql.Tx) error {
		refused = nil
		var err error
		before, err = scanTherapist(tx.QueryRowContext(ctx, `SELECT `+therapistColumns+` FROM therapist
			WHERE id = ? AND deleted_at IS NULL`, typed(id)))
		if err != nil {
			return s.noSuch(err, doing, id, therapistIDs)
		}
		if after, refused = change(before); refused == nil {
			after = after.Tidy()
			after.ID = before.ID
			refused = after.Validate(s.o.Now())
		}
		if refused != nil {
			return refused
		}
		values, err := therapistValues(after)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `UPDATE therapist SET name = ?2, practice = ?3, phone = ?4, mail = ?5, address = ?6, licence_seen = ?7,
			prenatal = ?8, specialities = ?9, notes = ?10, archived = ?11 WHERE id = ?1`, values...)
		return err
	})
	if refused != nil {
		err = refused
	}
	if err != nil {
		return diary.Therapist{}, diary.Therapist{}, err
	}
	return before, after, nil
}

// DeleteTherapist deletes a therapist and returns them; UndeleteTherapist
// brings them back. One whom visits name is refused with a *diary.FieldError:
// those are archived. An id that is not there is ErrNotFound.
func (s *Store) DeleteTherapist(ctx context.Context, id string) (diary.Therapist, error) {
	const doing = "delete the therapist"
	var x diary.Therapist
	var refused error
	err := s.write(ctx, doing, func(tx *sql.Tx) error {
		var n int
		refused = nil
		if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM visit WHERE therapist = ? AND deleted_at IS NULL`, typed(id)).Scan(&n); err != nil {
			return err
		}
		if n > 0 {
			refused = &diary.FieldError{Field: "therapist", Problem: fmt.Sprintf("visits name them (%d)", n), Hint: "archive them instead"}
			return refused
		}
		var err error
		x, err = scanTherapist(tx.QueryRowContext(ctx, `UPDATE therapist SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL
			RETURNING `+therapistColumns, s.o.Now().UnixMilli(), typed(id)))
		return s.noSuch(err, doing, id, therapistIDs)
	})
	if refused != nil {
		err = refused
	}
	if err != nil {
		return diary.Therapist{}, err
	}
	return x, nil
}

// UndeleteTherapist brings a deleted therapist back and returns them. One who
// was not deleted stays as they are; an id that never was is ErrNotFound.
func (s *Store) UndeleteTherapist(ctx context.Context, id string) (diary.Therapist, error) {
	return changed(ctx, s, "bring the therapist back", id, therapistIDs, scanTherapist,
		`UPDATE therapist SET deleted_at = NULL WHERE id = ? RETURNING `+therapistColumns, typed(id))
}
