//go:build linux

package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// titled waits until the window's title is that of a screen.
func (d *desktop) titled(id, screen string, within time.Duration) {
	d.t.Helper()
	d.until(within, "the window shows "+screen, func() bool {
		title, err := d.tool("xdotool", "getwindowname", id)
		return err == nil && strings.TrimSpace(title) == "Unhunch – "+screen
	})
}

// key presses keys in the window.
func (d *desktop) key(id string, keys ...string) {
	d.t.Helper()
	if _, err := d.tool("xdotool", "windowactivate", "--sync", id); err != nil {
		d.t.Fatal(err)
	}
	for _, k := range keys {
		if _, err := d.tool("xdotool", "key", "--window", id, k); err != nil {
			d.t.Fatal(err)
		}
		time.Sleep(150 * time.Millisecond)
	}
}

func TestFirstRunWelcomesOnce(t *testing.T) {
	d := newDesktop(t)
	d.only()
	d.unhunch("open")
	id, _ := d.window(windowWithin)
	d.painted(id, windowWithin)
	d.titled(id, "Welcome", 10*time.Second)
	d.key(id, "Escape")
	d.titled(id, "Today", 5*time.Second)
	d.closeWindow(id)

	d.unhunch("open")
	id, _ = d.window(windowWithin)
	d.painted(id, windowWithin)
	time.Sleep(time.Second) // the welcome would be there by now
	d.titled(id, "Today", time.Second)
}

func TestWelcomeKeepsOutOfTheWay(t *testing.T) {
	d := newDesktop(t)
	d.only()
	d.unhunch("open", "settings")
	id, _ := d.window(windowWithin)
	d.painted(id, windowWithin)
	time.Sleep(time.Second)
	d.titled(id, "Settings", time.Second)
}

func TestTipLeadsToHow(t *testing.T) {
	d := newDesktop(t)
	d.only("posture.enabled", "true", "posture.every", "3s", "expire_after", "5m")
	d.unhunch("profile", "set", "pregnancy", "third trimester")
	d.startAgent()
	first := d.nextNote(15 * time.Second)
	if first.actions["default"] != "How" || first.body == "" {
		t.Errorf("the posture check offers %v: %q", first.actions, first.body)
	}
	var tips []struct{ ID, Text, Advice string }
	d.ask(&tips, "tip", "list", "--json")
	for _, tip := range tips {
		if tip.Text == first.body && tip.Advice != "allowed" && tip.Advice != "caution" {
			t.Errorf("%s is shown and is %s", tip.ID, tip.Advice)
		}
	}
	d.unhunch("done", "posture")
	second := d.nextNote(15 * time.Second)
	if second.body == first.body {
		t.Errorf("twice in a row: %q", second.body)
	}
	d.click()
	id, _ := d.window(windowWithin)
	d.painted(id, windowWithin)
	d.titled(id, "Posture", 5*time.Second)
}

// TestBrokenPack gives Unhunch a pack with five mistakes: it starts, uses what
// is right, and names each mistake with its file and line.
func TestBrokenPack(t *testing.T) {
	d := newDesktop(t)
	d.only()
	pack := filepath.Join("data", "unhunch", "packs", "mine")
	file := func(name, text string) {
		if err := os.MkdirAll(filepath.Dir(d.path(pack, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		d.write(filepath.Join(pack, name), text, 0o600)
	}
	file("pack.toml", "name = \"My programme\"\n")
	file("tips.toml", `[[tip]]
id = "good"
text = "Is the rolled towel still behind your back?"

[[tip]]
id = "long"
text = "`+strings.Repeat("Much too long. ", 20)+`"

[[tip]]
id = "typo"
text = "Sit back."
hwo = "All the way."
`)
	file("exercises/neck.toml", `[[exercise]]
id = "photo"
name = "With a photo"
steps = ["Turn your head slowly."]
hold_s = 10
reps = 2
image = "missing.png"
`)
	file("exercises/back.toml", "[[exercise]\nid = \"half\"\n")
	file("routines.toml", `[[routine]]
id = "mine"
name = "Mine"
items = [{ exercise = "nowhere" }]
`)
	d.startAgent()
	n := d.nextNote(15 * time.Second)
	all := n.body + strings.Join(d.status().Notices, "\n")
	for _, want := range []string{
		"packs/mine/tips.toml:7:", "packs/mine/tips.toml:12:", "packs/mine/exercises/neck.toml:7:",
		"packs/mine/exercises/back.toml:1:", "packs/mine/routines.toml:4:",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%s is not named in %q", want, all)
		}
	}
	if out := d.unhunch("tip", "show", "good"); !strings.Contains(out, "rolled towel") {
		t.Errorf("what is right is not used: %q", out)
	}
}
