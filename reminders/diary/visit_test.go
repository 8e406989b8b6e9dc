package diary

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var visited = time.Date(2026, 11, 23, 17, 30, 0, 0, time.UTC)

func num(n int) *int { return &n }

func aVisit() Visit {
	return Visit{
		ID: "v1", Appointment: "a@b", At: visited, Type: "deep-tissue", Techniques: []string{"kneading"}, Pressure: 3, Length: time.Hour,
		Areas: []Region{LowerBack, "shoulder-left"}, Therapist: "t1", Before: num(6), After: num(3), NextDay: num(2), ThirdDay: num(0),
		Bruised: true, Cost: Money{6550, "EUR"}, Notes: "slept well\nafterwards",
	}
}

func TestVisitValidate(t *testing.T) {
	now := visited.Add(time.Hour)
	if err := aVisit().Validate(now); err != nil {
		t.Fatal(err)
	}
	if err := (Visit{At: visited}).Validate(now); err != nil {
		t.Errorf("a visit of which only the time is told: %v", err)
	}
	for field, changes := range map[string][]func(*Visit){
		"date":         {func(v *Visit) { v.At = time.Time{} }, func(v *Visit) { v.At = now.Add(time.Hour) }, func(v *Visit) { v.At = now.AddDate(-200, 0, 0) }},
		"type":         {func(v *Visit) { v.Type = "a\nb" }, func(v *Visit) { v.Type = strings.Repeat("x", 201) }, func(v *Visit) { v.Type = "\xff" }},
		"therapist_id": {func(v *Visit) { v.Therapist = "\x1b[31m" }},
		"appointment":  {func(v *Visit) { v.Appointment = "\x00" }},
		"techniques":   {func(v *Visit) { v.Techniques = []string{"a", "a"} }, func(v *Visit) { v.Techniques = []string{" "} }, func(v *Visit) { v.Techniques = make([]string, 51) }},
		"pressure":     {func(v *Visit) { v.Pressure = 6 }, func(v *Visit) { v.Pressure = -1 }},
		"duration_s":   {func(v *Visit) { v.Length = -time.Minute }, func(v *Visit) { v.Length = 9 * time.Hour }, func(v *Visit) { v.Length = time.Millisecond }},
		"areas":        {func(v *Visit) { v.Areas = []Region{"tail"} }, func(v *Visit) { v.Areas = []Region{Neck, Neck} }},
		"pain_before":  {func(v *Visit) { v.Before = num(11) }},
		"pain_after":   {func(v *Visit) { v.After = num(-1) }},
		"pain_24h":     {func(v *Visit) { v.NextDay = num(11) }},
		"pain_72h":     {func(v *Visit) { v.ThirdDay = num(11) }},
		"cost":         {func(v *Visit) { v.Cost.Minor = -1 }, func(v *Visit) { v.Cost.Minor = 1 << 40 }},
		"currency":     {func(v *Visit) { v.Cost.Currency = "" }, func(v *Visit) { v.Cost.Currency = "XYZ" }, func(v *Visit) { v.Cost.Currency = "eur" }},
		"notes":        {func(v *Visit) { v.Notes = "\x07" }, func(v *Visit) { v.Notes = strings.Repeat("x", MaxNote+1) }},
	} {
		for i, change := range changes {
			v := aVisit()
			change(&v)
			var e *FieldError
			if err := v.Validate(now); !errors.As(err, &e) || e.Field != field || e.Hint == "" {
				t.Errorf("%s %d: %v", field, i, err)
			}
		}
	}
}

func TestVisitTidy(t *testing.T) {
	three := 3
	in := Visit{Type: " deep  tissue ", Techniques: []string{"a ", "a", ""}, Areas: []Region{Neck, Neck}, Notes: " x\r\ny ", Before: &three}
	out := in.Tidy()
	three = 9
	want := Visit{Type: "deep tissue", Techniques: []string{"a"}, Areas: []Region{Neck}, Notes: "x\ny", Before: num(3)}
	if !reflect.DeepEqual(out, want) {
		t.Errorf("%+v, want %+v", out, want)
	}
	if got := (Visit{}).Tidy(); got.Techniques == nil || got.Areas == nil {
		t.Error("a list is nil")
	}
}

