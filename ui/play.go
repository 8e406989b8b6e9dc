package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/relax"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/session"
	"github.com/unhunch/unhunch/ui/player"
	"github.com/unhunch/unhunch/ui/widgets"
)

// playScreen is where a guided session is followed. Its part is the routine or
// exercise to play, as routine:low-back-10 or exercise:cat, breathing:4m, or
// "suggested" for what suits best now; empty leaves what is there.
type playScreen struct {
	w     *Window
	p     *widgets.Page
	box   *fyne.Container // holds what is on screen
	play  *player.Player  // nil if nothing is played
	part  string          // what is played
	keep  *keeper
	judge *safety.Judge // as it was when the session began
	pain  *int          // the last pain entry of today, 0 to 10
	calm  *int          // how calm one is before a relaxation, 0 to 10; nil if not told
	asked bool          // a clinician was asked about what is to begin
}

func newPlay(w *Window) screen {
	s := &playScreen{w: w, box: &fyne.Container{Layout: whole{}}, keep: newKeeper(w)}
	s.p = widgets.NewPage(s.box)
	s.nothing()
	return s
}

func (s *playScreen) page() *widgets.Page { return s.p }
func (s *playScreen) shown()              {}
func (s *playScreen) changed()            { s.presence() }

// openAt plays a part.
func (s *playScreen) openAt(part string) {
	if part != "" && part != control.Suggested && !strings.Contains(part, ":") {
		part = "routine:" + part
	}
	switch {
	case part == "":
		return
	case s.under() && (part == s.part || part == control.Suggested):
		return // it goes on where it stands
	}
	s.end()
	s.part = part
	if !s.w.about.known {
		// Whom an exercise could harm has to be known first.
		s.w.loadProfile(func(Profile, error) { s.begin(part) })
		return
	}
	s.begin(part)
}

// under tells whether a session is under way.
func (s *playScreen) under() bool { return s.play != nil && !s.play.Over() }

// begin finds what is to be played, and what safety says of it.
func (s *playScreen) begin(part string) {
	if part == control.Suggested {
		s.suggested()
		return
	}
	kind, id, _ := strings.Cut(part, ":")
	s.judge = s.w.judge()
	s.hurt()
	switch kind {
	case "relax":
		s.beginRelaxing(part, id)
		return
	case "routine":
		if r, ok := routineOf(s.w.library(), id); ok {
			plan, err := session.Of(r, s.judge.Replacements(r))
			s.gate(r.Name, s.judge.Routine(r), plan, err)
			return
		}
	case "breathing": // what a reminder of one's own asks for
		if d, err := reminders.ParseDuration(id); err == nil {
			wish := relax.Wish{Kind: relax.Breathing, Minutes: relax.ClampMinutes(int(d.Round(time.Minute) / time.Minute))}
			s.beginRelaxing(part, wish.String())
			return
		}
	case "exercise":
		if e, ok := exerciseOf(s.w.library(), id); ok {
			plan, err := session.One(e)
			s.gate(e.Name, s.judge.Exercise(e), plan, err)
			return
		}
	}
	s.missing(part)
}

// How long the countdown is where more has to be at hand than what a desk has,
// and how long one has to turn to the other side.
const (
	fetchThings = 15 * time.Second
	changeSides = 3 * time.Second
)

// gate begins, or says first what speaks against it.
func (s *playScreen) gate(name string, a safety.Advice, plan session.Plan, err error) {
	if err != nil {
		s.put(s.sorry(catalog.L("This cannot be played"), err.Error()))
		return
	}
	for _, need := range plan.Needs() {
		if need != "chair" && need != "desk" {
			plan.Ready = fetchThings
		}
	}
	plan.Change = changeSides
	begin := func() {
		state, err := session.New(plan)
		if err != nil {
			s.put(s.sorry(catalog.L("This cannot be played"), err.Error()))
			return
		}
		s.load(state)
		s.play.Start()
	}
	if a.Verdict != safety.Ask && a.Verdict != safety.Held {
		begin()
		return
	}
	row := widgets.NewWrap(10, 10)
	if a.Verdict == safety.Ask {
		row.Add(widgets.NewButton(catalog.L("I have asked: start"), widgets.Primary, begin))
	}
	if plan.Relaxes == "" {
		row.Add(widgets.NewButton(catalog.L("All stretches"), widgets.Quiet, func() { s.w.Open(Stretch) }))
	}
	s.put(&fyne.Container{Layout: margins{}, Objects: []fyne.CanvasObject{
		widgets.NewColumn(18, s.w.subHead(name, ""), s.w.verdictCard("", a), row),
	}})
}

// load puts a session on screen.
func (s *playScreen) load(state session.State) {
	if s.judge == nil {
		s.judge = s.w.judge()
	}
	w := s.w
	o := player.Options{
		Now: w.now, After: w.after, Calm: w.motionLess,
		Exercise: func(id string) *content.Exercise { e, _ := exerciseOf(w.library(), id); return e },
		Photo:    s.photo, Care: s.care, Why: s.why,
		Before: func() *int { return s.pain },
		Keep:   s.keep.session, Felt: s.keep.felt,
		Ended: func(r session.Result) {
			r.Feelings.Before = s.pain
			s.keep.ended(s.play.State().Plan, r)
			w.banners()
		},
		Reopened: s.keep.reopened,
		Serious:  func() { w.Open(Serious) },
		Leave:    func() { w.leavePlayer() },
		Grew:     s.p.Reflow,
	}
	if s.part != "" {
		o.Again = func() {
			part := s.part
			s.end()
			s.part = part
			s.begin(part)
		}
	}
	if w.Sounds != nil {
		o.Sounds = w.Sounds
		o.Voice = func() bool { return w.Prefs.Current().Player.Voice }
		o.SetVoice = func(on bool) { w.setVoice(on) }
	}
	if w.Frame != nil {
		o.Full = w.fullScreen
		o.OnTop = w.Frame.OnTop
	}
	if state.Plan.Relaxes != "" {
		s.relaxOptions(&o, state.Plan.Relaxes)
	}
	s.play = player.New(state, o)
	w.place()
	s.put(s.play)
}

