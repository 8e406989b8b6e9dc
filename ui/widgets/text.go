package widgets

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Text is a text of one size, weight and colour that follows the theme. It
// is one line, shortened with an ellipsis where there is no room, or, with
// Wrap, as many as its width asks for.
type Text struct {
	widget.BaseWidget
	Content  string
	TextSize float32 // in pixels of the design
	Style    fyne.TextStyle
	Color    fyne.ThemeColorName
	Align    fyne.TextAlign
	Wrap     bool
	Whole    bool    // with Wrap: where a row asks for its own width, that is the whole line's
	Leading  float32 // height of a line as a multiple of TextSize; 0 means the font's own

	lines []*canvas.Text
}

// NewText makes a one-line text.
func NewText(content string, size float32, style fyne.TextStyle, color fyne.ThemeColorName) *Text {
	t := &Text{Content: content, TextSize: size, Style: style, Color: color}
	t.ExtendBaseWidget(t)
	return t
}

// NewParagraph makes a text that wraps.
func NewParagraph(content string, size float32, style fyne.TextStyle, color fyne.ThemeColorName) *Text {
	t := NewText(content, size, style, color)
	t.Wrap, t.Leading = true, 1.42
	return t
}

// NewHeading makes a text that is one line where there is room, and wraps where
// there is not.
func NewHeading(content string, size float32, style fyne.TextStyle, color fyne.ThemeColorName) *Text {
	t := NewText(content, size, style, color)
	t.Wrap, t.Whole = true, true
	return t
}

// SetText changes what it says.
func (t *Text) SetText(s string) {
	if s != t.Content {
		t.Content = s
		t.Refresh()
	}
}

// AccessibilityLabel is the text.
func (t *Text) AccessibilityLabel() string { return t.Content }

// AccessibilityRole says that this is text.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (t *Text) lineHeight() float32 {
	own := fyne.MeasureText("Mg", Px(t.TextSize), t.Style).Height
	if t.Leading > 0 {
		return max(own, Px(t.TextSize)*t.Leading)
	}
	return own
}

func (t *Text) measure(s string) float32 {
	return fyne.MeasureText(s, Px(t.TextSize), t.Style).Width
}

// broken breaks the content into lines no wider than width: at spaces, inside
// a word only where the word alone is too wide.
func (t *Text) broken(width float32) []string {
	var out []string
	for para := range strings.SplitSeq(t.Content, "\n") {
		line := ""
		for word := range strings.FieldsFuncSeq(para, breaks) {
			try := word
			if line != "" {
				try = line + " " + word
			}
			if t.measure(try) <= width+0.5 {
				line = try
				continue
			}
			if line != "" {
				out = append(out, line)
			}
			for t.measure(word) > width && utf8.RuneCountInString(word) > 1 {
				head := t.fitting(word, width)
				out = append(out, head)
				word = word[len(head):]
			}
			line = word
		}
		out = append(out, line)
	}
	return out
}

// breaks tells whether a line may be broken at a rune: at a blank that does not
// hold together what stands beside it.
func breaks(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

// fitting is the longest beginning of s that fits, at least one rune.
func (t *Text) fitting(s string, width float32) string {
	end := 0
	for i, r := range s {
		next := i + utf8.RuneLen(r)
		if end > 0 && t.measure(s[:next]) > width {
			break
		}
		end = next
	}
	return s[:end]
}

// shrink writes a label that cannot wrap smaller than usual where it has less
// room than it needs, down to two thirds.
func shrink(label *canvas.Text, usual, room float32) {
	label.TextSize = usual
	for label.TextSize > usual*2/3 && label.MinSize().Width > room {
		label.TextSize -= usual / 40
	}
}

// shown are the lines at a width.
func (t *Text) shown(width float32) []string {
	if t.Wrap {
		return t.broken(width)
	}
	if t.measure(t.Content) <= width+0.5 {
		return []string{t.Content}
	}
	head := t.fitting(t.Content, width-t.measure("…"))
	return []string{strings.TrimRight(head, " ") + "…"}
}

// HeightFor is the height of the lines at a width.
func (t *Text) HeightFor(width float32) float32 {
	if !t.Wrap {
		return t.lineHeight()
	}
	return t.lineHeight() * float32(len(t.broken(width)))
}

// CreateRenderer draws the lines.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	d := &draw{}
	d.min = func() fyne.Size {
		if t.Wrap && !t.Whole {
			// Narrow enough for any column; HeightFor tells the rest.
			return fyne.NewSize(min(t.measure(t.Content), Px(t.TextSize)*6), t.lineHeight())
		}
		return fyne.NewSize(t.measure(t.Content), t.lineHeight())
	}
	d.place = func(size fyne.Size) {
		shown := t.shown(size.Width)
		for len(t.lines) < len(shown) {
			t.lines = append(t.lines, canvas.NewText("", Color(t.Color)))
		}
		t.lines = t.lines[:len(shown)]
		d.objects = d.objects[:0]
		h := t.lineHeight()
		y := float32(0)
		if !t.Wrap {
			h = max(h, size.Height)
		}
		for i, s := range shown {
			l := t.lines[i]
			l.Text, l.TextSize, l.TextStyle = s, Px(t.TextSize), t.Style
			l.Color, l.Alignment = Color(t.Color), t.Align
			put(l, 0, y, size.Width, h)
			d.objects = append(d.objects, l)
			y += h
		}
		for _, l := range t.lines {
			l.Refresh()
		}
	}
	return d
}
