package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// pregnancyForm asks about a pregnancy, and how far it is.
type pregnancyForm struct {
	w       *Window
	card    *widgets.Card
	no, yes *widgets.Chip
	more    *fyne.Container // shown once it is yes
	due     *widgets.Entry
	stages  []*widgets.Chip
	problem *widgets.Text
	says    *widgets.Text
	p       *widgets.Page
}

func newPregnancyForm(w *Window, p *widgets.Page) *pregnancyForm {
	f := &pregnancyForm{
		w: w, p: p,
		due:     widgets.NewEntry(catalog.L("Due date or week")),
		problem: widgets.NewParagraph("", 13, widgets.Medium, widgets.ColorDanger),
		says:    widgets.NewParagraph("", 14.5, widgets.SemiBold, widgets.ColorPrimaryText),
	}
	f.problem.Hide()
	f.no = widgets.NewChip(catalog.L("No"), func(bool) { f.save(safety.Pregnancy{NotedAt: w.now()}) })
	f.yes = widgets.NewChip(catalog.L("Yes"), func(bool) { f.answerYes() })
	f.due.OnDone = f.typed
	f.due.OnCancel = f.sync
	stages := widgets.NewWrap(7, 7)
	for n := 1; n <= 3; n++ {
		chip := widgets.NewChip(trimesterName(n), func(bool) {
			f.save(safety.Pregnancy{Is: true, Stage: safety.Trimester(n), NotedAt: w.now()})
		})
		f.stages = append(f.stages, chip)
		stages.Add(chip)
	}
	small := func(text string) *widgets.Text {
		return widgets.NewParagraph(text, 13, widgets.Regular, widgets.ColorInk2)
	}
	f.more = widgets.NewColumn(12,
		widgets.NewRow(widgets.Row{Gap: 24, Below: 520, Tracks: []widgets.Track{{Grow: 1}, {Grow: 1}}},
			widgets.NewColumn(6,
				widgets.NewParagraph(catalog.L("Due date or week"), 14, widgets.Medium, widgets.ColorInk),
				f.due, small(catalog.L("Such as 2027-03-14, or 28 weeks.")), f.problem),
			widgets.NewColumn(6,
				widgets.NewParagraph(catalog.L("Or about how far"), 14, widgets.Medium, widgets.ColorInk),
				stages, small(catalog.L("Without a date Unhunch moves on with time, and takes the stricter side.")))),
		f.says)
	f.card = widgets.NewCard(widgets.NewColumn(10,
		widgets.NewRow(widgets.Row{Gap: 16, Center: true, Below: 420, Tracks: []widgets.Track{{Grow: 1}}},
			widgets.NewColumn(2,
				widgets.NewHeading(catalog.L("Are you pregnant?"), 16.5, widgets.SemiBold, widgets.ColorInk),
				small(catalog.L("Some exercises, heat and massage do not suit every stage."))),
			widgets.NewWrap(7, 7, f.no, f.yes)),
		f.more))
	f.sync()
	w.onProfile(f.sync)
	return f
}

// answerYes keeps what is known of the stage, if anything is.
func (f *pregnancyForm) answerYes() {
	if p := f.w.about.profile.Pregnancy; p.Is {
		f.sync()
		return
	}
	f.save(safety.Pregnancy{Is: true, NotedAt: f.w.now()})
}

// typed reads a due date or a week. What cannot be understood stays where it
// is, with the reason below it.
func (f *pregnancyForm) typed(text string) {
	if strings.TrimSpace(text) == "" {
		f.save(safety.Pregnancy{Is: true, NotedAt: f.w.now()})
		return
	}
	p, err := safety.ParsePregnancy(text, f.w.now())
	if err != nil {
		reason, hint, _ := strings.Cut(err.Error(), "; hint: ")
		f.problem.SetText(catalog.L("Not saved: {{.Reason}}. {{.Hint}}", catalog.D{"Reason": reason, "Hint": sentence(hint) + "."}))
		f.problem.Show()
		f.p.Reflow()
		return
	}
	f.save(p)
}

func (f *pregnancyForm) save(p safety.Pregnancy) {
	words := p.Words(f.w.now())
	f.p.Hold(f.card, func() {
		f.w.changeProfile(catalog.L("Noted: {{.What}}.", catalog.D{"What": words}), func(of Profile) Profile {
			of.Pregnancy = p
			return of
		})
		f.sync() // a chip that was on already is so again
	})
}

// sync shows the profile as it is.
func (f *pregnancyForm) sync() {
	p, now := f.w.about.profile.Pregnancy, f.w.now()
	f.problem.Hide()
	f.yes.SetOn(p.Is)
	f.no.SetOn(!p.Is && !p.NotedAt.IsZero())
	setVisible(f.more, p.Is)
	due := ""
	if !p.Due.IsZero() {
		due = p.Due.UTC().Format("2006-01-02")
	}
	f.due.SetText(due)
	stage := p.Stage
	if !p.Due.IsZero() {
		stage = p.Trimester(now)
	}
	for i, c := range f.stages {
		c.SetOn(p.Is && int(stage) == i+1)
	}
	f.says.SetText(f.w.pregnancyLine(p))
	setVisible(f.says, f.says.Content != "")
	f.p.Reflow()
}

// pregnancyLine says back how far a pregnancy is, empty where that is not
// known.
func (w *Window) pregnancyLine(p safety.Pregnancy) string {
	now := w.now()
	third := p.Trimester(now)
	switch {
	case !p.Is || third == 0:
		return ""
	case p.Overdue(now), p.Due.IsZero():
		return p.Words(now)
	}
	week, _ := p.Weeks(now)
	return catalog.L("{{.Trimester}}, week {{.Week}}", catalog.D{"Trimester": trimesterName(int(third)), "Week": week})
}
