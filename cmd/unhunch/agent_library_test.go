package main

import (
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/unhunch/unhunch/content/packs"
)

// The agent reads packs again when one changed, and only then.
func TestPacksAreReadAgainWhenTheyChange(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	open := packedLibrary(slog.New(slog.DiscardHandler))
	last := open()
	write := func(text string, parts ...string) {
		t.Helper()
		path := filepath.Join(append([]string{packs.Folder(), "mine"}, parts...)...)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const tip = "[[tip]]\nid = \"mine\"\ntext = \"Phone calls standing up.\"\n"
	for what, change := range map[string]func(){
		"a new pack":     func() { write("name = \"Mine\"\n", "pack.toml") },
		"a new tip":      func() { write(tip, "tips.toml") },
		"an exercise":    func() { write("", "exercises", "a.toml") },
		"a picture":      func() { write("", "exercises", "photos", "a.png") },
		"another folder": func() { write("name = \"Other\"\n", "..", "other", "pack.toml") },
	} {
		if same := open(); same != open() {
			t.Errorf("before %s: opened again without a change", what)
		} else {
			last = same
		}
		change()
		if open() == last {
			t.Errorf("%s: what was read before is still in use", what)
		}
	}
	path := filepath.Join(packs.Folder(), "mine", "tips.toml")
	last = open()
	later := time.Now().Add(time.Hour)
	if err := os.Chtimes(path, later, later); err != nil {
		t.Fatal(err)
	}
	if open() == last {
		t.Error("a file written anew is not read")
	}
}
