package calendar

import (
	"slices"
	"testing"
	"time"
)

func TestDifferences(t *testing.T) {
	old := Appointment{
		UID: "a", Title: "A", Place: "Here", Start: WallOf(2026, 11, 26, 17, 30, 0), Zone: "Europe/Berlin", Length: time.Hour, Status: Planned,
		Rule: "FREQ=WEEKLY;COUNT=6",
	}
	week := func(n int) Wall { return old.Start.AddDays(7 * n) }
	fields := func(list []Difference) (out []string) {
		for _, d := range list {
			switch {
			case d.Field != FieldOne:
				out = append(out, d.Field+" "+d.From+" > "+d.To)
			case d.Is == nil:
				out = append(out, "without "+WallAt(d.Was.Start).String())
			case d.Was == nil:
				out = append(out, "with "+WallAt(d.Is.Start).String())
			default:
				out = append(out, WallAt(d.Was.Start).String()+" > "+WallAt(d.Is.Start).String()+" "+string(d.Is.Status))
			}
		}
		return out
	}
	for name, x := range map[string]struct {
		change func(*Appointment)
		want   []string
	}{
		"nothing": {func(a *Appointment) { a.Sequence, a.Source, a.Title = 3, "x", " A " }, nil},
		"texts": {
			func(a *Appointment) { a.Title, a.Place, a.Notes, a.Type, a.Therapist = "B", "", "n", "thai", "t" },
			[]string{"title A > B", "type  > thai", "therapist  > t", "place Here > ", "notes  > n"},
		},
		"time":     {func(a *Appointment) { a.Length = 2 * time.Hour }, []string{"when  > "}},
		"zone":     {func(a *Appointment) { a.Zone = "Europe/London" }, []string{"when  > "}},
		"rule":     {func(a *Appointment) { a.Rule = "FREQ=DAILY" }, []string{"repeats FREQ=WEEKLY;COUNT=6 > FREQ=DAILY"}},
		"status":   {func(a *Appointment) { a.Status = Cancelled }, []string{"status planned > cancelled"}},
		"no leads": {func(a *Appointment) { a.Leads = []Lead{} }, []string{"leads  > "}},
		"leads":    {func(a *Appointment) { a.Leads = []Lead{{Days: 1}} }, []string{"leads  > "}},
		"occurrences": {
			func(a *Appointment) {
				a.ExDates, a.RDates = []Wall{week(1)}, []Wall{week(9)}
				a.Overrides = []Override{
					{At: week(2), Start: week(2) + hour, Length: time.Hour, Status: Planned},
					{At: week(3), Start: week(3), Length: time.Hour, Status: Cancelled},
					{At: week(4), Start: week(4), Length: time.Hour, Status: Planned},   // as it is without
					{At: week(40), Start: week(40), Length: time.Hour, Status: Planned}, // of none
				}
			},
			[]string{
				"without 2026-12-03 17:30", "2026-12-10 17:30 > 2026-12-10 18:30 planned", "2026-12-17 17:30 > 2026-12-17 17:30 cancelled",
				"with 2027-01-28 17:30",
			},
		},
	} {
		now := old
		x.change(&now)
		if got := fields(Differences(old, now)); !slices.Equal(got, x.want) {
			t.Errorf("%s: %q, want %q", name, got, x.want)
		}
	}
}

func TestFirstAndAhead(t *testing.T) {
	now := at2026(t)
	a := Appointment{Start: WallOf(2026, 11, 19, 17, 30, 0), Zone: "Europe/Berlin", Length: time.Hour, Status: Planned}
	if o, ok := a.First(now); !ok || WallAt(o.Start) != a.Start || a.Ahead(now) {
		t.Errorf("one that is over is %v, ahead %v", o.Start, a.Ahead(now))
	}
	a.Rule = "FREQ=WEEKLY"
	if o, ok := a.First(now); !ok || WallAt(o.Start) != a.Start.AddDays(7) || !a.Ahead(now) {
		t.Errorf("a series comes next on %v, ahead %v", o.Start, a.Ahead(now))
	}
	a.Rule, a.ExDates = "FREQ=WEEKLY;COUNT=1", []Wall{a.Start}
	if o, ok := a.First(now); ok {
		t.Errorf("what never is comes first on %v", o.Start)
	}
}

// What is undone is as it was, but for what was changed since.
func TestTakeBack(t *testing.T) {
	first, err := parse(t, calendarOf(weeklySix, "UID:b\nDTSTART:20261127T100000\nDURATION:PT1H\nSUMMARY:B"))
	if err != nil {
		t.Fatal(err)
	}
	var stored []Appointment
	for _, s := range Kept(Plan(nil, first.Only(func(i int) bool { return i == 0 }), at2026(t))) {
		stored = append(stored, s.Appointment)
	}
	if len(stored) != 1 || stored[0].UID != "a" {
		t.Fatalf("%+v", stored)
	}
	second, err := parse(t, calendarOf(
		"UID:a\nRECURRENCE-ID;TZID=Europe/Berlin:20261203T173000\nDTSTART;TZID=Europe/Berlin:20261204T173000\nDURATION:PT1H\nSUMMARY:A",
		"UID:a\nRECURRENCE-ID;TZID=Europe/Berlin:20261210T173000\nDTSTART;TZID=Europe/Berlin:20261211T173000\nDURATION:PT1H\nSUMMARY:A",
		"UID:b\nDTSTART:20261127T100000\nDURATION:PT1H\nSUMMARY:B", "UID:c\nDTSTART:20261128T100000\nDURATION:PT1H\nSUMMARY:C"))
	if err != nil {
		t.Fatal(err)
	}
	steps := Plan(stored, second, at2026(t))
	if !Alike(steps, Plan(stored, second, at2026(t).Add(time.Minute))) || Alike(steps, Plan(nil, second, at2026(t))) {
		t.Error("plans are not compared")
	}
	kept := Kept(steps)
	if Todo(steps) != 4 || len(kept) != 3 || len(kept[0].Appointment.Overrides) != 2 || len(kept[0].Was.Overrides) != 0 {
		t.Fatalf("%d steps, kept %+v", Todo(steps), kept)
	}
	var now []Appointment
	for _, s := range kept {
		a := s.Appointment
		a.Created, a.Updated = at2026(t), at2026(t) // as a store does
		now = append(now, a)
	}
	now[1].Place = "elsewhere"
	put, gone, stay := TakeBack(now, kept)
	if len(put) != 1 || !same(put[0], stored[0]) || !slices.Equal(gone, []string{"c"}) || stay != 1 {
		t.Errorf("put %+v, gone %q, stay %d", put, gone, stay)
	}
	if put, gone, stay = TakeBack(nil, kept); len(put)+len(gone) != 0 || stay != 1 {
		t.Errorf("of none: put %+v, gone %q, stay %d", put, gone, stay)
	}
}
