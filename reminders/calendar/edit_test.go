package calendar

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// told are the occurrences of a year with what they say.
func told(list []Appointment, from time.Time) string {
	var out []string
	for _, o := range Expand(list, from, from.AddDate(1, 0, 0)) {
		text := o.Start.Format("0102.1504") + "+" + length(o.End.Sub(o.Start))
		for _, x := range []string{o.Title, o.Type, o.Therapist, o.Place, o.Notes} {
			if x != "" && x != "Massage" {
				text += "/" + x
			}
		}
		out = append(out, text)
	}
	return strings.Join(out, " ")
}

func TestEditingByScope(t *testing.T) {
	third := wall(t, "2026-12-10 17:30")
	for _, c := range []struct {
		name string
		do   func(*Details)
		want map[Scope]string // an error begins with !
	}{
		{"nothing", func(*Details) {}, map[Scope]string{
			One: "1126.1730+1h 1203.1730+1h 1210.1730+1h 1217.1730+45m/alone", Following: "1126.1730+1h 1203.1730+1h 1210.1730+1h 1217.1730+45m/alone",
			All: "1126.1730+1h 1203.1730+1h 1210.1730+1h 1217.1730+45m/alone",
		}},
		{"its time", func(d *Details) { d.Start += day - hour }, map[Scope]string{
			One:       "1126.1730+1h 1203.1730+1h 1211.1630+1h 1217.1730+45m/alone",
			Following: "1126.1730+1h 1203.1730+1h 1211.1630+1h 1218.1630+45m/alone",
			All:       "1127.1630+1h 1204.1630+1h 1211.1630+1h 1218.1630+45m/alone",
		}},
		{"its length", func(d *Details) { d.Length = 90 * time.Minute }, map[Scope]string{
			One:       "1126.1730+1h 1203.1730+1h 1210.1730+1h30m 1217.1730+45m/alone",
			Following: "1126.1730+1h 1203.1730+1h 1210.1730+1h30m 1217.1730+45m/alone",
			All:       "1126.1730+1h30m 1203.1730+1h30m 1210.1730+1h30m 1217.1730+45m/alone",
		}},
		{"its words", func(d *Details) { d.Title, d.Place = "Thai", "Upstairs" }, map[Scope]string{
			One:       "1126.1730+1h 1203.1730+1h 1210.1730+1h/Thai/Upstairs 1217.1730+45m/alone",
			Following: "1126.1730+1h 1203.1730+1h 1210.1730+1h/Thai/Upstairs 1217.1730+45m/Thai/Upstairs/alone",
			All:       "1126.1730+1h/Thai/Upstairs 1203.1730+1h/Thai/Upstairs 1210.1730+1h/Thai/Upstairs 1217.1730+45m/Thai/Upstairs/alone",
		}},
		{"who gives it", func(d *Details) { d.Therapist = "b" }, map[Scope]string{
			One:       "!therapist",
			Following: "1126.1730+1h 1203.1730+1h 1210.1730+1h/b 1217.1730+45m/b/alone",
			All:       "1126.1730+1h/b 1203.1730+1h/b 1210.1730+1h/b 1217.1730+45m/b/alone",
		}},
		{"its kind", func(d *Details) { d.Type = "thai" }, map[Scope]string{One: "!type"}},
		{"its reminders", func(d *Details) { d.Leads = []Lead{} }, map[Scope]string{One: "!leads"}},
		{"its zone", func(d *Details) { d.Zone = "Asia/Tokyo" }, map[Scope]string{
			One: "!zone",
			All: "1126.1730+1h 1203.1730+1h 1210.1730+1h 1217.1730+45m/alone",
		}},
		{"a zone that is none", func(d *Details) { d.Zone = "Mars" }, map[Scope]string{One: "!zone", All: "!zone"}},
		{"how it repeats", func(d *Details) { d.Rule = "FREQ=WEEKLY;INTERVAL=2;COUNT=3" }, map[Scope]string{
			One:       "!rule",
			Following: "1126.1730+1h 1203.1730+1h 1210.1730+1h 1224.1730+1h 0107.1730+1h",
			All:       "1126.1730+1h 1210.1730+1h 1224.1730+1h",
		}},
		{"no series any more", func(d *Details) { d.Rule, d.Start = "", d.Start+day }, map[Scope]string{
			Following: "1126.1730+1h 1203.1730+1h 1211.1730+1h",
			All:       "1211.1730+1h",
		}},
		{"a series of whole days", func(d *Details) { d.AllDay = true }, map[Scope]string{One: "!start"}},
	} {
		for scope, want := range c.want {
			a := weeklyAt(t, "2026-11-26 17:30")
			a.Rule = "FREQ=WEEKLY;UNTIL=20261217T163000Z"
			a.Overrides = []Override{{At: third.AddDays(7), Start: third.AddDays(7), Length: 45 * time.Minute, Notes: "alone"}}
			a = a.Tidy()
			was, err := a.Details(third)
			if err != nil {
				t.Fatal(err)
			}
			now := was
			c.do(&now)
			parts, err := a.Edit(third, was, now, scope, "fresh")
			var field *FieldError
			got := ""
			if errors.As(err, &field) {
				got = "!" + field.Field
			} else if err != nil {
				t.Fatalf("%s, %s: %v", c.name, scope, err)
			} else {
				for i := range parts {
					parts[i] = parts[i].Tidy()
					if err := parts[i].Validate(at2026(t)); err != nil {
						t.Errorf("%s, %s: %v", c.name, scope, err)
					}
				}
				got = told(parts, at2026(t))
			}
			if got != want {
				t.Errorf("%s, %s:\n got %s\nwant %s", c.name, scope, got, want)
			}
		}
	}
}

