package main

import (
	"context"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

func (a *app) reliefChooseCommand() *cobra.Command {
	var fresh, ache, on string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "choose", Short: catalog.L("Heat or cold? Two questions, and what is known"), Args: cobra.NoArgs,
		Example: "  unhunch relief choose\n  unhunch relief choose --fresh knock --on lower-back\n  unhunch relief choose --fresh no --ache standing",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.choose(cmd.Context(), fresh, ache, on, asJSON)
		},
	}
	cmd.Flags().StringVar(&fresh, "fresh", "", catalog.L("a fresh knock or strain: knock; a flare after doing something: inflamed; one was tried and it got worse: worse; else: no"))
	cmd.Flags().StringVar(&ache, "ache", "", catalog.L("cramped or tight: spasm; long-standing or stiff: standing; before stretching: exercise"))
	cmd.Flags().StringVar(&on, "on", "", catalog.L("where it is, such as lower-back"))
	cmd.Flags().BoolVar(&asJSON, "json", false, catalog.L("print JSON"))
	return cmd
}

// suggestionRow is what the chooser comes to, for programs.
type suggestionRow struct {
	Suggest  string         `json:"suggest"` // heat, cold, either or none
	Reason   string         `json:"reason"`
	Advice   string         `json:"advice,omitempty"`
	Sources  []string       `json:"sources"`
	Evidence []reasonText   `json:"evidence"`
	Region   diary.Region   `json:"region"`
	Held     []heldKindJSON `json:"held"` // of those the situation suggests
}

type heldKindJSON struct {
	Kind string `json:"kind"`
	heldRow
}

// freshness and aches are the answers, by how they are typed.
var (
	freshness = []relief.Fresh{relief.Knock, relief.Inflamed, relief.NotFresh, relief.Worsens}
	aches     = []relief.Ache{relief.Spasm, relief.Standing, relief.Before}
)

