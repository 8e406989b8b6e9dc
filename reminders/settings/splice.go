package settings

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// patch replaces the bytes from start to end.
type patch struct {
	start, end int
	text       string
}

// splice is the document's content with patches made, which do not overlap.
func (d document) splice(patches ...patch) []byte {
	slices.SortStableFunc(patches, func(a, b patch) int { return cmp.Compare(a.start, b.start) })
	var out []byte
	done := 0
	for _, p := range patches {
		out = append(out, d.data[done:p.start]...)
		out = append(out, p.text...)
		done = p.end
	}
	return append(out, d.data[done:]...)
}

// spot is where a key stands.
type spot struct {
	item  int
	value value
	table *value // the inline table it is a pair of, if any
	pair  int
}

// find is where the key with that path stands.
func (d document) find(p path) (spot, bool) {
	for i, it := range d.items {
		if it.kind != unstable.KeyValue || !p.under(it.path) || d.inArray(it) {
			continue
		}
		s := spot{item: i, value: it.value}
		if s.descend(p[len(it.path):], false) {
			return s, true
		}
	}
	return spot{}, false
}

// descend looks for the rest of a path in inline tables; with below, also for
// a key further down on it.
func (s *spot) descend(rest path, below bool) bool {
	if len(rest) == 0 {
		return true
	}
	table := s.value
	for i, in := range table.pairs {
		down := spot{item: s.item, value: in.value, table: &table, pair: i}
		if below && in.path.under(rest) {
			*s = down
			return true
		}
		if rest.under(in.path) && down.descend(rest[len(in.path):], below) {
			*s = down
			return true
		}
	}
	return false
}

func (d document) inArray(it item) bool {
	return it.table >= 0 && d.items[it.table].kind == unstable.ArrayTable
}

// replaceValue writes another value. Comments inside the old one move above
// the key.
func (d document) replaceValue(at spot, text string) []patch {
	it := d.items[at.item]
	patches := []patch{{start: at.value.start, end: at.value.end, text: text}}
	var above strings.Builder
	for _, c := range at.value.allComments() {
		above.WriteString(d.indent(it) + c + d.lineBreak())
	}
	if above.Len() > 0 {
		patches = append(patches, patch{start: it.start, end: it.start, text: above.String()})
	}
	return patches
}

// insert writes a key that is not there: into the table it belongs to, where
// that exists in one of TOML's ways, else into a new table at the end.
func (d document) insert(p path, text string) patch {
	table := p[:len(p)-1]
	if i, ok := d.lastOf(table); ok {
		return d.line(i, p[len(d.sectionOf(i)):], text)
	}
	for n := len(table); n > 0; n-- {
		if at, ok := d.find(table[:n]); ok && at.value.kind == unstable.InlineTable {
			return d.intoInline(at.value, p[n:].String()+" = "+text)
		}
	}
	// Beside posture.enabled = …, the table must not be begun by a header.
	for i, it := range slices.Backward(d.items) {
		if it.kind == unstable.KeyValue && !d.inArray(it) && len(table) > 0 && len(it.path) > len(table) &&
			it.path.under(table) && len(d.tablePath(it.table)) <= len(table) {
			return d.line(i, p[len(d.tablePath(it.table)):], text)
		}
	}
	if len(table) == 0 {
		return d.top(p.String() + " = " + text + d.lineBreak())
	}
	nl := d.lineBreak()
	before := nl
	switch {
	case len(bytes.TrimSpace(bytes.TrimPrefix(d.data, bom))) == 0, bytes.HasSuffix(d.data, []byte(nl+nl)):
		before = ""
	case !bytes.HasSuffix(d.data, []byte("\n")):
		before = nl + nl
	}
	end := len(d.data)
	return patch{start: end, end: end, text: before + "[" + table.String() + "]" + nl + p[len(table):].String() + " = " + text + nl}
}

// lastOf is the last item that stands in the table's own section: a key, or
// the header where it has none.
func (d document) lastOf(table path) (last int, ok bool) {
	header := -1
	for i, it := range d.items {
		if it.kind == unstable.Table && it.path.equal(table) {
			header, last, ok = i, i, true
		}
		if it.kind == unstable.KeyValue && it.table == header && (header >= 0 || len(table) == 0) {
			last, ok = i, true
		}
	}
	return last, ok
}

