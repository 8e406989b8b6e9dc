package safety

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
)

// longestShown is how many characters of what somebody wrote an error repeats.
const longestShown = 60

// unread is an error in the person's language. Its hint says what to write
// instead; the word before it is the same in every language, as programs look
// for it.
func unread(problem, hint string) error { return errors.New(problem + "; hint: " + hint) }

func howToWrite() string {
	return catalog.L(`write no, yes, 1, 2 or 3 for the trimester, a week such as "28 weeks", or the due date such as 2027-01-10`)
}

// shown is what somebody wrote, short enough for a line.
func shown(text string) string {
	if r := []rune(text); len(r) > longestShown {
		text = string(r[:longestShown]) + "…"
	}
	return strconv.Quote(text)
}

var (
	stages = map[string]Trimester{
		"1": 1, "t1": 1, "1st": 1, "first": 1,
		"2": 2, "t2": 2, "2nd": 2, "second": 2,
		"3": 3, "t3": 3, "3rd": 3, "third": 3,
	}
	inWeeks = regexp.MustCompile(`^(?:week ?(\d{1,3})|(\d{1,3}) ?(?:weeks?|w))$`)
	inDays  = regexp.MustCompile(`^(\d{1,3})\+([0-6])(?: ?(?:weeks?|w))?$`)
)

// ParsePregnancy reads what somebody wrote on a day: no, yes, 1 to 3, t3, third
// trimester, 28 weeks, week 28, 28+3, 2027-01-10, due 2027-01-10. Weeks are
// completed ones; they become a due date. The error says what to write instead.
func ParsePregnancy(text string, on time.Time) (Pregnancy, error) {
	s := strings.Join(strings.Fields(strings.ToLower(text)), " ")
	p := Pregnancy{Is: true, NotedAt: on}
	switch s {
	case "":
		return Pregnancy{}, unread(catalog.L("nothing is written about a pregnancy"), howToWrite())
	case "no", "not pregnant":
		p.Is = false
		return p, nil
	case "yes", "pregnant":
		return p, nil
	}
	if t, ok := stages[strings.TrimPrefix(strings.TrimSuffix(s, " trimester"), "trimester ")]; ok {
		p.Stage = t
		return p, nil
	}
	if days, ok := gone(s); ok {
		if days > term+pastDue {
			return Pregnancy{}, unread(catalog.L("a pregnancy of {{.Given}} is too long", catalog.D{"Given": shown(text)}),
				catalog.L("weeks go to {{.Weeks}}", catalog.D{"Weeks": (term + pastDue) / 7}))
		}
		p.Due = midnight(on).AddDate(0, 0, term-days)
		return p, nil
	}
	due, err := time.Parse(time.DateOnly, strings.TrimPrefix(s, "due "))
	if err != nil {
		return Pregnancy{}, unread(catalog.L("{{.Given}} says nothing about a pregnancy that can be understood", catalog.D{"Given": shown(text)}), howToWrite())
	}
	switch left := daysBetween(on, due); {
	case left > term:
		return Pregnancy{}, unread(catalog.L("the due date {{.Day}} is more than nine months away", catalog.D{"Day": due.Format(time.DateOnly)}), catalog.L("check the year"))
	case left < -pastDue:
		return Pregnancy{}, unread(catalog.L("the due date {{.Day}} is more than three weeks past", catalog.D{"Day": due.Format(time.DateOnly)}), catalog.L("write no, or check the year"))
	}
	p.Due = due
	return p, nil
}

// gone reads weeks as days of pregnancy.
func gone(s string) (days int, ok bool) {
	number := func(s string) int {
		n, _ := strconv.Atoi(s) // only digits, at most three
		return n
	}
	if m := inWeeks.FindStringSubmatch(s); m != nil {
		return 7 * number(m[1]+m[2]), true
	}
	if m := inDays.FindStringSubmatch(s); m != nil {
		return 7*number(m[1]) + number(m[2]), true
	}
	return 0, false
}

// String writes it as ParsePregnancy reads it, in short: no, yes, 2, due
// 2027-01-10.
func (p Pregnancy) String() string {
	switch {
	case !p.Is:
		return "no"
	case !p.Due.IsZero():
		return "due " + p.Due.UTC().Format(time.DateOnly)
	case p.Stage >= 1 && p.Stage <= 3:
		return strconv.Itoa(int(p.Stage))
	}
	return "yes"
}
