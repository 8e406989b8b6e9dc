package main

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

// appointmentRow is an occurrence of an appointment for programs.
type appointmentRow struct {
	Action    calendar.Action `json:"action,omitempty"` // import: what would be done
	UID       string          `json:"uid"`
	Ref       string          `json:"ref,omitempty"` // of a series: the name of this occurrence
	Start     string          `json:"start"`
	End       string          `json:"end"`
	Zone      string          `json:"zone"`
	Title     string          `json:"title"`
	Type      string          `json:"type,omitempty"`
	Therapist string          `json:"therapist,omitempty"`
	Place     string          `json:"place,omitempty"`
	Notes     string          `json:"notes,omitempty"`
	Status    calendar.Status `json:"status"`
	AllDay    bool            `json:"all_day,omitempty"`
	Repeats   bool            `json:"repeats,omitempty"`
	Line      int             `json:"line,omitempty"`   // import: of the file
	Reason    string          `json:"reason,omitempty"` // import: why it is left alone
}

func occurrenceRow(o calendar.Occurrence) appointmentRow {
	row := appointmentRow{
		UID: o.UID, Start: o.Start.Format(time.RFC3339), End: o.End.Format(time.RFC3339), Zone: o.Start.Location().String(), Title: o.Title,
		Type: o.Type, Therapist: o.Therapist, Place: o.Place, Notes: o.Notes, Status: o.Status, AllDay: o.AllDay, Repeats: o.Repeats,
	}
	if o.Repeats {
		row.Ref = o.Ref()
	}
	return row
}

func (a *app) appointmentListCommand() *cobra.Command {
	var from, to string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "list", Short: catalog.L("List your appointments: from today on for a year, or between two days"), Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			start, end, err := a.aYear(from, to)
			if err != nil {
				return err
			}
			return a.withStore(cmd.Context(), func(ctx context.Context, s *sqlite.Store) error {
				all, err := s.Appointments(ctx, start, end)
				if err != nil {
					return err
				}
				logged, err := s.Logged(ctx)
				if err != nil {
					return err
				}
				list := calendar.Held(calendar.Expand(all, start, end), func(ref string) bool { return logged[ref] != "" })
				return listing[calendar.Occurrence]{
					row:   func(o calendar.Occurrence) any { return occurrenceRow(o) },
					cells: func(o calendar.Occurrence) []string { return []string{o.Ref(), a.occurrenceLine(o, "\t")} },
					none:  catalog.L("No appointments then. Book one with: {{.Command}}", catalog.D{"Command": usageAdd}),
				}.print(a, list, asJSON)
			})
		},
	}
	cmd.Flags().StringVar(&from, "from", "", catalog.L("the first day, as 2026-11-01 (default today)"))
	cmd.Flags().StringVar(&to, "to", "", catalog.L("the last day, as 2026-11-30 (default a year on)"))
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
	return cmd
}

// aYear reads the first and the last day of a list; without them it is today
// and a year on.
func (a *app) aYear(from, to string) (start, end time.Time, err error) {
	now := a.now()
	if from == "" {
		from = now.Format(time.DateOnly)
		if to != "" && to < from {
			from = ""
		}
	}
	if start, end, err = a.dates(from, to); err != nil {
		return start, end, err
	}
	if to == "" {
		end = start.AddDate(1, 0, 1)
	}
	return start, end, nil
}

// occurrenceLine is an occurrence on one line, its parts apart by sep.
func (a *app) occurrenceLine(o calendar.Occurrence, sep string) string {
	parts := []string{spanOf(o), titled(o.Title)}
	for _, text := range []string{o.Therapist, o.Place} {
		if text != "" {
			parts = append(parts, text)
		}
	}
	line := strings.Join(parts, sep)
	switch o.Status {
	case calendar.Done:
		line += sep + catalog.L("done")
	case calendar.Cancelled:
		line += sep + catalog.L("cancelled")
	case calendar.Missed:
		line += sep + catalog.L("missed")
	case calendar.Planned:
	}
	return line
}

// spanOf is when an occurrence is, by the clock of its own zone, which is named
// where it is not this machine's.
func spanOf(o calendar.Occurrence) string {
	day := func(t time.Time) string {
		return catalog.ShortWeekday(t.Weekday()) + " " + t.Format(time.DateOnly)
	}
	if o.AllDay {
		last := o.End.AddDate(0, 0, -1)
		if !last.After(o.Start) {
			return catalog.L("{{.Day}}, all day", catalog.D{"Day": day(o.Start)})
		}
		return catalog.L("{{.First}} to {{.Last}}, all day", catalog.D{"First": day(o.Start), "Last": day(last)})
	}
	text := day(o.Start) + " " + o.Start.Format("15:04") + "–" + o.End.Format("15:04")
	if _, there := o.Start.Zone(); there != offsetHere(o.Start) {
		text += " (" + o.Start.Location().String() + ")"
	}
	return text
}

func offsetHere(t time.Time) int {
	_, off := t.Local().Zone()
	return off
}

// titled is a title that is never empty.
func titled(title string) string {
	if title == "" {
		return catalog.L("(no title)")
	}
	return title
}

// appointmentLine is an appointment on one line: its next time, and that it
// repeats.
func (a *app) appointmentLine(ap calendar.Appointment) string {
	o, ok := ap.First(a.now())
	if !ok {
		return titled(ap.Title)
	}
	line := a.occurrenceLine(o, "  ")
	if ap.Repeats() {
		line += "  " + catalog.L("(repeats)")
	}
	return line
}
