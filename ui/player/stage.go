package player

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/coach"
	"github.com/unhunch/unhunch/reminders/session"
	"github.com/unhunch/unhunch/ui/widgets"
)

// stage is what is seen while a session lasts.
type stage struct {
	p *Player

	progress *widgets.Segments
	card     *canvas.Rectangle
	figure   *model
	region   *widgets.Pill
	position *widgets.Pill
	chips    *chips

	where *widgets.Text // which exercise of what
	name  *widgets.Text
	ring  *widgets.Ring
	pills [3]*widgets.Pill // repeat, side, breath
	say   *widgets.Text    // what to do
	note  *widgets.Text    // what else is to be known here
	care  *widgets.Text    // what to heed

	back, pause, skip    *widgets.Button
	easier, harder, quit *widgets.Button

	next *widgets.Text
	keys *widgets.Text

	steps []string // the instructions of the exercise
	key   string   // what is shown, to tell whether it changed
	zoom  float32  // the type is measured so many times larger than in the design
	drawn float32  // the same as it was last drawn
}

func newStage(p *Player) *stage {
	text := func(style fyne.TextStyle, color fyne.ThemeColorName) *widgets.Text {
		return widgets.NewParagraph("", 13, style, color)
	}
	s := &stage{
		p: p, progress: widgets.NewSegments(), card: &canvas.Rectangle{}, figure: newModel(p),
		region: widgets.NewPill("", widgets.Accent), position: widgets.NewPill("", widgets.Neutral),
		where: text(widgets.Regular, widgets.ColorInk2), name: text(widgets.Bold, widgets.ColorInk),
		ring: widgets.NewRing(148, 12, 44),
		say:  text(widgets.Regular, widgets.ColorInk), note: text(widgets.Medium, widgets.ColorPrimaryText), care: text(widgets.Regular, widgets.ColorInk2),
		next: text(widgets.Regular, widgets.ColorInk2), keys: text(widgets.Regular, widgets.ColorInk2),
	}
	s.name.Leading = 1.2
	s.keys.Align = fyne.TextAlignTrailing
	for i := range s.pills {
		s.pills[i] = widgets.NewPill("", widgets.Neutral)
	}
	do := func(ev session.Event) func() { return func() { p.do(ev) } }
	s.back = widgets.NewButton(catalog.L("Back"), widgets.Quiet, do(session.Back{}))
	s.back.Hint = catalog.L("Back to the beginning of this side, or to the one before")
	s.pause = widgets.NewButton("", widgets.Primary, p.pauseOrGo)
	s.skip = widgets.NewButton(catalog.L("Skip"), widgets.Quiet, do(session.Skip{}))
	s.easier = widgets.NewButton(catalog.L("Easier"), widgets.Plain, do(session.Easier{}))
	s.harder = widgets.NewButton(catalog.L("Harder"), widgets.Plain, do(session.Harder{}))
	s.quit = widgets.NewButton(catalog.L("End"), widgets.Plain, do(session.End{}))
	s.quit.Hint = catalog.L("End here; what was done counts")
	s.chips = newChips(p)
	return s
}

// objects are all, from behind to before.
func (s *stage) objects() []fyne.CanvasObject {
	return slices.Concat([]fyne.CanvasObject{
		s.progress, s.card, s.figure.object(), s.region, s.position, s.where, s.name, s.ring, s.pills[0], s.pills[1], s.pills[2],
		s.say, s.note, s.care, s.pause, s.back, s.skip, s.easier, s.harder, s.quit,
	}, s.chips.objects(), []fyne.CanvasObject{s.next, s.keys})
}

// update shows a session as it is now, and tells whether it is to be laid out
// anew.
func (s *stage) update(v session.View) bool {
	if v.Exercise == nil {
		return false
	}
	s.progress.Set(v.Items, s.itemOf(v), v.Part)
	s.figure.set(v)
	s.countdown(v)

	e := s.p.o.Exercise(v.Exercise.Exercise)
	s.where.Content = s.whereText(v)
	s.name.Content = v.Exercise.Name
	s.say.Content = v.Instruction
	s.steps = v.Exercise.Steps
	s.note.Content = s.noteText(v)
	s.care.Content = s.careText(v)
	s.next.Content = nextText(v)
	s.keys.Content = s.keysText()
	setPill(s.pills[0], coach.Repeat(v.Phase), widgets.Neutral)
	setPill(s.pills[1], coach.SideOf(*v.Exercise, v.Phase.Side), widgets.Neutral)
	setPill(s.pills[2], coach.Breathing(v.Breath), widgets.Accent)
	region, position := "", ""
	if e != nil {
		region = sentence(parts(e, func(r content.Region) string { return catalog.Region(string(r)) }))
		position = sentence(catalog.Position(string(e.Position)))
	}
	setPill(s.region, region, widgets.Accent)
	setPill(s.position, position, widgets.Neutral)
	s.pause.Label = pauseLabel(v.Status)
	s.skip.Label = catalog.L("Skip")
	if k := v.Phase.Kind; k == session.Ready || k == session.Rest {
		s.skip.Label = catalog.L("Start now")
	}
	show(s.easier, v.Exercise.CanEasier() && v.Status != session.Waiting)
	show(s.harder, v.Exercise.CanHarder() && v.Status != session.Waiting)
	show(s.back, v.Status != session.Waiting)
	show(s.skip, v.Status != session.Waiting)
	s.chips.update()

	key := fmt.Sprint(s.where.Content, "|", s.name.Content, "|", s.say.Content, "|", s.note.Content, "|", s.care.Content, "|", s.next.Content, "|",
		s.pills[0].Label(), s.pills[1].Label(), s.pills[2].Label(), s.region.Label(), s.position.Label(), s.pause.Label, s.skip.Label,
		s.easier.Visible(), s.harder.Visible(), s.back.Visible(), s.chips.key(), v.Exercise.Exercise)
	if key == s.key {
		return false
	}
	s.key = key
	return true
}

