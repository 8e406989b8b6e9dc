package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"github.com/unhunch/unhunch/assets/catalog"
)

// BodyList is the regions of the body as chips, for those who would rather
// read than point. The arrow keys go from one to the next, Home and End to the
// first and the last.
type BodyList struct {
	widget.BaseWidget
	choice *bodyChoice
	chips  []*bodyChip
	box    *fyne.Container
}

// bodyChip is one region of a list.
type bodyChip struct {
	Chip
	list  *BodyList
	index int
}

// NewBodyList makes a list with nothing chosen, without a map. changed is told
// the ids chosen whenever the person changes them.
func NewBodyList(regions []BodyRegion, changed func(ids []string)) *BodyList {
	return newBodyList(newBodyChoice(regions, changed))
}

func newBodyList(choice *bodyChoice) *BodyList {
	l := &BodyList{choice: choice, box: NewWrap(6, 6)}
	for i, r := range choice.regions {
		c := &bodyChip{list: l, index: i}
		c.OnChanged = func(bool) { choice.toggle(r.ID) }
		c.init(c)
		l.chips = append(l.chips, c)
		l.box.Add(c)
	}
	choice.watchers = append(choice.watchers, l.show)
	l.ExtendBaseWidget(l)
	l.show()
	return l
}

// show brings the chips to what is chosen.
func (l *BodyList) show() {
	for i, r := range l.choice.regions {
		c := l.chips[i]
		c.Label, c.On = sentenceCase(r.Name), l.choice.chosen[r.ID]
		if n, hurts := l.choice.pain[r.ID]; hurts {
			c.Label = catalog.L("{{.Label}} · {{.Intensity}}", catalog.D{"Label": c.Label, "Intensity": n})
		}
		c.Refresh()
	}
	l.Refresh()
}

// Selected are the ids chosen, as BodyMap.Selected tells them.
func (l *BodyList) Selected() []string { return l.choice.selected() }

// SetSelected chooses these and no others, without telling anybody.
func (l *BodyList) SetSelected(ids []string) { l.choice.set(ids) }

// SetPain says how much regions hurt, as BodyMap.SetPain does.
func (l *BodyList) SetPain(pain map[string]int) { l.choice.setPain(pain) }

// AccessibilityLabel is the region, how much it hurts, and whether it is chosen.
func (c *bodyChip) AccessibilityLabel() string {
	return c.list.choice.state(c.list.choice.regions[c.index])
}

// MinSize has room for the tick from the beginning, so that nothing moves when
// a region is chosen.
func (c *bodyChip) MinSize() fyne.Size {
	return fyne.MeasureText(c.Label, c.px(chipText), SemiBold).AddWidthHeight(c.px(2*chipSide+13), c.px(2*chipAbove))
}

// TypedKey chooses the region, and goes to another.
func (c *bodyChip) TypedKey(k *fyne.KeyEvent) {
	to := c.index
	switch k.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		to = max(to-1, 0)
	case fyne.KeyRight, fyne.KeyDown:
		to = min(to+1, len(c.list.chips)-1)
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(c.list.chips) - 1
	default:
		c.Chip.TypedKey(k)
		return
	}
	if v := fyne.CurrentApp().Driver().CanvasForObject(c); v != nil {
		v.Focus(c.list.chips[to])
	}
}

// HeightFor is the height of the chips at a width.
func (l *BodyList) HeightFor(width float32) float32 { return HeightFor(l.box, width) }

// CreateRenderer draws the chips.
func (l *BodyList) CreateRenderer() fyne.WidgetRenderer {
	d := &draw{objects: []fyne.CanvasObject{l.box}}
	d.place = func(s fyne.Size) {
		put(l.box, 0, 0, s.Width, s.Height)
		l.box.Layout.Layout(l.box.Objects, s)
	}
	// Every chip may have a line to itself.
	d.min = func() fyne.Size {
		var w float32
		for _, c := range l.chips {
			w = max(w, c.MinSize().Width)
		}
		return fyne.NewSize(w, l.box.MinSize().Height)
	}
	return d
}
