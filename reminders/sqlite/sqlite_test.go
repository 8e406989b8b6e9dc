package sqlite

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/diary"
)

// noon is when most tests happen.
var noon = time.Date(2026, time.November, 26, 12, 0, 0, 0, time.UTC)

func at(t time.Time) Options { return Options{Now: func() time.Time { return t }} }

// fileIn names a database in a new folder, as a person would have it.
func fileIn(t *testing.T) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "unhunch", "unhunch.db")
}

func mustOpen(t *testing.T, path string, o Options) (*Store, Report) {
	t.Helper()
	s, rep, err := Open(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() }) // again, if the test closed it
	return s, rep
}

func mustClose(t *testing.T, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// addPain keeps an entry of that intensity, n minutes before the store's now.
func addPain(t *testing.T, s *Store, intensity, n int) diary.Pain {
	t.Helper()
	p, err := s.AddPain(t.Context(), diary.Pain{
		At: s.o.Now().Add(-time.Duration(n) * time.Minute), Intensity: intensity,
		Regions: []diary.Region{diary.LowerBack}, Note: "after lunch",
	})
	must(t, err)
	return p
}

func pains(t *testing.T, s *Store) []diary.Pain {
	t.Helper()
	list, err := s.Pains(t.Context(), time.Unix(0, 0), noon.AddDate(10, 0, 0))
	must(t, err)
	return list
}

// intensities are those of all entries, in order.
func intensities(t *testing.T, s *Store) []int {
	t.Helper()
	var out []int
	for _, p := range pains(t, s) {
		out = append(out, p.Intensity)
	}
	return out
}

func TestOpenMakesADatabaseForItsOwnerAlone(t *testing.T) {
	path := fileIn(t)
	s, rep := mustOpen(t, path, at(noon))
	if !rep.Created || rep.FromVersion != 0 || rep.ToVersion != s.o.latest() || rep.Recovery != nil || rep.Backup != "" || len(rep.Notes) != 0 {
		t.Errorf("report of a new database: %+v", rep)
	}
	addPain(t, s, 3, 0)
	for _, f := range []struct {
		path string
		perm fs.FileMode
	}{{filepath.Dir(path), 0o700}, {path, 0o600}, {path + "-wal", 0o600}, {path + "-shm", 0o600}, {path + ".lock", 0o600}} {
		fi, err := os.Stat(f.path)
		must(t, err)
		if fi.Mode().Perm() != f.perm {
			t.Errorf("%s has mode %o, want %o", filepath.Base(f.path), fi.Mode().Perm(), f.perm)
		}
	}
	mustClose(t, s)
	if size(path+"-wal") != 0 {
		t.Error("a log is left after closing")
	}

	again, rep := mustOpen(t, path, at(noon))
	if rep.Created || rep.FromVersion != rep.ToVersion || rep.ToVersion != again.o.latest() || rep.Recovery != nil || len(rep.Notes) != 0 {
		t.Errorf("report of a database that was there: %+v", rep)
	}
	if got := intensities(t, again); !slices.Equal(got, []int{3}) {
		t.Errorf("entries after opening again: %v", got)
	}
}

func TestOpenClosesWhatOthersCouldRead(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	mustClose(t, s)
	must(t, os.Chmod(path, 0o644))
	must(t, os.Chmod(filepath.Dir(path), 0o755))
	_, rep := mustOpen(t, path, at(noon))
	for p, want := range map[string]fs.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		if fi, err := os.Stat(p); err != nil || fi.Mode().Perm() != want {
			t.Errorf("%s: %v, %v; want %o", p, fi.Mode(), err, want)
		}
	}
	if len(rep.Notes) != 2 {
		t.Errorf("notes: %q, want one for the file and one for the folder", rep.Notes)
	}
}

func TestPathFollowsTheEnvironment(t *testing.T) {
	for _, dir := range []string{t.TempDir(), t.TempDir()} {
		t.Setenv("XDG_DATA_HOME", dir)
		if got, want := Path(), filepath.Join(dir, "unhunch", "unhunch.db"); got != want {
			t.Errorf("Path() = %s, want %s", got, want)
		}
	}
}

func TestOddPaths(t *testing.T) {
	for _, name := range []string{"a b?c#d%20e'f\"g&h=i.db", "no extension", "ünhünch.db", "file:x.db"} {
		path := filepath.Join(t.TempDir(), name)
		s, _ := mustOpen(t, path, at(noon))
		addPain(t, s, 2, 0)
		to := filepath.Join(t.TempDir(), name)
		must(t, s.Backup(t.Context(), to))
		mustClose(t, s)
		for _, p := range []string{path, to} {
			if fi, err := os.Stat(p); err != nil || fi.Size() == 0 {
				t.Errorf("%s is not where it should be: %v", p, err)
			}
		}
		rep, err := Restore(t.Context(), path, to, at(noon))
		must(t, err)
		if rep.Replaced == "" {
			t.Errorf("%s: nothing was kept", name)
		}
		s, _ = mustOpen(t, path, at(noon))
		if got := intensities(t, s); !slices.Equal(got, []int{2}) {
			t.Errorf("%s: entries after restoring: %v", name, got)
		}
	}
}

