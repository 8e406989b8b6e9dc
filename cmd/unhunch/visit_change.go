package main

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/massage"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

// whenAndLength splits "2026-11-26 17:30 60m" into when and how long; either
// may be missing.
func whenAndLength(args []string) (when string, length time.Duration) {
	if n := len(args); n > 0 {
		if d, err := reminders.ParseDuration(args[n-1]); err == nil && d > 0 {
			args, length = args[:n-1], d
		}
	}
	return strings.Join(args, " "), length
}

// tellingVisits adds the options of a visit to a command.
func tellingVisits(cmd *cobra.Command) telling[diary.Visit] {
	t := tellingOn(cmd, visitFields(visitWords{}))
	offer := func(flag string, of func(*content.Massage) shelf) {
		_ = cmd.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			lib, _ := packs.Open(content.BuiltIn()) // what cannot be read is not offered
			m, err := lib.Massage()
			if err != nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return of(m).complete(nil)
		})
	}
	offer("type", typeShelf)
	offer("technique", techniqueShelf)
	return t
}

func (a *app) visitAddCommand() *cobra.Command {
	var likeLast bool
	cmd := &cobra.Command{
		Use: "add [TIME] [LENGTH]", Short: catalog.L("Log a massage"),
		Long: catalog.L("TIME is when it began: 18:30, yesterday, 2026-11-26, or 2026-11-26 17:30; without it, now. LENGTH is how long it was, as 60m.\n\n" +
			"With --like-last, what is not told is taken from the last one: type, techniques, pressure, length, areas, therapist and cost."),
		Example: "  unhunch visit add 17:30 60m --type deep-tissue --pressure 3 --area lower-back --before 6 --after 3 --cost \"65 EUR\"\n" +
			"  unhunch visit add yesterday --like-last --before 5 --after 2",
		Args: cobra.MaximumNArgs(3),
	}
	t := tellingVisits(cmd)
	cmd.Flags().BoolVar(&likeLast, "like-last", false, catalog.L("take what is not told from the last one"))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		when, length := whenAndLength(args)
		at, err := visitTime(when, a.now())
		if err != nil {
			return err
		}
		return a.withVisits(cmd.Context(), func(ctx context.Context, s *sqlite.Store, m *content.Massage, therapists []diary.Therapist) error {
			last, had, err := s.LastVisit(ctx)
			if err != nil {
				return err
			}
			v := diary.Visit{At: at}
			if likeLast {
				if !had {
					return wrong(catalog.L("leave --like-last out"), catalog.L("there is no massage yet to be like"))
				}
				v = last.Again(at)
			}
			if length > 0 {
				v.Length = length
			}
			words := visitWords{now: a.now(), massage: m, therapists: therapists, currency: last.Cost.Currency, warn: a.warn}
			if err := t.apply(visitFields(words), &v); err != nil {
				return err
			}
			if v.Length == 0 && !cmd.Flags().Changed("length") {
				v.Length = usualLength(m, v.Type)
			}
			if v, err = s.AddVisit(ctx, v); err != nil {
				return refused(err)
			}
			a.say(catalog.L("Logged: {{.Entry}} ({{.ID}})", catalog.D{"Entry": visitLine(v, m, therapists, a.now()), "ID": v.ID}))
			a.poke(ctx)
			a.sayFollowUps(v)
			return a.sayAfter(ctx, s, m, v)
		})
	}
	return cmd
}

// usualLength is how long a massage of that type is as a rule.
func usualLength(m *content.Massage, kind string) time.Duration {
	minutes := m.Session.DefaultMin
	for _, t := range m.Types {
		if t.ID == kind && t.DefaultMin > 0 {
			minutes = t.DefaultMin
		}
	}
	return time.Duration(minutes) * time.Minute
}

// sayFollowUps says how to tell what is still to be told of a visit.
func (a *app) sayFollowUps(v diary.Visit) {
	age := a.now().Sub(v.At)
	d := catalog.D{"Next": "unhunch visit follow-up " + v.ID + " 24h 3", "Third": "unhunch visit follow-up " + v.ID + " 72h 3"}
	switch {
	case v.NextDay == nil && v.ThirdDay == nil && age < 72*time.Hour:
		a.say(catalog.L("A day and three days later, note how your back is: {{.Next}}, and {{.Third}}", d))
	case v.ThirdDay == nil && age < 120*time.Hour:
		a.say(catalog.L("Three days later, note how your back is: {{.Third}}", d))
	}
}

// sayAfter says what a visit that was told of calls for: when to seek help, and
// what the visits suggest, if it is the last of them.
func (a *app) sayAfter(ctx context.Context, s *sqlite.Store, m *content.Massage, v diary.Visit) error {
	visits, pains, err := everything(ctx, s, a.now())
	if err != nil {
		return err
	}
	p := a.prose()
	if slices.ContainsFunc([]*int{v.Before, v.After, v.NextDay, v.ThirdDay}, func(n *int) bool { return n != nil && *n >= diary.Severe }) {
		p.para(catalog.L(diary.SevereAdvice))
		p.hang("  ", catalog.L(diary.SevereSources))
	}
	if last, ok := diary.LastVisit(visits); ok && last.ID == v.ID {
		p.suggestions(massage.Adjust(m.Rules, visits, pains))
	}
	if p.b.Len() == 0 {
		return nil
	}
	a.say("")
	return p.print(a.out)
}

