//go:build linux

package main_test

import (
	"database/sql"
	"fmt"
	"net/url"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// counted tells how many prompts of a reminder ended so, in the prompt log:
// what Today counts.
func (d *desktop) counted(reminder, outcome string) (n int) {
	d.t.Helper()
	file := url.URL{Scheme: "file", Opaque: d.path("data", "unhunch", "unhunch.db"), RawQuery: "mode=ro&_pragma=busy_timeout(5000)"}
	db, err := sql.Open("sqlite", file.String())
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	row := db.QueryRowContext(d.t.Context(), "SELECT COUNT(*) FROM prompt WHERE reminder = ? AND outcome = ?", reminder, outcome)
	if err := row.Scan(&n); err != nil {
		d.t.Fatal(err)
	}
	return n
}

// countedAs waits until so many prompts of a reminder are counted with that
// outcome: a notification may be gone a moment before its answer is saved.
func (d *desktop) countedAs(reminder, outcome string, want int) {
	d.t.Helper()
	d.until(5*time.Second, fmt.Sprintf("%d of %s counted as %s", want, reminder, outcome), func() bool {
		return d.counted(reminder, outcome) == want
	})
}
