package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/reminders/sqlite"
)

func (a *app) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use: "backup [FILE]", Short: "Copy everything you entered into one file", Args: cobra.MaximumNArgs(1),
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
				a.printf("Saved to %s\n", to)
				return nil
			})
		},
	}
}

func (a *app) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use: "restore FILE", Short: "Go back to a backup; the present data is set aside, not deleted", Args: cobra.ExactArgs(1),
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
			a.printf("Restored from %s.\n", args[0])
			if report.Replaced != "" {
				a.printf("What was there before is kept in %s\n", report.Replaced)
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
		return sqlite.Report{}, fmt.Errorf("nothing was changed: %w", err)
	}
	report, err := sqlite.Restore(ctx, sqlite.Path(), from, o)
	if wasRunning {
		if err := startAgent(ctx); err != nil {
			fmt.Fprintln(a.err, "unhunch: the reminders could not be started again: "+sentence(err))
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
