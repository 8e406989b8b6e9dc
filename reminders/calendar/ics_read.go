package calendar

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
)

// What a calendar file may be at most.
const (
	MaxFile   = 10 << 20 // bytes
	maxEvents = 5000
	maxDepth  = 16 // of parts inside parts
	maxListed = 200
	maxLines  = 20_000 // of one part
)

// ParseOptions say how a calendar file is read.
type ParseOptions struct {
	Now    time.Time
	Zone   *time.Location // the person's: of clock times without a zone; nil means Now's
	Length time.Duration  // of an event that says neither end nor length; 0 means an hour
}

// Event is an appointment as a calendar file tells of it.
type Event struct {
	Appointment Appointment
	Line        int
	Only        *Override // set where it is about one occurrence of a series that is not in the file
	Notes       []string  // what had to be assumed

	alarms bool // it says itself when to remind
	more   bool // it is about all later ones, too, which the file does not have
}

// Problem is something in a calendar file that was left out, and why.
type Problem struct {
	Line  int
	Title string // of the event it is about; empty if it is about none
	Text  string
}

// String says it on one line, as "line 12: …".
func (p Problem) String() string {
	if p.Title != "" {
		return fmt.Sprintf("line %d: %q is left out: %s", p.Line, short(p.Title), p.Text)
	}
	return fmt.Sprintf("line %d: %s", p.Line, p.Text)
}

// Parsed is what a calendar file says.
type Parsed struct {
	Events   []Event   // in the order of the file
	Problems []Problem // in the order of the file
}

// component is a part of the file from BEGIN to END.
type component struct {
	name  string
	begin int
	lines []contentLine
	parts []*component
	over  int // the line from which on it is too long; 0 if it is not
}

// first is the first line of that name.
func (c *component) first(name string) (contentLine, bool) {
	for _, l := range c.lines {
		if l.name == name {
			return l, true
		}
	}
	return contentLine{}, false
}

// reading is a calendar file while it is read.
type reading struct {
	o        ParseOptions
	method   string
	says     string // X-WR-TIMEZONE
	events   []*component
	zones    map[string]*component
	resolved map[string]zoneFound
	searched int
	out      Parsed
	more     int // problems that are not listed
}

func errNoCalendar() error {
	return errors.New(catalog.L("this is no calendar file: it has no BEGIN:VCALENDAR; hint: save the booking as .ics and try again"))
}

// Parse reads an iCalendar file. What cannot be used is named in Problems and
// costs nothing else; the error says that the file as a whole is unusable.
func Parse(r io.Reader, o ParseOptions) (Parsed, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	switch {
	case err != nil:
		return Parsed{}, err
	case len(data) > MaxFile:
		return Parsed{}, errors.New(catalog.L("the file is larger than {{.Most}} MB; hint: export a shorter time from the other calendar", catalog.D{"Most": MaxFile >> 20}))
	}
	if data = utf8Of(data); len(bytes.TrimSpace(data)) == 0 {
		return Parsed{}, errors.New(catalog.L("the file is empty; hint: save it again from where it comes from"))
	}
	if o.Zone == nil {
		o.Zone = o.Now.Location()
	}
	if o.Length == 0 {
		o.Length = time.Hour
	}
	p := &reading{o: o, zones: map[string]*component{}, resolved: map[string]zoneFound{}}
	if err := p.read(data); err != nil {
		return Parsed{}, err
	}
	p.convert()
	slices.SortStableFunc(p.out.Problems, func(a, b Problem) int { return a.Line - b.Line })
	if p.more > 0 {
		p.out.Problems = append(p.out.Problems, Problem{Line: p.out.Problems[len(p.out.Problems)-1].Line, Text: fmt.Sprintf("and %d more problems", p.more)})
	}
	return p.out, nil
}

