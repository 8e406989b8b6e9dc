package ui

import (
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/ui/widgets"
)

// whereCard asks where it hurts and how much, and logs that as Today does. What
// is not logged yet stays there.
type whereCard struct {
	s     *prepareScreen
	card  *widgets.Card
	last  *widgets.Text
	areas *areas
	scale *widgets.PainScale
	note  *widgets.Lines
	log   *widgets.Button
	help  *widgets.Card
}

func newWhereCard(s *prepareScreen) *whereCard {
	c := &whereCard{s: s, last: aside(""), help: s.w.severeCard()}
	reflow := func() { s.p.Reflow() }
	c.areas = newAreas(catalog.L("Where it hurts"), nil, reflow, func([]diary.Region) {})
	c.scale = widgets.NewPainScale(func(int) { c.chosen() })
	c.scale.Name, c.scale.OnSubmit = catalog.L("How much it hurts"), c.submit
	scale := newFormField(catalog.L("How much"), "", c.scale, c.scale)
	c.note = linesField(catalog.L("Since when, and what makes it better or worse"), "", 2, reflow, func(string) {})
	note := newFormField(catalog.L("Since when, and what makes it better or worse, if you like"), "", c.note, c.note)
	c.log = widgets.NewButton(catalog.L("Log"), widgets.Primary, c.submit)
	c.log.Hint = catalog.L("Log where it hurts")
	c.chosen()
	c.card = widgets.NewCard(widgets.NewColumn(12,
		widgets.NewColumn(2, sectionTitle(catalog.L("Where it hurts, and how much")), c.last),
		widgets.NewRow(widgets.Row{Gap: 28, Below: 640, Tracks: []widgets.Track{{Grow: 1}, {Grow: 1}}},
			c.areas.field.box,
			widgets.NewColumn(14, scale.box, note.box, widgets.NewWrap(0, 0, c.log), c.help))))
	return c
}

// update says what was logged last.
func (c *whereCard) update() {
	w := c.s.w
	now := w.now()
	last, ok := diary.Last(c.s.known.pains)
	if !ok {
		c.last.SetText(catalog.L("Nothing is logged yet."))
		return
	}
	c.last.SetText(catalog.L("Logged last: {{.Entry}} ({{.When}}).", catalog.D{"Entry": painWords(last), "When": w.dates.ago(last.At.In(now.Location()), now)}))
}

func (c *whereCard) chosen() {
	if c.scale.Selected >= 0 {
		c.log.Enable()
	} else {
		c.log.Disable()
	}
}

// submit logs what is told, and empties the card for the next time.
func (c *whereCard) submit() {
	if c.scale.Selected < 0 || c.log.Disabled() {
		return
	}
	w := c.s.w
	c.log.Disable() // until it is saved, a second press must not save it twice
	entry := diary.Pain{At: w.now(), Intensity: c.scale.Selected, Regions: c.areas.chosen, Note: strings.TrimSpace(c.note.Text)}
	w.addPain(entry, func(saved diary.Pain, err error) {
		if err != nil {
			c.chosen()
			return
		}
		setVisible(c.help, saved.Intensity >= diary.Severe)
		c.areas.set(nil)
		c.scale.Select(-1)
		c.note.SetText("")
		c.s.shown()
	}, func() {
		c.help.Hide()
		c.s.shown()
	})
}
