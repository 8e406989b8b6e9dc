package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// otherTherapies are the therapies somebody else gives, or leads.
func (l *leaf) otherTherapies(t topic) {
	l.therapyCards(false)
	l.article(t, true)
}

// selfCare is the text, and the therapies one does oneself.
func (l *leaf) selfCare(t topic) {
	l.article(t, false)
	l.therapyCards(true)
}

func (l *leaf) therapyCards(self bool) {
	all, err := l.lib.Therapies()
	if err != nil {
		l.unread(err)
		return
	}
	cards := widgets.NewGrid(widgets.Grid{Narrowest: 350, Most: 2, Gap: 16})
	for i := range all {
		if slices.Contains(selfCare, all[i].ID) == self {
			cards.Add(l.therapyCard(&all[i]))
		}
	}
	l.box.Add(cards)
}

// therapyCard is what is known of a therapy, what to heed, and what is worth
// noting down.
func (l *leaf) therapyCard(t *content.Therapy) fyne.CanvasObject {
	cautions := widgets.NewColumn(4)
	for _, c := range t.Cautions {
		cautions.Add(dotted(said(c)))
	}
	rows := []fyne.CanvasObject{l.say(t.Text, t.Cited), labelled(catalog.L("Heed"), cautions)}
	if p := t.Pacer; p != nil {
		rows = append(rows, labelled(catalog.L("Pace"), said(catalog.L(
			"About {{.Breaths}} breaths a minute for {{.Minutes}} minutes, {{.PerDay}} times a day; beginners start with {{.Start}}.",
			catalog.D{"Breaths": p.PerMinute, "Minutes": p.Minutes, "PerDay": p.PerDay, "Start": p.StartForNew}))))
	}
	if m := t.Muscles; m != nil {
		rows = append(rows, labelled(catalog.L("In this order"), said(catalog.L(
			"{{.Order}}. Tense for {{.Tense}} seconds, let go for {{.Release}}.",
			catalog.D{"Order": sentence(strings.Join(m.Order, ", ")), "Tense": m.TenseS, "Release": m.ReleaseS}))))
	}
	if t.Note != "" {
		rows = append(rows, widgets.NewParagraph(t.Note, 13.5, widgets.Regular, widgets.ColorInk2))
	}
	if len(t.Track) > 0 {
		rows = append(rows, labelled(catalog.L("Worth noting down"), said(sentence(strings.Join(t.Track, " · ")))))
	}
	return l.entryCard("therapy", t.ID, t.Name, l.judge.Therapy(t), rows...)
}
