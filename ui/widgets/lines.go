package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Lines is a field for several lines of text. It grows with what is typed; Tab
// leaves it, as any other.
type Lines struct {
	Entry
	Least int // lines it is high when empty
	Grew  func()
	high  int
}

// NewLines makes an empty field.
func NewLines(label string, least int) *Lines {
	l := &Lines{Entry: Entry{Label: label}, Least: least}
	l.self = l
	l.ExtendBaseWidget(l)
	l.MultiLine, l.Wrapping = true, fyne.TextWrapWord
	l.Scroll = fyne.ScrollVerticalOnly
	l.SetMinRowsVisible(least)
	l.high = least
	return l
}

// AcceptsTab is false: Tab goes on to the next field.
func (l *Lines) AcceptsTab() bool { return false }

// HeightFor has room for every line at a width.
func (l *Lines) HeightFor(width float32) float32 {
	rows := l.rows(width)
	line := fyne.MeasureText("Mg", theme.TextSize(), l.TextStyle).Height + theme.LineSpacing()
	return l.MinSize().Height + float32(rows-l.Least)*line
}

func (l *Lines) rows(width float32) int {
	t := Text{Content: l.Text, TextSize: theme.TextSize() / Scale(), Style: l.TextStyle}
	return max(l.Least, len(t.broken(width-4*theme.InnerPadding())))
}

// Resize notes how high it is, to tell when it has to grow.
func (l *Lines) Resize(size fyne.Size) {
	l.high = l.rows(size.Width)
	l.Entry.Resize(size)
}

// Fits tells the page once more or less room is needed.
func (l *Lines) Fits() {
	if l.Grew != nil && l.Size().Width > 0 && l.rows(l.Size().Width) != l.high {
		l.Grew()
	}
}
