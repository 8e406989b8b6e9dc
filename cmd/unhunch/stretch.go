package main

import (
	"context"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/reminders/control"
)

// stretchOptions is how a stretch is wanted.
type stretchOptions struct {
	terminal     bool // as text, though there is a display
	asked        bool // a clinician, about what needs one
	quiet, voice bool // other sounds than the settings say
}

func (a *app) stretchCommand() *cobra.Command {
	var o stretchOptions
	cmd := &cobra.Command{
		Use:   "stretch [ROUTINE]",
		Short: catalog.L("Stretch: be guided through a routine or an exercise"),
		Long: catalog.L("Guides you through a routine or a single exercise: in the window, or without a display\n" +
			"and with --terminal as text with chimes. Without a name it is the routine that suits now.\n" +
			"What you did is logged, and answers the open stretch reminder."),
		Example: "  unhunch stretch\n  unhunch stretch low-back-10\n  unhunch stretch chin-tuck --terminal\n  unhunch stretch log",
		Args:    cobra.ArbitraryArgs,
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			lib, _ := packs.Open(content.BuiltIn()) // what cannot be read is not offered
			s, _ := exercisable(lib)
			return s.complete(args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.stretch(cmd.Context(), strings.Join(args, " "), o)
		},
	}
	cmd.Flags().BoolVar(&o.terminal, "terminal", false, catalog.L("play it as text in this terminal"))
	cmd.Flags().BoolVar(&o.asked, "yes", false, catalog.L("you have asked a clinician about what needs one"))
	cmd.Flags().BoolVar(&o.quiet, "quiet", false, catalog.L("in the terminal: no chimes and no voice this time"))
	cmd.Flags().BoolVar(&o.voice, "voice", false, catalog.L("in the terminal: say aloud what comes next, this time"))
	cmd.AddCommand(a.stretchLogCommand(), a.stretchDeleteCommand(), a.stretchUndeleteCommand())
	return cmd
}

// stretch plays what was named, or what suits now: in the window, or as text.
func (a *app) stretch(ctx context.Context, typed string, o stretchOptions) error {
	text := o.terminal || !hasDisplay()
	switch {
	case o.quiet && o.voice:
		return wrong(catalog.L("choose one of them"), catalog.L("--quiet and --voice contradict each other"))
	case (o.quiet || o.voice) && !text:
		return wrong(catalog.L("add --terminal, or see unhunch settings list for what the window plays"), catalog.L("--quiet and --voice are for the terminal"))
	case typed == "" && !text:
		return a.stretchInWindow(ctx, control.Suggested)
	}
	lib := a.library()
	me, err := a.person(ctx, lib)
	if err != nil {
		return err
	}
	var c chosen
	if typed == "" {
		c, err = a.suggested(ctx, lib, me)
	} else {
		c, err = named(lib, typed)
	}
	if err != nil {
		return err
	}
	if err := c.refused(me, o.asked); err != nil {
		return err
	}
	if text {
		return a.stretchHere(ctx, c, me, o)
	}
	for _, r := range c.advice(me).Reasons {
		a.warn(r.Text)
	}
	return a.stretchInWindow(ctx, c.id())
}

// stretchInWindow opens the window on the player.
func (a *app) stretchInWindow(ctx context.Context, routine string) error {
	if err := startAgent(ctx); err != nil {
		return err
	}
	return openWindow(control.OpenRequest{Screen: "stretch", Routine: routine, Token: os.Getenv("XDG_ACTIVATION_TOKEN")})
}
