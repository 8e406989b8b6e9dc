package calendar

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the files that are wanted anew")

func berlin(t testing.TB) *time.Location {
	t.Helper()
	z, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// at2026 is the present of the tests.
func at2026(t testing.TB) time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, berlin(t)) }

func parse(t testing.TB, text string) (Parsed, error) {
	t.Helper()
	return Parse(strings.NewReader(text), ParseOptions{Now: at2026(t)})
}

// described is a plan and what was left out, as text.
func described(steps []Step, problems []Problem) string {
	var b strings.Builder
	for _, s := range steps {
		a := s.Appointment
		fmt.Fprintf(&b, "%d %s %q %s %s %s", s.Line, s.Action, a.Title, a.Start, a.Zone, length(a.Length))
		add := func(name string, value any) {
			if text := fmt.Sprint(value); text != "" && text != "[]" && text != "false" && text != "planned" {
				fmt.Fprintf(&b, "\n\t%s: %s", name, text)
			}
		}
		add("all day", a.AllDay)
		add("status", a.Status)
		add("rule", a.Rule)
		add("without", a.ExDates)
		add("and", a.RDates)
		add("leads", a.Leads)
		add("place", a.Place)
		add("notes", fmt.Sprintf("%q", a.Notes)[1:len(fmt.Sprintf("%q", a.Notes))-1])
		for _, o := range a.Overrides {
			add("on "+o.At.String(), fmt.Sprintf("%s %s %s %s", o.Start, length(o.Length), o.Status, o.Title))
		}
		add("assumed", strings.Join(s.Notes, "; "))
		add("because", s.Reason)
		b.WriteString("\n")
	}
	for _, p := range problems {
		fmt.Fprintf(&b, "! %s\n", p)
	}
	return b.String()
}

func TestCalendarsOfOtherPrograms(t *testing.T) {
	files, err := filepath.Glob("testdata/*.ics")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			p, err := parse(t, string(data))
			if err != nil {
				t.Fatal(err)
			}
			steps := Plan(nil, p, at2026(t))
			got := described(steps, p.Problems)
			wanted := strings.TrimSuffix(file, ".ics") + ".want"
			if *update {
				if err := os.WriteFile(wanted, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(wanted)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s says\n%s\nwant\n%s", file, got, want)
			}
			// The same file again changes nothing.
			var kept []Appointment
			for _, s := range steps {
				if s.Action == Add {
					kept = append(kept, s.Appointment)
				}
			}
			for _, s := range Plan(kept, p, at2026(t).Add(time.Hour)) {
				if s.Action != Skip {
					t.Errorf("again: %s %q", s.Action, s.Appointment.Title)
				}
			}
		})
	}
}

