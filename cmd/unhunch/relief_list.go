package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

// reliefRow is a use of heat or cold for programs.
type reliefRow struct {
	diary.Relief
	LengthS int `json:"length_s"`
	UsedS   int `json:"used_s"`
}

func reliefRowOf(r diary.Relief, zone *time.Location) reliefRow {
	r.Start, r.End = r.Start.In(zone), r.End.In(zone)
	return reliefRow{r, int(r.Length / time.Second), int(r.Used / time.Second)}
}

func (a *app) reliefListCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: catalog.L("List the uses of heat and cold")}
	return listingStored(a, cmd, (*sqlite.Store).Reliefs, listing[diary.Relief]{
		row:   func(r diary.Relief) any { return reliefRowOf(r, a.now().Location()) },
		cells: a.reliefCells,
		none:  catalog.L("Neither heat nor cold used yet. Begin with: unhunch heat, or unhunch cold"),
	}, a.sayReliefs)
}

// reliefCells are a use in the table.
func (a *app) reliefCells(r diary.Relief) []string {
	return []string{
		r.ID, short(r.Start, a.now()), relief.Kind(content.Modality(r.Kind)), catalog.Region(string(r.Region)),
		catalog.Length(r.Used.Truncate(time.Second)), skinWord(r.Skin), painWords(diary.Visit{Before: r.Before, After: r.After}),
	}
}

// sayReliefs says what the uses come to.
func (a *app) sayReliefs(list []diary.Relief) {
	for _, kind := range []content.Modality{content.Heat, content.Cold} {
		if e := diary.EffectOf(string(kind), list); e.Told > 0 {
			a.say(catalog.L("{{.Kind}}: it hurt less after {{.Eased}} of {{.Told}} that were told, by {{.Mean}} points on average", catalog.D{
				"Kind": relief.Kind(kind), "Eased": e.Eased, "Told": e.Told, "Mean": fmt.Sprintf("%.1f", -e.Mean),
			}))
		}
	}
}

func skinWord(s diary.Skin) string {
	switch s {
	case diary.SkinFine:
		return catalog.L("skin fine")
	case diary.SkinBad:
		return catalog.L("skin not fine")
	}
	return ""
}

// reliefLine is a use on one line.
func reliefLine(r diary.Relief, now time.Time) string {
	return catalog.L("{{.Time}}, {{.Kind}}, {{.Region}}, {{.Length}}", catalog.D{
		"Time": short(r.Start, now), "Kind": relief.Kind(content.Modality(r.Kind)), "Region": catalog.Region(string(r.Region)), "Length": catalog.Length(r.Used.Truncate(time.Second)),
	})
}

// oneRelief finds a use by its id, or the last one.
func (a *app) oneRelief(ctx context.Context, s *sqlite.Store, typed string) (diary.Relief, error) {
	list, err := s.Reliefs(ctx, time.UnixMilli(0), a.now().AddDate(1, 0, 0))
	if err != nil {
		return diary.Relief{}, err
	}
	if n := len(list); typed == "last" && n > 0 {
		return list[n-1], nil
	}
	for _, r := range list {
		if r.ID == typed {
			return r, nil
		}
	}
	if len(list) == 0 {
		return diary.Relief{}, wrong(catalog.L("begin with: unhunch heat, or unhunch cold"), catalog.L("neither heat nor cold was used yet"))
	}
	return diary.Relief{}, noRelief(typed)
}

func noRelief(typed string) error {
	return wrong(catalog.L("unhunch relief list shows the ids"), catalog.L("there is no use of heat or cold {{.Given}}", catalog.D{"Given": quoted(typed)}))
}

func (a *app) reliefRepeatCommand() *cobra.Command {
	var o putOn
	cmd := &cobra.Command{
		Use: "repeat [ID|last]", Short: catalog.L("Begin one like an earlier one"), Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			id := onlyArg(args)
			if id == "" {
				id = "last"
			}
			var r diary.Relief
			err := a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) (err error) {
				r, err = a.oneRelief(ctx, s, id)
				return err
			})
			if err != nil {
				return err
			}
			o.kind, o.length = content.Modality(r.Kind), r.Length.String()
			if o.with == "" {
				o.with = r.Timer
			}
			if o.on == "" {
				o.on = string(r.Region)
			}
			return a.putOn(cmd.Context(), o)
		},
	}
	o.flags(cmd)
	return cmd
}

func (a *app) reliefFeltCommand() *cobra.Command {
	var before, after string
	cmd := &cobra.Command{
		Use: "felt ID|last", Short: catalog.L("Tell how much it hurt before and after"), Args: cobra.ExactArgs(1),
		Example: "  unhunch relief felt last --before 6 --after 3",
		RunE: func(cmd *cobra.Command, args []string) error {
			if !cmd.Flags().Changed("before") && !cmd.Flags().Changed("after") {
				return wrong(catalog.L("give --before or --after, or both"), catalog.L("it is not said how much it hurt"))
			}
			b, err := whole("--before", before, 0, diary.MaxIntensity)
			if err != nil {
				return err
			}
			n, err := whole("--after", after, 0, diary.MaxIntensity)
			if err != nil {
				return err
			}
			return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
				r, err := a.oneRelief(ctx, s, args[0])
				if err != nil {
					return err
				}
				if cmd.Flags().Changed("before") {
					r.Before = b
				}
				if cmd.Flags().Changed("after") {
					r.After = n
				}
				if r, err = s.ReliefFelt(ctx, r.ID, r.Before, r.After); err != nil {
					return err
				}
				a.say(catalog.L("Noted: {{.Entry}}", catalog.D{"Entry": reliefLine(r, a.now()) + ", " + painWords(diary.Visit{Before: r.Before, After: r.After})}))
				a.severe(n)
				a.poke(ctx)
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&before, "before", "", catalog.L("how much it hurt before, from 0 to 10; empty takes it back"))
	cmd.Flags().StringVar(&after, "after", "", catalog.L("how much it hurt after, from 0 to 10; empty takes it back"))
	return cmd
}

func (a *app) reliefDeleteCommand() *cobra.Command {
	return a.changingHeeded("delete ID|last", catalog.L("Delete a use from the list (it can be brought back)"), func(ctx context.Context, s *sqlite.Store, id string) (string, error) {
		r, err := a.oneRelief(ctx, s, id)
		if err == nil {
			r, err = s.DeleteRelief(ctx, r.ID)
		}
		return catalog.L("Deleted: {{.Entry}}. Bring it back with: {{.Command}}", catalog.D{"Entry": reliefLine(r, a.now()), "Command": "unhunch relief undelete " + r.ID}), err
	})
}

func (a *app) reliefUndeleteCommand() *cobra.Command {
	return a.changingHeeded("undelete ID", catalog.L("Bring a deleted use back"), func(ctx context.Context, s *sqlite.Store, id string) (string, error) {
		r, err := s.UndeleteRelief(ctx, id)
		if errors.Is(err, sqlite.ErrNotFound) {
			return "", noRelief(id)
		}
		return catalog.L("Brought back: {{.Entry}}", catalog.D{"Entry": reliefLine(r, a.now())}), err
	})
}
