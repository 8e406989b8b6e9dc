package packs

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/unhunch/unhunch/content"
)

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestOpen(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	base := content.BuiltIn()
	if lib, err := Open(base); err != nil || lib != base {
		t.Errorf("without packs: %p, want %p; %v", lib, base, err)
	}

	write(t, filepath.Join(Folder(), "mine", "pack.toml"), "name = \"Mine\"\n")
	write(t, filepath.Join(Folder(), "mine", "tips.toml"), "[[tip]]\nid = \"mine-1\"\ntags = [\"sitting\"]\ntext = \"Phone calls standing up.\"\n")
	lib, err := Open(base)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range lib.PackProblems() {
		t.Error(p)
	}
	tips, err := lib.Tips()
	if err != nil || tips[len(tips)-1].ID != "mine-1" {
		t.Errorf("the pack's tip is not in the library: %v", err)
	}
}

func TestAFileInThePlaceOfTheFolder(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	write(t, Folder(), "not a folder")
	lib, err := Open(content.BuiltIn())
	if err == nil || !strings.Contains(err.Error(), "hint: ") || lib != content.BuiltIn() {
		t.Errorf("%v", err)
	}
}

func TestLinksLeadNowhere(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	outside := filepath.Join(t.TempDir(), "tips.toml")
	write(t, outside, "[[tip]]\nid = \"outside\"\ntags = [\"sitting\"]\ntext = \"From elsewhere.\"\n")
	if err := os.MkdirAll(filepath.Join(Folder(), "mine"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(Folder(), "mine", "tips.toml")); err != nil {
		t.Skip(err)
	}
	lib, err := Open(content.BuiltIn())
	if err != nil {
		t.Fatal(err)
	}
	tips, err := lib.Tips()
	if err != nil {
		t.Fatal(err)
	}
	for _, tip := range tips {
		if tip.ID == "outside" {
			t.Error("a link leads out of the packs' folder")
		}
	}
}

func TestNotes(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	if n := Notes(Open(content.BuiltIn())); n != nil {
		t.Errorf("without packs: %v", n)
	}
	write(t, filepath.Join(Folder(), "mine", "pack.toml"), "name = \"Mine\"\n")
	write(t, filepath.Join(Folder(), "mine", "tips.toml"), "[[tip]]\nid = \"a\"\ntext = \"Sit.\"\nwhat = 1\n\n[[tip]]\nid = \"b\"\n")
	n := Notes(Open(content.BuiltIn()))
	if len(n) != 1 || !strings.HasPrefix(n[0], "2 mistakes ") || !strings.Contains(n[0], "packs/mine/tips.toml:4: ") {
		t.Errorf("%q", n)
	}
}
