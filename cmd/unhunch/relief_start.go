package main

import (
	"context"
	"errors"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

// putOn is how heat or cold is wanted.
type putOn struct {
	kind             content.Modality
	on, with, before string
	length           string
	yes, no, cleared []string
	noToOpen, asJSON bool
	timer            content.Timer
	region           diary.Region
	duration         time.Duration
	pain             *int
}

func (a *app) packCommand(kind content.Modality) *cobra.Command {
	o := putOn{kind: kind}
	cmd := &cobra.Command{Use: string(kind) + " [MINUTES]", Args: cobra.MaximumNArgs(1)}
	limits := catalog.L("The length is bounded by the library, whatever is typed, and so is how soon the next may follow.\n" +
		"You are asked to look at your skin, and told when it is over, even if the terminal is closed.")
	if kind == content.Heat {
		cmd.Short = catalog.L("Time a heat pack: how long, when to look at the skin, when it is over")
		cmd.Example = "  unhunch heat\n  unhunch heat 10 --on lower-back\n  unhunch heat 10 --on neck --before 6 --no-to-open\n  unhunch relief stop"
	} else {
		cmd.Short = catalog.L("Time a cold pack: how long, when to look at the skin, when it is over")
		cmd.Example = "  unhunch cold\n  unhunch cold 10 --on left-knee\n  unhunch cold 5 --with ice-massage --on neck\n  unhunch relief stop"
	}
	cmd.Long = cmd.Short + ".\n" + limits
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			o.length = args[0]
		}
		return a.putOn(cmd.Context(), o)
	}
	o.flags(cmd)
	return cmd
}

// flags adds the options of a start to a command.
func (o *putOn) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.on, "on", "", catalog.L("where it goes, such as lower-back (default: where the last one was)"))
	f.StringVar(&o.with, "with", "", catalog.L("what it is, such as cold-pack or ice-massage"))
	f.StringVar(&o.before, "before", "", catalog.L("how much it hurts now, from 0 to 10"))
	f.StringArrayVar(&o.yes, "yes", nil, catalog.L("answer a question with yes, by its id"))
	f.StringArrayVar(&o.no, "no", nil, catalog.L("answer a question with no, by its id"))
	f.StringArrayVar(&o.cleared, "cleared", nil, catalog.L("yes, and a clinician said that it is fine: hc-heart=my GP"))
	f.BoolVar(&o.noToOpen, "no-to-open", false, catalog.L("answer every open question with no"))
	f.BoolVar(&o.asJSON, "json", false, catalog.L("print JSON"))
}

// minutes reads a length: a bare number is minutes.
func minutes(text string) (time.Duration, error) {
	if text == "" {
		return 0, nil
	}
	if n, err := strconv.Atoi(text); err == nil && n > 0 && n <= 24*60 {
		return time.Duration(n) * time.Minute, nil
	}
	if _, err := strconv.ParseFloat(text, 64); err == nil {
		return 0, wrong(catalog.L("write whole minutes, as 10, or 90s"), catalog.L("{{.Given}} is no length for a pack", catalog.D{"Given": quoted(text)}))
	}
	return parseLength(text)
}

// read takes in what was typed.
func (o *putOn) read(h *content.HeatCold, last []diary.Relief) (err error) {
	if o.duration, err = minutes(o.length); err != nil {
		return err
	}
	if o.pain, err = whole("--before", o.before, 0, diary.MaxIntensity); err != nil {
		return err
	}
	if o.timer, err = timerNamed(h, o.kind, o.with); err != nil {
		return err
	}
	if o.on != "" {
		o.region, err = onRegion(o.on)
		return err
	}
	o.region = diary.LowerBack
	for _, r := range last {
		if r.Kind == string(o.kind) {
			o.region = r.Region
		}
	}
	return nil
}

// onRegion reads where something goes.
func onRegion(typed string) (diary.Region, error) {
	r, err := diary.ParseRegion(typed)
	var field *diary.FieldError
	if errors.As(err, &field) {
		return "", misuse(field.Hint, "--on: %s", field.Problem)
	}
	return r, err
}

