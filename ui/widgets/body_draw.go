package widgets

import (
	"image"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/unhunch/unhunch/assets/catalog"
)

const (
	bodyHighest = 340 // of the figures, in pixels of the design as all these
	bodyCaption = 22
	bodySaid    = 13 * 1.42 * 2 // two lines
	bodySaidGap = 6
	bodySlack   = 10 // how far beside a region a tap still means it
)

// figures is the box of the two figures in a widget of a width.
func (m *BodyMap) figures(width float32) (pos fyne.Position, size fyne.Size) {
	highest := m.Highest
	if highest == 0 {
		highest = bodyHighest
	}
	unit := min(width/bodyWide, Px(highest)/bodyTall)
	size = fyne.NewSize(unit*bodyWide, unit*bodyTall)
	return fyne.NewPos((width-size.Width)/2, Px(bodyCaption)), size
}

// HeightFor is the height of the figures at a width, of what they are called
// above them, and of what is chosen below.
func (m *BodyMap) HeightFor(width float32) float32 {
	_, s := m.figures(width)
	return s.Height + Px(bodyCaption+bodySaidGap+bodySaid)
}

// patchUnder is the patch at a place of the widget, or -1.
func (m *BodyMap) patchUnder(at fyne.Position) int {
	pos, size := m.figures(m.Size().Width)
	if size.Width <= 0 {
		return -1
	}
	unit := float64(size.Width) / bodyWide
	p := point{float64(at.X-pos.X) / unit, float64(at.Y-pos.Y) / unit}
	if p.y > bodyTall || m.disabled {
		return -1
	}
	return patchAt(m.patches, p, float64(Px(bodySlack))/unit)
}

// words is what stands below the figures: the region pointed at or reached by
// the keys, else what is chosen, and how much of it where the names are many.
func (m *BodyMap) words(width float32) string {
	if i := m.current(); i >= 0 {
		return sentenceCase(m.choice.state(m.region(i)))
	}
	names := m.choice.names()
	if len(names) == 0 {
		return catalog.L("Nothing chosen")
	}
	whole := NewParagraph(catalog.L("Chosen: {{.Names}}", catalog.D{"Names": strings.Join(names, ", ")}), m.said.TextSize, m.said.Style, ColorInk)
	if len(whole.broken(width)) > 2 {
		return catalog.N("{{.Count}} area chosen", "{{.Count}} areas chosen", len(names))
	}
	return whole.Content
}

// sentenceCase begins a text with a capital letter.
func sentenceCase(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// draw is asked for the picture of the two figures.
func (m *BodyMap) draw(w, h int) image.Image {
	_, size := m.figures(m.Size().Width)
	if size.Width <= 0 || w <= 0 || h <= 0 {
		return image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	}
	px := float64(Px(1) * float32(w) / size.Width)
	if p := m.picture; p == nil || p.size != image.Pt(w, h) || p.px != px {
		m.picture = newBodyPicture(w, h, px, m.patches)
	}
	same := func(a int) func(int) bool {
		return func(i int) bool { return a >= 0 && m.patches[i].region == m.patches[a].region }
	}
	at := -1
	if m.focused && len(m.patches) > 0 {
		at = m.at
	}
	return m.picture.paint(m.colors(), func(i int) bool { return m.choice.chosen[m.region(i).ID] }, same(m.under), same(at))
}

func (m *BodyMap) colors() bodyColors {
	plain := func(c color.Color) color.NRGBA { return color.NRGBAModel.Convert(c).(color.NRGBA) }
	skin := mixed(Color(ColorSunk), Color(ColorInk2), 0.06)
	return bodyColors{
		skin:   skin,
		edge:   mixed(Color(ColorLine), Color(ColorInk2), 0.3),
		face:   mixed(skin, Color(ColorInk2), 0.3),
		seam:   plain(Color(ColorSurface)),
		border: plain(Color(ColorHeat)),
		over:   plain(Color(ColorHover)),
		ring:   plain(Color(ColorFocus)),
		shade: func(i int) (color.NRGBA, bool) {
			id := m.region(i).ID
			n, hurts := m.choice.pain[id]
			switch {
			case hurts:
				return mixed(Color(ColorHeatSoft), Color(ColorHeat), float64(n)/10), true
			case m.choice.chosen[id]:
				return mixed(Color(ColorHeatSoft), Color(ColorHeat), 0.5), true
			}
			return color.NRGBA{}, false
		},
	}
}

// CreateRenderer draws the figures and the marks on them.
func (m *BodyMap) CreateRenderer() fyne.WidgetRenderer {
	raster := canvas.NewRaster(m.draw)
	var marks []*bodyMark
	var names [bodySides]*canvas.Text
	for s, name := range []string{catalog.L("Front view"), catalog.L("Back view")} {
		names[s] = &canvas.Text{Text: name, TextStyle: Medium, Alignment: fyne.TextAlignCenter}
	}
	d := &draw{}
	d.place = func(size fyne.Size) {
		pos, box := m.figures(size.Width)
		put(raster, pos.X, pos.Y, box.Width, box.Height)
		half := box.Width * (2 * bodyHalf) / bodyWide
		for s, name := range names {
			name.Color = Color(ColorInk2)
			shrink(name, Px(12), half)
			put(name, pos.X+float32(s)*(box.Width-half), 0, half, Px(bodyCaption-4))
		}
		m.said.SetText(m.words(size.Width))
		put(m.said, 0, pos.Y+box.Height+Px(bodySaidGap), size.Width, Px(bodySaid))
		d.objects = append(d.objects[:0], raster, names[bodyFront], names[bodyBack], m.said)
		n := 0
		unit := box.Width / bodyWide
		for i, p := range m.patches {
			r := m.region(i)
			pain, hurts := m.choice.pain[r.ID]
			on := m.choice.chosen[r.ID]
			if !hurts && !on {
				continue
			}
			for _, c := range p.marks {
				if n == len(marks) {
					marks = append(marks, newBodyMark())
				}
				marks[n].show(pain, hurts, on, unit, float32(c.wide)*unit)
				marks[n].centre(pos.AddXY(float32(c.x)*unit, float32(c.y)*unit))
				d.objects = append(d.objects, marks[n].objects()...)
				n++
			}
		}
	}
	d.min = func() fyne.Size { return fyne.NewSize(Px(150), m.HeightFor(Px(150))) }
	return d
}
