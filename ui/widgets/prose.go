package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Run is a piece of a Prose in one look: words, or a reference.
type Run struct {
	Text  string
	Style fyne.TextStyle
	Soft  bool // in the second ink
	Ref   int  // above 0: the number of what is referred to, shown small; Text is empty then
}

// Prose is a text of several looks that wraps, with small numbers that refer
// to something, as to sources at the foot of a page. The numbers can be
// pressed with the mouse; who uses the keyboard finds the same in what they
// refer to.
type Prose struct {
	widget.BaseWidget
	Runs     []Run
	TextSize float32 // in pixels of the design
	Color    fyne.ThemeColorName
	OnRef    func(ref int)

	lines []*canvas.Text
	refs  []placedRef
	hand  bool // the pointer is on a reference
}

// placedRef is where a reference stands.
type placedRef struct {
	ref  int
	at   fyne.Position
	size fyne.Size
}

// NewProse makes a text.
func NewProse(size float32, color fyne.ThemeColorName, onRef func(int), runs ...Run) *Prose {
	p := &Prose{Runs: runs, TextSize: size, Color: color, OnRef: onRef}
	p.ExtendBaseWidget(p)
	return p
}

// AccessibilityLabel is the text with its references in words.
func (p *Prose) AccessibilityLabel() string {
	var b strings.Builder
	for _, r := range p.Runs {
		if r.Ref > 0 {
			b.WriteString(" " + catalog.L("(source {{.Number}})", catalog.D{"Number": r.Ref}))
			continue
		}
		b.WriteString(r.Text)
	}
	return b.String()
}

// AccessibilityRole says that this is text.
func (p *Prose) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Tapped follows a reference.
func (p *Prose) Tapped(e *fyne.PointEvent) {
	if ref := p.refAt(e.Position); ref > 0 && p.OnRef != nil {
		p.OnRef(ref)
	}
}

// MouseIn notes whether the pointer is on a reference.
func (p *Prose) MouseIn(e *desktop.MouseEvent) { p.hand = p.refAt(e.Position) > 0 }

// MouseMoved notes whether the pointer is on a reference.
func (p *Prose) MouseMoved(e *desktop.MouseEvent) { p.hand = p.refAt(e.Position) > 0 }

// MouseOut ends MouseIn.
func (p *Prose) MouseOut() { p.hand = false }

// Cursor is the pointing hand on a reference.
func (p *Prose) Cursor() desktop.Cursor {
	if p.hand {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// refAt is the reference at a place, 0 if there is none. A little beside it
// counts too: the numbers are small.
func (p *Prose) refAt(at fyne.Position) int {
	room := Px(3)
	for _, r := range p.refs {
		if at.X >= r.at.X-room && at.X <= r.at.X+r.size.Width+room && at.Y >= r.at.Y-room && at.Y <= r.at.Y+r.size.Height+room {
			return r.ref
		}
	}
	return 0
}

func (p *Prose) lineHeight() float32 {
	return max(fyne.MeasureText("Mg", Px(p.TextSize), Regular).Height, Px(p.TextSize)*1.42)
}

// HeightFor is the height of the lines at a width.
func (p *Prose) HeightFor(width float32) float32 {
	return p.lineHeight() * float32(max(len(p.broken(width)), 1))
}

// CreateRenderer draws the lines.
func (p *Prose) CreateRenderer() fyne.WidgetRenderer {
	d := &draw{}
	d.min = func() fyne.Size {
		var w float32
		for _, u := range p.units() {
			w = max(w, u.width)
		}
		// Narrow enough for any column; HeightFor tells the rest.
		return fyne.NewSize(min(w, Px(p.TextSize)*6), p.lineHeight())
	}
	d.place = func(size fyne.Size) {
		d.objects = d.objects[:0]
		for _, o := range p.write(size.Width) {
			d.objects = append(d.objects, o)
		}
		for _, o := range d.objects {
			o.Refresh()
		}
	}
	return d
}
