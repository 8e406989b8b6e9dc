package main

import (
	"context"
	"time"

	"github.com/unhunch/unhunch/reminders/sqlite"
	"github.com/unhunch/unhunch/ui"
)

// Visits are all visits, in the order they happened.
func (s *store) Visits() ([]ui.Visited, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) ([]ui.Visited, error) {
		return db.Visits(ctx, time.UnixMilli(0).AddDate(-200, 0, 0), now().AddDate(1, 0, 0))
	})
}

// LastVisit is the latest visit.
func (s *store) LastVisit() (ui.Visited, bool, error) {
	found := false
	v, err := with(s, func(ctx context.Context, db *sqlite.Store) (ui.Visited, error) {
		v, ok, err := db.LastVisit(ctx)
		found = ok
		return v, err
	})
	return v, found, err
}

// AddVisit keeps a visit.
func (s *store) AddVisit(v ui.Visited) (ui.Visited, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) (ui.Visited, error) { return db.AddVisit(ctx, v) })
}

// ChangeVisit keeps what change makes of a visit.
func (s *store) ChangeVisit(id string, change func(ui.Visited) (ui.Visited, error)) (before, after ui.Visited, err error) {
	return both(s, func(ctx context.Context, db *sqlite.Store) (before, after ui.Visited, err error) {
		return db.ChangeVisit(ctx, id, change)
	})
}

// FollowUp keeps a follow-up's answer.
func (s *store) FollowUp(id string, which ui.FollowUp, intensity *int) (before, after ui.Visited, err error) {
	return both(s, func(ctx context.Context, db *sqlite.Store) (before, after ui.Visited, err error) {
		return db.FollowUp(ctx, id, which, intensity)
	})
}

// DeleteVisit takes a visit out of every list.
func (s *store) DeleteVisit(id string) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error {
		_, err := db.DeleteVisit(ctx, id)
		return err
	})
}

// UndeleteVisit brings a deleted visit back.
func (s *store) UndeleteVisit(id string) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error {
		_, err := db.UndeleteVisit(ctx, id)
		return err
	})
}

// Therapists are all of them by name.
func (s *store) Therapists() ([]ui.Therapist, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) ([]ui.Therapist, error) { return db.Therapists(ctx) })
}

// AddTherapist keeps a therapist.
func (s *store) AddTherapist(x ui.Therapist) (ui.Therapist, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) (ui.Therapist, error) { return db.AddTherapist(ctx, x) })
}

// ChangeTherapist keeps what change makes of a therapist.
func (s *store) ChangeTherapist(id string, change func(ui.Therapist) (ui.Therapist, error)) (before, after ui.Therapist, err error) {
	return both(s, func(ctx context.Context, db *sqlite.Store) (before, after ui.Therapist, err error) {
		return db.ChangeTherapist(ctx, id, change)
	})
}

// DeleteTherapist takes a therapist out of every list.
func (s *store) DeleteTherapist(id string) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error {
		_, err := db.DeleteTherapist(ctx, id)
		return err
	})
}

// both asks the database for something as it was and as it is.
func both[T any](s *store, ask func(context.Context, *sqlite.Store) (before, after T, err error)) (before, after T, err error) {
	after, err = with(s, func(ctx context.Context, db *sqlite.Store) (T, error) {
		was, is, err := ask(ctx, db)
		before = was
		return is, err
	})
	return before, after, err
}
