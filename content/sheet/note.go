package sheet

import (
	"html/template"
	"io"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Note is a page of headings with a few lines each, to hand to somebody: what a
// therapist should know, say. It says nothing of whose it is.
type Note struct {
	Title string
	On    time.Time // the day it is printed; only its date is shown
	Parts []NotePart
}

// NotePart is one heading and what stands below it. A line may hold line
// breaks; they are kept.
type NotePart struct {
	Heading string
	Lines   []string
}

// NoteHTML writes a note as an HTML file, as HTML does a routine: it needs
// nothing else. It fails where w does.
func NoteHTML(w io.Writer, n Note, p Paper) error {
	v := struct {
		Language, Paper, Title, On string
		Parts                      []NotePart
		Says                       map[string]string
	}{
		Language: catalog.Language(), Paper: string(A4), Title: n.Title, On: date(n.On), Parts: n.Parts,
		Says: map[string]string{
			"print": catalog.L("Print this page, or save it as a PDF, with your browser (Ctrl+P)."),
			"foot":  catalog.L("Unhunch informs; it does not diagnose or treat."),
		},
	}
	if p == Letter {
		v.Paper = string(Letter)
	}
	page, err := template.ParseFS(pages, "note.html")
	if err != nil {
		return err
	}
	return page.Execute(w, v)
}
