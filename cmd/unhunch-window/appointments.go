package main

import (
	"context"
	"errors"
	"io"
	"os"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/sqlite"
	"github.com/unhunch/unhunch/ui"
)

// Appointments are all massage appointments that may still take place, or did
// in the last year, so that they can be logged.
func (s *store) Appointments() ([]ui.Booked, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) ([]ui.Booked, error) {
		today := now()
		return db.Appointments(ctx, today.AddDate(-1, 0, -8), today.AddDate(2, 0, 0))
	})
}

// AppointmentsBetween are those that may have an occurrence between two instants.
func (s *store) AppointmentsBetween(from, to time.Time) ([]ui.Booked, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) ([]ui.Booked, error) {
		return db.Appointments(ctx, from, to)
	})
}

// AddAppointment keeps an appointment.
func (s *store) AddAppointment(a ui.Booked) (ui.Booked, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) (ui.Booked, error) { return db.AddAppointment(ctx, a) })
}

// ChangeAppointment keeps what change makes of an appointment.
func (s *store) ChangeAppointment(uid string, change func(a ui.Booked, fresh string) ([]ui.Booked, error)) ([]ui.Booked, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) ([]ui.Booked, error) {
		fresh, err := db.FreshID(ctx)
		if err != nil {
			return nil, err
		}
		return db.ChangeAppointment(ctx, uid, func(a ui.Booked) ([]ui.Booked, error) { return change(a, fresh) })
	})
}

// PutAppointments keeps all of some appointments, or none.
func (s *store) PutAppointments(list []ui.Booked) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error { return db.ImportAppointments(ctx, list) })
}

// DeleteAppointment takes an appointment out of every list.
func (s *store) DeleteAppointment(uid string) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error {
		_, err := db.DeleteAppointment(ctx, uid)
		return err
	})
}

// UndeleteAppointment brings a deleted one back.
func (s *store) UndeleteAppointment(uid string) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error { return db.UndeleteAppointment(ctx, uid) })
}

// ReviseAppointments keeps and deletes what change makes of all appointments.
func (s *store) ReviseAppointments(change func([]ui.Booked) ([]ui.Booked, []string, error)) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error { return db.ReviseAppointments(ctx, change) })
}

// OpenCalendar opens a calendar file.
func (s *store) OpenCalendar(path string) (io.ReadCloser, error) {
	info, err := os.Stat(path) // opening a pipe would wait for whoever writes into it
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errors.New(catalog.L("{{.File}} is a folder", catalog.D{"File": path}))
	case !info.Mode().IsRegular():
		return nil, errors.New(catalog.L("{{.File}} is no file", catalog.D{"File": path}))
	}
	return os.Open(path) //nolint:gosec // a file the person named
}

// Screening are the latest answers to the checklist before a massage.
func (s *store) Screening() ([]ui.ScreeningAnswer, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) ([]ui.ScreeningAnswer, error) { return db.Screening(ctx) })
}

// AnswerScreening keeps answers to it.
func (s *store) AnswerScreening(answers ...ui.ScreeningAnswer) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error { return db.AnswerScreening(ctx, answers...) })
}

// ForgetScreening takes answers back.
func (s *store) ForgetScreening(questions ...string) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error { return db.ForgetScreening(ctx, questions...) })
}