// timerNamed is the timer of a kind that is meant; the first one, if none is
// named.
func timerNamed(h *content.HeatCold, kind content.Modality, typed string) (content.Timer, error) {
	on := shelf{command: "unhunch guide heat-and-cold", missing: func(typed string) string {
		return catalog.L("there is no such pack: {{.Given}}", catalog.D{"Given": typed})
	}}
	var of []content.Timer
	for _, t := range h.Timers {
		if t.Modality == kind && t.Offered {
			on.entries = append(on.entries, entry{id: t.ID, name: t.Name})
			of = append(of, t)
		}
	}
	if typed == "" && len(of) > 0 {
		return of[0], nil
	}
	i, err := on.find(typed)
	if err != nil {
		return content.Timer{}, err
	}
	return of[i], nil
}

// putOn goes through the questions and starts a session.
func (a *app) putOn(ctx context.Context, o putOn) error {
	lib := a.library()
	h, err := lib.HeatCold()
	if err != nil {
		return err
	}
	var check safety.ReliefCheck
	err = a.withStore(ctx, func(ctx context.Context, s *sqlite.Store) error {
		last, err := s.Reliefs(ctx, a.now().AddDate(0, -6, 0), a.now().AddDate(0, 0, 1))
		if err == nil {
			err = o.read(h, last)
		}
		if err != nil {
			return err
		}
		state, err := s.ReliefState(ctx)
		if err != nil {
			return err
		}
		if r := state.Check(a.clock(), relief.Want{Timer: o.timer, Region: o.region, Length: o.duration, Before: o.pain}); r != nil {
			return a.refusal(r)
		}
		if err := a.willTell(ctx); err != nil {
			return err
		}
		check, err = a.goThrough(ctx, s, h, lib, o)
		return err
	})
	if err != nil {
		return err
	}
	if len(check.Stop)+len(check.Ask) > 0 {
		return a.heldBack(o, check)
	}
	if err := startAgent(ctx); err != nil {
		return err
	}
	return a.live(ctx, func(ctx context.Context, c *control.Client) error {
		s, err := c.ReliefStart(ctx, control.ReliefStart{Timer: o.timer.ID, Region: string(o.region), For: control.Seconds(o.duration), Before: o.pain})
		if err != nil {
			return err
		}
		if o.asJSON {
			return a.printJSON(s)
		}
		for _, r := range check.Heed {
			a.warn(r.Text)
		}
		a.sayStarted(h, s)
		a.severe(o.pain)
		return nil
	})
}

// severe says what to do about much pain.
func (a *app) severe(pain *int) {
	if pain != nil && *pain >= diary.Severe {
		a.say(catalog.L(diary.SevereAdvice))
		a.say(catalog.L(diary.SevereSources))
	}
}

// refusal is why it must not begin, as an error.
func (a *app) refusal(r *relief.Refusal) error {
	problem, todo := r.Words(a.shortNow)
	switch {
	case r.Mistake():
		return wrong(todo, problem)
	case todo == "":
		todo = catalog.L("unhunch relief tells what rests, and until when")
	}
	return errors.New(hinted(problem, todo))
}

// willTell makes sure that somebody is told when it is over: an agent runs, or
// one can be started that shows it.
func (a *app) willTell(ctx context.Context) error {
	c, err := a.dial(ctx)
	switch {
	case err == nil:
		return c.Close()
	case errors.Is(err, control.ErrNotRunning) && !hasDisplay():
		return errors.New(hinted(catalog.L("Unhunch does not run, so nothing would tell you when it is over"), catalog.L("start it in another terminal: {{.Command}}", catalog.D{"Command": "unhunch agent --terminal"})))
	case errors.Is(err, control.ErrNotRunning):
		return nil
	}
	return err
}

// clock is now, as heat and cold are timed.
func (a *app) clock() relief.Clock {
	c := relief.Clock{Wall: a.now()}
	c.Boot, c.Up = uptime()
	return c
}

func (a *app) shortNow(t time.Time) string { return short(t, a.now()) }

// sayStarted says what runs, and what to do meanwhile.
func (a *app) sayStarted(h *content.HeatCold, s control.Session) {
	d := catalog.D{"Name": s.Name, "Region": catalog.Region(s.Region), "Length": catalog.Length(s.Length.Duration()), "Time": a.shortNow(s.EndsAt)}
	a.say(catalog.L("{{.Name}} on: {{.Region}}, {{.Length}}, until {{.Time}}. Stop it with: unhunch relief stop", d))
	if s.NextCheck != nil {
		a.say(catalog.L("Look at your skin at {{.Time}}.", catalog.D{"Time": a.shortNow(*s.NextCheck)}))
	}
	for _, p := range h.Never {
		if p.ID == "asleep" {
			a.say(p.Text)
		}
	}
}
