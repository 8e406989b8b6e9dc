package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

func (a *app) creamCommand() *cobra.Command {
	var on, at, note string
	cmd := &cobra.Command{
		Use: "cream [KIND]", Short: catalog.L("Log a muscle cream, gel, spray or patch: it keeps heat away"), Args: cobra.MaximumNArgs(1),
		Long: catalog.L("Heat over a muscle cream, gel, spray or patch has burnt people.\n" +
			"What you log keeps heat away for the rest of the day, and a patch for as long as it is worn."),
		Example: "  unhunch relief cream gel --on neck\n  unhunch relief cream patch\n  unhunch relief cream off ID\n  unhunch relief cream list",
		RunE: func(cmd *cobra.Command, args []string) error {
			c := diary.Cream{At: a.now().Truncate(time.Second), Note: note}
			var err error
			if c.Kind, err = diary.ParseCreamKind(onlyArg(args)); err != nil {
				return misuse("", "%w", err)
			}
			if on != "" {
				if c.Region, err = onRegion(on); err != nil {
					return err
				}
			}
			if at != "" {
				if c.At, err = parseWhen(at, a.now(), true); err != nil {
					return err
				}
			}
			if err := c.Validate(a.now()); err != nil {
				return misuse("", "%w", err)
			}
			return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
				if c, err = s.AddCream(ctx, c); err != nil {
					return err
				}
				a.say(catalog.L("Noted: {{.Entry}} ({{.ID}})", catalog.D{"Entry": creamLine(c, a.now()), "ID": c.ID}))
				if row := creamRowOf(c, a.now()); row.locks(a.now()) {
					a.say(row.lockLine(a.now()))
				}
				a.poke(ctx)
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&on, "on", "", catalog.L("where it is, such as lower-back"))
	cmd.Flags().StringVar(&at, "at", "", catalog.L("when it was: 18:30, or 2026-11-26 17:30 (default now)"))
	cmd.Flags().StringVar(&note, "note", "", catalog.L("a few words of your own"))
	cmd.AddCommand(a.creamListCommand(), a.creamOffCommand(), a.creamDeleteCommand(), a.creamUndeleteCommand())
	return cmd
}

// creamRow is a cream for programs.
type creamRow struct {
	diary.Cream
	Worn  bool      `json:"worn,omitempty"` // a patch that is still on
	Until time.Time `json:"locks_heat_until"`
}

func creamRowOf(c diary.Cream, now time.Time) creamRow {
	until, worn := c.Locks(now)
	c.At = c.At.In(now.Location())
	if c.Removed != nil {
		off := c.Removed.In(now.Location())
		c.Removed = &off
	}
	return creamRow{c, worn, until}
}

func (r creamRow) locks(now time.Time) bool { return r.Worn || r.Until.After(now) }

// lockLine says until when it keeps heat away.
func (r creamRow) lockLine(now time.Time) string {
	d := catalog.D{"Kind": creamWord(r.Kind), "Time": short(r.Until, now), "ID": r.ID}
	if r.Worn {
		return catalog.L("{{.Kind}} on the skin: no heat while it is worn, and until the end of that day. Once it is off: unhunch relief cream off {{.ID}}", d)
	}
	return catalog.L("{{.Kind}} on the skin: no heat until {{.Time}}.", d)
}

func creamWord(k diary.CreamKind) string {
	switch k {
	case diary.MuscleGel:
		return catalog.L("Gel")
	case diary.MuscleSpray:
		return catalog.L("Spray")
	case diary.MusclePatch:
		return catalog.L("Patch")
	}
	return catalog.L("Cream")
}

// creamLine is a cream on one line.
func creamLine(c diary.Cream, now time.Time) string {
	text := short(c.At, now) + ", " + creamWord(c.Kind)
	if c.Region != "" {
		text += ", " + catalog.Region(string(c.Region))
	}
	if c.Removed != nil {
		text += ", " + catalog.L("off at {{.Time}}", catalog.D{"Time": short(*c.Removed, now)})
	}
	if c.Note != "" {
		text += ", " + c.Note
	}
	return text
}

func (a *app) creamListCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: catalog.L("List creams and patches")}
	return listingStored(a, cmd, (*sqlite.Store).Creams, listing[diary.Cream]{
		row:   func(c diary.Cream) any { return creamRowOf(c, a.now()) },
		cells: func(c diary.Cream) []string { return []string{c.ID, creamLine(c, a.now())} },
		none:  catalog.L("No cream or patch logged. Log one with: unhunch relief cream"),
	}, nil)
}

// noCream says that there is none with an id, where that is what is wrong.
func noCream(err error, id string) error {
	return absent(err, catalog.L("unhunch relief cream list shows the ids"), catalog.L("there is no cream or patch {{.Given}}", catalog.D{"Given": quoted(id)}))
}

func (a *app) creamOffCommand() *cobra.Command {
	var at string
	cmd := a.changingHeeded("off ID", catalog.L("Say that a patch is off, or a cream washed off"), func(ctx context.Context, s *sqlite.Store, id string) (string, error) {
		when := a.now()
		if at != "" {
			var err error
			if when, err = parseWhen(at, a.now(), true); err != nil {
				return "", err
			}
		}
		c, err := s.TookOff(ctx, id, when)
		if err != nil {
			return "", refused(noCream(err, id))
		}
		if row := creamRowOf(c, a.now()); row.locks(a.now()) {
			return row.lockLine(a.now()), nil
		}
		return catalog.L("Noted: {{.Entry}}", catalog.D{"Entry": creamLine(c, a.now())}), nil
	})
	cmd.Flags().StringVar(&at, "at", "", catalog.L("when it was: 18:30, or 2026-11-26 17:30 (default now)"))
	return cmd
}

func (a *app) creamDeleteCommand() *cobra.Command {
	return a.changingHeeded("delete ID", catalog.L("Delete a cream from the list (it can be brought back)"), func(ctx context.Context, s *sqlite.Store, id string) (string, error) {
		c, err := s.DeleteCream(ctx, id)
		return catalog.L("Deleted: {{.Entry}}. Bring it back with: {{.Command}}", catalog.D{"Entry": creamLine(c, a.now()), "Command": "unhunch relief cream undelete " + c.ID}), noCream(err, id)
	})
}

func (a *app) creamUndeleteCommand() *cobra.Command {
	return a.changingHeeded("undelete ID", catalog.L("Bring a deleted cream back"), func(ctx context.Context, s *sqlite.Store, id string) (string, error) {
		c, err := s.UndeleteCream(ctx, id)
		return catalog.L("Brought back: {{.Entry}}", catalog.D{"Entry": creamLine(c, a.now())}), noCream(err, id)
	})
}
