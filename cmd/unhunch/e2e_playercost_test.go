//go:build linux

package main_test

import (
	"fmt"
	"os"
	"testing"
	"time"
)

// TestPlayerCost measures the window while a session is followed on screen,
// beside the same window showing nothing that moves. UNHUNCH_PLAYER says for how
// long each; without it there is nothing to print.
func TestPlayerCost(t *testing.T) {
	during, err := time.ParseDuration(os.Getenv("UNHUNCH_PLAYER"))
	if err != nil {
		t.Skip("prints figures: make bench")
	}
	d := newDesktop(t)
	d.only()
	d.unhunch("profile", "confirm")
	d.startAgent()

	type row struct {
		what string
		rate
	}
	var rows []row
	for _, x := range []struct {
		what string
		args []string
		wait time.Duration // until what is measured begins
	}{
		{"nothing moves", []string{"open", "settings"}, 5 * time.Second},
		{"holding, breathing", []string{"stretch", "rest-90-90"}, 24 * time.Second},
		{"breathing at a pace", []string{"breathe", "4", "--pace", "6", "--window"}, 8 * time.Second},
		{"moving", []string{"stretch", "shoulder-rolls"}, 6 * time.Second},
	} {
		d.unhunch(x.args...)
		id, _ := d.window(windowWithin)
		d.painted(id, windowWithin)
		time.Sleep(x.wait)
		pid := d.windowPID()
		began, before := time.Now(), measure(t, pid)
		time.Sleep(during)
		rows = append(rows, row{x.what, measure(t, pid).since(before, time.Since(began))})
		d.closeWindow(id)
		time.Sleep(time.Second)
	}
	fmt.Printf("\nthe window over %.0f s    CPU, %% of a core   wake-ups a s   PSS, MiB\n", during.Seconds())
	for _, r := range rows {
		fmt.Printf("%-22s %19.1f %14.0f %10.1f\n", r.what, r.exact/60*100, r.wakeups, r.pss)
	}
	fmt.Println()
}
