package ui

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/ui/widgets"
)

// packsOn are the cards of what is on the skin now.
type packsOn struct {
	s     *reliefScreen
	box   *fyne.Container
	key   string
	cards []*packCard
}

func newPacksOn(s *reliefScreen) *packsOn {
	o := &packsOn{s: s, box: widgets.NewColumn(0)}
	o.box.Hide()
	return o
}

// fill makes the cards anew where there are other sessions, or other things to
// do about them, than before.
func (o *packsOn) fill() {
	sessions := o.s.now().Sessions
	key := ""
	for _, x := range sessions {
		key += x.ID + string(x.Phase) + string(x.Ask) + strings.Join(o.s.against(x), " ") + ";"
	}
	if key != o.key {
		at := o.focused()
		o.key, o.cards = key, nil
		o.box.RemoveAll()
		grid := widgets.NewGrid(widgets.Grid{Narrowest: 380, Most: min(len(sessions), 2), Gap: 16})
		for _, x := range sessions {
			c := newPackCard(o.s, x, len(sessions) > 1)
			o.cards = append(o.cards, c)
			grid.Add(c.card)
		}
		o.box.Add(grid)
		setVisible(o.box, len(sessions) > 0)
		o.s.p.Reflow()
		for i, x := range sessions {
			if x.ID == at && o.cards[i].first != nil {
				o.s.w.focus(o.cards[i].first)
			}
		}
	}
	for i, c := range o.cards {
		c.set(sessions[i], o.s.w.now())
	}
}

// focused is the session whose card has the focus.
func (o *packsOn) focused() string {
	f, ok := o.s.w.win.Canvas().Focused().(fyne.CanvasObject)
	for _, c := range o.cards {
		if ok && slices.Contains(c.row.Objects, f) {
			return c.id
		}
	}
	return ""
}

func (o *packsOn) tick() {
	if len(o.s.known.state.Sessions) > 0 {
		o.fill()
	}
}

// packCard is one session: how much is left, when to look at the skin, and what
// can be done.
type packCard struct {
	id    string
	w     *Window
	card  fyne.CanvasObject
	row   *fyne.Container // what can be done
	first *widgets.Button // of the row
	ring  *widgets.Ring
	note  *widgets.Text
	alone *widgets.Text // that nobody watches over it
}

