//go:build linux

package main_test

import (
	"debug/buildinfo"
	"os"
	"strings"
	"testing"
	"time"
)

// shiftedClock is the clock of a desktop whose programs were built with one that
// a test sets.
type shiftedClock struct {
	zone *time.Location
	by   time.Duration // how far it is ahead of the real one
}

// shiftClock gives the desktop programs with a clock of their own. It stands at
// an instant as in 2031-02-03 09:00:00, and goes on from there.
func (d *desktop) shiftClock(start string) {
	d.t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		d.t.Fatal(err)
	}
	d.clock = &shiftedClock{zone: zone}
	d.env = append(d.env, "UNHUNCH_CLOCK="+d.path("clock"))
	d.setClock(start)
}

// setClock puts the clock to an instant. Nobody is told: a running agent looks
// when it is asked something.
func (d *desktop) setClock(to string) {
	d.t.Helper()
	at := d.instant(to)
	d.clock.by = time.Until(at)
	// Never half written: programs read it at any time.
	if err := os.Rename(d.write("clock.new", d.clock.by.String(), 0o600), d.path("clock")); err != nil {
		d.t.Fatal(err)
	}
	d.t.Logf("the clock says %s", to)
}

// instant is an instant by the desktop's clock.
func (d *desktop) instant(at string) time.Time {
	d.t.Helper()
	t, err := time.ParseInLocation(time.DateTime, at, d.clock.zone)
	if err != nil {
		d.t.Fatal(err)
	}
	return t
}

// The programs that people get know one clock only: nobody can turn it.
func TestReleasedProgramsHaveTheRealClock(t *testing.T) {
	d := newTerminal(t)
	d.env = append(d.env, "UNHUNCH_CLOCK="+d.write("clock", "24000h", 0o600))
	d.unhunch("pain", "3")
	var list []struct {
		At time.Time `json:"at"`
	}
	d.ask(&list, "pain", "list")
	if len(list) != 1 || !near(list[0].At, time.Now(), time.Hour) {
		t.Errorf("kept: %+v", list)
	}
	for _, name := range []string{"unhunch", "unhunch-window"} {
		info, err := buildinfo.ReadFile(program(t, name))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range info.Settings {
			if s.Key == "-tags" && strings.Contains(s.Value, "shiftedclock") {
				t.Errorf("%s has a clock that can be set", name)
			}
		}
	}
}
