package calendar

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// became is what every occurrence of some weeks is.
func became(a Appointment) string {
	var out []string
	from := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	for _, o := range a.Occurrences(from, from.AddDate(0, 2, 0)) {
		out = append(out, o.Start.Format("0102 ")+string(o.Status))
	}
	return strings.Join(out, ", ")
}

func TestWhatBecameOfIt(t *testing.T) {
	series := weeklyAt(t, "2026-11-05 17:30")
	series.Rule = "FREQ=WEEKLY;COUNT=4"
	second, third := series.Start.AddDays(7), series.Start.AddDays(14)
	alone := series
	alone.Rule = ""
	moved, err := series.Move(second, second.AddDays(1), 0, One, "")
	if err != nil {
		t.Fatal(err)
	}
	off, err := series.CallOff(second, One, "")
	if err != nil {
		t.Fatal(err)
	}
	allOff, err := alone.CallOff(alone.Start, One, "")
	if err != nil {
		t.Fatal(err)
	}
	allDone := series
	allDone.Status = Done
	now := time.Date(2026, 11, 13, 18, 0, 0, 0, berlin(t)) // after the second, moved or not
	for _, c := range []struct {
		name string
		a    Appointment
		at   Wall
		s    Status
		want string // what each is, or the problem
	}{
		{"alone", alone, alone.Start, Missed, "1105 missed"},
		{"of a series", series, second, Missed, "1105 planned, 1112 missed, 1119 planned, 1126 planned"},
		{"done", series, second, Done, "1105 planned, 1112 done, 1119 planned, 1126 planned"},
		{"moved", moved[0], second, Missed, "1105 planned, 1113 missed, 1119 planned, 1126 planned"},
		{"ahead", series, third, Missed, "status: it has not begun; hint: cancel it, or move it"},
		{"planned, as it is", series, third, Planned, "1105 planned, 1112 planned, 1119 planned, 1126 planned"},
		{"called off", off[0], second, Missed, "status: it is cancelled; hint: take the cancellation back first"},
		{"called off, alone", allOff[0], alone.Start, Planned, "status: it is cancelled; hint: take the cancellation back first"},
		{"all done", allDone, second, Planned, "status: the whole series is marked as done; hint: change the series"},
		{"no such", series, second + hour, Missed, "a has no occurrence at 2026-11-12 18:30"},
	} {
		b, err := c.a.Mark(c.at, c.s, now)
		got := became(b)
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if err == nil {
			if err := b.Tidy().Validate(now); err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
		}
	}
}

// To take a mark back leaves no trace, and no other occurrence changes with it.
func TestAMarkIsTakenBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, from, to := anAppointmentHeld(t)
		list := a.Occurrences(from, to)
		o := rapid.SampledFrom(list).Draw(t, "which")
		said := func(a Appointment, but Wall) string {
			var out []string
			for _, x := range a.Occurrences(from, to) {
				if x.At != but {
					out = append(out, fmt.Sprint(x))
				}
			}
			return strings.Join(out, "\n")
		}
		missed, err := a.Mark(o.At, Missed, to)
		var field *FieldError
		if errors.As(err, &field) {
			if o.Status != Cancelled && a.Status != Done {
				t.Fatalf("%s, marked as missed: %v", o.Status, err)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(missed.Occurrences(from, to), func(x Occurrence) bool { return x.At == o.At })
		if x := missed.Occurrences(from, to)[i]; x.Status != Missed || !x.Start.Equal(o.Start) || !x.End.Equal(o.End) {
			t.Fatalf("%+v was marked as missed, and is %+v", o, x)
		}
		if got, want := said(missed, o.At), said(a, o.At); got != want {
			t.Fatalf("others changed:\n%s\nwant\n%s", got, want)
		}
		if o.Status != Planned || a.Repeats() && a.Status != Planned {
			return
		}
		back, err := missed.Mark(o.At, Planned, from)
		if err != nil || said(back, -1) != said(a, -1) {
			t.Fatalf("taken back (%v):\n%s\nwant\n%s", err, said(back, -1), said(a, -1))
		}
		if len(a.Overrides) == 0 && !reflect.DeepEqual(back, a) {
			t.Fatalf("%+v\nwant\n%+v", back, a)
		}
	})
}

// One that was missed and is put to another time is to come again.
func TestMissedAndMoved(t *testing.T) {
	series := weeklyAt(t, "2026-11-05 17:30")
	series.Rule = "FREQ=WEEKLY;COUNT=2"
	alone := series
	alone.Rule = ""
	now := time.Date(2026, 11, 6, 9, 0, 0, 0, berlin(t))
	for _, a := range []Appointment{alone, series} {
		m, err := a.Mark(a.Start, Missed, now)
		if err != nil {
			t.Fatal(err)
		}
		parts, err := m.Move(m.Start, m.Start.AddDays(2), 0, One, "")
		if err != nil {
			t.Fatal(err)
		}
		if got := became(parts[0]); !strings.HasPrefix(got, "1107 planned") {
			t.Errorf("%s", got)
		}
	}
}

func TestHeld(t *testing.T) {
	a := weeklyAt(t, "2026-11-05 17:30")
	a.Rule = "FREQ=WEEKLY;COUNT=3"
	now := time.Date(2026, 12, 1, 9, 0, 0, 0, berlin(t))
	m, err := a.Mark(a.Start.AddDays(7), Missed, now)
	if err != nil {
		t.Fatal(err)
	}
	list := m.Occurrences(now.AddDate(0, -2, 0), now)
	var got []string
	for _, o := range Held(list, func(ref string) bool { return ref == "a@2026-11-12T17:30" || ref == "a@2026-11-19T17:30" || ref == "a" }) {
		got = append(got, string(o.Status))
	}
	if want := []string{"planned", "done", "done"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if list[1].Status != Missed {
		t.Error("what was given was changed")
	}
}

// A new version of an imported series does not forget what was missed, unless
// that time was put elsewhere.
func TestMissedStaysOverANewVersion(t *testing.T) {
	series := func(sequence, more string) string {
		return oneEvent(sequence, "DTSTART;TZID=Europe/Berlin:20261105T173000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3", more)
	}
	one := func(start, more string) string {
		return oneEvent("SEQUENCE:2", "RECURRENCE-ID;TZID=Europe/Berlin:20261112T173000", "DTSTART;TZID=Europe/Berlin:"+start, "DURATION:PT1H", more)
	}
	for _, c := range []struct{ name, file, want string }{
		{"another text", series("SEQUENCE:2", "LOCATION:Upstairs"), "1105 planned, 1112 missed, 1119 planned"},
		{"another time", one("20261113T100000", "LOCATION:Upstairs"), "1105 planned, 1113 planned, 1119 planned"},
		{"that one's text", one("20261112T173000", "LOCATION:Upstairs"), "1105 planned, 1112 missed, 1119 planned"},
		{"called off", one("20261112T173000", "STATUS:CANCELLED"), "1105 planned, 1112 cancelled, 1119 planned"},
	} {
		kept, _ := imported(t, series("SEQUENCE:1", "LOCATION:Downstairs"))
		m, err := kept[0].Mark(kept[0].Start.AddDays(7), Missed, at2026(t))
		if err != nil {
			t.Fatal(err)
		}
		p, err := parse(t, c.file)
		if err != nil {
			t.Fatal(err)
		}
		s := Plan([]Appointment{m}, p, at2026(t))[0]
		if got := became(s.Appointment); got != c.want {
			t.Errorf("%s: %s (%s), want %s", c.name, got, s.Action, c.want)
		}
	}
}