func show(o fyne.CanvasObject, on bool) {
	if on != o.Visible() {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
}

func setPill(p *widgets.Pill, label string, tone widgets.Tone) {
	p.Set(label, tone)
	show(p, label != "")
}

// itemOf is how many exercises lie behind.
func (s *stage) itemOf(v session.View) int {
	if v.Status == session.Ended && v.Progress >= 1 {
		return v.Items
	}
	return v.Phase.Item
}

// heldFrom is the shortest planned hold that is counted down by itself; with a
// shorter one the whole side is.
const heldFrom = 5

// countdown shows how long what is being done still takes.
func (s *stage) countdown(v session.View) {
	part := 0.0
	if v.Phase.Length > 0 {
		part = float64(v.Elapsed) / float64(v.Phase.Length)
	}
	big, small := coach.Clock(v.Seconds()), coach.Doing(v.Phase.Kind)
	if v.Phase.Exercising() && v.Exercise.Hold.Seconds() < heldFrom && v.Side > 0 {
		part = 1 - float64(v.SideLeft)/float64(v.Side)
		big, small = coach.Clock(int(v.SideLeft.Seconds()+0.999)), catalog.L("keep going")
	}
	switch v.Status {
	case session.Paused, session.Away, session.Interrupted:
		small = catalog.L("paused")
	}
	s.ring.Set(part, big, small)
}

func (s *stage) whereText(v session.View) string {
	d := catalog.D{"Routine": s.p.state.Plan.Name, "Number": v.Phase.Item + 1, "All": v.Items}
	switch {
	case v.Items == 1:
		return ""
	case v.Phase.Kind == session.Rest:
		return catalog.L("{{.Routine}} · next is {{.Number}} of {{.All}}", d)
	}
	return catalog.L("{{.Routine}} · {{.Number}} of {{.All}}", d)
}

// noteText is what else is to be known here, a line each.
func (s *stage) noteText(v session.View) string {
	var lines []string
	if v.Status == session.Interrupted {
		lines = append(lines, catalog.L("You were away. Go on when you are ready."))
	}
	if v.Phase.Kind == session.Ready {
		if needs := s.p.state.Plan.Needs(); len(needs) > 0 {
			for i := range needs {
				needs[i] = coach.Need(needs[i])
			}
			lines = append(lines, catalog.L("You need: {{.Things}}", catalog.D{"Things": strings.Join(needs, catalog.L(", "))}))
		}
	}
	if v.Exercise.Instead != "" {
		line := coach.InPlaceOf(v.Exercise.Instead)
		if s.p.o.Why != nil && !v.Phase.Exercising() { // there is time to read
			if why := s.p.o.Why(*v.Exercise); why != "" {
				line += ": " + why
			}
		}
		lines = append(lines, line)
	}
	switch advice := v.Exercise.Advice(); {
	case v.Exercise.Level < 0 && advice == "":
		lines = append(lines, catalog.L("Easier: shorter, or fewer times."))
	case v.Exercise.Level < 0:
		lines = append(lines, catalog.L("Easier: {{.How}}", catalog.D{"How": advice}))
	case v.Exercise.Level > 0:
		lines = append(lines, catalog.L("Harder: {{.How}}", catalog.D{"How": advice}))
	}
	return strings.Join(lines, "\n")
}

// careText is what to heed: of this exercise for this person, and of all.
func (s *stage) careText(v session.View) string {
	if s.p.o.Care != nil {
		if care := s.p.o.Care(v.Exercise.Exercise); care != "" {
			return care + "\n" + coach.Stop()
		}
	}
	return coach.Stop()
}

func nextText(v session.View) string {
	if v.Next == nil && v.Exercise.Way == session.Tensed {
		return catalog.L("This is the last group · {{.Left}} to go", catalog.D{"Left": coach.Length(v.Left)})
	}
	if v.Next == nil {
		return catalog.L("This is the last exercise · {{.Left}} to go", catalog.D{"Left": coach.Length(v.Left)})
	}
	return catalog.L("Next: {{.Exercise}} · {{.Left}} to go in all", catalog.D{"Exercise": v.Next.Name, "Left": coach.Length(v.Left)})
}

func (s *stage) still() { s.figure.rest() }

// pauseLabel is what the big button does.
func pauseLabel(s session.Status) string {
	switch s {
	case session.Waiting:
		return catalog.L("Start")
	case session.Running:
		return catalog.L("Pause")
	}
	return catalog.L("Go on")
}

func (s *stage) keysText() string {
	if s.p.state.Plan.Relaxes != "" {
		return catalog.L("Space pause · ← → step · S sounds · V voice · F full screen · Esc end")
	}
	return catalog.L("Space pause · ← → step · E easier · H harder · V voice · F full screen · Esc end")
}

func sentence(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
