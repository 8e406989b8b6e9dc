package calendar

import (
	"strings"
	"testing"
	"unicode/utf16"
)

// What other programs write beside the standard is read as it is meant.
func TestWhatIsMeant(t *testing.T) {
	plain := []string{"DTSTART;TZID=Europe/Berlin:20261126T173000", "DURATION:PT1H"}
	for name, x := range map[string]struct {
		lines []string
		want  string // of described
	}{
		"dashes":         {[]string{"DTSTART:2026-11-26T17:30:00", "DTEND:2026-11-26T18:30:00"}, "2026-11-26 17:30 Europe/Berlin 1h\n"},
		"an offset":      {[]string{"DTSTART:2026-11-26T17:30:00-05:00", "DTEND:20261126T233000+0000"}, "2026-11-26 23:30 Europe/Berlin 1h\n"},
		"no offset":      {[]string{"DTSTART:20261126T173000+9900"}, "the offset +9900 is more than a day"},
		"no seconds":     {[]string{"DTSTART:20261126T1730", "DTEND:20261126T1730Z"}, "2026-11-26 17:30 Europe/Berlin 1h\n"},
		"empty dates":    {append(plain, "RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE:", "RDATE;VALUE=DATE: "), "rule: FREQ=WEEKLY;COUNT=2\n"},
		"empty rule":     {append(plain, "RRULE:"), "2026-11-26 17:30 Europe/Berlin 1h\n"},
		"count first":    {append(plain, "RRULE:FREQ=WEEKLY;COUNT=2;UNTIL=20271231"), "rule: FREQ=WEEKLY;COUNT=2\n\tassumed: it says both"},
		"until first":    {append(plain, "RRULE:FREQ=WEEKLY;UNTIL=20261210;COUNT=20"), "rule: FREQ=WEEKLY;COUNT=3\n\tassumed: it says both"},
		"until nonsense": {append(plain, "RRULE:FREQ=WEEKLY;UNTIL=soon;COUNT=20"), "UNTIL=SOON is no date"},
		"tentative":      {append(plain, "STATUS:TENTATIVE"), "assumed: it is not confirmed yet"},
		"UTC rule":       {[]string{"DTSTART:20261126T163000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"}, "assumed: it repeats by the clock of UTC"},
		"twice a day":    {append(plain, "RRULE:FREQ=DAILY;BYHOUR=9,17"), "BYHOUR=9,17 names more than one time a day"},
		"never":          {append(plain, "RRULE:FREQ=WEEKLY;COUNT=1", "EXDATE;VALUE=DATE:20261126"), "assumed: all its times are left out"},
		"HTML":           {append(plain, `DESCRIPTION:<p>Come <b>early</b> &amp; ring</p>Second<br/>floor\; 3 < 4`), `notes: Come early & ring\nSecond\nfloor; 3 < 4`},
		"no HTML":        {append(plain, `DESCRIPTION:a < b <me@example.org> &amp;`), `notes: a < b <me@example.org> &amp;`},
		"turned round":   {append(plain, "LOCATION:A\u202eB"), "place: AB\n"},
	} {
		p, err := parse(t, oneEvent(x.lines...))
		if err != nil {
			t.Fatal(err)
		}
		if got := described(Plan(nil, p, at2026(t)), p.Problems); !strings.Contains(got, x.want) {
			t.Errorf("%s: it says\n%s\nwant %q", name, got, x.want)
		}
	}
}

// The encodings of Windows are read.
func TestEncodings(t *testing.T) {
	file := oneEvent("DTSTART:20261126T173000", "LOCATION:Rücken – 60 €")
	units := func(big bool, text string) string {
		var b strings.Builder
		for _, u := range utf16.Encode([]rune(text)) {
			if big {
				b.WriteString(string([]byte{byte(u >> 8), byte(u)}))
			} else {
				b.WriteString(string([]byte{byte(u), byte(u >> 8)}))
			}
		}
		return b.String()
	}
	for name, data := range map[string]string{
		"UTF-8 with a mark":                    "\xef\xbb\xbf" + file,
		"UTF-16, little end first":             units(false, "\ufeff"+file),
		"UTF-16, big end first":                units(true, "\ufeff"+file),
		"UTF-16 without a mark":                units(false, file),
		"UTF-16 without a mark, big end first": units(true, file),
		"Windows-1252":                         strings.NewReplacer("ü", "\xfc", "–", "\x96", "€", "\x80").Replace(file),
	} {
		p, err := parse(t, data)
		if err != nil || len(p.Events) != 1 || p.Events[0].Appointment.Place != "Rücken – 60 €" {
			t.Errorf("%s: %+v, %v", name, p, err)
		}
	}
}
