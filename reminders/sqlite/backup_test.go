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
)

func TestBackup(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	addPain(t, s, 3, 0)
	to := filepath.Join(t.TempDir(), "copy.db")
	must(t, s.Backup(t.Context(), to))
	fi, err := os.Stat(to)
	must(t, err)
	if fi.Mode().Perm() != 0o600 {
		t.Errorf("mode %o", fi.Mode().Perm())
	}
	if left, _ := os.ReadDir(filepath.Dir(to)); len(left) != 1 {
		t.Errorf("left beside the backup: %v", left)
	}

	// A backup is one file that opens by itself, even where nothing can be
	// written.
	c, err := connect(to, frozen)
	must(t, err)
	must(t, integrity(t.Context(), c, "integrity_check"))
	var n int
	must(t, c.QueryRow(`SELECT intensity FROM pain`).Scan(&n))
	must(t, c.Close())
	if n != 3 {
		t.Errorf("in the backup: %d", n)
	}

	// An earlier backup is replaced.
	addPain(t, s, 4, 0)
	must(t, s.Backup(t.Context(), to))
	other, _ := mustOpen(t, fileIn(t), at(noon))
	mustClose(t, other)
	_, err = Restore(t.Context(), other.Path(), to, at(noon))
	must(t, err)
	other, _ = mustOpen(t, other.Path(), at(noon))
	if got := intensities(t, other); !slices.Equal(got, []int{3, 4}) {
		t.Errorf("restored: %v", got)
	}
}

func TestBackupOverwritesNothingElse(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	addPain(t, s, 3, 0)
	dir := t.TempDir()
	letter := filepath.Join(dir, "letter.txt")
	must(t, os.WriteFile(letter, []byte("Dear all"), 0o644))
	empty := filepath.Join(dir, "empty")
	must(t, os.WriteFile(empty, nil, 0o644))
	recipes := filepath.Join(dir, "recipes.db")
	db, err := connect(recipes, plain)
	must(t, err)
	_, err = db.Exec(`CREATE TABLE recipes (name TEXT)`)
	must(t, err)
	must(t, db.Close())
	live, _ := mustOpen(t, fileIn(t), at(noon))
	addPain(t, live, 9, 0)
	link := filepath.Join(dir, "link.db")
	must(t, os.Symlink(s.Path(), link))

	for _, to := range []string{letter, empty, recipes, dir, live.Path(), s.Path(), s.Path() + "-wal", s.Path() + ".lock", link} {
		before, _ := os.ReadFile(to)
		err := s.Backup(t.Context(), to)
		if !errors.Is(err, fs.ErrExist) || !strings.HasSuffix(err.Error(), "; hint: choose another name") {
			t.Errorf("%s: %v", to, err)
		}
		if after, _ := os.ReadFile(to); !bytes.Equal(before, after) {
			t.Errorf("%s was changed", to)
		}
	}
	for _, to := range []string{"", filepath.Join(dir, "nowhere", "x.db")} {
		if err := s.Backup(t.Context(), to); err == nil {
			t.Errorf("a backup at %q", to)
		}
	}
	if got := intensities(t, s); !slices.Equal(got, []int{3}) {
		t.Errorf("afterwards: %v", got)
	}
}

func TestTheDailyBackup(t *testing.T) {
	path := fileIn(t)
	zone := time.FixedZone("east", 9*3600)
	now := time.Date(2026, time.November, 1, 23, 0, 0, 0, zone)
	s, _ := mustOpen(t, path, Options{Now: func() time.Time { return now }})
	var all []string
	for day := range 10 {
		addPain(t, s, day, 0)
		first, made, err := s.BackupIfDue(t.Context())
		must(t, err)
		now = now.Add(59 * time.Minute)
		again, madeAgain, err := s.BackupIfDue(t.Context())
		must(t, err)
		if !made || madeAgain || first != again {
			t.Fatalf("day %d: %s %v, then %s %v", day, first, made, again, madeAgain)
		}
		all = append(all, first)
		now = now.Add(23*time.Hour + time.Minute)
	}
	if want := filepath.Join(filepath.Dir(path), "unhunch-backup-2026-11-10.db"); all[9] != want {
		t.Errorf("the tenth is %s, want the local day, %s", all[9], want)
	}
	list, err := Backups(path, now)
	must(t, err)
	var left []string
	for _, b := range list {
		left = append(left, b.Path)
		if fi, err := os.Stat(b.Path); err != nil || fi.Mode().Perm() != 0o600 || b.Size != fi.Size() {
			t.Errorf("%+v: %v %v", b, fi, err)
		}
	}
	slices.Reverse(left)
	if !slices.Equal(left, all[3:]) {
		t.Errorf("kept: %v, want the last seven of %v", left, all)
	}
}

func TestBackupsOfAClockThatWasWrongAreTheOldest(t *testing.T) {
	path := fileIn(t)
	now := noon.AddDate(70, 0, 0)
	s, _ := mustOpen(t, path, Options{Now: func() time.Time { return now }, Backups: 2})
	addPain(t, s, 1, 0)
	_, _, err := s.BackupIfDue(t.Context())
	must(t, err)
	for day := range 3 {
		now = noon.AddDate(0, 0, day)
		_, made, err := s.BackupIfDue(t.Context())
		must(t, err)
		if !made {
			t.Fatal("no backup")
		}
	}
	var names []string
	for _, b := range s.at.backups(now) {
		names = append(names, filepath.Base(b.Path))
	}
	if want := []string{"unhunch-backup-2026-11-28.db", "unhunch-backup-2026-11-27.db"}; !slices.Equal(names, want) {
		t.Errorf("kept %v, want %v", names, want)
	}
}

func TestBackupsOfOtherNamesAreNotOurs(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, Options{Now: at(noon).Now, Backups: 1})
	dir := filepath.Dir(path)
	others := []string{
		"other-backup-2026-01-01.db", "unhunch-backup-2026-01-01.db.old", "unhunch-backup-yesterday.db",
		"unhunch-backup-2026-13-45.db", "my unhunch-backup-2026-01-01.db",
	}
	for _, name := range others {
		must(t, os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o600))
	}
	_, _, err := s.BackupIfDue(t.Context())
	must(t, err)
	for _, name := range others {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Errorf("%s is gone", name)
		}
	}
}

func TestUnfinishedCopiesAreSwept(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	mustClose(t, s)
	left := filepath.Join(filepath.Dir(path), tempPrefix+"123")
	must(t, os.MkdirAll(left, 0o700))
	must(t, os.WriteFile(filepath.Join(left, "copy.db"), []byte("half"), 0o600))
	mustOpen(t, path, at(noon))
	if _, err := os.Stat(left); err == nil {
		t.Error("what a killed program left is still there")
	}
}
