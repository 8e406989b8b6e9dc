package main

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
)

func (a *app) tipCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "tip [ID]", Short: catalog.L("Read today's posture tip, or another"), Args: cobra.ArbitraryArgs,
		Example:           "  unhunch tip\n  unhunch tip T12\n  unhunch tip list --about driving",
		ValidArgsFunction: completeTips,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.showTip(cmd.Context(), args, asJSON)
			}
			lib := a.library()
			me, err := a.person(cmd.Context(), lib)
			if err != nil {
				return err
			}
			t, ok, err := a.todaysTip(me)
			if err != nil {
				return err
			}
			if !ok {
				if asJSON {
					return a.printJSON(nil)
				}
				a.say(catalog.L("No tip suits what you told about yourself. unhunch tip list shows them all, with the reasons."))
				return nil
			}
			return a.printTip(t, me, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
	cmd.AddCommand(a.tipListCommand(), a.tipShowCommand())
	return cmd
}

// todaysTip is the tip for today's date among those for the desk that suit the
// person, as the window shows it.
func (a *app) todaysTip(me person) (content.Tip, bool, error) {
	tips, err := me.DeskTips()
	t, ok := content.TipOfDay(tips, a.now(), 0)
	return t, ok, err
}

// tipRow is a tip in a list.
type tipRow struct {
	ID   string           `json:"id"`
	Tags []content.TipTag `json:"tags"`
	Text string           `json:"text"`
	advised
	Pack string `json:"pack,omitempty"` // whose it is, of the person's own
}

// tipJSON is everything about one tip.
type tipJSON struct {
	tipRow
	grounds
	How       string               `json:"how"`
	Pregnancy content.ForPregnancy `json:"pregnancy,omitempty"` // only or not
	Routine   string               `json:"routine,omitempty"`
	General   bool                 `json:"general"` // rests on nothing but what is widely taught
	Sources   []sourceJSON         `json:"sources"`
}

func tipIn(t content.Tip, me person) tipRow {
	return tipRow{t.ID, filled(t.Tags), t.Text, adviceOf(me.Tip(t)), t.Pack}
}

func (a *app) tipListCommand() *cobra.Command {
	var about string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "list", Short: catalog.L("List the posture tips, with what to heed today"), Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			lib := a.library()
			all, err := lib.Tips()
			if err != nil {
				return err
			}
			var tags []string
			for _, t := range all {
				for _, tag := range t.Tags {
					tags = append(tags, string(tag))
				}
			}
			tag, err := choice("--about", about, tags)
			if err != nil {
				return err
			}
			me, err := a.person(cmd.Context(), lib)
			if err != nil {
				return err
			}
			list := []tipRow{}
			for _, t := range all {
				if tag == "" || t.Has(content.TipTag(tag)) {
					list = append(list, tipIn(t, me))
				}
			}
			if asJSON {
				return a.printJSON(list)
			}
			w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
			for _, t := range list {
				text := t.Text
				if mark := t.mark(); mark != "" {
					text += " – " + mark
				}
				var foremost content.TipTag
				if len(t.Tags) > 0 {
					foremost = t.Tags[0]
				}
				fmt.Fprintf(w, "%s\t%s\t%s\n", t.ID, foremost, text)
			}
			return w.Flush()
		},
	}
	cmd.Flags().StringVar(&about, "about", "", catalog.L("only about this, such as sitting or driving"))
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
	return cmd
}

func (a *app) tipShowCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "show ID", Short: catalog.L("Show how a tip is meant, and where it comes from"), Args: cobra.MinimumNArgs(1),
		ValidArgsFunction: completeTips,
		RunE:              func(cmd *cobra.Command, args []string) error { return a.showTip(cmd.Context(), args, asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
	return cmd
}

// completeTips offers the tips to the shell.
func completeTips(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	lib, _ := packs.Open(content.BuiltIn()) // what cannot be read is not offered
	s, _ := tipShelf(lib)
	return s.complete(args)
}

// tipShelf are the tips to choose from.
func tipShelf(lib *content.Library) (shelf, error) {
	all, err := lib.Tips()
	s := shelf{
		missing: func(typed string) string { return catalog.L("there is no tip {{.Given}}", catalog.D{"Given": typed}) },
		command: "unhunch tip list",
	}
	for _, t := range all {
		s.entries = append(s.entries, entry{id: t.ID, name: t.Text, also: []string{strings.ReplaceAll(t.ID, "T0", "T")}})
	}
	return s, err
}

func (a *app) showTip(ctx context.Context, args []string, asJSON bool) error {
	lib := a.library()
	on, err := tipShelf(lib)
	if err != nil {
		return err
	}
	i, err := on.find(strings.Join(args, " "))
	if err != nil {
		return err
	}
	all, err := lib.Tips()
	if err != nil {
		return err
	}
	me, err := a.person(ctx, lib)
	if err != nil {
		return err
	}
	return a.printTip(all[i], me, asJSON)
}

func (a *app) printTip(t content.Tip, me person, asJSON bool) error {
	advice := me.Tip(t)
	if asJSON {
		return a.printJSON(tipJSON{
			tipRow: tipIn(t, me), grounds: groundsOf(advice),
			How: t.How, Pregnancy: t.Pregnancy, Routine: t.Routine, General: t.General(), Sources: sourcesJSON(t.Sources),
		})
	}
	p := a.prose()
	p.held(advice)
	p.para(t.Text)
	p.care(advice)
	p.note(catalog.L("How"), t.How)
	if t.Routine != "" {
		p.para(catalog.L("The routine for it: {{.Command}}", catalog.D{"Command": "unhunch routine show " + t.Routine}))
	}
	p.sources(t.Cited, advice)
	return p.print(a.out)
}
