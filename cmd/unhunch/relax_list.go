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
	return a.changingEntry("delete ID", catalog.L("Delete a relaxation from the log (it can be brought back)"), func(ctx context.Context, s *sqlite.Store, id string) (string, error) {
		return catalog.L("Deleted. Bring it back with: unhunch relax undelete {{.ID}}", catalog.D{"ID": id}),
			absent(s.DeleteRelaxation(ctx, id), catalog.L("unhunch relax list shows the ids"), catalog.L("there is no relaxation {{.Given}}", catalog.D{"Given": quoted(id)}))
	})
}

func (a *app) relaxUndeleteCommand() *cobra.Command {
	return a.changingEntry("undelete ID", catalog.L("Bring a deleted relaxation back"), func(ctx context.Context, s *sqlite.Store, id string) (string, error) {
		return catalog.L("Brought back."),
			absent(s.UndeleteRelaxation(ctx, id), catalog.L("its id was printed when it was deleted"), catalog.L("there is no deleted relaxation {{.Given}}", catalog.D{"Given": quoted(id)}))
	})
}
