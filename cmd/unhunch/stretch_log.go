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
	cmd := &cobra.Command{Use: "log", Short: catalog.L("List the stretches you did")}
	return listingStored(a, cmd, (*sqlite.Store).Stretches, listing[diary.Stretch]{
		row:   func(x diary.Stretch) any { return rowOf(x, a.now().Location()) },
		cells: a.stretchCells,
		none:  catalog.L("No stretch logged. Begin one with: unhunch stretch"),
	}, nil)
}

// stretchCells are a session in the table.
func (a *app) stretchCells(s diary.Stretch) []string {
	pain := ""
	if s.After != nil {
		pain = catalog.L("pain {{.Intensity}}", catalog.D{"Intensity": *s.After})
	}
	done := catalog.L("{{.Done}} of {{.All}}", catalog.D{"Done": s.Done(), "All": len(s.Exercises)})
	return []string{s.ID, short(s.Start, a.now()), s.Name, done, coach.Length(s.Active), feltWord(s.How), pain}
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