// One that was moved before is edited from where it stands now.
func TestEditingOneThatWasMoved(t *testing.T) {
	a := weeklyAt(t, "2026-11-26 17:30")
	a.Rule = "FREQ=WEEKLY;COUNT=3"
	second := a.Start.AddDays(7)
	moved, err := a.Move(second, second.AddDays(1), 0, One, "")
	if err != nil {
		t.Fatal(err)
	}
	was, err := moved[0].Details(second)
	if err != nil || was.Start != second.AddDays(1) {
		t.Fatalf("%+v, %v", was, err)
	}
	now := was
	now.Start += hour
	parts, err := moved[0].Edit(second, was, now, All, "")
	if got := told(parts, at2026(t)); err != nil || got != "1126.1830+1h 1204.1830+1h 1210.1830+1h" {
		t.Errorf("%s, %v", got, err)
	}
	var none *NoSuchError
	if _, err := a.Edit(second+hour, was, now, All, ""); !errors.As(err, &none) {
		t.Errorf("one that is not there: %v", err)
	}
	if _, err := a.Details(second + hour); !errors.As(err, &none) {
		t.Errorf("one that is not there: %v", err)
	}
}

func TestASeriesOfWholeDaysGetsAClockTime(t *testing.T) {
	a := weeklyAt(t, "2026-11-26 00:00")
	a.AllDay, a.Length, a.Rule = true, 24*time.Hour, "FREQ=WEEKLY;UNTIL=20261210"
	was, err := a.Details(a.Start)
	if err != nil {
		t.Fatal(err)
	}
	now := was
	now.AllDay, now.Length, now.Start = false, time.Hour, was.Start+9*hour
	parts, err := a.Edit(a.Start, was, now, All, "")
	if err != nil {
		t.Fatal(err)
	}
	b := parts[0].Tidy()
	if got := told([]Appointment{b}, at2026(t)); b.Validate(at2026(t)) != nil || got != "1126.0900+1h 1203.0900+1h 1210.0900+1h" {
		t.Errorf("%s of %+v", got, b)
	}
}

// Where nothing was changed nothing changes; what was changed is so afterwards,
// and what lies outside of the scope stays.
func TestEditingDoesWhatWasAskedFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, from, to := anAppointmentHeld(t)
		list := a.Occurrences(from, to)
		o := rapid.SampledFrom(list).Draw(t, "which")
		scope := rapid.SampledFrom([]Scope{One, Following, All}).Draw(t, "scope")
		was, err := a.Details(o.At)
		if err != nil {
			t.Fatal(err)
		}
		if same, ok := a.Occurrence(o.At); !ok || !reflect.DeepEqual(same, o) {
			t.Fatalf("%+v is also %+v", o, same)
		}
		kept, err := a.Edit(o.At, was, was, scope, "new")
		if err != nil {
			t.Fatal(err)
		}
		names := func(list []Appointment, before Wall) []string {
			var out []string
			for _, o := range Expand(list, from, to) {
				if o.At < before {
					out = append(out, o.At.String()+o.Start.String()+o.End.String()+string(o.Status)+o.Title+o.Place+o.Notes)
				}
			}
			slices.Sort(out)
			return out
		}
		never := WallOf(MaxYear, 1, 1, 0, 0, 0)
		if got, want := names(kept, never), names([]Appointment{a}, never); !slices.Equal(got, want) {
			t.Fatalf("nothing was changed, and yet: %s", firstDifference(got, want))
		}
		now := was
		now.Start += Wall(rapid.IntRange(-40, 40).Draw(t, "days")) * day
		if !a.AllDay {
			now.Length = time.Duration(rapid.IntRange(5, 300).Draw(t, "minutes")) * time.Minute
		}
		now.Title = rapid.SampledFrom([]string{was.Title, "New"}).Draw(t, "title")
		parts, err := a.Edit(o.At, was, now, scope, "new")
		var field *FieldError
		if errors.As(err, &field) {
			t.Skip(err)
		} else if err != nil {
			t.Fatal(err)
		}
		last, at := parts[len(parts)-1], o.At
		if scope != One || !a.Repeats() {
			at += now.Start - was.Start
		}
		got, err := last.Details(at)
		if err != nil {
			t.Fatal(err)
		}
		now.Rule = got.Rule // its days turned
		if !reflect.DeepEqual(got, now) {
			t.Fatalf("asked for %+v, got %+v", now, got)
		}
		if scope == Following && len(parts) == 2 {
			if got, want := names(parts[:1], never), names([]Appointment{a}, o.At); !slices.Equal(got, want) {
				t.Fatalf("what came before is different: %s", firstDifference(got, want))
			}
		}
	})
}
