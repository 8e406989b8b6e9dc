package main

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestProseKeepsToItsWidth(t *testing.T) {
	p := &prose{width: 30}
	p.title("How long a line of text may be before it breaks")
	p.para("A paragraph of several words, and ünïcödé counted as people count.")
	p.para("")
	p.steps("Steps", []string{"One step that goes on for a while.", "Two."})
	p.list("Nothing", nil)
	p.note("Empty", "")
	p.list("Long", []string{"https://example.org/an-address-that-cannot-be-broken-anywhere"})
	p.para("The end.")
	const want = `How long a line of text may be
before it breaks
==============================
A paragraph of several words,
and ünïcödé counted as people
count.

Steps
-----
1. One step that goes on for a
   while.
2. Two.

Long
----
- https://example.org/an-address-that-cannot-be-broken-anywhere

The end.
`
	if got := p.b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for line := range strings.SplitSeq(p.b.String(), "\n") {
		if utf8.RuneCountInString(line) > 30 && !strings.Contains(line, "https:") {
			t.Errorf("too long: %q", line)
		}
	}
}

func TestLinesAreAsWideAsTheTerminal(t *testing.T) {
	a := &app{stdio: stdio{out: &strings.Builder{}}}
	for columns, want := range map[string]int{"": 80, "132": 132, "7": 30, "-3": 80, "wide": 80} {
		t.Setenv("COLUMNS", columns)
		if got := a.lineWidth(); got != want {
			t.Errorf("COLUMNS=%s: %d, want %d", columns, got, want)
		}
	}
	t.Setenv("COLUMNS", "")
	f, err := os.CreateTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	a.out = f
	if got := a.lineWidth(); got != 80 {
		t.Errorf("into a file: %d", got)
	}
}
