package main

import (
	"bufio"
	"context"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/session"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

// feltAfter asks how a stretch was, where somebody sits at the terminal, keeps
// the answers, and says what follows from them.
func (a *app) feltAfter(ctx context.Context, entry diary.Stretch) error {
	f, is := a.in.(*os.File)
	if _, looks := a.screen(); !is || !looks || !isTerminal(f) {
		return nil
	}
	felt, told := a.askFelt(ctx, f)
	if !told {
		return nil
	}
	felt.Before = entry.Before
	err := a.withStore(context.WithoutCancel(ctx), func(ctx context.Context, s *sqlite.Store) error {
		return s.FeltAfter(ctx, entry.ID, diary.Feeling(felt.How), felt.After)
	})
	a.advise(felt)
	return err
}

// advise says what follows from how it was.
func (a *app) advise(felt session.Feelings) {
	if felt.StopAdvice() {
		a.say(catalog.L("It got worse: leave it for today, and take the easier version next time. If the pain stays, ask somebody about it. unhunch guide red-flags tells when to seek help."))
	}
	if felt.After != nil && *felt.After >= diary.Severe {
		a.say(catalog.L(diary.SevereAdvice))
		a.say(catalog.L(diary.SevereSources))
	}
}

// askFelt asks the two questions. Nothing is told by Enter, at the end of the
// input, and when ctx is done.
func (a *app) askFelt(ctx context.Context, from io.Reader) (felt session.Feelings, told bool) {
	lines := linesOf(from)
	how, ok := a.ask(ctx, lines, feltQuestion(), func(typed string) bool {
		f, known := feelingOf(typed)
		felt.How = f
		return known
	})
	if !ok {
		return session.Feelings{}, false
	}
	after, _ := a.ask(ctx, lines, catalog.L("Pain now, 0 to 10, Enter to leave out:"), func(typed string) bool {
		n, err := strconv.Atoi(typed)
		felt.After = &n
		return err == nil && n >= 0 && n <= diary.MaxIntensity
	})
	if after == "" {
		felt.After = nil
	}
	return felt, how != "" || after != ""
}

// feelings are the answers to the first question.
var feelings = []session.Feeling{session.Better, session.Same, session.Worse}

// feltQuestion asks it, with the letter of each answer.
func feltQuestion() string {
	marked := make([]string, len(feelings))
	for i, f := range feelings {
		word := feltWord(diary.Feeling(f))
		_, first := utf8.DecodeRuneInString(word)
		marked[i] = "(" + word[:first] + ")" + word[first:]
	}
	return catalog.L("How was it? {{.Better}}, {{.Same}}, {{.Worse}}, Enter to leave out:", catalog.D{"Better": marked[0], "Same": marked[1], "Worse": marked[2]})
}

// feelingOf reads the answer: a beginning of one of the words, in the language
// it was asked in. What could be two of them is none.
func feelingOf(typed string) (session.Feeling, bool) {
	var found []session.Feeling
	for _, f := range feelings {
		if strings.HasPrefix(strings.ToLower(feltWord(diary.Feeling(f))), strings.ToLower(typed)) {
			found = append(found, f)
		}
	}
	if len(found) != 1 {
		return "", false
	}
	return found[0], true
}

// feltWord is how it was, as a person reads it; empty if it was not told.
func feltWord(f diary.Feeling) string {
	switch f {
	case diary.Better:
		return catalog.L("better")
	case diary.Same:
		return catalog.L("same")
	case diary.Worse:
		return catalog.L("worse")
	}
	return ""
}

// ask asks until the answer can be taken. It is empty where nothing is told; ok
// is false where nobody answers any more.
func (a *app) ask(ctx context.Context, lines <-chan string, question string, take func(string) bool) (typed string, ok bool) {
	for {
		a.printf("%s ", question)
		select {
		case <-ctx.Done():
			a.say("")
			return "", false
		case line, some := <-lines:
			if !some {
				a.say("")
				return "", false
			}
			line = strings.TrimSpace(line)
			if line == "" || take(line) {
				return line, true
			}
		}
	}
}

// linesOf reads what is typed, line by line.
func linesOf(from io.Reader) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		r := bufio.NewReader(from)
		for {
			line, err := r.ReadString('\n')
			if line != "" {
				out <- line
			}
			if err != nil {
				return
			}
		}
	}()
	return out
}
