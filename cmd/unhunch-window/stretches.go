package main

import (
	"context"
	"time"

	"github.com/unhunch/unhunch/reminders/sqlite"
	"github.com/unhunch/unhunch/ui"
)

// AddStretch keeps a session.
func (s *store) AddStretch(x ui.Stretched) (ui.Stretched, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) (ui.Stretched, error) { return db.AddStretch(ctx, x) })
}

// FeltAfter keeps how a session was.
func (s *store) FeltAfter(id string, how ui.Feeling, after *int) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error { return db.FeltAfter(ctx, id, how, after) })
}

// Stretches are the sessions that began between two instants.
func (s *store) Stretches(from, to time.Time) ([]ui.Stretched, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) ([]ui.Stretched, error) {
		return db.Stretches(ctx, from, to)
	})
}

// DeleteStretch takes a session out of every list.
func (s *store) DeleteStretch(id string) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error { return db.DeleteStretch(ctx, id) })
}

// UndeleteStretch brings a deleted session back.
func (s *store) UndeleteStretch(id string) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error { return db.UndeleteStretch(ctx, id) })
}

// SaveSession keeps the session under way.
func (s *store) SaveSession(state []byte) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error { return db.SaveSession(ctx, state) })
}

// Session is the one that was kept.
func (s *store) Session() ([]byte, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) ([]byte, error) {
		state, _, err := db.Session(ctx)
		return state, err
	})
}

// Favourites are the marked entries.
func (s *store) Favourites() ([]string, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) ([]string, error) { return db.Favourites(ctx) })
}

// Mark makes an entry a favourite, or none again.
func (s *store) Mark(entry string, favourite bool) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error { return db.Mark(ctx, entry, favourite) })
}

// do asks the database for something that answers nothing.
func do(s *store, what func(context.Context, *sqlite.Store) error) error {
	_, err := with(s, func(ctx context.Context, db *sqlite.Store) (struct{}, error) { return struct{}{}, what(ctx, db) })
	return err
}
