package main

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

func (a *app) appointmentMissedCommand() *cobra.Command {
	return a.markCommand(&cobra.Command{
		Use: "missed ID", Short: catalog.L("Say that an appointment did not take place (it can be taken back)"),
		Example: "  unhunch appointment missed bkr4\n  unhunch appointment missed bkr4@2026-12-03T17:30",
	}, calendar.Missed, func(ap calendar.Appointment, at calendar.Wall) {
		a.say(catalog.L("It did not take place: {{.Entry}}", catalog.D{"Entry": a.occurrenceLine(occurrenceAt(ap, at), "  ")}))
		a.say(catalog.L("Take it back with: {{.Command}}", catalog.D{"Command": "unhunch appointment planned " + ref(ap, at)}))
	})
}

func (a *app) appointmentPlannedCommand() *cobra.Command {
	return a.markCommand(&cobra.Command{Use: "planned ID", Short: catalog.L("Take back that an appointment did not take place")},
		calendar.Planned, func(ap calendar.Appointment, at calendar.Wall) {
			a.say(catalog.L("Planned: {{.Entry}}", catalog.D{"Entry": a.occurrenceLine(occurrenceAt(ap, at), "  ")}))
		})
}

// markCommand makes a command one that says what became of an occurrence, and
// then tells of it.
func (a *app) markCommand(cmd *cobra.Command, as calendar.Status, tell func(ap calendar.Appointment, at calendar.Wall)) *cobra.Command {
	cmd.Args = cobra.ExactArgs(1)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
			all, err := s.Appointments(ctx, time.Time{}, time.Time{})
			if err != nil {
				return err
			}
			if ap, ok := appointmentOf(all, strings.TrimSpace(args[0])); ok && ap.Repeats() {
				return a.nameOne(ap)
			}
			f, err := a.findAppointment(ctx, s, args[0], calendar.One)
			if err != nil {
				return err
			}
			logged, err := s.Logged(ctx)
			if err != nil {
				return err
			}
			if id := logged[ref(f.ap, f.at)]; id != "" {
				return wrong(catalog.L("if it did not take place, delete that: {{.Command}}", catalog.D{"Command": "unhunch visit delete " + id}),
					catalog.L("{{.ID}} was logged as the visit {{.Visit}}", catalog.D{"ID": ref(f.ap, f.at), "Visit": id}))
			}
			parts, err := a.changeAppointment(ctx, s, f, func(ap calendar.Appointment, at calendar.Wall, _ string) ([]calendar.Appointment, error) {
				marked, err := ap.Mark(at, as, a.now())
				return []calendar.Appointment{marked}, err
			})
			if err != nil {
				return err
			}
			tell(parts[0], f.at)
			return nil
		})
	}
	return cmd
}

// nameOne asks for one occurrence of a series, and shows how by the last that
// has begun.
func (a *app) nameOne(ap calendar.Appointment) error {
	o, _ := ap.First(a.now())
	now := a.now()
	past := ap.Occurrences(now.AddDate(-1, 0, 0), now)
	if i := slices.IndexFunc(past, func(o calendar.Occurrence) bool { return o.Start.After(now) }); i >= 0 {
		past = past[:i]
	}
	if len(past) > 0 {
		o = past[len(past)-1]
	}
	return wrong(catalog.L("name one of them, as {{.Example}}", catalog.D{"Example": o.Ref()}),
		catalog.L("{{.ID}} is a series of appointments", catalog.D{"ID": ap.UID}))
}
