package main

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/massage"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

func (a *app) visitCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "visit", Short: catalog.L("Log massages you had, and whether they helped"), Args: noSuchCommand}
	a.listingVisits(cmd)
	cmd.AddCommand(a.visitAddCommand(), a.visitListCommand(), a.visitShowCommand(), a.visitEditCommand(),
		a.visitDeleteCommand(), a.visitUndeleteCommand(), a.visitFollowUpCommand(), a.visitPrepareCommand())
	return cmd
}

// visitRow is a visit for programs.
type visitRow struct {
	ID          string         `json:"id"`
	Date        time.Time      `json:"date"`
	Type        string         `json:"type,omitempty"`
	Techniques  []string       `json:"techniques"`
	Therapist   string         `json:"therapist,omitempty"` // their name
	TherapistID string         `json:"therapist_id,omitempty"`
	DurationS   int64          `json:"duration_s,omitempty"`
	Pressure    int            `json:"pressure,omitempty"`
	Areas       []diary.Region `json:"areas"`
	Before      *int           `json:"pain_before,omitempty"`
	After       *int           `json:"pain_after,omitempty"`
	NextDay     *int           `json:"pain_24h,omitempty"`
	ThirdDay    *int           `json:"pain_72h,omitempty"`
	Bruised     bool           `json:"bruised,omitempty"`
	Cost        *json.Number   `json:"cost,omitempty"` // in the currency's own unit
	Currency    string         `json:"currency,omitempty"`
	Appointment string         `json:"appointment,omitempty"`
	Notes       string         `json:"notes,omitempty"`
}

func visitRowOf(v diary.Visit, therapists []diary.Therapist, zone *time.Location) visitRow {
	r := visitRow{
		v.ID, v.At.In(zone), v.Type, filled(v.Techniques), therapistName(therapists, v.Therapist), v.Therapist, int64(v.Length / time.Second),
		v.Pressure, filled(v.Areas), v.Before, v.After, v.NextDay, v.ThirdDay, v.Bruised, nil, v.Cost.Currency, v.Appointment, v.Notes,
	}
	if v.Cost.Told() {
		n := json.Number(v.Cost.Amount())
		r.Cost = &n
	}
	return r
}

// visitParts say a visit in a few words each.
func visitParts(v diary.Visit, m *content.Massage, therapists []diary.Therapist, now time.Time) []string {
	parts := []string{short(v.At, now), typeName(m, v.Type)}
	if v.Length > 0 {
		parts = append(parts, catalog.Length(v.Length))
	} else {
		parts = append(parts, "")
	}
	return append(parts, therapistName(therapists, v.Therapist), painWords(v), v.Cost.String())
}

// visitLine is a visit on one line.
func visitLine(v diary.Visit, m *content.Massage, therapists []diary.Therapist, now time.Time) string {
	parts := slices.DeleteFunc(visitParts(v, m, therapists, now), func(s string) bool { return s == "" })
	return strings.Join(parts, ", ")
}

func typeName(m *content.Massage, id string) string {
	for _, t := range m.Types {
		if t.ID == id {
			return t.Name
		}
	}
	return id
}

// painWords say how the pain went: pain 6 → 3, next day 2, third day 0.
func painWords(v diary.Visit) string {
	var parts []string
	d := catalog.D{}
	for key, p := range map[string]*int{"Before": v.Before, "After": v.After, "NextDay": v.NextDay, "ThirdDay": v.ThirdDay} {
		if p != nil {
			d[key] = *p
		}
	}
	switch {
	case v.Before != nil && v.After != nil:
		parts = append(parts, catalog.L("pain {{.Before}} → {{.After}}", d))
	case v.Before != nil:
		parts = append(parts, catalog.L("pain {{.Before}} before", d))
	case v.After != nil:
		parts = append(parts, catalog.L("pain {{.After}} after", d))
	}
	if v.NextDay != nil {
		parts = append(parts, catalog.L("next day {{.NextDay}}", d))
	}
	if v.ThirdDay != nil {
		parts = append(parts, catalog.L("third day {{.ThirdDay}}", d))
	}
	return strings.Join(parts, ", ")
}

func (a *app) visitListCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: catalog.L("List the massages you had"), Args: cobra.NoArgs}
	a.listingVisits(cmd)
	return cmd
}

