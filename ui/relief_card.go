package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// reliefCard starts heat, or cold. What is held back says why instead.
type reliefCard struct {
	s      *reliefScreen
	kind   content.Modality
	tone   widgets.Tone
	card   *widgets.EdgeCard
	inside *fyne.Container
	timer  string        // the chosen one's id
	length time.Duration // the chosen one; 0 is the timer's default
	asks   *reliefAsks   // the questions before it starts; nil while none are asked
	rests  string        // what keeps it from starting, as it was shown
	before *int          // how much it hurts, as it was told before the questions held it back
}

func newReliefCard(s *reliefScreen, kind content.Modality) *reliefCard {
	c := &reliefCard{s: s, kind: kind, tone: widgets.Heat, inside: widgets.NewColumn(11)}
	edge := widgets.ColorHeat
	if kind == content.Cold {
		c.tone, edge = widgets.Cold, widgets.ColorCold
	}
	c.card = widgets.NewEdgeCard(edge, c.inside)
	return c
}

// timers are the ways of warming, or cooling, that are timed.
func (c *reliefCard) timers() []content.Timer {
	return slices.DeleteFunc(slices.Clone(c.s.known.page.Timers), func(t content.Timer) bool {
		return t.Modality != c.kind || !t.Offered || t.Untimed
	})
}

// chosen is the timer.
func (c *reliefCard) chosen() (content.Timer, bool) {
	all := c.timers()
	for _, t := range all {
		if t.ID == c.timer {
			return t, true
		}
	}
	if len(all) == 0 {
		return content.Timer{}, false
	}
	return all[0], true
}

// wish takes a length that was asked for; the hard stop bounds it.
func (c *reliefCard) wish(d time.Duration) { c.length = d }

// want is what would be started now.
func (c *reliefCard) want(t content.Timer, check safety.ReliefCheck) relief.Want {
	limits := relief.LimitsOf(t, check.MaxMin)
	length := c.length
	if length <= 0 {
		length = limits.Default
	}
	return relief.Want{Timer: t, Region: c.s.where.region, MaxMin: check.MaxMin, Length: min(length, limits.HardStop)}
}

func (c *reliefCard) fill() {
	c.inside.RemoveAll()
	title, about := relief.Kind(c.kind), catalog.L("stiff, aching, long-lasting")
	if c.kind == content.Cold {
		about = catalog.L("new injury, swelling")
	}
	c.inside.Add(widgets.NewRow(widgets.Row{Gap: 10, Center: true, Below: 260, Tracks: []widgets.Track{{Grow: 1}}},
		widgets.NewHeading(title, 19, widgets.Bold, widgets.ColorInk), widgets.NewWrap(0, 0, widgets.NewPill(about, c.tone))))
	for _, p := range c.s.known.page.Precautions {
		if p.ID == "forearm-test" && c.kind == content.Heat || p.ID == "ice-cloth" && c.kind == content.Cold {
			c.inside.Add(widgets.NewParagraph(p.Text, 14, widgets.Regular, widgets.ColorInk2))
		}
	}
	defer c.s.showAsks()
	t, ok := c.chosen()
	if !ok {
		return
	}
	check, err := c.s.check(&t, c.s.where.region)
	switch {
	case err != nil:
		c.inside.Add(c.s.w.unreadCard(err, c.s.load))
	case len(check.Stop) > 0:
		c.asks = nil
		c.inside.Add(c.s.held(check))
	case len(check.Ask) > 0:
		c.asks = nil
		c.inside.Add(c.s.askFirst(t, check))
	default:
		c.offer(t, check)
	}
}

