package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

func (a *app) painCommand() *cobra.Command {
	var note, at string
	cmd := &cobra.Command{
		Use:   "pain INTENSITY [REGION…]",
		Short: catalog.L("Note how your back is, from 0 (no pain) to 10 (the worst imaginable)"),
		Example: "  unhunch pain 3 lower-back\n  unhunch pain 5 neck shoulders --note " + quoted(catalog.L("after the drive")) + " --at 08:30\n" +
			"  unhunch pain list\n  unhunch pain delete ID",
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := a.parsePain(args, note, at)
			if err != nil {
				return err
			}
			return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
				p, err := s.AddPain(ctx, p)
				if err != nil {
					return err
				}
				a.say(catalog.L("Noted: {{.Entry}} ({{.ID}})", catalog.D{"Entry": painLine(p, a.now()), "ID": p.ID}))
				if p.Intensity >= diary.Severe {
					a.say(catalog.L(diary.SevereAdvice))
					a.say(catalog.L(diary.SevereSources))
				}
				a.poke(ctx)
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&note, "note", "", catalog.L("a few words of your own"))
	cmd.Flags().StringVar(&at, "at", "", catalog.L("when it was: 18:30, or 2026-11-26 17:30 (default now)"))
	cmd.AddCommand(a.painListCommand(), a.painDeleteCommand(), a.painUndeleteCommand())
	return cmd
}

// parsePain reads an entry from the command line.
func (a *app) parsePain(args []string, note, at string) (diary.Pain, error) {
	if len(args) == 0 {
		return diary.Pain{}, wrong(catalog.L("write it as: unhunch pain 3 lower-back"), catalog.L("the intensity is missing, a number from 0 to 10"))
	}
	n, err := strconv.Atoi(args[0])
	if err != nil {
		return diary.Pain{}, wrong(catalog.L("write it as: unhunch pain 3 lower-back"), catalog.L("{{.Given}} is not an intensity, a whole number from 0 to 10", catalog.D{"Given": quoted(args[0])}))
	}
	p := diary.Pain{At: a.now().Truncate(time.Second), Intensity: n, Note: note}
	if at != "" {
		if p.At, err = parseWhen(at, a.now(), true); err != nil {
			return p, err
		}
	}
	for _, arg := range args[1:] {
		for name := range strings.SplitSeq(arg, ",") {
			r, err := diary.ParseRegion(name)
			if err != nil {
				return p, misuse("", "%w", err)
			}
			p.Regions = append(p.Regions, r)
		}
	}
	if err := p.Validate(a.now()); err != nil {
		return p, misuse("", "%w", err)
	}
	return p, nil
}

// painLine is an entry on one line.
func painLine(p diary.Pain, now time.Time) string {
	parts := []string{fmt.Sprintf("%s  %2d", short(p.At, now), p.Intensity)}
	var names []string
	for _, r := range p.Regions {
		names = append(names, catalog.Region(string(r)))
	}
	if len(names) > 0 {
		parts = append(parts, strings.Join(names, ", "))
	}
	if p.Note != "" {
		parts = append(parts, strings.ReplaceAll(p.Note, "\n", " "))
	}
	return strings.Join(parts, "  ")
}

func (a *app) painListCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: catalog.L("List what you noted")}
	return listingStored(a, cmd, (*sqlite.Store).Pains, listing[diary.Pain]{
		row: func(p diary.Pain) any {
			p.At = p.At.In(a.now().Location())
			return p
		},
		cells: func(p diary.Pain) []string { return []string{p.ID, painLine(p, a.now())} },
		none:  catalog.L("Nothing noted yet. Begin with: unhunch pain 3 lower-back"),
	}, nil)
}

func (a *app) painDeleteCommand() *cobra.Command {
	return a.changingHeeded("delete ID", catalog.L("Delete an entry (it can be brought back)"), func(ctx context.Context, s *sqlite.Store, id string) (string, error) {
		p, err := s.DeletePain(ctx, id)
		return catalog.L("Deleted: {{.Entry}}. Bring it back with: unhunch pain undelete {{.ID}}", catalog.D{"Entry": painLine(p, a.now()), "ID": p.ID}),
			absent(err, catalog.L("unhunch pain list shows the ids"), catalog.L("there is no entry {{.Given}}", catalog.D{"Given": quoted(id)}))
	})
}

func (a *app) painUndeleteCommand() *cobra.Command {
	return a.changingHeeded("undelete ID", catalog.L("Bring a deleted entry back"), func(ctx context.Context, s *sqlite.Store, id string) (string, error) {
		return "", absent(s.UndeletePain(ctx, id), catalog.L("its id was printed when it was deleted"), catalog.L("there is no deleted entry {{.Given}}", catalog.D{"Given": quoted(id)}))
	})
}

// withStore opens the database for one command. What a repair set aside is
// said on stderr.
func (a *app) withStore(ctx context.Context, f func(context.Context, *sqlite.Store) error) error {
	s, report, err := sqlite.Open(ctx, sqlite.Path(), sqlite.Options{Now: a.now})
	if err != nil {
		return err
	}
	if report.Recovery != nil {
		fmt.Fprintln(a.err, "unhunch: "+report.Recovery.Sentence())
	}
	err = f(ctx, s)
	return errors.Join(err, s.Close())
}
