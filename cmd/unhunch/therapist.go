package main

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

func (a *app) therapistCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "therapist", Short: catalog.L("Keep the people who give you massages"), Args: noSuchCommand}
	a.listingTherapists(cmd)
	cmd.AddCommand(a.therapistAddCommand(), a.therapistListCommand(), a.therapistEditCommand(),
		a.therapistArchiveCommand(true), a.therapistArchiveCommand(false), a.therapistDeleteCommand(), a.therapistUndeleteCommand())
	return cmd
}

// therapistFields are the options of a therapist.
func therapistFields() []field[diary.Therapist] {
	return []field[diary.Therapist]{
		text("name", catalog.L("what they, or the practice, are called"), func(x *diary.Therapist) *string { return &x.Name }, nil),
		text("practice", catalog.L("where they work"), func(x *diary.Therapist) *string { return &x.Practice }, nil),
		text("phone", catalog.L("their phone number"), func(x *diary.Therapist) *string { return &x.Phone }, nil),
		text("mail", catalog.L("their address for mail"), func(x *diary.Therapist) *string { return &x.Mail }, nil),
		text("address", catalog.L("how to get there"), func(x *diary.Therapist) *string { return &x.Address }, nil),
		{
			flag: "licence-seen", yes: true, usage: catalog.L("you saw that they are licensed, registered or certified (yes or no)"),
			get: func(x diary.Therapist) []string { return yes(x.LicenceSeen) },
			set: func(x *diary.Therapist, s []string) (err error) { x.LicenceSeen, err = readYes(s); return err },
		},
		{
			flag: "prenatal-trained", yes: true, usage: catalog.L("they are trained for pregnancy (yes or no)"),
			get: func(x diary.Therapist) []string { return yes(x.PrenatalTrained) },
			set: func(x *diary.Therapist, s []string) (err error) { x.PrenatalTrained, err = readYes(s); return err },
		},
		{
			flag: "speciality", many: true, usage: catalog.L("what they are good at; once for each"),
			get: func(x diary.Therapist) []string { return x.Specialities },
			set: func(x *diary.Therapist, s []string) error { x.Specialities = s; return nil },
		},
		text("note", catalog.L("a few words of your own"), func(x *diary.Therapist) *string { return &x.Notes }, nil),
	}
}

// therapistShelf is where a therapist is looked for.
func therapistShelf(list []diary.Therapist) shelf {
	s := shelf{command: "unhunch therapist list --all", missing: func(typed string) string {
		return catalog.L("there is no therapist {{.Given}}; add one with: {{.Command}}", catalog.D{"Given": typed, "Command": "unhunch therapist add NAME"})
	}}
	for _, x := range list {
		s.entries = append(s.entries, entry{x.ID, x.Name, nil, x.Practice})
	}
	return s
}

// therapistName is what a therapist is called; empty where there is none.
func therapistName(list []diary.Therapist, id string) string {
	for _, x := range list {
		if x.ID == id {
			return x.Name
		}
	}
	return id
}

func (a *app) therapistAddCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "add NAME", Short: catalog.L("Add somebody who gives massages"),
		Example: "  unhunch therapist add \"Practice at the market\" --phone \"+49 30 123456\" --licence-seen --speciality backs",
		Args:    cobra.MinimumNArgs(1),
	}
	t := tellingOn(cmd, therapistFields()[1:])
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		x := diary.Therapist{Name: strings.Join(args, " ")}
		if err := t.apply(therapistFields(), &x); err != nil {
			return err
		}
		return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
			list, err := s.Therapists(ctx)
			if err != nil {
				return err
			}
			x = x.Tidy()
			for _, have := range list {
				if strings.EqualFold(have.Name, x.Name) && strings.EqualFold(have.Practice, x.Practice) {
					return wrong(catalog.L("change what is noted with: {{.Command}}", catalog.D{"Command": "unhunch therapist edit " + have.ID}),
						catalog.L("{{.Name}} is there already", catalog.D{"Name": have.Name}))
				}
			}
			if x, err = s.AddTherapist(ctx, x); err != nil {
				return refused(err)
			}
			a.say(catalog.L("Added: {{.Name}} ({{.ID}})", catalog.D{"Name": x.Name, "ID": x.ID}))
			a.poke(ctx)
			return nil
		})
	}
	return cmd
}

func (a *app) therapistListCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: catalog.L("List the people who give you massages"), Args: cobra.NoArgs}
	a.listingTherapists(cmd)
	return cmd
}

// listingTherapists makes a command list the therapists.
func (a *app) listingTherapists(cmd *cobra.Command) {
	var all, asJSON bool
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
			list, err := s.Therapists(ctx)
			if err != nil {
				return err
			}
			rows := []diary.Therapist{}
			for _, x := range list {
				if all || !x.Archived {
					rows = append(rows, x)
				}
			}
			if asJSON {
				return a.printJSON(rows)
			}
			if len(rows) == 0 && len(list) > 0 {
				a.say(catalog.L("All are archived; {{.Command}} lists them.", catalog.D{"Command": "unhunch therapist list --all"}))
				return nil
			}
			if len(rows) == 0 {
				a.say(catalog.L("Nobody noted yet. Begin with: {{.Command}}", catalog.D{"Command": "unhunch therapist add NAME"}))
				return nil
			}
			w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
			for _, x := range rows {
				fmt.Fprintf(w, "%s\t%s\n", x.ID, strings.Join(therapistParts(x), "\t"))
			}
			return w.Flush()
		})
	}
	cmd.Flags().BoolVar(&all, "all", false, catalog.L("those who are archived, too"))
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
}

