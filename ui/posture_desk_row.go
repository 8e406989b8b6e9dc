package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/ui/widgets"
)

// deskRow is one question of the check-up, its answers, and what to change
// where something is to be changed.
type deskRow struct {
	d      *deskCheckUp
	q      content.DeskQuestion
	box    *fyne.Container
	choice *widgets.Choice
	change *fyne.Container
	made   bool // change was filled: it is when first shown
}

// deskChoices are the answers in the order they are offered.
var deskChoices = []diary.DeskChoice{diary.DeskFine, diary.DeskChange, diary.DeskNotApt}

func newDeskRow(d *deskCheckUp, q content.DeskQuestion) *deskRow {
	r := &deskRow{d: d, q: q, change: widgets.NewPad(0, 0, 14, 0, widgets.NewColumn(0))}
	r.choice = widgets.NewChoice(q.Name, []widgets.Option{
		{Label: catalog.L("Fine"), Tone: widgets.Accent},
		{Label: catalog.L("Change it"), Tone: widgets.Amber},
		{Label: catalog.L("Not here")},
	}, r.answered)
	r.change.Hide()
	r.box = widgets.NewColumn(0,
		widgets.NewPad(12, 0, 12, 0, widgets.NewRow(widgets.Row{Gap: 18, Center: true, Below: 600, Tracks: []widgets.Track{{Grow: 1}}},
			widgets.NewColumn(2,
				widgets.NewParagraph(q.Name, 13, widgets.SemiBold, widgets.ColorInk2),
				widgets.NewParagraph(q.Ask, 15, widgets.Medium, widgets.ColorInk)),
			r.choice)),
		r.change)
	return r
}

func (r *deskRow) answered(n int) {
	c := diary.DeskOpen
	if n >= 0 {
		c = deskChoices[n]
	}
	r.d.answer(r, c)
}

// set shows an answer.
func (r *deskRow) set(c diary.DeskChoice) {
	n := -1
	for i, o := range deskChoices {
		if o == c {
			n = i
		}
	}
	r.choice.Select(n)
	if c != diary.DeskChange {
		r.change.Hide()
		return
	}
	if !r.made {
		r.made = true
		r.change.Objects[0] = r.whatToDo()
	}
	r.change.Show()
}

// whatToDo says what to change, what that rests on, and which tips say more.
func (r *deskRow) whatToDo() fyne.CanvasObject {
	w := r.d.w
	box := widgets.NewColumn(8,
		widgets.NewText(catalog.L("What to change"), 13, widgets.SemiBold, widgets.ColorAmberText),
		widgets.NewParagraph(r.q.Do, 14.5, widgets.Regular, widgets.ColorInk))
	links := widgets.NewColumn(3)
	for _, t := range r.q.Tips {
		links.Add(widgets.NewLink(catalog.L("Tip: {{.Tip}}", catalog.D{"Tip": t.Text}), func() { w.OpenAt(Posture, "tip:"+t.ID) }))
	}
	for _, l := range w.sourceLinks(r.q.Sources) {
		links.Add(l)
	}
	box.Add(links)
	card := widgets.NewTintedCard(widgets.ColorAmberSoft, box)
	card.Padding = 14
	return card
}
