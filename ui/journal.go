package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/ui/widgets"
)

// journalStep is how many entries the journal shows at once.
const journalStep = 50

// journalScreen lists the pain entries, newest first.
type journalScreen struct {
	w     *Window
	p     *widgets.Page
	list  *rowList
	sub   *widgets.Text
	limit int
}

func newJournal(w *Window) screen {
	j := &journalScreen{
		w: w, list: newRowList(), limit: journalStep,
		sub: widgets.NewParagraph("", 14, widgets.Regular, widgets.ColorInk2),
	}
	j.p = pageOf(widgets.NewColumn(20,
		widgets.NewColumn(5, widgets.NewHeading(catalog.L("Journal"), 25, widgets.Bold, widgets.ColorInk), j.sub),
		j.list.box))
	return j
}

func (j *journalScreen) page() *widgets.Page { return j.p }
func (j *journalScreen) changed()            {}

// shown reads the entries: one more than are shown, to know of more.
func (j *journalScreen) shown() {
	fetch(j.w, func() ([]diary.Pain, error) { return j.w.Diary.Pains(j.limit + 1) }, j.fill)
}

func (j *journalScreen) fill(pains []diary.Pain, err error) {
	defer j.p.Reflow()
	j.list.box.RemoveAll()
	switch {
	case err != nil:
		j.sub.SetText("")
		j.list.box.Add(emptyCard(widgets.IconWarn, catalog.L("The journal cannot be read"),
			catalog.L("Nothing in it was changed. The reason: {{.Problem}}", catalog.D{"Problem": err}), "",
			widgets.NewButton(catalog.L("Try again"), widgets.Primary, j.shown)))
		return
	case len(pains) == 0:
		j.sub.SetText(catalog.L("How your back was, day by day."))
		log := widgets.NewButton(catalog.L("Log how my back is"), widgets.Primary, func() {
			j.w.Open(Today)
			if t, ok := j.w.screens[Today].(*todayScreen); ok {
				t.answerPain()
			}
		})
		j.list.box.Add(emptyCard(widgets.IconJournal, catalog.L("Nothing logged yet"),
			catalog.L("Pick a number on Today whenever you like; once a day is plenty. Every entry shows here, and later a curve of your weeks and what helped."),
			"", log))
		return
	}
	j.sub.SetText(catalog.L("Your pain entries, newest first. Charts and what helped come here later."))
	rows := widgets.NewColumn(0)
	now := j.w.now()
	day := ""
	more := len(pains) > j.limit
	pains = pains[:min(len(pains), j.limit)]
	for _, p := range pains {
		at := p.At.In(now.Location())
		if d := sentence(j.w.dates.heading(at, now)); d != day {
			top := float32(14)
			if day == "" {
				top = 0
			}
			day = d
			rows.Add(widgets.NewPad(top, 0, 4, 0, widgets.NewCardTitle(d)))
		} else {
			rows.Add(widgets.NewLine())
		}
		rows.Add(j.row(p, clock(at)))
	}
	j.list.box.Add(widgets.NewCard(rows))
	if more {
		j.list.box.Add(widgets.NewPad(14, 0, 0, 0, widgets.NewWrap(0, 0,
			widgets.NewButton(catalog.L("Show older entries"), widgets.Quiet, func() {
				j.limit += journalStep
				j.shown()
			}))))
	}
}

// row is one entry: when, how much in words and numbers, where, and a note.
func (j *journalScreen) row(p diary.Pain, at string) fyne.CanvasObject {
	tone := widgets.Accent
	if p.Intensity >= 4 {
		tone = widgets.Amber
	}
	if p.Intensity >= diary.Severe {
		tone = widgets.Heat
	}
	where := sentence(regionNames(p.Regions))
	if where == "" {
		where = catalog.L("No place given")
	}
	words := widgets.NewColumn(2, widgets.NewParagraph(where, 14, widgets.Regular, widgets.ColorInk))
	if p.Note != "" {
		words.Add(widgets.NewParagraph(p.Note, 13, widgets.Regular, widgets.ColorInk2))
	}
	del := widgets.NewButton(catalog.L("Delete"), widgets.Plain, func() { j.delete(p) })
	del.Small = true
	del.Hint = catalog.L("Delete the entry {{.Entry}}, {{.Time}}", catalog.D{"Entry": painWords(p), "Time": at})
	buttons := widgets.NewWrap(4, 4)
	if p.Intensity >= diary.Severe {
		serious := widgets.NewButton(catalog.L("Is this serious?"), widgets.Plain, func() { j.w.Open(Serious) })
		serious.Small = true
		buttons.Add(serious)
	}
	buttons.Add(del)
	return widgets.NewPad(7, 0, 7, 0, widgets.NewRow(widgets.Row{
		Gap: 8, Center: true, Below: 430, Tracks: []widgets.Track{{Fixed: 174}, {Grow: 1}},
	},
		widgets.NewRow(widgets.Row{Gap: 10, Center: true, Tracks: []widgets.Track{{Fixed: 46}, {Grow: 1}}},
			widgets.NewText(at, 13, widgets.SemiBold, widgets.ColorInk2),
			widgets.NewWrap(0, 0, widgets.NewPill(catalog.L("{{.Intensity}} · {{.Band}}", catalog.D{"Intensity": p.Intensity, "Band": bandWord(p.Intensity)}), tone))),
		words, buttons))
}

// bandWord says in a word how strong a pain is.
func bandWord(intensity int) string {
	switch band := diary.Band(intensity); band {
	case "none":
		return catalog.L("none")
	case "mild":
		return catalog.L("mild")
	case "moderate":
		return catalog.L("moderate")
	case "severe":
		return catalog.L("severe")
	default:
		return band
	}
}

func (j *journalScreen) delete(p diary.Pain) {
	j.w.deleteUndoably(p.ID, catalog.L("Entry deleted: {{.Entry}}.", catalog.D{"Entry": painWords(p)}), j.w.Diary.DeletePain, j.w.Diary.UndeletePain, j.shown)
}