// offer is which way, for how long, and Start.
func (c *reliefCard) offer(t content.Timer, check safety.ReliefCheck) {
	if all := c.timers(); len(all) > 1 {
		row := widgets.NewWrap(7, 7)
		for _, x := range all {
			chip := widgets.NewChip(x.Name, func(bool) {
				c.timer, c.length, c.asks = x.ID, 0, nil
				c.fill()
				c.s.p.Reflow()
			})
			chip.SetOn(x.ID == t.ID)
			row.Add(chip)
		}
		c.inside.Add(row)
	}
	want := c.want(t, check)
	row := widgets.NewWrap(8, 8)
	for _, n := range minuteChoices(t, relief.LimitsOf(t, check.MaxMin)) {
		d := time.Duration(n) * time.Minute
		chip := widgets.NewChip(catalog.L("{{.Minutes}} min", catalog.D{"Minutes": n}), func(bool) {
			c.length, c.asks = d, nil
			c.fill()
			c.s.p.Reflow()
		})
		chip.Tone = c.tone
		chip.SetOn(d == want.Length)
		row.Add(chip)
	}
	start := widgets.NewButton(catalog.L("Start heat"), widgets.Primary, c.ask)
	if c.kind == content.Cold {
		start.SetLabel(catalog.L("Start cold"))
	}
	start.Tone, start.Small = c.tone, true
	start.Hint = catalog.L("{{.Start}}: {{.Region}}, {{.Length}}", catalog.D{"Start": start.Label, "Region": c.s.where.name(), "Length": catalog.Length(want.Length)})
	row.Add(start)
	c.inside.Add(row)
	refused := c.s.now().Check(relief.Clock{Wall: c.s.w.now()}, want)
	c.rests = c.restsNow(refused)
	if refused != nil {
		start.Disable()
		problem, todo := refused.Words(c.s.w.soon)
		text := sentence(problem) + "."
		if todo != "" {
			text += " " + sentence(todo) + "."
		}
		c.inside.Add(widgets.NewParagraph(text, 13.5, widgets.Medium, widgets.ColorAmberText))
	}
	for _, r := range check.Heed {
		c.inside.Add(widgets.NewParagraph(r.Text, 13.5, widgets.Regular, widgets.ColorAmberText))
		if r.Question != "" {
			c.inside.Add(c.s.takeBack(r.Question))
		}
	}
	var sources []content.Source
	for _, r := range check.Heed {
		sources = append(sources, r.Sources...)
	}
	if fold := c.s.sources(sources); fold != nil {
		c.inside.Add(fold)
	}
}

// restsNow tells two refusals apart.
func (c *reliefCard) restsNow(r *relief.Refusal) string {
	if r == nil {
		return ""
	}
	return string(r.Code) + r.Until.Format(time.DateTime)
}

// tick offers it again once it may start.
func (c *reliefCard) tick() {
	if c.rests == "" {
		return
	}
	t, ok := c.chosen()
	if !ok {
		return
	}
	if check, err := c.s.check(&t, c.s.where.region); err == nil {
		r := c.s.now().Check(relief.Clock{Wall: c.s.w.now()}, c.want(t, check))
		if (r == nil) != (c.rests == "") {
			c.fill()
			c.s.p.Reflow()
		}
	}
}

// minuteChoices are the lengths to choose from.
func minuteChoices(t content.Timer, l relief.Limits) []int {
	var out []int
	most := int(l.HardStop / time.Minute)
	choices := append(slices.Clone(t.ChoicesMin), int(l.Default/time.Minute))
	if len(t.ChoicesMin) == 0 {
		choices = append(choices, most)
	}
	for _, n := range choices {
		if n > 0 && n <= most && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out
}

// ask asks the questions before a start.
func (c *reliefCard) ask() {
	t, ok := c.chosen()
	if !ok || !c.s.known.read {
		return
	}
	check, err := c.s.check(&t, c.s.where.region)
	if err != nil || len(check.Stop)+len(check.Ask) > 0 || c.s.now().Check(relief.Clock{Wall: c.s.w.now()}, c.want(t, check)) != nil {
		c.fill() // the card says why not
		c.s.p.Reflow()
		return
	}
	c.s.heat.asks, c.s.cold.asks = nil, nil // one at a time
	c.asks = newReliefAsks(c, t, check)
	c.fill()
	c.s.p.Reflow()
	c.asks.focus()
}

// showAsks shows the questions before a start, if one is under way.
func (s *reliefScreen) showAsks() {
	var a *reliefAsks
	for _, c := range []*reliefCard{s.heat, s.cold} {
		if c.asks != nil {
			a = c.asks
		}
	}
	if a != nil && len(s.asks.Objects) == 1 && s.asks.Objects[0] == a.object() {
		return // so that what has the focus keeps it
	}
	s.asks.RemoveAll()
	if a != nil {
		s.asks.Add(a.object())
	}
	setVisible(s.asks, a != nil)
}
