package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"github.com/unhunch/unhunch/reminders/calendar"
)

const appointmentIDs = "'unhunch appointment list' shows them"

const appointmentColumns = `uid, sequence, title, type, therapist, place, notes, local, zone, begins, ends, length, all_day, status,
	leads, rule, exdates, rdates, overrides, source, created_at, updated_at`

// AddAppointment keeps a new appointment and returns it as it was kept:
// tidied, and with an id of its own if it had none. One that does not pass
// calendar.Appointment.Validate is refused with that error.
func (s *Store) AddAppointment(ctx context.Context, a calendar.Appointment) (calendar.Appointment, error) {
	a.Created, a.Updated = s.now(), s.now()
	fresh := a.UID == ""
	err := s.write(ctx, "save the appointment", func(tx *sql.Tx) error {
		for try := 0; ; try++ {
			if fresh {
				a.UID = newID(try)
			}
			var taken int
			if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM appointment WHERE uid = ?`, a.UID).Scan(&taken); err != nil {
				return err
			}
			if taken > 0 && !fresh {
				return &calendar.FieldError{Field: "uid", Problem: fmt.Sprintf("%q is taken", a.UID), Hint: "leave it out, or change the appointment that has it"}
			}
			if taken == 0 {
				break
			}
		}
		var err error
		a, err = s.putAppointment(ctx, tx, a)
		return err
	})
	return a, err
}

func (s *Store) now() time.Time { return time.UnixMilli(s.o.Now().UnixMilli()).UTC() }

// ImportAppointments keeps all of some appointments, or none of them. Those
// that are there already are replaced, also deleted ones.
func (s *Store) ImportAppointments(ctx context.Context, list []calendar.Appointment) error {
	return s.write(ctx, "save the appointments", func(tx *sql.Tx) error {
		for _, a := range list {
			if a.Created.IsZero() {
				a.Created = s.now()
			}
			if _, err := s.putAppointment(ctx, tx, a); err != nil {
				return err
			}
		}
		return nil
	})
}

// putAppointment writes one, whether it is there or not.
func (s *Store) putAppointment(ctx context.Context, tx *sql.Tx, a calendar.Appointment) (calendar.Appointment, error) {
	a = a.Tidy()
	a.Created, a.Updated = time.UnixMilli(a.Created.UnixMilli()).UTC(), s.now()
	if err := a.Validate(s.o.Now()); err != nil {
		return a, err
	}
	begins, end, err := a.Span()
	if err != nil {
		return a, err
	}
	var ends *int64
	if !end.IsZero() {
		ms := end.UnixMilli()
		ends = &ms
	}
	var parts [3]string
	for i, list := range []any{a.ExDates, a.RDates, a.Overrides} {
		b, err := json.Marshal(list)
		if err != nil {
			return a, err
		}
		parts[i] = string(b)
	}
	var leads *string
	if a.Leads != nil {
		b, err := json.Marshal(a.Leads)
		if err != nil {
			return a, err
		}
		text := string(b)
		leads = &text
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO appointment (`+appointmentColumns+`)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (uid) DO UPDATE SET sequence = excluded.sequence, title = excluded.title, type = excluded.type, therapist = excluded.therapist,
			place = excluded.place, notes = excluded.notes, local = excluded.local, zone = excluded.zone, begins = excluded.begins, ends = excluded.ends,
			length = excluded.length, all_day = excluded.all_day, status = excluded.status, leads = excluded.leads, rule = excluded.rule,
			exdates = excluded.exdates, rdates = excluded.rdates, overrides = excluded.overrides, source = excluded.source,
			updated_at = excluded.updated_at, deleted_at = NULL`,
		a.UID, a.Sequence, a.Title, a.Type, a.Therapist, a.Place, a.Notes, a.Start.String(), a.Zone, begins.UnixMilli(), ends, a.Length.Milliseconds(),
		a.AllDay, string(a.Status), leads, a.Rule, parts[0], parts[1], parts[2], a.Source, a.Created.UnixMilli(), a.Updated.UnixMilli())
	return a, err
}

// ChangeAppointment reads an appointment, lets change make what becomes of it
// out of it (one, or more where a series is cut in two), and keeps that, in one
// transaction. An id that is not there is ErrNotFound; an error of change is
// passed on, and nothing is changed.
func (s *Store) ChangeAppointment(ctx context.Context, uid string, change func(calendar.Appointment) ([]calendar.Appointment, error)) ([]calendar.Appointment, error) {
	const doing = "change the appointment"
	var out []calendar.Appointment
	err := s.write(ctx, doing, func(tx *sql.Tx) error {
		out = nil
		a, err := scanAppointment(tx.QueryRowContext(ctx, `SELECT `+appointmentColumns+` FROM appointment WHERE uid = ? AND deleted_at IS NULL`, uid))
		if err != nil {
			return s.noSuch(err, doing, uid, appointmentIDs)
		}
		list, err := change(a)
		if err != nil {
			return err
		}
		for _, b := range list {
			if b.Created.IsZero() {
				b.Created = s.now()
			}
			if b, err = s.putAppointment(ctx, tx, b); err != nil {
				return err
			}
			out = append(out, b)
		}
		return nil
	})
	return out, err
}

// ReviseAppointments lets change look at all appointments, and keeps those it
// puts and deletes those it names as gone, all of it or nothing, in one
// transaction. Those there already are replaced, deleted ones too. An error of
// change is passed on, and nothing is changed.
func (s *Store) ReviseAppointments(ctx context.Context, change func(all []calendar.Appointment) (put []calendar.Appointment, gone []string, err error)) error {
	const doing = "save the appointments"
	return s.write(ctx, doing, func(tx *sql.Tx) error {
		rows, err := tx.QueryContext(ctx, `SELECT `+appointmentColumns+` FROM appointment WHERE deleted_at IS NULL ORDER BY begins, uid`)
		if err != nil {
			return err
		}
		all, err := every(rows, scanAppointment)
		if err != nil {
			return err
		}
		put, gone, err := change(all)
		if err != nil {
			return err
		}
		for _, a := range put {
			if a.Created.IsZero() {
				a.Created = s.now()
			}
			if _, err := s.putAppointment(ctx, tx, a); err != nil {
				return err
			}
		}
		for _, uid := range gone {
			var got string
			err := tx.QueryRowContext(ctx, `UPDATE appointment SET deleted_at = ? WHERE uid = ? AND deleted_at IS NULL RETURNING uid`, s.o.Now().UnixMilli(), uid).Scan(&got)
			if err = s.noSuch(err, doing, uid, appointmentIDs); err != nil {
				return err
			}
		}
		return nil
	})
}

// FreshID is a short id for an appointment that no other has.
func (s *Store) FreshID(ctx context.Context) (string, error) {
	var id string
	err := s.read(ctx, "look for a free id", func() error {
		for try := 0; ; try++ {
			id = newID(try)
			var taken int
			if err := s.db.QueryRowContext(ctx, `SELECT count(*) FROM appointment WHERE uid = ?`, id).Scan(&taken); err != nil || taken == 0 {
				return err
			}
		}
	})
	return id, err
}

// Appointments lists those that may have an occurrence from one instant up to
// another, in the order they begin; two zero times mean all.
func (s *Store) Appointments(ctx context.Context, from, to time.Time) ([]calendar.Appointment, error) {
	query, args := `SELECT `+appointmentColumns+` FROM appointment WHERE deleted_at IS NULL`, []any{}
	if !from.IsZero() || !to.IsZero() {
		query += ` AND begins < ? AND (ends IS NULL OR ends >= ?)`
		args = append(args, to.UnixMilli(), from.UnixMilli())
	}
	return list(ctx, s, "read the appointments", scanAppointment, query+` ORDER BY begins, uid`, args...)
}

func scanAppointment(row scannable) (a calendar.Appointment, err error) {
	var local, status, exdates, rdates, overrides string
	var leads *string
	var begins, length, created, updated int64
	var ends *int64
	if err := row.Scan(&a.UID, &a.Sequence, &a.Title, &a.Type, &a.Therapist, &a.Place, &a.Notes, &local, &a.Zone, &begins, &ends, &length, &a.AllDay, &status,
		&leads, &a.Rule, &exdates, &rdates, &overrides, &a.Source, &created, &updated); err != nil {
		return a, err
	}
	if a.Start, err = calendar.ParseWall(local); err != nil {
		return a, fmt.Errorf("the appointment %s: %w", a.UID, err)
	}
	for _, part := range []struct {
		text string
		to   any
	}{{exdates, &a.ExDates}, {rdates, &a.RDates}, {overrides, &a.Overrides}} {
		if err := json.Unmarshal([]byte(part.text), part.to); err != nil {
			return a, fmt.Errorf("the appointment %s: %w", a.UID, err)
		}
	}
	if leads != nil {
		a.Leads = []calendar.Lead{}
		if err := json.Unmarshal([]byte(*leads), &a.Leads); err != nil {
			return a, fmt.Errorf("the appointment %s: %w", a.UID, err)
		}
	}
	a.Status, a.Length = calendar.Status(status), time.Duration(length)*time.Millisecond
	a.Created, a.Updated = time.UnixMilli(created).UTC(), time.UnixMilli(updated).UTC()
	return a, nil
}

// DeleteAppointment deletes one and returns it. It can be brought back with
// UndeleteAppointment. An id that is not there is ErrNotFound.
func (s *Store) DeleteAppointment(ctx context.Context, uid string) (calendar.Appointment, error) {
	return changed(ctx, s, "delete the appointment", uid, appointmentIDs, scanAppointment, `UPDATE appointment SET deleted_at = ?
		WHERE uid = ? AND deleted_at IS NULL RETURNING `+appointmentColumns, s.o.Now().UnixMilli(), uid)
}

// UndeleteAppointment brings a deleted one back. One that was not deleted
// stays as it is.
func (s *Store) UndeleteAppointment(ctx context.Context, uid string) error {
	_, err := changed(ctx, s, "bring the appointment back", uid, appointmentIDs, scanText, `UPDATE appointment SET deleted_at = NULL WHERE uid = ? RETURNING uid`, uid)
	return err
}
