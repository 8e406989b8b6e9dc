package main

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/settings"
)

// reminderRow is a reminder as it is listed.
type reminderRow struct {
	ID      string           `json:"id"`
	Title   string           `json:"title"`
	Text    string           `json:"text,omitempty"`
	Own     bool             `json:"own"`
	Enabled bool             `json:"enabled"`
	Every   *control.Seconds `json:"every_s,omitempty"`
	At      []string         `json:"at,omitempty"`
	Days    string           `json:"days,omitempty"`
	Opens   string           `json:"opens,omitempty"`
	Next    *time.Time       `json:"next,omitempty"`

	when  string // in words
	state string
}

// listingReminders makes a command list the reminders.
func (a *app) listingReminders(cmd *cobra.Command) {
	var asJSON bool
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		s, err := a.loadSettings()
		if err != nil {
			return err
		}
		rows := a.reminderRows(cmd.Context(), s)
		if asJSON {
			return a.printJSON(rows)
		}
		w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
		for _, r := range rows {
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", r.ID, r.Title, r.when, r.state, r.Opens)
		}
		if err := w.Flush(); err != nil {
			return err
		}
		if len(s.Own) == 0 {
			a.say(catalog.L("None of your own yet. Begin with: {{.Command}}", catalog.D{"Command": "unhunch reminder add heat-pack --at 15:00 --opens heat:15m"}))
		}
		return nil
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
}

// reminderRows are the reminders that come by the clock: those of Unhunch, then
// the person's own.
func (a *app) reminderRows(ctx context.Context, s settings.Settings) []reminderRow {
	next := map[string]control.Reminder{}
	var status control.Status
	if c, err := a.dial(ctx); err == nil { // or nothing can be said of what is next
		defer func() { _ = c.Close() }()
		if status, err = c.Status(ctx); err == nil {
			for _, r := range status.Reminders {
				next[r.ID] = r
			}
		}
	}
	rows := []reminderRow{}
	add := func(r reminderRow, every time.Duration, at []reminders.TimeOfDay, days reminders.Weekdays) {
		if every > 0 {
			length := control.Seconds(every)
			r.Every = &length
		} else if len(at) > 0 {
			r.Days = days.String()
			for _, t := range at {
				r.At = append(r.At, t.String())
			}
		}
		r.when, r.state = catalog.When(every, r.At, days.Has), catalog.L("on")
		live, known := next[r.ID]
		switch {
		case (every > 0) == (len(at) > 0):
			r.when = catalog.L("never: it has no time, or two kinds of it")
		case known && r.Enabled && live.Enabled:
			r.Next, r.state = live.Next, strings.Join(outlook(live, status), ", ")
		}
		if !r.Enabled {
			r.state = catalog.L("off")
		}
		rows = append(rows, r)
	}
	for _, r := range s.Config(time.Local).Reminders {
		for _, id := range switched {
			if r.ID == id {
				add(reminderRow{ID: string(id), Title: catalog.Reminder(string(id), ""), Enabled: r.Enabled, Opens: r.Opens}, r.Every, r.At, r.Days)
			}
		}
	}
	for _, o := range s.Own {
		add(reminderRow{ID: o.Name, Title: o.Called(), Text: o.Text, Own: true, Enabled: o.Enabled, Opens: o.Opens}, o.Every, o.At, o.Days)
	}
	return rows
}
