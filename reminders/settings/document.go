package settings

import (
	"bytes"
	"errors"
	"regexp"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"
)

// document is a settings file taken apart, with the place of everything in
// it. Offsets are bytes from the start of the file.
type document struct {
	data  []byte
	items []item
	wrong []syntaxError
}

// item is one expression: a table's header or a key with its value.
type item struct {
	kind       unstable.Kind // Table, ArrayTable or KeyValue
	path       path          // in full, with the table it stands in
	table      int           // of a key: the index of its header; -1 before the first
	start, end int           // its lines, line break included
	at         int           // where the key's name begins
	value      value         // of a key
}

// value is one value of the file.
type value struct {
	kind       unstable.Kind // Invalid for none
	start, end int
	text       string   // of a string its content, else as written
	items      []value  // of an array
	pairs      []pair   // of an inline table
	comments   []string // inside an array or inline table itself
}

// pair is a key with its value in an inline table.
type pair struct {
	path  path // within the table
	at    int
	value value
}

// syntaxError is a place that is not TOML.
type syntaxError struct {
	at     int
	reason string
	path   path // of the key on that line, if one can be read
}

var (
	bom = []byte("\xef\xbb\xbf")
	// begins is what a line looks like on which somebody meant to begin
	// something; others are taken as more of the mistake before them.
	begins = regexp.MustCompile(`^[ \t]*(?:\[|([A-Za-z0-9_."'-]+)[ \t]*=)`)
)

// maxWrong is how many mistakes are read past before the rest is given up:
// such a file is no settings file any more.
const maxWrong = 20

// scan takes a file apart. It reads past mistakes: the line with one is left
// out, and what follows counts, except that after a header that cannot be
// read nothing counts until the next.
func scan(data []byte) document {
	data = data[:len(data):len(data)]
	d := document{data: data}
	offset, table, lost := 0, -1, false
	if bytes.HasPrefix(data, bom) {
		offset = len(bom)
	}
	lastWrong := -1
	for failures := 0; offset < len(data); failures++ {
		p := unstable.Parser{KeepComments: true}
		base := offset
		p.Reset(data[base:])
		for p.NextExpression() {
			e := p.Expression()
			if e.Kind == unstable.Comment {
				offset = d.lineEnd(base + int(e.Raw.Offset))
				continue
			}
			it := d.item(e, base, table)
			offset = it.end
			switch it.kind {
			case unstable.Table, unstable.ArrayTable:
				table, lost = len(d.items), false
			case unstable.KeyValue:
				if lost {
					continue
				}
				it.path = d.tablePath(table).join(it.path)
			}
			d.items = append(d.items, it)
		}
		err := p.Error()
		if err == nil {
			return d
		}
		at, reason := d.explain(err, base)
		from := d.failing(offset, at)
		line := data[from:d.lineEnd(from)]
		offset = from + len(line)
		if begun := begins.FindSubmatch(line); begun != nil || from != lastWrong {
			wrong := syntaxError{at: at, reason: reason}
			if begun != nil && len(begun[1]) > 0 && !lost {
				wrong.path = d.tablePath(table).join(pathOf(string(begun[1])))
			}
			d.wrong = append(d.wrong, wrong)
		}
		lastWrong = offset
		if header := bytes.TrimLeft(line, " \t"); len(header) > 0 && header[0] == '[' {
			lost = true
		}
		if bytes.Contains(line, []byte(`"""`)) || bytes.Contains(line, []byte(`'''`)) {
			return d // nobody can tell where that text was to end
		}
		if failures+1 >= maxWrong {
			d.wrong = append(d.wrong, syntaxError{at: min(offset, len(data)), reason: "too many mistakes; the rest of the file is not read"})
			return d
		}
	}
	return d
}

// tablePath is the path of the header with that index; -1 has none.
func (d document) tablePath(table int) path {
	if table < 0 {
		return nil
	}
	return d.items[table].path
}

// failing is the start of the line the expression that failed begins on: the
// first after offset that is not blank and not a good comment.
func (d document) failing(offset, at int) int {
	for offset < len(d.data) {
		end := d.lineEnd(offset)
		line := bytes.TrimSpace(d.data[offset:end])
		if at < end || (len(line) > 0 && line[0] != '#') {
			return offset
		}
		offset = end
	}
	return offset
}

