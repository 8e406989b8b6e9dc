package calendar

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestClocksThatChange(t *testing.T) {
	for _, c := range []struct {
		zone, wall, want string
		exists           bool
	}{
		{"Europe/Berlin", "2026-11-26 17:30", "2026-11-26T17:30:00+01:00", true},
		{"Europe/Berlin", "2027-03-28 01:59", "2027-03-28T01:59:00+01:00", true},
		{"Europe/Berlin", "2027-03-28 02:00", "2027-03-28T03:00:00+02:00", false}, // no such time: as if the clocks had stayed
		{"Europe/Berlin", "2027-03-28 02:59", "2027-03-28T03:59:00+02:00", false},
		{"Europe/Berlin", "2027-03-28 03:00", "2027-03-28T03:00:00+02:00", true},
		{"Europe/Berlin", "2026-10-25 02:30", "2026-10-25T02:30:00+02:00", true}, // twice: the first
		{"Europe/Berlin", "2026-10-25 03:00", "2026-10-25T03:00:00+01:00", true},
		{"America/New_York", "2027-03-14 02:30", "2027-03-14T03:30:00-04:00", false},
		{"America/New_York", "2026-11-01 01:30", "2026-11-01T01:30:00-04:00", true},
		{"Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-04T02:45:00+11:00", false}, // by half an hour
		{"Pacific/Apia", "2011-12-30 12:00", "2011-12-31T12:00:00+14:00", false},        // a whole day
		{"America/Sao_Paulo", "2018-11-04 00:00", "2018-11-04T01:00:00-02:00", false},   // at midnight
		{"UTC", "2026-11-26 17:30", "2026-11-26T17:30:00Z", true},
	} {
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		w := wall(t, c.wall)
		if got := w.In(zone).Format(time.RFC3339); got != c.want || w.Exists(zone) != c.exists {
			t.Errorf("%s %s: %s %v, want %s %v", c.zone, c.wall, got, w.Exists(zone), c.want, c.exists)
		}
	}
}

func TestASeriesKeepsItsClockTime(t *testing.T) {
	a := weeklyAt(t, "2027-03-21 02:30")
	a.Rule = "FREQ=DAILY;COUNT=9"
	var got []string
	for _, o := range a.Occurrences(a.Start.clock().AddDate(0, 0, -2), a.Start.clock().AddDate(0, 1, 0)) {
		got = append(got, o.Start.Format("02 15:04Z07"))
	}
	want := "21 02:30+01, 22 02:30+01, 23 02:30+01, 24 02:30+01, 25 02:30+01, 26 02:30+01, 27 02:30+01, 28 03:30+02, 29 02:30+02"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("%s", s)
	}
}

func listed(list []Appointment, from, to time.Time) string {
	var out []string
	for _, o := range Expand(list, from, to) {
		mark := map[Status]string{Planned: "", Cancelled: "x"}[o.Status]
		out = append(out, o.Start.Format("0102.1504")+mark)
	}
	return strings.Join(out, " ")
}

