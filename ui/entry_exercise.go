package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// exercise is the page of one exercise.
func (s *entryScreen) exercise(e *content.Exercise) fyne.CanvasObject {
	do, know := []fyne.CanvasObject{s.stepsCard(e)}, []fyne.CanvasObject{aboutCard(e)}
	if e.Easier != "" || e.Harder != "" {
		do = append(do, easierCard(e))
	}
	if len(e.Mistakes) > 0 {
		do = append(do, titled(catalog.L("What often goes wrong"), bullets(e.Mistakes, widgets.Amber)))
	}
	if len(e.Cautions) > 0 || e.Pregnancy != (content.Trimesters{}) {
		do = append(do, careCard(e))
	}
	// The columns should end at about the same height.
	picture, sources := s.picture(e), s.sourcesCard(evidenceNotes(e), e.Cited)
	if picture == nil && e.Pose != nil {
		picture = s.figureCard(e)
	}
	if picture == nil {
		know = append(know, sources)
	} else {
		do = append(do, sources)
	}
	advice := s.w.judge().Exercise(e)
	start := s.w.startButton("exercise:"+e.ID, e.Name, advice.Verdict)
	start.Kind = widgets.Primary
	head := s.w.subHead(e.Name, alsoCalled(e), s.w.likeAndStart("exercise:"+e.ID, start))
	return s.frame(withTools(head, s.w.exerciseTools(e)), s.w.verdictCard("", advice), picture, do, know)
}

// alsoCalled is the line under the name.
func alsoCalled(e *content.Exercise) string {
	if len(e.AlsoCalled) == 0 {
		return ""
	}
	return catalog.L("Also called: {{.Names}}", catalog.D{"Names": strings.Join(e.AlsoCalled, ", ")})
}

// stepsCard is how much, what to do step by step, and how to breathe.
func (s *entryScreen) stepsCard(e *content.Exercise) fyne.CanvasObject {
	sides := ""
	if e.Sides == content.LeftRight {
		sides = catalog.L("on the left, then on the right")
		if e.FirstSide() == content.RightSide {
			sides = catalog.L("on the right, then on the left")
		}
	}
	box := widgets.NewColumn(12,
		amount(dose(e.Reps, e.HoldS), sides, catalog.L("{{.Time}} in all", catalog.D{"Time": lasts(e.DurationS)})),
		widgets.NewLine())
	for i, step := range e.Steps {
		box.Add(widgets.NewRow(widgets.Row{Gap: 14, Tracks: []widgets.Track{{Fixed: 28}, {Grow: 1}}},
			widgets.NewColumn(0, widgets.NewNumber(i+1)),
			widgets.NewPad(2, 0, 0, 0, widgets.NewParagraph(step, 16, widgets.Medium, widgets.ColorInk))))
	}
	if e.Breath != "" {
		box.Add(widgets.NewLine())
		box.Add(widgets.NewColumn(2,
			widgets.NewParagraph(catalog.L("Breathing"), 13, widgets.SemiBold, widgets.ColorInk2), said(e.Breath)))
	}
	return titled(catalog.L("How to do it"), box)
}

// easierCard are the lighter and the stronger way.
func easierCard(e *content.Exercise) fyne.CanvasObject {
	row := widgets.NewRow(widgets.Row{Gap: 24, Below: 380, Tracks: []widgets.Track{{Grow: 1}, {Grow: 1}}})
	add := func(title, text string) {
		if text != "" {
			row.Add(widgets.NewColumn(3, widgets.NewParagraph(title, 13, widgets.SemiBold, widgets.ColorInk2), said(text)))
		}
	}
	add(catalog.L("Easier"), e.Easier)
	add(catalog.L("Harder"), e.Harder)
	return widgets.NewCard(row)
}

// aboutCard says where it works and what it takes.
func aboutCard(e *content.Exercise) fyne.CanvasObject {
	pills := widgets.NewWrap(6, 6)
	for _, r := range e.Regions {
		pills.Add(widgets.NewPill(bodyPart(r), widgets.Accent))
	}
	box := widgets.NewColumn(12, pills)
	fact := func(title, text string) {
		if text != "" {
			box.Add(widgets.NewColumn(2,
				widgets.NewParagraph(title, 13, widgets.SemiBold, widgets.ColorInk2),
				widgets.NewParagraph(sentence(text), 14, widgets.Regular, widgets.ColorInk)))
		}
	}
	fact(catalog.L("Muscles"), strings.Join(e.Muscles, ", "))
	position := positionName(string(e.Position))
	if len(e.Also) > 0 {
		var also []string
		for _, p := range e.Also {
			also = append(also, catalog.Position(p))
		}
		position = catalog.L("{{.Position}}; also {{.Others}}", catalog.D{"Position": position, "Others": strings.Join(also, ", ")})
	}
	fact(catalog.L("Position"), position)
	fact(catalog.L("At hand"), strings.Join(e.Equipment, ", "))
	return titled(catalog.L("Where it works"), box)
}

// careCard says who has to take care, and how it suits a pregnancy.
func careCard(e *content.Exercise) fyne.CanvasObject {
	box := widgets.NewColumn(14)
	if len(e.Cautions) > 0 {
		box.Add(bullets(e.Cautions, widgets.Amber))
	}
	if p := e.Pregnancy; p.T1 != "" || p.T2 != "" || p.T3 != "" {
		pills := widgets.NewWrap(6, 6)
		for i, level := range []content.Level{p.T1, p.T2, p.T3} {
			if level == "" {
				continue
			}
			word, tone := levelWord(level)
			pills.Add(widgets.NewPill(catalog.L("{{.Trimester}}: {{.Level}}", catalog.D{"Trimester": trimesterName(i + 1), "Level": word}), tone))
		}
		lines := widgets.NewColumn(7, widgets.NewParagraph(catalog.L("In pregnancy"), 13, widgets.SemiBold, widgets.ColorInk2), pills)
		if p.Note != "" {
			lines.Add(said(p.Note))
		}
		box.Add(lines)
	}
	return titled(catalog.L("Take care"), box)
}

// evidenceNotes say how good the numbers are and where they come from.
func evidenceNotes(e *content.Exercise) []string {
	var out []string
	if e.Evidence == content.LowAuthority {
		out = append(out, catalog.L("Low-authority source: no public body was found behind these numbers."))
	}
	if e.DoseBasis != "" {
		out = append(out, catalog.L("How much: {{.Basis}}", catalog.D{"Basis": e.DoseBasis}))
	}
	return out
}
