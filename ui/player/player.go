// Package player is the part of the window one follows a guided session in: the
// figure, what to do now and for how long, and how it went afterwards. What
// happens when is decided by package session; this shows it and passes on what
// the person does.
package player

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/relax"
	"github.com/unhunch/unhunch/reminders/session"
)

// Sounds are the chimes and the voice. The calls return at once.
type Sounds interface {
	// Chime plays a sound, by its name in coach.Ring.
	Chime(name string)
	// Say speaks a text, in the place of one that still waits.
	Say(text string)
	// SayNow is Say for what cannot wait: it cuts off what is being said.
	SayNow(text string)
	// Hush ends what is being said.
	Hush()
}

// Options are what a player needs from around it. Now, After and Exercise must
// be set.
type Options struct {
	Now   func() time.Time
	After func(d time.Duration, f func()) (stop func()) // calls f on the window's goroutine
	Calm  func() bool                                   // whether motion is to be left out

	Exercise  func(id string) *content.Exercise         // nil: it is not in the library any more
	Photo     func(*content.Exercise) fyne.CanvasObject // the picture of one without a pose; may be nil
	Care      func(id string) string                    // what this person is to heed in an exercise; empty is nothing
	Why       func(item session.Item) string            // why an exercise is done in place of another
	Before    func() *int                               // the pain before, 0 to 10, or how calm one was; nil if not known
	Sounds    Sounds                                    // nil is silence
	Voice     func() bool                               // whether cues are spoken
	SetVoice  func(on bool)                             // keeps that
	Chimes    func() bool                               // whether sounds are played; may be nil
	SetChimes func(on bool)                             // keeps that; nil: it is no choice here
	Paces     func() relax.Limits                       // of breathing; nil: those there are
	Full      func(on bool)                             // fills the screen; nil: it cannot
	OnTop     func(on bool) bool                        // keeps the window above others; false: it cannot
	Keep      func(session.State)                       // something happened that must not be lost
	Ended     func(session.Result)                      // it is over; may come again after GoOn
	Reopened  func()                                    // it goes on after it was over
	Felt      func(how session.Feeling, after *int)     // how it was; of a relaxation, how calm one is after it
	Serious   func()                                    // leads to the warning signs
	Again     func()                                    // plays the same once more
	Leave     func()                                    // leads away from the player
	Grew      func()                                    // something became higher or lower
}

// Player is one session on screen.
type Player struct {
	widget.BaseWidget
	o     Options
	state session.State
	early *session.State // where an early end was, to go on from; nil at a full end
	stop  func()         // the planned step
	gone  bool           // taken off the window
	full  bool
	onTop bool

	stage scene
	after *aftermath
}

// scene is what is seen while a session lasts.
type scene interface {
	// update shows a session as it is now, and tells whether it is to be laid
	// out anew.
	update(v session.View) bool
	// objects are all, from behind to before.
	objects() []fyne.CanvasObject
	// arrange places everything in a size.
	arrange(size fyne.Size)
	// least is the height at which nothing is cut, at a width.
	least(width float32) float32
	// still lets nothing move any more.
	still()
}

// New makes a player of a session: one that waits begins at Start, one that was
// interrupted goes on at its button.
func New(s session.State, o Options) *Player {
	p := &Player{o: o, state: s}
	if i := s.Plan.Items; len(i) > 0 && i[0].Way == session.Breathed {
		p.stage = newBreather(p)
	} else {
		p.stage = newStage(p)
	}
	p.ExtendBaseWidget(p)
	p.show()
	return p
}

// State is where the session stands.
func (p *Player) State() session.State { return p.state }

// Over tells whether the session has ended.
func (p *Player) Over() bool { return p.state.Status == session.Ended }

// Full tells whether it fills the screen.
func (p *Player) Full() bool { return p.full }

// Start begins the session.
func (p *Player) Start() { p.do(session.Start{}) }

// Do tells the session of an event.
func (p *Player) Do(ev session.Event) { p.do(ev) }

// Stop ends the player because its window goes: the session is interrupted, and
// nothing is drawn or told any more. What is returned is to be kept.
func (p *Player) Stop() session.State {
	if !p.gone {
		p.state, _ = p.state.Step(p.o.Now(), session.Interrupt{By: session.Closed})
		p.hush()
	}
	p.gone = true
	p.cancel()
	return p.state
}

// Close takes the player off a window that stays.
func (p *Player) Close() {
	p.setFull(false)
	p.setOnTop(false)
	p.Stop()
	p.stage.still()
}

// calm tells whether motion is to be left out.
func (p *Player) calm() bool { return p.o.Calm != nil && p.o.Calm() }

