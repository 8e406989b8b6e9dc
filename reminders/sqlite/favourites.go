package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Favourites are what the person marked, as routine:low-back-10 or
// exercise:cat, in the order they were marked.
func (s *Store) Favourites(ctx context.Context) ([]string, error) {
	var out []string
	err := s.read(ctx, "read the favourites", func() error {
		out = nil
		rows, err := s.db.QueryContext(ctx, `SELECT entry FROM favourite ORDER BY marked_at, entry`)
		if err != nil {
			return err
		}
		for rows.Next() {
			var entry string
			if err := rows.Scan(&entry); err != nil {
				return errors.Join(err, rows.Close())
			}
			out = append(out, entry)
		}
		return errors.Join(rows.Err(), rows.Close())
	})
	return out, err
}

// Mark makes an entry a favourite, or none again. Told twice it is the same.
func (s *Store) Mark(ctx context.Context, entry string, favourite bool) error {
	const doing = "mark a favourite"
	if entry == "" || len(entry) > 200 {
		return &Error{Doing: doing, Path: s.at.path, Err: fmt.Errorf("%.40q", entry), Hint: "name an entry as routine:low-back-10"}
	}
	return s.write(ctx, doing, func(tx *sql.Tx) error {
		if !favourite {
			_, err := tx.ExecContext(ctx, `DELETE FROM favourite WHERE entry = ?`, entry)
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO favourite (entry, marked_at) VALUES (?, ?) ON CONFLICT DO NOTHING`, entry, s.o.Now().UnixMilli())
		return err
	})
}
