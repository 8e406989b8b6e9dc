package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// walk visits every visible object with its place in the window.
func walk(o fyne.CanvasObject, at fyne.Position, visit func(fyne.CanvasObject, fyne.Position)) {
	if !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	visit(o, at)
	switch v := o.(type) {
	case *fyne.Container:
		for _, c := range v.Objects {
			walk(c, at, visit)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(v).Objects() {
			walk(c, at, visit)
		}
	}
}

// texts are all texts that are shown.
func (s *stage) texts() []string {
	var out []string
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			out = append(out, t.Text)
		}
	})
	return out
}

// inside finds texts that stick out of the window's sides or of their own
// room.
func (s *stage) inside(t *testing.T) {
	t.Helper()
	wide := s.shell.Size().Width
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) {
		c, ok := o.(*canvas.Text)
		if !ok || c.Text == "" {
			return
		}
		need := c.MinSize().Width
		left := at.X
		switch c.Alignment {
		case fyne.TextAlignCenter:
			left += (c.Size().Width - need) / 2
		case fyne.TextAlignTrailing:
			left += c.Size().Width - need
		}
		if left < -1 || left+need > wide+1 {
			t.Errorf("%q sticks out of the window: %.0f to %.0f of %.0f", c.Text, left, left+need, wide)
		}
		if need > c.Size().Width+2 {
			t.Errorf("%q has %.0f to itself and needs %.0f", c.Text, c.Size().Width, need)
		}
	})
}
