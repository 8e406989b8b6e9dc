package settings

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/unhunch/unhunch/reminders"
)

// maxList is the most entries a list may have: far more than anybody needs,
// few enough to show.
const maxList = 48

// parse reads text into the value p points to, one of the types a field's ptr
// gives. The error says what is wrong; what to write instead is f.hint.
func (f field) parse(p any, text string) error {
	text = strings.TrimSpace(text)
	switch p := p.(type) {
	case *bool:
		return parseBool(p, text)
	case *time.Duration:
		if text == "" && f.own != "" {
			*p = 0
			return nil
		}
		d, err := f.length(text)
		if err == nil {
			*p = d
		}
		return err
	case *int:
		return f.parseInt(p, text)
	case *string:
		return f.parseText(p, text)
	case *reminders.Weekdays:
		days, err := reminders.ParseWeekdays(strings.Join(listed(text), ","))
		if err != nil {
			return bare(err)
		}
		*p = days
		return nil
	case *reminders.Hours:
		return parseHours(p, text)
	case *[]reminders.TimeOfDay:
		if text == "" && f.own != "" {
			*p = nil
			return nil
		}
		return parseList(p, text, parseTime, cmp.Compare)
	case *[]reminders.Lead:
		return parseList(p, text, f.lead, func(a, b reminders.Lead) int { return cmp.Compare(ahead(b), ahead(a)) })
	case *[]time.Duration:
		return parseList(p, text, f.length, cmp.Compare)
	}
	panic(fmt.Sprintf("settings: %s has a value of unknown type %T", f.Name, p))
}

// format writes the value p points to so that parse reads it back.
func format(p any) string {
	switch p := p.(type) {
	case *bool:
		return strconv.FormatBool(*p)
	case *time.Duration:
		return reminders.FormatDuration(*p)
	case *int:
		return strconv.Itoa(*p)
	case *string:
		return *p
	case *reminders.Weekdays:
		return p.String()
	case *reminders.Hours:
		if len(*p) == 0 {
			return "always"
		}
		return strings.Join(hourLines(*p), "; ")
	case *[]reminders.TimeOfDay:
		return joined(*p)
	case *[]reminders.Lead:
		return joined(*p)
	case *[]time.Duration:
		return strings.Join(lengths(*p), ",")
	}
	panic(fmt.Sprintf("settings: unknown type %T", p))
}

// text is the setting's value as format writes it; an own reminder's every
// that is not set is nothing, not 0s.
func (f field) text(s *Settings) string {
	p := f.ptr(s)
	if d, ok := p.(*time.Duration); ok && *d == 0 && f.own != "" {
		return ""
	}
	return format(p)
}

func joined[T fmt.Stringer](list []T) string {
	words := make([]string, len(list))
	for i, v := range list {
		words[i] = v.String()
	}
	return strings.Join(words, ",")
}

func lengths(list []time.Duration) []string {
	words := make([]string, len(list))
	for i, d := range list {
		words[i] = reminders.FormatDuration(d)
	}
	return words
}

// listed splits text at commas and spaces.
func listed(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || unicode.IsSpace(r) })
}

// parseList reads a list, sorted and each entry once.
func parseList[T comparable](p *[]T, text string, parse func(string) (T, error), order func(a, b T) int) error {
	words := listed(text)
	if len(words) == 0 {
		return errors.New("the list is empty; to have none, switch it off")
	}
	if len(words) > maxList {
		return fmt.Errorf("the list has %d entries; %d are the most", len(words), maxList)
	}
	var list []T
	for _, word := range words {
		v, err := parse(word)
		if err != nil {
			return err
		}
		if !slices.Contains(list, v) {
			list = append(list, v)
		}
	}
	slices.SortStableFunc(list, order)
	*p = list
	return nil
}

func parseBool(p *bool, text string) error {
	switch strings.ToLower(text) {
	case "true", "yes", "on":
		*p = true
	case "false", "no", "off":
		*p = false
	default:
		return fmt.Errorf("%s is neither true nor false", quoted(text))
	}
	return nil
}

func parseTime(text string) (reminders.TimeOfDay, error) {
	t, err := reminders.ParseTimeOfDay(text)
	if err != nil {
		return 0, bare(err)
	}
	if t >= reminders.Clock(24, 0, 0) {
		return 0, fmt.Errorf("%s is the end of the day; midnight is 00:00", quoted(text))
	}
	return t, nil
}

// length reads a length of time within the field's bounds.
func (f field) length(text string) (time.Duration, error) {
	d, err := reminders.ParseDuration(text)
	if err != nil {
		return 0, bare(err)
	}
	return d, f.within(d, text)
}

func (f field) within(d time.Duration, text string) error {
	if d < f.shortest {
		return fmt.Errorf("%s is too short; %s is the least", quoted(text), f.Min)
	}
	if d > f.longest {
		return fmt.Errorf("%s is too long; %s is the most", quoted(text), f.Max)
	}
	return nil
}

func (f field) lead(text string) (reminders.Lead, error) {
	l, err := reminders.ParseLead(text)
	if err != nil {
		return l, bare(err)
	}
	return l, f.within(ahead(l), text)
}

// ahead is about how long a lead is, for sorting and bounds.
func ahead(l reminders.Lead) time.Duration { return time.Duration(l.Days)*day + l.Elapsed }

func (f field) parseInt(p *int, text string) error {
	n, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(text, "%")))
	if err != nil {
		return fmt.Errorf("%s is not a whole number", quoted(text))
	}
	if n < f.lowest || n > f.highest {
		return fmt.Errorf("%d is not between %d and %d", n, f.lowest, f.highest)
	}
	*p = n
	return nil
}

func (f field) parseText(p *string, text string) error {
	if f.Kind == KindCountry {
		return parseCountry(p, text)
	}
	if f.Kind == KindChoice {
		word := strings.ToLower(text)
		if !slices.Contains(f.Choices, word) {
			return fmt.Errorf("%s is not one of the choices", quoted(text))
		}
		*p = word
		return nil
	}
	if f.Kind == KindOpens {
		a, err := ParseAction(text)
		if err != nil {
			return reasonOf(err)
		}
		*p = a.String()
		return nil
	}
	switch {
	case !utf8.ValidString(text):
		return errors.New("this is not readable text (UTF-8)")
	case strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }):
		return errors.New("the text has a line break or a control character")
	case utf8.RuneCountInString(text) > f.highest:
		return fmt.Errorf("the text is longer than %d characters", f.highest)
	}
	*p = text
	return nil
}

// parseCountry reads the two letters of a country; nothing is none.
func parseCountry(p *string, text string) error {
	code := strings.ToUpper(text)
	other := func(r rune) bool { return r < 'A' || r > 'Z' }
	if code != "" && (len(code) != 2 || strings.ContainsFunc(code, other)) {
		return fmt.Errorf("%s is not two letters", quoted(text))
	}
	*p = code
	return nil
}

// reasonOf is a Problem without its hint.
func reasonOf(err error) error {
	if p := (Problem{}); errors.As(err, &p) {
		return errors.New(p.Reason)
	}
	return err
}

// bare is a parser's error without its "(write it as …)": hints say that.
func bare(err error) error {
	reason, _, _ := strings.Cut(err.Error(), " (write ")
	return errors.New(shortened(reason, 120))
}

// quoted is text from outside, safe and short enough for one line of output.
func quoted(text string) string { return strconv.Quote(shortened(text, 40)) }

func shortened(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}
