package ui

import (
	"bytes"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/content/sheet"
	"github.com/unhunch/unhunch/reminders/safety"
)

// printRoutine makes the page to print of a routine and opens it in the
// browser.
func (w *Window) printRoutine(r *content.Routine) {
	s, lib := w.sheetOf(r), w.library()
	w.ask(catalog.L("Printing"), func() error {
		for i := range s.Items {
			if e := s.Items[i].Exercise; e.Pose == nil {
				picture, err := lib.Picture(e)
				if err != nil {
					return err
				}
				s.Items[i].Picture = picture
			}
		}
		var page bytes.Buffer
		if err := sheet.HTML(&page, s, sheet.Options{Paper: sheet.PaperIn(content.CountryOf(w.Locale)), Columns: 2}); err != nil {
			return err
		}
		return w.Print(packs.ExportName(r.Name), page.Bytes())
	}, func() {
		w.shell.toast.show(catalog.L("The page opens in your browser. Print it from there, or save it as a PDF."), "", nil)
	})
}

// sheetOf is a routine as this person does it, without the pictures.
func (w *Window) sheetOf(r *content.Routine) sheet.Sheet {
	judge := w.judge()
	instead := judge.Replacements(r)
	s := sheet.Sheet{
		Name: r.Name, On: w.now(), PrescribedBy: r.PrescribedBy, When: r.When, Note: r.Note, RestS: r.RestS,
		Heed: heedTexts(judge.Routine(r)), Sources: r.Sources,
	}
	if from := fromPack(content.Origin{Pack: r.Pack}); len(from) > 0 {
		s.From = from[0]
	}
	for _, item := range r.Items {
		i := sheet.Item{Exercise: item.Exercise, Reps: item.Reps(), HoldS: item.HoldS(), Side: item.OwnSide}
		if other := instead[item.ExerciseID]; other != nil {
			i.Exercise, i.Reps, i.HoldS, i.InsteadOf = other, other.Reps, other.HoldS, item.Exercise.Name
		}
		i.Heed = heedTexts(judge.Exercise(i.Exercise))
		if i.Exercise.Pack != "" { // whoever wrote it wants it read
			i.Heed = append(i.Heed, i.Exercise.Cautions...)
		}
		s.Items = append(s.Items, i)
	}
	if all, err := w.library().Routines(); err == nil {
		for _, rule := range all.Rule {
			s.Rules = append(s.Rules, rule.Text)
			s.Sources = append(s.Sources[:len(s.Sources):len(s.Sources)], rule.Sources...)
		}
	}
	return s
}

// heedTexts are what an advice says, and why, in words.
func heedTexts(a safety.Advice) []string {
	var out []string
	if mark, _ := verdictMark(a.Verdict); mark != "" && lastness(a.Verdict) > 0 {
		out = append(out, mark)
	}
	for _, r := range a.Reasons {
		out = append(out, r.Text)
	}
	return out
}
