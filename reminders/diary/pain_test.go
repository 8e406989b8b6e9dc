package diary

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
)

var now = time.Date(2026, time.November, 26, 17, 30, 0, 0, time.UTC)

func TestValidate(t *testing.T) {
	good := Pain{At: now, Intensity: 5, Regions: []Region{LowerBack, "knee-left"}, Note: "two\nlines\tand ünïcode 🙂"}
	for _, c := range []struct {
		name   string
		change func(*Pain)
		field  string // the field that is wrong, or empty
		says   string
	}{
		{"as it should be", func(*Pain) {}, "", ""},
		{"no pain at all, nowhere", func(p *Pain) { *p = Pain{At: now} }, "", ""},
		{"the worst", func(p *Pain) { p.Intensity = 10 }, "", ""},
		{"off the scale", func(p *Pain) { p.Intensity = 11 }, "intensity", "11 is not on the scale"},
		{"below the scale", func(p *Pain) { p.Intensity = -1 }, "intensity", "0 (no pain) to 10"},
		{"no time", func(p *Pain) { p.At = time.Time{} }, "at", "missing"},
		{"a clock that is a little ahead", func(p *Pain) { p.At = now.Add(5 * time.Minute) }, "", ""},
		{"the future", func(p *Pain) { p.At = now.Add(5*time.Minute + time.Millisecond) }, "at", "2026-11-26 17:35 is in the future"},
		{"long ago", func(p *Pain) { p.At = time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC) }, "", ""},
		{"too long ago", func(p *Pain) { p.At = time.Date(1899, 12, 31, 23, 59, 59, 0, time.UTC) }, "at", "1899-12-31 is before 1900"},
		{"an unknown region", func(p *Pain) { p.Regions = []Region{"tail"} }, "regions", `"tail" is no region`},
		{"a region by another name", func(p *Pain) { p.Regions = []Region{"Lower Back"} }, "regions", "did you mean lower back?"},
		{"a region twice", func(p *Pain) { p.Regions = []Region{Neck, Hips, Neck} }, "regions", "neck is there twice"},
		{"a long note", func(p *Pain) { p.Note = strings.Repeat("ü", MaxNote) }, "", ""},
		{"a note that is too long", func(p *Pain) { p.Note = strings.Repeat("ü", MaxNote+1) }, "note", "2001 characters"},
		{"a note that is no text", func(p *Pain) { p.Note = "a\xff" }, "note", "UTF-8"},
		{"a note that plays tricks", func(p *Pain) { p.Note = "a\x1b[2J" }, "note", "U+001B"},
	} {
		p := good
		c.change(&p)
		err := p.Validate(now)
		var field *FieldError
		switch {
		case c.field == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.field == "":
		case !errors.As(err, &field) || field.Field != c.field || !strings.Contains(err.Error(), c.says) || field.Hint == "":
			t.Errorf("%s: %v, want %q of the field %s, and a hint", c.name, err, c.says, c.field)
		case strings.Contains(err.Error(), "\n"):
			t.Errorf("%s: several lines: %q", c.name, err)
		}
	}
}

func TestTidy(t *testing.T) {
	p := Pain{Regions: []Region{Neck, Hips, Neck}, Note: " \r\none\r\ntwo \n"}
	got := p.Tidy()
	if want := (Pain{Regions: []Region{Neck, Hips}, Note: "one\ntwo"}); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	if len(p.Regions) != 3 {
		t.Error("the entry it was given was changed")
	}
	if got := (Pain{}).Tidy(); got.Regions == nil {
		t.Error("no regions are nil, and would be null in JSON")
	}
}

func TestBand(t *testing.T) {
	want := []string{"", "none", "mild", "mild", "mild", "moderate", "moderate", "moderate", "severe", "severe", "severe", "severe", ""}
	for i, w := range want {
		if got := Band(i - 1); got != w {
			t.Errorf("Band(%d) = %q, want %q", i-1, got, w)
		}
	}
}

func TestSortAndLast(t *testing.T) {
	if _, found := Last(nil); found {
		t.Error("a last one of none")
	}
	list := []Pain{
		{ID: "c", At: now},
		{ID: "a", At: now.Add(-time.Hour)},
		{ID: "b", At: now.In(time.FixedZone("", 3600))},
		{ID: "d", At: now.Add(-2 * time.Hour)},
	}
	if last, found := Last(list); !found || last.ID != "b" {
		t.Errorf("last: %+v %v", last, found)
	}
	Sort(list)
	var order string
	for _, p := range list {
		order += p.ID
	}
	if order != "dabc" {
		t.Errorf("order %s", order)
	}
}
