package ui

import (
	"slices"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
)

// answerKeeper keeps answers of the checklist, one after the other. They count
// at once; where they cannot be kept, what was answered before counts again.
type answerKeeper struct {
	s    *prepareScreen
	jobs []answerJob
	busy bool
}

// answerJob is a change of the answers on its way to the store.
type answerJob struct {
	answers []ScreeningAnswer // that are given
	forget  []string          // the questions whose answers are taken back
	before  []ScreeningAnswer // the answers to all these questions until now
	done    string            // is said, with a way to take it back; empty says nothing
}

// answer gives answers.
func (k *answerKeeper) answer(answers []ScreeningAnswer, done string) {
	k.change(answerJob{answers: answers, done: done})
}

// forget takes the answer to a question back.
func (k *answerKeeper) forget(question, done string) {
	k.change(answerJob{forget: []string{question}, done: done})
}

func (k *answerKeeper) change(j answerJob) {
	for _, a := range k.s.known.screened {
		if slices.Contains(j.questions(), a.Question) {
			j.before = append(j.before, a)
		}
	}
	k.count(j.questions(), j.answers)
	k.jobs = append(k.jobs, j)
	k.next()
}

// questions are those a job is about.
func (j answerJob) questions() []string {
	out := slices.Clone(j.forget)
	for _, a := range j.answers {
		out = append(out, a.Question)
	}
	return out
}

// count makes answers count in the place of those there are to some questions.
func (k *answerKeeper) count(questions []string, answers []ScreeningAnswer) {
	rest := slices.DeleteFunc(slices.Clone(k.s.known.screened), func(a ScreeningAnswer) bool { return slices.Contains(questions, a.Question) })
	k.s.known.screened = slices.Concat(rest, answers)
	k.s.recount()
}

func (k *answerKeeper) next() {
	if k.busy || len(k.jobs) == 0 {
		return
	}
	w, j := k.s.w, k.jobs[0]
	k.jobs, k.busy = k.jobs[1:], true
	w.off(func() error {
		if len(j.answers) > 0 {
			if err := w.Screening.AnswerScreening(j.answers...); err != nil {
				return err
			}
		}
		if len(j.forget) == 0 {
			return nil
		}
		return w.Screening.ForgetScreening(j.forget...)
	}, func(err error) {
		k.busy = false
		switch {
		case err != nil:
			k.failed(j, err)
		default:
			w.replan()
			if j.done != "" {
				w.offerUndo(j.done, func() { k.undo(j) })
			}
		}
		k.next()
	})
}

// failed makes what was answered before count again, unless it was answered anew
// meanwhile.
func (k *answerKeeper) failed(j answerJob, err error) {
	later := func(question string) bool {
		return slices.ContainsFunc(k.jobs, func(o answerJob) bool { return slices.Contains(o.questions(), question) })
	}
	questions := slices.DeleteFunc(j.questions(), later)
	before := slices.DeleteFunc(slices.Clone(j.before), func(a ScreeningAnswer) bool { return later(a.Question) })
	k.count(questions, before)
	k.s.w.shell.toast.show(catalog.L("This was not saved: {{.Problem}}", catalog.D{"Problem": hinted(err)}), "", nil)
}

// undo puts back the answers there were.
func (k *answerKeeper) undo(j answerJob) {
	back := answerJob{answers: j.before}
	for _, q := range j.questions() {
		if !slices.ContainsFunc(j.before, func(a ScreeningAnswer) bool { return a.Question == q }) {
			back.forget = append(back.forget, q)
		}
	}
	k.change(back)
	if row := k.s.checks.rows[j.questions()[0]]; row != nil && row.first != nil && k.s.w.current == Prepare {
		k.s.w.focus(row.first)
	}
}

// hinted is an error with what to do, as a person reads it.
func hinted(err error) string {
	what, hint, ok := strings.Cut(err.Error(), "; hint: ")
	if !ok {
		return what
	}
	return catalog.L("{{.Problem}}; {{.Hint}}", catalog.D{"Problem": what, "Hint": hint})
}
