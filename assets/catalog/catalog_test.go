package catalog_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/unhunch/unhunch/assets/catalog"
)

// speaking speaks a made-up file until the test ends.
func speaking(t *testing.T, language, file string) {
	t.Helper()
	t.Cleanup(func() {
		if err := catalog.Use(); err != nil {
			t.Error(err)
		}
	})
	if err := catalog.UseFile(language, []byte(file)); err != nil {
		t.Fatal(err)
	}
}

func TestEnglish(t *testing.T) {
	for want, got := range map[string]string{
		"Done":                     catalog.L("Done"),
		"Snoozed until 10:40.":     catalog.L("Snoozed until {{.Time}}.", catalog.D{"Time": "10:40"}),
		"1 stretch":                catalog.N("{{.Count}} stretch", "{{.Count}} stretches", 1),
		"0 stretches":              catalog.N("{{.Count}} stretch", "{{.Count}} stretches", 0),
		"2 stretches for you":      catalog.N("{{.Count}} stretch for {{.Who}}", "{{.Count}} stretches for {{.Who}}", 2, catalog.D{"Who": "you"}),
		"Snoozed until {{.Time}}!": catalog.L("Snoozed until {{.Time}}!"),
		"a {{ b":                   catalog.L("a {{ b", catalog.D{"b": 1}),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestTranslated(t *testing.T) {
	speaking(t, "pl", `{
		"Done": "Gotowe",
		"Snoozed until {{.Time}}.": "Drzemka do {{.Time}}.",
		"{{.Count}} stretch": {"one": "jeden", "few": "{{.Count}} few", "many": "{{.Count}} many", "other": "{{.Count}} other"}
	}`)
	if l := catalog.Language(); l != "pl" {
		t.Errorf("the language is %q", l)
	}
	for want, got := range map[string]string{
		"Gotowe":           catalog.L("Done"),
		"Drzemka do 9:00.": catalog.L("Snoozed until {{.Time}}.", catalog.D{"Time": "9:00"}),
		"jeden":            catalog.N("{{.Count}} stretch", "{{.Count}} stretches", 1),
		"22 few":           catalog.N("{{.Count}} stretch", "{{.Count}} stretches", 22),
		"12 many":          catalog.N("{{.Count}} stretch", "{{.Count}} stretches", 12),
		"Skip":             catalog.L("Skip"),
		"3 tips":           catalog.N("{{.Count}} tip", "{{.Count}} tips", 3),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestBrokenTranslation: whatever is wrong with a translation, the English text
// is said, and nothing fails.
func TestBrokenTranslation(t *testing.T) {
	speaking(t, "de", `{
		"until {{.Time}}": "bis {{.Zeit}}",
		"since {{.Time}}": "seit {{.Time",
		"from {{.Time}}": "ab {{ .Time }} {{if .Time}}",
		"Done": "",
		"Skip": {"one": "x", "other": "y"},
		"{{.Count}} tip": {"one": "{{.Anzahl}} Tipp", "other": "{{.Count}} Tipps"},
		"{{.Count}} day": "Tag",
		"Nothing": null
	}`)
	at := catalog.D{"Time": "9:00"}
	for want, got := range map[string]string{
		"until 9:00": catalog.L("until {{.Time}}", at),
		"since 9:00": catalog.L("since {{.Time}}", at),
		"from 9:00":  catalog.L("from {{.Time}}", at),
		"Done":       catalog.L("Done"),
		"Skip":       catalog.L("Skip"),
		"1 Tipps":    catalog.N("{{.Count}} tip", "{{.Count}} tips", 1),
		"2 days":     catalog.N("{{.Count}} day", "{{.Count}} days", 2),
		"Nothing":    catalog.L("Nothing"),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestBrokenFileIsReported(t *testing.T) {
	speaking(t, "de", `{"Done": "Fertig"}`)
	for file, want := range map[string]string{
		`{"Done": "Gut",`:                    "translation fr is broken",
		`{"Done": 3}`:                        "neither a text nor",
		`["Done"]`:                           "translation fr is broken",
		`{"1 tip": {"single": "1 Tipp"}}`:    `"single" is no plural form`,
		`{"1 tip": {"one": ["1", "Tipp"]}}`:  "neither a text nor",
		"\xff\xfe{\x00":                      "translation fr is broken",
		`{"Done": "Gut"} {"Done": "Besser"}`: "translation fr is broken",
	} {
		err := catalog.UseFile("fr", []byte(file))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "hint: ") {
			t.Errorf("%s: %v, want %q and a hint", file, err, want)
		}
	}
	if got := catalog.L("Done"); got != "Fertig" {
		t.Errorf("a broken file changed what is said to %q", got)
	}
}

func TestUse(t *testing.T) {
	t.Cleanup(func() { _ = catalog.Use() })
	for _, c := range []struct {
		languages []string
		want      string
	}{
		{nil, "en"},
		{[]string{"de"}, "de"},
		{[]string{"de_AT.UTF-8"}, "de"},
		{[]string{"DE-ch@euro"}, "de"},
		{[]string{"xx_YY", "de_DE"}, "de"},
		{[]string{"en_GB.UTF-8", "de"}, "en"},
		{[]string{"tlh", ""}, "en"},
		{[]string{"../de", ".", "-", "de/../en", "d"}, "en"},
		{[]string{"deutsch"}, "en"},
	} {
		if err := catalog.Use(c.languages...); err != nil {
			t.Error(err)
		}
		if got := catalog.Language(); got != c.want {
			t.Errorf("%q: %s is spoken, want %s", c.languages, got, c.want)
		}
	}
}

func TestFromEnvironment(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want string
	}{
		{nil, ""},
		{map[string]string{"LANG": "de_DE.UTF-8"}, "de_DE.UTF-8"},
		{map[string]string{"LANG": "de_DE", "LC_MESSAGES": "fr_FR"}, "fr_FR"},
		{map[string]string{"LANG": "de_DE", "LC_MESSAGES": "fr_FR", "LC_ALL": "pl_PL"}, "pl_PL"},
		{map[string]string{"LANG": "de_DE", "LC_ALL": ""}, "de_DE"},
		{map[string]string{"LANG": "en_US", "LANGUAGE": "de:fr"}, "de fr en_US"},
		{map[string]string{"LANG": "C", "LANGUAGE": "de"}, ""},
		{map[string]string{"LC_ALL": "C.UTF-8", "LANG": "de_DE", "LANGUAGE": "de"}, ""},
		{map[string]string{"LANG": "POSIX"}, ""},
		{map[string]string{"LANGUAGE": "de"}, "de"},
		{map[string]string{"LC_TIME": "de_DE"}, ""},
	} {
		got := strings.Join(catalog.FromEnvironment(func(name string) string { return c.env[name] }), " ")
		if got != c.want {
			t.Errorf("%v: %q, want %q", c.env, got, c.want)
		}
	}
}

// TestConcurrentUse is for the race detector.
func TestConcurrentUse(t *testing.T) {
	t.Cleanup(func() { _ = catalog.Use() })
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for range 200 {
				if i%4 == 0 {
					_ = catalog.Use([]string{"de", "en"}[i/4])
				}
				if s := catalog.L("{{.Minutes}} min", catalog.D{"Minutes": i}); !strings.Contains(s, "min") && !strings.Contains(s, "Min") {
					t.Errorf("said %q", s)
				}
			}
		})
	}
	all.Wait()
}

func BenchmarkUse(b *testing.B) {
	b.Cleanup(func() { _ = catalog.Use() })
	b.ReportAllocs()
	for b.Loop() {
		if err := catalog.Use("de"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSay(b *testing.B) {
	for _, language := range []string{"en", "de"} {
		b.Run(language, func(b *testing.B) {
			b.Cleanup(func() { _ = catalog.Use() })
			if err := catalog.Use(language); err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				_ = catalog.L("Paused until {{.Time}}.", catalog.D{"Time": "10:40"})
			}
		})
	}
}
