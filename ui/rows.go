package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/ui/widgets"
)

// rowList is a column that is filled anew when what it shows changes, and
// remembers what that was.
type rowList struct {
	box *fyne.Container
	key string
}

func newRowList() *rowList { return &rowList{box: widgets.NewColumn(0)} }

// smallButton is a button in a row. The hint says of what it is, which its
// label does not.
func smallButton(label, hint string, kind widgets.Kind, tapped func()) *widgets.Button {
	b := widgets.NewButton(label, kind, tapped)
	b.Small, b.Hint = true, hint
	return b
}
