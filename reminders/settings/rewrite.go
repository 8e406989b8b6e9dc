package settings

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// edited is the content of a settings file with one key set.
func edited(name string, data []byte, key, text string) ([]byte, error) {
	s, problems, err := editable(name, data)
	if err != nil {
		return nil, err
	}
	f, err := find(s, key)
	if err != nil {
		return nil, err
	}
	isNew := f.own != "" && s.own(f.own) < 0
	if isNew && (f.rival() == "" || strings.TrimSpace(text) == "") {
		return nil, Problem{
			Key: f.Name, Reason: fmt.Sprintf("there is no reminder of your own called %s", f.own),
			Hint: fmt.Sprintf("set own.%s.every or own.%[1]s.at first", f.own),
		}
	}
	if err := Set(&s, f.Name, text); err != nil {
		return nil, err
	}
	want := f.text(&s)
	if want == "" && f.rival() != "" {
		return without(name, data, key) // every = "" means no every
	}
	p := pathOf(f.Name)
	d := scan(data)
	var next []byte
	if at, ok := d.find(p); ok {
		if d.holds(f, at.value, want) {
			return data, nil
		}
		next = d.splice(d.replaceValue(at, toml(f.ptr(&s)))...)
	} else {
		next = d.splice(d.insert(p, toml(f.ptr(&s))))
	}
	if other := f.rival(); other != "" {
		next = removed(next, path{"own", f.own, other})
	}
	return checked(name, next, f, want, problems)
}

// without is the content of a settings file with one key removed, or one
// reminder of the person's own.
func without(name string, data []byte, key string) ([]byte, error) {
	s, problems, err := editable(name, data)
	if err != nil {
		return nil, err
	}
	key = strings.TrimSpace(key)
	if who := strings.TrimPrefix(key, "own."); s.own(who) >= 0 {
		return whole(name, removed(data, path{"own", who}))
	}
	f, err := find(s, key)
	if err != nil {
		return nil, err
	}
	next := removed(data, pathOf(f.Name))
	if bytes.Equal(next, data) {
		return data, nil
	}
	if i := s.own(f.own); f.rival() != "" && i >= 0 {
		if o := s.Own[i]; (o.Every == 0) != (len(o.At) == 0) && f.text(&s) != "" {
			return nil, Problem{
				Key: f.Name, Reason: "without it the reminder would never come",
				Hint: fmt.Sprintf("set own.%s.%s instead, own.%[1]s.enabled false, or remove own.%[1]s", f.own, f.rival()),
			}
		}
	}
	if after, _ := Parse(name, next); f.own != "" && after.own(f.own) < 0 {
		return whole(name, next) // it was the last the file said of that reminder
	}
	return checked(name, next, f, f.Default, problems)
}

// editable refuses a file an edit might make worse. Its settings and problems
// are those of Parse.
func editable(name string, data []byte) (Settings, []Problem, error) {
	s, problems := Parse(name, data)
	if len(data) > maxSize || bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return s, problems, problems[0]
	}
	d := scan(data)
	bad, ok := invalid(data)
	hint := "mend that line, or move the file away; nothing was changed"
	if len(d.wrong) > 0 {
		bad, ok = d.wrong[0], false
		r := reader{settings: s}
		hint = r.syntaxHint(bad) + "; nothing was changed"
	}
	if ok {
		return s, problems, nil
	}
	line, column := d.place(bad.at)
	return s, problems, Problem{File: name, Line: line, Column: column, Reason: "the file has a mistake: " + bad.reason, Hint: hint}
}

// checked makes sure that the new content is good and says what it should.
func checked(name string, next []byte, f field, want string, before []Problem) ([]byte, error) {
	s, _ := Parse(name, next)
	_, err := whole(name, next)
	if len(next) > maxSize {
		return nil, err
	}
	if err == nil && (f.own == "" || s.own(f.own) >= 0) && f.text(&s) == want {
		return next, nil
	}
	// Something else in the file stands where the key belongs; it was told.
	i := slices.IndexFunc(before, func(p Problem) bool {
		return !p.Warning && p.Key != "" && pathOf(f.Name).under(pathOf(p.Key))
	})
	if i >= 0 {
		return nil, before[i]
	}
	return nil, Problem{File: name, Key: f.Name, Reason: "this cannot be changed in the file as it is written", Hint: "change it in a text editor"}
}

// whole makes sure that content is TOML.
func whole(name string, data []byte) ([]byte, error) {
	if len(data) > maxSize {
		return nil, Problem{File: name, Reason: "the file would grow beyond 1 MiB", Hint: "shorten it in a text editor"}
	}
	if bad, ok := invalid(data); !ok {
		return nil, Problem{File: name, Reason: "this cannot be changed in the file as it is written: " + bad.reason, Hint: "change it in a text editor"}
	}
	return data, nil
}

// holds tells whether a value of the file says that already.
func (d document) holds(f field, v value, want string) bool {
	s := Default()
	if f.own != "" {
		if err := s.AddOwn(f.own); err != nil {
			return false
		}
	}
	text, _, ok := f.plain(v)
	return ok && f.parse(f.ptr(&s), text) == nil && f.text(&s) == want
}
