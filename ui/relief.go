package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

func newRelief(w *Window) screen {
	log := widgets.NewButton(catalog.L("Log how my back is"), widgets.Primary, w.logPain)
	return newReading(w, catalog.L("Heat & cold"), catalog.L("Which one, how long, and who must not."), w.heatAndCold,
		emptyCard(widgets.IconRelief, catalog.L("Timers for heat and cold, made safe"),
			catalog.L("This will be the place for timed heat and cold packs: a skin check half way, a limit on how long, and a clear no where it could harm you. It is not built yet."),
			catalog.L("What you can do today: log how your back feels. When the timers arrive, your journal can show whether they help you."), log),
		w.reading("heat-and-cold", "self-care", "massage-pregnancy"))
}

// heatAndCold are two cards: when to try which, how long, and whether it is for
// this person.
func (w *Window) heatAndCold(box *fyne.Container) {
	h, err := w.library().HeatCold()
	if err != nil {
		return
	}
	box.Add(widgets.NewGrid(widgets.Grid{Narrowest: 330, Most: 2, Gap: 16},
		w.modalityCard(h, content.Heat, catalog.L("Heat"), widgets.ColorHeat),
		w.modalityCard(h, content.Cold, catalog.L("Cold"), widgets.ColorCold)))
}

// modalityCard is heat, or cold. What is held back, or needs a clinician's word
// first, is not offered: the card says why instead.
func (w *Window) modalityCard(h *content.HeatCold, m content.Modality, name string, edge fyne.ThemeColorName) fyne.CanvasObject {
	a := w.judge().HeatCold(m)
	box := widgets.NewColumn(10, widgets.NewHeading(name, 19, widgets.Bold, widgets.ColorInk))
	if v := w.verdictCard("", a); v != nil {
		box.Add(v)
	}
	for _, c := range h.Choices {
		if a.Suggest() && string(c.Suggest) == string(m) {
			box.Add(dotted(widgets.NewParagraph(c.Situation, 14.5, widgets.Regular, widgets.ColorInk)))
		}
	}
	for _, t := range h.Timers {
		if a.Suggest() && t.Modality == m && t.Offered && !t.Untimed {
			box.Add(widgets.NewParagraph(w.howLong(t), 14, widgets.Medium, widgets.ColorInk))
		}
	}
	more := widgets.NewLink(catalog.L("More, with the sources"), func() { w.OpenAt(Guide, "heat-and-cold") })
	more.Hint = catalog.L("{{.Name}}: more, with the sources", catalog.D{"Name": name})
	box.Add(more)
	return widgets.NewEdgeCard(edge, box)
}

// howLong is how long something is used, and its limit. In pregnancy the limit
// is lower where the library says so.
func (w *Window) howLong(t content.Timer) string {
	usual, most := t.DefaultMin, t.HardStopMin
	if w.about.profile.Pregnancy.Is && t.PregnancyMaxMin > 0 {
		most = min(most, t.PregnancyMaxMin)
		usual = min(usual, most)
	}
	if usual == most {
		return catalog.L("{{.Name}}: {{.Most}}, never longer.", catalog.D{"Name": t.Name, "Most": minutesOf(most)})
	}
	return catalog.L("{{.Name}}: {{.Usual}}, never longer than {{.Most}}.", catalog.D{
		"Name": t.Name, "Usual": minutesOf(usual), "Most": minutesOf(most),
	})
}