// sectionOf is the path of the section an item stands in or begins.
func (d document) sectionOf(i int) path {
	if it := d.items[i]; it.kind == unstable.KeyValue {
		return d.tablePath(it.table)
	}
	return d.items[i].path
}

// line writes a key on a line of its own below an item, indented like it.
func (d document) line(below int, key path, text string) patch {
	it := d.items[below]
	line := d.indent(it) + key.String() + " = " + text + d.lineBreak()
	if it.end > 0 && d.data[it.end-1] != '\n' {
		line = d.lineBreak() + strings.TrimSuffix(line, d.lineBreak())
	}
	return patch{start: it.end, end: it.end, text: line}
}

// top writes a line before the first header and the comment that belongs to
// it; without a header, at the end.
func (d document) top(line string) patch {
	at := len(d.data)
	nl := d.lineBreak()
	if len(d.items) == 0 {
		if at > 0 && d.data[at-1] != '\n' && !bytes.Equal(d.data, bom) {
			line = nl + line
		}
		return patch{start: at, end: at, text: line}
	}
	at = d.items[0].start
	for {
		above := d.lineStart(max(at-1, 0))
		if above >= at || !bytes.HasPrefix(bytes.TrimLeft(d.data[above:at], " \t"), []byte("#")) {
			break
		}
		at = above
	}
	return patch{start: at, end: at, text: line + nl}
}

// intoInline writes a pair as the last of an inline table.
func (d document) intoInline(table value, pair string) patch {
	if n := len(table.pairs); n > 0 {
		end := table.pairs[n-1].value.end
		return patch{start: end, end: end, text: ", " + pair}
	}
	if len(table.comments) > 0 {
		return patch{start: table.start + 1, end: table.start + 1, text: " " + pair}
	}
	return patch{start: table.start, end: table.end, text: "{ " + pair + " }"}
}

// removed is data without everything at that path and below it.
func removed(data []byte, p path) []byte {
	d := scan(data)
	var patches []patch
	for _, it := range d.items {
		if it.path.under(p) && (!d.inArray(it) || d.tablePath(it.table).under(p)) {
			patches = append(patches, patch{start: it.start, end: it.end})
		}
	}
	data = d.splice(patches...)
	// Pairs of inline tables share commas: one at a time.
	for {
		d = scan(data)
		at, ok := d.findPair(p)
		if !ok {
			return data
		}
		data = d.splice(d.removePair(*at.table, at.pair))
	}
}

// findPair is the first pair of an inline table at that path or below it.
func (d document) findPair(p path) (spot, bool) {
	for i, it := range d.items {
		if it.kind != unstable.KeyValue || !p.under(it.path) || d.inArray(it) {
			continue
		}
		if s := (spot{item: i, value: it.value}); s.descend(p[len(it.path):], true) && s.table != nil {
			return s, true
		}
	}
	return spot{}, false
}

// removePair takes a pair out of an inline table, with one comma.
func (d document) removePair(table value, i int) patch {
	in := table.pairs[i]
	if i+1 < len(table.pairs) {
		return patch{start: in.at, end: table.pairs[i+1].at}
	}
	if i == 0 {
		end := in.value.end
		after := bytes.TrimLeft(d.data[end:table.end], " \t\r\n")
		if bytes.HasPrefix(after, []byte(",")) {
			end = table.end - len(after) + 1
		}
		return patch{start: in.at, end: end}
	}
	from := table.pairs[i-1].value.end
	if !bytes.Contains(d.data[from:in.at], []byte("#")) {
		return patch{start: from, end: in.value.end}
	}
	// A comment stands between the two: leave it, and a comma before it is
	// one that TOML allows at the end.
	return patch{start: in.at, end: in.value.end}
}

// indent is the white space before an item.
func (d document) indent(it item) string {
	line := d.data[it.start:it.end]
	return string(line[:len(line)-len(bytes.TrimLeft(line, " \t"))])
}

// lineBreak is how the file ends its lines.
func (d document) lineBreak() string {
	if i := bytes.IndexByte(d.data, '\n'); i > 0 && d.data[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}
