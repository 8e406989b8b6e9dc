package main

import (
	"context"

	"github.com/unhunch/unhunch/reminders/sqlite"
	"github.com/unhunch/unhunch/ui"
)

// Profile is what the person told about themselves.
func (s *store) Profile() (ui.Profile, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) (ui.Profile, error) { return db.Profile(ctx) })
}

// ChangeProfile keeps what change makes of it.
func (s *store) ChangeProfile(change func(ui.Profile) ui.Profile) (before, after ui.Profile, err error) {
	_, err = with(s, func(ctx context.Context, db *sqlite.Store) (none struct{}, err error) {
		before, after, err = db.ChangeProfile(ctx, func(p ui.Profile) (ui.Profile, error) { return change(p), nil })
		return none, err
	})
	return before, after, err
}

// DeskAnswers are the answers of the desk check-up.
func (s *store) DeskAnswers() ([]ui.DeskAnswer, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) ([]ui.DeskAnswer, error) { return db.DeskAnswers(ctx) })
}

// AnswerDesk keeps an answer of the desk check-up.
func (s *store) AnswerDesk(a ui.DeskAnswer) error {
	_, err := with(s, func(ctx context.Context, db *sqlite.Store) (struct{}, error) {
		return struct{}{}, db.AnswerDesk(ctx, a)
	})
	return err
}
