package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// bodyMark is the small label on a region: a tick where it is chosen, and the
// number of how much it hurts.
type bodyMark struct {
	back   *canvas.Rectangle
	tick   *Icon
	number *canvas.Text
	on     bool
	hurts  bool
	high   float32
}

func newBodyMark() *bodyMark {
	m := &bodyMark{back: &canvas.Rectangle{}, tick: newTick(), number: &canvas.Text{TextStyle: Bold, Alignment: fyne.TextAlignCenter}}
	m.tick.Color = ColorHeatText
	return m
}

// show says what is on it; unit is one unit of the body in pixels, and room how
// wide the region is. On a small body or region the mark is smaller, but never
// too small to be read; where there is no room for both, the number stands for
// the tick, and the line around the region tells that it is chosen.
func (m *bodyMark) show(pain int, hurts, on bool, unit, room float32) {
	m.on, m.hurts = on, hurts
	m.high = min(max(min(unit*14, room), Px(11)), Px(18))
	m.back.FillColor, m.back.CornerRadius = Color(ColorSurface), m.high/2
	m.number.Text, m.number.Color, m.number.TextSize = "", Color(ColorHeatText), m.high*0.68
	if hurts {
		m.number.Text = strconv.Itoa(pain)
	}
	m.tick.Side = m.high * 0.66 / Scale()
	if on && hurts && m.high*1.2+m.number.MinSize().Width > room {
		m.on = false
	}
}

// centre puts its middle somewhere.
func (m *bodyMark) centre(at fyne.Position) {
	tick, number := float32(0), float32(0)
	if m.on {
		tick = m.high * 0.66
	}
	if m.hurts {
		number = m.number.MinSize().Width
	}
	wide := max(tick+number+m.high*0.34, m.high)
	if m.on && m.hurts {
		wide += m.high * 0.2
	}
	put(m.back, at.X-wide/2, at.Y-m.high/2, wide, m.high)
	left := at.X - (tick+number)/2
	put(m.tick, left, at.Y-tick/2, tick, tick)
	put(m.number, left+tick, at.Y-m.high/2, number, m.high)
}

func (m *bodyMark) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{m.back}
	if m.on {
		out = append(out, m.tick)
	}
	if m.hurts {
		out = append(out, m.number)
	}
	return out
}
