package main

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/massage"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

// preparing are the options of visit prepare.
type preparing struct {
	yes, no, cleared, forget []string
	noToOpen, asJSON         bool
	pressure                 string
}

func (a *app) visitPrepareCommand() *cobra.Command {
	var p preparing
	cmd := &cobra.Command{
		Use: "prepare", Short: catalog.L("Before a massage: the checklist, and what to tell the therapist"),
		Long: catalog.L("Shows what of the checklist is open, what speaks against a massage now, and a note for the therapist. Answers are remembered, and asked for again when they may have changed."),
		Example: "  unhunch visit prepare --no-to-open\n  unhunch visit prepare --yes varicose --no fever\n" +
			"  unhunch visit prepare --cleared \"surgery=my GP\"\n  unhunch visit prepare --forget fever",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.prepare(cmd.Context(), p) },
	}
	f := cmd.Flags()
	f.StringArrayVar(&p.yes, "yes", nil, catalog.L("answer a question with yes, by its id"))
	f.StringArrayVar(&p.no, "no", nil, catalog.L("answer a question with no, by its id"))
	f.StringArrayVar(&p.cleared, "cleared", nil, catalog.L("yes, and a clinician said that a massage is fine: surgery=my GP"))
	f.StringArrayVar(&p.forget, "forget", nil, catalog.L("take an answer back"))
	f.BoolVar(&p.noToOpen, "no-to-open", false, catalog.L("answer every open question with no"))
	f.StringVar(&p.pressure, "pressure", "", catalog.L("the pressure you wish, from 1 (lightest) to 5 (firmest)"))
	f.BoolVar(&p.asJSON, "json", false, catalog.L("print JSON"))
	return cmd
}

// answers reads what was answered.
func (p preparing) answers(m *content.Massage, now time.Time) (out []safety.ScreeningAnswer, forget []string, err error) {
	on := shelf{command: "unhunch visit prepare", missing: func(typed string) string {
		return catalog.L("the checklist has no question {{.Given}}", catalog.D{"Given": typed})
	}}
	for _, q := range m.Screening {
		on.entries = append(on.entries, entry{id: q.ID, name: q.Question})
	}
	seen := map[string]bool{}
	take := func(list []string, do func(id, who string)) {
		for _, text := range list {
			typed, who, _ := strings.Cut(text, "=")
			i, e := on.find(typed)
			switch {
			case err != nil:
			case e != nil:
				err = e
			case seen[on.entries[i].id]:
				err = wrong(catalog.L("answer each question once"), catalog.L("{{.Question}} is answered twice", catalog.D{"Question": on.entries[i].id}))
			default:
				seen[on.entries[i].id] = true
				do(on.entries[i].id, strings.TrimSpace(who))
			}
		}
	}
	take(p.yes, func(id, _ string) { out = append(out, safety.ScreeningAnswer{Question: id, Yes: true, At: now}) })
	take(p.no, func(id, _ string) { out = append(out, safety.ScreeningAnswer{Question: id, At: now}) })
	take(p.cleared, func(id, who string) {
		if who == "" && err == nil {
			err = wrong(catalog.L("write it as {{.Example}}", catalog.D{"Example": "--cleared \"" + id + "=my GP\""}), catalog.L("it is not said who cleared it"))
		}
		out = append(out, safety.ScreeningAnswer{Question: id, Yes: true, At: now, ClearedBy: who})
	})
	take(p.forget, func(id, _ string) { forget = append(forget, id) })
	return out, forget, err
}

func (a *app) prepare(ctx context.Context, p preparing) error {
	lib := a.library()
	m, err := lib.Massage()
	if err != nil {
		return err
	}
	answers, forget, err := p.answers(m, a.now())
	if err != nil {
		return err
	}
	pressure, err := whole("--pressure", p.pressure, diary.MinPressure, diary.MaxPressure)
	if err != nil {
		return err
	}
	return a.withStore(ctx, func(ctx context.Context, s *sqlite.Store) error {
		profile, err := s.Profile(ctx)
		if err != nil {
			return err
		}
		judge := safety.For(lib, profile, a.now())
		old, err := s.Screening(ctx)
		if err != nil {
			return err
		}
		if p.noToOpen {
			open, err := judge.Screening(slices.Concat(old, answers))
			if err != nil {
				return err
			}
			for _, it := range open.Items {
				if it.State == safety.ScreenOpen {
					answers = append(answers, safety.ScreeningAnswer{Question: it.Question.ID, At: a.now()})
				}
			}
		}
		if len(answers) > 0 {
			if err := s.AnswerScreening(ctx, answers...); err != nil {
				return misuse("", "%w", err)
			}
		}
		if len(forget) > 0 {
			if err := s.ForgetScreening(ctx, forget...); err != nil {
				return err
			}
		}
		if len(answers)+len(forget) > 0 {
			a.poke(ctx)
		}
		now, err := s.Screening(ctx)
		if err != nil {
			return err
		}
		c, err := judge.Screening(now)
		if err != nil {
			return err
		}
		facing := massage.Facing{Profile: profile, Checklist: c}
		if pressure != nil {
			facing.Pressure = *pressure
		}
		if facing.Visits, facing.Pains, err = everything(ctx, s, a.now()); err != nil {
			return err
		}
		if len(facing.Visits) == 0 {
			if facing.Pains, err = s.Pains(ctx, a.now().AddDate(0, -1, 0), a.now().AddDate(0, 0, 1)); err != nil {
				return err
			}
		}
		note, err := massage.Tell(lib, facing, a.now())
		if err != nil {
			return err
		}
		questions := massage.Questions(m, profile)
		if p.asJSON {
			return a.printJSON(preparedJSON(c, note, questions, a.now().Location()))
		}
		return a.printPrepared(c, note, questions)
	})
}

