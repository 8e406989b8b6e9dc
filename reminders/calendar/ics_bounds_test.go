package calendar

import (
	"fmt"
	"strings"
	"testing"
)

// A date alone names the occurrence of that day, also where one is moved.
func TestAMovedOccurrenceNamedByItsDate(t *testing.T) {
	file := oneEvent("DTSTART;TZID=Europe/Berlin:20261126T173000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3",
		"END:VEVENT", "BEGIN:VEVENT", "UID:u", "SUMMARY:Massage", "RECURRENCE-ID;VALUE=DATE:20261203",
		"DTSTART;TZID=Europe/Berlin:20261204T100000", "DURATION:PT1H")
	kept, last := imported(t, file)
	if len(kept) != 1 || len(kept[0].Overrides) != 1 || kept[0].Overrides[0].Start.String() != "2026-12-04 10:00" {
		t.Errorf("%s", described(last, nil))
	}
}

// Outlook writes the midnight of the day.
func TestAMovedOccurrenceNamedByItsMidnight(t *testing.T) {
	file := oneEvent("DTSTART;TZID=Europe/Berlin:20261126T173000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3",
		"END:VEVENT", "BEGIN:VEVENT", "UID:u", "SUMMARY:Massage", "RECURRENCE-ID;TZID=Europe/Berlin:20261203T000000",
		"DTSTART;TZID=Europe/Berlin:20261204T100000", "DURATION:PT1H")
	kept, last := imported(t, file)
	if len(kept) != 1 || len(kept[0].Overrides) != 1 || kept[0].Overrides[0].At.String() != "2026-12-03 17:30" {
		t.Errorf("%s", described(last, nil))
	}
}

// What is called off need not say when it would have been (RFC 5546).
func TestCalledOffWithoutAStart(t *testing.T) {
	cancel := func(lines ...string) string {
		return strings.Replace(oneEvent(lines...), "PRODID:x\n", "PRODID:x\nMETHOD:CANCEL\n", 1)
	}
	series := oneEvent("DTSTART;TZID=Europe/Berlin:20261126T173000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3")
	kept, last := imported(t, series, cancel("SEQUENCE:1", "DTSTAMP:20261125T100000Z"))
	if len(kept) != 1 || kept[0].Status != Cancelled || kept[0].Start.String() != "2026-11-26 17:30" {
		t.Errorf("all: %s", described(last, nil))
	}
	kept, last = imported(t, series, cancel("SEQUENCE:1", "DTSTAMP:20261125T100000Z", "RECURRENCE-ID:20261203T163000Z"))
	if len(kept) != 1 || kept[0].Status != Planned || len(kept[0].Overrides) != 1 || kept[0].Overrides[0].Status != Cancelled {
		t.Errorf("one: %s", described(last, nil))
	}
	for _, named := range []string{"RECURRENCE-ID;TZID=Europe/Berlin:20261203T173000", "RECURRENCE-ID;VALUE=DATE:20261203"} {
		both := oneEvent("DTSTART;TZID=Europe/Berlin:20261126T173000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3",
			"END:VEVENT", "BEGIN:VEVENT", "UID:u", named, "STATUS:CANCELLED")
		kept, last = imported(t, both)
		if len(kept) != 1 || len(kept[0].Overrides) != 1 || kept[0].Overrides[0].Status != Cancelled || kept[0].Overrides[0].Start.String() != "2026-12-03 17:30" {
			t.Errorf("%s: %s", named, described(last, nil))
		}
	}
}

// Older names of zones are understood.
func TestOldNamesOfZones(t *testing.T) {
	for id, want := range map[string]string{
		"W. Europe Daylight Time": "Europe/Berlin", "\"(GMT+01.00) Sarajevo/Warsaw/Zagreb\"": "Europe/Sarajevo",
	} {
		kept, last := imported(t, oneEvent("DTSTART;TZID="+id+":20261126T173000", "DURATION:PT1H"))
		if len(kept) != 1 || kept[0].Zone != want {
			t.Errorf("%s: %s", id, described(last, nil))
		}
	}
}

// A zone that gave summer time up keeps the hours it had last.
func TestAZoneWhoseRulesAreOver(t *testing.T) {
	zone := `BEGIN:VTIMEZONE
TZID:Office
BEGIN:STANDARD
DTSTART:20080217T000000
TZOFFSETFROM:-0200
TZOFFSETTO:-0317
RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=3SU;UNTIL=20190217T020000Z
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20081019T000000
TZOFFSETFROM:-0300
TZOFFSETTO:-0200
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=3SU;COUNT=10
END:DAYLIGHT
END:VTIMEZONE
`
	file := strings.Replace(oneEvent("DTSTART;TZID=Office:20261126T100000", "DURATION:PT1H"), "BEGIN:VEVENT", zone+"BEGIN:VEVENT", 1)
	kept, last := imported(t, file)
	if len(kept) != 1 || kept[0].Start.String() != "2026-11-26 13:17" || kept[0].Zone != "UTC" {
		t.Errorf("%s", described(last, nil))
	}
}

// A file without events says so.
func TestNoEvents(t *testing.T) {
	p, err := parse(t, head+"X-A:b\nEND:VCALENDAR\n")
	if err != nil || len(p.Events) != 0 || len(p.Problems) != 1 || !strings.Contains(p.Problems[0].Text, "no event") {
		t.Errorf("%v %+v", err, p)
	}
}

// What is too much is named, and the other events still come.
func TestTooMuchOfSomething(t *testing.T) {
	many := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i, i)
		}
		return b.String()
	}
	event := "BEGIN:VEVENT\nUID:%%d%d\nDTSTART;TZID=%s%%d:20261126T173000\nDURATION:PT1H\nEND:VEVENT\n"
	for name, c := range map[string]struct{ data, says string }{
		"lines of an event": {"BEGIN:VEVENT\nUID:long\nDTSTART:20261126T173000\n" + strings.Repeat("X-A:b\n", 30_000) + "END:VEVENT\n", "line 20005: \"an event without a title\" is left out: it has more than 20000 lines"},
		"zones":             {many(4000, fmt.Sprintf(event, 1, strings.Repeat("a/", 90))), "names more than 100 time zones"},
		"shown zones":       {many(4000, fmt.Sprintf(event, 1, "(UTC+01:00) "+strings.Repeat("x,", 80))), "names more than 100 time zones"},
		"rules of a zone":   {"BEGIN:VTIMEZONE\nTZID:own\n" + many(400, "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0137\nRRULE:FREQ=DAILY\nX-N:%d %d\nEND:STANDARD\n") + "END:VTIMEZONE\n" + "BEGIN:VEVENT\nUID:z\nDTSTART;TZID=own:20261126T173000\nDURATION:PT1H\nEND:VEVENT\n", "more than 60 rules"},
	} {
		p, err := parse(t, head+c.data+"BEGIN:VEVENT\nUID:good\nDTSTART:20261126T173000\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n")
		if err != nil {
			t.Fatal(err)
		}
		said := false
		for _, x := range p.Problems {
			said = said || strings.Contains(x.String(), c.says)
		}
		if !said || len(p.Events) != 1 || p.Events[0].Appointment.UID != "good" {
			t.Errorf("%s: %d events, %.300s; want %q", name, len(p.Events), fmt.Sprint(p.Problems), c.says)
		}
	}
}
