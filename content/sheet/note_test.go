package sheet

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func noteOf(t testing.TB, n Note, p Paper) string {
	t.Helper()
	var b bytes.Buffer
	if err := NoteHTML(&b, n, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func aNote() Note {
	return Note{Title: "For my therapist", On: day, Parts: []NotePart{
		{"What hurts", []string{"left lower back: 6 of 10 (24 Nov): since <b>Monday</b>\nand at night", "neck: 2 of 10 (22 Nov)"}},
		{"Pressure", []string{"3 of 5, please (1 lightest, 5 firmest)"}},
		{"Please heed", []string{"“Allergy or asthma with oils, latex, scents?” Yes."}},
	}}
}

func TestNoteGolden(t *testing.T) {
	golden(t, "note.html", noteOf(t, aNote(), A4))
	if !strings.Contains(noteOf(t, aNote(), Letter), "size: letter;") {
		t.Error("it is not on letter paper")
	}
	if got := noteOf(t, Note{Title: "Empty"}, "}</style>"); strings.Contains(got, "<section") || strings.Contains(got, `class="on"`) || !strings.Contains(got, "size: A4;") {
		t.Errorf("an empty note on unknown paper is\n%s", got)
	}
}

// Whatever is typed stands there as text, all of it, and does nothing.
func TestNotesAreText(t *testing.T) {
	markup := strings.Count(noteOf(t, Note{Title: "x", Parts: []NotePart{{"x", []string{"x"}}}}, A4), "<")
	rapid.Check(t, func(rt *rapid.T) {
		typed := rapid.OneOf(rapid.String(), rapid.Just(`</li><script>alert(1)</script><img src=x onerror=alert(1)>{{.}}`)).Draw(rt, "typed")
		got := noteOf(t, Note{Title: typed, Parts: []NotePart{{typed, []string{typed}}}}, A4)
		if n := strings.Count(got, "<"); n != markup {
			rt.Fatalf("%q makes %d tags, want %d", typed, n, markup)
		}
	})
	if found := reaching.FindString(noteOf(t, aNote(), A4)); found != "" {
		t.Errorf("it reaches out: %q", found)
	}
	if got := noteOf(t, Note{Parts: []NotePart{{"a & b", []string{"c < d"}}}}, A4); !strings.Contains(got, "a &amp; b") || !strings.Contains(got, "c &lt; d") {
		t.Errorf("what was typed is lost in\n%s", got)
	}
}

func TestNoteOnAFullDisk(t *testing.T) {
	if err := NoteHTML(full{}, aNote(), A4); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}
