package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Opener is the head of a row that opens to tell more: a title, a mark where
// there is something to know about it, and an arrow. What it opens stands below
// it and is shown and hidden by whoever put it there. Enter and Space open and
// close it.
type Opener struct {
	control
	Open      bool
	OnChanged func(open bool)

	title *Text
	mark  *Pill
	row   *fyne.Container
	arrow *Icon
}

// NewOpener makes a closed one. mark is a few words, or empty.
func NewOpener(title, mark string, tone Tone, changed func(open bool)) *Opener {
	o := &Opener{
		OnChanged: changed,
		title:     NewParagraph(title, 15, SemiBold, ColorInk),
		mark:      NewPill(mark, tone),
		arrow:     NewIcon(IconDown, 16, ColorInk2),
	}
	words := NewColumn(6, o.title)
	if mark != "" {
		words.Add(NewWrap(0, 0, o.mark))
	}
	o.row = NewRow(Row{Gap: 12, Center: true, Tracks: []Track{{Grow: 1}}}, words, o.arrow)
	o.init(o)
	return o
}

// SetOpen turns the arrow without telling OnChanged.
func (o *Opener) SetOpen(open bool) {
	if o.Open != open {
		o.Open = open
		o.Refresh()
	}
}

// Tapped opens or closes it.
func (o *Opener) Tapped(*fyne.PointEvent) {
	o.SetOpen(!o.Open)
	if o.OnChanged != nil {
		o.OnChanged(o.Open)
	}
}

// TypedKey opens and closes it on Enter and Space.
func (o *Opener) TypedKey(k *fyne.KeyEvent) {
	if o.pressed(k) {
		o.Tapped(nil)
	}
}

// AccessibilityLabel is the title, the mark, and whether it is open.
func (o *Opener) AccessibilityLabel() string {
	d := catalog.D{"Name": o.title.Content}
	if m := o.mark.Label(); m != "" {
		d["Name"] = o.title.Content + " " + m
	}
	if o.Open {
		return catalog.L("{{.Name}}, open", d)
	}
	return catalog.L("{{.Name}}, shut", d)
}

// openerPad is the room above and below the words.
const openerPad = 12

// HeightFor is the height of the words at a width.
func (o *Opener) HeightFor(width float32) float32 { return HeightFor(o.row, width) + Px(2*openerPad) }

// CreateRenderer draws the head.
func (o *Opener) CreateRenderer() fyne.WidgetRenderer {
	over, ring := &canvas.Rectangle{}, focusRing()
	d := &draw{objects: []fyne.CanvasObject{ring, over, o.row}}
	d.paint = func() {
		over.FillColor, over.CornerRadius, over.Hidden = Color(ColorHover), Px(9), !o.hovered
		o.arrow.Glyph = IconDown
		if o.Open {
			o.arrow.Glyph = IconUp
		}
	}
	d.place = func(s fyne.Size) {
		// A little over its edges, so that the words stay in line with what
		// is around.
		put(over, -Px(8), Px(2), s.Width+Px(16), s.Height-Px(4))
		put(o.row, 0, Px(openerPad), s.Width, s.Height-Px(2*openerPad))
		o.ring(ring, s, 6)
		put(ring, -Px(8), Px(2), s.Width+Px(16), s.Height-Px(4))
	}
	d.min = func() fyne.Size { return o.row.MinSize().AddWidthHeight(0, Px(2*openerPad)) }
	d.paint()
	return d
}
