package sqlite

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"strings"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

const (
	painColumns = `id, at, intensity, regions, note`
	painIDs     = "'unhunch pain list' shows the ids"
)

// AddPain keeps an entry and returns it as it was kept: tidied, with an id of
// its own that is short enough to type. One that does not pass
// diary.Pain.Validate is refused with that error.
func (s *Store) AddPain(ctx context.Context, p diary.Pain) (diary.Pain, error) {
	p = p.Tidy()
	p.At = time.UnixMilli(p.At.UnixMilli()).UTC()
	now := s.o.Now()
	if err := p.Validate(now); err != nil {
		return diary.Pain{}, err
	}
	words := make([]string, len(p.Regions))
	for i, r := range p.Regions {
		words[i] = string(r)
	}
	err := s.write(ctx, "save the pain entry", func(tx *sql.Tx) error {
		return underNewID(func(id string) (sql.Result, error) {
			p.ID = id
			return tx.ExecContext(ctx, `INSERT INTO pain (id, at, intensity, regions, note, created_at)
				VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
				p.ID, p.At.UnixMilli(), p.Intensity, strings.Join(words, " "), p.Note, now.UnixMilli())
		})
	})
	if err != nil {
		return diary.Pain{}, err
	}
	return p, nil
}

// newID makes an id: a letter and three letters or digits, more after several
// that were taken. It has no vowels, so that it spells no word, and nothing
// that looks like something else.
func newID(try int) string {
	const letters, rest = "bcdfghjkmnpqrstvwxz", "bcdfghjkmnpqrstvwxz23456789"
	b := make([]byte, 4+try/4)
	random := make([]byte, len(b))
	_, _ = rand.Read(random) // never fails, as its documentation promises
	for i := range b {
		from := rest
		if i == 0 {
			from = letters
		}
		b[i] = from[int(random[i])%len(from)]
	}
	return string(b)
}

// Pains lists the entries from one instant up to, not including, another, in
// the order they happened.
func (s *Store) Pains(ctx context.Context, from, to time.Time) ([]diary.Pain, error) {
	return list(ctx, s, "read the pain entries", scanPain, `SELECT `+painColumns+` FROM pain
		WHERE deleted_at IS NULL AND at >= ? AND at < ? ORDER BY at, created_at, rowid`, from.UnixMilli(), to.UnixMilli())
}

func scanPain(row scannable) (diary.Pain, error) {
	var p diary.Pain
	var at int64
	var regions string
	if err := row.Scan(&p.ID, &at, &p.Intensity, &regions, &p.Note); err != nil {
		return diary.Pain{}, err
	}
	p.At = time.UnixMilli(at).UTC()
	p.Regions = []diary.Region{}
	for r := range strings.FieldsSeq(regions) {
		p.Regions = append(p.Regions, diary.Region(r))
	}
	return p, nil
}

// LastPain is the latest entry, and whether there is one.
func (s *Store) LastPain(ctx context.Context) (diary.Pain, bool, error) {
	var p diary.Pain
	found := true
	err := s.read(ctx, "read the last pain entry", func() error {
		var err error
		p, err = scanPain(s.db.QueryRowContext(ctx, `SELECT `+painColumns+` FROM pain
			WHERE deleted_at IS NULL ORDER BY at DESC, created_at DESC, rowid DESC LIMIT 1`))
		if errors.Is(err, sql.ErrNoRows) {
			found = false
			return nil
		}
		return err
	})
	return p, found && err == nil, err
}

// DeletePain deletes an entry and returns it. It can be brought back with
// UndeletePain. An id that is not there is ErrNotFound.
func (s *Store) DeletePain(ctx context.Context, id string) (diary.Pain, error) {
	return changed(ctx, s, "delete the pain entry", id, painIDs, scanPain, `UPDATE pain SET deleted_at = ?
		WHERE id = ? AND deleted_at IS NULL RETURNING `+painColumns, s.o.Now().UnixMilli(), typed(id))
}

// UndeletePain brings a deleted entry back. One that was not deleted stays as
// it is; an id that never was is ErrNotFound.
func (s *Store) UndeletePain(ctx context.Context, id string) error {
	_, err := changed(ctx, s, "bring the pain entry back", id, painIDs, scanText, `UPDATE pain SET deleted_at = NULL WHERE id = ? RETURNING id`, typed(id))
	return err
}

// typed is an id as somebody types it.
func typed(id string) string { return strings.ToLower(strings.TrimSpace(id)) }
