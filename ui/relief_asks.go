package ui

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// reliefAsks are the questions before heat or cold starts: what applies is
// ticked, the rest is answered with no by starting.
type reliefAsks struct {
	c      *reliefCard
	timer  content.Timer
	check  safety.ReliefCheck
	yes    map[string]bool
	first  fyne.Focusable
	before *int
	start  *widgets.Button
	box    fyne.CanvasObject
	busy   bool
}

func newReliefAsks(c *reliefCard, t content.Timer, check safety.ReliefCheck) *reliefAsks {
	a := &reliefAsks{c: c, timer: t, check: check, yes: map[string]bool{}}
	want := c.want(t, check)
	box := widgets.NewColumn(9, widgets.NewParagraph(catalog.L("{{.Name}} · {{.Region}} · {{.Length}}", catalog.D{
		"Name": t.Name, "Region": c.s.where.name(), "Length": catalog.Length(want.Length),
	}), 14.5, widgets.SemiBold, widgets.ColorInk))
	open := check.Open()
	if len(open) > 0 {
		box.Add(widgets.NewParagraph(catalog.L("Tick what applies:"), 13.5, widgets.Medium, widgets.ColorInk2))
	}
	rows := widgets.NewGrid(widgets.Grid{Narrowest: 320, Most: 2, Gap: 6})
	for _, it := range open {
		c := widgets.NewCheck(it.Question.Question, "", func(on bool) {
			a.yes[it.Question.ID] = on
			a.label()
		})
		if a.first == nil {
			a.first = c
		}
		rows.Add(c)
	}
	if len(open) > 0 {
		box.Add(rows)
	}
	a.before = c.before
	scale := widgets.NewPainScale(func(n int) {
		a.before = nil
		if n >= 0 {
			a.before = &n
		}
		c.before = a.before
	})
	if a.before != nil {
		scale.Selected = *a.before
	}
	scale.Name, scale.Optional = catalog.L("Pain before"), true
	box.Add(labelled(catalog.L("How much does it hurt now? If you like."), widgets.NewMeasure(520, scale)))
	a.start = widgets.NewButton("", widgets.Primary, a.begin)
	a.start.Tone = c.tone
	if a.first == nil {
		a.first = a.start // nothing has to be answered
	}
	a.label()
	cancel := widgets.NewButton(catalog.L("Cancel"), widgets.Quiet, a.cancel)
	box.Add(widgets.NewPad(3, 0, 0, 0, widgets.NewWrap(8, 8, a.start, cancel)))
	edge := widgets.ColorHeat
	if c.kind == content.Cold {
		edge = widgets.ColorCold
	}
	a.box = widgets.NewEdgeCard(edge, box)
	return a
}

func (a *reliefAsks) object() fyne.CanvasObject { return a.box }

// focus goes to the first question, so that none is passed over. Nothing of it
// was drawn yet, so that the focus alone would not bring it into view.
func (a *reliefAsks) focus() {
	a.c.s.p.BringIn(a.box)
	a.c.s.w.focus(a.first)
}

// any tells whether something was ticked.
func (a *reliefAsks) any() bool {
	for _, on := range a.yes {
		if on {
			return true
		}
	}
	return false
}

func (a *reliefAsks) label() {
	switch {
	case a.any():
		a.start.SetLabel(catalog.L("Go on"))
	case len(a.check.Open()) == 0:
		a.start.SetLabel(catalog.L("Start"))
	default:
		a.start.SetLabel(catalog.L("None of these: start"))
	}
	a.c.s.p.Reflow()
}

func (a *reliefAsks) cancel() {
	a.c.asks = nil
	a.c.fill()
	a.c.s.p.Reflow()
}

// begin keeps the answers, and starts if they let it.
func (a *reliefAsks) begin() {
	if a.busy {
		return
	}
	a.busy = true
	s, w, now := a.c.s, a.c.s.w, a.c.s.w.now()
	var answers []ReliefAnswer
	for _, it := range a.check.Open() {
		answers = append(answers, ReliefAnswer{Question: it.Question.ID, Region: s.where.region, Yes: a.yes[it.Question.ID], At: now})
	}
	judge, where := w.judge(), s.where.region
	fetch(w, func() (may bool, err error) {
		if len(answers) > 0 {
			if err := w.HeatCold.AnswerRelief(answers...); err != nil {
				return false, err
			}
		}
		// What was told elsewhere meanwhile counts, such as a cream.
		known := safety.ReliefKnown{}
		if known.Answers, err = w.HeatCold.ReliefAnswers(); err != nil {
			return false, err
		}
		if known.Creams, err = w.HeatCold.Creams(now.Add(-creamBack), now.Add(time.Hour)); err != nil {
			return false, err
		}
		check, err := judge.Relief(&a.timer, where, known)
		if err != nil || !check.MayStart() {
			return false, err // the card says why
		}
		want := a.c.want(a.timer, check)
		want.Before = a.before
		return true, w.HeatCold.BeginRelief(want)
	}, func(may bool, err error) {
		a.busy = false
		if err != nil {
			w.shell.toast.show(catalog.L("It did not start: {{.Problem}}", catalog.D{"Problem": plain(err)}), "", nil)
			return
		}
		a.c.asks = nil
		if !may {
			s.bring = a.c.card // it says why
		}
		s.load()
		if may {
			a.c.before = nil
			s.p.Top()
			w.shell.toast.show(catalog.L("{{.Kind}} is on. It goes on counting when you close this window.", catalog.D{"Kind": relief.Kind(a.c.kind)}), "", nil)
		}
	})
}

