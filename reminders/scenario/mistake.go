package scenario

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Mistake is one thing wrong with a scenario file.
type Mistake struct {
	File string
	Line int    // from 1
	What string // what is wrong
	Hint string // what to do about it; may be empty
}

// Error writes the mistake as one line: "file:line: what; hint: what to do".
func (m Mistake) Error() string {
	s := fmt.Sprintf("%s:%d: %s", m.File, m.Line, m.What)
	if m.Hint != "" {
		s += "; hint: " + m.Hint
	}
	return s
}

// Mistakes are all that is wrong with a file, in the order of its lines. A
// file with any is refused as a whole.
type Mistakes []Mistake

// Error lists the mistakes one a line, the first twenty of them.
func (ms Mistakes) Error() string {
	var b strings.Builder
	for i, m := range ms {
		if i > 0 {
			b.WriteByte('\n')
		}
		if i == maxShown {
			fmt.Fprintf(&b, "%s:%d: and %d more mistakes from here on", m.File, m.Line, len(ms)-i)
			break
		}
		b.WriteString(m.Error())
	}
	return b.String()
}

// sorted orders the mistakes by line, keeping those of one line as found.
func (ms Mistakes) sorted() Mistakes {
	slices.SortStableFunc(ms, func(a, b Mistake) int { return cmp.Compare(a.Line, b.Line) })
	return ms
}

// quote shows a piece of the file in a message: escaped, and cut where it is
// long.
func quote(s string) string {
	r := []rune(s)
	if len(r) > maxToken {
		return fmt.Sprintf("%q…", string(r[:maxToken]))
	}
	return fmt.Sprintf("%q", s)
}

// clipped keeps a message readable that quotes a very long word.
func clipped(s string) string {
	if r := []rune(s); len(r) > maxSaid {
		return string(r[:maxSaid]) + "…"
	}
	return s
}
