package folders

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

const unsaved = ".note-*.unsaved"

func TestReplaceKeepsModeAndSweeps(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = root.Close() }()
	if err := os.WriteFile(filepath.Join(dir, ".note-1.unsaved"), []byte("ha"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, data := range []string{"new", "newer", ""} {
		if err := Replace(root, "note", []byte(data), unsaved); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(dir, "note")); err != nil || string(got) != data {
			t.Errorf("got %q, %v; want %q", got, err, data)
		}
	}
	if err := os.Chmod(filepath.Join(dir, "note"), 0o400); err != nil {
		t.Fatal(err)
	}
	if err := Replace(root, "note", []byte("locked away"), unsaved); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(filepath.Join(dir, "note"))
	if err != nil || info.Mode().Perm()&0o200 != 0 {
		t.Errorf("the mode is %v, %v", info.Mode(), err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the file there is more: %v, %v", entries, err)
	}
}

func TestReplaceThatFailsLeavesWhatWasThere(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = root.Close() }()
	// Nothing can be put in the place of a folder that holds something.
	if err := os.MkdirAll(filepath.Join(dir, "note", "inside"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := Replace(root, "note", []byte("x"), unsaved); err == nil {
		t.Error("a folder was replaced")
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the folder there is more: %v, %v", entries, err)
	}
}

func TestLockIsHeldByOne(t *testing.T) {
	at := filepath.Join(t.TempDir(), "lock")
	open := func() *os.File {
		f, err := os.OpenFile(at, os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	busy := errors.New("busy")
	one, two := open(), open()
	defer func() { _ = two.Close() }()
	if err := Lock(one, 0, busy); err != nil {
		t.Fatal(err)
	}
	if err := Lock(two, 10*pause, busy); !errors.Is(err, busy) {
		t.Errorf("two hold it: %v", err)
	}
	if err := one.Close(); err != nil {
		t.Fatal(err)
	}
	if err := Lock(two, 0, busy); err != nil {
		t.Errorf("let go of, it cannot be had: %v", err)
	}
}
