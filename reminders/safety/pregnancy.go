package safety

import (
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// Pregnancy says whether somebody is pregnant and how far.
type Pregnancy struct {
	Is      bool
	Due     time.Time // the due date, as midnight UTC of that day; zero if not known
	Stage   Trimester // as told, where the due date is not known
	NotedAt time.Time
}

// Trimester is a third of a pregnancy, 1 to 3; 0 is not known.
type Trimester int

// A pregnancy in days, counted as midwives count: 280 to the due date. The
// first third goes to the end of week 13, the second to the end of week 27.
const (
	term       = 280
	secondFrom = 14 * 7
	thirdFrom  = 28 * 7
	longest    = 42 * 7 // of a pregnancy of unknown stage
	// pastDue is how long after the due date somebody still counts as pregnant
	// without being asked.
	pastDue = 21
)

// days is the range of days the pregnancy may have lasted. A stage that was
// told ages from the day it was noted. Its last day is the end of the third
// that was told: whoever says "first trimester" may be at 13 weeks and 6 days,
// and in the second tomorrow. So from the next day on advice is as strict as
// the stricter of both. That is early for most. A due date makes an end of it.
func (p Pregnancy) days(on time.Time) (from, to int) {
	since := max(0, daysBetween(p.NotedAt.In(on.Location()), on))
	switch {
	case !p.Due.IsZero():
		d := max(0, term-daysBetween(on, p.Due.UTC()))
		return d, d
	case p.NotedAt.IsZero():
	case p.Stage == 1:
		return since, secondFrom - 1 + since
	case p.Stage == 2:
		return secondFrom + since, thirdFrom - 1 + since
	case p.Stage == 3:
		return thirdFrom + since, max(longest, thirdFrom+since)
	}
	return 0, longest
}

// daysBetween counts calendar days: of two instants in b's zone, of an instant
// and a date in the instant's.
func daysBetween(a, b time.Time) int {
	return int(midnight(b).Sub(midnight(a)) / (24 * time.Hour))
}

// midnight is the day of an instant in its own zone, as midnight UTC.
func midnight(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

func third(days int) Trimester {
	switch {
	case days >= thirdFrom:
		return 3
	case days >= secondFrom:
		return 2
	}
	return 1
}

// Weeks are the completed weeks the pregnancy may be in on a day, from and to:
// the same twice if the due date is known, 0 and 42 if nothing is. 0 and 0 for
// whoever is not pregnant.
func (p Pregnancy) Weeks(on time.Time) (from, to int) {
	if !p.Is {
		return 0, 0
	}
	from, to = p.days(on)
	return from / 7, to / 7
}

// Trimester is the third of the pregnancy on a day, 0 if it is not known or
// there is none: by the due date the exact one, otherwise the one that was told.
// Advice heeds all that it may be by now.
func (p Pregnancy) Trimester(on time.Time) Trimester {
	switch {
	case !p.Is || !p.dated():
		return 0
	case p.Due.IsZero():
		return p.Stage
	}
	return p.latest(on)
}

// latest is the third somebody may have reached by a day.
func (p Pregnancy) latest(on time.Time) Trimester {
	_, to := p.days(on)
	return third(to)
}

// dated tells whether something is known of the stage.
func (p Pregnancy) dated() bool {
	return !p.Due.IsZero() || p.Stage >= 1 && p.Stage <= 3 && !p.NotedAt.IsZero()
}

// trimesters are the thirds the pregnancy may be in: advice is as strict as the
// strictest of them.
func (p Pregnancy) trimesters(on time.Time) []Trimester {
	from, to := p.days(on)
	var out []Trimester
	for t := third(from); t <= third(to); t++ {
		out = append(out, t)
	}
	return out
}

// Overdue tells whether the pregnancy must be over by a day: the due date, or
// the latest it can have been, is more than three weeks past. The person has to
// be asked then. Until they answer, they are judged as in the third trimester.
func (p Pregnancy) Overdue(on time.Time) bool {
	if !p.Is {
		return false
	}
	from, _ := p.days(on)
	if !p.dated() {
		if p.NotedAt.IsZero() {
			return false
		}
		from = daysBetween(p.NotedAt.In(on.Location()), on)
	}
	return from > term+pastDue
}

// Words say it to a person, for lists.
func (p Pregnancy) Words(on time.Time) string {
	switch {
	case !p.Is:
		return catalog.L("Not pregnant")
	case p.Overdue(on):
		return catalog.L("Pregnant, past the due date")
	case !p.Due.IsZero():
		week, _ := p.Weeks(on)
		return catalog.L("Pregnant, due {{.Date}} (week {{.Week}})", catalog.D{"Date": p.Due.UTC().Format(time.DateOnly), "Week": week})
	}
	return p.stageWords(on)
}

// stageWords say the third that was told, and what it may be by now.
func (p Pregnancy) stageWords(on time.Time) string {
	may := p.trimesters(on)
	first, last := may[0], may[len(may)-1]
	d := catalog.D{"Date": p.NotedAt.In(on.Location()).Format(time.DateOnly)}
	switch told := p.Trimester(on); {
	case told == 1 && last == 1:
		return catalog.L("Pregnant, first trimester")
	case told == 1 && first == 1:
		return catalog.L("Pregnant, first trimester (told on {{.Date}}; perhaps second by now)", d)
	case told == 1 && last == 2:
		return catalog.L("Pregnant, first trimester (told on {{.Date}}; second by now)", d)
	case told == 1 && first == 2:
		return catalog.L("Pregnant, first trimester (told on {{.Date}}; second or third by now)", d)
	case told == 1:
		return catalog.L("Pregnant, first trimester (told on {{.Date}}; third by now)", d)
	case told == 2 && last == 2:
		return catalog.L("Pregnant, second trimester")
	case told == 2 && first == 2:
		return catalog.L("Pregnant, second trimester (told on {{.Date}}; perhaps third by now)", d)
	case told == 2:
		return catalog.L("Pregnant, second trimester (told on {{.Date}}; third by now)", d)
	case told == 3:
		return catalog.L("Pregnant, third trimester")
	}
	return catalog.L("Pregnant, stage not told")
}

// label begins the reasons that come from a pregnancy in third t.
func (p Pregnancy) label(on time.Time, t Trimester) string {
	switch {
	case p.Overdue(on):
		return catalog.L("Pregnancy, past the due date")
	case !p.dated():
		return catalog.L("Pregnancy, stage not told")
	}
	switch perhaps := len(p.trimesters(on)) > 1; {
	case perhaps && t == 2:
		return catalog.L("Pregnancy, perhaps in the second trimester by now")
	case perhaps && t == 3:
		return catalog.L("Pregnancy, perhaps in the third trimester by now")
	case t == 1:
		return catalog.L("Pregnancy, first trimester")
	case t == 2:
		return catalog.L("Pregnancy, second trimester")
	}
	return catalog.L("Pregnancy, third trimester")
}

// in is what an entry's marks say of third t.
func in(marks content.Trimesters, t Trimester) content.Level {
	return [...]content.Level{marks.T1, marks.T2, marks.T3}[t-1]
}
