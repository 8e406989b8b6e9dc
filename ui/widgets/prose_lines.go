package widgets

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// refSize is the size of a reference's number as a part of the text's.
const refSize = 0.76

// piece is a word or a reference's number.
type piece struct {
	text  string
	run   Run
	width float32
}

// unit is what no line breaks: a word with the references behind it, and what
// follows those without a blank.
type unit struct {
	pieces []piece
	width  float32
}

func (p *Prose) measure(text string, r Run) float32 {
	return fyne.MeasureText(text, p.sizeOf(r), p.styleOf(r)).Width
}

func (p *Prose) sizeOf(r Run) float32 {
	if r.Ref > 0 {
		return Px(p.TextSize * refSize)
	}
	return Px(p.TextSize)
}

func (p *Prose) styleOf(r Run) fyne.TextStyle {
	if r.Ref > 0 {
		return SemiBold
	}
	return r.Style
}

// units takes the runs apart.
func (p *Prose) units() []unit {
	var out []unit
	add := func(text string, r Run) {
		w := piece{text, r, p.measure(text, r)}
		out = append(out, unit{pieces: []piece{w}, width: w.width})
	}
	blank := true // a blank stands before what comes next
	for _, r := range p.Runs {
		if r.Ref > 0 {
			text := strconv.Itoa(r.Ref)
			if len(out) == 0 {
				add(text, r)
				continue
			}
			last := &out[len(out)-1]
			if last.pieces[len(last.pieces)-1].run.Ref > 0 {
				text = "," + text
			}
			w := piece{text, r, p.measure(text, r)}
			last.pieces = append(last.pieces, w)
			last.width += w.width + Px(1)
			blank = false
			continue
		}
		for i, word := range strings.FieldsFunc(r.Text, breaks) {
			if i > 0 || blank || strings.HasPrefix(r.Text, " ") || len(out) == 0 {
				add(word, r)
				continue
			}
			// No blank stands between this and what was before: a comma behind a
			// reference, say.
			last := &out[len(out)-1]
			w := piece{word, r, p.measure(word, r)}
			last.pieces = append(last.pieces, w)
			last.width += w.width
		}
		blank = strings.HasSuffix(r.Text, " ") || r.Text == "" && blank
	}
	return out
}

// broken puts the units into lines no wider than width. A word too wide for a
// line of its own is cut.
func (p *Prose) broken(width float32) [][]unit {
	var lines [][]unit
	var line []unit
	space := fyne.MeasureText(" ", Px(p.TextSize), Regular).Width
	at := float32(0)
	flush := func() {
		if len(line) > 0 {
			lines = append(lines, line)
		}
		line, at = nil, 0
	}
	for _, u := range p.units() {
		gap := space
		if len(line) == 0 {
			gap = 0
		}
		if len(line) > 0 && at+gap+u.width > width+0.5 {
			flush()
			gap = 0
		}
		for u.width > width && len(u.pieces) > 0 && len([]rune(u.pieces[0].text)) > 1 && width > 0 {
			head, rest := p.cut(u, width)
			line = []unit{head}
			flush()
			u = rest
		}
		line = append(line, u)
		at += gap + u.width
	}
	flush()
	return lines
}

// cut takes as much of a unit's first word as fits.
func (p *Prose) cut(u unit, width float32) (head, rest unit) {
	first := u.pieces[0]
	letters := []rune(first.text)
	n := 1
	for n < len(letters)-1 && p.measure(string(letters[:n+1]), first.run) <= width {
		n++
	}
	word := func(text string) piece { return piece{text, first.run, p.measure(text, first.run)} }
	a, b := word(string(letters[:n])), word(string(letters[n:]))
	head = unit{pieces: []piece{a}, width: a.width}
	rest = unit{pieces: append([]piece{b}, u.pieces[1:]...)}
	for _, w := range rest.pieces {
		rest.width += w.width
	}
	return head, rest
}

// write places the texts of all lines, and notes where references stand.
// Words of one look that follow each other are one text.
func (p *Prose) write(width float32) []*canvas.Text {
	p.refs = p.refs[:0]
	space := fyne.MeasureText(" ", Px(p.TextSize), Regular).Width
	h := p.lineHeight()
	used := 0
	place := func(text string, r Run, x, y float32) float32 {
		if used == len(p.lines) {
			p.lines = append(p.lines, &canvas.Text{})
		}
		t := p.lines[used]
		used++
		t.Text, t.TextSize, t.TextStyle, t.Color = text, p.sizeOf(r), p.styleOf(r), Color(p.colorOf(r))
		size := t.MinSize()
		if r.Ref > 0 {
			// Raised, as a footnote's number is.
			y -= Px(p.TextSize) * 0.24
			p.refs = append(p.refs, placedRef{r.Ref, fyne.NewPos(x, y), fyne.NewSize(size.Width, h)})
		}
		put(t, x, y, size.Width, h)
		return x + size.Width
	}
	for i, line := range p.broken(width) {
		x, y := float32(0), h*float32(i)
		var open string
		var look Run
		end := func() {
			if open != "" {
				x = place(open, look, x, y)
			}
			open = ""
		}
		for k, u := range line {
			for j, w := range u.pieces {
				same := open != "" && w.run.Ref == 0 && w.run.Style == look.Style && w.run.Soft == look.Soft
				apart := j == 0 && k > 0
				switch {
				case same && apart:
					open += " " + w.text
				case same:
					open += w.text
				default:
					end()
					if apart {
						x += space
					}
					if j > 0 && w.run.Ref > 0 {
						x += Px(1)
					}
					open, look = w.text, w.run
					if w.run.Ref > 0 {
						end()
					}
				}
			}
		}
		end()
	}
	p.lines = p.lines[:used]
	return p.lines
}

func (p *Prose) colorOf(r Run) fyne.ThemeColorName {
	switch {
	case r.Ref > 0:
		return ColorPrimaryText
	case r.Soft:
		return ColorInk2
	}
	return p.Color
}
