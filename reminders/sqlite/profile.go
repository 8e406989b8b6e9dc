package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
)

// Profile is what the person told about themselves, as it was last kept, with
// instants in UTC; the zero Profile if nothing was ever kept.
func (s *Store) Profile(ctx context.Context) (safety.Profile, error) {
	var p safety.Profile
	err := s.read(ctx, "read the profile", func() (err error) {
		p, err = readProfile(ctx, s.db)
		return err
	})
	return p, err
}

// queryer is a database or a transaction on it.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// readProfile reads with one statement, so that the facts belong to the rest.
func readProfile(ctx context.Context, from queryer) (safety.Profile, error) {
	rows, err := from.QueryContext(ctx, `SELECT asked_at, skipped, pregnant, due, stage, pregnancy_noted_at, fact, noted_at
		FROM profile LEFT JOIN profile_fact WHERE id = 1`)
	if err != nil {
		return safety.Profile{}, err
	}
	var p safety.Profile
	for rows.Next() {
		if err := scanProfile(rows, &p); err != nil {
			return safety.Profile{}, errors.Join(err, rows.Close())
		}
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return safety.Profile{}, err
	}
	return p, nil
}

// scanProfile reads the profile with one of its facts, if it has any.
func scanProfile(row *sql.Rows, p *safety.Profile) error {
	var asked, told, noted sql.NullInt64
	var due, fact sql.NullString
	err := row.Scan(&asked, &p.Skipped, &p.Pregnancy.Is, &due, &p.Pregnancy.Stage, &told, &fact, &noted)
	if err != nil {
		return err
	}
	p.AskedAt, p.Pregnancy.NotedAt = instantOf(asked), instantOf(told)
	if due.Valid {
		if p.Pregnancy.Due, err = time.Parse(time.DateOnly, due.String); err != nil {
			return fmt.Errorf("the due date: %w", err)
		}
	}
	if fact.Valid {
		if p.Facts == nil {
			p.Facts = map[content.Condition]time.Time{}
		}
		p.Facts[content.Condition(fact.String)] = instantOf(noted)
	}
	return nil
}

const savingProfile = "save the profile"

// SetProfile keeps a profile in the place of the one before, all of it or
// nothing. A due date is kept as the day it is in its own zone; without a
// pregnancy neither it nor the third is kept. Facts the library does not know
// are: they may be a later library's. Whoever changes what is there uses
// ChangeProfile, so that nobody else's change is lost.
func (s *Store) SetProfile(ctx context.Context, p safety.Profile) error {
	if err := s.keepable(&p); err != nil {
		return err
	}
	return s.write(ctx, savingProfile, func(tx *sql.Tx) error { return writeProfile(ctx, tx, p) })
}

// ChangeProfile keeps what change makes of the profile as it is now, and
// returns both. No other change comes between the two. Where change returns an
// error nothing is kept, and the error comes back as it is. change may be
// called again if the database was busy, so it has no effects of its own.
func (s *Store) ChangeProfile(ctx context.Context, change func(safety.Profile) (safety.Profile, error)) (before, after safety.Profile, err error) {
	var refused error
	err = s.write(ctx, savingProfile, func(tx *sql.Tx) (err error) {
		refused = nil
		if before, err = readProfile(ctx, tx); err != nil {
			return err
		}
		if after, refused = change(before); refused == nil {
			refused = s.keepable(&after)
		}
		if refused != nil {
			return refused
		}
		return writeProfile(ctx, tx, after)
	})
	switch {
	case refused != nil:
		return before, before, refused
	case err != nil:
		return before, before, err
	}
	return before, after, nil
}

// keepable tidies a profile, and tells what of it cannot be kept.
func (s *Store) keepable(p *safety.Profile) error {
	if !p.Pregnancy.Is {
		p.Pregnancy.Due, p.Pregnancy.Stage = time.Time{}, 0
	}
	if err := checkProfile(*p); err != nil {
		return &Error{Doing: savingProfile, Path: s.at.path, Err: err, Hint: "unhunch profile set --help shows what can be told"}
	}
	return nil
}

func writeProfile(ctx context.Context, tx *sql.Tx, p safety.Profile) error {
	var due sql.NullString
	if d := p.Pregnancy.Due; !d.IsZero() {
		due = sql.NullString{String: d.Format(time.DateOnly), Valid: true}
	}
	_, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO profile
		(id, asked_at, skipped, pregnant, due, stage, pregnancy_noted_at) VALUES (1, ?, ?, ?, ?, ?, ?)`,
		stamp(p.AskedAt), p.Skipped, p.Pregnancy.Is, due, int(p.Pregnancy.Stage), stamp(p.Pregnancy.NotedAt))
	if err == nil {
		_, err = tx.ExecContext(ctx, `DELETE FROM profile_fact`)
	}
	for fact, at := range p.Facts {
		if err == nil {
			_, err = tx.ExecContext(ctx, `INSERT INTO profile_fact (fact, noted_at) VALUES (?, ?)`, string(fact), stamp(at))
		}
	}
	return err
}

// checkProfile tells what of a profile cannot be kept.
func checkProfile(p safety.Profile) error {
	switch g := p.Pregnancy; {
	case g.Stage < 0 || g.Stage > 3:
		return fmt.Errorf("a pregnancy has three thirds, and %d is none of them", g.Stage)
	case !g.Due.IsZero() && (g.Due.Year() < 1900 || g.Due.Year() > 9999):
		return fmt.Errorf("the due date is in the year %d", g.Due.Year())
	}
	for fact := range p.Facts {
		if fact == "" || fact == "pregnancy" || len(fact) > 200 || !utf8.ValidString(string(fact)) {
			return fmt.Errorf("%q is not a fact of the profile", fact)
		}
	}
	return nil
}

// stamp is an instant as it is stored; nothing for the zero time.
func stamp(t time.Time) sql.NullInt64 {
	return sql.NullInt64{Int64: t.UnixMilli(), Valid: !t.IsZero()}
}

// instantOf is the other way round.
func instantOf(ms sql.NullInt64) time.Time {
	if !ms.Valid {
		return time.Time{}
	}
	return time.UnixMilli(ms.Int64).UTC()
}