// problem notes what is left out.
func (p *reading) problem(n int, title, format string, args ...any) {
	if len(p.out.Problems) >= maxListed {
		p.more++
		return
	}
	p.out.Problems = append(p.out.Problems, Problem{Line: n, Title: clean(title, false), Text: fmt.Sprintf(format, args...)})
}

// read takes the file apart.
func (p *reading) read(data []byte) (err error) {
	var stack []*component
	calendar := false
	unfold(data, func(n int, text string) bool {
		l, ok := parseLine(n, text)
		switch {
		case !ok:
			if calendar {
				p.problem(n, "", "%q is no line of a calendar", short(clean(text, false)))
			}
		case l.name == "BEGIN":
			name := strings.ToUpper(strings.TrimSpace(l.value))
			calendar = calendar || name == "VCALENDAR"
			if len(stack) >= maxDepth {
				err = fmt.Errorf("line %d: there are more than %d parts inside each other", n, maxDepth)
				return false
			}
			stack = append(stack, &component{name: name, begin: n})
		case l.name == "END":
			stack = p.end(stack, l)
		case len(stack) > 0:
			c := stack[len(stack)-1]
			if c.name == "VCALENDAR" {
				p.property(l)
			} else if len(c.lines) < maxLines {
				c.lines = append(c.lines, l)
			} else if c.over == 0 {
				c.over = n
			}
		}
		if len(p.events) > maxEvents {
			err = fmt.Errorf("line %d: there are more than %d events in the file; hint: export a shorter time from the other calendar", n, maxEvents)
		}
		return err == nil
	})
	if err == nil && !calendar {
		err = errNoCalendar()
	}
	for _, c := range slices.Backward(stack) {
		if err == nil && c.name == "VEVENT" {
			p.problem(c.begin, summary(c), "it has no end; the file may be cut off")
		}
	}
	return err
}

// property reads a line of the calendar itself.
func (p *reading) property(l contentLine) {
	switch l.name {
	case "METHOD":
		p.method = strings.ToUpper(strings.TrimSpace(l.value))
	case "X-WR-TIMEZONE":
		p.says = strings.TrimSpace(unescaped(l.value))
	}
}

// end closes a part.
func (p *reading) end(stack []*component, l contentLine) []*component {
	name := strings.ToUpper(strings.TrimSpace(l.value))
	at := -1
	for i, c := range slices.Backward(stack) {
		if c.name == name {
			at = i
			break
		}
	}
	if at < 0 {
		p.problem(l.n, "", "END:%s ends nothing", short(clean(name, false)))
		return stack
	}
	for _, open := range stack[at+1:] {
		p.problem(open.begin, summary(open), "%s has no end", short(clean(open.name, false)))
	}
	c := stack[at]
	stack = stack[:at]
	parent := ""
	if at > 0 {
		parent = stack[at-1].name
		stack[at-1].parts = append(stack[at-1].parts, c)
	}
	switch c.name {
	case "VEVENT":
		if parent != "VCALENDAR" {
			p.problem(c.begin, summary(c), "it is not directly in a calendar")
			break
		}
		p.events = append(p.events, c)
	case "VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY":
		if parent == "VCALENDAR" {
			p.problem(c.begin, "", "%s is no appointment and is left out", kinds[c.name])
		}
	case "VTIMEZONE":
		if id, ok := c.first("TZID"); ok {
			p.zones[unescaped(strings.Trim(id.value, ` "`))] = c
		}
	}
	return stack
}

var kinds = map[string]string{
	"VTODO": "a task (VTODO)", "VJOURNAL": "a journal entry (VJOURNAL)", "VFREEBUSY": "a list of busy times (VFREEBUSY)",
	"VAVAILABILITY": "a list of free times (VAVAILABILITY)",
}

func summary(c *component) string {
	l, _ := c.first("SUMMARY")
	if t := clean(unescaped(l.value), false); t != "" || c.name != "VEVENT" {
		return t
	}
	return "an event without a title"
}