func therapistParts(x diary.Therapist) []string {
	var tags []string
	if x.LicenceSeen {
		tags = append(tags, catalog.L("licence seen"))
	}
	if x.PrenatalTrained {
		tags = append(tags, catalog.L("trained for pregnancy"))
	}
	tags = append(tags, x.Specialities...)
	if x.Archived {
		tags = append(tags, catalog.L("archived"))
	}
	return []string{x.Name, x.Practice, x.Phone, x.Mail, strings.Join(tags, ", ")}
}

// withTherapist finds somebody by an id or a name.
func (a *app) withTherapist(ctx context.Context, typed string, f func(context.Context, *sqlite.Store, diary.Therapist) error) error {
	return a.withStore(ctx, func(ctx context.Context, s *sqlite.Store) error {
		list, err := s.Therapists(ctx)
		if err != nil {
			return err
		}
		i, err := therapistShelf(list).find(typed)
		if err != nil {
			return err
		}
		return f(ctx, s, list[i])
	})
}

func (a *app) therapistEditCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "edit NAME-OR-ID", Short: catalog.L("Change what is noted of a therapist"),
		Long:    catalog.L("What is not told stays as it is. An empty value takes something back: --phone \"\"."),
		Example: "  unhunch therapist edit ID --phone \"+49 30 123456\" --licence-seen",
		Args:    cobra.MinimumNArgs(1),
	}
	t := tellingOn(cmd, therapistFields())
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !t.any() {
			return wrong(catalog.L("{{.Command}} lists the options", catalog.D{"Command": cmd.CommandPath() + " --help"}), catalog.L("it is not said what to change"))
		}
		return a.withTherapist(cmd.Context(), strings.Join(args, " "), func(ctx context.Context, s *sqlite.Store, who diary.Therapist) error {
			before, after, err := s.ChangeTherapist(ctx, who.ID, func(x diary.Therapist) (diary.Therapist, error) {
				err := t.apply(therapistFields(), &x)
				return x, err
			})
			if err != nil {
				return refused(err)
			}
			a.say(catalog.L("Changed: {{.Entry}} ({{.ID}})", catalog.D{"Entry": after.Name, "ID": after.ID}))
			if back := undoing(therapistFields(), before, after); back != "" {
				a.say(catalog.L("Bring back what it was with: {{.Command}}", catalog.D{"Command": "unhunch therapist edit " + after.ID + back}))
			}
			a.poke(ctx)
			return nil
		})
	}
	return cmd
}

func (a *app) therapistArchiveCommand(archive bool) *cobra.Command {
	cmd := &cobra.Command{Use: "archive NAME-OR-ID", Short: catalog.L("No longer offer a therapist; their visits stay"), Args: cobra.MinimumNArgs(1)}
	if !archive {
		cmd.Use, cmd.Short = "unarchive NAME-OR-ID", catalog.L("Offer an archived therapist again")
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.withTherapist(cmd.Context(), strings.Join(args, " "), func(ctx context.Context, s *sqlite.Store, who diary.Therapist) error {
			_, x, err := s.ChangeTherapist(ctx, who.ID, func(x diary.Therapist) (diary.Therapist, error) { x.Archived = archive; return x, nil })
			if err != nil {
				return refused(err)
			}
			if archive {
				a.say(catalog.L("Archived: {{.Entry}}. Bring it back with: {{.Command}}", catalog.D{"Entry": x.Name, "Command": "unhunch therapist unarchive " + x.ID}))
			} else {
				a.say(catalog.L("{{.Name}} is back.", catalog.D{"Name": x.Name}))
			}
			a.poke(ctx)
			return nil
		})
	}
	return cmd
}

func (a *app) therapistDeleteCommand() *cobra.Command {
	return &cobra.Command{
		Use: "delete NAME-OR-ID", Short: catalog.L("Delete a therapist no visit names (they can be brought back)"), Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withTherapist(cmd.Context(), strings.Join(args, " "), func(ctx context.Context, s *sqlite.Store, who diary.Therapist) error {
				x, err := s.DeleteTherapist(ctx, who.ID)
				if err != nil {
					return refused(err)
				}
				a.say(catalog.L("Deleted: {{.Entry}}. Bring it back with: {{.Command}}", catalog.D{"Entry": x.Name, "Command": "unhunch therapist undelete " + x.ID}))
				a.poke(ctx)
				return nil
			})
		},
	}
}

func (a *app) therapistUndeleteCommand() *cobra.Command {
	return a.changingHeeded("undelete ID", catalog.L("Bring a deleted therapist back"), func(ctx context.Context, s *sqlite.Store, id string) (string, error) {
		x, err := s.UndeleteTherapist(ctx, id)
		return catalog.L("{{.Name}} is back.", catalog.D{"Name": x.Name}),
			absent(err, catalog.L("its id was printed when it was deleted"), catalog.L("there is no deleted therapist {{.Given}}", catalog.D{"Given": quoted(id)}))
	})
}
