package calendar

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
	"pgregory.net/rapid"
)

var someZones = []string{
	"Europe/Berlin", "America/New_York", "Europe/London", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "UTC", "Africa/Casablanca",
	"America/Sao_Paulo", "Asia/Kathmandu", "Etc/GMT-11", "Europe/Istanbul",
}

// anAppointment draws one that passes Validate.
func anAppointment(t *rapid.T) Appointment {
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	text := func(name string) string {
		return rapid.StringOfN(rapid.SampledFrom([]rune("ab Ä€ö,;:\\\"'^n-👍")), 0, 120, -1).Draw(t, name)
	}
	wall := func(name string) Wall {
		return WallOf(rapid.IntRange(1975, 2080).Draw(t, name+" year"), 1, rapid.IntRange(1, 365).Draw(t, name+" day"), 0, rapid.IntRange(0, 1439).Draw(t, name+" minute"), 0)
	}
	status := func(name string) Status {
		return rapid.SampledFrom([]Status{Planned, Planned, Done, Cancelled, Missed}).Draw(t, name)
	}
	a := Appointment{
		UID: "u-" + rapid.StringMatching(`[a-z0-9@.-]{1,100}`).Draw(t, "uid"), Sequence: rapid.IntRange(0, 5).Draw(t, "sequence"),
		Title: text("title"), Type: rapid.SampledFrom([]string{"", "deep-tissue"}).Draw(t, "type"), Therapist: text("therapist"), Place: text("place"),
		Notes: text("notes") + "\n" + text("more notes"), Start: wall("start"), Zone: rapid.SampledFrom(someZones).Draw(t, "zone"),
		Length: time.Duration(rapid.IntRange(5, 720).Draw(t, "length")) * time.Minute, Status: status("status"),
	}
	if rapid.IntRange(0, 5).Draw(t, "all day") == 0 {
		a.AllDay, a.Start, a.Length = true, a.Start.Midnight(), time.Duration(rapid.IntRange(1, MaxDays).Draw(t, "days"))*24*time.Hour
	}
	switch rapid.IntRange(0, 3).Draw(t, "leads") {
	case 0:
		a.Leads = []Lead{}
	case 1:
		a.Leads = []Lead{{Days: rapid.IntRange(1, 28).Draw(t, "lead")}, {Elapsed: time.Duration(rapid.IntRange(1, 40000).Draw(t, "elapsed")) * time.Second}}
	}
	if rapid.Bool().Draw(t, "repeats") {
		a.Rule = aRule(t)
		if rapid.Bool().Draw(t, "with an end") {
			a.Rule += fmt.Sprintf(";UNTIL=%s", a.Start.AddDays(rapid.IntRange(0, 3000).Draw(t, "until")).clock().Format("20060102"))
		}
		for range rapid.IntRange(0, 3).Draw(t, "rdates") {
			w := a.Start.AddDays(rapid.IntRange(1, 900).Draw(t, "rdate"))
			a.RDates = append(a.RDates, w)
		}
	}
	zone, err := a.Location()
	if err != nil {
		t.Fatal(err)
	}
	for i, o := range a.Occurrences(a.Start.In(zone).AddDate(-1, 0, 0), a.Start.In(zone).AddDate(3, 0, 0)) {
		switch {
		case i > 20:
		case rapid.IntRange(0, 5).Draw(t, "changed") == 0:
			x := Override{At: o.At, Start: o.At, Length: a.Length, Status: status("its status"), Title: text("its title")}
			if rapid.Bool().Draw(t, "moved") {
				x.Start += Wall(rapid.IntRange(-3, 3).Draw(t, "by")) * day
			}
			a.Overrides = append(a.Overrides, x)
		case rapid.IntRange(0, 5).Draw(t, "left out") == 0:
			a.ExDates = append(a.ExDates, o.At)
		}
	}
	a = a.Tidy()
	var field *FieldError
	if err := a.Validate(now); errors.As(err, &field) {
		t.Skip(err)
	}
	return a
}

func TestWhatIsExportedIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
		a := anAppointment(t)
		var b bytes.Buffer
		if err := Export(&b, []Appointment{a}, ExportOptions{Now: now, Leads: []Lead{{Days: 1}, {Elapsed: 2 * time.Hour}}}); err != nil {
			t.Fatal(err)
		}
		for line := range strings.SplitSeq(b.String(), "\r\n") {
			if len(line) > 75 {
				t.Fatalf("a line of %d octets: %s", len(line), line)
			}
		}
		text := b.String()
		zone, err := a.Location()
		if err != nil {
			t.Fatal(err)
		}
		p, err := Parse(&b, ParseOptions{Now: now.In(zone)})
		if err != nil || len(p.Problems) > 0 || len(p.Events) != 1 {
			t.Fatalf("%v %v\n%s", err, p.Problems, text)
		}
		got := p.Events[0].Appointment
		if got.AllDay {
			got.Zone = a.Zone // a date has none
		}
		if got.Sequence != a.Sequence || !same(a, got) {
			t.Fatalf("%+v\nread back as\n%+v\n%s", a, got, text)
		}
		for _, s := range Plan([]Appointment{a}, p, now) {
			if s.Action != Skip && !a.AllDay {
				t.Fatalf("to read it again is to %s it", s.Action)
			}
		}
	})
}

// TestZonesAreWrittenRight compares what is written of a zone with the zone.
func TestZonesAreWrittenRight(t *testing.T) {
	for _, name := range someZones {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		a := Appointment{UID: "z", Start: WallOf(2019, 6, 1, 10, 0, 0), Zone: name, Length: time.Hour, Status: Planned}
		if err := Export(&b, []Appointment{a}, ExportOptions{Now: at2026(t)}); err != nil {
			t.Fatal(err)
		}
		p := &reading{zones: map[string]*component{}, resolved: map[string]zoneFound{}}
		if err := p.read(b.Bytes()); err != nil {
			t.Fatal(err)
		}
		z, err := readOffsets(p.zones[name])
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, b.String())
		}
		for w := WallOf(2019, 1, 1, 12, 0, 0); w < WallOf(2032, 1, 1, 12, 0, 0); w += 41 * hour {
			_, want := w.In(zone).Zone()
			if got := z.at(w); got != int64(want) && w.Exists(zone) && WallAt(w.In(zone).Add(-2*time.Hour)) < w-hour && WallAt(w.In(zone).Add(2*time.Hour)) > w+hour {
				t.Fatalf("%s at %s: %d, want %d\n%s", name, w, got, want, b.String())
			}
		}
	}
}

// booked are appointments as people have them, for other programs to read.
func booked(t *testing.T) []Appointment {
	t.Helper()
	a := weeklyAt(t, "2026-11-26 17:30")
	a.Title, a.Place = "Massage, back & shoulders", "Lindenstraße 4; 2nd floor"
	a.Notes = strings.Repeat("A long note, with \"quotes\" and ümläuts; ", 20) + "\nand lines"
	a.Rule = "FREQ=WEEKLY;INTERVAL=2;COUNT=10"
	a.Leads = []Lead{{Days: 1}, {Elapsed: 90 * time.Minute}}
	a.ExDates = []Wall{a.Start.AddDays(28)}
	moved, err := a.Move(a.Start.AddDays(14), a.Start.AddDays(15)-hour, 30*time.Minute, One, "")
	if err != nil {
		t.Fatal(err)
	}
	called, err := moved[0].CallOff(a.Start.AddDays(42), One, "")
	if err != nil {
		t.Fatal(err)
	}
	b := Appointment{UID: "b", Title: "Spa weekend", Start: wall(t, "2026-12-19 00:00"), Zone: "Europe/Berlin", AllDay: true, Length: 48 * time.Hour, Status: Planned}
	c := Appointment{UID: "c", Title: "Far away", Start: wall(t, "2027-03-20 09:00"), Zone: "America/New_York", Length: time.Hour, Status: Planned, Rule: "FREQ=MONTHLY;BYDAY=3SA"}
	d := Appointment{UID: "d", Title: "By universal time", Start: wall(t, "2026-12-01 09:00"), Zone: "UTC", Length: time.Hour, Status: Planned, Leads: []Lead{}}
	return []Appointment{called[0], b, c, d}
}

func exported(t *testing.T) (file string, data []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := Export(&b, booked(t), ExportOptions{Now: at2026(t), Leads: []Lead{{Elapsed: 2 * time.Hour}}}); err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(t.TempDir(), "out.ics")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file, b.Bytes()
}

// debian tells whether this is a machine on which make installs what tests
// need; there nothing may be missing.
func debian() bool {
	_, err := os.Stat("/etc/debian_version")
	return !errors.Is(err, fs.ErrNotExist)
}

