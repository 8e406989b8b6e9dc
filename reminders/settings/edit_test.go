package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func content(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestEditMakesTheFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "config", "unhunch", "settings.toml")
	if _, err := Edit(file, "snooze", "5"); err == nil {
		t.Error("a bad value was taken")
	}
	if _, err := Reset(file, "snooze"); err != nil {
		t.Errorf("Reset without a file: %v", err)
	}
	if _, err := os.Stat(filepath.Dir(filepath.Dir(file))); err == nil {
		t.Error("what changes nothing made a folder")
	}
	s, err := Edit(file, "snooze", "5m")
	if err != nil || s.Snooze != 5*time.Minute {
		t.Fatalf("%v, %v", s.Snooze, err)
	}
	if got := content(t, file); got != header+"snooze = \"5m\"\n" {
		t.Errorf("the new file is %q", got)
	}
	for path, want := range map[string]fs.FileMode{file: 0o600, filepath.Dir(file): 0o700 | fs.ModeDir} {
		if info, err := os.Stat(path); err != nil || info.Mode() != want {
			t.Errorf("%s is %v, %v; want %v", path, info.Mode(), err, want)
		}
	}
	if s, err := Edit(file, "own.water.every", "45m"); err != nil || len(s.Own) != 1 || !s.Own[0].Enabled {
		t.Errorf("a reminder in the file starts switched off: %+v, %v", s.Own, err)
	}
	if s, err := Reset(file, "own.water"); err != nil || len(s.Own) != 0 {
		t.Errorf("the reminder was not removed: %+v, %v", s.Own, err)
	}
	if s, err := Reset(file, "snooze"); err != nil || s.Snooze != 10*time.Minute {
		t.Errorf("after Reset: %v, %v", s.Snooze, err)
	}
	names(t, filepath.Dir(file), ".settings.toml.lock", "settings.toml")
}

// names checks what is in a folder.
func names(t *testing.T, dir string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the folder holds %q, want %q", got, want)
	}
}

func TestEditKeepsTheFileAsItIs(t *testing.T) {
	file := filepath.Join(t.TempDir(), "settings.toml")
	for _, text := range []string{"snooze = 5m\n", "x = 1\nx = 2\n", "\x00\x01", "posture = 1\n"} {
		write(t, file, text)
		s, err := Edit(file, "posture.every", "20m")
		if err == nil || !strings.Contains(err.Error(), "hint: ") || !strings.Contains(err.Error(), file+":") {
			t.Errorf("editing %q: %v", text, err)
		}
		if s.Posture.Every != 30*time.Minute {
			t.Errorf("editing %q failed and gives %v", text, s.Posture.Every)
		}
		if got := content(t, file); got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
}

func TestEditKeepsTheMode(t *testing.T) {
	file := filepath.Join(t.TempDir(), "settings.toml")
	write(t, file, "snooze = \"5m\"\n")
	if err := os.Chmod(file, 0o640); err != nil {
		t.Fatal(err)
	}
	if _, err := Edit(file, "snooze", "6m"); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode() != 0o640 {
		t.Errorf("mode %v, %v; want 0640", info.Mode(), err)
	}
}

func TestEditThroughLinks(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "dotfiles", "mine.toml")
	link := filepath.Join(dir, "settings.toml")
	again := filepath.Join(dir, "again.toml")
	for from, to := range map[string]string{link: filepath.Join("dotfiles", "mine.toml"), again: link} {
		if err := os.Symlink(to, from); err != nil {
			t.Fatal(err)
		}
	}
	// First to a file that does not exist yet, then to the one made so.
	for _, value := range []string{"5m", "6m"} {
		if _, err := Edit(again, "snooze", value); err != nil {
			t.Fatal(err)
		}
		if got := content(t, target); got != header+"snooze = \""+value+"\"\n" {
			t.Errorf("the target is %q", got)
		}
	}
	for _, l := range []string{link, again} {
		if info, err := os.Lstat(l); err != nil || info.Mode()&fs.ModeSymlink == 0 {
			t.Errorf("%s is no link any more (%v)", l, err)
		}
	}
	loop := filepath.Join(dir, "loop.toml")
	if err := os.Symlink(loop, loop); err != nil {
		t.Fatal(err)
	}
	if _, err := Edit(loop, "snooze", "5m"); err == nil || !strings.Contains(err.Error(), "leads nowhere") {
		t.Errorf("a loop of links: %v", err)
	}
}

func TestLeftoversAreHarmless(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "settings.toml")
	write(t, file, "snooze = \"5m\"\n")
	write(t, filepath.Join(dir, ".settings-123.unsaved"), "snoo")
	write(t, filepath.Join(dir, ".settings.toml.lock"), "")
	if s, problems, err := Load(file); err != nil || problems != nil || s.Snooze != 5*time.Minute {
		t.Errorf("%v, %v, %v", s.Snooze, problems, err)
	}
	if s, err := Edit(file, "snooze", "6m"); err != nil || s.Snooze != 6*time.Minute {
		t.Errorf("%v, %v", s.Snooze, err)
	}
	names(t, dir, ".settings.toml.lock", "settings.toml")
}

// Edits of different keys at once all arrive, and a reader sees only whole
// files.
func TestEditsAtOnce(t *testing.T) {
	file := filepath.Join(t.TempDir(), "settings.toml")
	keys := []string{"away_after", "snooze", "posture.every", "stretch.every", "own.water.every", "useful_for"}
	var all sync.WaitGroup
	for _, key := range keys {
		all.Go(func() {
			for n := 1; n <= 8; n++ {
				if _, err := Edit(file, key, fmt.Sprintf("%dm", n)); err != nil {
					t.Errorf("edit %s: %v", key, err)
				}
				if _, problems, err := Load(file); err != nil || problems != nil {
					t.Errorf("half a file: %v, %v", problems, err)
				}
			}
		})
	}
	all.Wait()
	s, _, err := Load(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range keys {
		if got, err := Get(s, key); err != nil || got != "8m" {
			t.Errorf("%s = %q, %v; want 8m", key, got, err)
		}
	}
}

func TestLockIsWaitedFor(t *testing.T) {
	file := filepath.Join(t.TempDir(), "settings.toml")
	unlock, err := lock(file, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lock(file, 10*time.Millisecond); !errors.Is(err, errBusy) {
		t.Errorf("a second lock: %v", err)
	}
	time.AfterFunc(30*time.Millisecond, func() {
		if err := unlock(); err != nil {
			t.Error(err)
		}
	})
	if _, err := Edit(file, "snooze", "5m"); err != nil {
		t.Errorf("after the lock was given back: %v", err)
	}
	if err := unsaved(file, errBusy); !strings.Contains(err.Error(), "hint: try again") {
		t.Errorf("what is said of a lock held for long: %v", err)
	}
}
