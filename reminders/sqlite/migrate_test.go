package sqlite

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
)

// withSteps are options of a later program, with more migrations.
func withSteps(t *testing.T, more ...string) Options {
	t.Helper()
	steps, err := embedded()
	must(t, err)
	for _, sql := range more {
		steps = append(steps, migration{"later.sql", sql})
	}
	o := at(noon)
	o.steps = steps
	return o
}

func TestTheSchemaHoldsTheTablesThatAreLookedFor(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	rows, err := s.db.Query(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
	must(t, err)
	var have []string
	for rows.Next() {
		var name string
		must(t, rows.Scan(&name))
		have = append(have, name)
	}
	must(t, rows.Close())
	want := slices.Sorted(slices.Values(expected(s.o.latest())))
	slices.Sort(have)
	if !slices.Equal(have, want) {
		t.Errorf("tables %v, and %v are looked for", have, want)
	}
	must(t, verifyIDs(s))
}

func verifyIDs(s *Store) error {
	f, err := identify(context.Background(), s.db)
	if err == nil && (f.state != sound || f.version != s.o.latest()) {
		return errors.New(f.reason)
	}
	return err
}

func TestMigratingMakesABackupFirst(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	now := s.o.latest()
	addPain(t, s, 5, 0)
	mustClose(t, s)

	later := withSteps(t, `ALTER TABLE pain ADD COLUMN mood INTEGER`, `CREATE TABLE later (id TEXT PRIMARY KEY) STRICT; CREATE INDEX v ON later (id)`)
	s, rep := mustOpen(t, path, later)
	if rep.FromVersion != now || rep.ToVersion != now+2 || rep.Created || filepath.Base(rep.Backup) != fmt.Sprintf("unhunch-backup-2026-11-26-before-v%d.db", now+2) {
		t.Errorf("report %+v", rep)
	}
	if got := intensities(t, s); !slices.Equal(got, []int{5}) {
		t.Errorf("after migrating: %v", got)
	}
	_, err := s.db.Exec(`INSERT INTO later VALUES ('x')`)
	must(t, err)
	mustClose(t, s)

	// The backup is of the earlier version, and this version refuses the new
	// file and restores the backup.
	before, err := os.ReadFile(path)
	must(t, err)
	_, _, err = Open(t.Context(), path, at(noon))
	if !errors.Is(err, ErrNewer) || !strings.Contains(err.Error(), "hint: update Unhunch") {
		t.Errorf("a later version's file: %v", err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("a later version's file was touched")
	}
	_, err = Restore(t.Context(), path, rep.Backup, at(noon))
	must(t, err)
	s, _ = mustOpen(t, path, at(noon))
	if got := intensities(t, s); !slices.Equal(got, []int{5}) {
		t.Errorf("after going back: %v", got)
	}
	mustClose(t, s)

	// Restoring an old backup into a new program migrates it.
	rep2, err := Restore(t.Context(), path, rep.Backup, later)
	must(t, err)
	if rep2.FromVersion != now || rep2.ToVersion != now+2 {
		t.Errorf("report %+v", rep2)
	}
	s, rep = mustOpen(t, path, later)
	if got := intensities(t, s); !slices.Equal(got, []int{5}) || rep.FromVersion != now+2 {
		t.Errorf("%v, %+v", got, rep)
	}
}

func TestAMigrationThatFailsChangesNothing(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	addPain(t, s, 5, 0)
	mustClose(t, s)
	_, _, err := Open(t.Context(), path, withSteps(t, `CREATE TABLE later (id TEXT); INSERT INTO nowhere VALUES (1)`))
	if err == nil || !strings.Contains(err.Error(), "later.sql") || errors.Is(err, ErrDamaged) {
		t.Fatalf("%v", err)
	}
	s, rep := mustOpen(t, path, at(noon))
	if got := intensities(t, s); !slices.Equal(got, []int{5}) || rep.Recovery != nil || rep.ToVersion != s.o.latest() {
		t.Errorf("%v, %+v", got, rep)
	}
}

func TestADamagedFileOfALaterProgramIsRestoredFromAnEarlierBackup(t *testing.T) {
	path, _ := backedUp(t)
	overwrite(t, path, 0, make([]byte, 4096))
	s, rep := mustOpen(t, path, withSteps(t, `ALTER TABLE pain ADD COLUMN mood INTEGER`))
	if got := intensities(t, s); !slices.Equal(got, []int{6}) || rep.Recovery == nil || rep.ToVersion != s.o.latest() {
		t.Errorf("%v, %+v", got, rep)
	}
}

func TestMigratingWhileAnEarlierProgramRuns(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	later := withSteps(t, `ALTER TABLE pain ADD COLUMN mood INTEGER`)
	later.wait = 100 * time.Millisecond
	if _, _, err := Open(t.Context(), path, later); !errors.Is(err, ErrInUse) {
		t.Errorf("%v", err)
	}
	addPain(t, s, 5, 0)
	mustClose(t, s)
	s, _ = mustOpen(t, path, later)
	if got := intensities(t, s); !slices.Equal(got, []int{5}) {
		t.Errorf("%v", got)
	}
}

func TestAProgramKilledWhileItMadeTheFile(t *testing.T) {
	for name, leave := range map[string]func(path string){
		"empty": func(path string) { must(t, os.WriteFile(path, nil, 0o600)) },
		"a header": func(path string) {
			db, err := connect(path, full)
			must(t, err)
			must(t, db.Ping())
			must(t, db.Close())
		},
	} {
		path := filepath.Join(t.TempDir(), "unhunch.db")
		leave(path)
		s, rep := mustOpen(t, path, at(noon))
		if !rep.Created || rep.Recovery != nil {
			t.Errorf("%s: %+v", name, rep)
		}
		addPain(t, s, 1, 0)
	}
}

// earlier are options of a program that knows the first n migrations only.
func earlier(t *testing.T, n int) Options {
	t.Helper()
	o := withSteps(t)
	o.steps = o.steps[:n]
	return o
}

func TestADatabaseOfTheFirstVersionKeepsEverything(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, earlier(t, 1))
	want := addPain(t, s, 5, 0)
	gone := addPain(t, s, 7, 0)
	_, err := s.DeletePain(t.Context(), gone.ID)
	must(t, err)
	prompt := reminders.Prompt{ID: reminders.Posture, ShownAt: noon}
	must(t, s.Record(t.Context(), reminders.State{Paused: true}, noon, []reminders.Effect{
		{Verb: reminders.Show, ID: reminders.Posture, Prompt: prompt},
	}))
	before, err := s.Version(t.Context())
	must(t, err)
	mustClose(t, s)

	// Reading alone never migrates.
	if _, _, err := Open(t.Context(), path, Options{ReadOnly: true}); err == nil || !strings.Contains(err.Error(), "start Unhunch once") {
		t.Errorf("only read: %v", err)
	}

	s, rep := mustOpen(t, path, at(noon))
	if rep.FromVersion != 1 || rep.ToVersion != s.o.latest() || rep.Backup == "" || rep.Recovery != nil {
		t.Errorf("report %+v", rep)
	}
	if got := pains(t, s); !reflect.DeepEqual(got, []diary.Pain{want}) {
		t.Errorf("entries %+v, want %+v", got, want)
	}
	must(t, s.UndeletePain(t.Context(), gone.ID))
	if st, found, err := s.Schedule(t.Context()); err != nil || !found || !st.Paused {
		t.Errorf("schedule %+v, %v, %v", st, found, err)
	}
	if log, err := s.Prompts(t.Context(), noon, noon.Add(time.Hour)); err != nil || len(log) != 1 {
		t.Errorf("prompts %+v, %v", log, err)
	}
	if after, err := s.Version(t.Context()); err != nil || after <= before {
		t.Errorf("changes %d after %d, %v", after, before, err)
	}
	if p, err := s.Profile(t.Context()); err != nil || !reflect.DeepEqual(p, safety.Profile{}) {
		t.Errorf("profile %+v, %v", p, err)
	}
	tell(t, s)
	mustClose(t, s)

	// Going back to the backup of the first version loses only what came later.
	_, err = Restore(t.Context(), path, rep.Backup, at(noon))
	must(t, err)
	s, _ = mustOpen(t, path, at(noon))
	if p, err := s.Profile(t.Context()); err != nil || len(p.Facts) != 0 || !slices.Equal(intensities(t, s), []int{5}) {
		t.Errorf("after going back: %+v, %v, %v", p, err, intensities(t, s))
	}
}
