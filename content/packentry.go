package content

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"
)

// entries reads the entries of one kind, such as tip, from a file of the pack,
// each as a document of its own: whatever is wrong costs only the entry it is
// in. take decodes an entry and keeps it, unless it added to what is wrong. A
// file that is not there holds none. The number of entries read so far is in
// count.
func (p *pack) entries(part packPart, file, kind string, count *int, take func(d *document)) {
	text, err := readText(p.files, p.at(file))
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			p.note(part, []error{asProblem(p.label(file), err)})
		}
		return
	}
	p.entriesOf(part, file, text, kind, count, take)
}

func (p *pack) entriesOf(part packPart, file string, text []byte, kind string, count *int, take func(d *document)) {
	whole := &document{file: p.label(file), text: text}
	found, _ := split(whole, kind)
	p.note(part, whole.bad)
	for _, at := range found {
		d := &document{file: whole.file, text: text[at.from:at.to], above: at.line - 1, own: true, gone: p.gone}
		*count++
		switch {
		case len(d.text) > maxEntry:
			d.add(1, "", fmt.Sprintf("is longer than %d KB; hint: shorten it", maxEntry>>10))
		case *count > maxEntries:
			d.add(1, "", fmt.Sprintf("is one more than the %d entries of a kind that are read of a pack; hint: remove some", maxEntries))
			p.note(part, d.bad)
			return
		default:
			take(d)
		}
		p.note(part, d.bad)
		if p.full(part) {
			return
		}
	}
}

// smallKeys refuses keys with capital letters. The decoder takes them for the
// same key in small letters, and would let one of the two win in silence.
func (d *document) smallKeys() {
	d.line("")
	var odd []string
	for at := range d.lines {
		key := at[strings.LastIndexByte(at, '.')+1:]
		if strings.ContainsFunc(key, func(r rune) bool { return r >= utf8.RuneSelf || 'A' <= r && r <= 'Z' }) {
			odd = append(odd, at)
		}
	}
	slices.SortFunc(odd, func(a, b string) int {
		return cmp.Or(cmp.Compare(d.lines[a], d.lines[b]), strings.Compare(a, b))
	})
	told := Problems(d.err())
	for _, at := range odd {
		if slices.ContainsFunc(told, func(p *Problem) bool { return p.Line == d.above+d.lines[at] }) {
			continue
		}
		d.add(d.lines[at], "", fmt.Sprintf("key %q has capital or other letters; hint: write it in small ones", at[strings.LastIndexByte(at, '.')+1:]))
	}
}

// entryAt is where an entry stands in a text.
type entryAt struct{ from, to, line int }

// split finds the entries of a file: each begins with a line [[kind]]. Whatever
// stands outside of one is told. A text that is no TOML, and so not whole, has
// none.
func split(d *document, kind string) (found []entryAt, whole bool) {
	var out []entryAt
	in := false      // an entry
	outside := false // among lines that are no entry's, which was told
	end := func(at int) {
		if in {
			out[len(out)-1].to = at
		}
		in = false
	}
	seen, line := 0, 1 // line is that of the offset seen
	lineOf := func(at int) int {
		line += bytes.Count(d.text[seen:at], []byte("\n"))
		seen = at
		return line
	}
	var p unstable.Parser
	p.Reset(d.text)
	for p.NextExpression() {
		e := p.Expression()
		keys := e.Key()
		keys.Next()
		key := keys.Node()
		begin := bytes.LastIndexByte(d.text[:key.Raw.Offset], '\n') + 1
		name := string(key.Data)
		alone := keys.IsLast()
		switch {
		case e.Kind == unstable.KeyValue:
			if !in && !outside {
				outside = true
				d.add(lineOf(begin), "", fmt.Sprintf("%q stands before the first entry; hint: an entry begins with a line [[%s]]", name, kind))
			}
		case name == kind && alone && e.Kind == unstable.ArrayTable:
			end(begin)
			in, outside = true, false
			out = append(out, entryAt{from: begin, line: lineOf(begin)})
		case name == kind && alone:
			end(begin)
			outside = true
			d.add(lineOf(begin), "", fmt.Sprintf("[%s] begins no entry; hint: write it with two brackets, [[%s]]", kind, kind))
		case name == kind && in:
		default:
			end(begin)
			outside = true
			d.add(lineOf(begin), "", fmt.Sprintf("%q is unknown here; hint: an entry begins with a line [[%s]]", name, kind))
		}
	}
	end(len(d.text))
	if err := p.Error(); err != nil {
		d.bad = nil
		d.add(lineOf(errorAt(&p, err)), "", fmt.Sprintf("%v; hint: texts stand in quotes on one line, lists in brackets; nothing in this file is used until this is mended", err))
		return nil, false
	}
	return out, true
}

// errorAt is where the text stops being TOML.
func errorAt(p *unstable.Parser, err error) int {
	var broken *unstable.ParserError
	if errors.As(err, &broken) {
		return int(p.Range(broken.Highlight).Offset)
	}
	return len(p.Data())
}
