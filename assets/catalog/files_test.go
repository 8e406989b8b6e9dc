package catalog_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/unhunch/unhunch/assets/catalog"
)

// update rewrites en.json from the Go files, drops what is no longer said from
// the translations, and tells what they lack:
// go test ./assets/catalog -update.
var update = flag.Bool("update", false, "rewrite translations/en.json and tidy the others")

const folder = "translations"

// forms are the plural forms of a text; a plain text has the one called "".
type forms map[string]string

func (f *forms) UnmarshalJSON(data []byte) error {
	if data[0] == '"' {
		*f = forms{"": ""}
		var s string
		err := json.Unmarshal(data, &s)
		(*f)[""] = s
		return err
	}
	return json.Unmarshal(data, (*map[string]string)(f))
}

func (f forms) MarshalJSON() ([]byte, error) {
	if s, ok := f[""]; ok {
		return encode(s)
	}
	return encode(map[string]string(f))
}

// encode writes JSON that people edit: & stays &.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	return b.Bytes(), err
}

func read(t *testing.T, language string) map[string]forms {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, language+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var out map[string]forms
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatalf("%s.json: %v", language, err)
	}
	return out
}

func write(t *testing.T, language string, said map[string]forms) {
	t.Helper()
	data, err := encode(said)
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, language+".json"), data, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestTexts keeps en.json complete, and every shipped translation with it: a
// text that is missing, one that nobody says, one that cannot be translated and
// one with broken places all fail.
func TestTexts(t *testing.T) {
	x := extract(t, filepath.Join("..", ".."))
	slices.Sort(x.wrong)
	for _, w := range x.wrong {
		t.Error(w)
	}
	english := map[string]forms{}
	for key, said := range x.texts {
		english[key] = forms{"": said.one}
		if said.other != "" {
			english[key] = forms{"one": said.one, "other": said.other}
		}
		for _, s := range english[key] {
			if _, err := catalog.Places(s); err != nil {
				t.Errorf("%s: %v", said.at, err)
			}
		}
	}
	if *update {
		write(t, catalog.English, english)
	}
	for key, was := range read(t, catalog.English) {
		if now, ok := english[key]; !ok {
			t.Errorf("en.json: nobody says %q any more (go test ./assets/catalog -update)", key)
		} else if !maps.Equal(was, now) {
			t.Errorf("en.json: %q has other forms (go test ./assets/catalog -update)", key)
		}
	}
	have := read(t, catalog.English)
	for _, key := range slices.Sorted(maps.Keys(english)) {
		if _, ok := have[key]; !ok {
			t.Errorf("en.json lacks %q of %s (go test ./assets/catalog -update)", key, x.texts[key].at)
		}
	}
	for _, language := range catalog.Languages()[1:] {
		t.Run(language, func(t *testing.T) { translated(t, language, english, x.texts) })
	}
	t.Logf("%d texts, %d languages", len(english), len(catalog.Languages()))
}

// translated checks one translation.
func translated(t *testing.T, language string, english map[string]forms, where map[string]text) {
	said := read(t, language)
	if *update {
		maps.DeleteFunc(said, func(key string, _ forms) bool { return english[key] == nil })
		write(t, language, said)
	}
	var lacks []string
	for _, key := range slices.Sorted(maps.Keys(english)) {
		f, ok := said[key]
		if !ok {
			row, _ := encode(map[string]forms{key: english[key]})
			lacks = append(lacks, fmt.Sprintf("%s: %s", where[key].at, bytes.TrimSpace(row)))
			continue
		}
		if err := fits(language, english[key], f); err != nil {
			t.Errorf("%s.json: %q: %v", language, key, err)
		}
	}
	if len(lacks) > 0 {
		t.Errorf("%s.json lacks %d of %d texts:\n%s", language, len(lacks), len(english), strings.Join(lacks, "\n"))
	}
	for key := range said {
		if english[key] == nil {
			t.Errorf("%s.json: nobody says %q any more (go test ./assets/catalog -update)", language, key)
		}
	}
}

// fits tells what is wrong with a translation of a text.
func fits(language string, english, said forms) error {
	_, plain := english[""]
	if _, is := said[""]; is != plain {
		return fmt.Errorf("one of them speaks of a number, the other does not")
	}
	known, err := placesOf(english)
	if err != nil {
		return err
	}
	want := []string{""}
	if !plain {
		want = catalog.Forms(language)
		known["Count"] = true
	}
	for _, name := range want {
		if strings.TrimSpace(said[name]) == "" {
			return fmt.Errorf("the form %q is missing", name)
		}
	}
	for name, s := range said {
		if !slices.Contains(want, name) {
			return fmt.Errorf("%s has no form %q", language, name)
		}
		has, err := placesOf(forms{"": s})
		if err != nil {
			return err
		}
		for p := range has {
			if !known[p] {
				return fmt.Errorf("there is no place {{.%s}}", p)
			}
		}
		for p := range known {
			// "one stretch" need not say its number.
			if !has[p] && p != "Count" {
				return fmt.Errorf("the place {{.%s}} is left out", p)
			}
		}
	}
	return nil
}

func placesOf(f forms) (map[string]bool, error) {
	out := map[string]bool{}
	for _, s := range f {
		names, err := catalog.Places(s)
		if err != nil {
			return nil, err
		}
		for _, n := range names {
			out[n] = true
		}
	}
	return out, nil
}
