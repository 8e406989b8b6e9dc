package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

// scopeFlags choose how much of a series a change is about.
type scopeFlags struct{ following, all bool }

func (f *scopeFlags) add(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.following, "following", false, catalog.L("of a series: that occurrence and those after it"))
	cmd.Flags().BoolVar(&f.all, "all", false, catalog.L("of a series: all of it"))
}

func (f scopeFlags) scope() (calendar.Scope, error) {
	switch {
	case f.all && f.following:
		return "", wrong(catalog.L("leave one of them out"), catalog.L("--all and --following contradict each other"))
	case f.all:
		return calendar.All, nil
	case f.following:
		return calendar.Following, nil
	}
	return calendar.One, nil
}

// found is an appointment as somebody names it, and the start of one of its
// occurrences.
type found struct {
	ap calendar.Appointment
	at calendar.Wall
}

// findAppointment finds the appointment that is meant by an id, or by the
// beginning of one, and the occurrence behind the @.
func (a *app) findAppointment(ctx context.Context, s *sqlite.Store, typed string, scope calendar.Scope) (f found, err error) {
	all, err := s.Appointments(ctx, time.Time{}, time.Time{})
	if err != nil {
		return f, err
	}
	none := wrong(catalog.L("unhunch appointment list shows the ids"), catalog.L("there is no appointment {{.Given}}", catalog.D{"Given": quoted(typed)}))
	typed = strings.TrimSpace(typed)
	if ap, ok := appointmentOf(all, typed); ok {
		return a.occurrenceMeant(ap, scope)
	}
	i := strings.LastIndex(typed, "@")
	if i < 0 {
		return f, none
	}
	ap, ok := appointmentOf(all, typed[:i])
	if !ok {
		return f, none
	}
	at, err := calendar.ParseWall(strings.Replace(typed[i+1:], "T", " ", 1))
	if err != nil {
		return f, none
	}
	if o, ok := startingAt(ap, at); ok {
		at = o.At
	}
	return found{ap, at}, nil
}

// startingAt is the occurrence that was moved to a start, where none is named
// by it: lists show where it is now.
func startingAt(ap calendar.Appointment, at calendar.Wall) (calendar.Occurrence, bool) {
	begins, _, err := ap.Span()
	if err != nil || !occurrenceAt(ap, at).Start.IsZero() {
		return calendar.Occurrence{}, false
	}
	near := at.In(begins.Location())
	for _, o := range ap.Occurrences(near.AddDate(0, 0, -1), near.AddDate(0, 0, 1)) {
		if calendar.WallAt(o.Start) == at {
			return o, true
		}
	}
	return calendar.Occurrence{}, false
}

// appointmentOf is the one appointment of that id: exactly, in other letters, or by its
// beginning.
func appointmentOf(all []calendar.Appointment, id string) (calendar.Appointment, bool) {
	if id == "" {
		return calendar.Appointment{}, false
	}
	for _, same := range []func(string) bool{
		func(uid string) bool { return uid == id },
		func(uid string) bool { return strings.EqualFold(uid, id) },
		func(uid string) bool {
			return len(id) >= 4 && strings.HasPrefix(strings.ToLower(uid), strings.ToLower(id))
		},
	} {
		var hits []calendar.Appointment
		for _, ap := range all {
			if same(ap.UID) {
				hits = append(hits, ap)
			}
		}
		if len(hits) == 1 {
			return hits[0], true
		}
	}
	return calendar.Appointment{}, false
}

// occurrenceMeant is the occurrence that is meant by an id alone: of a series
// the next one, if all of it is to be changed.
func (a *app) occurrenceMeant(ap calendar.Appointment, scope calendar.Scope) (found, error) {
	if !ap.Repeats() {
		return found{ap, ap.Start}, nil
	}
	o, ok := ap.First(a.now())
	if !ok {
		return found{ap, ap.Start}, nil
	}
	if scope != calendar.All {
		return found{}, wrong(catalog.L("name one of them, as {{.Example}}, or add --all", catalog.D{"Example": o.Ref()}),
			catalog.L("{{.ID}} is a series of appointments", catalog.D{"ID": ap.UID}))
	}
	return found{ap, o.At}, nil
}

// ref is what to type to name an occurrence.
func ref(ap calendar.Appointment, at calendar.Wall) string {
	return calendar.Occurrence{UID: ap.UID, At: at, Repeats: ap.Repeats()}.Ref()
}

