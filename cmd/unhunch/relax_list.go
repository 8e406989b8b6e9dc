package main

import (
	"context"
	"errors"
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/coach"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

// relaxRow is a relaxation in the list.
type relaxRow struct {
	diary.Relaxation
	ActiveS int `json:"active_s"`
}

func (a *app) relaxListCommand() *cobra.Command {
	var from, to string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "list", Short: catalog.L("List how you relaxed: breathing and muscles"), Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			start, end, err := a.dates(from, to)
			if err != nil {
				return err
			}
			return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
				list, err := s.Relaxations(ctx, start, end)
				if err != nil {
					return err
				}
				if asJSON {
					rows := make([]relaxRow, len(list))
					zone := a.now().Location()
					for i, x := range list {
						x.Start, x.End = x.Start.In(zone), x.End.In(zone)
						rows[i] = relaxRow{x, int(x.Active / time.Second)}
					}
					return a.printJSON(rows)
				}
				if len(list) == 0 {
					a.say(catalog.L("Nothing logged. Begin with: unhunch breathe, or unhunch relax"))
					return nil
				}
				return a.tabulateRelaxations(list)
			})
		},
	}
	cmd.Flags().StringVar(&from, "from", "", catalog.L("the first day, as 2026-11-01"))
	cmd.Flags().StringVar(&to, "to", "", catalog.L("the last day, as 2026-11-30"))
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
	return cmd
}

// tabulateRelaxations prints a line for each.
func (a *app) tabulateRelaxations(list []diary.Relaxation) error {
	w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	for _, x := range list {
		d := catalog.D{"Pace": x.PerMinute, "Done": x.Done, "All": x.Groups}
		how := ""
		switch {
		case x.PerMinute > 0:
			how = catalog.L("{{.Pace}} a minute", d)
		case x.Groups > 0:
			how = catalog.L("{{.Done}} of {{.All}}", d)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", x.ID, short(x.Start, a.now()), x.Name, coach.Length(x.Active.Round(time.Second)), how, calmWord(x))
	}
	return w.Flush()
}

// calmWord is how calm somebody was, empty if it was not told.
func calmWord(x diary.Relaxation) string {
	switch {
	case x.Before != nil && x.After != nil:
		return catalog.L("calm {{.Before}} → {{.After}}", catalog.D{"Before": *x.Before, "After": *x.After})
	case x.After != nil:
		return catalog.L("calm {{.After}} after", catalog.D{"After": *x.After})
	case x.Before != nil:
		return catalog.L("calm {{.Before}} before", catalog.D{"Before": *x.Before})
	}
	return ""
}

func (a *app) relaxDeleteCommand() *cobra.Command {
	return &cobra.Command{
		Use: "delete ID", Short: catalog.L("Delete a relaxation from the log (it can be brought back)"), Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
				err := s.DeleteRelaxation(ctx, args[0])
				if errors.Is(err, sqlite.ErrNotFound) {
					return wrong(catalog.L("unhunch relax list shows the ids"), catalog.L("there is no relaxation {{.Given}}", catalog.D{"Given": quoted(args[0])}))
				}
				if err != nil {
					return err
				}
				a.say(catalog.L("Deleted. Bring it back with: unhunch relax undelete {{.ID}}", catalog.D{"ID": args[0]}))
				return nil
			})
		},
	}
}

func (a *app) relaxUndeleteCommand() *cobra.Command {
	return &cobra.Command{
		Use: "undelete ID", Short: catalog.L("Bring a deleted relaxation back"), Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
				err := s.UndeleteRelaxation(ctx, args[0])
				if errors.Is(err, sqlite.ErrNotFound) {
					return wrong("", catalog.L("there is no deleted relaxation {{.Given}}", catalog.D{"Given": quoted(args[0])}))
				}
				if err != nil {
					return err
				}
				a.say(catalog.L("Brought back."))
				return nil
			})
		},
	}
}
