package content

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// report says what is wrong with a key of the entry being checked.
type report func(key, format string, args ...any)

// checker is an entry that knows more about itself than which fields it needs.
type checker interface{ check(report) }

// chooser is a text that has to be one of a few.
type chooser interface{ choices() []string }

// most is the largest number any field may have: seconds in a day.
const most = 24 * 60 * 60

// check walks what decode filled. Every field of it has to be there unless it
// is tagged content:"optional", or content:"built-in" and a pack's; lists of
// entries must not use an id twice; and sources are looked up.
func (d *document) check(into any) {
	v := reflect.ValueOf(into).Elem()
	d.walk(v, "", "")
	d.ask(v, "", "")
}

func (d *document) walk(v reflect.Value, path, item string) {
	p := planOf(v.Type())
	item = p.itemName(v, path, item)
	say := func(key, format string, args ...any) {
		d.addAt(join(path, key), item, fmt.Sprintf(format, args...))
	}
	for _, f := range p.fields {
		switch {
		case f.cited:
			d.cite(v.Field(f.index).Addr().Interface().(*Cited), f.needed && !d.own, say)
		case f.embeds:
			d.walk(v.Field(f.index), path, item)
		default:
			d.value(v.Field(f.index), f, path, item, say)
		}
	}
}

// ask lets an entry say what it knows about itself. An embedded part is not
// asked: the entry has its check, or calls it.
func (d *document) ask(v reflect.Value, path, item string) {
	p := planOf(v.Type())
	if !p.asks {
		return
	}
	item = p.itemName(v, path, item)
	v.Addr().Interface().(checker).check(func(key, format string, args ...any) {
		d.addAt(join(path, key), item, fmt.Sprintf(format, args...))
	})
}

// itemName is how messages call the entry at path.
func (p *plan) itemName(v reflect.Value, path, around string) string {
	if p.id == nil || path == "" {
		return around
	}
	return lastTable(path) + " " + strconv.Quote(v.FieldByIndex(p.id).String())
}

func (d *document) cite(c *Cited, needed bool, say report) {
	if len(c.SourceIDs) == 0 {
		if needed {
			say("sources", "sources are missing; hint: name at least one of sources.toml")
		}
		return
	}
	c.Sources = make([]Source, 0, len(c.SourceIDs))
	for i, id := range c.SourceIDs {
		s, ok := d.known[id]
		switch {
		case forbidden[id]:
			say("sources", "source %q must not be cited; hint: find one somebody answers for", id)
		case !ok && d.gone[id]: // told where it stands
		case !ok:
			say("sources", "source %q is not in the register; hint: add it to sources.toml", id)
		case slices.Contains(c.SourceIDs[:i], id):
			say("sources", "source %q is named twice; hint: remove one", id)
		default:
			c.Sources = append(c.Sources, s)
		}
	}
	if len(d.gone) > 0 { // what was refused is cited by nobody
		c.SourceIDs = idsOf(c.Sources, func(s Source) string { return s.ID })
	}
}

func (d *document) value(v reflect.Value, f planned, path, item string, say report) {
	name := f.name
	if v.IsZero() || (v.Kind() == reflect.Slice || v.Kind() == reflect.Map) && v.Len() == 0 {
		if f.needed && v.Kind() != reflect.Bool && (!d.own || !f.ours) {
			hint := "data/README.md says what it means"
			if d.own {
				hint = "add a line " + name + " = …"
			}
			say(name, "%s is missing; hint: %s", name, hint)
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		text(v, name, say)
	case reflect.Int:
		if v.Int() < 0 {
			say(name, "%s is negative; hint: write a number above 0", name)
		}
		if v.Int() > most {
			say(name, "%s is beyond any use; hint: write a smaller number", name)
		}
	case reflect.Float64:
		if math.IsNaN(v.Float()) || math.IsInf(v.Float(), 0) {
			say(name, "%s is no ordinary number", name)
		}
	case reflect.Struct:
		d.walk(v, join(path, name), item)
		d.ask(v, join(path, name), item)
	case reflect.Pointer:
		d.walk(v.Elem(), join(path, name), item)
		d.ask(v.Elem(), join(path, name), item)
	case reflect.Slice:
		d.list(v, name, path, item, say)
	case reflect.Map:
		for _, k := range v.MapKeys() {
			text(k, name, say)
			if e := v.MapIndex(k); e.Kind() == reflect.String {
				text(e, name, say)
			}
		}
	default:
	}
}

func (d *document) list(v reflect.Value, name, path, item string, say report) {
	seen := make(map[string]bool, v.Len())
	for i := range v.Len() {
		e := v.Index(i)
		at := func() string { return indexed(name, i) }
		switch e.Kind() {
		case reflect.String:
			if e.String() == "" {
				say(at(), "%s has an empty text; hint: fill it in or remove it", name)
				continue
			}
			text(e, name, func(_, f string, a ...any) { say(at(), f, a...) })
			if seen[e.String()] {
				say(at(), "%s names %q twice; hint: remove one", name, e.String())
			}
			seen[e.String()] = true
		case reflect.Int:
			if e.Int() < 0 {
				say(at(), "%s has a negative number; hint: write one above 0", name)
			}
		case reflect.Struct:
			d.walk(e, join(path, at()), item)
			d.ask(e, join(path, at()), item)
			p := planOf(e.Type())
			if p.id == nil {
				continue
			}
			id := e.FieldByIndex(p.id).String()
			if seen[id] && id != "" {
				d.add(d.line(join(path, at())+".id"), p.itemName(e, join(path, at()), item), "id is used twice; hint: give one of the two another")
			}
			seen[id] = true
		default:
		}
	}
}

// text checks a single line of writing.
func text(v reflect.Value, name string, say report) {
	s := v.String()
	switch {
	case strings.TrimSpace(s) == "":
		say(name, "%s is missing; hint: data/README.md says what it means", name)
	case s != strings.TrimSpace(s) || !oneLine(s):
		say(name, "%s has to be a single line without spaces at its ends; hint: invisible characters count as well, write it anew", name)
	default:
		if may := choicesOf(v.Type()); may != nil && !slices.Contains(may, s) {
			say(name, "%s %q is unknown; hint: one of %s", name, s, strings.Join(may, ", "))
		}
	}
}

// oneLine tells whether a text has no control characters: they would break the
// line it is shown in, or show it as something else than it is.
func oneLine(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c == 0x7f || (c == 0xc2 && i+1 < len(s) && s[i+1] >= 0x80 && s[i+1] < 0xa0) { // the last: U+0080 to U+009F
			return false
		}
		if c >= 0xe2 && hidden(s[i:]) {
			return false
		}
	}
	return true
}

// hidden tells whether a text begins with a character that nobody sees, or that
// turns the order of the others round. Those that join letters are ordinary
// writing in some languages.
func hidden(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r == '\u200b', r >= '\u202a' && r <= '\u202e', r >= '\u2060' && r <= '\u2064', r >= '\u2066' && r <= '\u2069':
		return true
	case r == '\ufeff', r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return false
}

func join(path, key string) string {
	if path == "" || key == "" {
		return path + key
	}
	return path + "." + key
}

// lastTable is the name of the list the path is in: exercise for exercise[3].
func lastTable(path string) string {
	path = path[strings.LastIndexByte(path, '.')+1:]
	if cut := strings.IndexByte(path, '['); cut >= 0 {
		path = path[:cut]
	}
	return strings.ReplaceAll(path, "_", " ")
}
