package sqlite

import (
	"context"
	sqldriver "database/sql/driver"
	"errors"
	"fmt"
	"testing"

	driver "modernc.org/sqlite"
)

func TestEveryConnectionComesUpAsItMust(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	for _, g := range pragmas {
		var got string
		must(t, s.db.QueryRow("PRAGMA "+g.name).Scan(&got))
		if got != g.want {
			t.Errorf("%s = %s, want %s", g.name, got, g.want)
		}
	}
	var id int64
	must(t, s.db.QueryRow("PRAGMA application_id").Scan(&id))
	if id != applicationID {
		t.Errorf("application_id = %x", id)
	}
	// Immediate: the second transaction has to wait at its beginning.
	tx, err := s.db.Begin()
	must(t, err)
	c, err := driver.NewConnector(dsn(s.Path(), full))
	must(t, err)
	other, err := c.Connect(t.Context())
	must(t, err)
	if err := run(t.Context(), other, "PRAGMA busy_timeout = 1"); err != nil {
		t.Fatal(err)
	}
	if err := run(t.Context(), other, "BEGIN IMMEDIATE"); !errors.Is(kind(err), ErrBusy) {
		t.Errorf("a second writer: %v", err)
	}
	must(t, other.Close())
	must(t, tx.Rollback())
}

func run(ctx context.Context, c any, sql string) error {
	q, ok := c.(interface {
		ExecContext(context.Context, string, []sqldriver.NamedValue) (sqldriver.Result, error)
	})
	if !ok {
		return fmt.Errorf("%T cannot execute", c)
	}
	_, err := q.ExecContext(ctx, sql, nil)
	return err
}

func TestASettingThatWasNotTakenIsAnError(t *testing.T) {
	c, err := driver.NewConnector("file::memory:?_pragma=journal_mode(WAL)")
	must(t, err)
	_, err = verified{c, full}.Connect(t.Context())
	var p *PragmaError
	if !errors.As(err, &p) || p.Name != "busy_timeout" {
		t.Fatalf("%v", err)
	}
	// In memory there is no write-ahead log, as on a network disk.
	c, err = driver.NewConnector(dsn("/x", full) + "&mode=memory")
	must(t, err)
	_, err = verified{c, full}.Connect(t.Context())
	if !errors.As(err, &p) || p.Name != "journal_mode" || p.Got != "memory" {
		t.Fatalf("%v", err)
	}
	if damaged(err) {
		t.Error("taken for damage")
	}
}
