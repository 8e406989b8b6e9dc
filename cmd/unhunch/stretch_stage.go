package main

import (
	"io"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// stage is where a stretch is shown: a terminal, on whose last line the
// countdown is written over and over, or a file or pipe, where nothing is.
type stage struct {
	out   io.Writer
	width func() int // columns of the terminal; nil without one

	live  string // the line that is written over, as it stands there
	begun bool   // there is one
}

// terminal tells whether somebody looks.
func (s *stage) terminal() bool { return s.width != nil }

// line writes a line that stays, above the one that is written over.
func (s *stage) line(text string) { s.hang("", text) }

// detail writes one that belongs to the line before.
func (s *stage) detail(text string) { s.hang("  ", text) }

func (s *stage) hang(mark, text string) {
	s.clear()
	if text == "" {
		return
	}
	p := prose{width: len(mark) + len(text)} // never wrapped where programs read
	if s.terminal() {
		p.width = max(s.width(), narrowWidth)
	}
	p.hang(mark, text)
	_ = p.print(s.out) // what went wrong is kept by the sink
}

// gap writes an empty line.
func (s *stage) gap() {
	s.clear()
	_, _ = io.WriteString(s.out, "\n") // as above
}

// show writes over the last line of a terminal.
func (s *stage) show(text string) {
	if !s.terminal() {
		return
	}
	most := s.width() - 1 // in the last column some terminals wrap
	text = fitting(text, most)
	if s.begun && text == s.live {
		return
	}
	pad := max(0, min(columns(s.live), most)-columns(text))
	_, _ = io.WriteString(s.out, "\r"+text+strings.Repeat(" ", pad)+strings.Repeat("\b", pad)) // as above
	s.live, s.begun = text, true
}

// clear takes away the line that is written over.
func (s *stage) clear() {
	if s.begun {
		s.show("")
		_, _ = io.WriteString(s.out, "\r") // as above
	}
	s.live, s.begun = "", false
}

// columns is how many columns of a terminal a text takes.
func columns(text string) int {
	n := 0
	for _, r := range text {
		n += columnsOf(r)
	}
	return n
}

func columnsOf(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// fitting is as much of a text as fits so many columns.
func fitting(text string, most int) string {
	if columns(text) <= most {
		return text
	}
	n := 0
	for i, r := range text {
		if n += columnsOf(r); n > most-1 {
			if most < 1 {
				return ""
			}
			return text[:i] + "…"
		}
	}
	return text
}