func TestALinkIsFollowed(t *testing.T) {
	real := fileIn(t)
	s, _ := mustOpen(t, real, at(noon))
	addPain(t, s, 4, 0)
	mustClose(t, s)
	link := filepath.Join(t.TempDir(), "unhunch.db")
	must(t, os.Symlink(real, link))
	s, _ = mustOpen(t, link, at(noon))
	if got := intensities(t, s); !slices.Equal(got, []int{4}) || s.Path() != real {
		t.Errorf("through a link: %v in %s", got, s.Path())
	}
	dangling := filepath.Join(t.TempDir(), "unhunch.db")
	must(t, os.Symlink(filepath.Join(t.TempDir(), "nothing"), dangling))
	if _, _, err := Open(t.Context(), dangling, at(noon)); err == nil {
		t.Error("a link that leads nowhere was opened")
	}
}

func TestReadOnly(t *testing.T) {
	path := fileIn(t)
	if _, _, err := Open(t.Context(), path, Options{ReadOnly: true}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("nothing there: %v", err)
	}
	if _, err := os.Stat(filepath.Dir(path)); err == nil {
		t.Error("reading made a folder")
	}
	s, _ := mustOpen(t, path, at(noon))
	addPain(t, s, 5, 0)

	for _, when := range []string{"while it is open", "while it is closed"} {
		r, _ := mustOpen(t, path, Options{ReadOnly: true, Now: at(noon).Now})
		if got := intensities(t, r); !slices.Equal(got, []int{5}) {
			t.Errorf("%s: %v", when, got)
		}
		if _, err := r.AddPain(t.Context(), diary.Pain{At: noon}); !errors.Is(err, ErrReadOnly) {
			t.Errorf("%s: writing gave %v", when, err)
		}
		if _, _, err := r.BackupIfDue(t.Context()); !errors.Is(err, ErrReadOnly) {
			t.Errorf("%s: the daily backup gave %v", when, err)
		}
		mustClose(t, r)
		mustClose(t, s)
	}

	must(t, os.WriteFile(path, []byte("not a database, not even close, and longer than a header is, hopefully so, yes"), 0o600))
	if _, _, err := Open(t.Context(), path, Options{ReadOnly: true}); !errors.Is(err, ErrDamaged) {
		t.Errorf("a damaged file: %v", err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b[:3]) != "not" {
		t.Error("reading changed the damaged file")
	}
}

func TestVersionGoesUpWithEveryWrite(t *testing.T) {
	path := fileIn(t)
	a, _ := mustOpen(t, path, at(noon))
	b, _ := mustOpen(t, path, at(noon))
	last := int64(-1)
	same := func(want bool, what string) {
		t.Helper()
		for _, s := range []*Store{a, b} {
			n, err := s.Version(t.Context())
			must(t, err)
			if (n == last) != want || n < last {
				t.Errorf("%s: version %d after %d", what, n, last)
			}
		}
		last, _ = a.Version(t.Context())
	}
	same(false, "at first")
	same(true, "asked again")
	p := addPain(t, a, 1, 0)
	same(false, "entry added")
	_, err := b.DeletePain(t.Context(), p.ID)
	must(t, err)
	same(false, "entry deleted")
	must(t, a.Record(t.Context(), reminders.State{}, noon, nil))
	same(false, "schedule saved")
	pains(t, b)
	same(true, "read")
}

func TestACancelledCallIsTheCallersOwnWish(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.AddPain(ctx, diary.Pain{At: noon}); !errors.Is(err, context.Canceled) {
		t.Errorf("adding: %v", err)
	}
	if _, err := s.Pains(ctx, noon, noon); !errors.Is(err, context.Canceled) {
		t.Errorf("listing: %v", err)
	}
	if _, _, err := Open(ctx, fileIn(t), at(noon)); !errors.Is(err, context.Canceled) {
		t.Errorf("opening: %v", err)
	}
	addPain(t, s, 1, 0)
	if got := intensities(t, s); !slices.Equal(got, []int{1}) {
		t.Errorf("afterwards: %v", got)
	}
}

func isDamaged(err error) bool { return errors.Is(err, ErrDamaged) }