// newPackCard makes the card of a session, a small one beside others.
func newPackCard(s *reliefScreen, x relief.Session, small bool) *packCard {
	w, ring := s.w, widgets.NewRing(190, 15, 38)
	wide, below := float32(190), float32(480)
	if small {
		wide, below, ring = 124, 300, widgets.NewRing(124, 10, 25)
	}
	c := &packCard{
		id: x.ID, w: w, ring: ring, note: widgets.NewParagraph("", 14, widgets.Regular, widgets.ColorInk2), row: widgets.NewWrap(8, 8),
		alone: widgets.NewParagraph(catalog.L("The reminders are not running, so nothing tells you when it is over. Start them, or watch the clock."), 14, widgets.Medium, widgets.ColorAmberText),
	}
	c.alone.Hide()
	c.ring.Tone = widgets.Heat
	if x.Kind == content.Cold {
		c.ring.Tone = widgets.Cold
	}
	name := catalog.L("{{.Kind}} · {{.Region}}", catalog.D{"Kind": relief.Kind(x.Kind), "Region": catalog.Region(string(x.Region))})
	do := func(label, what string, kind widgets.Kind, call func() error) *widgets.Button {
		b := widgets.NewButton(label, kind, func() { s.after(what, call) })
		b.Hint = catalog.L("{{.Label}}: {{.Name}}", catalog.D{"Label": label, "Name": name})
		return b
	}
	row := c.row
	if x.Ask != relief.AskNothing {
		row.Add(do(catalog.L("Skin is fine"), catalog.L("Answering"), widgets.Primary, func() error { return w.HeatCold.CheckRelief(x.ID, true) }))
		row.Add(do(catalog.L("Not fine: stop"), catalog.L("Stopping"), widgets.Quiet, func() error { return w.HeatCold.CheckRelief(x.ID, false) }))
	}
	switch x.Phase {
	case relief.Running:
		row.Add(do(catalog.L("Pause"), catalog.L("Pausing"), widgets.Quiet, func() error { return w.HeatCold.PauseRelief(x.ID) }))
	case relief.Paused:
		row.Add(do(catalog.L("It is on again"), catalog.L("Resuming"), widgets.Primary, func() error { return w.HeatCold.ResumeRelief(x.ID) }))
	}
	if x.Phase != relief.Over {
		row.Add(do(catalog.L("Stop"), catalog.L("Stopping"), widgets.Plain, func() error { return w.HeatCold.StopRelief(x.ID) }))
	}
	words := widgets.NewColumn(9, widgets.NewParagraph(name, 19, widgets.Bold, widgets.ColorInk), c.note, c.alone)
	for _, text := range s.against(x) {
		words.Add(widgets.NewParagraph(text, 14, widgets.Medium, widgets.ColorAmberText))
	}
	if x.Ask != relief.AskNothing && s.known.page != nil {
		words.Add(widgets.NewParagraph(catalog.L("Stop at"), 13.5, widgets.SemiBold, widgets.ColorInk))
		words.Add(bullets(s.known.page.SkinCheck.Stop, widgets.Heat))
		words.Add(labelled(catalog.L("On brown or black skin"), widgets.NewParagraph(s.known.page.SkinCheck.BrownOrBlackSkin, 13.5, widgets.Regular, widgets.ColorInk)))
	}
	if len(row.Objects) > 0 {
		c.first, _ = row.Objects[0].(*widgets.Button)
	}
	words.Add(widgets.NewPad(4, 0, 0, 0, row))
	c.card = widgets.NewCard(widgets.NewRow(widgets.Row{Gap: 26, Center: true, Below: below, Tracks: []widgets.Track{{Fixed: wide}, {Grow: 1}}}, centred(c.ring), words))
	return c
}

// against is what has come to speak against a pack since it was put on, such as
// a cream.
func (s *reliefScreen) against(x relief.Session) (out []string) {
	i := slices.IndexFunc(s.known.page.Timers, func(t content.Timer) bool { return t.ID == x.Timer })
	if i < 0 || x.Phase == relief.Over {
		return nil
	}
	check, err := s.check(&s.known.page.Timers[i], x.Region)
	if err != nil {
		return nil
	}
	for _, r := range check.Stop {
		out = append(out, r.Text)
	}
	return out
}

// set shows where it stands.
func (c *packCard) set(x relief.Session, now time.Time) {
	if alone := c.w.down != "" && x.Phase != relief.Over; alone != c.alone.Visible() {
		setVisible(c.alone, alone)
		c.w.screens[Relief].page().Reflow()
	}
	of := catalog.L("of {{.Length}}", catalog.D{"Length": catalog.Length(x.Length)})
	part := float64(x.Used) / float64(max(x.Length, 1))
	switch x.Phase {
	case relief.Over:
		c.ring.Set(1, catalog.L("Over"), catalog.L("since {{.Time}}", catalog.D{"Time": clock(x.Ends(now))}))
		c.note.SetText(catalog.L("Take it off now. How is the skin?"))
		return
	case relief.Paused:
		c.ring.Set(part, countdown(x.Left()), catalog.L("paused"))
		c.note.SetText(catalog.L("Off the skin. If it is not on again within {{.Left}}, this session ends.", catalog.D{"Left": countdown(max(0, relief.MostPaused-x.Off))}))
		return
	}
	c.ring.Set(part, countdown(x.Left()), of)
	switch next := x.NextCheck(); {
	case x.Ask == relief.AskCheck:
		c.note.SetText(catalog.L("Lift it and look at the skin now."))
	case next > 0:
		c.note.SetText(catalog.L("Skin check in {{.Time}}. Skin bright red, white or blotchy? Stop now.", catalog.D{"Time": countdown(next - x.Used)}))
	default:
		c.note.SetText(catalog.L("Over at {{.Time}}. Skin bright red, white or blotchy? Stop now.", catalog.D{"Time": clock(x.Ends(now))}))
	}
}

