package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

func (a *app) appointmentExportCommand() *cobra.Command {
	var ids []string
	var from, to string
	cmd := &cobra.Command{
		Use: "export [FILE.ics]", Short: catalog.L("Write your appointments for another calendar"),
		Long:    catalog.L("Without a file they go to the terminal. Alarms are those of each appointment, or those of the settings."),
		Example: "  unhunch appointment export back.ics\n  unhunch appointment export --id bkr4 --id dwx7",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			start, end := time.Time{}, time.Time{}
			if from != "" || to != "" {
				var err error
				if start, end, err = a.dates(from, to); err != nil {
					return err
				}
			}
			return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
				list, err := s.Appointments(ctx, start, end)
				if err != nil {
					return err
				}
				if len(ids) > 0 {
					var picked []calendar.Appointment
					for _, id := range ids {
						f, err := a.findAppointment(ctx, s, id, calendar.All)
						if err != nil {
							return err
						}
						picked = append(picked, f.ap)
					}
					list = picked
				}
				var b bytes.Buffer
				if err := calendar.Export(&b, list, calendar.ExportOptions{Now: a.now(), Leads: settingsLeads()}); err != nil {
					return err
				}
				to := "-"
				if len(args) > 0 {
					to = args[0]
				}
				if _, err := os.Lstat(to); err == nil && to != "-" {
					return wrong(catalog.L("name another, or move that one away"), catalog.L("there is a file {{.File}} already", catalog.D{"File": to}))
				} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
					return err
				}
				return a.writeNew(to, b.Bytes())
			})
		},
	}
	cmd.Flags().StringArrayVar(&ids, "id", nil, catalog.L("only this one (may be given several times)"))
	cmd.Flags().StringVar(&from, "from", "", catalog.L("the first day, as 2026-11-01"))
	cmd.Flags().StringVar(&to, "to", "", catalog.L("the last day, as 2026-11-30"))
	return cmd
}

// settingsLeads are when appointments are announced that do not say so
// themselves.
func settingsLeads() []calendar.Lead {
	s, _, err := settings.Load(settings.Path())
	if err != nil {
		s = settings.Default()
	}
	leads := []calendar.Lead{}
	for _, l := range s.Config(time.UTC).Leads {
		leads = append(leads, calendar.Lead{Days: l.Days, Elapsed: l.Elapsed})
	}
	return leads
}
