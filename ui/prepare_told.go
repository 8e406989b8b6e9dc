package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// told is a question that is answered, and how, in a line; it can be changed.
func (r *checkRow) told() fyne.CanvasObject {
	it := r.item
	glyph, ink := r.mark()
	icon := widgets.NewIcon(glyph, 18, ink)
	icon.Line = 2
	words := widgets.NewColumn(1, widgets.NewParagraph(it.Question.Question, 14, widgets.Regular, widgets.ColorInk))
	// A profile's yes is changed there; it can be cleared here.
	change := r.button(catalog.L("Change"), widgets.Plain, func() { r.reset(true, false) })
	r.first = change
	able := it.Answer.Question != "" && it.State != safety.ScreenNotApt || it.Because != "" && it.Question.Level != content.TellFirst
	if it.Because != "" || it.State == safety.ScreenNo && it.Answer.Question == "" {
		about := widgets.NewLink(r.answered(), func() { r.c.s.w.OpenAt(AboutMe, string(it.Because)) })
		about.Hint = catalog.L("{{.Text}}. Opens About you.", catalog.D{"Text": r.answered()})
		words.Add(about)
		if !able {
			r.first = about
		}
	} else {
		words.Add(widgets.NewParagraph(r.answered(), 13, widgets.Regular, widgets.ColorInk2))
		if !able {
			r.first = nil
		}
	}
	side := widgets.NewWrap(0, 0)
	if able {
		side.Add(change)
	}
	return widgets.NewRow(widgets.Row{Gap: 10, Tracks: []widgets.Track{{Fixed: 18}, {Grow: 1}}},
		widgets.NewColumn(0, widgets.NewPad(1, 0, 0, 0, icon)), words,
		widgets.NewColumn(0, widgets.NewPad(0, -14, 0, 0, side)))
}

// mark is how an answer looks; the words beside it say the same.
func (r *checkRow) mark() (widgets.Glyph, fyne.ThemeColorName) {
	switch it := r.item; {
	case it.State == safety.ScreenCleared:
		return widgets.IconShield, widgets.ColorPrimaryText
	case it.State == safety.ScreenYes && it.Question.Level == content.TellFirst:
		return widgets.IconAsk, widgets.ColorPrimaryText
	case it.State == safety.ScreenYes:
		return widgets.IconWarn, widgets.ColorAmberText
	case it.State == safety.ScreenNotApt:
		return widgets.IconCheck, widgets.ColorInk2
	}
	return widgets.IconCheck, widgets.ColorPrimaryText
}

// answered is the answer in words, when it was given and when it is asked again.
func (r *checkRow) answered() string {
	it, w := r.item, r.c.s.w
	if it.State == safety.ScreenNotApt {
		return catalog.L("Only in a pregnancy, and there is none")
	}
	level := it.Question.Level
	var said string
	switch {
	case it.State == safety.ScreenCleared:
		said = catalog.L("Yes, and {{.By}} said that a massage is fine", catalog.D{"By": it.Answer.ClearedBy})
	case it.Because != "":
		return r.profileSays()
	case it.State == safety.ScreenNo && it.Answer.Question == "":
		return catalog.L("No: you told in About you how far along you are")
	case it.State != safety.ScreenYes:
		said = catalog.L("No")
	case level == content.StopMassage:
		said = catalog.L("Yes: no massage now")
	case level == content.AskClinician:
		said = catalog.L("Yes: ask a clinician first")
	default:
		said = catalog.L("Yes: tell the therapist")
	}
	d := catalog.D{"Answer": said, "Day": r.day()}
	if it.AskAt.IsZero() || it.AskAgain {
		return catalog.L("{{.Answer}} · answered {{.Day}}", d)
	}
	now := w.now()
	d["Again"] = w.dates.short(it.AskAt.In(now.Location()), now)
	return catalog.L("{{.Answer}} · answered {{.Day}}, asked again after {{.Again}}", d)
}

// profileSays is a yes that the profile gives.
func (r *checkRow) profileSays() string {
	w, d := r.c.s.w, catalog.D{"Fact": catalog.L("Pregnancy")}
	facts, _ := w.library().Facts() // the checklist could not be read either then
	for _, f := range facts {
		if f.ID == r.item.Because {
			d["Fact"] = f.Name
		}
	}
	switch r.item.Question.Level {
	case content.StopMassage:
		return catalog.L("Yes: no massage now. From About you: {{.Fact}}", d)
	case content.TellFirst:
		return catalog.L("Yes: tell the therapist. From About you: {{.Fact}}", d)
	}
	return catalog.L("Yes: ask a clinician first. From About you: {{.Fact}}", d)
}
