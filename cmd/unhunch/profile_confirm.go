package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

func (a *app) profileConfirmCommand() *cobra.Command {
	return &cobra.Command{
		Use: "confirm", Short: catalog.L("Say that all of it is still right, so that it is not asked for three months"), Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.confirmProfile(cmd.Context()) },
	}
}

// confirmProfile notes that the person looked through all they told.
func (a *app) confirmProfile(ctx context.Context) error {
	keys, err := keysOf(a.library())
	if err != nil {
		return err
	}
	return a.withStore(ctx, func(ctx context.Context, s *sqlite.Store) error {
		before, after, err := s.ChangeProfile(ctx, func(p safety.Profile) (safety.Profile, error) {
			return confirmed(p, keys.facts, a.now()), nil
		})
		if err != nil {
			return err
		}
		a.sayProfile(keys, before, after)
		if after.Pregnancy.Overdue(a.now()) {
			a.say(catalog.L("The due date is past. Say how it is now, as: {{.Command}}", catalog.D{"Command": "unhunch profile set pregnancy no"}))
		} else {
			a.say(a.askedLine(after))
		}
		a.poke(ctx)
		return nil
	})
}

// confirmed is a profile that holds at an instant: what may pass is noted anew.
func confirmed(p safety.Profile, facts []content.Fact, at time.Time) safety.Profile {
	p.AskedAt, p.Skipped = at, false
	for _, f := range facts {
		if f.PassingDays > 0 && p.Has(f.ID) {
			p = p.With(f.ID, at)
		}
	}
	return p
}
