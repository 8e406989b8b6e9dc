package main

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/reminders/sqlite"
	"github.com/unhunch/unhunch/reminders/zone"
)

func (a *app) appointmentCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "appointment", Short: catalog.L("Massage appointments: book, list, move, cancel, import and export"),
		Example: "  unhunch appointment add \"2026-11-26 17:30\" 60m " + catalog.L("Deep tissue") + " --repeat 2-weekly\n" +
			"  unhunch appointment list\n  unhunch appointment import booking.ics",
	}
	cmd.AddCommand(a.appointmentAddCommand(), a.appointmentListCommand(), a.appointmentMoveCommand(), a.appointmentCancelCommand(),
		a.appointmentUncancelCommand(), a.appointmentMissedCommand(), a.appointmentPlannedCommand(), a.appointmentDeleteCommand(), a.appointmentUndeleteCommand(), a.appointmentImportCommand(), a.appointmentExportCommand())
	return cmd
}

// bookOptions are what a booking says besides its time.
type bookOptions struct {
	kind, therapist, place, zone, repeat, until, lead, note string
}

const usageAdd = `unhunch appointment add "2026-11-26 17:30" [60m] [TITLE]`

func (a *app) appointmentAddCommand() *cobra.Command {
	var o bookOptions
	cmd := &cobra.Command{
		Use: "add TIME [DURATION] [TITLE]", Short: catalog.L("Book an appointment"),
		Example: "  unhunch appointment add \"2026-11-26 17:30\" 60m " + catalog.L("Deep tissue") + " --type deep-tissue --therapist Anna\n" +
			"  unhunch appointment add \"2026-12-03 09:00\" --repeat weekly --until 2027-03-31 --lead 1d,2h",
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			ap, err := a.booking(args, o)
			if err != nil {
				return err
			}
			return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
				kept, err := s.AddAppointment(ctx, ap)
				if err != nil {
					return fieldOr(err)
				}
				a.say(catalog.L("Booked: {{.Entry}} ({{.ID}})", catalog.D{"Entry": a.appointmentLine(kept), "ID": kept.UID}))
				a.poke(ctx)
				return a.warnClashes(ctx, s, kept)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.kind, "type", "", catalog.L("the kind of massage, as deep-tissue; unhunch guide massage-types tells about them"))
	f.StringVar(&o.therapist, "therapist", "", catalog.L("who gives it"))
	f.StringVar(&o.place, "place", "", catalog.L("where it is"))
	f.StringVar(&o.zone, "zone", "", catalog.L("the time zone of the place, as Europe/Berlin (default: this machine's)"))
	f.StringVar(&o.repeat, "repeat", "", catalog.L("weekly, 2-weekly, monthly, or a rule of iCalendar as FREQ=WEEKLY;INTERVAL=3"))
	f.StringVar(&o.until, "until", "", catalog.L("the last day it repeats on, as 2027-03-31"))
	f.StringVar(&o.lead, "lead", "", catalog.L("when to remind, as 1d,2h, or none (default: as in the settings)"))
	f.StringVar(&o.note, "note", "", catalog.L("a few words of your own"))
	return cmd
}

// booking reads a new appointment from the command line.
func (a *app) booking(args []string, o bookOptions) (ap calendar.Appointment, err error) {
	home := zone.Home(a.now())
	if o.zone != "" {
		if home, err = time.LoadLocation(o.zone); err != nil || o.zone == "Local" {
			return ap, wrong(catalog.L("use a name such as Europe/Berlin"), catalog.L("--zone: {{.Given}} is no time zone", catalog.D{"Given": quoted(o.zone)}))
		}
	}
	ap = calendar.Appointment{
		UID: "new", Zone: home.String(), Type: o.kind, Therapist: o.therapist, Place: o.place, Notes: o.note, Status: calendar.Planned,
	}
	var rest []string
	if ap.Start, rest, err = a.wallOf(args, usageAdd); err != nil {
		return ap, err
	}
	if err := a.kindOf(&ap); err != nil {
		return ap, err
	}
	d, rest, is, err := lengthFirst(rest)
	if err != nil {
		return ap, err
	}
	if is {
		ap.Length = d
	}
	if title := strings.TrimSpace(strings.Join(rest, " ")); title != "" {
		ap.Title = title
	}
	if ap.Leads, err = leadsOf(o.lead); err != nil {
		return ap, err
	}
	if ap.Rule, err = ruleOf(o.repeat, o.until, ap.Start); err != nil {
		return ap, err
	}
	ap = ap.Tidy()
	if err := ap.Validate(a.now()); err != nil {
		return ap, misuse("", "%w", err)
	}
	ap.UID = ""
	return ap, nil
}

// wallOf reads a date and time at the beginning of the arguments: in one of
// them, or in two.
func (a *app) wallOf(args []string, usage string) (calendar.Wall, []string, error) {
	if len(args) == 0 {
		return 0, nil, wrong(catalog.L("usage: {{.Line}}", catalog.D{"Line": usage}), catalog.L("the time is missing"))
	}
	text, rest := dated(strings.TrimSpace(args[0]), a.now()), args[1:]
	if _, err := time.Parse(time.DateOnly, text); err == nil {
		if len(rest) > 0 && strings.Contains(rest[0], ":") {
			text, rest = text+" "+rest[0], rest[1:]
		} else {
			return 0, nil, wrong(catalog.L("write it as {{.Example}}", catalog.D{"Example": quoted(text + " 17:30")}), catalog.L("{{.Given}} does not say at what time", catalog.D{"Given": quoted(text)}))
		}
	}
	date, clock, _ := strings.Cut(strings.Replace(text, "T", " ", 1), " ")
	if day, err := time.Parse(time.DateOnly, date); err == nil {
		if at, err := reminders.ParseTimeOfDay(strings.TrimSpace(clock)); err == nil && at < reminders.Clock(24, 0, 0) {
			return calendar.WallOf(day.Year(), day.Month(), day.Day(), 0, 0, int(at)), rest, nil
		}
	}
	if strings.Count(text, "-") >= 2 {
		return 0, nil, wrong(catalog.L("write it as {{.Example}}", catalog.D{"Example": `"2026-11-26 17:30"`}), catalog.L("{{.Given}} is not a time", catalog.D{"Given": quoted(text)}))
	}
	t, err := parseWhen(text, a.now(), false)
	if err != nil {
		return 0, nil, err
	}
	return calendar.WallAt(t), rest, nil
}

