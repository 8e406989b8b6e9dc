//go:build linux

package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestScreenshots opens the real window on its screens in light and dark and in
// large text, and looks that something is drawn. With UNHUNCH_SCREENSHOTS it
// opens all screens in all looks and keeps the pictures in that folder.
func TestScreenshots(t *testing.T) {
	d := newDesktop(t)
	d.only("posture.enabled", "true", "stretch.enabled", "true")
	d.unhunch("profile", "set", "pregnancy", "no") // or the window would begin with its welcome
	d.startAgent()
	d.unhunch("pain", "3")
	screens := []string{"today", "settings"}
	looks := []struct{ name, theme, size string }{
		{"light", "light", "100"},
		{"dark", "dark", "100"},
		{"large", "light", "150"},
	}
	if os.Getenv("UNHUNCH_SCREENSHOTS") != "" {
		screens = []string{
			"today", "posture", "stretch", "relief", "massage", "journal", "serious", "settings",
			"guide", "guide massage-types", "entry exercise:chin-tuck", "entry routine:low-back-10", "sources", "profile", "welcome",
			"player routine:laptop-hunch-4", "editor new", "editor copy:low-back-10", "editor exercise:new", "editor import",
			"visit new", "visit therapist:new", "booking new", "prepare", "reminder new:heat-pack",
			"relax breathing", "relax pmr", "player relax:breathing", "player relax:pmr",
		}
		looks = append(looks, []struct{ name, theme, size string }{{"huge", "light", "200"}, {"huge-dark", "dark", "200"}}...)
	}
	for _, look := range looks {
		d.set("window.theme", look.theme, "window.text_size", look.size)
		for _, screen := range screens {
			name, part, _ := strings.Cut(screen, " ")
			window := d.start(program(t, "unhunch-window"), "--screen", name, "--part", part)
			id, _ := d.window(windowWithin)
			d.painted(id, windowWithin)
			time.Sleep(700 * time.Millisecond) // what moves has come to rest
			if name == "player" {
				time.Sleep(10 * time.Second) // past the countdown
			}
			file := d.picture(id, strings.NewReplacer(" ", "-", ":", "-").Replace(screen)+"-"+look.name)
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
