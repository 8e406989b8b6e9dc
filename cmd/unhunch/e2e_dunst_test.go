//go:build linux

package main_test

import (
	"fmt"
	"os"
	"strings"
	"time"
)

// The menu dunst offers a notification's buttons in: it takes the first line
// that contains what stands in the file "wanted".
const menu = `#!/bin/sh
tee '%[1]s/offered' | grep -F -m 1 -f '%[1]s/wanted'
`

const dunstConfig = `[global]
    dmenu = %s
    width = 360
    height = 200
    offset = 20x20
    notification_limit = 0
    show_age_threshold = -1
    idle_threshold = 0
    ignore_dbusclose = false
[urgency_low]
    timeout = 0
[urgency_normal]
    timeout = 0
[urgency_critical]
    timeout = 0
`

// startDunst starts the notification server and waits until it answers.
func (d *desktop) startDunst() {
	d.t.Helper()
	script := d.write("menu", fmt.Sprintf(menu, d.dir), 0o700)
	config := d.write("dunstrc", fmt.Sprintf(dunstConfig, script), 0o600)
	d.dunst = d.start("dunst", "-config", config)
	d.until(20*time.Second, "the notification server is up", func() bool {
		_, err := d.tool("dunstctl", "count", "displayed")
		return err == nil
	})
}

// onScreen counts the notifications the server shows.
func (d *desktop) onScreen() string {
	d.t.Helper()
	out, err := d.tool("dunstctl", "count", "displayed")
	if err != nil {
		d.t.Fatal(err)
	}
	return strings.TrimSpace(out)
}

// press presses the button whose label begins so, as a person would.
func (d *desktop) press(label string) {
	d.t.Helper()
	d.write("wanted", "#"+label+"\n", 0o600)
	d.chosen(fmt.Sprintf("pressing %q", label), "dunstctl", "context")
}

// click clicks the newest notification itself, not one of its buttons.
func (d *desktop) click() {
	d.t.Helper()
	d.chosen("a click", "dunstctl", "action", "0")
}

// chosen runs the program that makes a person's choice, and waits until the
// server has told of it.
func (d *desktop) chosen(what, name string, args ...string) {
	d.t.Helper()
	l := d.notes
	l.mu.Lock()
	before := l.presses
	l.mu.Unlock()
	if _, err := d.tool(name, args...); err != nil {
		d.t.Fatal(err)
	}
	if !l.wait(5*time.Second, func() bool { return l.presses > before }) {
		offered, _ := os.ReadFile(d.path("offered"))
		d.t.Fatalf("%s did nothing; the buttons were:\n%s", what, offered)
	}
}
