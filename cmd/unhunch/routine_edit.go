package main

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
)

// routineFlags are what a routine is put together of on the command line.
type routineFlags struct {
	name, rest, prescribedBy, note, from string
	items                                []string
	asJSON                               bool
}

func (f *routineFlags) on(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.items, "item", nil, catalog.L("an `EXERCISE`, perhaps with repetitions, seconds to hold and a side: chin-tuck:8, neck-turn:3x10:left; once for each, in order"))
	cmd.Flags().StringVar(&f.rest, "rest", "", catalog.L("rest between two of them, such as 5s"))
	cmd.Flags().StringVar(&f.prescribedBy, "prescribed-by", "", catalog.L("whose advice it is"))
	cmd.Flags().StringVar(&f.note, "note", "", catalog.L("what to keep in mind"))
	cmd.Flags().BoolVar(&f.asJSON, "json", false, catalog.L("print JSON"))
	_ = cmd.RegisterFlagCompletionFunc("item", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		lib, _ := packs.Open(content.BuiltIn()) // what cannot be read is not offered
		s, _ := exerciseShelf(lib)
		ids, _ := s.complete(nil)
		return ids, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}) // it fails only for a flag that is not there
}

// take puts into a draft what was given.
func (f *routineFlags) take(cmd *cobra.Command, lib *content.Library, d *packs.Routine) error {
	given := cmd.Flags().Changed
	if f.name != "" || given("name") {
		d.Name = f.name
	}
	if given("prescribed-by") {
		d.PrescribedBy = f.prescribedBy
	}
	if given("note") {
		d.Note = f.note
	}
	if given("rest") {
		s, err := parseRest(f.rest)
		if err != nil {
			return err
		}
		d.RestS = s
	}
	if given("item") {
		d.Items = nil
		for _, typed := range f.items {
			item, err := parseItem(lib, typed)
			if err != nil {
				return err
			}
			d.Items = append(d.Items, item)
		}
	}
	return nil
}

func (a *app) routineAddCommand() *cobra.Command {
	var f routineFlags
	cmd := &cobra.Command{
		Use: "add NAME", Short: catalog.L("Put together a routine of your own, or change a copy of another"),
		Example: "  unhunch routine add " + quoted(catalog.L("After lunch")) + " --item chin-tuck:8 --item neck-turn:3x10 --rest 5s\n" +
			"  unhunch routine add " + quoted(catalog.L("My low back")) + " --from low-back-10 --prescribed-by " + quoted(catalog.L("my physiotherapist")),
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			lib := a.library()
			f.name = strings.Join(args, " ")
			d := packs.Routine{RestS: packs.UsualRestS}
			if f.from != "" {
				r, _, err := routineOf(lib, f.from)
				if err != nil {
					return err
				}
				d = packs.CopyOf(r)
			}
			if f.name == "" && f.from == "" {
				return wrong(catalog.L("write it as: {{.Command}}", catalog.D{"Command": "unhunch routine add NAME --item chin-tuck:8"}), catalog.L("the name is missing"))
			}
			if err := f.take(cmd, lib, &d); err != nil {
				return err
			}
			return a.saveRoutine(cmd.Context(), lib, d, f.asJSON)
		},
	}
	f.on(cmd)
	cmd.Flags().StringVar(&f.from, "from", "", catalog.L("the routine to begin with a copy of"))
	_ = cmd.RegisterFlagCompletionFunc("from", func(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return completeRoutines(nil)(cmd, nil, typed)
	}) // it fails only for a flag that is not there
	return cmd
}

func (a *app) routineEditCommand() *cobra.Command {
	var f routineFlags
	cmd := &cobra.Command{
		Use: "edit ID", Short: catalog.L("Change a routine of your own; what is not named stays"),
		Example:           "  unhunch routine edit after-lunch --name " + quoted(catalog.L("After lunch")) + " --item chin-tuck:6 --item shoulder-rolls",
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: completeRoutines(isMine),
		RunE: func(cmd *cobra.Command, args []string) error {
			lib := a.library()
			r, err := mineOf(lib, strings.Join(args, " "))
			if err != nil {
				return err
			}
			before := packs.DraftOf(lib, r)
			d := before
			if err := f.take(cmd, lib, &d); err != nil {
				return err
			}
			changed := false
			for _, name := range []string{"name", "item", "rest", "prescribed-by", "note"} {
				changed = changed || cmd.Flags().Changed(name)
			}
			if !changed {
				return wrong(catalog.L("{{.Command}} lists the options", catalog.D{"Command": cmd.CommandPath() + " --help"}), catalog.L("it does not say what to change"))
			}
			return a.saveRoutine(cmd.Context(), lib, d, f.asJSON)
		},
	}
	f.on(cmd)
	cmd.Flags().StringVar(&f.name, "name", "", catalog.L("what it is called"))
	return cmd
}

// mineOf finds a routine the person put together in Unhunch.
func mineOf(lib *content.Library, typed string) (*content.Routine, error) {
	r, _, err := routineOf(lib, typed)
	if err != nil || isMine(lib, r) {
		return r, err
	}
	d := catalog.D{"ID": r.ID, "Pack": r.Pack}
	hint := catalog.L("make a copy and change that: {{.Command}}", catalog.D{"Command": "unhunch routine add --from " + r.ID})
	if r.Pack != "" {
		return nil, wrong(hint, catalog.L("{{.ID}} is from your pack “{{.Pack}}”, whose files are yours to edit", d))
	}
	return nil, wrong(hint, catalog.L("{{.ID}} is one of Unhunch's own", d))
}

// saveRoutine saves a draft and says what it is now.
func (a *app) saveRoutine(ctx context.Context, lib *content.Library, d packs.Routine, asJSON bool) error {
	id, err := packs.SaveRoutine(lib, d)
	if err != nil {
		return unsaved(err)
	}
	a.poke(ctx)
	lib, err = packs.Open(content.BuiltIn())
	if err != nil {
		return err
	}
	r, _, err := routineOf(lib, id)
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
	items := doneOf(r, me)
	a.say(catalog.L("Saved {{.Name}} ({{.ID}}): {{.Exercises}}, {{.Length}}.", catalog.D{
		"Name": r.Name, "ID": id, "Exercises": catalog.N("{{.Count}} exercise", "{{.Count}} exercises", len(items)), "Length": lengthS(takesS(r, items)),
	}))
	if v := me.Routine(r); !v.Suggest() {
		a.say(adviceOf(v).mark())
	}
	return nil
}

// unsaved says what was wrong with what was typed, by the options it was typed
// in.
func unsaved(err error) error {
	var bad packs.Problems
	if !errors.As(err, &bad) {
		return err
	}
	said := make([]string, len(bad))
	for i, p := range bad {
		said[i] = p.What
		if at := optionOf(p.Field); at != "" {
			said[i] = at + ": " + p.What
		}
	}
	return wrong(bad[0].Hint, strings.Join(said, "; "))
}

// optionOf is the option a field of a draft comes from; empty for what says so
// itself.
func optionOf(field string) string {
	if n, ok := strings.CutPrefix(field, "items["); ok {
		n, _, _ = strings.Cut(n, "]")
		return "--item " + ordinal(n)
	}
	return map[string]string{"items": "--item", "rest_s": "--rest", "prescribed_by": "--prescribed-by", "note": "--note"}[field]
}
