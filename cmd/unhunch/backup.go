package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

func (a *app) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use: "backup [FILE]", Short: catalog.L("Copy everything you entered into one file"), Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			to := fmt.Sprintf("unhunch-%s.db", a.now().Format("2006-01-02-150405"))
			if len(args) == 1 {
				to = args[0]
			}
			return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
				if err := s.Backup(ctx, to); err != nil {
					return err
				}
				if full, err := filepath.Abs(to); err == nil {
					to = full
				}
				a.say(catalog.L("Saved to {{.File}}", catalog.D{"File": to}))
				return nil
			})
		},
	}
}

func (a *app) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use: "restore FILE", Short: catalog.L("Go back to a backup; the present data is set aside, not deleted"), Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			o := sqlite.Options{Now: a.now}
			report, err := sqlite.Restore(ctx, sqlite.Path(), args[0], o)
			if errors.Is(err, sqlite.ErrInUse) {
				report, err = a.restoreAlone(ctx, args[0], o)
			}
			if err != nil {
				return unfit(err)
			}
			a.poke(ctx)
			a.say(catalog.L("Restored from {{.File}}.", catalog.D{"File": args[0]}))
			if report.Replaced != "" {
				a.say(catalog.L("What was there before is kept in {{.File}}", catalog.D{"File": report.Replaced}))
			}
			for _, n := range report.Notes {
				a.printf("%s\n", n)
			}
			return nil
		},
	}
}

// restoreAlone restores with the reminders and the window ended, for a
// database they could not go on with.
func (a *app) restoreAlone(ctx context.Context, from string, o sqlite.Options) (sqlite.Report, error) {
	wasRunning, err := stopAll(ctx)
	if err != nil {
		return sqlite.Report{}, &worded{catalog.L("nothing was changed: {{.Problem}}", catalog.D{"Problem": err}), err}
	}
	report, err := sqlite.Restore(ctx, sqlite.Path(), from, o)
	if wasRunning {
		if err := startAgent(ctx); err != nil {
			a.warn(catalog.L("the reminders could not be started again: {{.Problem}}", catalog.D{"Problem": sentence(err)}))
		}
	}
	return report, err
}

// unfit makes a file that cannot be restored from a mistake of the input, and
// leaves other failures what they are.
func unfit(err error) error {
	for _, kind := range []error{sqlite.ErrForeign, sqlite.ErrNewer, sqlite.ErrDamaged, fs.ErrNotExist} {
		if errors.Is(err, kind) {
			return &usageError{err: err}
		}
	}
	return err
}
