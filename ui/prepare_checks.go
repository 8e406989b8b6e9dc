package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// checksCard are the questions of the checklist. An answer is kept at once. The
// open ones come first; they stay where they are while they are answered, so
// that nothing moves under the pointer, and are laid out anew the next time.
type checksCard struct {
	s     *prepareScreen
	card  *widgets.Card
	count *widgets.Text
	none  *widgets.Button
	box   *fyne.Container
	rows  map[string]*checkRow // by the question's id
	order []*checkRow
	stale bool   // the order is an old one
	day   string // on which the answers were judged
	keep  *answerKeeper
}

func newChecksCard(s *prepareScreen) *checksCard {
	c := &checksCard{s: s, stale: true, rows: map[string]*checkRow{}, box: widgets.NewColumn(0), keep: &answerKeeper{s: s}}
	c.count = widgets.NewParagraph("", 14, widgets.SemiBold, widgets.ColorPrimaryText)
	c.none = widgets.NewButton(catalog.L("No to all that are open"), widgets.Quiet, c.noToOpen)
	c.card = widgets.NewCard(widgets.NewColumn(10,
		widgets.NewRow(widgets.Row{Gap: 12, Below: 420, Tracks: []widgets.Track{{Grow: 1}}},
			widgets.NewColumn(2, sectionTitle(catalog.L("Checklist")), c.count),
			widgets.NewColumn(0, widgets.NewWrap(0, 0, c.none))),
		c.box))
	return c
}

// update shows the checklist as it stands.
func (c *checksCard) update() {
	c.day = c.s.w.now().Format(time.DateOnly)
	setVisible(c.card, c.s.unlisted == nil)
	items := c.s.list.Items
	fresh := slices.ContainsFunc(items, func(it safety.ScreeningItem) bool { return c.rows[it.Question.ID] == nil })
	for _, it := range items {
		if c.rows[it.Question.ID] == nil {
			c.rows[it.Question.ID] = newCheckRow(c)
		}
		c.rows[it.Question.ID].set(it)
	}
	if c.stale || fresh || len(items) != len(c.order) {
		c.arrange()
		c.stale = !c.s.w.about.known // the profile may answer some yet
	}
	d := catalog.D{"Open": c.s.list.Open(), "All": len(items)}
	if c.s.list.Complete() {
		c.count.SetText(catalog.L("All {{.All}} answered", d))
	} else {
		c.count.SetText(catalog.L("{{.Open}} of {{.All}} open", d))
	}
	setVisible(c.none, len(c.unanswered()) > 0)
}

// levels are the kinds of questions, in their order, and what a yes means.
func levels() []struct {
	level       content.ScreeningLevel
	title, text string
} {
	return []struct {
		level       content.ScreeningLevel
		title, text string
	}{
		{content.StopMassage, catalog.L("Not today"), catalog.L("A yes to one of these means no massage today, unless a clinician said that it is fine: “Yes, cleared”.")},
		{content.AskClinician, catalog.L("Ask first"), catalog.L("A yes means: get a clinician’s OK first. Once you have it: “Yes, cleared”.")},
		{content.TellFirst, catalog.L("Tell the therapist"), catalog.L("A yes is no reason to stay away, but the therapist has to know.")},
	}
}

// arrange lays the questions out: the open ones by what a yes means, then those
// that are answered.
func (c *checksCard) arrange() {
	c.order = nil
	c.box.RemoveAll()
	var answered []fyne.CanvasObject
	heading := func(title, text string) fyne.CanvasObject {
		return widgets.NewPad(12, 0, 4, 0, widgets.NewColumn(1, widgets.NewCardTitle(title), aside(text)))
	}
	rule := func(on bool) {
		if on {
			c.box.Add(widgets.NewLine())
		}
	}
	var done []*checkRow
	for _, l := range levels() {
		n := 0
		for _, it := range c.s.list.Items {
			row := c.rows[it.Question.ID]
			switch {
			case it.Question.Level != l.level:
			case !it.Open():
				done = append(done, row)
				answered = append(answered, row.box)
			default:
				if n == 0 {
					c.box.Add(heading(l.title, l.text))
				}
				rule(n > 0)
				n++
				c.order = append(c.order, row)
				c.box.Add(row.box)
			}
		}
	}
	if len(c.order) > 0 && len(answered) > 0 {
		c.box.Add(heading(catalog.L("Answered"), catalog.L("Asked again once something may have changed.")))
	}
	for i, o := range answered {
		rule(i > 0)
		c.box.Add(o)
	}
	c.order = append(c.order, done...)
}

// begin is where one begins to answer; nil if nothing is open.
func (c *checksCard) begin() fyne.Focusable { return c.after(-1) }

// after is the first thing to press of the next open question after a place in
// the order, from its beginning again where there is none; nil if none is open.
func (c *checksCard) after(at int) fyne.Focusable {
	for i := range c.order {
		if row := c.order[(at+1+i)%len(c.order)]; row.item.Open() {
			return row.first
		}
	}
	return nil
}

// unanswered are the questions that were never answered, or so long ago that a
// no does not count any more. A yes is taken back by itself, not with others.
func (c *checksCard) unanswered() (ids []string) {
	for _, it := range c.s.list.Items {
		if it.State == safety.ScreenOpen {
			ids = append(ids, it.Question.ID)
		}
	}
	return ids
}

// noToOpen answers all of them with no.
func (c *checksCard) noToOpen() {
	var answers []ScreeningAnswer
	for _, id := range c.unanswered() {
		answers = append(answers, ScreeningAnswer{Question: id, At: c.s.w.now()})
	}
	if len(answers) == 0 {
		return
	}
	c.keep.answer(answers, catalog.N("Answered {{.Count}} question with no.", "Answered {{.Count}} questions with no.", len(answers)))
	if on := c.begin(); on != nil {
		c.s.w.focus(on)
	} else if len(c.order) > 0 {
		c.s.w.focus(c.order[0].first)
		c.s.p.BeginAt(c.card)
	}
}

// answer keeps one answer, and goes on to the next open question.
func (c *checksCard) answer(row *checkRow, a ScreeningAnswer, done string) {
	c.s.p.Hold(row.box, func() { c.keep.answer([]ScreeningAnswer{a}, done) })
	c.onwards(row)
}

// onwards puts the focus on the next open question, or, if there is none, on
// what the last one became.
func (c *checksCard) onwards(row *checkRow) {
	on := c.after(slices.Index(c.order, row))
	if on == nil {
		on = row.first
	}
	if on != nil {
		c.s.w.focus(on)
	}
}
