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

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/agent"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

func (a *app) statusCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "status", Short: "Show what comes next, and how long you have been sitting", Args: cobra.NoArgs,
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
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
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
	}
	return agent.Offline(saved, s, a.now()), nil
}

func (a *app) printStatus(s control.Status) error {
	now := s.Now
	switch {
	case !s.Agent:
		a.printf("Reminders are off. Start them with: unhunch\n")
	case s.Paused && s.PausedUntil != nil:
		a.printf("Paused until %s.\n", short(*s.PausedUntil, now))
	case s.Paused:
		a.printf("Paused until you resume (unhunch resume).\n")
	case !s.InHours && s.HoursChange != nil:
		a.printf("Outside working hours until %s.\n", short(*s.HoursChange, now))
	default:
		a.printf("%s\n", presenceLine(s))
	}
	if len(s.Busy) > 0 {
		a.printf("Busy (%s): reminders wait.\n", strings.Join(s.Busy, ", "))
	}
	for _, p := range s.Prompts {
		a.printf("Open: %s, since %s (unhunch done %s · unhunch snooze %s)\n", title(p.Title, p.Reminder), short(p.ShownAt, now), p.Reminder, p.Reminder)
	}
	w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	for _, r := range s.Reminders {
		fmt.Fprintf(w, "%s\t%s\n", title(r.Title, r.ID), strings.Join(outlook(r, s), ", "))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	for _, n := range s.Notices {
		a.printf("! %s\n", n)
	}
	return nil
}

func title(t, id string) string {
	if t == "" {
		return id
	}
	return t
}

func presenceLine(s control.Status) string {
	switch s.Presence {
	case "locked":
		return "The screen is locked."
	case "idle":
		return "You are away."
	case "asleep":
		return "The machine is going to sleep."
	}
	if s.DeskSince == nil {
		return "You are at your desk."
	}
	return "At your desk for " + length(s.Now.Sub(*s.DeskSince)) + "."
}

// outlook says in parts what is known of a reminder.
func outlook(r control.Reminder, s control.Status) []string {
	if !r.Enabled {
		return []string{"off"}
	}
	var parts []string
	switch {
	case r.SnoozedUntil != nil:
		parts = append(parts, "snoozed until "+short(*r.SnoozedUntil, s.Now))
	case r.Next != nil:
		parts = append(parts, "next at "+short(*r.Next, s.Now))
	case r.Waiting:
		parts = append(parts, "due, waiting for a good moment")
	}
	if r.Every != nil && r.Sitting != nil {
		parts = append(parts, fmt.Sprintf("%s of %s sitting", length(r.Sitting.Duration()), length(r.Every.Duration())))
	}
	if len(parts) == 0 {
		parts = append(parts, "on")
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
		Use: "version", Short: "Print the version", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			v := build()
			if asJSON {
				return a.printJSON(v)
			}
			a.printf("unhunch %s (%s, %s)\n", v.Version, v.Go, v.Platform)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}
