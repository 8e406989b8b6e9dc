package safety

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

const pregnancyHint = `hint: write no, yes, 1, 2 or 3 for the trimester, a week such as "28 weeks", or the due date such as 2027-01-10`

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
		return Pregnancy{}, fmt.Errorf("nothing is written about a pregnancy; %s", pregnancyHint)
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
			return Pregnancy{}, fmt.Errorf("a pregnancy of %q is too long; hint: weeks go to %d", text, (term+pastDue)/7)
		}
		p.Due = midnight(on).AddDate(0, 0, term-days)
		return p, nil
	}
	due, err := time.Parse(time.DateOnly, strings.TrimPrefix(s, "due "))
	if err != nil {
		return Pregnancy{}, fmt.Errorf("%q says nothing about a pregnancy that can be understood; %s", text, pregnancyHint)
	}
	switch left := daysBetween(on, due); {
	case left > term:
		return Pregnancy{}, fmt.Errorf("the due date %s is more than nine months away; hint: check the year", due.Format(time.DateOnly))
	case left < -pastDue:
		return Pregnancy{}, fmt.Errorf("the due date %s is more than three weeks past; hint: write no, or check the year", due.Format(time.DateOnly))
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
