package player

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/ui/widgets"
)

// The measures of the design, in its pixels.
const (
	marginX    = 30
	marginTop  = 22
	cardTop    = 38 // of the figure's card
	foot       = 56 // below it
	columnGap  = 26
	stackBelow = 540 // narrower than this, the text stands below the figure
	designWide = 924 // of the mock-up's player
	designHigh = 740
	smallest   = 0.8 // of the type, and the figure
	largest    = 3.2
)

// arrange places everything in a size.
func (s *stage) arrange(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	px := widgets.Px
	stacked := size.Width < px(stackBelow)
	margin := s.margin(size.Width)
	inner := size.Width - 2*margin
	s.paint()
	put(s.progress, margin, px(marginTop)-px(2), inner, px(10))

	footHigh := s.footHigh(inner)
	if stacked {
		s.stack(margin, inner, size.Height, true)
		s.redraw()
		return
	}
	high := size.Height - px(cardTop) - footHigh - px(30)
	// The type grows with the window, as far as it fits.
	most := min(size.Width/px(designWide), size.Height/px(designHigh))
	share := float32(0.37)
	if s.p.full {
		most, share = most*1.45, 0.46
	}
	most = min(max(most, smallest), largest)
	wide := max(inner*share, px(250))
	for k := most; ; k -= 0.04 {
		s.setZoom(k)
		if k <= smallest || s.column(0, 0, wide, false) <= high {
			break
		}
	}
	cardWide := inner - wide - px(columnGap)
	s.cardAt(margin, px(cardTop), cardWide, high)
	x := margin + cardWide + px(columnGap)
	tall := s.column(x, 0, wide, false)
	s.column(x, px(cardTop)+max((high-tall)/2, 0), wide, true)
	s.footAt(margin, px(cardTop)+high+px(14), inner)
	s.redraw()
}

// least is the height at which nothing is cut, at a width.
func (s *stage) least(width float32) float32 {
	px := widgets.Px
	inner := width - 2*s.margin(width)
	was := s.zoom
	defer s.setZoom(was)
	if width < px(stackBelow) {
		return s.stack(0, inner, 0, false)
	}
	s.setZoom(smallest)
	share := float32(0.37)
	if s.p.full {
		share = 0.46
	}
	return px(cardTop) + max(s.column(0, 0, max(inner*share, px(250)), false), px(260)) + s.footHigh(inner) + px(30)
}

func (s *stage) margin(width float32) float32 {
	if width < widgets.Px(620) {
		return widgets.Px(18)
	}
	return widgets.Px(marginX)
}

// stack lays everything out below each other, with the countdown beside the
// figure, and gives the height. It only measures unless told to place.
func (s *stage) stack(x, inner, high float32, place bool) float32 {
	px := widgets.Px
	s.setZoom(smallest)
	ring := px(s.ring.Diameter)
	figure := min(inner-ring-px(16), px(210))
	y := px(cardTop)
	if place {
		put(s.card, x, y, inner-ring-px(16), figure)
		s.figureIn(x, y, inner-ring-px(16), figure)
		put(s.ring, x+inner-ring, y+(figure-ring)/2, ring, ring)
	}
	y += figure + px(14)
	y += s.words(x, y, inner, place, func(x, y, w float32, place bool) float32 {
		h := s.line(x, y, w, place, s.pills[0], s.pills[1], s.pills[2])
		if h > 0 {
			h += px(12)
		}
		return h
	}) + px(16)
	y += s.line(x, y, inner, place, s.chips.objects()...) + px(10)
	y += s.line(x, y, inner, place, s.region, s.position) + px(16)
	foot := s.footHigh(inner)
	if place {
		s.footAt(x, max(y, high-foot-px(16)), inner)
	}
	return y + foot + px(16)
}

// line lays objects out like words, and gives the height.
func (s *stage) line(x, y, w float32, place bool, objects ...fyne.CanvasObject) float32 {
	wrap := widgets.Wrap{Gap: 8, RowGap: 8}
	h := wrap.HeightFor(objects, w)
	if place {
		wrap.Layout(objects, fyne.NewSize(w, h))
		for _, o := range objects {
			o.Move(o.Position().AddXY(x, y))
		}
	}
	return h
}

