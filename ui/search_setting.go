package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/ui/widgets"
)

// openAt shows a setting by its dotted name and puts the focus on it.
func (s *settingsScreen) openAt(part string) {
	if part == partOwn && s.own != nil {
		s.w.focus(s.own.add)
		s.p.BringIn(s.own.card)
		return
	}
	for _, f := range s.fields {
		if f.key.Name != part {
			continue
		}
		if o := firstFocusable(f.input.object()); o != nil {
			s.w.focus(o)
		}
		s.p.BringIn(f.row)
	}
}

// firstFocusable is the first control in an object; nil if there is none.
func firstFocusable(o fyne.CanvasObject) fyne.Focusable {
	switch v := o.(type) {
	case fyne.Focusable:
		return v
	case *widgets.Card:
		return firstFocusable(v.Content)
	case *fyne.Container:
		for _, inside := range v.Objects {
			if f := firstFocusable(inside); f != nil {
				return f
			}
		}
	}
	return nil
}