// changeAppointment makes one change to the appointment that is named, in one
// go: nothing can come between looking and changing.
func (a *app) changeAppointment(ctx context.Context, s *sqlite.Store, f found,
	change func(ap calendar.Appointment, at calendar.Wall, fresh string) ([]calendar.Appointment, error),
) ([]calendar.Appointment, error) {
	fresh, err := s.FreshID(ctx)
	if err != nil {
		return nil, err
	}
	parts, err := s.ChangeAppointment(ctx, f.ap.UID, func(ap calendar.Appointment) ([]calendar.Appointment, error) { return change(ap, f.at, fresh) })
	var none *calendar.NoSuchError
	if errors.As(err, &none) {
		return nil, wrong(catalog.L("unhunch appointment list shows them"), catalog.L("{{.ID}} has no occurrence at {{.Time}}", catalog.D{"ID": none.UID, "Time": none.At}))
	}
	if err != nil {
		return nil, fieldOr(err)
	}
	a.poke(ctx)
	return parts, nil
}

const usageMove = `unhunch appointment move ID "2026-11-27 09:00" [45m]`

func (a *app) appointmentMoveCommand() *cobra.Command {
	var flags scopeFlags
	cmd := &cobra.Command{
		Use: "move ID TIME [DURATION]", Short: catalog.L("Move an appointment, or one of a series"),
		Example: "  unhunch appointment move bkr4 \"2026-11-27 09:00\"\n  unhunch appointment move bkr4@2026-12-03T17:30 \"2026-12-04 09:00\" 45m",
		Args:    cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			scope, err := flags.scope()
			if err != nil {
				return err
			}
			to, rest, err := a.wallOf(args[1:], usageMove)
			if err != nil {
				return err
			}
			var d time.Duration
			if len(rest) > 0 {
				length, more, is, err := lengthFirst(rest)
				switch {
				case err != nil:
					return err
				case !is || length == 0:
					_, err := parseLength(rest[0])
					return err
				case len(more) > 0:
					return wrong(catalog.L("usage: {{.Line}}", catalog.D{"Line": usageMove}), catalog.L("{{.Given}} is too much", catalog.D{"Given": quoted(strings.Join(more, " "))}))
				}
				d = length
			}
			return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
				f, err := a.findAppointment(ctx, s, args[0], scope)
				if err != nil {
					return err
				}
				return a.moveAppointment(ctx, s, f, to, d, scope)
			})
		},
	}
	flags.add(cmd)
	return cmd
}

func (a *app) moveAppointment(ctx context.Context, s *sqlite.Store, f found, to calendar.Wall, d time.Duration, scope calendar.Scope) error {
	var was calendar.Occurrence
	parts, err := a.changeAppointment(ctx, s, f, func(ap calendar.Appointment, at calendar.Wall, fresh string) ([]calendar.Appointment, error) {
		was = occurrenceAt(ap, at)
		// A whole series moves by as much as the occurrence that was named.
		return ap.Move(at, to, d, scope, fresh)
	})
	if err != nil {
		return err
	}
	last := parts[len(parts)-1]
	at := to
	if scope == calendar.One && last.Repeats() {
		at = f.at
	}
	now := occurrenceAt(last, at)
	a.say(catalog.L("Moved: {{.Entry}}", catalog.D{"Entry": a.occurrenceLine(now, "  ")}))
	if !was.Start.IsZero() {
		back := fmt.Sprintf("unhunch appointment move %s %s", ref(last, at), quoted(calendar.WallAt(was.Start).String()))
		if was.End.Sub(was.Start) != now.End.Sub(now.Start) {
			back += " " + reminders.FormatDuration(was.End.Sub(was.Start))
		}
		if scope != calendar.One && last.Repeats() {
			back += " --all"
		}
		a.say(catalog.L("Put it back with: {{.Command}}", catalog.D{"Command": back}))
	}
	return a.warnClashes(ctx, s, last)
}

// occurrenceAt is an occurrence by its name.
func occurrenceAt(ap calendar.Appointment, at calendar.Wall) calendar.Occurrence {
	begins, _, err := ap.Span()
	if err != nil {
		return calendar.Occurrence{}
	}
	zone := begins.Location()
	near := at.In(zone)
	for _, years := range []int{0, 1, 300} {
		for _, o := range ap.Occurrences(near.AddDate(-years, 0, -15), near.AddDate(years, 0, 15)) {
			if o.At == at {
				return o
			}
		}
	}
	return calendar.Occurrence{}
}

