package ui

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// fact is a line that says what something is set to, and whether that is our
// own choice.
func fact(label, value string, own bool) fyne.CanvasObject {
	runs := append([]widgets.Run{{Text: value, Style: widgets.SemiBold}}, ours(own)...)
	said := widgets.NewProse(14.5, widgets.ColorInk, nil, runs...)
	return widgets.NewRow(widgets.Row{Gap: 14, Below: 400, Tracks: []widgets.Track{{Grow: 1}, {Grow: 1.3}}},
		widgets.NewParagraph(label, 14.5, widgets.Regular, widgets.ColorInk), said)
}

// howOften is how long and how often, where the numbers come from, and when to
// change something.
func (l *leaf) howOften(t topic) {
	m := l.massage()
	l.forMassage()
	s := m.Session
	own := func(field string) bool { return slices.Contains(s.Ours, field) }
	l.mark("massage", "session", l.section(catalog.L("How long"),
		fact(catalog.L("To begin with"), minutesOf(s.DefaultMin), own("default_min")),
		fact(catalog.L("A first visit"), minutesOf(s.FirstVisitMin), own("first_visit_min")),
		fact(catalog.L("In pregnancy"), minutesOf(s.PregnancyMin), own("pregnancy_min")),
		fact(catalog.L("To choose from"), catalog.L("{{.List}} minutes", catalog.D{"List": numbers(s.ChoicesMin)}), own("choices_min")),
		l.say(s.Basis, s.Cited)))
	f := m.Frequency
	own = func(field string) bool { return slices.Contains(f.Ours, field) }
	l.mark("massage", "frequency", l.section(catalog.L("How often"),
		fact(catalog.L("To begin with"), sentence(f.DefaultText), own("default_text")),
		fact(catalog.L("Between two sessions at least"), catalog.N("{{.Count}} day", "{{.Count}} days", f.MinGapDays), own("min_gap_days")),
		fact(catalog.L("First review"), catalog.N("after {{.Count}} session", "after {{.Count}} sessions", f.ReviewAfterSessions), own("review_after_sessions")),
		fact(catalog.L("Latest review"), f.CapText, own("cap_sessions")),
		fact(catalog.L("To choose from"), strings.Join(f.Choices, " · "), own("choices")),
		l.say(f.Basis, f.Cited)))
	var rules []fyne.CanvasObject
	for i, r := range m.Rules {
		row := widgets.NewColumn(3)
		if i > 0 {
			row.Add(widgets.NewPad(0, 0, 7, 0, widgets.NewLine()))
		}
		row.Add(widgets.NewParagraph(r.If, 14.5, widgets.SemiBold, widgets.ColorInk))
		row.Add(said(r.Then))
		basis := l.say(r.Basis, r.Cited) // says itself what is ours
		basis.TextSize, basis.Color = 13, widgets.ColorInk2
		row.Add(basis)
		rules = append(rules, l.mark("massage.rule", r.ID, row))
	}
	l.section(catalog.L("When to change something"), rules...)
	l.article(t, true)
}

// numbers is "30, 45, 60".
func numbers(list []int) string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = strconv.Itoa(n)
	}
	return strings.Join(words, ", ")
}

// therapist is what to ask before booking, and what to tell.
func (l *leaf) therapist(topic) {
	m := l.massage()
	var ask []fyne.CanvasObject
	for _, q := range m.Questions {
		row := widgets.NewColumn(1, l.say(q.Text, q.Cited))
		if q.When != "" {
			row.Add(widgets.NewParagraph(catalog.L("If this is you: {{.When}}", catalog.D{"When": q.When}), 13.5, widgets.Regular, widgets.ColorInk2))
		}
		ask = append(ask, l.mark("massage.question", q.ID, dotted(row)))
	}
	l.section(catalog.L("Questions to ask"), ask...)
	var tell []fyne.CanvasObject
	for _, s := range m.Tell.Therapist {
		tell = append(tell, dotted(said(s)))
	}
	l.mark("massage", "tell", l.section(catalog.L("What to tell the therapist"), tell...))
}

// afterwards is what to do after a massage, what to note, and when to call.
func (l *leaf) afterwards(topic) {
	m := l.massage()
	var do []fyne.CanvasObject
	for _, a := range m.Aftercare {
		row := widgets.NewColumn(4, l.say(a.Text, a.Cited))
		if a.Routine != "" {
			if r, ok := routineOf(l.lib, a.Routine); ok {
				row.Add(widgets.NewLink(r.Name, func() { l.w.OpenAt(Entry, "routine:"+r.ID) }))
			}
		}
		do = append(do, l.mark("massage.aftercare", a.ID, dotted(row)))
	}
	l.section(catalog.L("That day"), do...)
	k := m.Monitor
	watch := []fyne.CanvasObject{
		l.say(catalog.L("Note your pain: {{.Times}}.", catalog.D{"Times": strings.Join(k.At, ", ")}), k.Cited, ours(slices.Contains(k.Ours, "at"))...),
		said(catalog.L("And watch for:")),
	}
	for _, s := range k.Also {
		watch = append(watch, dotted(said(sentence(s))))
	}
	l.mark("massage", "monitor", l.section(catalog.L("Keep an eye on"), watch...))
	for _, u := range []struct {
		do    content.Urgency
		title string
	}{
		{"emergency", catalog.L("Call the emergency number now")},
		{"same-day", catalog.L("Get advice the same day")},
		{"call", catalog.L("Call your GP or pharmacist")},
	} {
		var rows []fyne.CanvasObject
		for _, c := range m.Calls {
			if c.Do != u.do {
				continue
			}
			row := widgets.NewColumn(1, l.say(c.When, c.Cited, ours(c.Ours)...))
			if c.Note != "" {
				row.Add(widgets.NewParagraph(c.Note, 13.5, widgets.Regular, widgets.ColorInk2))
			}
			rows = append(rows, l.mark("massage.call", c.ID, dotted(row)))
		}
		if len(rows) > 0 {
			l.section(u.title, rows...)
		}
	}
	l.box.Add(widgets.NewWrap(8, 8, widgets.NewButton(catalog.L("Is this serious?"), widgets.Quiet, func() { l.w.Open(Serious) })))
}
