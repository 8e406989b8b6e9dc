package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// IconOut is an arrow that leads out of the window.
var IconOut = Glyph{Path: "M6.5 13.5L14 6M8 6h6v6"}

// Link is a text one can follow. It may be long: it is broken into lines, each
// of them underlined, so that it shows by more than its colour. Enter and Space
// follow it.
type Link struct {
	control
	Label    string
	Hint     string // what a screen reader says instead of the label
	Out      bool   // it leads out of the window: an arrow says so
	Short    bool   // a few words, to stand in a line with others
	OnTapped func()
	words    *Text
}

// linkText is the size of a link's letters.
const linkText = 13

// NewLink makes a link to something inside the window.
func NewLink(label string, tapped func()) *Link {
	l := &Link{Label: label, OnTapped: tapped, words: NewParagraph(label, linkText, Medium, ColorPrimaryText)}
	l.init(l)
	return l
}

// NewLinkOut makes a link that leads out of the window.
func NewLinkOut(label string, tapped func()) *Link {
	l := NewLink(label, tapped)
	l.Out = true
	return l
}

// Tapped follows the link.
func (l *Link) Tapped(*fyne.PointEvent) {
	if !l.disabled && l.OnTapped != nil {
		l.OnTapped()
	}
}

// TypedKey follows the link on Enter and Space.
func (l *Link) TypedKey(k *fyne.KeyEvent) {
	if l.pressed(k) {
		l.Tapped(nil)
	}
}

// AccessibilityLabel is the label, or the hint if there is one.
func (l *Link) AccessibilityLabel() string {
	if l.Hint != "" {
		return l.Hint
	}
	return l.Label
}

// AccessibilityRole says that it leads somewhere.
func (l *Link) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// arrow is the room the arrow takes after the last line.
func (l *Link) arrow() float32 {
	if l.Out {
		return Px(linkText + 3)
	}
	return 0
}

// HeightFor is the height of the lines at a width.
func (l *Link) HeightFor(width float32) float32 { return l.words.HeightFor(width - l.arrow()) }

// CreateRenderer draws the lines, what is under them, and the arrow.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	ring, out := focusRing(), NewIcon(IconOut, linkText, ColorPrimaryText)
	out.Hidden = !l.Out
	var under []*canvas.Rectangle
	d := &draw{}
	d.min = func() fyne.Size {
		s := l.words.MinSize()
		if l.Short {
			s.Width = l.words.measure(l.Label)
		}
		return s.AddWidthHeight(l.arrow(), 0)
	}
	d.place = func(size fyne.Size) {
		wide, high := size.Width-l.arrow(), l.words.lineHeight()
		put(l.words, 0, 0, wide, size.Height)
		thick := max(Px(0.75), 0.75)
		if l.hovered {
			thick *= 2
		}
		d.objects = append(d.objects[:0], ring, l.words, out)
		var reach float32
		for i, s := range l.words.broken(wide) {
			if i == len(under) {
				under = append(under, &canvas.Rectangle{})
			}
			w, y := l.words.measure(s), float32(i)*high
			under[i].FillColor = Color(ColorPrimaryText)
			put(under[i], 0, y+high/2+Px(linkText)*0.55, w, thick)
			put(out, w+Px(2), y+(high-Px(linkText))/2, Px(linkText), Px(linkText))
			d.objects = append(d.objects, under[i])
			reach = max(reach, w)
		}
		l.ring(ring, fyne.NewSize(min(reach+l.arrow(), size.Width), size.Height), 3)
	}
	return d
}