// listingVisits makes a command list the visits.
func (a *app) listingVisits(cmd *cobra.Command) {
	p := periodOn(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		start, end, err := a.dates(p.from, p.to)
		if err != nil {
			return err
		}
		return a.withVisits(cmd.Context(), func(ctx context.Context, s *sqlite.Store, m *content.Massage, therapists []diary.Therapist) error {
			list, err := s.Visits(ctx, start, end)
			if err != nil {
				return err
			}
			err = listing[diary.Visit]{
				row:   func(v diary.Visit) any { return visitRowOf(v, therapists, a.now().Location()) },
				cells: func(v diary.Visit) []string { return append([]string{v.ID}, visitParts(v, m, therapists, a.now())...) },
				none:  catalog.L("No massage logged yet. Begin with: {{.Command}}", catalog.D{"Command": "unhunch visit add 17:30 60m --type swedish --before 6 --after 3"}),
			}.print(a, list, p.asJSON)
			if err != nil || p.asJSON || len(list) == 0 {
				return err
			}
			return a.sayRhythm(ctx, s, m)
		})
	}
}

// withVisits opens the database with what visits are told by.
func (a *app) withVisits(ctx context.Context, f func(context.Context, *sqlite.Store, *content.Massage, []diary.Therapist) error) error {
	m, err := a.library().Massage()
	if err != nil {
		return err
	}
	return a.withStore(ctx, func(ctx context.Context, s *sqlite.Store) error {
		therapists, err := s.Therapists(ctx)
		if err != nil {
			return err
		}
		return f(ctx, s, m, therapists)
	})
}

// everything lists all visits and the pain entries since the first of them.
func everything(ctx context.Context, s *sqlite.Store, now time.Time) (visits []diary.Visit, pains []diary.Pain, err error) {
	end := now.AddDate(1, 0, 0)
	if visits, err = s.Visits(ctx, time.Time{}, end); err != nil || len(visits) == 0 {
		return visits, nil, err
	}
	pains, err = s.Pains(ctx, visits[0].At, end)
	return visits, pains, err
}

// sayRhythm says what all visits together tell: the rhythm, the review, what
// was spent this month, and what to do differently.
func (a *app) sayRhythm(ctx context.Context, s *sqlite.Store, m *content.Massage) error {
	visits, pains, err := everything(ctx, s, a.now())
	if err != nil {
		return err
	}
	p := a.prose()
	p.para(massage.RhythmOf(m, visits, pains, a.now().Location()).Words())
	p.para(massage.ReviewOf(m.Frequency, visits).Words())
	var spent []string
	for _, b := range diary.Budget(visits, a.now().Location()) {
		if y, mo, _ := a.now().Date(); b.Year == y && b.Month == mo {
			spent = append(spent, b.Cost.String())
		}
	}
	if len(spent) > 0 {
		p.para(catalog.L("This month: {{.Spent}}.", catalog.D{"Spent": strings.Join(spent, ", ")}))
	}
	p.suggestions(massage.Adjust(m.Rules, visits, pains))
	if p.b.Len() == 0 {
		return nil
	}
	a.say("")
	return p.print(a.out)
}

// suggestions writes what visits suggest, with the reason and on what it rests.
func (p *prose) suggestions(list []massage.Suggestion) {
	for _, s := range list {
		var names []string
		for _, src := range s.Rule.Sources {
			names = append(names, src.Name)
		}
		p.para(strings.TrimSpace(s.Because + " " + s.Rule.Then))
		p.hang("  ", strings.TrimSpace(s.Rule.Basis+" "+strings.Join(names, " · ")))
	}
}

// visitID is the id somebody means: last is the latest visit's.
func visitID(ctx context.Context, s *sqlite.Store, typed string) (string, error) {
	if dashed(typed) != "last" {
		return typed, nil
	}
	v, ok, err := s.LastVisit(ctx)
	if err == nil && !ok {
		err = wrong(catalog.L("log one with: {{.Command}}", catalog.D{"Command": "unhunch visit add"}), catalog.L("there is no massage yet"))
	}
	return v.ID, err
}

// noVisit says that there is none with an id.
func noVisit(err error, id string) error {
	if !errors.Is(err, sqlite.ErrNotFound) {
		return refused(err)
	}
	return wrong(catalog.L("unhunch visit list shows the ids"), catalog.L("there is no visit {{.Given}}", catalog.D{"Given": quoted(id)}))
}

// refused makes what the diary refuses a mistake of whoever typed it.
func refused(err error) error {
	var field *diary.FieldError
	if errors.As(err, &field) {
		return misuse("", "%w", field)
	}
	return err
}
