package main

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

// goThrough keeps what was answered, asks what is open where somebody sits at
// the terminal, and returns where the questions stand.
func (a *app) goThrough(ctx context.Context, s *sqlite.Store, h *content.HeatCold, lib *content.Library, o putOn) (safety.ReliefCheck, error) {
	profile, err := s.Profile(ctx)
	if err != nil {
		return safety.ReliefCheck{}, err
	}
	creams, err := s.CreamsNow(ctx)
	if err != nil {
		return safety.ReliefCheck{}, err
	}
	given, err := o.answers(h, a.now())
	if err != nil {
		return safety.ReliefCheck{}, err
	}
	keep := func(answers []safety.ReliefAnswer) error {
		if len(answers) == 0 {
			return nil
		}
		if err := s.AnswerRelief(ctx, answers...); err != nil {
			return misuse("", "%w", err)
		}
		return nil
	}
	if err := keep(given); err != nil {
		return safety.ReliefCheck{}, err
	}
	for {
		answers, err := s.ReliefAnswers(ctx)
		if err != nil {
			return safety.ReliefCheck{}, err
		}
		c, err := safety.For(lib, profile, a.now()).Relief(&o.timer, o.region, safety.ReliefKnown{Answers: answers, Creams: creams})
		open := c.Open()
		if err != nil || len(c.Stop) > 0 || len(c.Ask) > 0 || len(open) == 0 {
			return c, err
		}
		var more []safety.ReliefAnswer
		switch f, is := a.in.(*os.File); {
		case o.noToOpen:
			for _, it := range open {
				more = append(more, answerTo(it, o.region, a.now()))
			}
		case is && isTerminal(f) && !o.asJSON:
			if more, err = a.askOpen(ctx, f, open, o.region); err != nil {
				return c, err
			}
		default:
			return c, unanswered(open)
		}
		if err := keep(more); err != nil {
			return c, err
		}
	}
}

// answerTo is a no to a question.
func answerTo(it safety.ReliefItem, region diary.Region, now time.Time) safety.ReliefAnswer {
	a := safety.ReliefAnswer{Question: it.Question.ID, At: now}
	if it.Scope == safety.OnPlace {
		a.Region = region
	}
	return a
}

// unanswered says which questions are to be answered, where nobody can be asked.
func unanswered(open []safety.ReliefItem) error {
	ids := make([]string, len(open))
	for i, it := range open {
		ids[i] = it.Question.ID
	}
	return errors.New(hinted(catalog.L("nothing was started, questions are not answered: {{.List}}", catalog.D{"List": strings.Join(ids, ", ")}),
		catalog.L("read them with: {{.Read}}; then answer with --yes ID or --no ID, or add --no-to-open if none of them applies", catalog.D{"Read": "unhunch relief questions"})))
}

// answers are those that were typed as options.
func (o putOn) answers(h *content.HeatCold, now time.Time) ([]safety.ReliefAnswer, error) {
	on := shelf{command: "unhunch relief questions", missing: func(typed string) string {
		return catalog.L("there is no question {{.Given}}", catalog.D{"Given": typed})
	}}
	for _, q := range h.Screening {
		on.entries = append(on.entries, entry{id: q.ID, name: q.Question, also: []string{strings.TrimPrefix(q.ID, "hc-")}})
	}
	var out []safety.ReliefAnswer
	take := func(list []string, yes, needsWho bool) error {
		for _, text := range list {
			typed, who, _ := strings.Cut(text, "=")
			i, err := on.find(typed)
			if err != nil {
				return err
			}
			id, who := on.entries[i].id, strings.TrimSpace(who)
			switch {
			case slices.ContainsFunc(out, func(a safety.ReliefAnswer) bool { return a.Question == id }):
				return wrong(catalog.L("answer each question once"), catalog.L("{{.Question}} is answered twice", catalog.D{"Question": id}))
			case needsWho && who == "":
				return wrong(catalog.L("write it as {{.Example}}", catalog.D{"Example": "--cleared \"" + id + "=my GP\""}), catalog.L("it is not said who cleared it"))
			case !needsWho && who != "":
				return wrong(catalog.L("use --cleared for it"), catalog.L("{{.Given}} makes no sense here", catalog.D{"Given": quoted(text)}))
			}
			out = append(out, safety.ReliefAnswer{Question: id, Region: o.region, Yes: yes, At: now, ClearedBy: who})
		}
		return nil
	}
	for _, err := range []error{take(o.yes, true, false), take(o.no, false, false), take(o.cleared, true, true)} {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
