package ui

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/ui/widgets"
)

// formField is one thing to fill in: what it is, the control, and what is wrong
// with what stands there.
type formField struct {
	box     fyne.CanvasObject
	problem *widgets.Text
	help    *widgets.Text  // nil if there is none
	focus   fyne.Focusable // goes there if something is wrong
}

// newFormField puts a label above a control, and a line of help below it, which
// may be empty.
func newFormField(label, help string, input fyne.CanvasObject, focus fyne.Focusable) *formField {
	f := &formField{problem: newProblem(), focus: focus}
	box := widgets.NewColumn(6, widgets.NewParagraph(label, 14, widgets.Medium, widgets.ColorInk), input)
	if help != "" {
		f.help = widgets.NewParagraph(help, 13, widgets.Regular, widgets.ColorInk2)
		box.Add(f.help)
	}
	box.Add(f.problem)
	f.box = box
	return f
}

// newProblem is the line that says what is wrong; nothing is so far.
func newProblem() *widgets.Text {
	t := widgets.NewParagraph("", 13, widgets.Medium, widgets.ColorDanger)
	t.Hide()
	return t
}

// fail says what is wrong, in the place of the help; empty is nothing.
func (f *formField) fail(text string) {
	if f.help != nil {
		setVisible(f.help, text == "")
	}
	f.problem.SetText(text)
	setVisible(f.problem, text != "")
}

// problemText is what is wrong as a person reads it.
func problemText(p packs.Problem) string {
	text := catalog.L("Not saved: {{.Problem}}", catalog.D{"Problem": sentence(p.What) + "."})
	if p.Hint != "" {
		text += " " + sentence(p.Hint) + "."
	}
	return text
}

// asPackProblems takes an error apart; what is no problem of a field is one of
// the whole.
func asPackProblems(err error) packs.Problems {
	var all packs.Problems
	if errors.As(err, &all) {
		return all
	}
	what, hint, _ := strings.Cut(err.Error(), "; hint: ")
	return packs.Problems{{What: what, Hint: hint}}
}

// textField is a line to type in.
func textField(label, text string, changed func(string)) *widgets.Entry {
	e := widgets.NewEntry(label)
	e.SetText(text)
	e.OnChanged = changed
	return e
}

// linesField is a field for several lines; grew is called when it needs more
// room.
func linesField(label, text string, least int, grew func(), changed func(string)) *widgets.Lines {
	l := widgets.NewLines(label, least)
	l.SetText(text)
	l.Grew = grew
	l.OnChanged = func(s string) {
		changed(s)
		l.Fits()
	}
	return l
}
