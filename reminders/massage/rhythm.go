package massage

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
)

// Rhythm is how often somebody goes, how long it helps, and when the next
// massage is due by that.
type Rhythm struct {
	Visit string // the id of the last visit
	Every int    // days from one visit to the next, as a rule; 0 is not known
	// Known tells that something is known of how long the relief lasts: Lasts
	// days, or at least so many where it had not faded when it was last told.
	Known   bool
	Lasts   int
	AtLeast bool
	// Due is when the next massage is due by; zero where nothing says when, or
	// where what the visits suggest is not to book.
	Due time.Time
}

const (
	lookedAt    = 5              // visits a rhythm is read from
	widest      = 5 * 24         // hours between two readings; what lies further apart tells nothing
	longestDue  = 42             // days; nobody is reminded later by the relief alone
	bookingHour = 10             // o'clock, when the reminder to book comes
	halfDay     = 12 * time.Hour // relief is told in whole days
)

// steps are the gaps a course is stretched by, in days: weekly, every two
// weeks, monthly.
var steps = []int{7, 14, 30}

// RhythmOf reads the rhythm from visits and pain entries, in any order. Days
// are of the zone. What somebody does by themselves sets none.
func RhythmOf(m *content.Massage, visits []diary.Visit, pains []diary.Pain, zone *time.Location) Rhythm {
	visits = slices.DeleteFunc(slices.Clone(visits), func(v diary.Visit) bool {
		return slices.ContainsFunc(m.Types, func(t content.MassageType) bool { return t.ByOneself && t.ID == v.Type })
	})
	diary.SortVisits(visits)
	if len(visits) == 0 {
		return Rhythm{}
	}
	last := visits[len(visits)-1]
	r := Rhythm{Visit: last.ID, Every: every(visits)}
	r.Known, r.Lasts, r.AtLeast = lasts(visits, pains)
	if days := r.gap(m, Adjust(m.Rules, visits, pains)); days > 0 {
		at := last.At.In(zone)
		y, mo, d := at.Date()
		r.Due = time.Date(y, mo, d+days, 0, 0, 0, 0, zone)
	}
	return r
}

// gap is in how many days after the last visit the next is due; 0 is never.
func (r Rhythm) gap(m *content.Massage, suggested []Suggestion) int {
	longer := false
	for _, s := range suggested {
		switch s.Rule.ID {
		case PauseAndCall, TalkOrSwitch:
			return 0
		case LongerGap:
			longer = true
		}
	}
	days := r.Every
	switch {
	case r.Known && !r.AtLeast:
		days = min(r.Lasts, longestDue)
	case r.Known && longer && days > 0:
		days = max(r.Lasts, next(days))
	case r.Known:
		days = max(days, r.Lasts, steps[0])
	}
	if days == 0 {
		return 0
	}
	return max(days, m.Frequency.MinGapDays)
}

// next is the next longer step after a gap, or the gap itself.
func next(days int) int {
	for _, s := range steps {
		if s > days+days/4 {
			return s
		}
	}
	return days
}

// every is the usual number of days between the last visits, in order: the
// middle one. Visits of one day count once.
func every(visits []diary.Visit) int {
	var gaps []int
	for i := 1; i < len(visits); i++ {
		if d := days(visits[i].At.Sub(visits[i-1].At)); d > 0 {
			gaps = append(gaps, d)
		}
	}
	gaps = gaps[max(0, len(gaps)-lookedAt):]
	if len(gaps) == 0 {
		return 0
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/2]
}

func days(d time.Duration) int { return int(math.Round(d.Hours() / 24)) }

// relief is how long a visit helped.
type relief struct {
	length  time.Duration
	atLeast bool // it had not faded when it was last told
}

// lasts is how many days the relief lasts, by the last visits of which that can
// be told: the middle one.
func lasts(visits []diary.Visit, pains []diary.Pain) (known bool, n int, atLeast bool) {
	var all []relief
	for i := len(visits) - 1; i >= 0 && len(all) < lookedAt; i-- {
		var after *diary.Visit
		if i+1 < len(visits) {
			after = &visits[i+1]
		}
		if r, ok := reliefOf(visits[i], after, pains); ok {
			all = append(all, r)
		}
	}
	if len(all) == 0 {
		return false, 0, false
	}
	slices.SortFunc(all, func(a, b relief) int { return cmp.Compare(a.length, b.length) })
	middle := all[len(all)/2]
	return true, days(middle.length), middle.atLeast
}

// reliefOf is how long the pain stayed below what it was before a visit: until
// midway between the last time it was told to be and the first time it was told
// to be back. The pain before the visit after it is the last one that counts. It
// is false where too little was told.
func reliefOf(v diary.Visit, after *diary.Visit, pains []diary.Pain) (relief, bool) {
	if v.Before == nil || *v.Before == 0 {
		return relief{}, false
	}
	var until time.Time
	if after != nil {
		until = after.At
	}
	told := readings(v, pains, until)
	if after != nil && after.Before != nil {
		told = append(told, reading{after.At.Sub(v.At), *after.Before})
	}
	below := time.Duration(-1)
	for _, r := range told {
		switch {
		case r.pain < *v.Before && (below < 0 || r.after-below <= widest*time.Hour):
			below = r.after
		case r.pain < *v.Before: // long silent: who knows what was in between
			return relief{below, true}, below >= halfDay
		case below >= 0 && r.after-below <= widest*time.Hour:
			return relief{(below + r.after) / 2, false}, true
		case below >= 0:
			return relief{below, true}, below >= halfDay
		}
	}
	if below >= halfDay {
		return relief{below, true}, true
	}
	// It never was below: that is no relief if it was told soon enough.
	soon := slices.ContainsFunc(told, func(r reading) bool { return r.after >= halfDay && r.after <= widest*time.Hour })
	return relief{}, below < 0 && soon
}

// Remind is when to remind of booking: in the morning of the day the next
// massage is due by. Zero where it is not.
func (r Rhythm) Remind() time.Time {
	if r.Due.IsZero() {
		return time.Time{}
	}
	y, m, d := r.Due.Date()
	return time.Date(y, m, d, bookingHour, 0, 0, 0, r.Due.Location())
}

// Words say the rhythm in a sentence or two; empty where nothing is known.
func (r Rhythm) Words() string {
	text := ""
	switch {
	case r.Known && r.Lasts == 0:
		text = catalog.L("Relief lasted less than a day.")
	case r.Known && r.AtLeast:
		text = catalog.N("Relief lasted for at least {{.Count}} day.", "Relief lasted for at least {{.Count}} days.", r.Lasts)
	case r.Known:
		text = catalog.N("Relief faded after about {{.Count}} day.", "Relief faded after about {{.Count}} days.", r.Lasts)
	case r.Every > 0:
		text = catalog.N("You go about every day.", "You go about every {{.Count}} days.", r.Every)
	}
	if r.Due.IsZero() {
		return text
	}
	due := catalog.L("Next due by {{.Weekday}} {{.Day}} {{.Month}}.", catalog.D{
		"Weekday": catalog.ShortWeekday(r.Due.Weekday()), "Day": r.Due.Day(), "Month": catalog.ShortMonth(r.Due.Month()),
	})
	return text + " " + due
}
