package packs

import (
	"bytes"
	"slices"
	"strings"

	"github.com/unhunch/unhunch/content"
)

// file is the text of a file of a pack, and where its entries of one kind are.
type file struct {
	text    []byte
	kind    string
	entries []content.EntryAt
}

// fileOf takes a text apart. It fails on one that is no TOML: what is in it
// could not be kept.
func fileOf(name string, text []byte, kind string) (file, error) {
	entries, err := content.Entries(name, text, kind)
	return file{text, kind, entries}, err
}

// find is the entry of an id; nil if there is none.
func (f file) find(id string) []byte {
	if i := f.index(id); i >= 0 {
		return f.text[f.entries[i].From:f.entries[i].To]
	}
	return nil
}

func (f file) index(id string) int {
	return slices.IndexFunc(f.entries, func(e content.EntryAt) bool { return e.ID == id })
}

// replaced is the text with another in the place of an entry.
func (f file) replaced(id string, with []byte) []byte {
	e := f.entries[f.index(id)]
	return slices.Concat(f.text[:e.From], with, f.text[e.To:])
}

// added is the text with an entry at its end.
func (f file) added(entry []byte) []byte {
	nl := []byte(newline(f.text))
	text := slices.Clone(f.text)
	if len(text) > 0 {
		if !bytes.HasSuffix(text, []byte("\n")) {
			text = append(text, nl...)
		}
		if !bytes.HasSuffix(text, append(slices.Clone(nl), nl...)) {
			text = append(text, nl...)
		}
	}
	entry = bytes.ReplaceAll(entry, []byte("\r\n"), []byte("\n"))
	return append(text, bytes.ReplaceAll(entry, []byte("\n"), nl)...)
}

// cut is the text without an entry, and the entry with the comments right above
// it. Those that come after it stay where they are.
func (f file) cut(id string) (rest, entry []byte) {
	at := f.entries[f.index(id)]
	from, to := at.From, at.From+entryOf(f.text[at.From:at.To], f.kind).end
	for from > 0 {
		above := lineStart(f.text, from-1)
		if !strings.HasPrefix(strings.TrimLeft(string(f.text[above:from]), " \t"), "#") {
			break
		}
		from = above
	}
	entry = slices.Clone(f.text[from:to])
	if !bytes.HasSuffix(entry, []byte("\n")) {
		entry = append(entry, '\n')
	}
	after := f.text[to:]
	if line := lineEnd(after, 0); from == 0 || blank(f.text[lineStart(f.text, from-1):from]) {
		if len(after) > 0 && blank(after[:line]) {
			after = after[line:] // one empty line is enough
		}
	}
	return slices.Concat(f.text[:from], after), entry
}

func blank(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 }
