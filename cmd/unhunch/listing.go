package main

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

// period is what a list is asked for with: the first and the last day, as they
// are typed, and whether a program reads it.
type period struct {
	from, to string
	asJSON   bool
}

// periodOn adds the options to a command.
func periodOn(cmd *cobra.Command) *period {
	p := &period{}
	cmd.Flags().StringVar(&p.from, "from", "", catalog.L("the first day, as 2026-11-01"))
	cmd.Flags().StringVar(&p.to, "to", "", catalog.L("the last day, as 2026-11-30"))
	cmd.Flags().BoolVar(&p.asJSON, "json", false, catalog.L("print JSON"))
	return p
}

// listing is how entries are listed: as a table for people, as JSON for
// programs.
type listing[T any] struct {
	row   func(T) any      // an entry as a program reads it
	cells func(T) []string // an entry in the table, its id first
	none  string           // said where there is no entry
}

// print lists the entries.
func (l listing[T]) print(a *app, list []T, asJSON bool) error {
	if asJSON {
		rows := make([]any, len(list))
		for i, x := range list {
			rows[i] = l.row(x)
		}
		return a.printJSON(rows)
	}
	if len(list) == 0 {
		a.say(l.none)
		return nil
	}
	w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	for _, x := range list {
		fmt.Fprintln(w, strings.Join(l.cells(x), "\t"))
	}
	return w.Flush()
}

// listingStored makes a command list what the database holds between two days.
// sum says what the entries come to, after a table of some; nil says nothing.
func listingStored[T any](a *app, cmd *cobra.Command, read func(*sqlite.Store, context.Context, time.Time, time.Time) ([]T, error), l listing[T], sum func([]T)) *cobra.Command {
	p := periodOn(cmd)
	cmd.Args = cobra.NoArgs
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		start, end, err := a.dates(p.from, p.to)
		if err != nil {
			return err
		}
		return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
			list, err := read(s, ctx, start, end)
			if err != nil {
				return err
			}
			if err := l.print(a, list, p.asJSON); err != nil || p.asJSON || len(list) == 0 || sum == nil {
				return err
			}
			sum(list)
			return nil
		})
	}
	return cmd
}

// dates reads the first and the last day of a list as the instants between
// which it lies.
func (a *app) dates(from, to string) (start, end time.Time, err error) {
	zone := a.now().Location()
	start, end = time.Time{}, a.now().AddDate(100, 0, 0)
	if from != "" {
		if start, err = time.ParseInLocation(time.DateOnly, from, zone); err != nil {
			return start, end, wrong(catalog.L("write it as 2026-11-01"), catalog.L("--from: {{.Given}} is not a date", catalog.D{"Given": quoted(from)}))
		}
	}
	if to != "" {
		if end, err = time.ParseInLocation(time.DateOnly, to, zone); err != nil {
			return start, end, wrong(catalog.L("write it as 2026-11-30"), catalog.L("--to: {{.Given}} is not a date", catalog.D{"Given": quoted(to)}))
		}
		end = end.AddDate(0, 0, 1)
	}
	if to == "" && !start.Before(end) {
		end = start.AddDate(1, 0, 0) // nothing is there, and nothing is wrong
	}
	if !start.Before(end) {
		return start, end, wrong(catalog.L("give the earlier day to --from"), catalog.L("--from {{.From}} is after --to {{.To}}", catalog.D{"From": from, "To": to}))
	}
	return start, end, nil
}
