package settings

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/unhunch/unhunch/reminders"
)

// item reads one header or key.
func (r *reader) item(it item) {
	inArray := it.table >= 0 && r.doc.items[it.table].kind == unstable.ArrayTable
	switch it.kind {
	case unstable.ArrayTable:
		r.arrayTable(it)
	case unstable.Table:
		if line, again := r.once("table", it.path, it.at); again {
			r.tell(it.at, it.path.String(), fmt.Sprintf("[%s] was begun before, on line %d; what both say is used", it.path, line), "join the two")
		}
		r.table(it)
	case unstable.KeyValue:
		if inArray || !r.holds(r.doc.tablePath(it.table)) {
			return // told at the header
		}
		r.value(it.path, it.at, it.value)
	}
}

// once tells whether a key or header was met before, and on which line.
func (r *reader) once(kind string, p path, at int) (line int, again bool) {
	id := kind + "\x00" + strings.Join(p, "\x00")
	before, again := r.seen[id]
	if !again {
		r.seen[id] = at
		return 0, false
	}
	if !r.full() {
		line, _ = r.doc.place(before)
	}
	return line, true
}

func (r *reader) arrayTable(it item) {
	f, isKey := r.field(it.path)
	switch {
	case isKey:
		r.mistyped(it.at, f, value{kind: unstable.Table})
	case r.holds(it.path):
		r.tell(it.at, it.path.String(), fmt.Sprintf("[[%s]] begins a list of tables; what it says is not used", it.path), fmt.Sprintf("write [%s] with single brackets", it.path))
	default:
		if _, again := r.once("table", it.path, it.at); !again {
			r.unknownTable(it)
		}
	}
}

// table reads a header.
func (r *reader) table(it item) {
	f, isKey := r.field(it.path)
	switch {
	case isKey:
		r.mistyped(it.at, f, value{kind: unstable.Table})
	case !r.holds(it.path):
		r.unknownTable(it)
	case it.path[0] == "own" && len(it.path) == 2:
		r.own(it.at, it.path[1])
	}
}

// holds tells whether settings may stand under that path.
func (r *reader) holds(p path) bool {
	switch {
	case len(p) == 0:
		return true
	case p[0] == "own":
		return len(p) <= 2
	}
	return len(p) == 1 && slices.Contains(tables(), p[0])
}

// field is the setting at exactly that path.
func (r *reader) field(p path) (field, bool) {
	f, ok := lookUp(r.settings, p.String())
	return f, ok && p.equal(pathOf(f.Name))
}

// own makes sure that a reminder of one's own exists, on if nothing else is
// said; false, and told once, where it cannot.
func (r *reader) own(at int, name string) bool {
	if r.settings.own(name) >= 0 {
		return true
	}
	err := r.settings.AddOwn(name)
	if err == nil {
		r.settings.Own[len(r.settings.Own)-1].Enabled = true
		r.ownAt = append(r.ownAt, at)
		return true
	}
	if _, again := r.once("bad name", path{name}, at); !again {
		var p Problem
		if errors.As(err, &p) {
			r.note(at, p)
		}
	}
	return false
}

// value reads a key's value.
func (r *reader) value(p path, at int, v value) {
	if line, again := r.once("key", p, at); again {
		r.tell(at, p.String(), fmt.Sprintf("this is set twice, first on line %d; the last one counts", line), "remove one of the two")
	}
	f, isKey := r.field(p)
	holds := r.holds(p)
	switch {
	case holds && v.kind != unstable.InlineTable:
		r.tell(at, p.String(), fmt.Sprintf("%s holds several settings, but this is %s", p, describe(v)), fmt.Sprintf("write a line [%s] and its settings below it", p))
	case p[0] == "own" && len(p) >= 2 && !r.own(at, p[1]):
	case isKey:
		r.set(f, v)
	case holds:
		for _, in := range v.pairs {
			r.value(p.join(in.path), in.at, in.value)
		}
	default:
		r.unknown(at, p)
	}
}

// set reads the value of a setting, or puts it back to its default.
func (r *reader) set(f field, v value) {
	text, odd, ok := f.plain(v)
	if !ok {
		r.mistyped(odd.start, f, odd)
		return
	}
	if err := f.parse(f.ptr(&r.settings), text); err != nil {
		r.tell(v.start, f.Name, err.Error()+r.fallBack(f), f.tomlHint())
	}
}

