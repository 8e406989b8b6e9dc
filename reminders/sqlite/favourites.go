package sqlite

import (
	"context"
	"database/sql"
	"fmt"
)

// Favourites are what the person marked, as routine:low-back-10 or
// exercise:cat, in the order they were marked.
func (s *Store) Favourites(ctx context.Context) ([]string, error) {
	return list(ctx, s, "read the favourites", scanText, `SELECT entry FROM favourite ORDER BY marked_at, entry`)
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
