package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// deskStatus is the card on top of the questions: how far it is, what there is
// to change, and when to look again.
type deskStatus struct {
	d      *deskCheckUp
	card   *widgets.Card
	count  *widgets.Text
	meter  *widgets.Meter
	when   *widgets.Text
	again  *widgets.Button
	side   *fyne.Container // around again
	change *fyne.Container
	key    string // the names of what is to be changed
}

func newDeskStatus(d *deskCheckUp) *deskStatus {
	s := &deskStatus{
		d: d, meter: widgets.NewMeter(), change: widgets.NewColumn(8),
		count: widgets.NewParagraph("", 16.5, widgets.SemiBold, widgets.ColorInk),
		when:  widgets.NewParagraph("", 14, widgets.Regular, widgets.ColorInk2),
	}
	s.again = widgets.NewButton("", widgets.Quiet, d.startOver)
	s.side = widgets.NewWrap(0, 0, s.again)
	s.change.Hide() // as long as its names are none
	s.card = widgets.NewCard(widgets.NewColumn(14,
		widgets.NewRow(widgets.Row{Gap: 16, Center: true, Below: 480, Tracks: []widgets.Track{{Grow: 1}}},
			widgets.NewColumn(8, s.count, s.meter, s.when), s.side),
		s.change))
	return s
}

func (s *deskStatus) set(p progress) {
	s.count.SetText(countLine(p))
	s.meter.Set(float64(p.done) / float64(max(p.all, 1)))
	s.when.SetText(s.d.whenLine(p))
	s.again.Kind = widgets.Quiet
	s.again.SetLabel(catalog.L("Start over"))
	if p.due {
		s.again.Kind = widgets.Primary
		s.again.SetLabel(catalog.L("Look again"))
	}
	s.again.Hint = catalog.L("{{.Button}}: takes all answers of the check-up back", catalog.D{"Button": s.again.Label})
	s.side.Hidden = p.done == 0
	s.again.Refresh()
	s.list(p)
}

// list names what is to be changed; each name leads to its question.
func (s *deskStatus) list(p progress) {
	key := ""
	for _, r := range p.change {
		key += r.q.ID + " "
	}
	if key == s.key {
		return
	}
	s.key = key
	s.change.RemoveAll()
	s.change.Hidden = len(p.change) == 0
	names := widgets.NewWrap(18, 6)
	for _, r := range p.change {
		l := widgets.NewLink(r.q.Name, func() { s.d.show(r.choice) })
		l.Short = true
		l.Hint = catalog.L("To change: {{.Name}}", catalog.D{"Name": r.q.Name})
		names.Add(l)
	}
	s.change.Add(widgets.NewLine())
	s.change.Add(widgets.NewText(catalog.L("To change"), 13, widgets.SemiBold, widgets.ColorAmberText))
	s.change.Add(names)
}

// countLine says how much was looked at.
func countLine(p progress) string {
	if p.done == 0 {
		return catalog.N("{{.Count}} thing to look at", "{{.Count}} things to look at", p.all)
	}
	return catalog.L("{{.Done}} of {{.All}} looked at", catalog.D{"Done": p.done, "All": p.all})
}

// whenLine says when it was last looked at, and when to look again.
func (d *deskCheckUp) whenLine(p progress) string {
	if p.last.IsZero() {
		return d.check.LookAgain.Text
	}
	now := d.w.now()
	when := catalog.D{"Day": d.w.dates.day(p.last, now), "Again": d.w.dates.short(p.again, now), "More": d.check.LookAgain.Text}
	if p.due {
		return catalog.L("Last look: {{.Day}}. Time for another one. {{.More}}", when)
	}
	return catalog.L("Last look: {{.Day}}; the next one around {{.Again}}. {{.More}}", when)
}

// deskSummary is the check-up in short, near the top of the screen.
type deskSummary struct {
	d     *deskCheckUp
	line  *widgets.Text
	small *widgets.Text
	begin *widgets.Button
}

func newDeskSummary(d *deskCheckUp) *deskSummary {
	s := &deskSummary{
		d:     d,
		line:  widgets.NewParagraph("", 16.5, widgets.SemiBold, widgets.ColorInk),
		small: widgets.NewParagraph("", 13.5, widgets.Regular, widgets.ColorInk2),
	}
	s.begin = widgets.NewButton(catalog.L("Begin"), widgets.Quiet, func() { d.w.OpenAt(Posture, "desk") })
	s.unknown()
	return s
}

// summary is the card of it.
func (d *deskCheckUp) summary() fyne.CanvasObject {
	s := d.short
	return widgets.NewCard(widgets.NewRow(widgets.Row{Gap: 16, Center: true, Below: 300, Tracks: []widgets.Track{{Grow: 1}}},
		widgets.NewColumn(4, widgets.NewCardTitle(catalog.L("Desk check-up")), s.line, s.small), widgets.NewWrap(0, 0, s.begin)))
}

// unknown is shown while there are no answers to speak of.
func (s *deskSummary) unknown() {
	s.line.SetText(catalog.L("How is your desk set up?"))
	s.say("", catalog.L("Look"))
}

func (s *deskSummary) say(small, button string) {
	s.small.SetText(small)
	s.small.Hidden = small == ""
	s.begin.SetLabel(button)
	s.begin.Hint = catalog.L("Desk check-up: {{.Button}}", catalog.D{"Button": button})
}

func (s *deskSummary) set(p progress) {
	now := s.d.w.now()
	s.line.SetText(countLine(p))
	change := catalog.N("{{.Count}} thing to change", "{{.Count}} things to change", len(p.change))
	switch {
	case p.done == 0:
		s.say(catalog.L("At your own pace; your answers stay here."), catalog.L("Begin"))
	case p.due:
		s.say(catalog.L("Last look: {{.Day}}.", catalog.D{"Day": s.d.w.dates.day(p.last, now)}), catalog.L("Look again"))
	case len(p.change) > 0:
		s.say(change, catalog.L("Look"))
	case p.done < p.all:
		s.say(catalog.L("Nothing to change so far."), catalog.L("Go on"))
	default:
		s.say(catalog.L("Nothing to change. Look again around {{.Again}}.", catalog.D{"Again": s.d.w.dates.short(p.again, now)}), catalog.L("Look"))
	}
}
