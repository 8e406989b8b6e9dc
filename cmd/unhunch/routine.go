package main

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
)

func (a *app) routineCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "routine", Short: catalog.L("Look at the stretch routines and what suits you of them, and put together your own"), Args: noSuchCommand}
	a.listingRoutines(cmd)
	cmd.AddCommand(
		a.routineListCommand(), a.routineShowCommand(), a.routineAddCommand(), a.routineEditCommand(), a.routineDeleteCommand(), a.routineUndeleteCommand(),
		a.routineExportCommand(), a.routineImportCommand(), a.routinePrintCommand(),
	)
	return cmd
}

func (a *app) routineListCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: catalog.L("List the routines, with what to heed today"), Args: cobra.NoArgs}
	a.listingRoutines(cmd)
	return cmd
}

// listingRoutines makes a command list the routines.
func (a *app) listingRoutines(cmd *cobra.Command) {
	var w wanted
	w.flags(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		lib := a.library()
		all, err := lib.Routines()
		if err != nil {
			return err
		}
		me, err := a.person(cmd.Context(), lib)
		if err != nil {
			return err
		}
		list := make([]movement, len(all.Routine))
		for i := range all.Routine {
			list[i] = routineRow(&all.Routine[i], me)
		}
		return a.printMovements(list, w)
	}
}

// routineRow is a routine in a list as it is done today: for the regions of all
// its exercises.
func routineRow(r *content.Routine, me person) movement {
	regions, items := []content.Region{}, doneOf(r, me)
	for _, i := range items {
		for _, g := range i.Regions {
			if !slices.Contains(regions, g) {
				regions = append(regions, g)
			}
		}
	}
	return movement{r.ID, r.Name, regions, r.Place, takesS(r, items), adviceOf(me.Routine(r)), r.Pack}
}

func (a *app) routineShowCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "show ID", Short: catalog.L("Show what is in a routine, and when it suits"),
		Example:           "  unhunch routine show low-back-10\n  unhunch routine show low-back-10 --json",
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: completeRoutines(nil),
		RunE:              func(cmd *cobra.Command, args []string) error { return a.showRoutine(cmd.Context(), args, asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
	return cmd
}

// completeRoutines offers the routines that are wanted; nil wants all.
func completeRoutines(want func(*content.Library, *content.Routine) bool) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		lib, _ := packs.Open(content.BuiltIn()) // what cannot be read is not offered
		s, err := routineShelf(lib)
		if all, unread := lib.Routines(); err == nil && unread == nil && want != nil {
			var kept []entry
			for i, e := range s.entries {
				if want(lib, &all.Routine[i]) {
					kept = append(kept, e)
				}
			}
			s.entries = kept
		}
		return s.complete(args)
	}
}

// isMine wants the routines the person put together in Unhunch.
func isMine(lib *content.Library, r *content.Routine) bool { return packs.IsMine(lib, r.Origin) }

// isOfAPack wants those that are not Unhunch's own.
func isOfAPack(_ *content.Library, r *content.Routine) bool { return r.Pack != "" }

// routineShelf are the routines to choose from.
func routineShelf(lib *content.Library) (shelf, error) {
	s := shelf{
		missing: func(typed string) string {
			return catalog.L("there is no routine {{.Given}}", catalog.D{"Given": typed})
		},
		command: "unhunch routine list",
	}
	all, err := lib.Routines()
	if err != nil {
		return s, err
	}
	for _, r := range all.Routine {
		s.entries = append(s.entries, entry{id: r.ID, name: r.Name})
	}
	return s, nil
}

// routineOf finds a routine by what was typed.
func routineOf(lib *content.Library, typed string) (*content.Routine, *content.Routines, error) {
	on, err := routineShelf(lib)
	if err != nil {
		return nil, nil, err
	}
	i, err := on.find(typed)
	if err != nil {
		return nil, nil, err
	}
	all, err := lib.Routines()
	if err != nil {
		return nil, nil, err
	}
	return &all.Routine[i], all, nil
}

func (a *app) showRoutine(ctx context.Context, args []string, asJSON bool) error {
	lib := a.library()
	r, all, err := routineOf(lib, strings.Join(args, " "))
	if err != nil {
		return err
	}
	me, err := a.person(ctx, lib)
	if err != nil {
		return err
	}
	if asJSON {
		return a.printJSON(routinePage(r, me))
	}
	p := a.prose()
	p.routine(r, all.Rule, me)
	return p.print(a.out)
}

// routineJSON is everything about one routine.
type routineJSON struct {
	movement
	grounds
	When     string       `json:"when"`
	RestS    int          `json:"rest_s"`
	Note     string       `json:"note,omitempty"`
	Optional []string     `json:"optional,omitempty"`
	Items    []itemJSON   `json:"items"`
	Sources  []sourceJSON `json:"sources"`
}

func routinePage(r *content.Routine, me person) routineJSON {
	out := routineJSON{
		movement: routineRow(r, me), grounds: groundsOf(me.Routine(r)),
		When: r.When, RestS: r.RestS, Note: r.Note, Optional: r.Optional, Sources: sourcesJSON(r.Sources),
	}
	for _, i := range doneOf(r, me) {
		out.Items = append(out.Items, i.json())
	}
	return out
}

// routine writes the page of a routine, with the rules that hold for all.
func (p *prose) routine(r *content.Routine, rules []content.RoutineRule, me person) {
	v := me.Routine(r)
	p.held(v)
	p.title(r.Name)
	row := routineRow(r, me)
	p.hang("", strings.Join([]string{regionNames(row.Regions), catalog.Position(row.Position), lengthS(row.DurationS)}, " · "))
	p.care(v)
	p.note(catalog.L("When"), r.When)
	p.para(r.Note)
	p.heading(catalog.L("Exercises"))
	p.items(doneOf(r, me))
	if r.RestS > 0 {
		p.para(catalog.N("{{.Count}} second of rest between two of them.", "{{.Count}} seconds of rest between two of them.", r.RestS))
	}
	if len(r.Optional) > 0 {
		p.para(catalog.L("Off unless you turn it on: {{.Exercises}}", catalog.D{"Exercises": strings.Join(r.Optional, ", ")}))
	}
	var say []string
	from := content.Cited{Sources: slices.Clone(r.Sources), Origin: r.Origin}
	for _, rule := range rules {
		say = append(say, rule.Text)
		for _, s := range rule.Sources {
			from.Sources = appendOnce(from.Sources, s)
		}
	}
	p.list(catalog.L("Before, during and after"), say)
	p.sources(from, v)
}
