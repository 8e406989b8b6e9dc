package main

import (
	"context"
	"errors"
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

func relaxRowOf(x diary.Relaxation, zone *time.Location) relaxRow {
	x.Start, x.End = x.Start.In(zone), x.End.In(zone)
	return relaxRow{x, int(x.Active / time.Second)}
}

func (a *app) relaxListCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: catalog.L("List how you relaxed: breathing and muscles")}
	return listingStored(a, cmd, (*sqlite.Store).Relaxations, listing[diary.Relaxation]{
		row:   func(x diary.Relaxation) any { return relaxRowOf(x, a.now().Location()) },
		cells: a.relaxCells,
		none:  catalog.L("Nothing logged. Begin with: unhunch breathe, or unhunch relax"),
	}, nil)
}

// relaxCells are a relaxation in the table.
func (a *app) relaxCells(x diary.Relaxation) []string {
	d := catalog.D{"Pace": x.PerMinute, "Done": x.Done, "All": x.Groups}
	how := ""
	switch {
	case x.PerMinute > 0:
		how = catalog.L("{{.Pace}} a minute", d)
	case x.Groups > 0:
		how = catalog.L("{{.Done}} of {{.All}}", d)
	}
	return []string{x.ID, short(x.Start, a.now()), x.Name, coach.Length(x.Active.Round(time.Second)), how, calmWord(x)}
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