func TestChangesToASeries(t *testing.T) {
	from, to := at2026(t), at2026(t).AddDate(1, 0, 0)
	third := wall(t, "2026-12-10 17:30")
	for _, c := range []struct {
		name string
		do   func(Appointment) ([]Appointment, error)
		want string
	}{
		{"as it is", func(a Appointment) ([]Appointment, error) { return []Appointment{a}, nil }, "1126.1730 1203.1730 1210.1730 1217.1730"},
		{"one called off", func(a Appointment) ([]Appointment, error) { return a.CallOff(third, One, "n") }, "1126.1730 1203.1730 1210.1730x 1217.1730"},
		{"those from it on called off", func(a Appointment) ([]Appointment, error) { return a.CallOff(third, Following, "n") }, "1126.1730 1203.1730 1210.1730x 1217.1730x"},
		{"all called off", func(a Appointment) ([]Appointment, error) { return a.CallOff(third, All, "n") }, "1126.1730x 1203.1730x 1210.1730x 1217.1730x"},
		{"one moved", func(a Appointment) ([]Appointment, error) { return a.Move(third, third.AddDays(1)-hour, 0, One, "n") }, "1126.1730 1203.1730 1211.1630 1217.1730"},
		{"those from it on moved", func(a Appointment) ([]Appointment, error) { return a.Move(third, third.AddDays(1), 0, Following, "n") }, "1126.1730 1203.1730 1211.1730 1218.1730"},
		{"all moved", func(a Appointment) ([]Appointment, error) { return a.Move(third, third.AddDays(-2)+hour, 0, All, "n") }, "1124.1830 1201.1830 1208.1830 1215.1830"},
		{"from the first on is all", func(a Appointment) ([]Appointment, error) { return a.Move(a.Start, a.Start+hour, 0, Following, "n") }, "1126.1830 1203.1830 1210.1830 1217.1830"},
		{"moved twice", func(a Appointment) ([]Appointment, error) {
			b, err := a.Move(third, third+hour, 0, One, "n")
			if err != nil {
				return nil, err
			}
			return b[0].Move(third, third+2*hour, 0, One, "n")
		}, "1126.1730 1203.1730 1210.1930 1217.1730"},
	} {
		for _, rule := range []string{"FREQ=WEEKLY;COUNT=4", "FREQ=WEEKLY;UNTIL=20261217T163000Z", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20261217"} {
			a := weeklyAt(t, "2026-11-26 17:30")
			a.Rule = rule
			got, err := c.do(a.Tidy())
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
				continue
			}
			for i := range got {
				got[i] = got[i].Tidy()
				if err := got[i].Validate(from); err != nil {
					t.Errorf("%s of %s: %v", c.name, rule, err)
				}
			}
			if s := listed(got, from.AddDate(0, 0, -1), to); s != c.want {
				t.Errorf("%s of %s: %s, want %s", c.name, rule, s, c.want)
			}
		}
	}
	var none *NoSuchError
	if _, err := weeklyAt(t, "2026-11-26 17:30").CallOff(third+hour, One, ""); !errors.As(err, &none) {
		t.Errorf("an occurrence that is not there: %v", err)
	}
}

// anAppointmentHeld takes place at least once from one instant up to another,
// which are years apart.
func anAppointmentHeld(t *rapid.T) (a Appointment, from, to time.Time) {
	a = anAppointment(t)
	zone, err := a.Location()
	if err != nil {
		t.Fatal(err)
	}
	from, to = a.Start.In(zone).AddDate(-1, 0, 0), a.Start.In(zone).AddDate(2, 0, 0)
	if len(a.Occurrences(from, to)) == 0 {
		t.Skip("nothing left")
	}
	return a, from, to
}

// However a series is cut, its parts have the occurrences of the whole.
func TestCuttingLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, from, to := anAppointmentHeld(t)
		list := a.Occurrences(from, to)
		o := rapid.SampledFrom(list).Draw(t, "which")
		parts, err := a.split(o.At, Following, "new")
		if err != nil {
			t.Fatal(err)
		}
		names := func(list []Occurrence) []string {
			var out []string
			for _, o := range list {
				out = append(out, fmt.Sprint(o.At, o.Start, o.End, o.Status))
			}
			slices.Sort(out)
			return out
		}
		if got, want := names(Expand(parts, from, to)), names(list); !slices.Equal(got, want) {
			t.Fatalf("%+v cut at %s: %s", a, o.At, firstDifference(got, want))
		}
	})
}

