package packs

import (
	"bytes"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// entry is the text of one [[kind]] of a pack's file, and where its parts are.
type entry struct {
	text   []byte
	kind   string
	keys   map[string]keyAt // those on its own lines
	tables []tableAt        // such as [kind.pose], which come after them
	end    int              // behind the last line that says something
}

// keyAt is where a line such as name = "value" is.
type keyAt struct{ line, value, end int }

// tableAt is where a part of an entry begins, and what it is of the entry.
type tableAt struct {
	name string
	from int
}

// entryOf takes the text of an entry apart. It is known to be TOML.
func entryOf(text []byte, kind string) entry {
	e := entry{text: text, kind: kind, keys: map[string]keyAt{}}
	var p unstable.Parser
	p.Reset(text)
	for first := true; p.NextExpression(); first = false {
		x := p.Expression()
		var names []string
		from, to := 0, 0
		for keys := x.Key(); keys.Next(); {
			n := keys.Node()
			if len(names) == 0 {
				from = lineStart(text, int(n.Raw.Offset))
			}
			to = int(n.Raw.Offset + n.Raw.Length)
			names = append(names, string(n.Data))
		}
		if x.Kind != unstable.KeyValue {
			if !first && len(names) > 1 {
				e.tables = append(e.tables, tableAt{names[1], from})
			}
			e.end = lineEnd(text, to)
			continue
		}
		value := to + bytes.IndexByte(text[to:], '=') + 1
		value += len(text[value:]) - len(bytes.TrimLeft(text[value:], " \t"))
		end := valueEnd(text, value)
		if len(e.tables) == 0 && len(names) == 1 {
			e.keys[names[0]] = keyAt{from, value, end}
		}
		e.end = lineEnd(text, end)
	}
	return e
}

// set writes a key, in the place it has or behind the first of those in after
// that are there; an empty value takes it out. What else is in the entry stays,
// comments too: those in a list that is replaced move above it.
func (e entry) set(key, value string, after ...string) entry {
	nl := newline(e.text)
	value = strings.ReplaceAll(value, "\n", nl)
	at, has := e.keys[key]
	switch {
	case has && value != "":
		above := ""
		for _, c := range comments(e.text[at.value:at.end]) {
			above += c + nl
		}
		return entryOf(slices.Concat(e.text[:at.line], []byte(above), e.text[at.line:at.value], []byte(value), e.text[at.end:]), e.kind)
	case has:
		rest := bytes.TrimLeft(e.text[at.end:], " \t")
		if len(rest) > 0 && rest[0] != '#' {
			rest = e.text[lineEnd(e.text, at.end):]
		}
		return entryOf(append(slices.Clone(e.text[:at.line]), rest...), e.kind)
	case value == "":
		return e
	}
	line := lineEnd(e.text, bytes.Index(e.text, []byte("[["))) // behind the header
	for _, name := range after {
		if k, ok := e.keys[name]; ok {
			line = lineEnd(e.text, k.end)
			break
		}
	}
	before := e.text[:line]
	if !bytes.HasSuffix(before, []byte("\n")) {
		before = append(slices.Clone(before), nl...)
	}
	return entryOf(slices.Concat(before, []byte(key+" = "+value+nl), e.text[line:]), e.kind)
}

// without takes out the parts of a name, such as [[routine.items]]; their
// comments stay.
func (e entry) without(name string) entry {
	for i := len(e.tables) - 1; i >= 0; i-- {
		if e.tables[i].name != name {
			continue
		}
		to := e.end
		if i+1 < len(e.tables) {
			to = e.tables[i+1].from
		}
		kept := ""
		for _, c := range comments(e.text[e.tables[i].from:to]) {
			kept += c + newline(e.text)
		}
		e = entryOf(slices.Concat(e.text[:e.tables[i].from], []byte(kept), e.text[to:]), e.kind)
	}
	return e
}

// newline is how the lines of a text end.
func newline(text []byte) string {
	if bytes.Contains(text, []byte("\r\n")) {
		return "\r\n"
	}
	return "\n"
}

// textOf is a text an entry has under a key; empty if it has none.
func textOf(text []byte, kind, key string) string {
	e := entryOf(text, kind)
	at, ok := e.keys[key]
	if !ok {
		return ""
	}
	var value struct {
		Is string `toml:"is"`
	}
	if err := toml.Unmarshal([]byte("is = "+string(e.text[at.value:at.end])), &value); err != nil {
		return "" // it is no text
	}
	return value.Is
}