// mistyped tells of a value of the wrong type.
func (r *reader) mistyped(at int, f field, v value) {
	hint := f.tomlHint()
	if v.kind == unstable.Integer && f.Kind == KindDuration {
		if f.parse(f.ptr(&Settings{}), v.text+"m") == nil {
			parts := pathOf(f.Name)
			hint = fmt.Sprintf("write %s = %q for minutes, or %q for seconds", parts[len(parts)-1], v.text+"m", v.text+"s")
		}
	}
	r.tell(at, f.Name, fmt.Sprintf("this is %s; %s is needed", describe(v), f.Kind.noun())+r.fallBack(f), hint)
}

// fallBack puts a setting back to its default and says so.
func (r *reader) fallBack(f field) string {
	if f.rival() != "" {
		r.spoilt[f.own] = true
	}
	if err := f.parse(f.ptr(&r.settings), f.Default); err != nil || f.Default == "" {
		return ""
	}
	return fmt.Sprintf("; the default %s is used", f.Default)
}

// unknown warns of a key nobody reads, with the nearest name.
func (r *reader) unknown(at int, p path) {
	if f, isKey := r.field(p[:len(p)-1]); isKey {
		r.mistyped(at, f, value{kind: unstable.Table})
		return
	}
	if r.full() {
		return
	}
	r.note(at, Problem{
		Key: p.String(), Reason: "there is no such setting; it is kept and not used",
		Hint: unknown(p.String(), r.settings.names()).Hint, Warning: true,
	})
}

func (r *reader) unknownTable(it item) {
	if r.full() {
		return
	}
	hint := "there are: " + strings.Join(tables(), ", ")
	if near := reminders.Nearest(it.path.String(), tables()); near != "" {
		hint = fmt.Sprintf("did you mean [%s]?", near)
	} else if r.settings.own(it.path[0]) >= 0 {
		hint = fmt.Sprintf("did you mean [own.%s]?", it.path[0])
	}
	r.note(it.at, Problem{
		Key: it.path.String(), Reason: "there is no such group of settings; it is kept and not used",
		Hint: hint, Warning: true,
	})
}

// checkOwn tells of reminders of one's own that have no time, or two.
func (r *reader) checkOwn() {
	for i, o := range r.settings.Own {
		key := "own." + o.Name
		switch every, at := o.Every > 0, len(o.At) > 0; {
		case r.spoilt[o.Name]:
		case every && at:
			r.tell(r.ownAt[i], key, "this reminder has both every and at, so it is not shown", "keep every for sitting time, or at for times of day")
		case !every && !at:
			r.tell(r.ownAt[i], key, "this reminder has neither every nor at, so it is not shown", `write every = "45m", or at = ["15:00"]`)
		}
	}
}

// plain is a value of the file as text for parse; not ok, with the value to
// blame, where it is of the wrong type.
func (f field) plain(v value) (text string, odd value, ok bool) {
	switch f.Kind {
	case KindBool:
		return v.text, v, v.kind == unstable.Bool
	case KindInt:
		n, err := strconv.ParseInt(strings.ReplaceAll(v.text, "_", ""), 0, 64)
		if v.kind == unstable.Integer && err == nil {
			return strconv.FormatInt(n, 10), v, true
		}
		return v.text, v, v.kind == unstable.Integer
	case KindTimes, KindWeekdays, KindHours, KindLeads, KindDurations:
		if v.kind != unstable.Array {
			break
		}
		words := make([]string, len(v.items))
		for i, in := range v.items {
			if in.kind != unstable.String {
				return "", in, false
			}
			words[i] = in.text
		}
		return strings.Join(words, ";"), v, true
	}
	return v.text, v, v.kind == unstable.String
}

// describe is what a value is, in plain words.
func describe(v value) string {
	switch v.kind {
	case unstable.String:
		return "a text"
	case unstable.Bool:
		return "true or false"
	case unstable.Integer:
		return "a bare number"
	case unstable.Float:
		return "a number"
	case unstable.Array:
		return "a list"
	case unstable.InlineTable, unstable.Table:
		return "a table"
	}
	return "a date or time"
}
