package calendar

import (
	"bytes"
	"strings"
)

// contentLine is a line of an iCalendar file, unfolded.
type contentLine struct {
	n      int    // the line of the file it begins on, from 1
	name   string // upper case
	params []icsParam
	value  string
}

type icsParam struct{ name, value string }

// param is a parameter's value, or empty.
func (l contentLine) param(name string) string {
	for _, p := range l.params {
		if p.name == name {
			return p.value
		}
	}
	return ""
}

// unfold calls yield with each logical line of a file and the line it begins
// on, until it returns false. Lines may end by CRLF, LF or CR; one that begins
// with a blank goes on with the line before it.
func unfold(data []byte, yield func(n int, text string) bool) {
	var logical []byte
	begins, n := 0, 0
	for len(data) > 0 {
		n++
		line := data
		if i := bytes.IndexAny(data, "\r\n"); i >= 0 {
			line = data[:i]
			if bytes.HasPrefix(data[i:], []byte("\r\n")) {
				i++
			}
			data = data[i+1:]
		} else {
			data = nil
		}
		switch {
		case len(line) > 0 && (line[0] == ' ' || line[0] == '\t') && begins > 0:
			logical = append(logical, line[1:]...)
		case len(line) == 0:
		default:
			if begins > 0 && !yield(begins, text(logical)) {
				return
			}
			logical, begins = append(logical[:0], line...), n
		}
	}
	if begins > 0 {
		yield(begins, text(logical))
	}
}

// parseLine takes a line apart; false where it is none of iCalendar.
func parseLine(n int, text string) (contentLine, bool) {
	l := contentLine{n: n}
	end := strings.IndexAny(text, ";:")
	if end <= 0 || strings.ContainsFunc(text[:end], func(r rune) bool {
		return r != '-' && r != '_' && r != '.' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	}) {
		return l, false
	}
	l.name = strings.ToUpper(text[:end])
	rest := text[end:]
	for strings.HasPrefix(rest, ";") {
		rest = rest[1:]
		var raw string
		raw, rest = cutParam(rest, dated[l.name])
		name, value, ok := strings.Cut(raw, "=")
		if !ok {
			if raw == "" {
				continue // ";;": nothing is missing
			}
			return l, false
		}
		l.params = append(l.params, icsParam{strings.ToUpper(strings.TrimSpace(name)), unquoted(value)})
		if len(l.params) > 100 {
			return l, false
		}
	}
	value, ok := strings.CutPrefix(rest, ":")
	l.value = value
	return l, ok
}

// dated are the properties whose value never has a colon. Some programs write
// zones such as (UTC+01:00) Berlin before it without quoting them.
var dated = map[string]bool{"DTSTART": true, "DTEND": true, "RECURRENCE-ID": true, "EXDATE": true, "RDATE": true}

// cutParam cuts a parameter off a line, outside of quotes.
func cutParam(text string, dated bool) (param, rest string) {
	in := false
	for i := range len(text) {
		switch text[i] {
		case '"':
			in = !in
		case ';':
			if !in {
				return text[:i], text[i:]
			}
		case ':':
			if !in && (!dated || !strings.ContainsAny(text[i+1:], ":;")) {
				return text[:i], text[i:]
			}
		}
	}
	return text, ""
}

// unquoted is a parameter's value without quotes, with RFC 6868's escapes read.
func unquoted(value string) string {
	value = strings.ReplaceAll(value, `"`, "")
	return circumflex.Replace(value)
}

var circumflex = strings.NewReplacer("^^", "^", "^n", "\n", "^N", "\n", "^'", `"`)

// unescaped reads a text value.
func unescaped(value string) string { return escapes.Replace(value) }

var escapes = strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n", `\N`, "\n", `\:`, ":", `\"`, `"`)

// escaped writes a text value.
func escaped(value string) string { return escaping.Replace(value) }

var escaping = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`)