// held says why heat or cold is not for this person now.
func (s *reliefScreen) held(check safety.ReliefCheck) fyne.CanvasObject {
	return s.reliefVerdict(safety.Held, check, check.Stop)
}

// reliefVerdict is the card with the reasons, until when, and what else helps.
func (s *reliefScreen) reliefVerdict(v safety.Verdict, check safety.ReliefCheck, why []safety.ReliefReason, below ...fyne.CanvasObject) fyne.CanvasObject {
	a := safety.Advice{Verdict: v, Instead: check.Instead}
	var reasons []fyne.CanvasObject
	for _, r := range why {
		a.Reasons = append(a.Reasons, r.Reason)
		reasons = append(reasons, said(r.Text))
		if !r.Until.IsZero() {
			reasons = append(reasons, widgets.NewParagraph(sentence(catalog.L("again from {{.Time}}", catalog.D{"Time": s.w.soon(r.Until)})), 13.5, widgets.SemiBold, widgets.ColorInk))
		}
		// What the profile or a cream says is changed there.
		only := !slices.ContainsFunc(check.Items, func(it safety.ReliefItem) bool {
			return it.Question.ID == r.Question && (it.Cream != nil || it.Because != "")
		})
		if r.Question != "" && only {
			reasons = append(reasons, s.takeBack(r.Question))
		}
	}
	if sources := s.w.reasonSources(a); sources != nil {
		below = append(below, sources)
	}
	about := widgets.NewLink(catalog.L("What I told about me"), func() { s.w.Open(AboutMe) })
	return s.w.verdictBox("", a, reasons, append(below, about)...)
}

// takeBack answers a question the other way.
func (s *reliefScreen) takeBack(question string) fyne.CanvasObject {
	box := widgets.NewColumn(0)
	var last *ReliefAnswer
	for _, x := range s.known.answers {
		here := x.Region == "" || x.Region.Overlaps(s.where.region)
		if x.Question == question && x.Yes && (last == nil || here) { // rather what was said of this place
			last = &x
		}
	}
	if last != nil {
		box.Add(widgets.NewLink(catalog.L("This does not apply any more"), func() {
			no := *last
			no.Yes, no.At, no.ClearedBy = false, s.w.now(), ""
			s.after(catalog.L("Taking it back"), func() error { return s.w.HeatCold.AnswerRelief(no) })
		}))
	}
	setVisible(box, len(box.Objects) > 0)
	return box
}

// askFirst says what a clinician has to be asked, and takes their word.
func (s *reliefScreen) askFirst(t content.Timer, check safety.ReliefCheck) fyne.CanvasObject {
	who := textField(catalog.L("Who said that it is fine"), "", nil)
	who.SetPlaceHolder(catalog.L("Such as: my GP"))
	problem := newProblem()
	fine := widgets.NewButton(catalog.L("They said it is fine"), widgets.Raised, func() {
		name := strings.Join(strings.Fields(who.Text), " ")
		if name == "" {
			problem.SetText(catalog.L("Say who it was, such as: my GP."))
			problem.Show()
			s.p.Reflow()
			s.w.focus(who)
			return
		}
		var answers []ReliefAnswer
		for _, r := range check.Ask {
			if r.Question != "" {
				answers = append(answers, ReliefAnswer{Question: r.Question, Region: s.where.region, Yes: true, At: s.w.now(), ClearedBy: name})
			}
		}
		s.after(catalog.L("Saving"), func() error { return s.w.HeatCold.AnswerRelief(answers...) })
	})
	fine.Small = true
	who.OnSubmitted = func(string) { fine.Tapped(nil) }
	word := widgets.NewColumn(7, widgets.NewParagraph(catalog.L("Did a clinician say that it is fine for you?"), 13.5, widgets.Medium, widgets.ColorInk),
		widgets.NewRow(widgets.Row{Gap: 8, Center: true, Below: 300, Tracks: []widgets.Track{{Grow: 1}}}, who, fine), problem)
	return s.reliefVerdict(safety.Ask, check, check.Ask, widgets.NewPad(4, 0, 4, 0, word))
}
