//go:build linux

package main_test

import (
	"strings"
	"testing"
	"time"
)

// book books an appointment that starts so long from now, and returns its id.
func (d *desktop) book(in time.Duration, more ...string) string {
	d.t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		d.t.Fatal(err)
	}
	at := time.Now().In(zone).Add(in).Format("2006-01-02 15:04:05")
	d.unhunch(append([]string{"appointment", "add", at, "60m", "Deep tissue"}, more...)...)
	var list []struct {
		UID   string `json:"uid"`
		Title string `json:"title"`
	}
	d.ask(&list, "appointment", "list")
	if len(list) != 1 || list[0].Title != "Deep tissue" {
		d.t.Fatalf("booked: %+v", list)
	}
	return list[0].UID
}

// The agent was off when the lead came: the appointment is announced when it
// starts, and taken down when it is cancelled.
func TestAppointmentWhoseLeadPassed(t *testing.T) {
	d := newDesktop(t)
	d.only()
	id := d.book(2*time.Hour + 3*time.Second)
	time.Sleep(4 * time.Second)
	d.startAgent()
	n := d.nextNote(15 * time.Second)
	if !strings.Contains(n.body, "Deep tissue") || n.actions["done"] != "OK" {
		t.Errorf("it says %q %q %v", n.summary, n.body, n.actions)
	}
	if !d.status().open("appointment") {
		t.Errorf("status: %+v", d.status().Prompts)
	}
	d.unhunch("appointment", "cancel", id)
	d.noteGone(n, 5*time.Second)
	d.unhunch("appointment", "uncancel", id)
	d.noNote(time.Second)
}

// Booked while the agent runs, with a lead of its own.
func TestAppointmentBookedWhileTheAgentRuns(t *testing.T) {
	d := newDesktop(t)
	d.only()
	d.startAgent()
	d.noNote(time.Second)
	booked := time.Now()
	d.book(35*time.Second, "--lead", "30s")
	n := d.nextNote(20 * time.Second)
	after(t, "announced", booked, n.shown, 5*time.Second)
	d.press("OK")
	d.noteGone(n, 5*time.Second)
	d.countedAs("appointment", "done", 1)
}

const twoBookings = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:first
DTSTART;TZID=Europe/Berlin:20980102T173000
DURATION:PT1H
SUMMARY:Swedish
END:VEVENT
BEGIN:VEVENT
UID:second
DTSTART;TZID=Europe/Berlin:20980109T173000
DURATION:PT1H
SUMMARY:Thai
END:VEVENT
END:VCALENDAR
`

// Only what the person picks is imported.
func TestPickingWhatIsImported(t *testing.T) {
	d := newTerminal(t)
	d.write("booking.ics", twoBookings, 0o600)
	titles := func() string {
		var list []struct {
			Title string `json:"title"`
		}
		d.ask(&list, "appointment", "list", "--from", "2098-01-01", "--to", "2098-12-31")
		var out []string
		for _, row := range list {
			out = append(out, row.Title)
		}
		return strings.Join(out, " ")
	}
	for _, c := range []struct{ answer, want string }{{"n\r", ""}, {"\r", ""}, {"2\r", "Thai"}, {"y\r", "Swedish Thai"}} {
		o := d.atTerminal("appointment", "import", d.path("booking.ics"))
		d.shown(o, "Import? y for all")
		o.typed(c.answer)
		if code := o.ended(10 * time.Second); code != 0 || titles() != c.want {
			t.Errorf("%q: exit %d, imported %q, want %q\n%s", c.answer, code, titles(), c.want, o.text())
		}
	}
	// When nothing is left to do, nobody is asked.
	if r := d.run("appointment", "import", d.path("booking.ics")); r.code != 0 || strings.Contains(r.out, "Import?") || strings.Contains(r.out, "--yes") {
		t.Errorf("%+v", r)
	}
}
