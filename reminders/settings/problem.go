package settings

import (
	"fmt"
	"strings"
)

// Problem is something in the settings that was set aside, or, as the error
// of Set, a value that was refused.
type Problem struct {
	File    string // as it was named; empty for a value that is in no file
	Line    int    // from 1; 0 where no line is to blame
	Column  int    // in characters from 1; 0 where no line is to blame
	Key     string // the setting's dotted name; empty where none is to blame
	Reason  string // what is wrong, in plain words
	Hint    string // what to do
	Warning bool   // nothing was lost by it: an unknown key, which is kept
}

// Error is the problem in one line: file:line: key: reason; hint: ….
func (p Problem) Error() string {
	var b strings.Builder
	if p.File != "" {
		b.WriteString(p.File)
		if p.Line > 0 {
			fmt.Fprintf(&b, ":%d", p.Line)
		}
		b.WriteString(": ")
	}
	if p.Key != "" {
		b.WriteString(p.Key + ": ")
	}
	b.WriteString(p.Reason)
	if p.Hint != "" {
		b.WriteString("; hint: " + p.Hint)
	}
	return b.String()
}
