package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// tipsFirst is how many tips of a situation are listed before somebody asks
// for the rest.
const tipsFirst = 6

// tipList lists the tips of one situation, each opening to tell more.
type tipList struct {
	w     *Window
	box   *fyne.Container
	chips *fyne.Container
	list  *fyne.Container
	tags  []content.TipTag // of the chips
	rows  []*tipRow
	at    content.TipTag
	day   string // the one the list was made on
	all   bool   // more than the first few are listed
	grew  func()
	show  func(fyne.Focusable) // brings something into view
}

func newTipList(w *Window) *tipList {
	l := &tipList{
		w: w, at: content.Sitting, grew: func() {}, show: func(fyne.Focusable) {},
		chips: widgets.NewWrap(8, 8), list: widgets.NewColumn(0),
	}
	l.box = widgets.NewColumn(12,
		widgets.NewParagraph(catalog.L("Tips by situation"), 19, widgets.Bold, widgets.ColorInk),
		l.chips, widgets.NewCard(widgets.NewPad(-6, 0, -6, 0, l.list)))
	l.fill()
	w.onProfile(func() {
		l.fill()
		l.grew()
	})
	return l
}

// situationName is how a situation is called.
func situationName(tag content.TipTag) string {
	switch tag {
	case content.Sitting:
		return catalog.L("Sitting")
	case content.Standing:
		return catalog.L("Standing")
	case content.MicroBreak:
		return catalog.L("Short breaks")
	case content.Laptop:
		return catalog.L("Laptop")
	case content.Phone:
		return catalog.L("Phone")
	case content.Driving:
		return catalog.L("Driving")
	case content.Lifting:
		return catalog.L("Lifting")
	case content.Sleep:
		return catalog.L("Sleep")
	default:
		return catalog.L("Pregnancy")
	}
}

// situations are those one can choose from. Pregnancy is one for those who
// said that they are pregnant, and once it was chosen by another way.
func (l *tipList) situations() []content.TipTag {
	out := []content.TipTag{
		content.Sitting, content.Standing, content.MicroBreak, content.Laptop, content.Phone,
		content.Driving, content.Lifting, content.Sleep,
	}
	if l.w.about.profile.Pregnancy.Is || l.at == content.Pregnancy {
		out = append(out, content.Pregnancy)
	}
	return out
}

// about tells whether a tip belongs to a situation.
func about(t content.Tip, tag content.TipTag) bool {
	return t.Has(tag) || tag == content.Pregnancy && t.Pregnancy == content.OnlyPregnant
}

// refresh makes the list anew on another day: what suits somebody may have
// changed with it.
func (l *tipList) refresh() {
	if l.day != l.w.now().Format(time.DateOnly) {
		l.fill()
	}
}

// choose shows another situation.
func (l *tipList) choose(tag content.TipTag) {
	l.at, l.all = tag, false
	l.rows = nil
	l.fill()
	l.grew()
}

// fill lists the tips anew: those that suit the person first.
func (l *tipList) fill() {
	l.showChips()
	l.day = l.w.now().Format(time.DateOnly)
	open := map[string]bool{}
	for _, r := range l.rows {
		open[r.tip.ID] = r.head.Open
	}
	l.rows = nil
	l.list.RemoveAll()
	tips, err := l.w.library().Tips()
	if err != nil {
		l.list.Add(widgets.NewPad(12, 0, 12, 0, widgets.NewColumn(4,
			widgets.NewParagraph(catalog.L("The tips cannot be read"), 16.5, widgets.SemiBold, widgets.ColorInk),
			widgets.NewParagraph(catalog.L("The reason: {{.Reason}}", catalog.D{"Reason": err.Error()}), 14, widgets.Regular, widgets.ColorInk2))))
		return
	}
	rows := l.sorted(tips)
	show := len(rows)
	if !l.all && show > tipsFirst+1 {
		show = tipsFirst
	}
	for i, r := range rows[:show] {
		if i > 0 {
			l.list.Add(widgets.NewLine())
		}
		r.open(open[r.tip.ID])
		l.list.Add(r.box)
	}
	l.rows = rows[:show]
	if show < len(rows) {
		more := widgets.NewButton(catalog.N("Show {{.Count}} more", "Show {{.Count}} more", len(rows)-show), widgets.Quiet, nil)
		more.OnTapped = func() { l.showAll(more) }
		more.Hint = catalog.L("Show all tips: {{.Situation}}", catalog.D{"Situation": situationName(l.at)})
		l.list.Add(widgets.NewPad(10, 0, 10, 0, widgets.NewWrap(0, 0, more)))
	}
}

// sorted are the rows of the situation: the tips safety would not suggest
// stand at the end.
func (l *tipList) sorted(tips []content.Tip) []*tipRow {
	var fine, rest []*tipRow
	judge := l.w.judge()
	for _, t := range tips {
		if !about(t, l.at) {
			continue
		}
		r := newTipRow(l, t, judge)
		if r.held() {
			rest = append(rest, r)
		} else {
			fine = append(fine, r)
		}
	}
	return append(fine, rest...)
}

// showAll lists all tips of the situation. Keys that were on the button go on
// at the first tip that was not there.
func (l *tipList) showAll(button *widgets.Button) {
	n := len(l.rows)
	byKey := l.w.win.Canvas().Focused() == fyne.Focusable(button)
	l.all = true
	l.fill()
	l.grew()
	if byKey && n < len(l.rows) {
		l.show(l.rows[n].head)
	}
}

// showChips shows which situation is chosen.
func (l *tipList) showChips() {
	if tags := l.situations(); !slices.Equal(tags, l.tags) {
		l.tags = tags
		l.chips.RemoveAll()
		for _, tag := range tags {
			l.chips.Add(widgets.NewChip(situationName(tag), func(bool) { l.choose(tag) }))
		}
	}
	for i, o := range l.chips.Objects {
		if c, ok := o.(*widgets.Chip); ok {
			c.SetOn(l.tags[i] == l.at)
		}
	}
}

// openTip shows a tip, open, and returns its head and its row; nil if there
// is no such tip.
func (l *tipList) openTip(id string) (*widgets.Opener, fyne.CanvasObject) {
	tips, err := l.w.library().Tips()
	i := slices.IndexFunc(tips, func(t content.Tip) bool { return t.ID == id })
	if err != nil || i < 0 {
		return nil, nil
	}
	if !about(tips[i], l.at) {
		l.at, l.rows = tips[i].Tags[0], nil
	}
	l.fill()
	for range 2 {
		for _, r := range l.rows {
			if r.tip.ID == id {
				r.open(true)
				return r.head, r.box
			}
		}
		l.all = true
		l.fill()
	}
	return nil, nil
}