func (a *app) visitEditCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "edit ID|last", Short: catalog.L("Change a massage you logged"),
		Long:    catalog.L("What is not told stays as it is. An empty value takes something back: --cost \"\"."),
		Example: "  unhunch visit edit ID --after 2\n  unhunch visit edit ID --at \"2026-11-26 17:30\" --length 45m --cost \"\"",
		Args:    cobra.ExactArgs(1),
	}
	t := tellingVisits(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !t.any() {
			return wrong(catalog.L("{{.Command}} lists the options", catalog.D{"Command": cmd.CommandPath() + " --help"}), catalog.L("it is not said what to change"))
		}
		return a.withVisits(cmd.Context(), func(ctx context.Context, s *sqlite.Store, m *content.Massage, therapists []diary.Therapist) error {
			words := visitWords{now: a.now(), massage: m, therapists: therapists, warn: a.warn}
			id, err := visitID(ctx, s, args[0])
			if err != nil {
				return err
			}
			before, after, err := s.ChangeVisit(ctx, id, func(v diary.Visit) (diary.Visit, error) {
				words.currency = v.Cost.Currency
				err := t.apply(visitFields(words), &v)
				return v, err
			})
			if err != nil {
				return noVisit(err, id)
			}
			a.say(catalog.L("Changed: {{.Entry}} ({{.ID}})", catalog.D{"Entry": visitLine(after, m, therapists, a.now()), "ID": after.ID}))
			if back := undoing(visitFields(words), before, after); back != "" {
				a.say(catalog.L("Bring back what it was with: {{.Command}}", catalog.D{"Command": "unhunch visit edit " + after.ID + back}))
			}
			a.poke(ctx)
			return a.sayAfter(ctx, s, m, after)
		})
	}
	return cmd
}

func (a *app) visitDeleteCommand() *cobra.Command {
	return &cobra.Command{
		Use: "delete ID|last", Short: catalog.L("Delete a massage from the log (it can be brought back)"), Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withVisits(cmd.Context(), func(ctx context.Context, s *sqlite.Store, m *content.Massage, therapists []diary.Therapist) error {
				id, err := visitID(ctx, s, args[0])
				if err != nil {
					return err
				}
				v, err := s.DeleteVisit(ctx, id)
				if err != nil {
					return noVisit(err, id)
				}
				a.say(catalog.L("Deleted: {{.Entry}}. Bring it back with: {{.Command}}", catalog.D{
					"Entry": visitLine(v, m, therapists, a.now()), "Command": "unhunch visit undelete " + v.ID,
				}))
				a.poke(ctx)
				return nil
			})
		},
	}
}

func (a *app) visitUndeleteCommand() *cobra.Command {
	return &cobra.Command{
		Use: "undelete ID", Short: catalog.L("Bring a deleted massage back"), Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withVisits(cmd.Context(), func(ctx context.Context, s *sqlite.Store, m *content.Massage, therapists []diary.Therapist) error {
				v, err := s.UndeleteVisit(ctx, args[0])
				if err != nil {
					return noVisit(err, args[0])
				}
				a.say(catalog.L("It is back: {{.Entry}} ({{.ID}})", catalog.D{"Entry": visitLine(v, m, therapists, a.now()), "ID": v.ID}))
				a.poke(ctx)
				return nil
			})
		},
	}
}

// warnEarly says that a follow-up was told before its time. It is kept: whoever
// tells knows why.
func (a *app) warnEarly(v diary.Visit, which diary.FollowUp) {
	age := a.now().Sub(v.At)
	switch {
	case which == diary.AfterThreeDays && v.ThirdDay != nil && age < 60*time.Hour:
		a.warn(catalog.L("the third day after this massage is still to come; noted all the same"))
	case which == diary.AfterADay && v.NextDay != nil && age < 12*time.Hour:
		a.warn(catalog.L("the day after this massage is still to come; noted all the same"))
	}
}

func (a *app) visitFollowUpCommand() *cobra.Command {
	return &cobra.Command{
		Use: "follow-up ID|last 24h|72h INTENSITY", Short: catalog.L("Note how your back was a day, or three days, after a massage"),
		Example: "  unhunch visit follow-up ID 24h 2\n  unhunch visit follow-up ID 72h none",
		Args:    cobra.ExactArgs(3),
		RunE: func(cmd *cobra.Command, args []string) error {
			which, err := diary.ParseFollowUp(args[1])
			if err != nil {
				return misuse("", "%w", err)
			}
			typed := args[2]
			if typed == "none" {
				typed = ""
			}
			intensity, err := whole(string(which), typed, 0, diary.MaxIntensity)
			if err != nil {
				return err
			}
			return a.withVisits(cmd.Context(), func(ctx context.Context, s *sqlite.Store, m *content.Massage, therapists []diary.Therapist) error {
				id, err := visitID(ctx, s, args[0])
				if err != nil {
					return err
				}
				before, after, err := s.FollowUp(ctx, id, which, intensity)
				if err != nil {
					return noVisit(err, id)
				}
				a.warnEarly(after, which)
				a.say(catalog.L("Noted: {{.Entry}} ({{.ID}})", catalog.D{"Entry": visitLine(after, m, therapists, a.now()), "ID": after.ID}))
				was := "none"
				if told := number(before.Answer(which), true); told != nil {
					was = told[0]
				}
				if was != args[2] {
					a.say(catalog.L("Bring back what it was with: {{.Command}}", catalog.D{"Command": strings.Join([]string{"unhunch visit follow-up", after.ID, string(which), was}, " ")}))
				}
				a.poke(ctx)
				return a.sayAfter(ctx, s, m, after)
			})
		},
	}
}
