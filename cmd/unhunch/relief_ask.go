package main

import (
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
)

// askOpen asks which of the open questions apply, all at once, and of what a
// clinician may clear whether one did. Who goes away starts nothing.
func (a *app) askOpen(ctx context.Context, from io.Reader, open []safety.ReliefItem, region diary.Region) ([]safety.ReliefAnswer, error) {
	a.say(catalog.L("Before it goes on: does any of these apply to you, today?"))
	for i, it := range open {
		a.printf("%3d  %s\n", i+1, it.Question.Question)
	}
	lines := linesOf(from)
	var apply []int
	_, ok := a.ask(ctx, lines, catalog.L("The numbers of those that apply, 0 for none:"), func(typed string) (fine bool) {
		apply, fine = numbers(typed, len(open))
		return fine
	})
	if !ok || apply == nil {
		return nil, errors.New(hinted(catalog.L("nothing was started"), catalog.L("answer with numbers, or 0 if none of them applies")))
	}
	out := make([]safety.ReliefAnswer, 0, len(open))
	for i, it := range open {
		answer := answerTo(it, region, a.now())
		answer.Yes = slices.Contains(apply, i+1)
		if answer.Yes && it.Verdict == safety.Ask {
			who, _ := a.ask(ctx, lines, catalog.L("{{.Question}} Who said that it is fine, such as your GP? Enter if nobody did:", catalog.D{"Question": it.Question.Question}),
				func(string) bool { return true })
			answer.ClearedBy = who
		}
		out = append(out, answer)
	}
	return out, nil
}

// numbers reads a list of numbers from 1 to most, or 0 for none of them, which
// is empty but not nil.
func numbers(typed string, most int) (out []int, ok bool) {
	out = []int{}
	words := strings.FieldsFunc(typed, func(r rune) bool { return r == ' ' || r == ',' || r == '\t' })
	for _, w := range words {
		n, err := strconv.Atoi(w)
		if err != nil || n < 0 || n > most || n == 0 && len(words) > 1 {
			return nil, false
		}
		if n > 0 && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out, len(words) > 0
}
