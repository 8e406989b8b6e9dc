package settings

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/unhunch/unhunch/reminders"
)

// parseHours reads working hours on one line: "always", or days and times,
// again and again: "mon-fri 09:00-12:00 13:00-18:00; sat 10:00-12:00". What
// separates them does not matter: days after a time begin anew.
func parseHours(p *reminders.Hours, text string) error {
	if strings.EqualFold(text, "always") {
		*p = nil
		return nil
	}
	words := listed(text)
	if len(words) == 0 {
		return errors.New("working hours are missing")
	}
	var hours reminders.Hours
	for len(words) > 0 {
		days := count(words, false)
		times := count(words[days:], true)
		if days == 0 || times == 0 {
			return fmt.Errorf("%s are no working hours", quoted(text))
		}
		h, err := reminders.ParseHours(strings.Join(words[:days], ",") + " " + strings.Join(words[days:days+times], " "))
		if err != nil {
			return bare(err)
		}
		hours = append(hours, h...)
		if len(hours) > maxList {
			return fmt.Errorf("more than %d stretches of working time", maxList)
		}
		words = words[days+times:]
	}
	*p = hours
	return nil
}

// count is how many of the first words begin with a digit, or do not.
func count(words []string, digit bool) int {
	for i, w := range words {
		if unicode.IsDigit(rune(w[0])) != digit {
			return i
		}
	}
	return len(words)
}

// hourLines writes working hours, one line for each run of windows on the
// same days.
func hourLines(hours reminders.Hours) []string {
	var lines []string
	for i, w := range hours {
		if i > 0 && hours[i-1].Days == w.Days {
			_, times, _ := strings.Cut(w.String(), " ")
			lines[len(lines)-1] += " " + times
			continue
		}
		lines = append(lines, w.String())
	}
	return lines
}
