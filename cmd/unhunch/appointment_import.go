package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/reminders/sqlite"
	"github.com/unhunch/unhunch/reminders/zone"
)

// importOptions say how a calendar file is taken in.
type importOptions struct {
	yes, dry, json bool
	from, to       string
}

func (a *app) appointmentImportCommand() *cobra.Command {
	var o importOptions
	cmd := &cobra.Command{
		Use: "import FILE.ics", Short: catalog.L("Look at a calendar file, as a booking confirmation, and take its appointments in"),
		Long: catalog.L("It shows first what it would do; in a terminal it asks which ones you want. What cannot be used is named with\n" +
			"its line in the file, and the rest still comes. To import the same file again changes nothing."),
		Example: "  unhunch appointment import booking.ics\n  unhunch appointment import booking.ics --dry-run\n  unhunch appointment import booking.ics --yes",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.yes && o.dry {
				return wrong(catalog.L("leave one of them out"), catalog.L("--yes and --dry-run contradict each other"))
			}
			start, end, err := a.aYear(o.from, o.to)
			if err != nil {
				return err
			}
			parsed, err := a.readCalendar(args[0])
			if err != nil {
				return err
			}
			return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
				return a.importCalendar(ctx, s, args[0], parsed, o, start, end)
			})
		},
	}
	cmd.Flags().BoolVar(&o.yes, "yes", false, catalog.L("import all that can be imported"))
	cmd.Flags().BoolVar(&o.dry, "dry-run", false, catalog.L("only show what would be done"))
	cmd.Flags().BoolVar(&o.json, "json", false, catalog.L("print JSON"))
	cmd.Flags().StringVar(&o.from, "from", "", catalog.L("show occurrences from this day on, as 2026-11-01 (default today)"))
	cmd.Flags().StringVar(&o.to, "to", "", catalog.L("show occurrences up to this day, as 2026-11-30 (default a year on)"))
	return cmd
}

// readCalendar reads a calendar file; - is the input.
func (a *app) readCalendar(path string) (p calendar.Parsed, err error) {
	in := a.in
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return p, noFile(path, err)
		}
		defer func() { _ = f.Close() }() // only read
		if info, err := f.Stat(); err == nil && info.IsDir() {
			return p, wrong(catalog.L("name the file"), catalog.L("{{.File}} is a folder", catalog.D{"File": path}))
		}
		in = f
	}
	m, err := a.library().Massage()
	if err != nil {
		return p, err
	}
	p, err = calendar.Parse(in, calendar.ParseOptions{Now: a.now(), Zone: zone.Home(a.now()), Length: time.Duration(m.Session.DefaultMin) * time.Minute})
	if err != nil {
		text := path + ": " + err.Error()
		if !strings.Contains(text, "hint: ") {
			text = hinted(text, catalog.L("export it again from the other calendar"))
		}
		return p, &worded{text, err}
	}
	return p, nil
}

// importCalendar shows what is in a file, and keeps what is wanted of it.
func (a *app) importCalendar(ctx context.Context, s *sqlite.Store, path string, parsed calendar.Parsed, o importOptions, start, end time.Time) error {
	all, err := s.Appointments(ctx, time.Time{}, time.Time{})
	if err != nil {
		return err
	}
	steps := calendar.Plan(all, parsed, a.now())
	for _, p := range parsed.Problems {
		a.warn(path + ": " + p.String())
	}
	for _, step := range steps {
		for _, note := range step.Notes {
			a.warn(fmt.Sprintf("%s: line %d: %q: %s", path, step.Line, titled(step.Appointment.Title), note))
		}
	}
	if len(steps) == 0 {
		if o.json {
			if err := a.printJSON([]appointmentRow{}); err != nil {
				return err
			}
		}
		return errors.New(hinted(catalog.L("{{.File}} has no appointment that can be imported", catalog.D{"File": path}), catalog.L("the lines above say why, if there are any")))
	}
	if err := a.showSteps(steps, o, start, end); err != nil {
		return err
	}
	picked, asked := a.wanted(steps, o)
	if o.dry || !o.yes && !asked {
		if !o.dry && !o.json && calendar.Todo(steps) > 0 {
			a.say(catalog.L("Nothing is saved yet. To import it: {{.Command}}", catalog.D{"Command": "unhunch appointment import " + path + " --yes"}))
		}
		return nil
	}
	parsed = parsed.Only(func(i int) bool { return steps[i].Action != calendar.Skip && picked(i+1) })
	wanted, err := a.keepSteps(ctx, s, parsed, calendar.Plan(all, parsed, a.now()))
	if err != nil {
		return err
	}
	if len(wanted) == 0 {
		if !o.json {
			a.say(catalog.L("Nothing was imported."))
		}
		return nil
	}
	a.poke(ctx)
	if !o.json {
		a.say(catalog.N("{{.Count}} appointment imported.", "{{.Count}} appointments imported.", len(wanted)))
	}
	// A whole calendar would only repeat what its owner knows.
	const few = 5
	for _, ap := range wanted[:min(len(wanted), few)] {
		if len(wanted) > few || ap.Status != calendar.Planned {
			continue
		}
		if err := a.warnClashes(ctx, s, ap); err != nil {
			return err
		}
	}
	return nil
}

