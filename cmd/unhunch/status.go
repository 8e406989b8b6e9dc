package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/agent"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

func (a *app) statusCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "status", Short: catalog.L("Show what comes next, and how long you have been sitting"), Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := a.status(cmd.Context())
			if err != nil {
				return err
			}
			if asJSON {
				return a.printJSON(s)
			}
			return a.printStatus(s)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
	return cmd
}

// status asks the agent, and the files if it does not run.
func (a *app) status(ctx context.Context) (control.Status, error) {
	c, err := a.dial(ctx)
	if err == nil {
		defer func() { _ = c.Close() }()
		return c.Status(ctx)
	}
	if !errors.Is(err, control.ErrNotRunning) {
		return control.Status{}, err
	}
	s, err := a.loadSettings()
	if err != nil {
		return control.Status{}, err
	}
	var saved reminders.State
	var packs relief.State
	if _, err := os.Stat(sqlite.Path()); err == nil {
		store, _, err := sqlite.Open(ctx, sqlite.Path(), sqlite.Options{Now: a.now})
		if err != nil {
			return control.Status{}, err
		}
		defer func() { _ = store.Close() }()
		if saved, _, err = store.Schedule(ctx); err != nil {
			fmt.Fprintln(a.err, "unhunch: "+sentence(err))
			saved = reminders.State{}
		}
		if packs, err = store.ReliefState(ctx); err != nil {
			fmt.Fprintln(a.err, "unhunch: "+sentence(err))
		}
	}
	st := agent.Offline(saved, s, a.now())
	st.Session, st.Sessions = agent.Sessions(packs, a.clock())
	return st, nil
}

func (a *app) printStatus(s control.Status) error {
	now := s.Now
	switch {
	case !s.Agent:
		a.say(catalog.L("Reminders are off. Start them with: unhunch"))
	case s.Paused && s.PausedUntil != nil:
		a.say(catalog.L("Paused until {{.Time}}.", catalog.D{"Time": short(*s.PausedUntil, now)}))
	case s.Paused:
		a.say(catalog.L("Paused until you resume (unhunch resume)."))
	case !s.InHours && s.HoursChange != nil:
		a.say(catalog.L("Outside working hours until {{.Time}}.", catalog.D{"Time": short(*s.HoursChange, now)}))
	default:
		a.say(presenceLine(s))
	}
	if len(s.Busy) > 0 {
		a.say(catalog.L("Busy ({{.Why}}): reminders wait.", catalog.D{"Why": strings.Join(s.Busy, ", ")}))
	}
	for _, x := range s.Sessions {
		a.say(sessionLine(x, now))
	}
	for _, p := range s.Prompts {
		a.say(catalog.L("Open: {{.Reminder}}, since {{.Time}} (unhunch done {{.ID}} · unhunch snooze {{.ID}})", catalog.D{
			"Reminder": title(p.Title, p.Reminder), "Time": short(p.ShownAt, now), "ID": p.Reminder,
		}))
	}
	w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	for _, r := range s.Reminders {
		fmt.Fprintf(w, "%s\t%s\n", title(r.Title, r.ID), strings.Join(outlook(r, s), ", "))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	for _, n := range s.Notices {
		a.say("! " + n)
	}
	return nil
}

func title(t, id string) string {
	if t == "" {
		return id
	}
	return catalog.Reminder(id, t)
}

func presenceLine(s control.Status) string {
	switch s.Presence {
	case "locked":
		return catalog.L("The screen is locked.")
	case "idle":
		return catalog.L("You are away.")
	case "asleep":
		return catalog.L("The machine is going to sleep.")
	}
	if s.DeskSince == nil {
		return catalog.L("You are at your desk.")
	}
	return catalog.L("At your desk for {{.Length}}.", catalog.D{"Length": length(s.Now.Sub(*s.DeskSince))})
}

// outlook says in parts what is known of a reminder.
func outlook(r control.Reminder, s control.Status) []string {
	if !r.Enabled {
		return []string{catalog.L("off")}
	}
	var parts []string
	switch {
	case r.SnoozedUntil != nil:
		parts = append(parts, catalog.L("snoozed until {{.Time}}", catalog.D{"Time": short(*r.SnoozedUntil, s.Now)}))
	case r.Next != nil:
		parts = append(parts, catalog.L("next at {{.Time}}", catalog.D{"Time": short(*r.Next, s.Now)}))
	case r.Waiting:
		parts = append(parts, catalog.L("due, waiting for a good moment"))
	}
	if r.Every != nil && r.Sitting != nil {
		parts = append(parts, catalog.L("{{.Sat}} of {{.Every}} sitting", catalog.D{
			"Sat": length(r.Sitting.Duration()), "Every": length(r.Every.Duration()),
		}))
	}
	if len(parts) == 0 {
		parts = append(parts, catalog.L("on"))
	}
	return parts
}

// length writes a length of time for reading, to the minute where it is long.
func length(d time.Duration) string {
	if d >= time.Minute {
		d = d.Truncate(time.Minute)
	}
	return reminders.FormatDuration(d)
}

func (a *app) versionCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "version", Short: catalog.L("Print the version"), Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			v := build()
			if asJSON {
				return a.printJSON(v)
			}
			a.printf("unhunch %s (%s, %s)\n", v.Version, v.Go, v.Platform)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
	return cmd
}
