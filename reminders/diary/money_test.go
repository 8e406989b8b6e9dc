package diary

import (
	"errors"
	"testing"
	"time"
)

func TestParseMoney(t *testing.T) {
	for text, want := range map[string]Money{
		"65 EUR": {6500, "EUR"}, "EUR 65": {6500, "EUR"}, "65.5 eur": {6550, "EUR"}, "65,50€": {6550, "EUR"}, "£40": {4000, "GBP"},
		"65": {6500, "CHF"}, "6500 JPY": {6500, "JPY"}, "12.345 KWD": {12345, "KWD"}, "0 EUR": {0, "EUR"}, "65USD": {6500, "USD"},
		"0.05 EUR": {5, "EUR"}, "120 zł": {12000, "PLN"}, "1000 RSD": {100000, "RSD"},
	} {
		got, err := ParseMoney(text, "CHF")
		if err != nil || got != want {
			t.Errorf("%q: %+v, %v; want %+v", text, got, err, want)
		}
	}
	for text, field := range map[string]string{
		"": "cost", "EUR": "cost", "-5 EUR": "cost", "1.000,50 EUR": "cost", "65.505 EUR": "cost", "65.5 JPY": "cost", "$80": "currency",
		"65 XXY": "currency", "65 EUR 3": "cost", "sixty": "cost", "99999999999999999999 EUR": "cost", "20000000 EUR": "cost", "65. EUR": "cost", "65 EUR USD": "cost",
	} {
		var e *FieldError
		if got, err := ParseMoney(text, ""); !errors.As(err, &e) || e.Field != field {
			t.Errorf("%q: %+v, %v; want a mistake in %s", text, got, err, field)
		}
	}
	if _, err := ParseMoney("65", ""); err == nil {
		t.Error("65 of nothing")
	}
}

func TestMoneyInWords(t *testing.T) {
	for want, m := range map[string]Money{"65 EUR": {6500, "EUR"}, "0.05 EUR": {5, "EUR"}, "65.50 EUR": {6550, "EUR"}, "7 JPY": {7, "JPY"}, "0.010 KWD": {10, "KWD"}, "": {}} {
		if m.String() != want {
			t.Errorf("%+v: %q, want %q", m, m, want)
		}
	}
}

func FuzzParseMoney(f *testing.F) {
	for _, s := range []string{"65 EUR", "65,50€", "$80", "1.000,50", "\xff", "12.345 KWD", "zł 3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ParseMoney(s, "EUR")
		if err != nil {
			return
		}
		if again, err := ParseMoney(m.String(), ""); err != nil || again != m {
			t.Errorf("%q is %+v, and %q is %+v: %v", s, m, m, again, err)
		}
		if err := m.validate(); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	})
}

func TestBudget(t *testing.T) {
	berlin := time.FixedZone("", 3600)
	end := time.Date(2026, 10, 31, 23, 30, 0, 0, time.UTC) // November there
	got := Budget([]Visit{
		{At: end, Cost: Money{6500, "EUR"}},
		{At: visited, Cost: Money{100, "EUR"}},
		{At: visited, Cost: Money{5, "CHF"}},
		{At: visited},
		{At: visited.AddDate(0, -6, 0), Cost: Money{0, "EUR"}},
	}, berlin)
	want := []Spent{{2026, 5, Money{0, "EUR"}, 1}, {2026, 11, Money{5, "CHF"}, 1}, {2026, 11, Money{6600, "EUR"}, 2}}
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%+v, want %+v", got[i], want[i])
		}
	}
}

func TestTherapistValidate(t *testing.T) {
	good := Therapist{Name: "Praxis am Markt", Phone: "+49 30 123", Mail: "a@example.org", Address: "Markt 1\n10115 Berlin", Specialities: []string{"backs"}}
	if err := good.Validate(visited); err != nil {
		t.Fatal(err)
	}
	for field, changes := range map[string][]func(*Therapist){
		"name":         {func(x *Therapist) { x.Name = " " }, func(x *Therapist) { x.Name = "a\nb" }},
		"practice":     {func(x *Therapist) { x.Practice = "\xff" }},
		"phone":        {func(x *Therapist) { x.Phone = "call me" }},
		"mail":         {func(x *Therapist) { x.Mail = "nobody" }, func(x *Therapist) { x.Mail = "a b@c" }, func(x *Therapist) { x.Mail = "a@b@c" }, func(x *Therapist) { x.Mail = "@c" }},
		"address":      {func(x *Therapist) { x.Address = "\x1b" }},
		"specialities": {func(x *Therapist) { x.Specialities = []string{"", "x"} }},
		"notes":        {func(x *Therapist) { x.Notes = "\x07" }},
	} {
		for i, change := range changes {
			x := good
			change(&x)
			var e *FieldError
			if err := x.Validate(visited); !errors.As(err, &e) || e.Field != field {
				t.Errorf("%s %d: %v", field, i, err)
			}
		}
	}
	if got := (Therapist{Name: " A  B ", Specialities: []string{"x", "x ", ""}}).Tidy(); got.Name != "A B" || len(got.Specialities) != 1 {
		t.Errorf("%+v", got)
	}
}