// kindOf checks the kind of massage, and takes title and length from it.
func (a *app) kindOf(ap *calendar.Appointment) error {
	m, err := a.library().Massage()
	if err != nil {
		return err
	}
	ap.Title, ap.Length = catalog.L("Massage"), time.Duration(m.Session.DefaultMin)*time.Minute
	if ap.Type == "" {
		return nil
	}
	var ids []string
	for _, t := range m.Types {
		if strings.EqualFold(t.ID, ap.Type) {
			ap.Type, ap.Title = t.ID, t.Name
			ap.Length = max(time.Duration(t.DefaultMin)*time.Minute, calendar.MinLength)
			return nil
		}
		ids = append(ids, t.ID)
	}
	return wrong(catalog.L("the kinds are {{.List}}", catalog.D{"List": strings.Join(ids, ", ")}), catalog.L("--type: there is no kind of massage {{.Given}}", catalog.D{"Given": quoted(ap.Type)}))
}

// leadsOf reads when to remind; nil where nothing is said.
func leadsOf(text string) ([]calendar.Lead, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil, nil
	}
	leads := []calendar.Lead{}
	if strings.EqualFold(text, "none") {
		return leads, nil
	}
	for word := range strings.SplitSeq(text, ",") {
		l, err := reminders.ParseLead(strings.TrimSpace(word))
		if err != nil {
			return nil, wrong(catalog.L("write it as 1d,2h, or none"), catalog.L("--lead: {{.Given}} is no time before the start", catalog.D{"Given": quoted(word)}))
		}
		leads = append(leads, calendar.Lead{Days: l.Days, Elapsed: l.Elapsed})
	}
	return leads, nil
}

// ruleOf reads how an appointment repeats.
func ruleOf(repeat, until string, start calendar.Wall) (string, error) {
	var r calendar.Rule
	switch strings.ToLower(strings.TrimSpace(repeat)) {
	case "":
		if until != "" {
			return "", wrong(catalog.L("add --repeat weekly"), catalog.L("--until makes no sense without --repeat"))
		}
		return "", nil
	case "weekly":
		r = calendar.Weekly(1)
	case "2-weekly", "biweekly", "two-weekly":
		r = calendar.Weekly(2)
	case "monthly":
		r = calendar.Monthly(start)
	default:
		var err error
		if r, err = calendar.ParseRule(repeat); err != nil {
			if !strings.Contains(repeat, "=") {
				return "", wrong(catalog.L("use weekly, 2-weekly or monthly"), catalog.L("--repeat: {{.Given}} is no rhythm", catalog.D{"Given": quoted(repeat)}))
			}
			return "", misuse("", "--repeat: %w", err)
		}
	}
	if until != "" {
		day, err := time.Parse(time.DateOnly, until)
		if err != nil {
			return "", wrong(catalog.L("write it as 2026-11-30"), catalog.L("--until: {{.Given}} is not a date", catalog.D{"Given": quoted(until)}))
		}
		r = r.Until(calendar.WallAt(day))
	}
	return r.String(), nil
}

// fieldOr makes a mistake in a field one of the person's, whatever is around it.
func fieldOr(err error) error {
	var f *calendar.FieldError
	if errors.As(err, &f) {
		return misuse("", "%w", f)
	}
	return err
}

// warnClashes says what a new time goes together with badly.
func (a *app) warnClashes(ctx context.Context, s *sqlite.Store, ap calendar.Appointment) error {
	all, err := s.Appointments(ctx, time.Time{}, time.Time{})
	if err != nil {
		return err
	}
	m, err := a.library().Massage()
	if err != nil {
		return err
	}
	begins, _, err := ap.Span()
	if err != nil {
		return err
	}
	if begins.Before(a.now()) {
		begins = a.now()
	}
	gap := calendar.Gap{Days: m.Frequency.MinGapDays, Reason: m.Frequency.Basis}
	const most = 3
	for i, c := range calendar.Clashes(ap, all, gap, begins.AddDate(0, 0, -gap.Days), begins.AddDate(1, 0, 0)) {
		when := short(c.At.Start, a.now())
		other := catalog.D{"When": when, "Other": titled(c.With.Title), "OtherTime": short(c.With.Start, a.now()), "Reason": c.Reason, "ID": c.With.Ref()}
		switch {
		case i == most:
			a.warn(catalog.L("and so on; unhunch appointment list shows all"))
			return nil
		case c.TooSoon:
			a.warn(catalog.N("{{.When}} is close to {{.Other}} ({{.OtherTime}}): leave {{.Count}} day between two massages. {{.Reason}}",
				"{{.When}} is close to {{.Other}} ({{.OtherTime}}): leave {{.Count}} days between two massages. {{.Reason}}", c.Least, other))
		default:
			a.warn(catalog.L("{{.When}} is at the same time as {{.Other}} ({{.ID}})", other))
		}
	}
	return nil
}
