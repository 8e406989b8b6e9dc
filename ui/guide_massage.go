package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// massage is what the library says of massage. Where it cannot be read the page
// says so.
func (l *leaf) massage() *content.Massage {
	m, err := l.lib.Massage()
	if err != nil {
		l.unread(err)
		return &content.Massage{}
	}
	return m
}

// unread says that a part of the library could not be read.
func (l *leaf) unread(err error) {
	l.section(catalog.L("This part of the library cannot be read"), said(err.Error()))
}

// forMassage marks the page where massage as such is not simply right for this
// person.
func (l *leaf) forMassage() {
	l.general = l.judge.Massage()
	if v := l.verdict(catalog.L("Massage"), l.general); v != nil {
		l.box.Add(v)
	}
}

// whatItCanDo is the evidence in one line, the text, and the findings.
func (l *leaf) whatItCanDo(t topic) {
	m := l.massage()
	head := widgets.NewTintedCard(widgets.ColorPrimarySoft, widgets.NewParagraph(m.Headline, 19, widgets.SemiBold, widgets.ColorInk))
	l.box.Add(l.mark("massage", "headline", head))
	l.article(t, false)
	var rows []fyne.CanvasObject
	for _, f := range m.Evidence {
		rows = append(rows, l.mark("massage.evidence", f.ID, dotted(l.say(f.Text, f.Cited))))
	}
	l.section(catalog.L("The findings, one by one"), rows...)
}

// types are the kinds of massage side by side, and a card for each.
func (l *leaf) types(t topic) {
	m := l.massage()
	l.forMassage()
	l.lead(t)
	table := l.section(catalog.L("Side by side"))
	table.Add(widgets.NewParagraph(catalog.L("Pressure goes from 1, the lightest, to 5, the firmest."), 13, widgets.Regular, widgets.ColorInk2))
	head := func(s string) fyne.CanvasObject {
		return widgets.NewParagraph(s, 12.5, widgets.SemiBold, widgets.ColorInk2)
	}
	suits := catalog.L("Good for")
	if slices.ContainsFunc(m.Types, func(k content.MassageType) bool { return l.judge.MassageType(&k).Verdict == safety.Held }) {
		suits = catalog.L("Good for, or why not")
	}
	table.Add(widgets.NewWideOnly(tableFrom, typeColumns(head(catalog.L("Kind")), head(catalog.L("Pressure")), head(suits), head(catalog.L("Length")))))
	cards := widgets.NewGrid(widgets.Grid{Narrowest: 350, Most: 2, Gap: 16})
	for i := range m.Types {
		k := &m.Types[i]
		a := l.judge.MassageType(k)
		table.Add(widgets.NewLine())
		table.Add(l.typeRow(k, a))
		cards.Add(l.typeCard(k, a))
	}
	l.box.Add(cards)
	l.article(t, true)
}

// typeRow is one type in a line of the table.
func (l *leaf) typeRow(k *content.MassageType, a safety.Advice) fyne.CanvasObject {
	name := widgets.NewLink(k.Name, func() { l.jump("massage.type:" + k.ID) })
	first := widgets.NewColumn(5, name)
	if mark, tone := verdictMark(a.Verdict); mark != "" {
		first.Add(widgets.NewWrap(0, 0, widgets.NewPill(mark, tone)))
	}
	suits := k.GoodFor
	if a.Verdict == safety.Held {
		suits = a.Reason()
	}
	return widgets.NewPad(3, 0, 3, 0, typeColumns(first, pressure(k.PressureOf5, k.Pressure),
		widgets.NewParagraph(sentence(suits), 13.5, widgets.Regular, widgets.ColorInk),
		widgets.NewParagraph(catalog.L("{{.Count}} min", catalog.D{"Count": k.DefaultMin}), 13, widgets.Medium, widgets.ColorInk2)))
}

// tableFrom is the width from which the types stand in columns, in pixels of
// the design.
const tableFrom = 560

// typeColumns are the columns of the table.
func typeColumns(cells ...fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewRow(widgets.Row{Gap: 16, Below: tableFrom, Tracks: []widgets.Track{{Grow: 1.2}, {Grow: 1}, {Grow: 1.9}, {Fixed: 62}}}, cells...)
}

// pressure is how firm something is, as dots and in words.
func pressure(of5 []int, said string) fyne.CanvasObject {
	box := widgets.NewColumn(3)
	if len(of5) == 2 {
		box.Add(widgets.NewDots(of5[0], of5[1], 5, catalog.L("Pressure {{.From}} to {{.To}} of 5", catalog.D{"From": of5[0], "To": of5[1]})))
	}
	box.Add(widgets.NewParagraph(sentence(said), 13, widgets.Regular, widgets.ColorInk2))
	return box
}

