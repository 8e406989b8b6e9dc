package packs

import (
	"fmt"
	"strconv"
	"strings"
)

// quoted writes a text as TOML does, on one line.
func quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func number(n int) string { return strconv.Itoa(n) }

// quotedList writes a list on one line.
func quotedList[T ~string](texts []T) string {
	all := make([]string, len(texts))
	for i, t := range texts {
		all[i] = quoted(string(t))
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// lines writes a list with an element on each line, as they are in TOML.
func lines(elements []string) string {
	if len(elements) == 0 {
		return "[]"
	}
	return "[\n  " + strings.Join(elements, ",\n  ") + ",\n]"
}

// comments are those in a piece of TOML, each with its #.
func comments(text []byte) []string {
	var out []string
	for at := 0; at < len(text); {
		switch text[at] {
		case '"', '\'':
			at = stringEnd(text, at)
		case '#':
			end := lineEnd(text, at)
			out = append(out, strings.TrimRight(string(text[at:end]), " \t\r\n"))
			at = end
		default:
			at++
		}
	}
	return out
}

// valueEnd is where the value that begins at a place of a TOML text ends.
func valueEnd(text []byte, at int) int {
	for depth := 0; at < len(text); {
		switch text[at] {
		case '"', '\'':
			if at = stringEnd(text, at); depth == 0 {
				return at
			}
			continue
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth <= 0 {
				return at + 1
			}
		case '#', '\n':
			if depth == 0 {
				return len(strings.TrimRight(string(text[:at]), " \t\r"))
			}
			at = lineEnd(text, at)
			continue
		}
		at++
	}
	return len(strings.TrimRight(string(text), " \t\r"))
}

// stringEnd is where the string that begins at a place ends.
func stringEnd(text []byte, at int) int {
	q := text[at]
	end := string(q)
	if triple := strings.Repeat(end, 3); strings.HasPrefix(string(text[at:min(at+3, len(text))]), triple) {
		end = triple
	}
	for i := at + len(end); i < len(text); i++ {
		if q == '"' && text[i] == '\\' {
			i++ // whatever follows belongs to it
			continue
		}
		if strings.HasPrefix(string(text[i:min(i+len(end), len(text))]), end) {
			i += len(end)
			for len(end) == 3 && i < len(text) && text[i] == q {
				i++ // up to two quotes may stand before the three
			}
			return i
		}
	}
	return len(text)
}

// lineEnd is where the line of a place ends, behind its newline.
func lineEnd(text []byte, at int) int {
	for at < len(text) && text[at] != '\n' {
		at++
	}
	return min(at+1, len(text))
}

// lineStart is where the line of a place begins.
func lineStart(text []byte, at int) int {
	for at > 0 && text[at-1] != '\n' {
		at--
	}
	return at
}
