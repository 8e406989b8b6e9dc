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

func (a *app) exerciseCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "exercise", Short: catalog.L("Look at the exercises and what suits you of them"), Args: noSuchCommand}
	a.listingExercises(cmd)
	cmd.AddCommand(a.exerciseListCommand(), a.exerciseShowCommand())
	return cmd
}

// movement is an exercise or a routine in a list.
type movement struct {
	ID        string           `json:"id"`
	Name      string           `json:"name"`
	Regions   []content.Region `json:"regions"`
	Position  string           `json:"position"`
	DurationS int              `json:"duration_s"`
	advised
	Pack string `json:"pack,omitempty"` // whose it is, of the person's own
}

// wanted is what a list is narrowed to.
type wanted struct {
	region, position string
	asJSON           bool
}

func (w *wanted) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&w.region, "region", "", catalog.L("only for this part of the body, such as neck"))
	cmd.Flags().StringVar(&w.position, "position", "", catalog.L("only in this position, such as seated"))
	cmd.Flags().BoolVar(&w.asJSON, "json", false, catalog.L("print JSON"))
}

// narrow keeps what is wanted. A region or position that no entry has is a
// mistake.
func (w *wanted) narrow(list []movement) ([]movement, error) {
	var regions, positions []string
	for _, m := range list {
		for _, r := range m.Regions {
			regions = append(regions, string(r))
		}
		positions = append(positions, m.Position)
	}
	region, err := choice("--region", w.region, regions)
	if err != nil {
		return nil, err
	}
	position, err := choice("--position", w.position, positions)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(list), func(m movement) bool {
		return region != "" && !slices.Contains(m.Regions, content.Region(region)) ||
			position != "" && m.Position != position
	}), nil
}

// choice reads one of several words; nothing stays nothing.
func choice(flag, typed string, of []string) (string, error) {
	if typed == "" {
		return "", nil
	}
	slices.Sort(of)
	of = slices.Compact(of)
	if i := slices.Index(of, dashed(typed)); i >= 0 {
		return of[i], nil
	}
	return "", wrong(catalog.L("there are {{.Choices}}", catalog.D{"Choices": strings.Join(of, ", ")}),
		catalog.L("{{.Flag}}: there is nothing for {{.Given}}", catalog.D{"Flag": flag, "Given": quoted(typed)}))
}

func (a *app) exerciseListCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: catalog.L("List the exercises, with what to heed today"), Args: cobra.NoArgs}
	a.listingExercises(cmd)
	return cmd
}

// listingExercises makes a command list the exercises.
func (a *app) listingExercises(cmd *cobra.Command) {
	var w wanted
	w.flags(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		lib := a.library()
		all, err := lib.Exercises()
		if err != nil {
			return err
		}
		me, err := a.person(cmd.Context(), lib)
		if err != nil {
			return err
		}
		list := make([]movement, len(all))
		for i := range all {
			list[i] = exerciseRow(&all[i], me)
		}
		return a.printMovements(list, w)
	}
}

func exerciseRow(e *content.Exercise, me person) movement {
	return movement{e.ID, e.Name, filled(e.Regions), string(e.Position), e.DurationS, adviceOf(me.Exercise(e)), e.Pack}
}

// printMovements prints a list of exercises or routines, narrowed.
func (a *app) printMovements(list []movement, w wanted) error {
	list, err := w.narrow(list)
	if err != nil {
		return err
	}
	if w.asJSON {
		return a.printJSON(filled(list))
	}
	if len(list) == 0 {
		a.say(catalog.L("There is nothing of that kind. Leave --region or --position out to see more."))
		return nil
	}
	return a.tabulate(list)
}

func regionNames(list []content.Region) string {
	names := make([]string, len(list))
	for i, r := range list {
		names[i] = catalog.Region(string(r))
	}
	return strings.Join(names, ", ")
}

func (a *app) exerciseShowCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "show ID", Short: catalog.L("Show how an exercise is done, and where it comes from"),
		Example: "  unhunch exercise show chin-tuck\n  unhunch exercise show \"Chin tuck\" --json",
		Args:    cobra.MinimumNArgs(1),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			lib, _ := packs.Open(content.BuiltIn()) // what cannot be read is not offered
			s, _ := exerciseShelf(lib)
			return s.complete(args)
		},
		RunE: func(cmd *cobra.Command, args []string) error { return a.showExercise(cmd.Context(), args, asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
	return cmd
}

// exerciseShelf are the exercises to choose from.
func exerciseShelf(lib *content.Library) (shelf, error) {
	all, err := lib.Exercises()
	s := shelf{
		missing: func(typed string) string {
			return catalog.L("there is no exercise {{.Given}}", catalog.D{"Given": typed})
		},
		command: "unhunch exercise list",
	}
	for _, e := range all {
		s.entries = append(s.entries, entry{id: e.ID, name: e.Name, also: e.AlsoCalled})
	}
	return s, err
}

func (a *app) showExercise(ctx context.Context, args []string, asJSON bool) error {
	lib := a.library()
	on, err := exerciseShelf(lib)
	if err != nil {
		return err
	}
	i, err := on.find(strings.Join(args, " "))
	if err != nil {
		return err
	}
	all, err := lib.Exercises()
	if err != nil {
		return err
	}
	me, err := a.person(ctx, lib)
	if err != nil {
		return err
	}
	if asJSON {
		return a.printJSON(exercisePage(&all[i], me))
	}
	p := a.prose()
	p.exercise(&all[i], me)
	return p.print(a.out)
}
