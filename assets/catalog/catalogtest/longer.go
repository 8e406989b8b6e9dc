// Package catalogtest speaks a made-up language in tests: every text of the
// programs with accents and a third longer than the English one. What does
// not fit then, would not fit in German; what has no accents, did not come
// through the catalog.
package catalogtest

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Speak speaks the made-up language until the test ends.
func Speak(t testing.TB) {
	t.Helper()
	data, err := Longer(catalog.Template())
	if err == nil {
		err = catalog.UseFile("en-XA", data)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = catalog.Use() })
}

// Longer makes the made-up language's file of en.json.
func Longer(english []byte) ([]byte, error) {
	var texts map[string]any
	if err := json.Unmarshal(english, &texts); err != nil {
		return nil, fmt.Errorf("en.json: %w", err)
	}
	out := map[string]any{}
	for key, v := range texts {
		switch v := v.(type) {
		case string:
			out[key] = stretch(v)
		case map[string]any:
			forms := maps.Clone(v)
			for name, s := range forms {
				forms[name] = stretch(fmt.Sprint(s))
			}
			out[key] = forms
		}
	}
	return json.Marshal(out)
}

// Marked tells whether a text holds the made-up language alone: no letter
// without an accent that would have one.
func Marked(text string) bool { return !strings.ContainsAny(text, plainLetters) }

const plainLetters = "aeiouAEIOU"

var accents = strings.NewReplacer("a", "á", "e", "é", "i", "í", "o", "ó", "u", "ú", "A", "Á", "E", "É", "I", "Í", "O", "Ó", "U", "Ú")

// stretch makes a text about 35 per cent longer, in words no longer than usual.
// The places stay as they are; what is put in them was stretched before, so
// they do not count.
func stretch(s string) string {
	var b strings.Builder
	n := 0
	for rest := s; rest != ""; {
		before, after, found := strings.Cut(rest, "{{")
		b.WriteString(accents.Replace(before))
		n += utf8.RuneCountInString(before)
		if !found {
			break
		}
		place, end, _ := strings.Cut(after, "}}")
		b.WriteString("{{" + place + "}}")
		rest = end
	}
	for more := (n*35 + 99) / 100; more > 0; more -= 7 {
		b.WriteByte(' ')
		b.WriteString(strings.Repeat("ó", min(more, 6)))
	}
	return b.String()
}