// setZoom sizes the type, to be measured: nothing is drawn anew by it.
func (s *stage) setZoom(k float32) {
	k = max(k, smallest)
	if k == s.zoom {
		return
	}
	s.zoom = k
	s.where.TextSize, s.name.TextSize = max(12.5, 13*k), max(21, 30*k)
	s.say.TextSize, s.note.TextSize, s.care.TextSize = max(14.5, 17*k), max(13, 14*k), max(12.5, 13*k)
	s.next.TextSize, s.keys.TextSize = max(12.5, 13*min(k, 1.6)), max(12, 12.5*min(k, 1.6))
	s.ring.Diameter, s.ring.Width, s.ring.TextSize, s.ring.Small = 148*k, 12*k, 44*k, 13*k
	buttons := min(max(k, 1), 1.7)
	for _, b := range []*widgets.Button{s.back, s.pause, s.skip, s.easier, s.harder, s.quit} {
		b.Zoom = buttons
	}
	s.chips.setZoom(min(buttons, 1.4))
	for _, p := range append([]*widgets.Pill{s.region, s.position}, s.pills[:]...) {
		p.SetZoom(min(max(k, 1), 2))
	}
}

// redraw draws the type anew where it has another size than before.
func (s *stage) redraw() {
	if s.drawn == s.zoom {
		return
	}
	s.drawn = s.zoom
	for _, o := range s.objects() {
		o.Refresh()
	}
}

func (s *stage) paint() {
	s.card.FillColor, s.card.StrokeColor, s.card.StrokeWidth = widgets.Color(widgets.ColorSurface), widgets.Color(widgets.ColorLine), 1
	s.card.CornerRadius = widgets.Px(14)
}

// cardAt places the figure, and what stands on its card.
func (s *stage) cardAt(x, y, w, h float32) {
	px := widgets.Px
	put(s.card, x, y, w, h)
	const in = 18
	r, p := s.region.MinSize(), s.position.MinSize()
	top := y + px(in)
	put(s.region, x+px(in), top, min(r.Width, w-px(2*in)), r.Height)
	px2 := x + w - px(in) - p.Width
	put(s.position, px2, top, p.Width, p.Height)
	head := px(in) + r.Height
	if px2 < x+px(in)+r.Width+px(8) { // no room beside it
		put(s.position, x+px(in), top+r.Height+px(6), p.Width, p.Height)
		head += p.Height + px(6)
	}
	// The chips stand at the card's foot.
	chips := s.line(0, 0, w-px(2*in), false, s.chips.objects()...)
	if chips > 0 {
		s.line(x+px(in), y+h-px(in)-chips, w-px(2*in), true, s.chips.objects()...)
		chips += px(in)
	}
	s.figureIn(x, y+head, w, h-head-chips)
}

// figureIn places the figure, or the photo, in the middle of some room.
func (s *stage) figureIn(x, y, w, h float32) {
	px := widgets.Px
	o := s.figure.object()
	if o != s.figure.view {
		put(o, x+px(18), y+px(8), w-px(36), h-px(16))
		return
	}
	side := max(min(w-px(16), h-px(8)), px(40))
	put(o, x+(w-side)/2, y+(h-side)/2, side, side)
}

// column lays out what is read, with the countdown, and gives its height. It
// only measures unless told to place.
func (s *stage) column(x, y, w float32, place bool) float32 {
	return s.words(x, y, w, place, s.countdownAt)
}

// countdownAt lays out the ring and what stands beside it.
func (s *stage) countdownAt(x, y, w float32, place bool) float32 {
	px := widgets.Px
	ring := px(s.ring.Diameter)
	pw := w - ring - px(20)
	var ph float32
	for _, p := range s.pills {
		if p.Visible() {
			ph += p.MinSize().Height + px(8)
		}
	}
	ph = max(ph-px(8), 0)
	if place {
		put(s.ring, x, y, ring, ring)
		py := y + (ring-ph)/2
		for _, p := range s.pills {
			if p.Visible() {
				m := p.MinSize()
				put(p, x+ring+px(20), py, min(m.Width, pw), m.Height)
				py += m.Height + px(8)
			}
		}
	}
	return max(ring, ph) + px(16*min(s.zoom, 1.5))
}

