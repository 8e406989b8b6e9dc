package main

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestColumns(t *testing.T) {
	for text, want := range map[string]int{"": 0, "hold": 4, "è": 1, "e\u0300": 1, "休む": 4, "ＡＢ": 4, "–·…": 3} {
		if got := columns(text); got != want {
			t.Errorf("%q takes %d, want %d", text, got, want)
		}
	}
}

func TestFitting(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want string
	}{{"hold 12", 7, "hold 12"}, {"hold 12", 6, "hold …"}, {"hold", 1, "…"}, {"hold", 0, ""}, {"hold", -3, ""}, {"休む休む", 5, "休む…"}, {"休む休む", 4, "休…"}} {
		if got := fitting(c.text, c.most); got != c.want {
			t.Errorf("%q in %d is %q, want %q", c.text, c.most, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text, most := rapid.String().Draw(t, "text"), rapid.IntRange(-1, 40).Draw(t, "most")
		if got := columns(fitting(text, most)); got > max(most, 0) && got != 0 {
			t.Errorf("%d columns, more than %d", got, most)
		}
	})
}

// What is written over leaves nothing of the line before.
func TestStageWritesOver(t *testing.T) {
	var out bytes.Buffer
	s := stage{out: &out, width: func() int { return 40 }}
	s.show("a long line that is cut because it does not fit")
	s.show("short")
	s.show("short") // written once
	s.line("stays")
	s.show("again")
	s.clear()
	s.clear()
	if got, want := screenOf(out.String()), []string{"stays", ""}; strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("the screen shows %q, want %q", got, want)
	}
	if strings.Count(out.String(), "short") != 1 {
		t.Errorf("it is written again: %q", &out)
	}
}

// screenOf is what a terminal shows after some output.
func screenOf(out string) []string {
	lines, at := [][]rune{{}}, 0
	for _, r := range out {
		last := &lines[len(lines)-1]
		switch r {
		case '\r':
			at = 0
		case '\b':
			at--
		case '\n':
			lines, at = append(lines, []rune{}), 0
		default:
			for len(*last) <= at {
				*last = append(*last, ' ')
			}
			(*last)[at] = r
			at++
		}
	}
	shown := make([]string, len(lines))
	for i, l := range lines {
		shown[i] = strings.TrimRight(string(l), " ")
	}
	return shown
}
