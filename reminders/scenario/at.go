package scenario

import (
	"slices"
	"strings"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// happenings are the words that may follow the time of an `at` line.
var happenings = []string{
	"active", "idle", "unknown", "lock", "unlock", "suspend", "resume", "busy",
	"answer", "begin", "did", "pause", "resume-reminders", "clock",
}

// at reads one thing that happens.
func (p *parser) at(l line) {
	if p.ended > 0 {
		p.fail(l.n, "move it above, or end later", "this comes after the end (line %d)", p.ended)
		return
	}
	p.timed = l.n
	t, rest, ok := p.next(l)
	if !ok && rest == nil {
		return
	}
	if len(rest) == 0 {
		p.fail(l.n, "add one of "+strings.Join(happenings, ", "), "nothing happens on this line")
		return
	}
	ev, good := p.event(l.n, t, rest[0], rest[1:])
	if !good || !ok {
		return
	}
	if jump, is := ev.(reminders.ClockSet); is {
		p.base = t.Add(jump.By)
		if y := p.base.In(p.file.Zone).Year(); y < minYear || y > maxYear {
			p.fail(l.n, "use a smaller jump", "the clock would be set to the year %d", y)
			p.base = t
		}
	}
	p.file.Steps = append(p.file.Steps, Step{Line: l.n, At: t, Event: ev})
}

// event reads what happens at t.
func (p *parser) event(n int, t time.Time, word string, args []string) (reminders.Event, bool) {
	plain := map[string]reminders.Event{
		"active":           reminders.Active{},
		"idle":             reminders.Idle{Since: t},
		"unknown":          reminders.Unknown{},
		"lock":             reminders.Lock{},
		"unlock":           reminders.Unlock{},
		"suspend":          reminders.Suspend{},
		"resume":           reminders.Resume{},
		"resume-reminders": reminders.ResumeReminders{},
	}
	if ev, ok := plain[word]; ok {
		if len(args) > 0 {
			p.fail(n, "begin another line for it", "%s after %s means nothing", quote(args[0]), word)
			return nil, false
		}
		return ev, true
	}
	switch word {
	case "busy":
		return p.busy(n, args)
	case "answer":
		return p.answer(n, args)
	case "begin":
		return p.begin(n, t, args)
	case "did":
		return p.did(n, args)
	case "pause":
		return p.pause(n, t, args)
	case "clock":
		return p.clock(n, args)
	}
	hint := "what may happen is " + strings.Join(happenings, ", ")
	if near := reminders.Nearest(word, happenings); near != "" {
		hint = "did you mean " + near + "?"
	}
	p.fail(n, hint, "unknown event %s", quote(word))
	return nil, false
}

func (p *parser) busy(n int, args []string) (reminders.Event, bool) {
	switch {
	case len(args) == 1 && args[0] == "on":
		return reminders.Busy{Sources: []string{"scenario"}}, true
	case len(args) == 1 && args[0] == "off":
		return reminders.Busy{}, true
	}
	p.fail(n, "write busy on, or busy off", "busy is either on or off")
	return nil, false
}

func (p *parser) answer(n int, args []string) (reminders.Event, bool) {
	const hint = "as in: answer posture done, answer stretch skip, answer posture snooze 10m"
	if len(args) < 2 {
		p.fail(n, hint, "an answer needs a reminder and what was answered")
		return nil, false
	}
	a := reminders.Answer{ID: reminders.ID(args[0])}
	p.answers = append(p.answers, answered{n, a.ID})
	rest := args[2:]
	switch args[1] {
	case "done":
		a.Outcome = reminders.Done
	case "skip":
		a.Outcome = reminders.Skipped
	case "snooze":
		a.Outcome = reminders.Snoozed
		if len(rest) == 0 {
			p.fail(n, hint, "for how long to snooze is missing")
			return nil, false
		}
		d, ok := p.length(n, rest[0])
		if !ok {
			return nil, false
		}
		a.For, rest = d, rest[1:]
	default:
		p.fail(n, "answer done, skip or snooze DURATION", "unknown answer %s", quote(args[1]))
		return nil, false
	}
	if len(rest) > 0 {
		p.fail(n, hint, "%s after the answer means nothing", quote(rest[0]))
		return nil, false
	}
	return a, true
}

// begin reads that the person does what a prompt asks for, for how long at most.
func (p *parser) begin(n int, t time.Time, args []string) (reminders.Event, bool) {
	const hint = "as in: begin stretch 10m"
	if len(args) != 2 {
		p.fail(n, hint, "begin takes a reminder and a length of time")
		return nil, false
	}
	p.answers = append(p.answers, answered{n, reminders.ID(args[0])})
	d, ok := p.length(n, args[1])
	return reminders.Begin{ID: reminders.ID(args[0]), Until: t.Add(d)}, ok
}

// did reads that the person did something without having been asked.
func (p *parser) did(n int, args []string) (reminders.Event, bool) {
	if len(args) != 1 {
		p.fail(n, "as in: did stretch", "did takes a reminder")
		return nil, false
	}
	p.answers = append(p.answers, answered{n, reminders.ID(args[0])})
	return reminders.Did{ID: reminders.ID(args[0])}, true
}

// known checks that an answer names a reminder of this scenario.
func (p *parser) known(a answered) {
	var ids []string
	for _, id := range reminders.Builtin() {
		ids = append(ids, string(id))
	}
	for _, r := range p.file.Settings.Config(p.file.Zone).Reminders {
		if !slices.Contains(ids, string(r.ID)) {
			ids = append(ids, string(r.ID))
		}
	}
	if slices.Contains(ids, string(a.id)) {
		return
	}
	hint := "there are " + strings.Join(ids, ", ")
	if near := reminders.Nearest(string(a.id), ids); near != "" {
		hint = "did you mean " + near + "?"
	}
	p.fail(a.n, hint, "unknown reminder %s", quote(string(a.id)))
}

func (p *parser) pause(n int, t time.Time, args []string) (reminders.Event, bool) {
	switch len(args) {
	case 0:
		return reminders.Pause{}, true
	case 1:
		d, ok := p.length(n, args[0])
		return reminders.Pause{Until: t.Add(d)}, ok
	}
	p.fail(n, "as in: pause 1h, or pause alone until resume-reminders", "%s after pause means nothing", quote(args[1]))
	return nil, false
}

func (p *parser) clock(n int, args []string) (reminders.Event, bool) {
	const hint = "as in: clock +1h, or clock -30m"
	if len(args) != 1 || args[0] == "" || (args[0][0] != '+' && args[0][0] != '-') {
		p.fail(n, hint, "clock takes how far it is set forward or back")
		return nil, false
	}
	d, ok := p.length(n, args[0][1:])
	if !ok {
		return nil, false
	}
	if d > maxJump {
		p.fail(n, "a year at most at once", "the clock is set too far")
		return nil, false
	}
	if args[0][0] == '-' {
		d = -d
	}
	return reminders.ClockSet{By: d}, true
}

// length reads a length of time that is longer than nothing.
func (p *parser) length(n int, s string) (time.Duration, bool) {
	d, err := reminders.ParseDuration(s)
	if err != nil {
		p.fail(n, "write it as 10m, 90s or 1h30m", "%s", clipped(err.Error()))
		return 0, false
	}
	if d <= 0 {
		p.fail(n, "write it as 10m, 90s or 1h30m", "%s is no time at all", quote(s))
		return 0, false
	}
	return d, true
}
