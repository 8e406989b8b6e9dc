package ui

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/ui/widgets"
)

// reliefHistory is what was used of late, newest first.
type reliefHistory struct {
	*history
	s   *reliefScreen
	box *fyne.Container
}

// fewReliefs are shown without being asked for.
const fewReliefs = 4

func newReliefHistory(s *reliefScreen) *reliefHistory {
	h := &reliefHistory{s: s}
	h.history = newHistory(fewReliefs, widgets.NewParagraph("", 13.5, widgets.Regular, widgets.ColorInk2), func() {
		h.fill()
		s.p.Reflow()
	})
	h.box = widgets.NewColumn(0, widgets.NewCard(widgets.NewColumn(8,
		widgets.NewRow(widgets.Row{Gap: 10, Center: true, Below: 360, Tracks: []widgets.Track{{Grow: 1}}}, widgets.NewCardTitle(catalog.L("Last sessions")), h.more),
		h.sum, h.rows)))
	return h
}

func (h *reliefHistory) fill() {
	list := h.s.known.used
	setVisible(h.box, len(list) > 0)
	h.sum.SetText(h.summary())
	setVisible(h.sum, h.sum.Content != "")
	h.lay(len(list), func(i int) fyne.CanvasObject { return h.row(list[i]) })
}

// summary is what heat and cold did, where enough was told to say so.
func (h *reliefHistory) summary() string {
	text := ""
	for _, kind := range []string{diary.ReliefHeat, diary.ReliefCold} {
		e := diary.EffectOf(kind, h.s.known.used)
		if e.Told < 3 {
			continue
		}
		text = joinLines(text, catalog.L("{{.Kind}}: less pain after {{.Eased}} of {{.Told}} sessions, by {{.Points}} points on average.", catalog.D{
			"Kind": relief.Kind(content.Modality(kind)), "Eased": e.Eased, "Told": e.Told, "Points": strconv.FormatFloat(max(0, -e.Mean), 'f', 1, 64),
		}))
	}
	return text
}

// row is one session: when, what, and what it did.
func (h *reliefHistory) row(x Relieved) fyne.CanvasObject {
	tone := widgets.Heat
	if x.Kind == diary.ReliefCold {
		tone = widgets.Cold
	}
	name := catalog.L("{{.Kind}} {{.Length}} · {{.Region}}", catalog.D{
		"Kind": relief.Kind(content.Modality(x.Kind)), "Length": lasts(int(x.Used.Round(time.Second) / time.Second)), "Region": catalog.Region(string(x.Region)),
	})
	when := h.s.w.dayAndTime(x.Start)
	tail := widgets.NewWrap(6, 6)
	if x.Skin == diary.SkinBad {
		tail.Add(widgets.NewPill(catalog.L("skin not fine"), widgets.Amber))
	}
	switch {
	case x.Before != nil && x.After != nil:
		tail.Add(widgets.NewPill(catalog.L("pain {{.Before}} → {{.After}}", catalog.D{"Before": *x.Before, "After": *x.After}), widgets.Neutral))
	case x.Before != nil:
		tail.Add(widgets.NewPill(catalog.L("pain before {{.Before}}", catalog.D{"Before": *x.Before}), widgets.Neutral))
	case x.After != nil:
		tail.Add(widgets.NewPill(catalog.L("pain after {{.After}}", catalog.D{"After": *x.After}), widgets.Neutral))
	}
	d := catalog.D{"Name": name, "When": when}
	tail.Add(smallButton(catalog.L("Again"), catalog.L("Once more: {{.Name}}", d), widgets.Plain, func() { h.again(x) }))
	tail.Add(smallButton(catalog.L("Delete"), catalog.L("Delete {{.Name}}, {{.When}}", d), widgets.Plain, func() { h.delete(x, name) }))
	return historyRow(toned(tone, nameOver(name, when)), tail)
}

// again asks the questions before the same once more.
func (h *reliefHistory) again(x Relieved) {
	s := h.s
	card := s.card(content.Modality(x.Kind))
	card.timer = x.Timer
	card.wish(x.Length)
	s.where.take(x.Region)
	card.ask()
}

func (h *reliefHistory) delete(x Relieved, name string) {
	keeps := h.s.w.HeatCold
	h.s.w.deleteUndoably(x.ID, catalog.L("Deleted: {{.Name}}.", catalog.D{"Name": name}), keeps.DeleteRelief, keeps.UndeleteRelief, h.s.load)
}
