package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/reminders/sqlite"
)

// entryChange changes the entry with an id, as it was typed, and returns what
// is said then; empty says nothing.
type entryChange func(ctx context.Context, s *sqlite.Store, id string) (said string, err error)

// changingEntry makes a command that changes one entry.
func (a *app) changingEntry(use, shortly string, change entryChange) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: shortly, Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
				said, err := change(ctx, s, args[0])
				if err == nil && said != "" {
					a.say(said)
				}
				return err
			})
		},
	}
}

// changingHeeded makes a command that changes one entry of those the reminders
// go by, and has them look again.
func (a *app) changingHeeded(use, shortly string, change entryChange) *cobra.Command {
	cmd := a.changingEntry(use, shortly, change)
	run := cmd.RunE
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		err := run(cmd, args)
		if err == nil {
			a.poke(cmd.Context())
		}
		return err
	}
	return cmd
}

// absent says that there is no such entry, where that is what is wrong.
func absent(err error, hint, problem string) error {
	if errors.Is(err, sqlite.ErrNotFound) {
		return wrong(hint, problem)
	}
	return err
}
