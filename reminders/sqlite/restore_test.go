package sqlite

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// saved makes a backup that holds one entry of that intensity.
func saved(t *testing.T, intensity int) string {
	t.Helper()
	s, _ := mustOpen(t, fileIn(t), at(noon))
	addPain(t, s, intensity, 0)
	to := filepath.Join(t.TempDir(), "saved.db")
	must(t, s.Backup(t.Context(), to))
	mustClose(t, s)
	return to
}

func TestRestoreKeepsBoth(t *testing.T) {
	from := saved(t, 8)
	before, err := os.ReadFile(from)
	must(t, err)
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	addPain(t, s, 1, 0)
	mustClose(t, s)

	rep, err := Restore(t.Context(), path, from, at(noon))
	must(t, err)
	if want := filepath.Join(filepath.Dir(path), "unhunch-replaced-20261126-120000.db"); rep.Replaced != want || rep.Created {
		t.Errorf("report %+v, want replaced %s", rep, want)
	}
	s, _ = mustOpen(t, path, at(noon))
	if got := intensities(t, s); !slices.Equal(got, []int{8}) {
		t.Errorf("restored: %v", got)
	}
	mustClose(t, s)
	if after, _ := os.ReadFile(from); !bytes.Equal(before, after) {
		t.Error("the backup was changed")
	}

	// The way back.
	rep, err = Restore(t.Context(), path, rep.Replaced, at(noon))
	must(t, err)
	if filepath.Base(rep.Replaced) != "unhunch-replaced-20261126-120000-2.db" {
		t.Errorf("replaced twice within a second: %s", rep.Replaced)
	}
	s, _ = mustOpen(t, path, at(noon))
	if got := intensities(t, s); !slices.Equal(got, []int{1}) {
		t.Errorf("restored back: %v", got)
	}
}

func TestRestoreWhereNothingIs(t *testing.T) {
	path := fileIn(t)
	rep, err := Restore(t.Context(), path, saved(t, 8), at(noon))
	must(t, err)
	if !rep.Created || rep.Replaced != "" {
		t.Errorf("report %+v", rep)
	}
	s, rep := mustOpen(t, path, at(noon))
	if got := intensities(t, s); !slices.Equal(got, []int{8}) || rep.Created || rep.Recovery != nil {
		t.Errorf("%v, %+v", got, rep)
	}
	if fi, err := os.Stat(path); err != nil || fi.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", fi.Mode(), err)
	}
}

func TestRestoreOverADamagedFile(t *testing.T) {
	path, _ := backedUp(t)
	overwrite(t, path, 0, make([]byte, 4096))
	rep, err := Restore(t.Context(), path, saved(t, 8), at(noon))
	must(t, err)
	if b, _ := os.ReadFile(rep.Replaced); !bytes.HasPrefix(b, make([]byte, 4096)) {
		t.Error("the damaged file is not kept")
	}
	s, rep := mustOpen(t, path, at(noon))
	if got := intensities(t, s); !slices.Equal(got, []int{8}) || rep.Recovery != nil {
		t.Errorf("%v, %+v", got, rep)
	}
}

func TestRestoreWhileItIsOpen(t *testing.T) {
	from := saved(t, 8)
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	addPain(t, s, 1, 0)
	must(t, s.Record(t.Context(), reminders.State{Paused: true}, noon, nil))
	version, err := s.Version(t.Context())
	must(t, err)

	rep, err := Restore(t.Context(), path, from, at(noon))
	must(t, err)
	if got := intensities(t, s); !slices.Equal(got, []int{8}) {
		t.Errorf("seen by the program that has it open: %v", got)
	}
	if _, saved, err := s.Schedule(t.Context()); saved || err != nil {
		t.Errorf("the schedule: saved %v, %v; the backup had none", saved, err)
	}
	if now, err := s.Version(t.Context()); err != nil || now <= version {
		t.Errorf("version %d after %d, %v", now, version, err)
	}
	addPain(t, s, 2, 0)
	mustClose(t, s)
	s, _ = mustOpen(t, path, at(noon))
	if got := intensities(t, s); !slices.Equal(got, []int{8, 2}) {
		t.Errorf("what was written afterwards: %v", got)
	}
	mustClose(t, s)

	_, err = Restore(t.Context(), path, rep.Replaced, at(noon))
	must(t, err)
	s, _ = mustOpen(t, path, at(noon))
	if got := intensities(t, s); !slices.Equal(got, []int{1}) {
		t.Errorf("what was replaced: %v", got)
	}
	if st, saved, err := s.Schedule(t.Context()); !saved || err != nil || !st.Paused {
		t.Errorf("the schedule that was replaced: %v %v %v", st, saved, err)
	}
}

