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

// Profile is what the person told about themselves, as SetProfile last kept
// it, with instants in UTC; the zero Profile if nothing was ever kept.
func (s *Store) Profile(ctx context.Context) (safety.Profile, error) {
	var p safety.Profile
	err := s.read(ctx, "read the profile", func() error {
		p = safety.Profile{}
		// One statement, so that the facts belong to the rest.
		rows, err := s.db.QueryContext(ctx, `SELECT asked_at, skipped, pregnant, due, stage, pregnancy_noted_at, fact, noted_at
			FROM profile LEFT JOIN profile_fact WHERE id = 1`)
		if err != nil {
			return err
		}
		for rows.Next() {
			if err := scanProfile(rows, &p); err != nil {
				return errors.Join(err, rows.Close())
			}
		}
		return errors.Join(rows.Err(), rows.Close())
	})
	if err != nil {
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

// SetProfile keeps a profile in the place of the one before, all of it or
// nothing. A due date is kept as the day it is in its own zone; without a
// pregnancy neither it nor the third is kept. Facts the library does not know
// are: they may be a later library's.
func (s *Store) SetProfile(ctx context.Context, p safety.Profile) error {
	const doing = "save the profile"
	if !p.Pregnancy.Is {
		p.Pregnancy.Due, p.Pregnancy.Stage = time.Time{}, 0
	}
	if err := checkProfile(p); err != nil {
		return &Error{Doing: doing, Path: s.at.path, Err: err, Hint: "unhunch profile set --help shows what can be told"}
	}
	var due sql.NullString
	if d := p.Pregnancy.Due; !d.IsZero() {
		due = sql.NullString{String: d.Format(time.DateOnly), Valid: true}
	}
	return s.write(ctx, doing, func(tx *sql.Tx) error {
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
	})
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
