package ui

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/pelletier/go-toml/v2"

	"github.com/unhunch/unhunch/assets/catalog/catalogtest"
)

// library is what may be English: what Unhunch says of backs, in the words of
// its files.
type library struct {
	values  map[string]bool // whole texts
	running string          // all of them
}

// names are words that are the same in every language here.
var names = map[string]bool{}

func init() {
	for _, w := range strings.Fields("unhunch ctrl alt left home esc " +
		"mon fri always " + // as settings are typed
		"min " + // of times that are typed
		"config local share settings toml db journal and reminders " + // made-up files
		"after the long call") { // the note of a made-up entry
		names[w] = true
	}
}

func readLibrary(t *testing.T) library {
	t.Helper()
	lib := library{values: map[string]bool{}}
	var all strings.Builder
	add := func(text string) {
		n := plainWords(text)
		lib.values[n] = true
		all.WriteString(" " + n + " ")
	}
	top := filepath.Join("..", "content", "data", "en")
	err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		text := string(data)
		if strings.HasSuffix(path, ".md") {
			_, front, _ := strings.Cut(text, "+++")
			front, body, _ := strings.Cut(front, "+++")
			for line := range strings.Lines(body) {
				add(line)
			}
			add(body)
			text = front
		}
		var v any
		if err := toml.Unmarshal([]byte(text), &v); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		everyText(v, add)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	lib.running = all.String()
	return lib
}

// everyText visits all texts in a document.
func everyText(v any, visit func(string)) {
	switch v := v.(type) {
	case string:
		visit(v)
	case []any:
		for _, e := range v {
			everyText(e, visit)
		}
	case map[string]any:
		for _, e := range v {
			everyText(e, visit)
		}
	}
}

var citation = regexp.MustCompile(`\[[^\]]*\]`)

// plainWords leaves the words of a text, without case, marks and citations.
func plainWords(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(citation.ReplaceAllString(text, " ")), func(r rune) bool {
		return !unicode.IsLetter(r) && r != '\''
	}), " ")
}

// foreign is what of a text is neither marked nor the library's.
func (l library) foreign(text string) string {
	var run, left []string
	end := func() {
		left = append(left, l.unknown(run)...)
		run = nil
	}
	for _, w := range strings.Fields(plainWords(text)) {
		if strings.ContainsAny(w, "áéíóú") {
			end()
			continue
		}
		run = append(run, w)
	}
	end()
	return strings.Join(left, " ")
}

// unknown are the words that belong to no text of the library, nor to several
// in a row: a whole one, or at least three words of one.
func (l library) unknown(words []string) []string {
	var left []string
	for len(words) > 0 {
		n := len(words)
		for ; n > 0; n-- {
			piece := strings.Join(words[:n], " ")
			if l.values[piece] || (n >= 3 && strings.Contains(l.running, " "+piece+" ")) {
				break
			}
		}
		if n == 0 {
			if !names[words[0]] && !catalogtest.Marked(words[0]) {
				left = append(left, words[0])
			}
			n = 1
		}
		words = words[n:]
	}
	return left
}
