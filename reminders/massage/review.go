package massage

import (
	"slices"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
)

// courseGap is how long somebody may stay away before the next visit begins
// another course.
const courseGap = 90 * 24 * time.Hour

// Review tells where a course of massages stands.
type Review struct {
	Visits int  // of the course so far
	Of     int  // it is looked at after so many visits, and again after as many more
	Since  int  // visits since it was to be looked at last
	Due    bool // it is to be looked at now
	Capped bool // there were so many that going on is a question of its own
	Cap    string
}

// ReviewOf counts the visits of the course the last one belongs to. What is due
// stays so until the next visit.
func ReviewOf(f content.FrequencyDefaults, visits []diary.Visit) Review {
	visits = slices.Clone(visits)
	diary.SortVisits(visits)
	r := Review{Of: f.ReviewAfterSessions}
	for i := len(visits) - 1; i >= 0; i-- {
		if i+1 < len(visits) && visits[i+1].At.Sub(visits[i].At) > courseGap {
			break
		}
		r.Visits++
	}
	if r.Of > 0 {
		r.Since = r.Visits % r.Of
		r.Due = r.Visits > 0 && r.Since == 0
		if r.Due {
			r.Since = r.Of
		}
	}
	if f.CapSessions > 0 && r.Visits >= f.CapSessions {
		r.Capped, r.Cap = true, f.CapText
	}
	return r
}

// Words say it in a sentence or two; empty before the first visit.
func (r Review) Words() string {
	if r.Visits == 0 || r.Of == 0 {
		return ""
	}
	text := catalog.L("{{.Since}} of {{.Of}} visits until you look whether it helps.", catalog.D{"Since": r.Since, "Of": r.Of})
	if r.Due {
		text = catalog.N("After {{.Count}} visit it is time to look: does it help, and is it worth the money?",
			"After {{.Count}} visits it is time to look: does it help, and is it worth the money?", r.Visits)
	}
	if r.Capped {
		text += " " + r.Cap
	}
	return text
}
