//go:build linux

package main_test

import (
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// quick is a pack that makes the routines one is offered short enough for a
// test: three seconds each.
func (d *desktop) quick() {
	d.t.Helper()
	pack := filepath.Join("data", "unhunch", "packs", "quick")
	if err := os.MkdirAll(d.path(pack, "exercises"), 0o700); err != nil {
		d.t.Fatal(err)
	}
	d.write(filepath.Join(pack, "pack.toml"), "name = \"Quick\"\n", 0o600)
	d.write(filepath.Join(pack, "exercises", "neck.toml"), `[[exercise]]
id = "quick-nod"
name = "Quick nod"
steps = ["Nod."]
reps = 1
hold_s = 1
move_s = 2
pregnancy = { t1 = "ok", t2 = "ok", t3 = "ok" }
conditions = {}

[exercise.pose]
view = "side"
prop = "chair"
supported_by = ["seat", "feet"]
start = { hip = [90, 90], knee = [90, 90] }
end = { neck = 25 }
`, 0o600)
	var text strings.Builder
	for _, id := range []string{"micro-1", "desk-reset-3", "meeting-stealth-2", "morning-5", "lunch-legs-6", "laptop-hunch-4", "evening-8", "after-massage-5"} {
		fmt.Fprintf(&text, "[[routine]]\nid = %q\nname = \"Quick one\"\nrest_s = 1\nplace = \"seated\"\nitems = [{ exercise = \"quick-nod\" }, { exercise = \"quick-nod\" }]\n\n", id)
	}
	d.write(filepath.Join(pack, "routines.toml"), text.String(), 0o600)
}

// stretched are the outcomes of the sessions that were kept, oldest first.
func (d *desktop) stretched() (outcomes []string) {
	d.t.Helper()
	file := url.URL{Scheme: "file", Opaque: d.path("data", "unhunch", "unhunch.db"), RawQuery: "mode=ro&_pragma=busy_timeout(5000)"}
	db, err := sql.Open("sqlite", file.String())
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	rows, err := db.QueryContext(d.t.Context(), "SELECT outcome FROM stretch WHERE deleted_at IS NULL ORDER BY started_at")
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var o string
		if err := rows.Scan(&o); err != nil {
			d.t.Fatal(err)
		}
		outcomes = append(outcomes, o)
	}
	return outcomes
}

// TestStretchFromTheNotification follows a stretch from its notification to its
// end: the reminder waits meanwhile, is answered then, and the session is kept.
func TestStretchFromTheNotification(t *testing.T) {
	d := newDesktop(t)
	d.only("stretch.enabled", "true", "stretch.every", "3s", "expire_after", "4s")
	d.quick()
	d.unhunch("profile", "confirm")
	d.startAgent()
	n := d.nextNote(15 * time.Second)
	if problems := d.status().Notices; len(problems) > 0 {
		t.Fatalf("the pack: %q", problems)
	}
	began := time.Now()
	d.press("Start")
	id, took := d.window(windowWithin)
	d.titled(id, "Stretching", windowWithin)
	d.painted(id, windowWithin)
	t.Logf("window %.0f ms and player %.0f ms after Start", took.Seconds()*1000, time.Since(began).Seconds()*1000)
	d.noteGone(n, 5*time.Second)
	// Longer than the reminder would stay by itself: it waits for the person.
	if !d.status().open("stretch") {
		t.Error("the reminder does not wait while the person is at it")
	}
	time.Sleep(5 * time.Second)
	if !d.status().open("stretch") && len(d.stretched()) == 0 {
		t.Error("the reminder expired in the middle of the stretch")
	}
	// Five seconds to get ready, twice three seconds, and a rest.
	d.until(25*time.Second, "the session is kept", func() bool { return len(d.stretched()) == 1 })
	if got := d.stretched(); got[0] != "completed" {
		t.Errorf("kept as %q", got)
	}
	d.countedAs("stretch", "done", 1)
	d.keep(id, "stretch-after")
	d.closeWindow(id)
}

// TestStretchInterrupted stops the window's process in the middle, as a sleep of
// the machine does, kills it, and goes on in a new window.
func TestStretchInterrupted(t *testing.T) {
	d := newDesktop(t)
	d.only()
	d.quick()
	d.unhunch("profile", "confirm")
	d.startAgent()
	d.unhunch("stretch", "micro-1")
	id, _ := d.window(windowWithin)
	d.titled(id, "Stretching", windowWithin)
	d.painted(id, windowWithin)
	time.Sleep(5500 * time.Millisecond) // in the first exercise
	pid := d.windowPID()
	if err := syscall.Kill(pid, syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	time.Sleep(12 * time.Second)
	if err := syscall.Kill(pid, syscall.SIGCONT); err != nil {
		t.Fatal(err)
	}
	time.Sleep(8 * time.Second) // by itself it would be through
	if got := d.stretched(); len(got) != 0 {
		t.Fatalf("it went on by itself: %q", got)
	}
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	d.until(5*time.Second, "the window is gone", func() bool { return len(d.windows()) == 0 })

	d.unhunch("open", "today")
	id, _ = d.window(windowWithin)
	d.painted(id, windowWithin)
	time.Sleep(time.Second)
	d.keep(id, "stretch-paused")
	d.unhunch("stretch", "micro-1") // what is under way, not a new one
	d.titled(id, "Stretching", 5*time.Second)
	time.Sleep(500 * time.Millisecond)
	d.key(id, "space")
	d.until(15*time.Second, "the session is kept", func() bool { return len(d.stretched()) == 1 })
	if got := d.stretched(); got[0] != "completed" {
		t.Errorf("kept as %q", got)
	}
}

// keep saves a picture of a window where UNHUNCH_SCREENSHOTS asks for it.
func (d *desktop) keep(id, name string) {
	if dir := os.Getenv("UNHUNCH_SCREENSHOTS"); dir != "" {
		keep(d.t, d.picture(id, name))
	}
}
