package main

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

func (a *app) visitShowCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "show ID|last", Short: catalog.L("Show all that was told of a massage"), Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withVisits(cmd.Context(), func(ctx context.Context, s *sqlite.Store, m *content.Massage, therapists []diary.Therapist) error {
				id, err := visitID(ctx, s, args[0])
				if err != nil {
					return err
				}
				v, err := s.Visit(ctx, id)
				if err != nil {
					return noVisit(err, id)
				}
				if asJSON {
					return a.printJSON(visitRowOf(v, therapists, a.now().Location()))
				}
				w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
				for _, row := range a.visitRows(v, m, therapists) {
					if row[1] != "" {
						fmt.Fprintf(w, "%s\t%s\n", row[0], strings.ReplaceAll(row[1], "\n", " "))
					}
				}
				if err := w.Flush(); err != nil {
					return err
				}
				return a.sayAfter(ctx, s, m, v)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
	return cmd
}

// visitRows are what was told of a visit, each with what it is.
func (a *app) visitRows(v diary.Visit, m *content.Massage, therapists []diary.Therapist) [][2]string {
	var techniques, areas []string
	for _, id := range v.Techniques {
		name := id
		for _, t := range m.Techniques {
			if t.ID == id {
				name = t.Name
			}
		}
		techniques = append(techniques, name)
	}
	for _, r := range v.Areas {
		areas = append(areas, catalog.Region(string(r)))
	}
	length, pressure, bruised := "", "", ""
	if v.Length > 0 {
		length = catalog.Length(v.Length)
	}
	if v.Pressure > 0 {
		pressure = catalog.L("{{.Pressure}} of 5", catalog.D{"Pressure": v.Pressure})
	}
	if v.Bruised {
		bruised = catalog.L("yes")
	}
	pain := func(n *int) string { return strings.Join(number(n, true), "") }
	return [][2]string{
		{catalog.L("When"), v.At.In(a.now().Location()).Format("2006-01-02 15:04")},
		{catalog.L("Type"), typeName(m, v.Type)},
		{catalog.L("Techniques"), strings.Join(techniques, ", ")},
		{catalog.L("Therapist"), therapistName(therapists, v.Therapist)},
		{catalog.L("Length"), length},
		{catalog.L("Pressure"), pressure},
		{catalog.L("Areas"), strings.Join(areas, ", ")},
		{catalog.L("Pain before"), pain(v.Before)},
		{catalog.L("Pain right after"), pain(v.After)},
		{catalog.L("Pain the next day"), pain(v.NextDay)},
		{catalog.L("Pain on the third day"), pain(v.ThirdDay)},
		{catalog.L("Bruises"), bruised},
		{catalog.L("Cost"), v.Cost.String()},
		{catalog.L("Appointment"), v.Appointment},
		{catalog.L("Notes"), v.Notes},
	}
}