func TestFilesThatAreUnusable(t *testing.T) {
	for name, c := range map[string]struct{ data, says string }{
		"empty":     {"", "is empty"},
		"blank":     {"\xef\xbb\xbf\r\n \n", "is empty"},
		"junk":      {"\x00\x01\xff\xfe\x7fELF", "no calendar file"},
		"a page":    {"<html><body>Not found</body></html>", "no calendar file"},
		"UTF-16":    {"\xff\xfeB\x00E\x00", "no calendar file"},
		"too large": {"BEGIN:VCALENDAR\r\n" + strings.Repeat("X-JUNK:"+strings.Repeat("x", 1000)+"\r\n", 11000), "larger than 10 MB"},
		"deep":      {"BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:X\n", 1000), "inside each other"},
		"many":      {"BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:VEVENT\nEND:VEVENT\n", 6000), "more than 5000 events"},
	} {
		p, err := parse(t, c.data)
		if err == nil || !strings.Contains(err.Error(), c.says) || len(p.Events) != 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// hostile files take bounded work: the tests' own time limit is the judge.
func TestHostileFiles(t *testing.T) {
	event := func(lines string) string {
		return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261126T173000\nDURATION:PT1H\nSUMMARY:A\n" + lines + "\nEND:VEVENT\nEND:VCALENDAR\n"
	}
	million := strings.TrimSuffix(strings.Repeat("20261203T173000,", 600_000), ",")
	var zones strings.Builder
	zones.WriteString("BEGIN:VCALENDAR\n")
	for i := range 2000 {
		fmt.Fprintf(&zones, "BEGIN:VTIMEZONE\nTZID:z%d\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0%d00\nTZOFFSETTO:+0137\nRRULE:FREQ=DAILY\nEND:STANDARD\nEND:VTIMEZONE\n", i, i%10)
		fmt.Fprintf(&zones, "BEGIN:VEVENT\nUID:%d\nDTSTART;TZID=z%d:20261126T173000\nDURATION:PT1H\nEND:VEVENT\n", i, i)
	}
	zones.WriteString("END:VCALENDAR\n")
	var slow strings.Builder
	slow.WriteString("BEGIN:VCALENDAR\n")
	for i := range 2000 {
		fmt.Fprintf(&slow, "BEGIN:VEVENT\nUID:%d\nDTSTART:19000101T173000\nDURATION:PT1H\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=4000\nEND:VEVENT\n", i)
	}
	slow.WriteString("END:VCALENDAR\n")
	for name, c := range map[string]struct{ data, says string }{
		"a million exceptions":       {event("EXDATE:" + million), "more than 1000 dates"},
		"a million lines of them":    {event(strings.Repeat("EXDATE:20261203T173000\n", 400_000)), "more than 1000 dates"},
		"one folded a million times": {event("DESCRIPTION:" + strings.Repeat("x\n ", 3_000_000)), ""},
		"zones of its own":           {zones.String(), "more than 30 time zones"},
		"rules that never come true": {slow.String(), ""},
		"escapes":                    {event("DESCRIPTION:" + strings.Repeat(`\`, 5_000_000)), ""},
		"quotes":                     {event("X;A=" + strings.Repeat(`"`, 5_000_001) + ":b"), "no line of a calendar"},
		"parameters":                 {event("X" + strings.Repeat(";A=b", 2_000_000) + ":b"), "no line of a calendar"},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := parse(t, c.data)
			if err != nil {
				t.Fatal(err)
			}
			if got := fmt.Sprint(p.Problems); !strings.Contains(got, c.says) {
				t.Errorf("problems %.300s, want %q", got, c.says)
			}
			for _, s := range Plan(nil, p, at2026(t)) {
				if s.Action != Add {
					t.Errorf("%s %s", s.Action, s.Reason)
				}
				s.Appointment.Occurrences(at2026(t), at2026(t).AddDate(1, 0, 0))
			}
		})
	}
}

const head = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n"

func oneEvent(lines ...string) string {
	return head + "BEGIN:VEVENT\nUID:u\nSUMMARY:Massage\n" + strings.Join(lines, "\n") + "\nEND:VEVENT\nEND:VCALENDAR\n"
}

// steps imports one file after the other and returns the last plan.
func imported(t *testing.T, files ...string) (kept []Appointment, last []Step) {
	t.Helper()
	for _, text := range files {
		p, err := parse(t, text)
		if err != nil {
			t.Fatal(err)
		}
		last = Plan(kept, p, at2026(t))
		for _, s := range last {
			if s.Action == Skip {
				continue
			}
			kept = slices.DeleteFunc(kept, func(a Appointment) bool { return a.UID == s.Appointment.UID })
			kept = append(kept, s.Appointment)
		}
	}
	return kept, last
}

func TestVersionsOfAnEvent(t *testing.T) {
	first := oneEvent("SEQUENCE:1", "DTSTART:20261126T173000", "DURATION:PT1H")
	moved := oneEvent("SEQUENCE:2", "DTSTART:20261127T173000", "DURATION:PT1H")
	cancelled := oneEvent("SEQUENCE:3", "DTSTART:20261127T173000", "DURATION:PT1H", "STATUS:CANCELLED")
	recalled := strings.Replace(cancelled, "STATUS:CANCELLED\n", "", 1)
	recalled = strings.Replace(recalled, "PRODID:x\n", "PRODID:x\nMETHOD:CANCEL\n", 1)
	reply := strings.Replace(first, "PRODID:x\n", "PRODID:x\nMETHOD:REPLY\n", 1)
	for _, c := range []struct {
		name   string
		files  []string
		action Action
		start  string
		status Status
	}{
		{"new", []string{first}, Add, "2026-11-26 17:30", Planned},
		{"again", []string{first, first}, Skip, "2026-11-26 17:30", Planned},
		{"moved", []string{first, moved}, Update, "2026-11-27 17:30", Planned},
		{"an old version", []string{moved, first}, Skip, "2026-11-27 17:30", Planned},
		{"cancelled", []string{first, moved, cancelled}, Cancel, "2026-11-27 17:30", Cancelled},
		{"recalled", []string{first, moved, recalled}, Cancel, "2026-11-27 17:30", Cancelled},
		{"cancelled twice", []string{first, cancelled, recalled}, Skip, "2026-11-26 17:30", Cancelled},
		{"cancelled and never there", []string{cancelled}, Skip, "", ""},
		{"both in one file", []string{strings.Replace(first, "END:VCALENDAR\n", "", 1) + strings.TrimPrefix(moved, head)}, Add, "2026-11-27 17:30", Planned},
	} {
		kept, last := imported(t, c.files...)
		if len(last) != 1 || last[0].Action != c.action || (c.action == Skip) != (last[0].Reason != "") {
			t.Errorf("%s: %s", c.name, described(last, nil))
			continue
		}
		if c.start == "" {
			if len(kept) != 0 {
				t.Errorf("%s: kept %v", c.name, kept)
			}
			continue
		}
		if len(kept) != 1 || kept[0].Start.String() != c.start || kept[0].Status != c.status {
			t.Errorf("%s: kept %+v", c.name, kept)
		}
	}
	if p, err := parse(t, reply); err != nil || len(p.Events) != 0 || len(p.Problems) != 1 || !strings.Contains(p.Problems[0].Text, "REPLY") {
		t.Errorf("a reply: %v %+v", err, p)
	}
}

func TestWhatThePersonSaidStays(t *testing.T) {
	kept, _ := imported(t, oneEvent("DTSTART:20261126T173000", "DURATION:PT1H"))
	kept[0].Type, kept[0].Therapist, kept[0].Leads = "deep-tissue", "anna", []Lead{{Elapsed: time.Hour}}
	moved, _ := kept[0].Move(kept[0].Start, kept[0].Start.AddDays(1), 0, All, "")
	again, err := parse(t, oneEvent("DTSTART:20261126T173000", "DURATION:PT1H"))
	if err != nil {
		t.Fatal(err)
	}
	if s := Plan(moved, again, at2026(t)); s[0].Action != Skip {
		t.Errorf("the same file took the move back: %s", described(s, nil))
	}
	newer, err := parse(t, oneEvent("SEQUENCE:4", "DTSTART:20261130T173000", "DURATION:PT1H"))
	if err != nil {
		t.Fatal(err)
	}
	s := Plan(moved, newer, at2026(t))[0]
	if a := s.Appointment; s.Action != Update || a.Start.String() != "2026-11-30 17:30" || a.Type != "deep-tissue" || a.Therapist != "anna" || len(a.Leads) != 1 {
		t.Errorf("%+v", s)
	}
}

func TestOneOccurrenceAlone(t *testing.T) {
	series := oneEvent("DTSTART;TZID=Europe/Berlin:20261126T173000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=4")
	change := oneEvent("SEQUENCE:1", "RECURRENCE-ID:20261203T163000Z", "DTSTART;TZID=Europe/Berlin:20261204T100000", "DURATION:PT30M")
	called := oneEvent("SEQUENCE:2", "RECURRENCE-ID;TZID=Europe/Berlin:20261210T173000", "DTSTART;TZID=Europe/Berlin:20261210T173000", "DURATION:PT1H", "STATUS:CANCELLED")
	kept, last := imported(t, series, change, called)
	if last[0].Action != Cancel || len(kept) != 1 {
		t.Fatalf("%s", described(last, nil))
	}
	var got []string
	for _, o := range kept[0].Occurrences(at2026(t), at2026(t).AddDate(1, 0, 0)) {
		got = append(got, fmt.Sprintf("%s %s %s", o.Start.Format("01-02 15:04"), o.End.Sub(o.Start), o.Status))
	}
	want := []string{"11-26 17:30 1h0m0s planned", "12-04 10:00 30m0s planned", "12-10 17:30 1h0m0s cancelled", "12-17 17:30 1h0m0s planned"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	// An invitation to one time of a series stands for itself.
	kept, last = imported(t, change, called)
	if last[0].Action != Skip || len(kept) != 1 || kept[0].Repeats() {
		t.Errorf("%s %+v", described(last, nil), kept)
	}
	if list := kept[0].Occurrences(at2026(t), at2026(t).AddDate(1, 0, 0)); len(list) != 1 || list[0].Start.Format("01-02 15:04") != "12-04 10:00" {
		t.Errorf("%+v", list)
	}
}

func TestOldEncodings(t *testing.T) {
	p, err := parse(t, oneEvent("DTSTART:20261126T173000", "DURATION:PT1H", "LOCATION:Gr\xfcne Stra\xdfe"))
	if err != nil || len(p.Events) != 1 || p.Events[0].Appointment.Place != "Grüne Straße" {
		t.Errorf("%v %+v", err, p)
	}
}

func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.ics")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(oneEvent("DTSTART:20261126T173000", "RRULE:FREQ=DAILY;COUNT=3", "RDATE:20270101", "EXDATE:20261127T173000")))
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Parse(bytes.NewReader(data), ParseOptions{Now: now})
		if err != nil {
			if len(p.Events) > 0 {
				t.Error("events of a file that is unusable")
			}
			return
		}
		for _, s := range Plan(nil, p, now) {
			if s.Action != Add {
				continue
			}
			if err := s.Appointment.Validate(now); err != nil {
				t.Fatalf("added, and wrong: %v", err)
			}
			s.Appointment.Occurrences(now.AddDate(-1, 0, 0), now.AddDate(1, 0, 0))
			var b bytes.Buffer
			if err := Export(&b, []Appointment{s.Appointment}, ExportOptions{Now: now}); err != nil {
				t.Fatal(err)
			}
			again, err := Parse(&b, ParseOptions{Now: now})
			if err != nil || len(again.Problems) > 0 {
				t.Fatalf("what was exported cannot be read: %v %v\n%s", err, again.Problems, b.String())
			}
		}
	})
}

