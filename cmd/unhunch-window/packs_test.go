package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestPagesToPrintAreForThePersonAlone(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	for _, page := range []string{"<p>one", "<p>two"} {
		at, err := writePage("../low-back.unhunch-pack.zip", []byte(page))
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(at) != "low-back.html" || filepath.Dir(at) != filepath.Join(os.Getenv("XDG_CACHE_HOME"), "unhunch", "print") {
			t.Errorf("it is at %s", at)
		}
		b, err := os.ReadFile(at)
		if err != nil || string(b) != page {
			t.Errorf("it holds %q, %v", b, err)
		}
		info, err := os.Stat(at)
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("its mode is %v, %v", info.Mode(), err)
		}
		if got := fileURL(at).String(); got != "file://"+filepath.ToSlash(at) {
			t.Errorf("its address is %s", got)
		}
	}
	left, err := os.ReadDir(filepath.Join(os.Getenv("XDG_CACHE_HOME"), "unhunch", "print"))
	if err != nil || len(left) != 1 {
		t.Errorf("%d files are left, %v", len(left), err)
	}
}
