package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
)

// onlyArg is the id a command was given, or none.
func onlyArg(args []string) string {
	if len(args) == 0 {
		return ""
	}
	return args[0]
}

// reliefVerb makes a command that tells the agent something about one session.
// after says what follows from it.
func (a *app) reliefVerb(use, shortly string, after func(), tell func(ctx context.Context, c *control.Client, id string) (control.Session, error)) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: use + " [ID]", Short: shortly, Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.live(cmd.Context(), func(ctx context.Context, c *control.Client) error {
				s, err := tell(ctx, c, onlyArg(args))
				if err != nil {
					return err
				}
				if asJSON {
					return a.printJSON(s)
				}
				a.say(sessionLine(s, a.now()))
				if after != nil {
					after()
				}
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
	return cmd
}

func (a *app) reliefStopCommand() *cobra.Command {
	var skin, after string
	var hurts *int
	cmd := a.reliefVerb("stop", catalog.L("Say that the pack is off for good"), func() { a.severe(hurts) }, func(ctx context.Context, c *control.Client, id string) (control.Session, error) {
		pain, err := whole("--after", after, 0, diary.MaxIntensity)
		if err != nil {
			return control.Session{}, err
		}
		if skin != "" && skin != string(diary.SkinFine) && skin != string(diary.SkinBad) {
			return control.Session{}, wrong(catalog.L("fine or bad"), catalog.L("--skin: {{.Given}} does not say how it is", catalog.D{"Given": quoted(skin)}))
		}
		hurts = pain
		return c.ReliefStop(ctx, control.ReliefStop{ID: id, Skin: skin, After: pain})
	})
	cmd.Flags().StringVar(&skin, "skin", "", catalog.L("how the skin is: fine or bad"))
	cmd.Flags().StringVar(&after, "after", "", catalog.L("how much it hurts now, from 0 to 10"))
	return cmd
}

func (a *app) reliefPauseCommand() *cobra.Command {
	return a.reliefVerb("pause", catalog.L("Say that the pack is off for a moment"), nil, func(ctx context.Context, c *control.Client, id string) (control.Session, error) {
		return c.ReliefPause(ctx, control.ReliefPick{ID: id})
	})
}

func (a *app) reliefResumeCommand() *cobra.Command {
	return a.reliefVerb("resume", catalog.L("Say that the pack is on again"), nil, func(ctx context.Context, c *control.Client, id string) (control.Session, error) {
		return c.ReliefResume(ctx, control.ReliefPick{ID: id})
	})
}

func (a *app) reliefLookCommand(fine bool) *cobra.Command {
	use, shortly := "fine", catalog.L("Say that the skin is fine")
	if !fine {
		use, shortly = "not-fine", catalog.L("Say that the skin is not fine: it stops, and nothing goes on there today")
	}
	advise := func() {
		if h, err := a.library().HeatCold(); err == nil && !fine {
			a.say(h.SkinCheck.Then)
		}
	}
	return a.reliefVerb(use, shortly, advise, func(ctx context.Context, c *control.Client, id string) (control.Session, error) {
		return c.ReliefLook(ctx, control.ReliefLook{ID: id, Fine: fine})
	})
}
