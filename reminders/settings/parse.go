package settings

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"

	gotoml "github.com/pelletier/go-toml/v2"
)

const (
	// maxSize is the largest file read, in bytes. A full one has under 4 KiB.
	maxSize = 1 << 20
	// maxEntries is the most keys, tables and lists looked at strictly: the TOML library takes
	// minutes over a hundred thousand.
	maxEntries = 5000
	// maxProblems is the most problems told of one file.
	maxProblems = 100
)

// Parse reads settings from the content of a file; name is what problems call
// it. What cannot be used is left at its default, for that field alone, and
// told as a Problem; the problems come in the order of the file. Parse never
// fails: in the worst case everything is at its default.
func Parse(name string, data []byte) (Settings, []Problem) {
	r := &reader{name: name, settings: Default(), seen: map[string]int{}, spoilt: map[string]bool{}}
	switch {
	case len(data) > maxSize:
		return r.refuse("the file is larger than 1 MiB, which no settings file is")
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return r.refuse("the file is written in UTF-16")
	}
	r.doc = scan(data)
	if len(r.doc.items) == 0 && len(r.doc.wrong) > 0 {
		line, column := r.doc.place(r.doc.wrong[0].at)
		r.problems = []Problem{{
			File: name, Line: line, Column: column, Key: r.keyOf(r.doc.wrong[0].path),
			Reason: "this cannot be read as settings (" + r.doc.wrong[0].reason + "); the defaults are used",
			Hint:   r.syntaxHint(r.doc.wrong[0]),
		}}
		return r.settings, r.problems
	}
	for _, w := range r.doc.wrong {
		r.tell(w.at, r.keyOf(w.path), w.reason, r.syntaxHint(w))
	}
	for _, it := range r.doc.items {
		r.item(it)
	}
	r.checkOwn()
	r.strict()
	slices.SortStableFunc(r.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return r.settings, r.problems
}

// reader fills settings from a document.
type reader struct {
	name     string
	doc      document
	settings Settings
	problems []Problem
	ownAt    []int           // where each own reminder begins
	seen     map[string]int  // keys and headers met, and where
	spoilt   map[string]bool // own reminders whose every or at was told already
}

func (r *reader) refuse(reason string) (Settings, []Problem) {
	return r.settings, []Problem{{
		File: r.name, Reason: reason + "; the defaults are used",
		Hint: "save it as a plain text file (UTF-8), or move it away and set what you need again",
	}}
}

// tell notes a problem at an offset of the file.
func (r *reader) tell(at int, key, reason, hint string) {
	r.note(at, Problem{Key: key, Reason: reason, Hint: hint})
}

// full tells whether no more problems are listed.
func (r *reader) full() bool { return len(r.problems) > maxProblems }

func (r *reader) note(at int, p Problem) {
	if r.full() {
		return
	}
	if len(r.problems) == maxProblems {
		p = Problem{Reason: "there are more problems than can be listed", Hint: "mend those above first"}
	}
	p.File = r.name
	p.Line, p.Column = r.doc.place(at)
	r.problems = append(r.problems, p)
}

// keyOf is the name of a key on a line that cannot be read, if it is one.
func (r *reader) keyOf(p path) string {
	if _, ok := r.field(p); !ok {
		return ""
	}
	return p.String()
}

func (r *reader) syntaxHint(w syntaxError) string {
	if f, ok := r.field(w.path); ok {
		return f.tomlHint()
	}
	return `write settings as key = value, texts in "quotes", tables as [posture]`
}

// strict tells the first thing a stricter reader would stumble over that was
// not told yet: a key given twice where nobody looks, a date that is none.
// Editing needs a file without such.
func (r *reader) strict() {
	if len(r.doc.wrong) > 0 {
		return
	}
	bad, ok := invalid(r.doc.data)
	if ok {
		return
	}
	line, _ := r.doc.place(bad.at)
	if !slices.ContainsFunc(r.problems, func(p Problem) bool { return p.Line == line }) {
		r.tell(bad.at, "", bad.reason, "mend or remove this line")
	}
}

// invalid is the first place where data is not a TOML document, and why; ok
// if there is none.
func invalid(data []byte) (bad syntaxError, ok bool) {
	if bytes.Count(data, []byte("="))+bytes.Count(data, []byte("[")) > maxEntries {
		return syntaxError{reason: fmt.Sprintf("the file has more than %d entries, which no settings file has", maxEntries)}, false
	}
	skip := 0
	if bytes.HasPrefix(data, bom) {
		skip = len(bom)
	}
	var all map[string]any
	err := gotoml.Unmarshal(data[skip:], &all)
	if err == nil {
		return syntaxError{}, true
	}
	bad.reason = shortened(bare(err).Error(), 120)
	var place *gotoml.DecodeError
	if !errors.As(err, &place) {
		return bad, false
	}
	row, column := place.Position()
	bad.at = skip
	for range row - 1 {
		bad.at += bytes.IndexByte(data[bad.at:], '\n') + 1
	}
	bad.at = min(bad.at+max(column-1, 0), len(data))
	return bad, false
}
