package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/coach"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/relax"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/session"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

// relaxHere plays a relaxation as text, logs it, and asks how calm one is before
// and after it.
func (a *app) relaxHere(ctx context.Context, lib *content.Library, wish relax.Wish, o relaxOptions) error {
	me, err := a.person(ctx, lib)
	if err != nil {
		return err
	}
	t, err := relax.Therapy(lib, wish.Kind)
	if err != nil {
		return err
	}
	v := me.Therapy(t)
	if err := refusal(t.Name, v, o.asked); err != nil {
		return err
	}
	if wish, err = a.asUsual(ctx, t, wish, me); err != nil {
		return err
	}
	plan, err := wish.Plan(lib)
	if err != nil {
		return err
	}
	if o.window {
		return a.relaxInWindow(ctx, wish)
	}
	prefs, err := a.loadSettings()
	if err != nil {
		return err
	}
	p := a.prose()
	p.beforeRelaxing(t, plan, v)
	if err := p.print(a.out); err != nil {
		return err
	}
	playing, stop := signal.NotifyContext(ctx, syscall.SIGHUP, syscall.SIGPIPE)
	defer stop()
	terminal := a.asks()
	var before *int
	if terminal != nil {
		before = a.askCalm(playing, terminal, catalog.L("How calm are you, 0 very tense to 10 very calm? Enter to leave out:"))
	}
	sounds := openSounds(prefs.Player, stretchOptions{quiet: o.quiet, voice: o.voice})
	defer func() { _ = sounds.Close() }()
	s, err := a.playCalmly(playing, plan, sounds, prefs.Window.ReducedMotion)
	if err != nil {
		return err
	}
	entry, err := a.keepRelaxed(context.WithoutCancel(ctx), s, before)
	if err != nil {
		return err
	}
	if entry.ID != "" && terminal != nil && playing.Err() == nil {
		err = a.calmAfter(playing, terminal, entry)
	}
	hear, cancel := context.WithTimeout(playing, lastHeard)
	defer cancel()
	return errors.Join(err, unlessDone(hear, sounds.Finish(hear)))
}

// relaxInWindow opens the window on the player.
func (a *app) relaxInWindow(ctx context.Context, wish relax.Wish) error {
	if err := startAgent(ctx); err != nil {
		return err
	}
	return openWindow(control.OpenRequest{Screen: "relief", Routine: "relax:" + wish.String(), Token: os.Getenv("XDG_ACTIVATION_TOKEN")})
}

// asUsual fills in what was not said: the pace and the length of the last time,
// those for beginners without one, and half strength where the profile asks for
// it.
func (a *app) asUsual(ctx context.Context, t *content.Therapy, wish relax.Wish, me person) (relax.Wish, error) {
	if wish.Kind == relax.Muscles {
		wish.Half = wish.Half || me.profile.Has(relax.Gently)
		return wish, nil
	}
	if wish.PerMinute > 0 {
		return wish, nil
	}
	l := relax.LimitsOf(t.Pacer)
	wish.PerMinute = l.New
	err := a.withStore(ctx, func(ctx context.Context, s *sqlite.Store) error {
		list, err := s.Relaxations(ctx, time.UnixMilli(0), a.now().Add(time.Minute))
		for _, x := range list {
			if x.Kind == relax.Breathing && x.PerMinute > 0 {
				wish.PerMinute = l.Clamp(x.PerMinute)
			}
		}
		return err
	})
	return wish, err
}

// beforeRelaxing writes what is to be known before it begins.
func (p *prose) beforeRelaxing(t *content.Therapy, plan session.Plan, v safety.Advice) {
	p.title(t.Name)
	first := plan.Items[0]
	d := catalog.D{"Length": catalog.Length((plan.Length() - plan.Ready).Round(time.Second)), "Pace": relax.PerMinute(first.Hold)}
	if first.Way == session.Breathed {
		p.hang("", catalog.L("{{.Length}} · {{.Pace}} breaths a minute", d))
	} else {
		p.hang("", catalog.N("{{.Length}} · {{.Count}} group of muscles", "{{.Length}} · {{.Count}} groups of muscles", len(plan.Items), d))
	}
	p.held(v) // somebody has asked about it
	p.care(v)
	p.list(catalog.L("Before you begin"), t.Cautions)
	p.gap()
}