// stillHurts is how long an entry tells how much it hurts before a session.
const stillHurts = 4 * time.Hour

// hurt finds out how much it hurts before the session.
func (s *playScreen) hurt() {
	s.pain = nil
	s.w.lately(func(l lately) {
		if p := l.pain; p != nil && s.w.now().Sub(p.At) < stillHurts {
			s.pain = &p.Intensity
		}
	})
}

// put shows one thing alone.
func (s *playScreen) put(o fyne.CanvasObject) {
	s.box.Objects = []fyne.CanvasObject{o}
	s.p.Reflow()
}

// end takes the session there is off the screen. What was done of it counts.
func (s *playScreen) end() {
	if s.under() {
		s.play.Do(session.End{})
	}
	if s.play != nil {
		s.play.Close()
	}
	s.play, s.judge = nil, nil
}

// left pauses: another screen is shown.
func (s *playScreen) left() {
	if s.under() {
		s.play.Do(session.Pause{})
	}
}

// key does what a key means to the session.
func (s *playScreen) key(k fyne.KeyName) bool { return s.play != nil && s.play.Key(k) }

// presence interrupts the session while nobody can see it.
func (s *playScreen) presence() {
	if !s.under() || !s.w.live() {
		return
	}
	for _, x := range []struct {
		presence string
		cause    session.Cause
	}{{"locked", session.Locked}, {"asleep", session.Asleep}} {
		away := s.play.State().Status == session.Away
		switch is := s.w.status.Presence == x.presence; {
		case is && s.play.State().Status == session.Running:
			s.play.Do(session.Interrupt{By: x.cause})
		case !is && away:
			s.play.Do(session.Return{From: x.cause})
		}
	}
}

// nothing is shown where no session is under way.
func (s *playScreen) nothing() {
	all := widgets.NewButton(catalog.L("All stretches"), widgets.Primary, func() { s.w.Open(Stretch) })
	s.put(&fyne.Container{Layout: margins{}, Objects: []fyne.CanvasObject{
		emptyCard(widgets.IconStretch, catalog.L("Nothing is being played"), catalog.L("Choose a routine, and follow it here step by step."), "", all),
	}})
}

// missing is shown where there is no such routine any more.
func (s *playScreen) missing(part string) {
	_, id, _ := strings.Cut(part, ":")
	if id == "" {
		id = part
	}
	s.put(s.sorry(catalog.L("There is no routine “{{.Name}}”", catalog.D{"Name": id}),
		catalog.L("It may belong to a pack that was removed. Look for it, or choose another one.")))
}

// sorry says why nothing is played.
func (s *playScreen) sorry(title, text string) fyne.CanvasObject {
	all := widgets.NewButton(catalog.L("All stretches"), widgets.Primary, func() { s.w.Open(Stretch) })
	return &fyne.Container{Layout: margins{}, Objects: []fyne.CanvasObject{emptyCard(widgets.IconWarn, title, text, "", all)}}
}

// photo is the picture of an exercise that has no pose.
func (s *playScreen) photo(e *content.Exercise) fyne.CanvasObject {
	box := widgets.NewColumn(0)
	if e.Image == "" {
		return box
	}
	lib := s.w.library()
	fetch(s.w, func() (*canvas.Image, error) { return pictureOf(lib, e) }, func(img *canvas.Image, err error) {
		if err != nil {
			box.Add(widgets.NewParagraph(catalog.L("Its picture cannot be shown."), 14, widgets.Regular, widgets.ColorInk2))
			return
		}
		img.FillMode = canvas.ImageFillContain
		box.Layout = whole{}
		box.Add(img)
		box.Refresh()
	})
	return box
}

// care is what this person is to heed in an exercise.
func (s *playScreen) care(id string) string {
	e, ok := exerciseOf(s.w.library(), id)
	if !ok {
		return ""
	}
	if a := s.judge.Exercise(e); a.Verdict == safety.Caution {
		return catalog.L("With care: {{.Reason}}", catalog.D{"Reason": a.Reason()})
	}
	return ""
}

// why is the reason that an exercise is done in place of another.
func (s *playScreen) why(i session.Item) string {
	all, err := s.w.library().Exercises()
	if err != nil {
		return ""
	}
	for n := range all {
		if all[n].Name == i.Instead {
			return s.judge.Exercise(&all[n]).Reason()
		}
	}
	return ""
}

// whole is a layout that gives its objects all there is.
type whole struct{}

// HeightFor is the highest object's.
func (whole) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	var h float32
	for _, o := range objects {
		h = max(h, widgets.HeightFor(o, width))
	}
	return h
}

// Layout gives each object all.
func (whole) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// MinSize is the largest object's.
func (whole) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m
}