func (a *app) choose(ctx context.Context, fresh, ache, on string, asJSON bool) error {
	region := diary.LowerBack
	if on != "" {
		var err error
		if region, err = onRegion(on); err != nil {
			return err
		}
	}
	in, err := a.situation(ctx, fresh, ache)
	if err != nil {
		return err
	}
	h, err := a.library().HeatCold()
	if err != nil {
		return err
	}
	checks := map[content.Modality]safety.ReliefCheck{}
	err = a.withStore(ctx, func(ctx context.Context, s *sqlite.Store) error {
		for _, m := range []content.Modality{content.Heat, content.Cold} {
			t, err := timerNamed(h, m, "")
			if err != nil {
				return err
			}
			if checks[m], err = a.checked(ctx, s, t, region); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	said, ok := relief.Choose(h, in, func(m content.Modality) bool { return len(checks[m].Stop)+len(checks[m].Ask) == 0 })
	if !ok {
		return wrong(catalog.L("unhunch guide heat-and-cold says more"), catalog.L("the library says nothing of that"))
	}
	if asJSON {
		return a.printJSON(suggestionJSON(said, checks, region))
	}
	return a.printSuggestion(said, checks)
}

// checked is where the questions before a timer stand, with nothing asked.
func (a *app) checked(ctx context.Context, s *sqlite.Store, t content.Timer, region diary.Region) (safety.ReliefCheck, error) {
	profile, err := s.Profile(ctx)
	if err != nil {
		return safety.ReliefCheck{}, err
	}
	known := safety.ReliefKnown{}
	if known.Answers, err = s.ReliefAnswers(ctx); err != nil {
		return safety.ReliefCheck{}, err
	}
	if known.Creams, err = s.CreamsNow(ctx); err != nil {
		return safety.ReliefCheck{}, err
	}
	return safety.For(a.library(), profile, a.now()).Relief(&t, region, known)
}

// situation reads what was typed, and asks for the rest where somebody sits at
// the terminal.
func (a *app) situation(ctx context.Context, fresh, ache string) (in relief.Situation, err error) {
	f, is := a.in.(*os.File)
	var lines <-chan string
	if is && isTerminal(f) && (fresh == "" || ache == "") {
		lines = linesOf(f)
	}
	if fresh == "" && lines != nil {
		fresh = a.askOne(ctx, lines, catalog.L("What is it like?"), []string{
			catalog.L("a fresh knock or strain of the last two days, hot, puffy or bruised"), catalog.L("a flare after doing something"),
			catalog.L("neither of these"), catalog.L("heat or cold was tried, and it throbs or hurts more"),
		}, []string{string(relief.Knock), string(relief.Inflamed), string(relief.NotFresh), string(relief.Worsens)})
	}
	if strings.EqualFold(fresh, "no") {
		fresh = string(relief.NotFresh)
	}
	for _, x := range freshness {
		if strings.EqualFold(fresh, string(x)) {
			in.Fresh = x
		}
	}
	if in.Fresh == "" {
		return in, wrong(catalog.L("knock, inflamed, worse or no"), catalog.L("--fresh: {{.Given}} is none of the answers", catalog.D{"Given": quoted(fresh)}))
	}
	if in.Fresh != relief.NotFresh {
		return in, nil
	}
	if ache == "" && lines != nil {
		ache = a.askOne(ctx, lines, catalog.L("And what kind of ache?"), []string{
			catalog.L("cramped or tight, without swelling"), catalog.L("long-standing, or stiff in the morning"), catalog.L("none to speak of: before stretching or exercise"),
		}, []string{string(relief.Spasm), string(relief.Standing), string(relief.Before)})
	}
	for _, x := range aches {
		if strings.EqualFold(ache, string(x)) {
			in.Ache = x
		}
	}
	if in.Ache == "" {
		return in, wrong(catalog.L("spasm, standing or exercise"), catalog.L("--ache: {{.Given}} is none of the answers", catalog.D{"Given": quoted(ache)}))
	}
	return in, nil
}

// askOne asks to choose one of several, and returns the word of it; empty where
// nothing is chosen.
func (a *app) askOne(ctx context.Context, lines <-chan string, question string, say, words []string) string {
	a.say(question)
	for i, s := range say {
		a.printf("%3d  %s\n", i+1, s)
	}
	chosen := ""
	_, _ = a.ask(ctx, lines, catalog.L("Its number:"), func(typed string) bool {
		n, ok := numbers(typed, len(words))
		if !ok || len(n) != 1 {
			return false
		}
		chosen = words[n[0]-1]
		return true
	})
	return chosen
}

func suggestionJSON(s relief.Suggestion, checks map[content.Modality]safety.ReliefCheck, region diary.Region) suggestionRow {
	row := suggestionRow{Suggest: string(s.Try), Reason: s.Because.Why, Advice: s.Because.Advice, Sources: []string{}, Evidence: []reasonText{}, Region: region, Held: []heldKindJSON{}}
	if s.Try == relief.NotNow {
		row.Suggest = "none"
	}
	for _, x := range s.Because.Sources {
		row.Sources = append(row.Sources, x.ID)
	}
	for _, e := range s.Evidence {
		ids := []string{}
		for _, x := range e.Sources {
			ids = append(ids, x.ID)
		}
		row.Evidence = append(row.Evidence, reasonText{e.Text, ids})
	}
	for _, m := range s.Held {
		row.Held = append(row.Held, heldKindJSON{string(m), heldJSON(checks[m])})
	}
	return row
}

func (a *app) printSuggestion(s relief.Suggestion, checks map[content.Modality]safety.ReliefCheck) error {
	p := a.prose()
	title := map[content.Suggestion]string{
		"heat": catalog.L("Try heat"), "cold": catalog.L("Try cold"), "either": catalog.L("Either: what feels good"), relief.NotNow: catalog.L("Neither now"),
	}[s.Try]
	p.title(title)
	p.para(s.Because.Why + ". " + sourcesLine(s.Because.Sources))
	if s.Because.Advice != "" {
		p.para(s.Because.Advice)
	}
	for _, m := range s.Held {
		p.list(catalog.L("{{.Kind}}: not now", catalog.D{"Kind": relief.Kind(m)}), a.reasonLines(append(checks[m].Stop, checks[m].Ask...)))
	}
	var known []string
	for _, e := range s.Evidence {
		known = append(known, e.Text+" "+sourcesLine(e.Sources))
	}
	p.list(catalog.L("How well that is known"), known)
	switch s.Try {
	case "heat", "either":
		p.para(catalog.L("Begin with: {{.Command}}", catalog.D{"Command": "unhunch heat"}))
	case "cold":
		p.para(catalog.L("Begin with: {{.Command}}", catalog.D{"Command": "unhunch cold"}))
	}
	return p.print(a.out)
}

// sourcesLine names sources in brackets.
func sourcesLine(list []content.Source) string {
	names := make([]string, len(list))
	for i, s := range list {
		names[i] = s.Name
	}
	return "(" + strings.Join(names, " · ") + ")"
}
