package main

import (
	"context"
	"time"

	"github.com/unhunch/unhunch/reminders/sqlite"
	"github.com/unhunch/unhunch/ui"
)

// AddRelaxation keeps a relaxation.
func (s *store) AddRelaxation(x ui.Relaxed) (ui.Relaxed, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) (ui.Relaxed, error) { return db.AddRelaxation(ctx, x) })
}

// FeltCalm keeps how calm somebody was before and after one.
func (s *store) FeltCalm(id string, before, after *int) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error { return db.FeltCalm(ctx, id, before, after) })
}

// Relaxations are those that began between two instants.
func (s *store) Relaxations(from, to time.Time) ([]ui.Relaxed, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) ([]ui.Relaxed, error) {
		return db.Relaxations(ctx, from, to)
	})
}

// DeleteRelaxation takes one out of every list.
func (s *store) DeleteRelaxation(id string) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error { return db.DeleteRelaxation(ctx, id) })
}

// UndeleteRelaxation brings a deleted one back.
func (s *store) UndeleteRelaxation(id string) error {
	return do(s, func(ctx context.Context, db *sqlite.Store) error { return db.UndeleteRelaxation(ctx, id) })
}
