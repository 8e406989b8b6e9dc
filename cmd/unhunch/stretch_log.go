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

// stretchRow is a session in the list.
type stretchRow struct {
	diary.Stretch
	ActiveS int `json:"active_s"`
	Done    int `json:"exercises_done"`
	All     int `json:"exercises_all"`
}

func rowOf(s diary.Stretch, zone *time.Location) stretchRow {
	s.Start, s.End = s.Start.In(zone), s.End.In(zone)
	s.Exercises = filled(s.Exercises)
	return stretchRow{s, int(s.Active / time.Second), s.Done(), len(s.Exercises)}
}

func (a *app) stretchLogCommand() *cobra.Command {
	var from, to string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "log", Short: catalog.L("List the stretches you did"), Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			start, end, err := a.dates(from, to)
			if err != nil {
				return err
			}
			return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
				list, err := s.Stretches(ctx, start, end)
				if err != nil {
					return err
				}
				if asJSON {
					rows := make([]stretchRow, len(list))
					for i, x := range list {
						rows[i] = rowOf(x, a.now().Location())
					}
					return a.printJSON(rows)
				}
				if len(list) == 0 {
					a.say(catalog.L("No stretch logged. Begin one with: unhunch stretch"))
					return nil
				}
				return a.tabulateStretches(list)
			})
		},
	}
	cmd.Flags().StringVar(&from, "from", "", catalog.L("the first day, as 2026-11-01"))
	cmd.Flags().StringVar(&to, "to", "", catalog.L("the last day, as 2026-11-30"))
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
	return cmd
}

// tabulateStretches prints a line for each session.
func (a *app) tabulateStretches(list []diary.Stretch) error {
	w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	for _, s := range list {
		pain := ""
		if s.After != nil {
			pain = catalog.L("pain {{.Intensity}}", catalog.D{"Intensity": *s.After})
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", s.ID, short(s.Start, a.now()), s.Name,
			catalog.L("{{.Done}} of {{.All}}", catalog.D{"Done": s.Done(), "All": len(s.Exercises)}), coach.Length(s.Active), feltWord(s.How), pain)
	}
	return w.Flush()
}

func (a *app) stretchDeleteCommand() *cobra.Command {
	return &cobra.Command{
		Use: "delete ID", Short: catalog.L("Delete a stretch from the log (it can be brought back)"), Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
				err := s.DeleteStretch(ctx, args[0])
				if errors.Is(err, sqlite.ErrNotFound) {
					return wrong(catalog.L("unhunch stretch log shows the ids"), catalog.L("there is no stretch {{.Given}}", catalog.D{"Given": quoted(args[0])}))
				}
				if err != nil {
					return err
				}
				a.say(catalog.L("Deleted. Bring it back with: unhunch stretch undelete {{.ID}}", catalog.D{"ID": args[0]}))
				a.poke(ctx)
				return nil
			})
		},
	}
}

func (a *app) stretchUndeleteCommand() *cobra.Command {
	return &cobra.Command{
		Use: "undelete ID", Short: catalog.L("Bring a deleted stretch back"), Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
				err := s.UndeleteStretch(ctx, args[0])
				if errors.Is(err, sqlite.ErrNotFound) {
					return wrong("", catalog.L("there is no deleted stretch {{.Given}}", catalog.D{"Given": quoted(args[0])}))
				}
				if err != nil {
					return err
				}
				a.say(catalog.L("Brought back."))
				a.poke(ctx)
				return nil
			})
		},
	}
}