func TestRestoreFromADatabaseThatIsOpen(t *testing.T) {
	live, _ := mustOpen(t, fileIn(t), at(noon))
	addPain(t, live, 5, 0) // still in the log
	path := fileIn(t)
	_, err := Restore(t.Context(), path, live.Path(), at(noon))
	must(t, err)
	s, _ := mustOpen(t, path, at(noon))
	if got := intensities(t, s); !slices.Equal(got, []int{5}) {
		t.Errorf("restored: %v", got)
	}
	addPain(t, live, 6, 0)
}

func TestRestoreFromAPlainCopyWithItsLog(t *testing.T) {
	live, _ := mustOpen(t, fileIn(t), at(noon))
	addPain(t, live, 5, 0)
	copied := filepath.Join(t.TempDir(), "copied.db")
	for _, end := range []string{"", "-wal"} {
		b, err := os.ReadFile(live.Path() + end)
		must(t, err)
		must(t, os.WriteFile(copied+end, b, 0o400))
	}
	path := fileIn(t)
	_, err := Restore(t.Context(), path, copied, at(noon))
	must(t, err)
	s, _ := mustOpen(t, path, at(noon))
	if got := intensities(t, s); !slices.Equal(got, []int{5}) {
		t.Errorf("restored: %v", got)
	}
	if left, _ := os.ReadDir(filepath.Dir(copied)); len(left) != 2 {
		t.Errorf("something was left beside the copy: %v", left)
	}
}

func TestRestoreRefusesWhatIsNoBackup(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	addPain(t, s, 1, 0)
	mustClose(t, s)
	before, err := os.ReadFile(path)
	must(t, err)

	dir := t.TempDir()
	letter := filepath.Join(dir, "letter")
	must(t, os.WriteFile(letter, []byte(strings.Repeat("Dear all ", 100)), 0o600))
	empty := filepath.Join(dir, "empty")
	must(t, os.WriteFile(empty, nil, 0o600))
	recipes := filepath.Join(dir, "recipes.db")
	db, err := connect(recipes, plain)
	must(t, err)
	_, err = db.Exec(`CREATE TABLE recipes (name TEXT)`)
	must(t, err)
	must(t, db.Close())
	newer := saved(t, 2)
	db, err = connect(newer, plain)
	must(t, err)
	_, err = db.Exec(`PRAGMA user_version = 4711`)
	must(t, err)
	must(t, db.Close())
	junk := saved(t, 3)
	fill(t, junk, 2000)
	overwrite(t, junk, 20*4096, bytes.Repeat([]byte{0x5a}, 8192))
	cut := saved(t, 4)
	must(t, os.Truncate(cut, size(cut)-5000))

	for from, want := range map[string]error{
		letter: ErrForeign, empty: ErrForeign, recipes: ErrForeign, dir: ErrForeign, path: errItself,
		newer: ErrNewer, junk: ErrForeign, cut: ErrForeign, filepath.Join(dir, "nothing"): fs.ErrNotExist,
	} {
		_, err := Restore(t.Context(), path, from, at(noon))
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", filepath.Base(from), err, want)
		} else if !strings.Contains(err.Error(), "; hint: ") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: no hint, or several lines: %v", filepath.Base(from), err)
		}
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Fatalf("%s: the database was touched", filepath.Base(from))
		}
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 2 {
		t.Errorf("left behind: %v", left)
	}
}

func TestADamagedFileThatIsOpenElsewhereIsNotMoved(t *testing.T) {
	path, _ := backedUp(t)
	l, err := openLock(path+".lock", time.Second)
	must(t, err)
	ok, err := l.try(shared)
	must(t, err)
	if !ok {
		t.Fatal("locked already")
	}
	overwrite(t, path, 0, make([]byte, 4096))
	hasty := Options{Now: at(noon).Now, wait: 100 * time.Millisecond}
	if _, _, err := Open(t.Context(), path, hasty); !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), "it is damaged (it is not a database)") {
		t.Errorf("opening: %v", err)
	}
	if _, err := Restore(t.Context(), path, saved(t, 4), hasty); !errors.Is(err, ErrInUse) {
		t.Errorf("restoring: %v", err)
	}
	if b, _ := os.ReadFile(path); !bytes.HasPrefix(b, make([]byte, 4096)) {
		t.Error("it was moved")
	}
	must(t, l.close())
	if _, rep := mustOpen(t, path, at(noon)); rep.Recovery == nil {
		t.Error("not recovered once it was free")
	}
}
