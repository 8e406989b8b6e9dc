package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/ui/widgets"
)

// labelledSo is the last control of a kind that a screen reader calls so, the zero
// value if none is shown.
func labelledSo[T interface {
	fyne.CanvasObject
	AccessibilityLabel() string
}](s *stage, label string) T {
	var out T
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if t, ok := o.(T); ok && t.AccessibilityLabel() == label {
			out = t
		}
	})
	return out
}

func tileNamed(s *stage, label string) *widgets.Tile { return labelledSo[*widgets.Tile](s, label) }
