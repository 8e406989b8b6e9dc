//go:build linux

package main_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestScreenshots opens the real window on its screens, in light, dark and at
// 150 %, and looks that something is drawn. With UNHUNCH_SCREENSHOTS the pictures are kept in that folder.
func TestScreenshots(t *testing.T) {
	d := newDesktop(t)
	d.only("posture.enabled", "true", "stretch.enabled", "true")
	d.startAgent()
	d.unhunch("pain", "3")
	for _, look := range []struct{ name, theme, size string }{
		{"light", "light", "100"},
		{"dark", "dark", "100"},
		{"large", "light", "150"},
	} {
		d.set("window.theme", look.theme, "window.text_size", look.size)
		for _, screen := range []string{"today", "settings"} {
			window := d.start(program(t, "unhunch-window"), "--screen", screen)
			id, _ := d.window(windowWithin)
			d.painted(id, windowWithin)
			time.Sleep(700 * time.Millisecond) // what moves has come to rest
			file := d.picture(id, screen+"-"+look.name)
			if n := d.colours(id); n < 30 {
				t.Errorf("%s in %s shows %d colours", screen, look.name, n)
			}
			keep(t, file)
			d.closeWindow(id)
			if code := window.ended(10 * time.Second); code != 0 {
				t.Errorf("%s in %s: exit %d (%s)", screen, look.name, code, window.state())
			}
		}
	}
}

// keep puts a picture where a person can look at it.
func keep(t *testing.T, file string) {
	t.Helper()
	dir := os.Getenv("UNHUNCH_SCREENSHOTS")
	if dir == "" {
		return
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(dir, filepath.Base(file))
	if err := os.WriteFile(to, data, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Logf("kept %s", to)
}