// scopedCommand makes a command one that changes an occurrence, those from it
// on, or all, and then tells of what became of it.
func (a *app) scopedCommand(cmd *cobra.Command,
	change func(ap calendar.Appointment, at calendar.Wall, scope calendar.Scope, fresh string) ([]calendar.Appointment, error),
	tell func(ctx context.Context, s *sqlite.Store, ap calendar.Appointment, at calendar.Wall, scope calendar.Scope) error,
) *cobra.Command {
	var flags scopeFlags
	cmd.Args = cobra.ExactArgs(1)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		scope, err := flags.scope()
		if err != nil {
			return err
		}
		return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
			f, err := a.findAppointment(ctx, s, args[0], scope)
			if err != nil {
				return err
			}
			parts, err := a.changeAppointment(ctx, s, f, func(ap calendar.Appointment, at calendar.Wall, fresh string) ([]calendar.Appointment, error) {
				return change(ap, at, scope, fresh)
			})
			if err != nil {
				return err
			}
			return tell(ctx, s, parts[len(parts)-1], f.at, scope)
		})
	}
	flags.add(cmd)
	return cmd
}

func (a *app) appointmentCancelCommand() *cobra.Command {
	return a.scopedCommand(&cobra.Command{
		Use: "cancel ID", Short: catalog.L("Cancel an appointment, or one of a series (it can be taken back)"),
		Example: "  unhunch appointment cancel bkr4\n  unhunch appointment cancel bkr4@2026-12-03T17:30\n  unhunch appointment cancel bkr4@2026-12-03T17:30 --following",
	}, calendar.Appointment.CallOff, func(_ context.Context, _ *sqlite.Store, ap calendar.Appointment, at calendar.Wall, scope calendar.Scope) error {
		back := ref(ap, at)
		if scope != calendar.One {
			back = ap.UID + " --all"
		}
		a.say(catalog.L("Cancelled: {{.Entry}}", catalog.D{"Entry": a.occurrenceLine(occurrenceAt(ap, at), "  ")}))
		a.say(catalog.L("Take it back with: {{.Command}}", catalog.D{"Command": "unhunch appointment uncancel " + back}))
		return nil
	})
}

func (a *app) appointmentUncancelCommand() *cobra.Command {
	return a.scopedCommand(&cobra.Command{Use: "uncancel ID", Short: catalog.L("Take a cancellation back")},
		calendar.Appointment.Reinstate, func(ctx context.Context, s *sqlite.Store, ap calendar.Appointment, at calendar.Wall, _ calendar.Scope) error {
			a.say(catalog.L("It takes place: {{.Entry}}", catalog.D{"Entry": a.occurrenceLine(occurrenceAt(ap, at), "  ")}))
			return a.warnClashes(ctx, s, ap)
		})
}

func (a *app) appointmentDeleteCommand() *cobra.Command {
	return &cobra.Command{
		Use: "delete ID", Short: catalog.L("Delete an appointment or a whole series (it can be brought back)"), Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
				f, err := a.findAppointment(ctx, s, args[0], calendar.All)
				if err != nil {
					return err
				}
				line := a.appointmentLine(f.ap)
				if _, err := s.DeleteAppointment(ctx, f.ap.UID); err != nil {
					return err
				}
				a.say(catalog.L("Deleted: {{.Entry}}. Bring it back with: {{.Command}}", catalog.D{"Entry": line, "Command": "unhunch appointment undelete " + f.ap.UID}))
				a.poke(ctx)
				return nil
			})
		},
	}
}

func (a *app) appointmentUndeleteCommand() *cobra.Command {
	return a.changingHeeded("undelete ID", catalog.L("Bring a deleted appointment back"), func(ctx context.Context, s *sqlite.Store, id string) (string, error) {
		return catalog.L("It is back: {{.ID}}", catalog.D{"ID": id}),
			absent(s.UndeleteAppointment(ctx, strings.TrimSpace(id)), catalog.L("its id was printed when it was deleted"), catalog.L("there is no deleted appointment {{.Given}}", catalog.D{"Given": quoted(id)}))
	})
}
