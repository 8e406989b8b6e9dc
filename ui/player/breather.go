package player

import (
	"fmt"
	"math"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/coach"
	"github.com/unhunch/unhunch/reminders/relax"
	"github.com/unhunch/unhunch/reminders/session"
	"github.com/unhunch/unhunch/ui/widgets"
)

// breather is what is seen while somebody breathes at a pace: one large shape in
// the middle that grows and shrinks, and little else.
type breather struct {
	p *Player

	name  *widgets.Text
	pacer *widgets.Pacer
	left  *widgets.Text // how long it still takes
	note  *widgets.Text // what to heed

	pace      *widgets.Stepper
	paceLabel *widgets.Text
	pause     *widgets.Button
	quit      *widgets.Button
	chips     *chips
	keys      *widgets.Text

	key   string
	zoom  float32
	drawn float32
}

func newBreather(p *Player) *breather {
	text := func(style fyne.TextStyle, color fyne.ThemeColorName) *widgets.Text {
		t := widgets.NewParagraph("", 14, style, color)
		t.Align = fyne.TextAlignCenter
		return t
	}
	b := &breather{
		p: p, name: text(widgets.SemiBold, widgets.ColorInk2), pacer: widgets.NewPacer(),
		left: text(widgets.SemiBold, widgets.ColorInk), note: text(widgets.Regular, widgets.ColorInk2), keys: text(widgets.Regular, widgets.ColorInk2),
		chips: newChips(p),
	}
	b.pacer.Now = p.o.Now
	b.pacer.Follow(b.at)
	limits := p.limits()
	b.pace = widgets.NewStepper(catalog.L("Breaths a minute"), limits.Usual, limits.Slowest, limits.Quickest, func(n int) { p.breathe(n) })
	b.paceLabel = widgets.NewHeading(catalog.L("breaths a minute"), 14, widgets.Regular, widgets.ColorInk2)
	b.pause = widgets.NewButton("", widgets.Primary, p.pauseOrGo)
	b.quit = widgets.NewButton(catalog.L("End"), widgets.Quiet, func() { p.do(session.End{}) })
	b.quit.Hint = catalog.L("End here; what was done counts")
	return b
}

// limits are those of the pace.
func (p *Player) limits() relax.Limits {
	if p.o.Paces == nil {
		return relax.LimitsOf(nil)
	}
	return p.o.Paces()
}

// breathe changes the pace from the next breath on, within its limits.
func (p *Player) breathe(perMinute int) {
	n := p.limits().Clamp(perMinute)
	if n != p.perMinute() {
		p.do(session.Breathe{Breath: relax.Breath(n)})
	}
	p.show()
}

// perMinute is the pace, 0 where none is kept.
func (p *Player) perMinute() int {
	for _, i := range p.state.Plan.Items {
		if i.Way == session.Breathed {
			return relax.PerMinute(i.Hold)
		}
	}
	return 0
}

func (b *breather) objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{b.name, b.pacer, b.left, b.note, b.pace, b.paceLabel, b.pause, b.quit, b.keys}, b.chips.objects()...)
}

// update shows a session as it is now, and tells whether it is to be laid out
// anew.
func (b *breather) update(v session.View) bool {
	if v.Exercise == nil {
		return false
	}
	b.name.Content = v.Exercise.Name
	b.pacer.Say(b.words(v))
	b.pacer.Look()
	b.left.SetText(catalog.L("{{.Left}} to go", catalog.D{"Left": clockOf(b.breathing(v))}))
	b.note.Content = b.noteText(v)
	b.pause.Label = pauseLabel(v.Status)
	b.pace.SetValue(b.p.perMinute())
	b.chips.update()
	b.keys.Content = catalog.L("Space pause · ↑ ↓ pace · S sounds · V voice · F full screen · Esc end")
	key := fmt.Sprint(b.name.Content, "|", b.note.Content, "|", b.pause.Label, "|", b.chips.key())
	if key == b.key {
		return false
	}
	b.key = key
	return true
}

// breathing is how long breathing still takes, without the countdown.
func (b *breather) breathing(v session.View) time.Duration {
	if v.Phase.Kind == session.Ready {
		return v.Left - v.Remaining
	}
	return v.Left
}

// clockOf is a time that is left, as a clock shows it: 3:05.
func clockOf(d time.Duration) string {
	s := int((d + time.Second - 1) / time.Second)
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// words are what stands in the shape. Where nothing is to move, the seconds of
// the breath are counted there.
func (b *breather) words(v session.View) (word, small string) {
	switch v.Status {
	case session.Paused, session.Away, session.Interrupted:
		return sentence(catalog.L("paused")), ""
	}
	word = sentence(coach.Doing(v.Phase.Kind))
	if v.Phase.Kind == session.Ready || b.p.calm() {
		small = coach.Clock(v.Seconds())
	}
	return word, small
}

func (b *breather) noteText(v session.View) string {
	if v.Status == session.Interrupted {
		return catalog.L("You were away. Go on when you are ready.")
	}
	lines := []string{catalog.L("Low and slow, into the belly, without holding. Stop if you feel dizzy or tingly.")}
	if b.p.o.Care != nil {
		if care := b.p.o.Care(v.Exercise.Exercise); care != "" {
			lines = append([]string{care}, lines...)
		}
	}
	return strings.Join(lines, "\n")
}

// at is how large the shape is, and how long it stays so.
func (b *breather) at(now time.Time) (widgets.Swell, time.Duration) {
	v := b.p.state.At(now)
	switch {
	case b.p.calm():
		return widgets.Swell{Size: 0.55}, 0
	case v.Exercise == nil || v.Phase.Kind == session.Ready:
		return widgets.Swell{}, 0
	}
	s := widgets.Swell{Size: v.Lungs}
	if v.Status != session.Running || b.p.gone || v.Phase.Length <= 0 {
		return s, 0
	}
	part := float64(v.Elapsed) / float64(v.Phase.Length)
	speed := math.Pi / 2 / v.Phase.Length.Seconds() * math.Sin(math.Pi*part)
	return s, widgets.PacerStep(b.pacer.Size().Width, speed)
}

func (b *breather) still() { b.pacer.Look() }
