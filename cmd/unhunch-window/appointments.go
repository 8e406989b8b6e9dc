package main

import (
	"context"
	"time"

	"github.com/unhunch/unhunch/reminders/sqlite"
	"github.com/unhunch/unhunch/ui"
)

// Appointments are all massage appointments that may still take place, or did
// not long ago.
func (s *store) Appointments() ([]ui.Booked, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) ([]ui.Booked, error) {
		now := time.Now()
		return db.Appointments(ctx, now.AddDate(0, 0, -8), now.AddDate(2, 0, 0))
	})
}

// ChangeAppointment keeps what change makes of an appointment.
func (s *store) ChangeAppointment(uid string, change func(ui.Booked) ([]ui.Booked, error)) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error {
		_, err := db.ChangeAppointment(ctx, uid, change)
		return err
	})
}