// prepared is what visit prepare shows, for programs.
type prepared struct {
	Blocked   bool           `json:"blocked"`
	Open      int            `json:"open"`
	Questions []screenedJSON `json:"questions"`
	Stop      []reasonText   `json:"stop"`
	Ask       []reasonText   `json:"ask"`
	Tell      []reasonText   `json:"tell"`
	Note      []notePart     `json:"note"`
	ToAsk     []string       `json:"to_ask"` // a therapist one does not know yet
}

type screenedJSON struct {
	ID        string                 `json:"id"`
	Question  string                 `json:"question"`
	Level     content.ScreeningLevel `json:"level"`
	State     safety.ScreeningState  `json:"state"`
	AskAgain  bool                   `json:"ask_again,omitempty"`
	At        *time.Time             `json:"answered_at,omitempty"`
	Because   content.Condition      `json:"because,omitempty"` // the fact of the profile
	ClearedBy string                 `json:"cleared_by,omitempty"`
}

type reasonText struct {
	Text    string   `json:"text"`
	Sources []string `json:"sources"`
}

type notePart struct {
	Heading string   `json:"heading"`
	Lines   []string `json:"lines"`
}

func preparedJSON(c safety.Checklist, n massage.Note, questions []content.TherapistQuestion, zone *time.Location) prepared {
	reasons := func(list []safety.Reason) []reasonText {
		out := []reasonText{}
		for _, r := range list {
			ids := []string{}
			for _, s := range r.Sources {
				ids = append(ids, s.ID)
			}
			out = append(out, reasonText{r.Text, ids})
		}
		return out
	}
	p := prepared{Blocked: c.Blocked(), Open: c.Open(), Stop: reasons(c.Stop), Ask: reasons(c.Ask), Tell: reasons(c.Tell), Note: []notePart{}, ToAsk: []string{}}
	for _, it := range c.Items {
		row := screenedJSON{it.Question.ID, it.Question.Question, it.Question.Level, it.State, it.AskAgain, nil, it.Because, it.Answer.ClearedBy}
		if at := it.Answer.At.In(zone); !at.IsZero() {
			row.At = &at
		}
		p.Questions = append(p.Questions, row)
	}
	for _, part := range n.Parts {
		p.Note = append(p.Note, notePart(part))
	}
	for _, q := range questions {
		p.ToAsk = append(p.ToAsk, q.Text)
	}
	return p
}

func (a *app) printPrepared(c safety.Checklist, n massage.Note, questions []content.TherapistQuestion) error {
	p := a.prose()
	p.title(catalog.L("Before a massage"))
	if c.Complete() && !c.Blocked() && len(c.Ask) == 0 {
		p.para(catalog.L("The checklist speaks against nothing."))
	}
	said := func(list []safety.Reason) (out []string) {
		for _, r := range list {
			var names []string
			for _, s := range r.Sources {
				names = append(names, s.Name)
			}
			out = append(out, r.Text+" ("+strings.Join(names, " · ")+")")
		}
		return out
	}
	p.list(catalog.L("Checklist: not today"), said(c.Stop))
	p.list(catalog.L("Checklist: ask first"), said(c.Ask))
	var open []string
	for _, it := range c.Items {
		if it.State == safety.ScreenOpen || it.AskAgain {
			open = append(open, it.Question.ID+": "+it.Question.Question)
		}
	}
	p.list(catalog.L("Still to be answered"), open)
	if len(open) > 0 {
		p.para(catalog.L("Answer with: {{.Command}}", catalog.D{"Command": "unhunch visit prepare --yes ID --no-to-open"}))
	}
	p.title(n.Title)
	for _, part := range n.Parts {
		p.list(part.Heading, part.Lines)
	}
	var ask []string
	for _, q := range questions {
		ask = append(ask, q.Text)
	}
	p.list(catalog.L("Ask somebody new"), ask)
	return p.print(a.out)
}
