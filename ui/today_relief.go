package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/ui/widgets"
)

// todayRelief tells on Today of heat and cold on the skin, and leads to them.
type todayRelief struct {
	w     *Window
	box   *fyne.Container
	key   string
	lines []*widgets.Text
}

func newTodayRelief(w *Window) *todayRelief {
	r := &todayRelief{w: w, box: widgets.NewColumn(10)}
	r.box.Hide()
	return r
}

// changed counts down; it returns what the height of the card depends on.
func (r *todayRelief) changed() string {
	var list []control.Session
	if r.w.live() {
		list = r.w.status.Sessions
	}
	key := ""
	for _, x := range list {
		key += x.ID + x.State + x.Ask + ";"
	}
	if key != r.key {
		r.key, r.lines = key, nil
		r.box.RemoveAll()
		for _, x := range list {
			r.box.Add(r.card(x))
		}
		setVisible(r.box, len(list) > 0)
	}
	for i, x := range list {
		r.lines[i].SetText(r.line(x))
	}
	return key
}

// card is one session. One that asks for a look stands out.
func (r *todayRelief) card(x control.Session) fyne.CanvasObject {
	tone, fill := widgets.Heat, widgets.ColorHeatSoft
	if x.Kind == string(content.Cold) {
		tone, fill = widgets.Cold, widgets.ColorColdSoft
	}
	name := catalog.L("{{.Kind}} · {{.Region}}", catalog.D{"Kind": relief.Kind(content.Modality(x.Kind)), "Region": catalog.Region(x.Region)})
	line := widgets.NewParagraph("", 13.5, widgets.Regular, widgets.ColorInk)
	r.lines = append(r.lines, line)
	open := widgets.NewButton(catalog.L("Open"), widgets.Raised, func() { r.w.Open(Relief) })
	if x.Ask != "" {
		open.SetLabel(catalog.L("Look at the skin"))
	}
	open.Small, open.Hint = true, catalog.L("{{.Label}}: {{.Name}}", catalog.D{"Label": open.Label, "Name": name})
	card := widgets.NewTintedCard(fill, widgets.NewRow(widgets.Row{Gap: 12, Center: true, Below: 420, Tracks: []widgets.Track{{Grow: 1}}},
		toned(tone, widgets.NewColumn(1, widgets.NewParagraph(name, 14.5, widgets.SemiBold, widgets.ColorInk), line)), open))
	card.Padding = 14
	return card
}

// line is how much is left, or what is to be done.
func (r *todayRelief) line(x control.Session) string {
	left := x.Left.Duration() - max(0, r.w.now().Sub(r.w.status.Now))
	switch {
	case x.State == control.SessionOver, left <= 0 && x.State == control.SessionRunning:
		return catalog.L("Take it off now. How is the skin?")
	case x.State == control.SessionPaused:
		return catalog.L("Paused: {{.Left}} left", catalog.D{"Left": countdown(x.Left.Duration())})
	case x.Ask != "":
		return catalog.L("Lift it and look at the skin now. {{.Left}} left", catalog.D{"Left": countdown(left)})
	}
	return catalog.L("{{.Left}} left", catalog.D{"Left": countdown(max(left, time.Second))})
}
