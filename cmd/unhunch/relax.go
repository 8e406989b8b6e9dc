package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/relax"
)

// relaxOptions is how a relaxation is wanted.
type relaxOptions struct {
	asked        bool // a clinician, about what needs one
	quiet, voice bool // other sounds than the settings say
	window       bool // there, and not as text
}

func (o *relaxOptions) flags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&o.asked, "yes", false, catalog.L("you have asked a clinician about what needs one"))
	cmd.Flags().BoolVar(&o.quiet, "quiet", false, catalog.L("no chimes and no voice this time"))
	cmd.Flags().BoolVar(&o.voice, "voice", false, catalog.L("say aloud what comes next, this time"))
	cmd.Flags().BoolVar(&o.window, "window", false, catalog.L("follow it in the window, with a shape that moves"))
}

func (o *relaxOptions) check() error {
	switch {
	case o.window && (o.quiet || o.voice):
		return wrong(catalog.L("unhunch settings list shows what the window plays"), catalog.L("--quiet and --voice are for the terminal"))
	case o.quiet && o.voice:
		return wrong(catalog.L("choose one of them"), catalog.L("--quiet and --voice contradict each other"))
	}
	return nil
}

func (a *app) breatheCommand() *cobra.Command {
	var o relaxOptions
	var pace int
	cmd := &cobra.Command{
		Use:   "breathe [MINUTES]",
		Short: catalog.L("Breathe slowly: a pacer in the terminal"),
		Long: catalog.L("Leads your breath in this terminal, four to eight times a minute, for 1 to 10 minutes.\n" +
			"A bar grows while you breathe in, and shrinks while you breathe out; where motion is\n" +
			"reduced, and in a pipe, it is the words alone. What you did is logged."),
		Example: "  unhunch breathe\n  unhunch breathe 3 --pace 6\n  unhunch relax list",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.check(); err != nil {
				return err
			}
			lib := a.library()
			wish := relax.Wish{Kind: relax.Breathing, PerMinute: pace}
			if len(args) == 1 {
				n, err := strconv.Atoi(args[0])
				if err != nil || n != relax.ClampMinutes(n) {
					return wrong(catalog.L("give 1 to 10"), catalog.L("{{.Given}} is no number of minutes to breathe", catalog.D{"Given": quoted(args[0])}))
				}
				wish.Minutes = n
			}
			if err := paceFits(lib, pace, cmd.Flags().Changed("pace")); err != nil {
				return err
			}
			return a.relaxHere(cmd.Context(), lib, wish, o)
		},
	}
	cmd.Flags().IntVar(&pace, "pace", 0, catalog.L("breaths a minute, 4 to 8; without it as the last time"))
	o.flags(cmd)
	return cmd
}

// paceFits refuses a pace that is given and beyond the limits.
func paceFits(lib *content.Library, pace int, given bool) error {
	t, err := relax.Therapy(lib, relax.Breathing)
	if err != nil || !given {
		return err
	}
	if l := relax.LimitsOf(t.Pacer); pace != l.Clamp(pace) {
		return wrong(catalog.L("give {{.Slowest}} to {{.Quickest}}", catalog.D{"Slowest": l.Slowest, "Quickest": l.Quickest}),
			catalog.L("--pace: {{.Given}} breaths a minute is out of range", catalog.D{"Given": pace}))
	}
	return nil
}

func (a *app) relaxCommand() *cobra.Command {
	var o relaxOptions
	var c relax.Choices
	var once bool
	cmd := &cobra.Command{
		Use:   "relax",
		Short: catalog.L("Relax muscle by muscle: guided in the terminal"),
		Long: catalog.L("Guides you through progressive muscle relaxation in this terminal: tense one group of\n" +
			"muscles gently, let go, notice the difference, move on. Leave out what hurts with --skip,\n" +
			"or only imagine it with --imagine. What you did is logged."),
		Example: "  unhunch relax\n  unhunch relax --once --skip shoulders,face\n  unhunch relax --skip belly --imagine\n  unhunch relax list",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := o.check(); err != nil {
				return err
			}
			lib := a.library()
			if err := groupsFit(lib, c.Spared); err != nil {
				return err
			}
			if c.Imagine && len(c.Spared) == 0 {
				return wrong(catalog.L("name the groups that hurt with --skip"), catalog.L("--imagine is for groups that are not tensed"))
			}
			if once {
				c.Rounds = 1
			}
			return a.relaxHere(cmd.Context(), lib, relax.Wish{Kind: relax.Muscles, Choices: c}, o)
		},
	}
	cmd.Flags().BoolVar(&once, "once", false, catalog.L("each group once, which is shorter"))
	cmd.Flags().StringSliceVar(&c.Spared, "skip", nil, catalog.L("the groups that hurt, such as shoulders,face"))
	cmd.Flags().BoolVar(&c.Imagine, "imagine", false, catalog.L("only imagine tensing these, instead of leaving them out"))
	cmd.Flags().BoolVar(&c.Half, "half", false, catalog.L("at half strength"))
	o.flags(cmd)
	cmd.AddCommand(a.relaxListCommand(), a.relaxDeleteCommand(), a.relaxUndeleteCommand())
	return cmd
}

// groupsFit refuses groups of muscles that the library does not have.
func groupsFit(lib *content.Library, ids []string) error {
	t, err := relax.Therapy(lib, relax.Muscles)
	if err != nil || t.Muscles == nil {
		return err
	}
	for _, id := range ids {
		known := false
		for _, other := range t.Muscles.Order {
			known = known || other == id
		}
		if !known {
			return wrong(catalog.L("the groups are {{.Groups}}", catalog.D{"Groups": strings.Join(t.Muscles.Order, ", ")}),
				catalog.L("--skip: there is no group of muscles {{.Given}}", catalog.D{"Given": quoted(id)}))
		}
	}
	return nil
}