// explain is the place and reason of the parser's error.
func (d document) explain(err error, base int) (int, string) {
	var bad *unstable.ParserError
	if !errors.As(err, &bad) {
		return base, err.Error()
	}
	at := len(d.data)
	if c := cap(bad.Highlight); c > 0 && c <= len(d.data) {
		at = len(d.data) - c
	}
	return at, bad.Message
}

// item copies a header or a key out of the parser, which reuses its memory.
func (d document) item(e *unstable.Node, base, table int) item {
	it := item{kind: e.Kind, table: table}
	keys := e.Key()
	var last int
	it.path, it.at, last = keyPath(keys, base)
	it.start = d.lineStart(it.at)
	if e.Kind != unstable.KeyValue {
		it.table = -1
		it.end = d.lineEnd(last)
		return it
	}
	it.value = d.value(e.Value(), d.valueStart(last), base+int(e.Raw.Offset+e.Raw.Length), base)
	it.end = d.lineEnd(it.value.end)
	return it
}

// keyPath is a key's parts, where it begins and where it ends.
func keyPath(keys unstable.Iterator, base int) (p path, from, to int) {
	for keys.Next() {
		n := keys.Node()
		if p == nil {
			from = base + int(n.Raw.Offset)
		}
		p = append(p, string(n.Data))
		to = base + int(n.Raw.Offset+n.Raw.Length)
	}
	return p, from, to
}

// valueStart is where the value of the key that ends at offset begins.
func (d document) valueStart(offset int) int {
	for offset < len(d.data) && (d.data[offset] == ' ' || d.data[offset] == '\t' || d.data[offset] == '=') {
		offset++
	}
	return offset
}

// value copies a value. Arrays and the ends of inline tables carry no place
// of their own; the key they belong to does.
func (d document) value(n *unstable.Node, start, end, base int) value {
	v := value{kind: n.Kind, start: start, end: end}
	switch n.Kind {
	case unstable.Array, unstable.InlineTable:
	default:
		v.text = string(n.Data)
		return v
	}
	it := n.Children()
	for it.Next() {
		c := it.Node()
		switch c.Kind {
		case unstable.Comment:
			v.comments = append(v.comments, string(c.Data))
			more := c.Children()
			for more.Next() {
				v.comments = append(v.comments, string(more.Node().Data))
			}
		case unstable.KeyValue:
			keys := c.Key()
			p, at, last := keyPath(keys, base)
			in := d.value(c.Value(), d.valueStart(last), base+int(c.Raw.Offset+c.Raw.Length), base)
			v.pairs = append(v.pairs, pair{path: p, at: at, value: in})
		default:
			from := base + int(c.Raw.Offset)
			if c.Kind == unstable.Array || c.Kind == unstable.InlineTable {
				from = start
			}
			v.items = append(v.items, d.value(c, from, from+int(c.Raw.Length), base))
		}
	}
	return v
}

// allComments are the comments inside a value, however deep.
func (v value) allComments() []string {
	all := v.comments
	for _, in := range v.items {
		all = append(all, in.allComments()...)
	}
	for _, in := range v.pairs {
		all = append(all, in.value.allComments()...)
	}
	return all
}

// lineStart is where the line with that offset begins.
func (d document) lineStart(offset int) int {
	start := bytes.LastIndexByte(d.data[:offset], '\n') + 1
	if start == 0 && bytes.HasPrefix(d.data, bom) {
		return len(bom)
	}
	return start
}

// lineEnd is where the line with that offset ends, line break included.
func (d document) lineEnd(offset int) int {
	if i := bytes.IndexByte(d.data[offset:], '\n'); i >= 0 {
		return offset + i + 1
	}
	return len(d.data)
}

// place is the line and the column of an offset, both from 1, the column in
// characters.
func (d document) place(offset int) (line, column int) {
	offset = min(offset, len(d.data))
	start := min(d.lineStart(offset), offset)
	return bytes.Count(d.data[:offset], []byte{'\n'}) + 1, utf8.RuneCount(d.data[start:offset]) + 1
}
