package scenario

import (
	"fmt"
	"strings"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// directives are the first words a line may have.
var directives = []string{"timezone", "start", "hours", "set", "appointment", "visit", "rebook", "at", "end"}

const (
	hintTime  = "write a time as 18:30 or 2026-11-26 17:30"
	hintDate  = "write a date and a time, as in 2026-11-26 17:30"
	hintStart = "add a line such as: start 2026-11-23 09:00"
)

// Parse reads a scenario file. The name is only used in messages. The error is
// a Mistakes: every line that is wrong, with what to do about it; the file is
// then refused as a whole.
func Parse(name string, data []byte) (Scenario, error) {
	lines, bad := split(name, data)
	p := &parser{file: Scenario{Name: name, Zone: time.UTC}, bad: bad}
	if lines != nil || len(bad) == 0 {
		p.read(lines)
	}
	if len(p.bad) > 0 {
		return Scenario{}, p.bad.sorted()
	}
	return p.file, nil
}

// parser gathers a scenario and everything wrong with it.
type parser struct {
	file Scenario
	bad  Mistakes

	base    time.Time     // the last timed line's instant, after its jump; zero without a start
	passed  time.Duration // from start to base, as it passes
	ended   int           // the line of `end`
	hours   int           // the line of the last `hours`
	booking int           // the line of `rebook`
	always  bool          // one of them said always
	timed   int           // the last `at` line
	answers []answered    // checked when all reminders are known
}

type answered struct {
	n  int
	id reminders.ID
}

func (p *parser) fail(n int, hint, format string, args ...any) {
	p.bad = append(p.bad, Mistake{File: p.file.Name, Line: n, What: fmt.Sprintf(format, args...), Hint: hint})
}

func (p *parser) read(lines []line) {
	// What other lines are read by comes first, wherever it stands.
	p.timezone(lines)
	p.start(lines)
	p.settings(lines)
	for _, l := range lines {
		p.directive(l)
	}
	p.unite()
	p.rebookAfter()
	for _, a := range p.answers {
		p.known(a)
	}
	p.finish(lines)
}

// directive reads one line.
func (p *parser) directive(l line) {
	switch l.verb {
	case "timezone", "start", "set": // read before
	case "hours":
		p.workingHours(l)
	case "appointment":
		p.appointment(l)
	case "visit":
		p.visit(l)
	case "rebook":
		p.rebook(l)
	case "at":
		p.at(l)
	case "end":
		p.end(l)
	default:
		hint := "a line begins with " + strings.Join(directives, ", ")
		if near := reminders.Nearest(l.verb, directives); near != "" {
			hint = "did you mean " + near + "?"
		}
		p.fail(l.n, hint, "unknown directive %s", quote(l.verb))
	}
}

// single returns the one line with that verb; a second one is a mistake.
func (p *parser) single(lines []line, verb string) (line, bool) {
	var found line
	for _, l := range lines {
		switch {
		case l.verb != verb:
		case found.n == 0:
			found = l
		default:
			p.fail(l.n, "keep one of the two", "a second %s line; the first is line %d", verb, found.n)
		}
	}
	return found, found.n != 0
}

func (p *parser) timezone(lines []line) {
	l, ok := p.single(lines, "timezone")
	if !ok {
		return
	}
	const hint = "use a name such as Europe/Berlin, or UTC"
	if len(l.args) != 1 {
		p.fail(l.n, hint, "timezone takes one name")
		return
	}
	zone, err := time.LoadLocation(l.args[0])
	// "Local" would give another answer on every machine.
	if err != nil || l.args[0] == "Local" {
		p.fail(l.n, hint, "unknown time zone %s", quote(l.args[0]))
		return
	}
	p.file.Zone = zone
}

func (p *parser) start(lines []line) {
	l, ok := p.single(lines, "start")
	if !ok {
		if len(p.bad) == 0 || len(lines) > 0 {
			p.fail(1, hintStart, "the scenario has no start")
		}
		return
	}
	m, rest, err := readMoment(l.args)
	switch {
	case err != nil:
		p.fail(l.n, hintDate, "%v", err)
	case len(rest) > 0:
		p.fail(l.n, hintDate, "%s after the start's time means nothing", quote(rest[0]))
	case !m.dated():
		p.fail(l.n, hintDate, "the start needs a date")
	default:
		p.file.Start = m.on(p.file.Zone)
		p.base = p.file.Start
	}
}

func (p *parser) workingHours(l line) {
	h, err := reminders.ParseHours(strings.Join(l.args, " "))
	if err != nil {
		p.fail(l.n, "as in: hours mon-fri 09:00-12:00 13:00-18:00, or: hours always", "%s", clipped(err.Error()))
		return
	}
	p.hours = l.n
	if h == nil {
		p.always = true
	}
	p.file.Hours = append(p.file.Hours, h...)
}

// unite settles which working hours hold: those of the hours lines together,
// or else those set as a setting.
func (p *parser) unite() {
	set := p.file.Settings.Hours
	switch {
	case p.hours == 0:
		p.file.Hours = set
	case len(set) > 0:
		p.fail(p.hours, "keep one of them", "working hours are given twice: by hours, and by set hours")
	case p.always:
		p.file.Hours = nil
	}
}

// end reads the end line.
func (p *parser) end(l line) {
	if p.ended > 0 {
		p.fail(l.n, "keep one of the two", "a second end line; the first is line %d", p.ended)
		return
	}
	t, rest, ok := p.next(l)
	p.ended = l.n
	if !ok {
		return
	}
	if len(rest) > 0 {
		p.fail(l.n, hintTime, "%s after the end's time means nothing", quote(rest[0]))
		return
	}
	p.file.End = t
}

// next reads the time of a timed line and moves the base there.
func (p *parser) next(l line) (time.Time, []string, bool) {
	m, rest, err := readMoment(l.args)
	if err != nil {
		p.fail(l.n, hintTime, "%v", err)
		return time.Time{}, nil, false
	}
	if p.base.IsZero() {
		return time.Time{}, rest, false // without a start nothing can be said
	}
	t := m.after(p.base, p.file.Zone)
	if t.Before(p.base) {
		p.fail(l.n, "order the lines by time", "time goes backwards: the line before is at %s",
			p.base.In(p.file.Zone).Format("2006-01-02 15:04:05"))
		return time.Time{}, rest, false
	}
	if p.passed += t.Sub(p.base); p.passed > MaxSpan {
		p.fail(l.n, "a scenario may last five years", "%s is too long after the start", t.Format("2006-01-02 15:04"))
		p.passed = 0 // say it once for each leap, not for every line after it
	}
	p.base = t
	return t, rest, true
}

// finish checks what only the whole file can tell.
func (p *parser) finish(lines []line) {
	if len(p.bad) > 0 {
		return
	}
	if p.file.End.IsZero() {
		if p.timed == 0 {
			p.fail(lastLine(lines), "add a line such as: end 18:00", "the scenario has neither an end nor any at line")
			return
		}
		p.file.End = p.base
	}
	p.afford(lines)
}

func lastLine(lines []line) int {
	if len(lines) == 0 {
		return 1
	}
	return lines[len(lines)-1].n
}