func TestAppointmentsThatAreWrong(t *testing.T) {
	for _, c := range []struct {
		field  string
		change func(*Appointment)
	}{
		{"uid", func(a *Appointment) { a.UID = "" }},
		{"uid", func(a *Appointment) { a.UID = "a\nb" }},
		{"title", func(a *Appointment) { a.Title = strings.Repeat("x", 201) }},
		{"title", func(a *Appointment) { a.Title = "\x1b[2J" }},
		{"notes", func(a *Appointment) { a.Notes = "\xff" }},
		{"zone", func(a *Appointment) { a.Zone = "Mars/Base" }},
		{"zone", func(a *Appointment) { a.Zone = "Local" }},
		{"zone", func(a *Appointment) { a.Zone = "../../etc/passwd" }},
		{"start", func(a *Appointment) { a.Start = WallOf(9999, 1, 1, 10, 0, 0) }},
		{"start", func(a *Appointment) { a.Start = WallOf(1800, 1, 1, 10, 0, 0) }},
		{"start", func(a *Appointment) { a.Start = WallOf(2027, 3, 28, 2, 30, 0) }},
		{"start", func(a *Appointment) { a.AllDay, a.Length = true, 24*time.Hour }},
		{"length", func(a *Appointment) { a.Length = -time.Hour }},
		{"length", func(a *Appointment) { a.Length = time.Minute }},
		{"length", func(a *Appointment) { a.Length = 13 * time.Hour }},
		{"length", func(a *Appointment) { a.Length = time.Hour + time.Millisecond }},
		{"status", func(a *Appointment) { a.Status = "maybe" }},
		{"leads", func(a *Appointment) { a.Leads = make([]Lead, 20) }},
		{"leads", func(a *Appointment) { a.Leads = []Lead{{Days: 1, Elapsed: time.Hour}} }},
		{"leads", func(a *Appointment) { a.Leads = []Lead{{Days: 300}} }},
		{"rule", func(a *Appointment) { a.Rule = "FREQ=HOURLY" }},
		{"rule", func(a *Appointment) { a.Rule = "FREQ=DAILY;BYHOUR=8" }},
		{"rule", func(a *Appointment) { a.Rule = "FREQ=DAILY;UNTIL=20200101" }},
		{"exdates", func(a *Appointment) { a.ExDates = make([]Wall, 1001) }},
		{"rdates", func(a *Appointment) { a.RDates = []Wall{WallOf(5000, 1, 1, 1, 0, 0)} }},
		{"overrides", func(a *Appointment) { a.Overrides = make([]Override, 501) }},
		{"overrides", func(a *Appointment) { a.Overrides = []Override{{At: a.Start, Start: a.Start, Length: time.Hour}} }},
		{"created", func(a *Appointment) { a.Created = time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC) }},
	} {
		a := weeklyAt(t, "2026-11-26 17:30")
		if err := a.Validate(at2026(t)); err != nil {
			t.Fatal(err)
		}
		c.change(&a)
		var field *FieldError
		if err := a.Validate(at2026(t)); !errors.As(err, &field) || field.Field != c.field || field.Hint == "" {
			t.Errorf("%s: %v", c.field, err)
		}
	}
}

func TestClashes(t *testing.T) {
	now := at2026(t)
	series := weeklyAt(t, "2026-11-26 17:30")
	gap := Gap{Days: 2, Reason: "leave a day"}
	at := func(start string) Appointment {
		return Appointment{UID: "new", Title: "New", Start: wall(t, start), Zone: "America/New_York", Length: time.Hour, Status: Planned}
	}
	for _, c := range []struct{ start, want string }{
		{"2026-12-03 11:45", "at the same time"}, // 17:45 in Berlin
		{"2026-12-03 10:30", "too soon"},         // ends when the other begins
		{"2026-12-04 11:30", "too soon"},
		{"2026-12-05 11:30", ""},
		{"2026-12-02 11:30", "too soon"},
		{"2026-12-01 11:30", ""},
	} {
		got := ""
		for _, x := range Clashes(at(c.start), []Appointment{series, at(c.start)}, gap, now, now.AddDate(0, 1, 0)) {
			got = "at the same time"
			if x.TooSoon {
				got = "too soon"
				if x.Reason != gap.Reason || x.Gap >= 2 {
					t.Errorf("%+v", x)
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.start, got, c.want)
		}
	}
	series.Status = Cancelled
	if x := Clashes(at("2026-12-03 11:45"), []Appointment{series}, gap, now, now.AddDate(0, 1, 0)); len(x) != 0 {
		t.Errorf("with one that was cancelled: %v", x)
	}
}

func BenchmarkTenYearsOfWeeklyVisits(b *testing.B) {
	a := Appointment{UID: "a", Start: WallOf(2017, 1, 5, 17, 30, 0), Zone: "Europe/Berlin", Length: time.Hour, Status: Planned, Rule: "FREQ=WEEKLY"}
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	for b.Loop() {
		if n := len(a.Occurrences(now.AddDate(-10, 0, 0), now)); n < 500 {
			b.Fatal(n)
		}
	}
}
