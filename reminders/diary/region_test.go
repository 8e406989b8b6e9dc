package diary

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestRegionsAreNamedOnce(t *testing.T) {
	if len(Regions()) != 35 {
		t.Errorf("%d regions, want the 30 of the body map and 5 broad ones", len(Regions()))
	}
	if want := []Region{"neck", "shoulders", "upper-back", "lower-back", "hips"}; !slices.Equal(Broad(), want) {
		t.Errorf("broad regions %v, want %v", Broad(), want)
	}
	taken := map[string]Region{}
	for _, r := range regions {
		for _, k := range r.keys() {
			if other, ok := taken[k]; ok && other != r.id {
				t.Errorf("%q means both %s and %s", k, other, r.id)
			}
			taken[k] = r.id
		}
		if !r.id.Known() || r.id.Name() != r.name || strings.Contains(r.name, "-") {
			t.Errorf("%s is called %q", r.id, r.id.Name())
		}
		// Stored lists of regions are separated by blanks.
		if strings.ContainsAny(string(r.id), " \t\n") {
			t.Errorf("%q holds a blank", r.id)
		}
	}
	if Region("tail").Known() || Region("tail").Name() != "tail" {
		t.Error("an unknown region has a name")
	}
	if got := Names([]Region{Neck, "low-back-left"}); got != "neck, left lower back" {
		t.Errorf("Names: %q", got)
	}
	Regions()[0] = "changed"
	_ = append(Broad(), "changed")
	if Regions()[0] != Neck || Regions()[5] != "head-neck" {
		t.Error("the table can be changed from outside")
	}
}

func TestParseRegion(t *testing.T) {
	for _, r := range Regions() {
		for _, s := range []string{string(r), r.Name(), strings.ToUpper(r.Name()), "  " + strings.ReplaceAll(r.Name(), " ", "_")} {
			if got, err := ParseRegion(s); err != nil || got != r {
				t.Errorf("ParseRegion(%q) = %q, %v; want %s", s, got, err, r)
			}
		}
	}
	for s, want := range map[string]Region{
		"lower back": LowerBack, "lower-back": LowerBack, "lowback": LowerBack, "Lower Back": LowerBack, "lowerback": LowerBack,
		"low back": LowerBack, "lumbar": LowerBack, "hip": Hips, "shoulder": Shoulders, "left low back": "low-back-left",
		"lower back left": "low-back-left", "Lower Back (left)": "low-back-left", "knee, right": "knee-right",
		"middle back left": "mid-back-left", "middle of the lower back": "low-back-middle", "head": "head-neck",
		"my left hamstring": "thigh-back-left", "the neck": Neck,
	} {
		if got, err := ParseRegion(s); err != nil || got != want {
			t.Errorf("ParseRegion(%q) = %q, %v; want %s", s, got, err, want)
		}
	}
}

func TestParseRegionSaysWhatWasMeant(t *testing.T) {
	for s, want := range map[string]string{
		"lowr bak": "did you mean lower back?", "nek": "did you mean neck?", "sholders": "did you mean shoulders?",
		"knee": "did you mean left knee or right knee?", "left kne": "did you mean left knee?", "lower back pain": "did you mean lower back?", "back": "did you mean upper back or lower back or", "uper back": "did you mean upper back?",
		"tail": "use one of neck, shoulders, upper back, lower back, hips", "": "use one of", "xy": "use one of",
		strings.Repeat("back", 1000): "use one of", "\xff\xfe": "use one of", "背中": "use one of",
	} {
		got, err := ParseRegion(s)
		var field *FieldError
		if !errors.As(err, &field) || field.Field != "regions" || got != "" || !strings.HasPrefix(field.Hint, want) {
			t.Errorf("ParseRegion(%.20q) = %q, %v; want the hint %q", s, got, err, want)
		}
		if err != nil && len(err.Error()) > 300 {
			t.Errorf("%.20q: an error of %d bytes", s, len(err.Error()))
		}
	}
}

func FuzzParseRegion(f *testing.F) {
	for _, s := range []string{"lower back", "left", "kne", "\xff", "middle of the lower back"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := ParseRegion(s)
		if (err == nil) != r.Known() {
			t.Errorf("ParseRegion(%q) = %q, %v", s, r, err)
		}
		if err != nil && (!utf8.ValidString(err.Error()) || strings.Contains(err.Error(), "\n")) {
			t.Errorf("ParseRegion(%q): %q", s, err)
		}
	})
}
