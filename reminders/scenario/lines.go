package scenario

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// line is one directive: a line of the file without its comment.
type line struct {
	n    int
	verb string   // the first word
	args []string // the others
}

// split cuts a file into its directives. It takes the files of every editor:
// a byte order mark, Windows line ends, tabs. What is no text is a mistake.
func split(name string, data []byte) ([]line, Mistakes) {
	one := func(n int, what, hint string) Mistakes {
		return Mistakes{{File: name, Line: n, What: what, Hint: hint}}
	}
	if len(data) > MaxBytes {
		return nil, one(1, fmt.Sprintf("the file is larger than %d KiB", MaxBytes>>10), "a scenario is a page of text; is this the right file?")
	}
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return nil, one(1, "the file is UTF-16 text", "save it as UTF-8")
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if n := bytes.Count(data, []byte{'\n'}); n > MaxLines {
		return nil, one(MaxLines, fmt.Sprintf("the file has more than %d lines", MaxLines), "split it into several scenarios")
	}

	var out []line
	var bad Mistakes
	n := 0
	for raw := range strings.SplitSeq(string(data), "\n") {
		n++
		raw = strings.TrimSuffix(raw, "\r")
		if at := junk(raw); at >= 0 {
			bad = append(bad, one(n, fmt.Sprintf("byte %d of the line is not text", at+1), "a scenario is plain UTF-8 text; is this the right file?")...)
			if len(bad) > maxShown {
				return nil, bad
			}
			continue
		}
		if f := strings.Fields(uncomment(raw)); len(f) > 0 {
			out = append(out, line{n: n, verb: f[0], args: f[1:]})
		}
	}
	return out, bad
}

// junk is where a line stops being text, or -1.
func junk(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, width := utf8.DecodeRuneInString(s[i:]); width <= 1 {
				return i
			}
		}
		if r < ' ' && r != '\t' || r == 0x7f {
			return i
		}
	}
	return -1
}

// uncomment drops a comment: from a # that begins the line or follows a
// space. "Room #2" keeps its number only when written as Room-#2.
func uncomment(s string) string {
	for i := range len(s) {
		if s[i] == '#' && (i == 0 || s[i-1] == ' ' || s[i-1] == '\t') {
			return s[:i]
		}
	}
	return s
}