func (p *Player) cancel() {
	if p.stop != nil {
		p.stop()
		p.stop = nil
	}
}

// do takes the session a step further.
func (p *Player) do(ev session.Event) {
	if p.gone {
		return
	}
	was, now := p.state, p.o.Now()
	next, cues := p.state.Step(now, ev)
	p.state = next
	if was.Status == session.Running && next.Status != session.Running {
		p.hush()
	}
	p.cue(cues)
	if _, tick := ev.(session.Tick); !tick || was.Status != next.Status || was.Phase != next.Phase {
		if p.o.Keep != nil && next.Status != session.Ended {
			p.o.Keep(next)
		}
	}
	if was.Status != session.Ended && next.Status == session.Ended {
		p.ended(was, ev)
	}
	p.show()
	p.plan(now)
}

// plan makes the next step come: at the session's next wish, and with each
// second of the countdown.
func (p *Player) plan(now time.Time) {
	p.cancel()
	next := p.state.Next(now)
	if next.IsZero() {
		return
	}
	wait := next.Sub(now)
	if p.state.Status == session.Running {
		left := p.state.At(now).Remaining % time.Second
		if left == 0 {
			left = time.Second
		}
		wait = min(wait, left)
	}
	p.stop = p.o.After(max(wait, 0)+time.Millisecond, func() { p.do(session.Tick{}) })
}

// ended shows how it went. One that was ended early can go on after all.
func (p *Player) ended(was session.State, ev session.Event) {
	p.early = nil
	if _, by := ev.(session.End); by && was.Status != session.Waiting {
		p.early = &was
	}
	p.setFull(false)
	p.setOnTop(false)
	res := p.state.Result(p.o.Now())
	if p.state.Plan.Relaxes != "" {
		p.after = newCalmAftermath(p, res)
	} else {
		p.after = newAftermath(p, res)
	}
	if p.o.Ended != nil {
		p.o.Ended(res)
	}
}

// goOn takes an early end back.
func (p *Player) goOn() {
	if p.early == nil {
		return
	}
	now := p.o.Now()
	p.state, p.early, p.after = *p.early, nil, nil
	if p.o.Reopened != nil {
		p.o.Reopened()
	}
	// What passed since then is no interruption: the person was here.
	p.state, _ = p.state.Step(p.state.Last, session.Pause{})
	p.state, _ = p.state.Step(now, session.Resume{})
	if p.o.Keep != nil {
		p.o.Keep(p.state)
	}
	p.show()
	p.plan(now)
}

// show brings everything in line with the session.
func (p *Player) show() {
	if p.Over() && p.after != nil {
		p.Refresh()
		p.grew()
		return
	}
	if p.stage.update(p.state.At(p.o.Now())) {
		p.Refresh()
		p.grew()
	}
}

func (p *Player) grew() {
	if p.o.Grew != nil {
		p.o.Grew()
	}
}

// setFull fills the screen, or gives the window its frame again.
func (p *Player) setFull(on bool) {
	if p.full == on || p.o.Full == nil {
		return
	}
	p.full = on
	p.o.Full(on)
	p.show() // what is switched on, though a paused session changes nothing
	p.Refresh()
}

func (p *Player) setOnTop(on bool) {
	if p.onTop == on || p.o.OnTop == nil {
		return
	}
	if p.o.OnTop(on) {
		p.onTop = on
		return
	}
	p.o.OnTop = nil // it cannot be done here: do not offer it again
	p.show()
}

// HeightFor is the least height at a width, in device-independent pixels.
func (p *Player) HeightFor(width float32) float32 {
	if p.Over() && p.after != nil {
		return p.after.HeightFor(width)
	}
	return p.stage.least(width)
}

// CreateRenderer shows the session, or how it went.
func (p *Player) CreateRenderer() fyne.WidgetRenderer { return &renderer{p: p} }

type renderer struct {
	p    *Player
	size fyne.Size
}

func (r *renderer) Destroy()           {}
func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(60, 60) }

func (r *renderer) Objects() []fyne.CanvasObject {
	if r.p.Over() && r.p.after != nil {
		return []fyne.CanvasObject{r.p.after.box}
	}
	return r.p.stage.objects()
}

func (r *renderer) Layout(size fyne.Size) {
	r.size = size
	if r.p.Over() && r.p.after != nil {
		r.p.after.box.Move(fyne.Position{})
		r.p.after.box.Resize(size)
		return
	}
	r.p.stage.arrange(size)
}

func (r *renderer) Refresh() {
	r.Layout(r.size)
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