// soon is when something is possible again: a clock time today, else with its
// day.
func (w *Window) soon(t time.Time) string { return w.dates.coming(t.In(w.now().Location()), w.now()) }

// reliefFelt asks how it is after a session that ended not long ago.
type reliefFelt struct {
	s    *reliefScreen
	box  *fyne.Container
	gone map[string]bool // not to be asked about any more
}

// feltFor is how long after its end a session is asked about.
const feltFor = time.Hour

func newReliefFelt(s *reliefScreen) *reliefFelt {
	f := &reliefFelt{s: s, box: widgets.NewColumn(12), gone: map[string]bool{}}
	f.box.Hide()
	return f
}

func (f *reliefFelt) fill() {
	f.box.RemoveAll()
	s, now := f.s, f.s.w.now()
	for _, x := range s.known.used {
		if x.After != nil || f.gone[x.ID] || now.Sub(x.End) > feltFor || now.Before(x.End) {
			continue
		}
		if x.Skin == diary.SkinBad {
			f.box.Add(s.skinBad())
		}
		title := catalog.L("{{.Kind}} is off. How much does it hurt now?", catalog.D{"Kind": relief.Kind(content.Modality(x.Kind))})
		name := catalog.L("{{.Kind}} · {{.Region}}", catalog.D{"Kind": relief.Kind(content.Modality(x.Kind)), "Region": catalog.Region(string(x.Region))})
		scale := widgets.NewPainScale(nil)
		save := func() {
			n := scale.Selected
			s.w.ask(catalog.L("Saving"), func() error { return s.w.HeatCold.ReliefFelt(x.ID, x.Before, &n) }, func() {
				s.load()
				s.w.offerUndo(catalog.L("Pain after: {{.Intensity}}.", catalog.D{"Intensity": strconv.Itoa(n)}), func() {
					s.after(catalog.L("Undo"), func() error { return s.w.HeatCold.ReliefFelt(x.ID, x.Before, nil) })
				})
			})
		}
		scale.Name, scale.OnPicked, scale.OnSubmit = catalog.L("Pain after"), save, save
		skip := widgets.NewButton(catalog.L("Not now"), widgets.Plain, func() {
			f.gone[x.ID] = true
			f.fill()
			s.p.Reflow()
		})
		skip.Small = true
		f.box.Add(widgets.NewCard(widgets.NewColumn(10, widgets.NewRow(widgets.Row{Gap: 10, Center: true, Below: 360, Tracks: []widgets.Track{{Grow: 1}}},
			widgets.NewColumn(1, widgets.NewParagraph(name, 13, widgets.Medium, widgets.ColorInk2), widgets.NewParagraph(title, 14.5, widgets.SemiBold, widgets.ColorInk)), skip), scale)))
		break // the latest alone
	}
	setVisible(f.box, len(f.box.Objects) > 0)
}

// skinBad says what to do about skin that was not fine.
func (s *reliefScreen) skinBad() fyne.CanvasObject {
	check := s.known.page.SkinCheck
	box := widgets.NewColumn(7, widgets.NewParagraph(catalog.L("The skin was not fine"), 15.5, widgets.SemiBold, widgets.ColorAmberText), said(check.Then))
	for _, l := range s.w.sourceLinks(check.Sources) {
		box.Add(l)
	}
	card := widgets.NewTintedCard(widgets.ColorAmberSoft, box)
	card.Padding = 16
	return card
}