func TestOtherGoPrograms(t *testing.T) {
	_, data := exported(t)
	c, err := ics.ParseCalendar(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(c.Events()); n != 6 {
		t.Errorf("%d events, want 6", n)
	}
	start, err := c.Events()[0].GetStartAt()
	if want := time.Date(2026, 11, 26, 17, 30, 0, 0, berlin(t)); err != nil || !start.Equal(want) {
		t.Errorf("it starts %v %v", start, err)
	}
}

const readByPython = `
import sys, icalendar
c = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
for e in c.walk('VEVENT'):
    assert not e.errors, e.errors
    start = e.decoded('dtstart')
    print(e['uid'], start.isoformat(), e.decoded('dtend').isoformat(), str(e['summary']), len(e.walk('VALARM')))
for z in c.walk('VTIMEZONE'):
    z.to_tz()
    print(z['tzid'])
`

func TestPythonReadsIt(t *testing.T) {
	python := "/usr/bin/python3" // the system's own: its packages are there
	if exec.Command(python, "-c", "import icalendar").Run() != nil {
		if debian() {
			t.Fatal("python3-icalendar is missing; hint: .make/need test")
		}
		t.Skip("python3 with icalendar is not installed")
	}
	file, _ := exported(t)
	out, err := exec.Command(python, "-c", readByPython, file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	want := `a 2026-11-26T17:30:00+01:00 2026-11-26T18:30:00+01:00 Massage, back & shoulders 2
a 2026-12-11T16:30:00+01:00 2026-12-11T17:00:00+01:00 Massage, back & shoulders 2
a 2027-01-07T17:30:00+01:00 2027-01-07T18:30:00+01:00 Massage, back & shoulders 0
b 2026-12-19 2026-12-21 Spa weekend 1
c 2027-03-20T09:00:00-04:00 2027-03-20T10:00:00-04:00 Far away 1
d 2026-12-01T09:00:00+00:00 2026-12-01T10:00:00+00:00 By universal time 0
America/New_York
Europe/Berlin
UTC
`
	if string(out) != want {
		t.Errorf("it reads\n%s\nwant\n%s", out, want)
	}
}

func TestKhalReadsIt(t *testing.T) {
	if _, err := exec.LookPath("khal"); err != nil {
		if debian() {
			t.Fatal("khal is missing; hint: .make/need test")
		}
		t.Skip("khal is not installed")
	}
	file, _ := exported(t)
	dir := t.TempDir()
	config := filepath.Join(dir, "config")
	if err := os.Mkdir(filepath.Join(dir, "calendar"), 0o700); err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprintf("[calendars]\n[[back]]\npath = %s\n[sqlite]\npath = %s\n[locale]\nlocal_timezone = Europe/Berlin\ndefault_timezone = Europe/Berlin\n"+
		"timeformat = %%H:%%M\ndateformat = %%Y-%%m-%%d\nlongdateformat = %%Y-%%m-%%d\ndatetimeformat = %%Y-%%m-%%d %%H:%%M\nlongdatetimeformat = %%Y-%%m-%%d %%H:%%M\n"+
		"[default]\ndefault_calendar = back\n", filepath.Join(dir, "calendar"), filepath.Join(dir, "khal.db"))
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	khal := func(args ...string) string {
		cmd := exec.Command("khal", append([]string{"-c", config}, args...)...)
		cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+dir, "XDG_DATA_HOME="+dir, "XDG_CACHE_HOME="+dir, "LC_ALL=C.UTF-8", "TZ=Europe/Berlin")
		out, err := cmd.CombinedOutput()
		if err != nil || strings.Contains(string(out), "critical") || strings.Contains(string(out), "Traceback") {
			t.Fatalf("khal %v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	khal("import", "--batch", file)
	got := khal("list", "--format", "{start-date} {start-time} {title} {status}", "--day-format", "", "2026-11-23", "150d")
	for _, want := range []string{
		"2026-11-26 17:30 Massage, back & shoulders", "2026-12-11 16:30 Massage", "2027-01-07 17:30 Massage, back & shoulders CANCELLED",
		"2026-12-19  Spa weekend", "2026-12-01 10:00 By universal time", "2027-01-21 17:30 Massage", "2027-03-20 14:00 Far away", "2027-04-17 15:00 Far away",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("khal lists no %q:\n%s", want, got)
		}
	}
	for _, gone := range []string{"2026-12-24", "2026-12-10"} {
		if strings.Contains(got, gone) {
			t.Errorf("khal lists %q:\n%s", gone, got)
		}
	}
}
