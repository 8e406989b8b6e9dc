package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Switch is something that is on or off. On, its knob stands at the right and
// carries a tick.
type Switch struct {
	control
	Label     string // what it switches, for a screen reader
	On        bool
	OnChanged func(on bool)
}

// NewSwitch makes a switch that is off.
func NewSwitch(label string, changed func(on bool)) *Switch {
	s := &Switch{Label: label, OnChanged: changed}
	s.init(s)
	return s
}

// SetOn moves the switch without telling OnChanged.
func (s *Switch) SetOn(on bool) {
	if s.On != on {
		s.On = on
		s.Refresh()
	}
}

// Tapped moves the switch.
func (s *Switch) Tapped(*fyne.PointEvent) {
	if s.disabled {
		return
	}
	s.SetOn(!s.On)
	if s.OnChanged != nil {
		s.OnChanged(s.On)
	}
}

// TypedKey moves the switch on Enter and Space.
func (s *Switch) TypedKey(k *fyne.KeyEvent) {
	if s.pressed(k) {
		s.Tapped(nil)
	}
}

// AccessibilityLabel is the label and whether it is on.
func (s *Switch) AccessibilityLabel() string {
	if s.On {
		return catalog.L("{{.Label}}, on", catalog.D{"Label": s.Label})
	}
	return catalog.L("{{.Label}}, off", catalog.D{"Label": s.Label})
}

// CreateRenderer draws the switch.
func (s *Switch) CreateRenderer() fyne.WidgetRenderer {
	ring, track, knob := focusRing(), &canvas.Rectangle{}, &canvas.Circle{}
	tick := newTick()
	d := &draw{objects: []fyne.CanvasObject{ring, track, knob, tick}}
	d.paint = func() {
		track.FillColor, track.CornerRadius = Color(ColorSunk), Px(12)
		track.StrokeColor, track.StrokeWidth = Color(ColorInk2), 1
		knob.FillColor = Color(ColorInk2)
		if s.On {
			track.FillColor = Color(ColorPrimary)
			track.StrokeColor = Color(ColorPrimary)
			knob.FillColor = Color(ColorSurface)
		}
		tick.Hidden = !s.On
	}
	d.place = func(size fyne.Size) {
		y := (size.Height - Px(24)) / 2
		put(track, 0, y, Px(42), Px(24))
		side, x := Px(14), Px(5)
		if s.On {
			side, x = Px(18), Px(42-3-18)
		}
		put(knob, x, y+(Px(24)-side)/2, side, side)
		put(tick, x+(side-Px(11))/2, y+(Px(24)-Px(11))/2, Px(11), Px(11))
		s.ring(ring, fyne.NewSize(Px(42), Px(24)), 12)
		ring.Move(fyne.NewPos(-Px(ringGap), y-Px(ringGap)))
	}
	d.min = func() fyne.Size { return fyne.NewSize(Px(42), Px(24)) }
	d.paint()
	return d
}
