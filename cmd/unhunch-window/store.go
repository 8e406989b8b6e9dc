package main

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/sqlite"
	"github.com/unhunch/unhunch/ui"
)

// store is the database, opened by whoever needs it first.
type store struct {
	mu     sync.Mutex
	db     *sqlite.Store
	notes  []string
	closed bool
}

// within is how long one question to the database may take: longer than a
// backup by another program holds it.
const within = 15 * time.Second

// open opens the database early and tells what a person should know about it.
func (s *store) open(ctx context.Context, tell func(string)) {
	_, err := s.get(ctx)
	s.mu.Lock()
	notes := slices.Clone(s.notes)
	s.mu.Unlock()
	if err != nil && ctx.Err() == nil {
		notes = append(notes, catalog.L("Your journal cannot be opened: {{.Problem}}", catalog.D{"Problem": err}))
	}
	for _, n := range notes {
		tell(n)
	}
}

// get is the open database. One that could not be opened is tried again the
// next time.
func (s *store) get(ctx context.Context) (*sqlite.Store, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, errors.New(catalog.L("the window is closing"))
	}
	if s.db != nil {
		return s.db, nil
	}
	db, report, err := sqlite.Open(ctx, sqlite.Path(), sqlite.Options{Now: now})
	if err != nil {
		return nil, err
	}
	s.db, s.notes = db, report.Notes
	if report.Recovery != nil {
		s.notes = append(s.notes, report.Recovery.Sentence())
	}
	return db, nil
}

// Close closes the database.
func (s *store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	if s.db == nil {
		return nil
	}
	return s.db.Close()
}

// with asks the database something.
func with[T any](s *store, ask func(context.Context, *sqlite.Store) (T, error)) (T, error) {
	ctx, cancel := context.WithTimeout(context.Background(), within)
	defer cancel()
	db, err := s.get(ctx)
	if err != nil {
		var none T
		return none, err
	}
	return ask(ctx, db)
}

// AddPain saves an entry.
func (s *store) AddPain(p ui.Pain) (ui.Pain, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) (ui.Pain, error) { return db.AddPain(ctx, p) })
}

// LastPain is the newest entry.
func (s *store) LastPain() (ui.Pain, bool, error) {
	found := false
	p, err := with(s, func(ctx context.Context, db *sqlite.Store) (ui.Pain, error) {
		p, ok, err := db.LastPain(ctx)
		found = ok
		return p, err
	})
	return p, found, err
}

// Pains are the newest entries.
func (s *store) Pains(limit int) ([]ui.Pain, error) {
	all, err := with(s, func(ctx context.Context, db *sqlite.Store) ([]ui.Pain, error) {
		return db.Pains(ctx, time.UnixMilli(0).AddDate(-200, 0, 0), now().AddDate(1, 0, 0))
	})
	slices.Reverse(all)
	return all[:min(limit, len(all))], err
}

// DeletePain takes an entry out of every list.
func (s *store) DeletePain(id string) error {
	_, err := with(s, func(ctx context.Context, db *sqlite.Store) (ui.Pain, error) { return db.DeletePain(ctx, id) })
	return err
}

// UndeletePain brings an entry back.
func (s *store) UndeletePain(id string) error {
	_, err := with(s, func(ctx context.Context, db *sqlite.Store) (struct{}, error) {
		return struct{}{}, db.UndeletePain(ctx, id)
	})
	return err
}

// Counts sums up the prompts.
func (s *store) Counts(from, to time.Time) (ui.Counts, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) (ui.Counts, error) {
		c, err := db.Counts(ctx, from, to)
		p, st := c["posture"], c["stretch"]
		return ui.Counts{PostureDone: p.Done, PostureShown: p.Shown, StretchDone: st.Done, StretchShown: st.Shown}, err
	})
}

// LongestSit is the longest stay at the desk.
func (s *store) LongestSit(from, to time.Time) (time.Duration, error) {
	return with(s, func(ctx context.Context, db *sqlite.Store) (time.Duration, error) {
		return db.LongestSit(ctx, from, to)
	})
}
