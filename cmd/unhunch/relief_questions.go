package main

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

// questionRow is a question before heat or cold as it stands, for programs.
type questionRow struct {
	ID       string                `json:"id"`
	Question string                `json:"question"`
	About    safety.ReliefScope    `json:"about"`
	State    safety.ScreeningState `json:"state"`
	Means    safety.Verdict        `json:"yes_means"`
	At       *time.Time            `json:"answered_at,omitempty"`
}

func (a *app) reliefQuestionsCommand() *cobra.Command {
	var on string
	var forget []string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "questions [heat|cold]", Short: catalog.L("The questions before heat and cold, and how they stand"), Args: cobra.MaximumNArgs(1), ValidArgs: []string{"heat", "cold"},
		RunE: func(cmd *cobra.Command, args []string) error {
			kind := content.Heat
			if len(args) > 0 {
				kind = content.Modality(strings.ToLower(args[0]))
			}
			if kind != content.Heat && kind != content.Cold {
				return wrong(catalog.L("heat or cold"), catalog.L("{{.Given}} is neither heat nor cold", catalog.D{"Given": quoted(args[0])}))
			}
			return a.questions(cmd.Context(), kind, on, forget, asJSON)
		},
	}
	cmd.Flags().StringVar(&on, "on", "", catalog.L("where it goes, such as lower-back"))
	cmd.Flags().StringArrayVar(&forget, "forget", nil, catalog.L("take an answer back"))
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
	return cmd
}

func (a *app) questions(ctx context.Context, kind content.Modality, on string, forget []string, asJSON bool) error {
	h, err := a.library().HeatCold()
	if err != nil {
		return err
	}
	o := putOn{on: on, kind: kind, no: forget}
	if err := o.read(h, nil); err != nil {
		return err
	}
	named, err := o.answers(h, a.now())
	if err != nil {
		return err
	}
	return a.withStore(ctx, func(ctx context.Context, s *sqlite.Store) error {
		for _, n := range named {
			if err := s.ForgetRelief(ctx, n.Question); err != nil {
				return err
			}
		}
		c, err := a.checked(ctx, s, o.timer, o.region)
		if err != nil {
			return err
		}
		rows := []questionRow{}
		for _, it := range c.Items {
			row := questionRow{it.Question.ID, it.Question.Question, it.Scope, it.State, it.Verdict, nil}
			if at := it.Answer.At.In(a.now().Location()); !it.Answer.At.IsZero() {
				row.At = &at
			}
			rows = append(rows, row)
		}
		if asJSON {
			return a.printJSON(rows)
		}
		p := a.prose()
		for _, part := range []struct {
			title  string
			states []safety.ScreeningState
		}{
			{catalog.L("Yes"), []safety.ScreeningState{safety.ScreenYes, safety.ScreenCleared}},
			{catalog.L("Still to be answered"), []safety.ScreeningState{safety.ScreenOpen}},
			{catalog.L("No"), []safety.ScreeningState{safety.ScreenNo}},
		} {
			var lines []string
			for _, r := range rows {
				for _, st := range part.states {
					if r.State == st {
						lines = append(lines, r.ID+": "+r.Question)
					}
				}
			}
			p.list(part.title, lines)
		}
		p.list(catalog.L("{{.Kind}}: not now", catalog.D{"Kind": relief.Kind(kind)}), a.reasonLines(append(c.Stop, c.Ask...)))
		return p.print(a.out)
	})
}