func TestAgainOffersWhatStaysTheSame(t *testing.T) {
	last, at := aVisit(), visited.AddDate(0, 0, 7)
	got := last.Again(at)
	want := Visit{
		At: at, Type: "deep-tissue", Techniques: []string{"kneading"}, Pressure: 3, Length: time.Hour, Areas: []Region{LowerBack, "shoulder-left"},
		Therapist: "t1", Cost: Money{6550, "EUR"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	got.Areas[0] = Neck
	if last.Areas[0] != LowerBack {
		t.Error("the last visit was changed")
	}
}

func TestFollowUps(t *testing.T) {
	v, err := Visit{}.Answered(AfterADay, num(4))
	if err != nil || v.Answer(AfterADay) == nil || *v.Answer(AfterADay) != 4 || v.Answer(AfterThreeDays) != nil {
		t.Errorf("%+v %v", v, err)
	}
	if v, err = v.Answered(AfterThreeDays, num(0)); err != nil || *v.ThirdDay != 0 {
		t.Errorf("%+v %v", v, err)
	}
	if v, err = v.Answered(AfterADay, nil); err != nil || v.NextDay != nil {
		t.Errorf("%+v %v", v, err)
	}
	var e *FieldError
	if _, err := v.Answered(AfterThreeDays, num(11)); !errors.As(err, &e) || e.Field != "pain_72h" {
		t.Errorf("%v", err)
	}
	if _, err := v.Answered("48h", num(1)); !errors.As(err, &e) {
		t.Errorf("%v", err)
	}
	for after, want := range map[time.Duration]FollowUp{time.Hour: AfterADay, 24 * time.Hour: AfterADay, 48 * time.Hour: AfterThreeDays, 72 * time.Hour: AfterThreeDays, 240 * time.Hour: AfterThreeDays} {
		if got := FollowUpAt(after); got != want {
			t.Errorf("%v: %s, want %s", after, got, want)
		}
	}
}

func TestLastVisit(t *testing.T) {
	if _, ok := LastVisit(nil); ok {
		t.Error("there is a last one of none")
	}
	list := []Visit{{ID: "b", At: visited}, {ID: "c", At: visited.Add(-time.Hour)}, {ID: "a", At: visited}}
	if got, ok := LastVisit(list); !ok || got.ID != "b" || list[1].ID != "c" {
		t.Errorf("%v of %v", got.ID, list)
	}
}

func TestVisitJSON(t *testing.T) {
	data, err := json.Marshal(aVisit())
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`"date":"2026-11-23T17:30:00Z"`, `"duration_s":3600`, `"cost":65.50,"currency":"EUR"`, `"pain_72h":0`, `"areas":["lower-back","shoulder-left"]`} {
		if !strings.Contains(string(data), part) {
			t.Errorf("%s is not in %s", part, data)
		}
	}
	if data, _ := json.Marshal(Visit{At: visited}); string(data) != `{"id":"","date":"2026-11-23T17:30:00Z","techniques":[],"areas":[]}` {
		t.Errorf("what is not told is written: %s", data)
	}
	for _, bad := range []string{`{"cost":65}`, `{"currency":"EUR"}`, `{"duration_s":-1}`, `{"duration_s":99999999999}`, `{"cost":6.5e9,"currency":"EUR"}`, `[]`} {
		v := aVisit()
		if err := json.Unmarshal([]byte(bad), &v); err == nil || !reflect.DeepEqual(v, aVisit()) {
			t.Errorf("%s: %v, and the visit is %+v", bad, err, v)
		}
	}
}

// TestVisitJSONIsWhole checks that a visit that is in order comes back as it was.
func TestVisitJSONIsWhole(t *testing.T) {
	pain := rapid.Ptr(rapid.IntRange(0, 10), true)
	words := rapid.SliceOfDistinct(rapid.StringMatching(`[a-zé]{1,12}( [a-z]{1,5})?`), func(s string) string { return s })
	rapid.Check(t, func(t *rapid.T) {
		in := Visit{
			ID: "x", At: visited.Add(-time.Duration(rapid.IntRange(0, 1e9).Draw(t, "ago")) * time.Second), Type: rapid.StringMatching(`[a-z]{0,9}`).Draw(t, "type"),
			Techniques: words.Draw(t, "techniques"), Pressure: rapid.IntRange(0, 5).Draw(t, "pressure"),
			Length: time.Duration(rapid.IntRange(0, 8*3600).Draw(t, "length")) * time.Second,
			Areas:  rapid.SliceOfDistinct(rapid.SampledFrom(Regions()), func(r Region) Region { return r }).Draw(t, "areas"),
			Before: pain.Draw(t, "before"), After: pain.Draw(t, "after"), NextDay: pain.Draw(t, "24h"), ThirdDay: pain.Draw(t, "72h"),
			Bruised: rapid.Bool().Draw(t, "bruised"), Notes: rapid.StringMatching(`[ -~\n]{0,40}`).Draw(t, "notes"),
		}
		if rapid.Bool().Draw(t, "paid") {
			in.Cost = Money{rapid.Int64Range(0, maxMinor).Draw(t, "minor"), rapid.SampledFrom([]string{"EUR", "JPY", "KWD", "USD"}).Draw(t, "currency")}
		}
		in = in.Tidy()
		if len(in.Techniques) > maxWords {
			in.Techniques = in.Techniques[:maxWords]
		}
		if err := in.Validate(visited); err != nil {
			t.Fatalf("%+v: %v", in, err)
		}
		data, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		var out Visit
		if err := json.Unmarshal(data, &out); err != nil || !reflect.DeepEqual(in, out) {
			t.Fatalf("%s: %v\n%+v\n%+v", data, err, in, out)
		}
	})
}

func FuzzVisitJSON(f *testing.F) {
	data, _ := json.Marshal(aVisit())
	for _, s := range []string{string(data), `{}`, `{"cost":6.5e9,"currency":"EUR"}`, `{"areas":["tail"]}`, `{"duration_s":1e99}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var v Visit
		if json.Unmarshal([]byte(s), &v) != nil || v.Validate(visited) != nil {
			return
		}
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		var again Visit
		if err := json.Unmarshal(data, &again); err != nil || !again.At.Equal(v.At) {
			t.Fatalf("%s: %v", data, err)
		}
		if again.At = v.At; !reflect.DeepEqual(again, v) {
			t.Errorf("%q\n%+v\n%+v", s, v, again)
		}
	})
}