// keepSteps imports events and returns what was kept. Where the appointments
// changed since somebody saw the plan, nothing is.
func (a *app) keepSteps(ctx context.Context, s *sqlite.Store, parsed calendar.Parsed, seen []calendar.Step) (wanted []calendar.Appointment, err error) {
	if calendar.Todo(seen) == 0 {
		return nil, nil
	}
	err = s.ReviseAppointments(ctx, func(all []calendar.Appointment) ([]calendar.Appointment, []string, error) {
		steps := calendar.Plan(all, parsed, a.now())
		if !calendar.Alike(steps, seen) {
			return nil, nil, errors.New(hinted(catalog.L("your appointments changed meanwhile, so nothing was imported"), catalog.L("look at it again")))
		}
		wanted = nil
		for _, step := range calendar.Kept(steps) {
			wanted = append(wanted, step.Appointment)
		}
		return wanted, nil, nil
	})
	return wanted, fieldOr(err)
}

// showSteps shows what an import would do.
func (a *app) showSteps(steps []calendar.Step, o importOptions, start, end time.Time) error {
	if o.json {
		rows := []appointmentRow{}
		for _, s := range steps {
			list := s.Appointment.Occurrences(start, end)
			if first, ok := s.Appointment.First(a.now()); len(list) == 0 && ok {
				list = []calendar.Occurrence{first} // every one is seen, whenever it is
			}
			for _, occ := range list {
				row := occurrenceRow(occ)
				row.Action, row.Line, row.Reason = s.Action, s.Line, s.Reason
				rows = append(rows, row)
			}
		}
		return a.printJSON(rows)
	}
	w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	for i, s := range steps {
		line := fmt.Sprintf("%d\t%s\t%s", i+1, actionWord(s.Action), a.appointmentLine(s.Appointment))
		if s.Reason != "" {
			line += "  " + catalog.L("({{.Reason}})", catalog.D{"Reason": s.Reason})
		}
		fmt.Fprintln(w, line)
		for _, text := range a.changeLines(s) {
			fmt.Fprintln(w, "\t\t"+text)
		}
	}
	return w.Flush()
}

func actionWord(act calendar.Action) string {
	switch act {
	case calendar.Add:
		return catalog.L("add")
	case calendar.Update:
		return catalog.L("update")
	case calendar.Cancel:
		return catalog.L("cancel")
	default:
		return catalog.L("skip")
	}
}

// wanted tells which steps to keep, by their number from 1: with --yes all, in a
// terminal those the person picks. asked is set where somebody was asked.
func (a *app) wanted(steps []calendar.Step, o importOptions) (pick func(int) bool, asked bool) {
	pick = func(int) bool { return o.yes }
	f, is := a.in.(*os.File)
	if !o.yes && !o.dry && !o.json && is && isTerminal(f) && calendar.Todo(steps) > 0 {
		asked = true
		a.printf("%s ", catalog.L("Import? y for all, n for none, or their numbers as 1,3:"))
		answer, err := bufio.NewReader(io.LimitReader(a.in, 10_000)).ReadString('\n')
		if err != nil && answer == "" {
			answer = "n"
		}
		pick = picked(answer)
	}
	return pick, asked
}

// picked reads which ones somebody wants.
func picked(answer string) func(int) bool {
	answer = strings.ToLower(strings.TrimSpace(answer))
	numbers := map[int]bool{}
	for word := range strings.FieldsFuncSeq(answer, func(r rune) bool { return r == ',' || r == ' ' || r == ';' }) {
		if n, err := strconv.Atoi(word); err == nil {
			numbers[n] = true
		}
	}
	yes := answer == "y" || answer == "yes" || answer == strings.ToLower(catalog.L("y"))
	return func(n int) bool { return yes || numbers[n] }
}
