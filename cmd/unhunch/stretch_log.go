package main

import (
	"context"
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
	return a.changingHeeded("delete ID", catalog.L("Delete a stretch from the log (it can be brought back)"), func(ctx context.Context, s *sqlite.Store, id string) (string, error) {
		return catalog.L("Deleted. Bring it back with: unhunch stretch undelete {{.ID}}", catalog.D{"ID": id}),
			absent(s.DeleteStretch(ctx, id), catalog.L("unhunch stretch log shows the ids"), catalog.L("there is no stretch {{.Given}}", catalog.D{"Given": quoted(id)}))
	})
}

func (a *app) stretchUndeleteCommand() *cobra.Command {
	return a.changingHeeded("undelete ID", catalog.L("Bring a deleted stretch back"), func(ctx context.Context, s *sqlite.Store, id string) (string, error) {
		return catalog.L("Brought back."),
			absent(s.UndeleteStretch(ctx, id), catalog.L("its id was printed when it was deleted"), catalog.L("there is no deleted stretch {{.Given}}", catalog.D{"Given": quoted(id)}))
	})
}
