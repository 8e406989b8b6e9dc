package sqlite

import (
	"database/sql"
	"path/filepath"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// years makes a database with n prompts, one every ten minutes before noon.
func years(b *testing.B, n int) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "unhunch.db")
	s, _, err := Open(b.Context(), path, at(noon))
	if err != nil {
		b.Fatal(err)
	}
	err = s.write(b.Context(), "fill", func(tx *sql.Tx) error {
		_, err := tx.Exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
			INSERT INTO prompt (reminder, at, shown_at, closed_at, outcome)
			SELECT 'posture', ?2 - i * 600000, ?2 - i * 600000, ?2 - i * 600000 + 5000, 'done' FROM n`, n, noon.UnixMilli())
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

func BenchmarkOpen(b *testing.B) {
	for name, n := range map[string]int{"new": 0, "1 year": 30_000, "10 MB": 165_000} {
		b.Run(name, func(b *testing.B) {
			path := years(b, n)
			b.ReportMetric(float64(size(path))/1e6, "MB")
			b.ResetTimer()
			for b.Loop() {
				s, _, err := Open(b.Context(), path, at(noon))
				if err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}

func BenchmarkRecord(b *testing.B) {
	s, _, err := Open(b.Context(), years(b, 30_000), at(noon))
	if err != nil {
		b.Fatal(err)
	}
	st, _, _ := reminders.State{}.Step(noon, reminders.Start{Config: reminders.DefaultConfig()})
	effects := []reminders.Effect{show(reminders.Posture, noon), end(reminders.Posture, noon, reminders.Done)}
	b.ResetTimer()
	for b.Loop() {
		if err := s.Record(b.Context(), st, noon, effects); err != nil {
			b.Fatal(err)
		}
	}
	b.StopTimer()
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkCounts(b *testing.B) {
	s, _, err := Open(b.Context(), years(b, 165_000), at(noon))
	if err != nil {
		b.Fatal(err)
	}
	for name, from := range map[string]time.Time{"day": noon.AddDate(0, 0, -1), "year": noon.AddDate(-1, 0, 0)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Counts(b.Context(), from, noon); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
}
