package player

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/coach"
	"github.com/unhunch/unhunch/reminders/session"
	"github.com/unhunch/unhunch/ui/widgets"
)

// aftermath is what is seen when a session is over: how it went, and how it
// was.
type aftermath struct {
	p      *Player
	res    session.Result
	box    *fyne.Container
	how    [3]*widgets.Button
	scale  *widgets.PainScale
	advice *fyne.Container
	felt   session.Feelings
}

// severe is the intensity from which on the warning signs are offered.
const severe = 7

func newAftermath(p *Player, res session.Result) *aftermath {
	a := &aftermath{p: p, res: res, advice: widgets.NewColumn(0)}
	title := catalog.L("Well done")
	if res.Outcome != session.Completed {
		title = catalog.L("Ended early")
		if res.Done() > 0 {
			title = catalog.L("That counts")
		}
	}
	sum := catalog.L("{{.Name}} · {{.Done}} of {{.All}} exercises · {{.Length}}", catalog.D{
		"Name": p.state.Plan.Name, "Done": res.Done(), "All": len(res.Exercises), "Length": coach.Length(res.Active),
	})
	head := widgets.NewColumn(4,
		widgets.NewHeading(title, 30, widgets.Bold, widgets.ColorInk),
		widgets.NewParagraph(sum, 14.5, widgets.Regular, widgets.ColorInk2))

	answers := []struct {
		how   session.Feeling
		label string
	}{{session.Better, catalog.L("Better")}, {session.Same, catalog.L("The same")}, {session.Worse, catalog.L("Worse")}}
	row := widgets.NewWrap(10, 10)
	for i, x := range answers {
		a.how[i] = widgets.NewButton(x.label, widgets.Quiet, func() { a.told(x.how) })
		row.Add(a.how[i])
	}
	a.scale = widgets.NewPainScale(func(n int) {
		a.felt.After = nil
		if n >= 0 {
			a.felt.After = &n
		}
		a.tell()
	})
	ask := widgets.NewCard(widgets.NewColumn(14,
		widgets.NewColumn(8, widgets.NewParagraph(catalog.L("How does your body feel now?"), 16, widgets.SemiBold, widgets.ColorInk), row),
		widgets.NewColumn(8, widgets.NewParagraph(catalog.L("Pain now, if you like to note it"), 14, widgets.SemiBold, widgets.ColorInk2), a.scale)))
	ask.Padding = 22

	a.box = &fyne.Container{Layout: middle{}, Objects: []fyne.CanvasObject{
		widgets.NewColumn(18, head, ask, a.advice, a.foot(catalog.L("Once more"))),
	}}
	return a
}

// foot are the ways on from here.
func (a *aftermath) foot(again string) fyne.CanvasObject {
	p := a.p
	foot := widgets.NewWrap(10, 10, widgets.NewButton(catalog.L("Close"), widgets.Primary, p.leave))
	if p.early != nil {
		on := widgets.NewButton(catalog.L("Go on after all"), widgets.Quiet, p.goOn)
		foot.Add(on)
	}
	if p.o.Again != nil {
		foot.Add(widgets.NewButton(again, widgets.Quiet, p.o.Again))
	}
	return foot
}

// told notes how it was; the same answer again takes it back.
func (a *aftermath) told(how session.Feeling) {
	if a.felt.How == how {
		how = ""
	}
	a.felt.How = how
	for i, f := range []session.Feeling{session.Better, session.Same, session.Worse} {
		kind := widgets.Quiet
		if f == how {
			kind = widgets.Primary
		}
		a.how[i].Kind = kind
		a.how[i].Refresh()
	}
	a.tell()
}

// tell passes on what was told, and advises.
func (a *aftermath) tell() {
	if a.p.o.Felt != nil {
		a.p.o.Felt(a.felt.How, a.felt.After)
	}
	a.advice.RemoveAll()
	if card := a.advise(); card != nil {
		a.advice.Add(card)
	}
	a.p.Refresh()
	a.p.grew()
}

// advise is what to do when it got worse, or hurts a lot.
func (a *aftermath) advise() fyne.CanvasObject {
	a.felt.Before = a.p.before()
	bad := a.felt.After != nil && *a.felt.After >= severe
	if !a.felt.StopAdvice() && !bad {
		return nil
	}
	text := catalog.L("Leave this routine for now. Rest in a position that eases it and try something gentler another day. If it stays worse, ask a doctor or physiotherapist before you go on.")
	if bad {
		text = catalog.L("That is a lot of pain. Stop stretching for today, and look whether a warning sign fits.")
	}
	box := widgets.NewColumn(8,
		widgets.NewParagraph(catalog.L("Better to stop here"), 15.5, widgets.SemiBold, widgets.ColorHeatText),
		widgets.NewParagraph(text, 14.5, widgets.Regular, widgets.ColorInk))
	if a.p.o.Serious != nil {
		box.Add(widgets.NewWrap(0, 0, widgets.NewButton(catalog.L("Is this serious?"), widgets.Raised, a.p.o.Serious)))
	}
	return widgets.NewTintedCard(widgets.ColorHeatSoft, box)
}

// HeightFor is the height at a width.
func (a *aftermath) HeightFor(width float32) float32 { return widgets.HeightFor(a.box, width) }

func (p *Player) leave() {
	if p.o.Leave != nil {
		p.o.Leave()
	}
}

// before is the pain before the session, if it is known.
func (p *Player) before() *int {
	if p.o.Before == nil {
		return nil
	}
	return p.o.Before()
}

// middle is a layout that keeps its one object in the middle, no wider than is
// easy to read.
type middle struct{}

const widest = 640

func (middle) width(all float32) float32 { return min(all-2*widgets.Px(24), widgets.Px(widest)) }

// HeightFor is the object's height and some room.
func (m middle) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	return widgets.HeightFor(o[0], m.width(width)) + widgets.Px(72)
}

// Layout places the object.
func (m middle) Layout(o []fyne.CanvasObject, size fyne.Size) {
	w := m.width(size.Width)
	h := widgets.HeightFor(o[0], w)
	put(o[0], (size.Width-w)/2, max((size.Height-h)/2-widgets.Px(10), widgets.Px(36)), w, h)
}

// MinSize is the object's.
func (middle) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }
