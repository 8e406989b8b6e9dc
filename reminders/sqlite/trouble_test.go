//go:build unix

package sqlite

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/diary"
)

func TestAFullDiskLosesNothing(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	addPain(t, s, 1, 0)
	// SQLite reports a file that may not grow as it does a full disk.
	_, err := s.db.Exec(`PRAGMA max_page_count = 1`)
	must(t, err)
	for range 50 {
		_, err = s.AddPain(t.Context(), diary.Pain{At: noon, Intensity: 2, Note: strings.Repeat("x", 2000)})
		if err != nil {
			break
		}
	}
	if !errors.Is(err, ErrFull) || !strings.Contains(err.Error(), "hint: free some space") {
		t.Fatalf("%v", err)
	}
	if !slices.Contains(intensities(t, s), 1) {
		t.Error("what was written is gone")
	}
	_, err = s.db.Exec(`PRAGMA max_page_count = 1000000`)
	must(t, err)
	addPain(t, s, 3, 0)
	must(t, s.Check(t.Context()))
	mustClose(t, s)
	if _, rep := mustOpen(t, path, at(noon)); rep.Recovery != nil {
		t.Error("a full disk was taken for damage")
	}
}

func TestALockedDatabaseIsNotDamaged(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	addPain(t, s, 1, 0)
	tx, err := s.db.Begin() // somebody writes for long
	must(t, err)
	go func() {
		time.Sleep(300 * time.Millisecond)
		_ = tx.Rollback() // the other one finds out
	}()
	other, rep := mustOpen(t, path, at(noon))
	if rep.Recovery != nil {
		t.Error("recovered")
	}
	addPain(t, other, 2, 0)
	if got := intensities(t, other); !slices.Equal(got, []int{1, 2}) {
		t.Errorf("%v", got)
	}
}

// The system lets its administrator read and write everything, so what others
// may not do is tried as somebody else: this test again, as a program that
// says what it got.
func TestWhatTheSystemForbidsIsNotDamage(t *testing.T) {
	for _, c := range []struct {
		name   string
		forbid func(t *testing.T, path string)
		task   string
		want   string
	}{
		{"the file may not be read", func(t *testing.T, path string) { must(t, os.Chmod(path, 0)) }, "write 50", ErrUnreadable.Error()},
		{"the folder may not be written", func(t *testing.T, path string) {
			must(t, os.Remove(path+".lock"))
			must(t, os.Chmod(filepath.Dir(path), 0o500))
		}, "write 50", ErrReadOnly.Error()},
		{"the folder may not be read", func(t *testing.T, path string) { must(t, os.Chmod(filepath.Dir(path), 0)) }, "write 50", ErrReadOnly.Error()},
		{"a file is where the folder should be", func(t *testing.T, path string) {
			must(t, os.RemoveAll(filepath.Dir(path)))
			must(t, os.WriteFile(filepath.Dir(path), nil, 0o600))
		}, "write 50", "a file stands where its folder should be"},
		{"the folder may not be written, and is only read", func(t *testing.T, path string) {
			must(t, os.Remove(path+".lock"))
			must(t, os.Chmod(filepath.Dir(path), 0o500))
		}, "read", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			base, err := os.MkdirTemp("", "unhunch-test-") // where somebody else can get to
			must(t, err)
			path := filepath.Join(base, "data", "unhunch.db")
			s, _ := mustOpen(t, path, at(noon))
			addPain(t, s, 1, 0)
			mustClose(t, s)
			before, err := os.ReadFile(path)
			must(t, err)
			c.forbid(t, path)
			t.Cleanup(func() {
				_ = os.Chmod(filepath.Dir(path), 0o700) // or it cannot be removed
				must(t, os.RemoveAll(base))
			})
			said := asSomebodyElse(t, base, c.task, path)
			if c.want == "" && said != "" || !strings.Contains(said, c.want) {
				t.Errorf("it said %q, want %q", said, c.want)
			}
			if c.want != "" && !strings.Contains(said, path) {
				t.Errorf("it did not say where: %q", said)
			}
			if strings.Count(said, "\n") > 1 {
				t.Errorf("several lines: %q", said)
			}
			_ = os.Chmod(filepath.Dir(path), 0o700) // to look inside
			_ = os.Chmod(path, 0o600)
			if after, err := os.ReadFile(path); err == nil && !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
			if moved, _ := filepath.Glob(filepath.Join(base, "data", "*damaged*")); len(moved) > 0 {
				t.Errorf("it was taken for damaged: %v", moved)
			}
		})
	}
}

// asSomebodyElse performs a task on a database in base without the powers of
// an administrator, and returns what it had to say.
func asSomebodyElse(t *testing.T, base, task, path string) string {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	cmd := exec.Command(self)
	if os.Getuid() == 0 {
		const nobody = 65534
		reachable := filepath.Join(base, "test")
		must(t, copyFile(self, reachable))
		must(t, os.Chmod(reachable, 0o755))
		must(t, os.Chmod(base, 0o755))
		cmd = exec.Command(reachable)
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		for _, p := range []string{filepath.Dir(path), path, path + ".lock"} {
			if err := os.Lchown(p, nobody, nobody); err != nil && !errors.Is(err, os.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR) {
				t.Fatal(err)
			}
		}
	}
	cmd.Dir = "/"
	cmd.Env = append(os.Environ(), taskVar+"="+task, fileVar+"="+path)
	cmd.Stdin = strings.NewReader("!")
	var said strings.Builder
	cmd.Stderr = &said
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return said.String()
}

func TestRecordIsBackAfterAnErrorThatPassed(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	_, err := s.db.Exec(`PRAGMA query_only = 1`)
	must(t, err)
	if err := s.Record(t.Context(), reminders.State{Paused: true}, noon, nil); !errors.Is(err, ErrReadOnly) {
		t.Errorf("%v", err)
	}
	_, err = s.db.Exec(`PRAGMA query_only = 0`)
	must(t, err)
	must(t, s.Record(t.Context(), reminders.State{Paused: true}, noon, nil))
}