func FuzzRule(f *testing.F) {
	for _, text := range []string{"FREQ=WEEKLY", "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270101T000000Z", "FREQ=YEARLY;BYYEARDAY=-1;BYSETPOS=1", "FREQ=DAILY;COUNT=3;WKST=SU"} {
		f.Add(text, int64(WallOf(2026, 11, 26, 17, 30, 0)))
	}
	f.Fuzz(func(t *testing.T, text string, start int64) {
		r, err := ParseRule(text)
		if err != nil {
			return
		}
		again, err := ParseRule(r.String())
		if err != nil || again.String() != r.String() {
			t.Fatalf("%q: written %q: %v", text, r, err)
		}
		w := Wall(start)
		if y, _, _ := w.Date(); y < MinYear || y > MaxYear {
			return
		}
		last := w - 1
		r.starts(w, w, w.AddDays(3000), time.UTC, func(x Wall) bool {
			if x <= last {
				t.Fatalf("%s after %s", x, last)
			}
			last = x
			return true
		})
	})
}

func TestNamesOfZones(t *testing.T) {
	for id, want := range map[string]string{
		"Europe/Berlin": "Europe/Berlin", "/Europe/Stockholm": "Europe/Stockholm", "W. Europe Standard Time": "Europe/Berlin",
		"eastern standard time": "America/New_York", "/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires": "America/Argentina/Buenos_Aires",
		"GMT": "UTC", "UTC": "UTC", "CET": "CET", "UTC+01:00": "Etc/GMT-1", "GMT-0500": "Etc/GMT+5", "+02:00": "Etc/GMT-2", "UTC+12": "Etc/GMT-12",
		"UTC+05:30": "", "GMT+99": "", "Atlantis": "", "../../etc/passwd": "", "Local": "", "\\\\server": "", "(UTC+01:00) Nowhere, Atlantis": "", "(UTC+05:00) Berlin": "",
		"(UTC+01:00) Amsterdam, Berlin": "Europe/Amsterdam", "(UTC-05:00) Eastern Time, New York": "America/New_York", "tzone://Microsoft/Utc": "UTC",
	} {
		p, err := parse(t, oneEvent(`DTSTART;TZID="`+id+`":20261126T173000`, "DURATION:PT1H"))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(p.Events) == 1 {
			got = p.Events[0].Appointment.Zone
		} else if len(p.Problems) != 1 || p.Problems[0].Line != 7 {
			t.Errorf("%q: %v", id, p.Problems)
		}
		if got != want {
			t.Errorf("%q is %q, want %q", id, got, want)
		}
	}
	for _, name := range []string{"Europe/Berlin", "America/New_York"} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		// The machine's own zone is called Local and tells no name.
		nameless := time.FixedZone("Local", 3600)
		if got := ZoneName(zone, at2026(t)); got != name {
			t.Errorf("%s is called %s", name, got)
		}
		if got := ZoneName(nameless, at2026(t)); got != "Africa/Lagos" {
			t.Errorf("an hour ahead all year is %s", got)
		}
	}
}

// Every pair of Windows' names is a zone there is.
func TestWindowsNames(t *testing.T) {
	zones := usualZones()
	if len(zones) < 130 {
		t.Errorf("%d zones", len(zones))
	}
	for _, name := range zones {
		if _, err := time.LoadLocation(name); err != nil {
			t.Error(err)
		}
	}
}
