package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/coach"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/session"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

// stretchHere plays a stretch as text, logs it, tells the reminders, and asks
// how it was.
func (a *app) stretchHere(ctx context.Context, c chosen, me person, o stretchOptions) error {
	plan, err := c.plan(me)
	if err != nil {
		return err
	}
	prefs, err := a.loadSettings()
	if err != nil {
		return err
	}
	pain, err := a.lastPain(ctx)
	if err != nil {
		return err
	}
	p := a.prose()
	p.beforehand(c, plan, me, pain)
	if err := p.print(a.out); err != nil {
		return err
	}
	sounds := openSounds(prefs.Player, o)
	defer func() { _ = sounds.Close() }()

	// A terminal that is closed ends it early, like Ctrl+C, and so does a reader
	// that is gone.
	playing, stop := signal.NotifyContext(ctx, syscall.SIGHUP, syscall.SIGPIPE)
	defer stop()
	reminder := a.stretchReminder(ctx)
	s, err := a.playHere(playing, plan, sounds, reminder.begin)
	if err != nil {
		return err
	}
	// What was done is kept, and told, however it ended.
	kept := context.WithoutCancel(ctx)
	result := s.Result(a.now())
	a.say(summary(result))
	entry := coach.Entry(s.Plan, result)
	entry.Before = intensityBefore(pain, entry.Start)
	err = a.withStore(kept, func(ctx context.Context, s *sqlite.Store) (err error) {
		entry, err = s.AddStretch(ctx, entry)
		return err
	})
	reminder.ended(kept, entry.Counts())
	if err != nil {
		return err
	}
	a.say(catalog.L("Logged. Take it back with: unhunch stretch delete {{.ID}}", catalog.D{"ID": entry.ID}))
	if playing.Err() == nil {
		err = a.feltAfter(playing, entry)
	}
	hear, cancel := context.WithTimeout(playing, lastHeard)
	defer cancel()
	return errors.Join(err, unlessDone(hear, sounds.Finish(hear)))
}

// lastHeard is how long the program stays for its last chime and sentence.
const lastHeard = 4 * time.Second

// unlessDone leaves out an error that only says that ctx is done.
func unlessDone(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// playHere plays a plan on the terminal there is, or on none.
func (a *app) playHere(ctx context.Context, plan session.Plan, s sounds, begin func(time.Duration)) (session.State, error) {
	return a.play(ctx, plan, guide{now: a.now, stage: &stage{out: a.out}, sounds: s, begin: begin})
}

// play plays a plan with what there is of a terminal and its keys.
func (a *app) play(ctx context.Context, plan session.Plan, g guide) (session.State, error) {
	if f, is := a.screen(); is {
		g.stage.width = func() int {
			if n := terminalWidth(f); n > 0 {
				return n
			}
			return usualWidth
		}
	}
	if f, is := a.in.(*os.File); is {
		k, err := openKeyboard(f)
		if err != nil && !errors.Is(err, errNoKeyboard) {
			return session.State{}, err
		}
		switch {
		case err == nil:
			defer k.close()
			g.keys = k.keys
			g.stage.line(keysHelp(plan))
			g.stage.gap()
		case isTerminal(f):
			g.stage.line(catalog.L("Ctrl+C ends it early."))
			g.stage.gap()
		}
	}
	return g.play(ctx, plan)
}

// screen is the terminal the output goes to, if it does.
func (a *app) screen() (*os.File, bool) {
	to := a.out
	if s, ok := to.(*sink); ok {
		to = s.to
	}
	f, ok := to.(*os.File)
	return f, ok && isTerminal(f)
}

// beforehand writes what is to be known before it begins.
func (p *prose) beforehand(c chosen, plan session.Plan, me person, pain *diary.Pain) {
	p.title(c.name())
	parts := []string{coach.Length(plan.Length())}
	if len(plan.Items) > 1 {
		parts = append(parts, catalog.N("{{.Count}} exercise", "{{.Count}} exercises", len(plan.Items)))
	}
	if c.why != "" {
		parts = append(parts, c.why)
	}
	p.hang("", strings.Join(parts, " · "))
	var needs []string
	for _, n := range plan.Needs() {
		needs = append(needs, coach.Need(n))
	}
	if len(needs) > 0 {
		p.hang("", catalog.L("You need: {{.Things}}", catalog.D{"Things": strings.Join(needs, ", ")}))
	}
	v := c.advice(me)
	p.held(v) // somebody has asked about it
	p.care(v)
	if pain != nil && pain.Intensity >= diary.Severe {
		p.para(catalog.L("You logged a lot of pain ({{.Intensity}} of {{.Most}}): then only breathing and resting exercises suit. unhunch guide red-flags tells when to seek help.",
			catalog.D{"Intensity": pain.Intensity, "Most": diary.MaxIntensity}))
	}
	p.para(coach.Stop())
	p.gap()
}

// painLately is how long an entry says how much pain there is.
const painLately = 24 * time.Hour

// lastPain is the last entry of the diary, nil if there was none lately.
func (a *app) lastPain(ctx context.Context) (p *diary.Pain, err error) {
	err = a.withStore(ctx, func(ctx context.Context, s *sqlite.Store) error {
		last, some, err := s.LastPain(ctx)
		if some && a.now().Sub(last.At) < painLately {
			p = &last
		}
		return err
	})
	return p, err
}

// painBefore is how old an entry may be to say how much pain there was when a
// stretch began.
const painBefore = 2 * time.Hour

// intensityBefore is how much pain there was before a stretch, nil if nobody
// knows.
func intensityBefore(p *diary.Pain, start time.Time) *int {
	if p == nil || p.At.After(start) || start.Sub(p.At) > painBefore {
		return nil
	}
	n := p.Intensity
	return &n
}
