package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FigureTile is a tile whose figure moves while the tile is pointed at or has
// the keyboard's focus.
type FigureTile struct {
	Tile
	Figure *FigureView // nil for one without
}

// figureTilePadding is the room inside, in pixels of the design.
const figureTilePadding = 12

// NewFigureTile makes a tile with a figure, which stands somewhere in content.
func NewFigureTile(label string, f *FigureView, content fyne.CanvasObject, tapped func()) *FigureTile {
	t := &FigureTile{Figure: f}
	t.Label, t.Content, t.OnTapped = label, content, tapped
	t.Fill, t.Padding = ColorSurface, figureTilePadding
	t.init(t)
	return t
}

// stir makes the figure move, or settle, as the tile is looked at or not.
func (t *FigureTile) stir() {
	switch {
	case t.Figure == nil:
	case t.hovered || t.focused:
		t.Figure.PlayGently()
	default:
		t.Figure.Settle()
	}
}

// MouseIn marks the tile as pointed at.
func (t *FigureTile) MouseIn(e *desktop.MouseEvent) {
	t.control.MouseIn(e)
	t.stir()
}

// MouseOut ends MouseIn.
func (t *FigureTile) MouseOut() {
	t.control.MouseOut()
	t.stir()
}

// FocusGained shows the focus ring and brings the tile into view.
func (t *FigureTile) FocusGained() {
	t.control.FocusGained()
	t.stir()
}

// FocusLost takes the focus ring away.
func (t *FigureTile) FocusLost() {
	t.control.FocusLost()
	t.stir()
}
