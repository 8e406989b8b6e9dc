package scenario

import (
	"errors"
	"slices"
	"strings"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/settings"
)

// settings reads the `set` lines on top of a scenario's defaults: those of
// somebody who changed nothing, but of the reminders that come by themselves
// only posture and stretch are on, so that a scenario shows what it is about.
func (p *parser) settings(lines []line) {
	p.file.Settings = settings.Default()
	p.file.Settings.Checkin.Enabled = false

	var sets []line
	for _, l := range lines {
		if l.verb != "set" {
			continue
		}
		if len(l.args) < 2 || l.args[1] == "=" {
			p.fail(l.n, "as in: set posture.every 30m", "set takes a setting's name and its value")
			continue
		}
		l.args[0] = strings.TrimPrefix(l.args[0], "own.")
		sets = append(sets, l)
	}
	own := p.declare(sets)
	for _, l := range sets {
		p.set(l, own)
	}
	for _, o := range p.file.Settings.Own {
		if n, ok := own[o.Name]; ok && n > 0 && o.Every == 0 && len(o.At) == 0 {
			p.fail(n, "add: set "+o.Name+".every 45m, or: set "+o.Name+".at 15:00",
				"the reminder %s is never due", quote(o.Name))
		}
	}
}

// declare makes the person's own reminders: the names that are no setting's
// and that some line turns on or off, in the order the file first names them. It
// returns the line each was first named on; 0 for one that cannot be made.
func (p *parser) declare(sets []line) map[string]int {
	enabled := map[string]bool{}
	for _, l := range sets {
		if name, last := cutKey(l.args[0]); last == "enabled" && !builtin(name) && name != string(reminders.Rebook) {
			enabled[name] = enabled[name] || l.args[1] == "true" || l.args[1] == "false"
		}
	}
	own := map[string]int{}
	for _, l := range sets {
		name, _ := cutKey(l.args[0])
		if _, seen := own[name]; seen || !enabled[name] {
			continue
		}
		own[name] = l.n
		if err := p.file.Settings.AddOwn(name); err != nil {
			own[name] = 0
			p.refuse(l, err)
		}
	}
	return own
}

// set reads one line.
func (p *parser) set(l line, own map[string]int) {
	key, value := l.args[0], strings.Join(l.args[1:], " ")
	name, last := cutKey(key)
	n, mine := own[name]
	switch {
	case key == "rebook.enabled" && (value == "true" || value == "false"):
		return // it has no instants of its own in a scenario
	case mine && n == 0:
		return // said before
	case mine:
		key = "own." + key
	case !slices.Contains(keys(), key):
		p.unknown(l, name, last)
		return
	}
	if err := settings.Set(&p.file.Settings, key, value); err != nil {
		p.refuse(l, err)
	}
}

// unknown says that there is no such setting and which one may be meant.
func (p *parser) unknown(l line, name, last string) {
	hint := "unhunch settings list shows them all."
	if near := reminders.Nearest(l.args[0], keys()); near != "" {
		hint = "did you mean " + near + "?"
	}
	switch {
	case name == "" || builtin(name):
	case last == "enabled": // present, and not true
		hint = "a reminder of one's own is declared by: set " + name + ".enabled true"
	case last == "every" || last == "at" || last == "days" || last == "title" || last == "text" || last == "opens":
		hint += " A reminder of one's own called " + name + " also needs: set " + name + ".enabled true"
	}
	p.fail(l.n, clipped(hint), "unknown setting %s", quote(l.args[0]))
}

// refuse reports what the settings think of a value.
func (p *parser) refuse(l line, err error) {
	var problem settings.Problem
	if errors.As(err, &problem) {
		p.fail(l.n, clipped(problem.Hint), "%s: %s", clipped(problem.Key), clipped(problem.Reason))
		return
	}
	p.fail(l.n, "", "%s", clipped(err.Error()))
}

// cutKey splits NAME.LAST; a key without a dot has no name.
func cutKey(key string) (name, last string) {
	i := strings.LastIndexByte(key, '.')
	if i < 0 {
		return "", key
	}
	return key[:i], key[i+1:]
}

// builtin tells whether settings that begin with name are everybody's.
func builtin(name string) bool {
	return name == "" || slices.ContainsFunc(keys(), func(k string) bool { return strings.HasPrefix(k, name+".") })
}

// keys are the names of everybody's settings.
func keys() []string {
	var out []string
	for _, k := range settings.Keys() {
		out = append(out, k.Name)
	}
	return out
}
