package settings

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// path is a key's name in its parts, as TOML has them: a part may hold dots.
type path []string

// String joins the parts by dots, in quotes where a part is not plain.
func (p path) String() string {
	parts := make([]string, len(p))
	for i, part := range p {
		parts[i] = tomlKey(part)
	}
	return strings.Join(parts, ".")
}

// pathOf is the path of a setting's dotted name.
func pathOf(name string) path { return strings.Split(name, ".") }

func (p path) equal(q path) bool { return len(p) == len(q) && p.under(q) }

// under tells whether p is q or below it.
func (p path) under(q path) bool {
	if len(p) < len(q) {
		return false
	}
	for i := range q {
		if p[i] != q[i] {
			return false
		}
	}
	return true
}

func (p path) join(q path) path {
	return append(append(make(path, 0, len(p)+len(q)), p...), q...)
}

// bareRune tells whether a TOML key may hold r without quotes.
func bareRune(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_'
}

func tomlKey(part string) string {
	if part == "" || strings.ContainsFunc(part, func(r rune) bool { return !bareRune(r) }) {
		return quoted(part)
	}
	return shortened(part, 80)
}

// tomlString writes a text as a TOML basic string.
func tomlString(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < 0x20 || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// toml writes the value p points to as it stands in the file.
func toml(p any) string {
	switch p := p.(type) {
	case *bool:
		return strconv.FormatBool(*p)
	case *int:
		return strconv.Itoa(*p)
	case *reminders.Hours:
		if lines := hourLines(*p); len(lines) > 0 {
			return tomlList(lines)
		}
	case *[]reminders.TimeOfDay, *[]reminders.Lead, *[]time.Duration:
		return tomlList(listed(format(p)))
	}
	return tomlString(format(p))
}

func tomlList(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = tomlString(w)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// hint is what to write on the command line.
func (f field) hint() string {
	switch f.Kind {
	case KindBool:
		return "write true or false"
	case KindDuration:
		return fmt.Sprintf("write a length of time from %s to %s, like %s", f.Min, f.Max, f.sample())
	case KindInt:
		return fmt.Sprintf("write a whole number from %s to %s", f.Min, f.Max)
	case KindText:
		return fmt.Sprintf("write one line of at most %d characters", f.highest)
	case KindCountry:
		return "write two letters such as GB, or nothing for the country of the system's language"
	case KindChoice:
		return "write one of " + strings.Join(f.Choices, ", ")
	case KindOpens:
		return opensHint()
	case KindTimes:
		return "write times of day like 15:00,18:00"
	case KindWeekdays:
		return "write mon-fri, or sat,sun, or daily"
	case KindHours:
		return "write mon-fri 09:00-18:00, or always"
	case KindLeads, KindDurations:
		return fmt.Sprintf("write lengths of time from %s to %s, like %s", f.Min, f.Max, f.sample())
	}
	return ""
}

// sample is a good value as text.
func (f field) sample() string {
	if f.example != "" {
		return f.example
	}
	return f.Default
}

// tomlHint is what to write in the file, where the key's last part is last.
func (f field) tomlHint() string {
	p := f.ptr(&Settings{})
	if err := f.parse(p, f.sample()); err != nil {
		return f.hint()
	}
	parts := pathOf(f.Name)
	line := parts[len(parts)-1] + " = " + toml(p)
	switch f.Kind {
	case KindBool:
		return fmt.Sprintf("write %s = true or %[1]s = false", parts[len(parts)-1])
	case KindChoice:
		return fmt.Sprintf("write %s (one of %s)", line, strings.Join(f.Choices, ", "))
	case KindDuration, KindInt, KindLeads, KindDurations:
		return fmt.Sprintf("write %s (from %s to %s)", line, f.Min, f.Max)
	case KindCountry:
		return fmt.Sprintf(`write %s = "GB", or "" for the country of the system's language`, parts[len(parts)-1])
	case KindOpens:
		return fmt.Sprintf(`write %s, or another of %s, heat:15m, cold:10m, breathing:4m, routine: and its id`, line, strings.Join(screens, ", "))
	case KindHours:
		return fmt.Sprintf(`write %s = ["mon-fri 09:00-18:00"], or "always"`, parts[len(parts)-1])
	}
	return "write " + line
}

// noun is what a value of that kind is called.
func (k Kind) noun() string {
	return map[Kind]string{
		KindBool: "true or false", KindDuration: "a length of time in quotes", KindInt: "a whole number",
		KindText: "a text in quotes", KindChoice: "a word in quotes", KindTimes: "a list of times of day in quotes",
		KindWeekdays: "days of the week in quotes", KindHours: "a list of working hours in quotes",
		KindLeads: "a list of lengths of time in quotes", KindDurations: "a list of lengths of time in quotes",
		KindCountry: "two letters in quotes", KindOpens: "a screen or what to begin in quotes",
	}[k]
}
