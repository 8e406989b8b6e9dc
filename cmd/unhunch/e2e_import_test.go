//go:build linux

package main_test

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const bookingFile = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:booking-1\r\nDTSTART;TZID=Europe/Berlin:20980102T173000\r\n" +
	"DURATION:PT1H\r\nSUMMARY:Massage\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

// A calendar file that is named is shown in the window, in the one that is open if
// there is one, and what is in it is imported by a key.
func TestACalendarFileOpensInTheWindow(t *testing.T) {
	d := newDesktop(t)
	d.only()
	d.write("home/my booking.ics", bookingFile, 0o600)
	imported := func() int {
		return strings.Count(d.unhunch("appointment", "list", "--from", "2098-01-01", "--to", "2098-12-31", "--json"), `"uid"`)
	}
	d.unhunch("my booking.ics") // by its name in the folder one is in
	id, _ := d.window(windowWithin)
	d.painted(id, windowWithin)
	d.titled(id, "Calendar file", 10*time.Second)
	if n := imported(); n != 0 {
		t.Fatalf("%d are imported before it was asked for", n)
	}
	time.Sleep(time.Second) // it is read meanwhile
	d.key(id, "ctrl+s")
	d.titled(id, "Massage", 5*time.Second)
	if n := imported(); n != 1 {
		t.Fatalf("%d are imported", n)
	}

	// Another start shows its file in the same window, also one deep down.
	deep := filepath.Join(d.path("home"), strings.Repeat("a-folder-with-a-long-name/", 12))
	if err := os.MkdirAll(deep, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(deep, "b.ics"), []byte(bookingFile), 0o600); err != nil {
		t.Fatal(err)
	}
	d.unhunch("open", filepath.Join(deep, "b.ics"))
	d.titled(id, "Calendar file", 5*time.Second)
	d.key(id, "ctrl+5")
	d.titled(id, "Massage", 5*time.Second)
	p := d.start(program(t, "unhunch-window"), (&url.URL{Scheme: "file", Path: d.path("home", "my booking.ics")}).String())
	if code := p.ended(10 * time.Second); code != 0 {
		t.Fatalf("the window's program ended with %d: %s", code, p.output())
	}
	d.titled(id, "Calendar file", 5*time.Second)
}