// playCalmly plays a relaxation on the terminal there is, or on none.
func (a *app) playCalmly(ctx context.Context, plan session.Plan, s sounds, still bool) (session.State, error) {
	return a.play(ctx, plan, guide{now: a.now, stage: &stage{out: a.out}, sounds: s, begin: func(time.Duration) {}, still: still})
}

// keepRelaxed logs what was done. What was given up at once is not.
func (a *app) keepRelaxed(ctx context.Context, s session.State, before *int) (diary.Relaxation, error) {
	entry := coach.Relaxed(s.Plan, s.Result(a.now()))
	entry.Before = before
	a.say(relaxedSummary(entry))
	if !entry.Counts() {
		a.say(catalog.L("Too short to be logged."))
		return entry, nil
	}
	err := a.withStore(ctx, func(ctx context.Context, s *sqlite.Store) (err error) {
		entry, err = s.AddRelaxation(ctx, entry)
		return err
	})
	if err != nil {
		return entry, err
	}
	a.say(catalog.L("Logged. Take it back with: unhunch relax delete {{.ID}}", catalog.D{"ID": entry.ID}))
	return entry, nil
}

// relaxedSummary is what was done in a few words.
func relaxedSummary(x diary.Relaxation) string {
	d := catalog.D{"Length": coach.Length(x.Active.Round(time.Second)), "Pace": x.PerMinute, "Done": x.Done}
	if x.Groups > 0 {
		return catalog.N("{{.Done}} of {{.Count}} group of muscles, {{.Length}}", "{{.Done}} of {{.Count}} groups of muscles, {{.Length}}", x.Groups, d)
	}
	return catalog.L("{{.Length}} at {{.Pace}} breaths a minute", d)
}

// asks is the terminal of somebody who can be asked; nil without one.
func (a *app) asks() *os.File {
	f, is := a.in.(*os.File)
	if _, looks := a.screen(); !is || !looks || !isTerminal(f) {
		return nil
	}
	return f
}

// calmAfter asks how calm somebody is now, and keeps the answer.
func (a *app) calmAfter(ctx context.Context, from io.Reader, entry diary.Relaxation) error {
	after := a.askCalm(ctx, from, catalog.L("How calm are you now, 0 to 10? Enter to leave out:"))
	if after == nil {
		return nil
	}
	return a.withStore(context.WithoutCancel(ctx), func(ctx context.Context, s *sqlite.Store) error {
		return s.FeltCalm(ctx, entry.ID, entry.Before, after)
	})
}

// askCalm asks for a number on the scale of calm, nil where nothing is told.
func (a *app) askCalm(ctx context.Context, from io.Reader, question string) *int {
	for {
		a.printf("%s ", question)
		select {
		case <-ctx.Done():
			a.say("")
			return nil
		case line, some := <-oneLineOf(from):
			line = strings.TrimSpace(line)
			if !some || line == "" {
				return nil
			}
			if n, err := strconv.Atoi(line); err == nil && n >= 0 && n <= diary.MostCalm {
				return &n
			}
		}
	}
}

// oneLineOf reads one line and nothing beyond it: what is typed after it belongs
// to others. It is closed where there is none.
func oneLineOf(from io.Reader) <-chan string {
	out := make(chan string, 1)
	go func() {
		defer close(out)
		var line []byte
		b := make([]byte, 1)
		for {
			n, err := from.Read(b)
			if n > 0 && b[0] != '\n' {
				line = append(line, b[0])
			}
			if err != nil && len(line) == 0 {
				return
			}
			if err != nil || n > 0 && b[0] == '\n' {
				out <- string(line)
				return
			}
		}
	}()
	return out
}
