package player

import (
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/coach"
	"github.com/unhunch/unhunch/reminders/session"
	"github.com/unhunch/unhunch/ui/widgets"
)

// enoughCalm is from how long on a relaxation counts that was ended early.
const enoughCalm = 30 * time.Second

// newCalmAftermath is what is seen when a relaxation is over: how long it was,
// and how calm somebody is now, told with one press or not at all.
func newCalmAftermath(p *Player, res session.Result) *aftermath {
	a := &aftermath{p: p, res: res, advice: widgets.NewColumn(0)}
	title := catalog.L("Well done")
	if res.Outcome != session.Completed {
		title = catalog.L("Ended early")
		if res.Active >= enoughCalm {
			title = catalog.L("That counts")
		}
	}
	entry := coach.Relaxed(p.state.Plan, res)
	d := catalog.D{"Name": p.state.Plan.Name, "Done": entry.Done, "Length": coach.Length(entry.Active.Round(time.Second)), "Pace": entry.PerMinute}
	sum := catalog.L("{{.Name}} · {{.Length}} · {{.Pace}} breaths a minute", d)
	if entry.Groups > 0 {
		sum = catalog.N("{{.Name}} · {{.Done}} of {{.Count}} group of muscles · {{.Length}}", "{{.Name}} · {{.Done}} of {{.Count}} groups of muscles · {{.Length}}", entry.Groups, d)
	}
	head := widgets.NewColumn(4,
		widgets.NewHeading(title, 30, widgets.Bold, widgets.ColorInk),
		widgets.NewParagraph(sum, 14.5, widgets.Regular, widgets.ColorInk2))

	a.scale = widgets.NewCalmScale(catalog.L("How calm you are now"), func(n int) {
		a.felt.After = nil
		if n >= 0 {
			a.felt.After = &n
		}
		if p.o.Felt != nil {
			p.o.Felt("", a.felt.After)
		}
	})
	question := widgets.NewColumn(10, widgets.NewParagraph(catalog.L("How calm are you now, if you like to note it?"), 16, widgets.SemiBold, widgets.ColorInk), a.scale)
	if before := p.before(); before != nil {
		question.Add(widgets.NewParagraph(catalog.L("Before, it was {{.Calm}}.", catalog.D{"Calm": *before}), 13.5, widgets.Regular, widgets.ColorInk2))
	}
	card := widgets.NewCard(question)
	card.Padding = 22
	box := widgets.NewColumn(18, head, card)
	if entry.PerMinute > 0 {
		box.Add(widgets.NewParagraph(catalog.L("Did you feel dizzy or tingly? Then breathe as you like for now, and not as deep next time."), 13.5, widgets.Regular, widgets.ColorInk2))
	}
	box.Add(a.foot(catalog.L("Again")))
	a.box = &fyne.Container{Layout: middle{}, Objects: []fyne.CanvasObject{box}}
	return a
}