// words lays out the texts and buttons, with something below the name.
func (s *stage) words(x, y, w float32, place bool, below func(x, y, w float32, place bool) float32) float32 {
	px := widgets.Px
	k := s.zoom
	top := y
	at := func(o fyne.CanvasObject, gap float32) {
		h := widgets.HeightFor(o, w)
		if place {
			put(o, x, y, w, h)
		}
		y += h + px(gap*min(k, 1.5))
	}
	text := func(t *widgets.Text, gap float32) {
		if t.Content == "" {
			if place {
				put(t, x, y, w, 0)
			}
			return
		}
		at(t, gap)
	}
	text(s.where, 2)
	text(s.name, 14)

	y += below(x, y, w, place)

	// The longest instruction has room, so that nothing jumps while one is read.
	room := y + s.tallest(w)
	text(s.say, 0)
	y = max(y, room) + px(10*min(k, 1.5))
	text(s.note, 10)
	text(s.care, 14)
	y += s.buttons(x, y, w, place)
	return y - top
}

// tallest is the height of the longest instruction of the exercise.
func (s *stage) tallest(w float32) float32 {
	was := s.say.Content
	defer func() { s.say.Content = was }()
	var h float32
	for _, step := range s.steps {
		s.say.Content = step
		h = max(h, s.say.HeightFor(w))
	}
	return h
}

// buttons lays out the buttons in lines.
func (s *stage) buttons(x, y, w float32, place bool) float32 {
	px := widgets.Px
	gap := px(10)
	top := y
	line := func(list ...*widgets.Button) {
		lx, high := x, float32(0)
		if list[0].Kind == widgets.Plain { // its words stand under those above
			lx -= px(list[0].Inset() * max(list[0].Zoom, 1))
		}
		for _, b := range list {
			if !b.Visible() {
				continue
			}
			m := b.MinSize()
			if b == s.pause {
				m.Width = max(m.Width, px(102)*max(b.Zoom, 1))
			}
			if high > 0 && lx+m.Width > x+w+0.5 {
				lx, y = x, y+high+px(8)
			}
			if place {
				put(b, lx, y, min(m.Width, w), m.Height)
			}
			lx += m.Width + gap
			high = m.Height
		}
		if high > 0 {
			y += high + px(8)
		}
	}
	line(s.back, s.pause, s.skip)
	line(s.easier, s.harder, s.quit)
	return y - px(8) - top
}

// footHigh is the height of the last lines.
func (s *stage) footHigh(inner float32) float32 {
	a, b := widgets.HeightFor(s.next, inner), widgets.HeightFor(s.keys, inner)
	if s.next.MinSize().Width == 0 || s.beside(inner) {
		return max(widgets.HeightFor(s.next, inner/2), widgets.HeightFor(s.keys, inner/2))
	}
	return a + b + widgets.Px(2)
}

// beside tells whether both last lines fit in one.
func (s *stage) beside(inner float32) bool {
	width := func(t *widgets.Text) float32 {
		return fyne.MeasureText(t.Content, widgets.Px(t.TextSize), t.Style).Width
	}
	return width(s.next)+width(s.keys)+widgets.Px(24) <= inner
}

func (s *stage) footAt(x, y, inner float32) {
	if s.beside(inner) {
		w := fyne.MeasureText(s.next.Content, widgets.Px(s.next.TextSize), s.next.Style).Width + widgets.Px(4)
		put(s.next, x, y, w, widgets.HeightFor(s.next, w))
		s.keys.Align = fyne.TextAlignTrailing
		put(s.keys, x+w, y, inner-w, widgets.HeightFor(s.keys, inner-w))
		return
	}
	h := widgets.HeightFor(s.next, inner)
	put(s.next, x, y, inner, h)
	s.keys.Align = fyne.TextAlignLeading
	put(s.keys, x, y+h+widgets.Px(2), inner, widgets.HeightFor(s.keys, inner))
}

// put moves and sizes an object in one go.
func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
}
