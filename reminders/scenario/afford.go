package scenario

import (
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// afford refuses a scenario that would play for hours: a reminder every second
// for a year, or thousands of appointments beside one. The estimate is of the
// steps the scheduler takes, times what it looks at in each: every reminder,
// the lead times of every date, the next days of every fixed time.
func (p *parser) afford(lines []line) {
	passed := p.passed // to the last timed line, the end included
	c := p.file.Config()
	cycles, fixed, times := 0, 0, 0
	for _, r := range c.Reminders {
		switch {
		case !r.Enabled:
		case r.Interval():
			cycles += int(passed / r.Every)
		default:
			fixed += (int(passed/(24*time.Hour)) + 1) * len(r.At)
			times += len(r.At)
		}
	}
	dates := 0
	for _, a := range c.Appointments {
		dates += leads(a, c)
	}
	dates += len(c.Visits)*len(c.FollowUps) + 1
	steps := 3*cycles + 2*fixed + 2*dates + len(p.file.Steps)
	looks := 10 + len(c.Reminders) + 12*(len(c.Appointments)+len(c.Visits)) + 120*times
	if cycles > maxCycle || steps > maxWork/looks {
		p.fail(lastLine(lines), "end earlier, or make the reminders rarer", "the scenario is too long for reminders this frequent")
	}
}

func leads(a reminders.Appointment, c reminders.Config) int {
	if a.Leads != nil {
		return len(a.Leads) + 1
	}
	return len(c.Leads) + 1
}