// typeCard is everything about one type.
func (l *leaf) typeCard(k *content.MassageType, a safety.Advice) fyne.CanvasObject {
	rows := []fyne.CanvasObject{l.say(k.What, k.Cited), labelled(catalog.L("Pressure"), pressure(k.PressureOf5, k.Pressure))}
	if a.Verdict != safety.Held {
		rows = append(rows, labelled(catalog.L("Good for"), said(sentence(k.GoodFor))))
	}
	rows = append(rows, labelled(catalog.L("Avoid when"), said(sentence(k.AvoidWhen))))
	if a.Verdict != safety.Held {
		rows = append(rows, labelled(catalog.L("Usual length"), said(minutesOf(k.DefaultMin))))
	}
	return l.entryCard("massage.type", k.ID, k.Name, a, rows...)
}

// minutesOf is a number of minutes in words.
func minutesOf(n int) string { return catalog.N("{{.Count}} minute", "{{.Count}} minutes", n) }

// techniques are what a therapist does, and how to speak up meanwhile.
func (l *leaf) techniques(t topic) {
	m := l.massage()
	l.forMassage()
	l.lead(t)
	cards := widgets.NewGrid(widgets.Grid{Narrowest: 350, Most: 2, Gap: 16})
	for i := range m.Techniques {
		k := &m.Techniques[i]
		words := catalog.L("{{.From}} to {{.To}} of 5; 1 is the lightest", catalog.D{"From": k.PressureOf5[0], "To": k.PressureOf5[1]})
		cards.Add(l.entryCard("massage.technique", k.ID, k.Name, l.judge.Technique(k),
			l.say(sentence(k.Does)+".", k.Cited),
			labelled(catalog.L("Pressure"), pressure(k.PressureOf5, words)),
			labelled(catalog.L("What to say"), said(sentence(k.Tell)))))
	}
	l.box.Add(cards)
	d := m.During
	box := l.section(catalog.L("While it lasts"),
		l.say(d.Scale, d.Cited, ours(len(d.Ours) > 0)...),
		widgets.NewParagraph(d.Basis, 13, widgets.Regular, widgets.ColorInk2),
		said(d.SafeWord),
		l.strong(d.Neck, d.Cited))
	l.mark("massage", "during", box)
	l.article(t, true)
}

// precautions are the text and the checklist.
func (l *leaf) precautions(t topic) {
	m := l.massage()
	l.forMassage()
	l.article(t, false)
	for _, level := range []struct {
		level       content.ScreeningLevel
		title, text string
	}{
		{content.StopMassage, catalog.L("Checklist: not today"), catalog.L("A yes to one of these means no massage today.")},
		{content.AskClinician, catalog.L("Checklist: ask first"), catalog.L("A yes means: get a clinician's OK before you book.")},
		{content.TellFirst, catalog.L("Checklist: tell the therapist"), catalog.L("A yes is no reason to stay away, but the therapist has to know.")},
	} {
		rows := []fyne.CanvasObject{widgets.NewParagraph(level.text, 13.5, widgets.Regular, widgets.ColorInk2)}
		for _, q := range m.Screening {
			if q.Level != level.level {
				continue
			}
			row := widgets.NewColumn(1, l.say(q.Question, q.Cited))
			if q.Note != "" {
				row.Add(widgets.NewParagraph(q.Note, 13.5, widgets.Regular, widgets.ColorInk2))
			}
			rows = append(rows, l.mark("massage.screening", q.ID, dotted(row)))
		}
		l.section(level.title, rows...)
	}
}

// pregnancy is the text, and the way to the type of massage that is for it.
func (l *leaf) pregnancy(topic) {
	l.forMassage()
	m := l.massage()
	for i := range m.Types {
		k := &m.Types[i]
		if k.NeedsScreen != "pregnancy" {
			continue
		}
		to := widgets.NewTile(k.Name+". "+k.What, widgets.NewColumn(3,
			widgets.NewParagraph(k.Name, 15, widgets.SemiBold, widgets.ColorPrimaryText),
			widgets.NewParagraph(k.What, 13.5, widgets.Regular, widgets.ColorInk2)),
			func() { l.w.OpenAt(Guide, "massage.type:"+k.ID) })
		l.box.Add(to)
	}
}
