package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"github.com/unhunch/unhunch/ui/widgets"
)

// toastFor is how long a toast stays.
const toastFor = 10 * time.Second

// toast is a line at the foot of the window that says what was just done, and
// offers to take it back.
type toast struct {
	widget.BaseWidget
	text   *widgets.Text
	button *widgets.Button
	card   *widgets.Card
	stop   func()
	at     fyne.Position // of the area it stands in
	area   fyne.Size
}

func newToast() *toast {
	t := &toast{
		text:   widgets.NewParagraph("", 14, widgets.Medium, widgets.ColorInk),
		button: widgets.NewButton("", widgets.Plain, nil),
	}
	t.card = widgets.NewCard(widgets.NewPad(0, 0, 0, 8, widgets.NewBar(12, t.text, t.button)))
	t.card.Padding, t.card.Floats = 10, true
	t.ExtendBaseWidget(t)
	t.Hide()
	return t
}

// show says something; without an action there is no button.
func (t *toast) show(text, action string, do func()) {
	if t.stop != nil {
		t.stop()
	}
	t.text.SetText(text)
	t.button.SetLabel(action)
	t.button.OnTapped = do
	if do == nil {
		t.button.Hide()
	} else {
		t.button.Show()
	}
	t.Show()
	t.place(t.at, t.area)
	t.Refresh()
	t.stop = later(toastFor, t.hide)
}

func (t *toast) hide() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	t.Hide()
}

// place puts the toast at the foot of an area, as wide as its text asks for.
func (t *toast) place(at fyne.Position, area fyne.Size) {
	px := widgets.Px
	t.at, t.area = at, area
	wide := min(px(520), area.Width-px(40))
	h := t.card.HeightFor(wide)
	t.Move(at.AddXY((area.Width-wide)/2, area.Height-h-px(20)))
	t.Resize(fyne.NewSize(wide, h))
}

// CreateRenderer shows the card.
func (t *toast) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.card) }
