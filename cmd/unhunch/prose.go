package main

import (
	"io"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The widths text is wrapped to, in characters.
const (
	usualWidth  = 80 // where there is no terminal to ask
	narrowWidth = 30 // narrower terminals wrap by themselves
)

// lineWidth is how many characters a line of text may have: as many as the
// terminal is wide. COLUMNS says otherwise.
func (a *app) lineWidth() int {
	if n := a.knownWidth(); n > 0 {
		return n
	}
	return usualWidth
}

// knownWidth is lineWidth where something says it, and 0 elsewhere, as in a
// pipe.
func (a *app) knownWidth() int {
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return max(n, narrowWidth)
	}
	to := a.out
	if s, ok := to.(*sink); ok {
		to = s.to
	}
	if f, ok := to.(*os.File); ok {
		if n := terminalWidth(f); n > 0 {
			return max(n, narrowWidth)
		}
	}
	return 0
}

// prose writes text to be read, wrapped, with a blank line between its parts.
type prose struct {
	b       strings.Builder
	width   int
	started bool // a part has a title, and nothing below it yet
}

func (a *app) prose() *prose { return &prose{width: a.lineWidth()} }

// gap begins a new part.
func (p *prose) gap() {
	if p.b.Len() > 0 && !p.started {
		p.b.WriteByte('\n')
	}
	p.started = false
}

// title writes a title underlined.
func (p *prose) title(text string) { p.underlined(text, "=") }

// heading writes the title of a part underlined.
func (p *prose) heading(text string) { p.underlined(text, "-") }

func (p *prose) underlined(text, line string) {
	p.gap()
	p.hang("", text)
	p.b.WriteString(strings.Repeat(line, min(utf8.RuneCountInString(text), p.width)) + "\n")
	p.started = true
}

// para writes a paragraph as a part of its own; nothing if it is empty.
func (p *prose) para(text string) {
	if text != "" {
		p.gap()
		p.hang("", text)
	}
}

// list writes a heading with an entry a line below it; nothing if there are
// none.
func (p *prose) list(heading string, entries []string) {
	if len(entries) == 0 {
		return
	}
	p.heading(heading)
	for _, e := range entries {
		p.hang("- ", e)
	}
}

// steps is a list with numbers.
func (p *prose) steps(heading string, entries []string) {
	if len(entries) == 0 {
		return
	}
	p.heading(heading)
	for i, e := range entries {
		p.hang(strconv.Itoa(i+1)+". ", e)
	}
}

// note writes a paragraph under a heading; nothing if it is empty.
func (p *prose) note(heading, text string) {
	if text != "" {
		p.heading(heading)
		p.hang("", text)
	}
}

// hang writes text wrapped behind a mark, further lines in line with its
// first.
func (p *prose) hang(mark, text string) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(mark))
	line, empty := mark, true
	room := p.width - len(indent)
	for word := range strings.FieldsSeq(text) {
		if !empty && utf8.RuneCountInString(line)-len(indent)+1+utf8.RuneCountInString(word) > room {
			p.b.WriteString(line + "\n")
			line, empty = indent, true
		}
		if !empty {
			line += " "
		}
		line, empty = line+word, false
	}
	p.b.WriteString(strings.TrimRight(line, " ") + "\n")
	p.started = false
}

// print writes what was gathered.
func (p *prose) print(w io.Writer) error {
	_, err := io.WriteString(w, p.b.String())
	return err
}
