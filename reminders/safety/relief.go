package safety

import (
	"slices"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
)

// ReliefScope is what an answer before heat or cold is about, and so how long it
// counts.
type ReliefScope string

// The scopes.
const (
	// AtStart is asked each time something is put on: drowsiness and drink, a
	// cream, whom it is for.
	AtStart ReliefScope = "start"
	// OnPlace is asked of a place once a day: a wound, a fresh injury.
	OnPlace ReliefScope = "place"
	// OfPerson is answered by the profile, or where that was never asked, once in
	// a while.
	OfPerson ReliefScope = "person"
)

// How long answers count. The numbers are our own choice, but for the 48 hours,
// which are the library's.
const (
	startWithin = 10 * time.Minute // an answer AtStart
	freshFor    = 48 * time.Hour   // a fresh injury
)

// ReliefKnown is what is known beside the profile.
type ReliefKnown struct {
	Answers []ReliefAnswer // in any order; the latest to a question about a place counts
	Creams  []diary.Cream  // those of the last days, and patches that are worn
}

// ReliefItem is one question before heat or cold, and how it stands.
type ReliefItem struct {
	Question *content.HeatColdScreen
	Scope    ReliefScope
	State    ScreeningState
	Verdict  Verdict           // what a yes means here
	Because  content.Condition // the fact of the profile that answers it with yes; empty where none does
	Answer   ReliefAnswer      // the answer that counts; the zero one if there is none
	Cream    *diary.Cream      // what was put on, where that answers it with yes
	Until    time.Time         // until when a yes holds back; zero where that cannot be said
}

// ReliefReason is a Reason that may end by itself.
type ReliefReason struct {
	Reason
	Question string    // the id of the question behind it; empty where none is
	Until    time.Time // when it ends; zero where that cannot be said
}

// ReliefCheck is the screening before one session as it stands.
type ReliefCheck struct {
	Items []ReliefItem // every question of the library, in its order

	// Stop are reasons against it now, Ask those to get a clinician's word
	// first, and Heed what to heed, with what was cleared.
	Stop, Ask, Heed []ReliefReason

	MaxMin  int      // how many minutes at most; 0 has no limit but the timer's
	Instead *Instead // what else may help, where it is held back or to be asked about; nil if nothing is known
}

// Open are the questions to be asked before it may begin.
func (c ReliefCheck) Open() []ReliefItem {
	var out []ReliefItem
	for _, i := range c.Items {
		if i.State == ScreenOpen {
			out = append(out, i)
		}
	}
	return out
}

// Verdict is what the answers come to so far, whatever is still open.
func (c ReliefCheck) Verdict() Verdict {
	switch {
	case len(c.Stop) > 0:
		return Held
	case len(c.Ask) > 0:
		return Ask
	case len(c.Heed) > 0:
		return Caution
	}
	return Allowed
}

// MayStart tells whether everything is answered and nothing speaks against it.
func (c ReliefCheck) MayStart() bool {
	return len(c.Stop)+len(c.Ask) == 0 && len(c.Open()) == 0
}

// Relief goes through the questions before one timer on one region. The error
// is one of the library's; nothing is known then, and nothing may start.
func (j *Judge) Relief(t *content.Timer, region diary.Region, known ReliefKnown) (ReliefCheck, error) {
	h, err := j.lib.HeatCold()
	if err != nil {
		return ReliefCheck{}, err
	}
	s, err := j.reliefScreening(t.Modality, region, known)
	if err != nil {
		return ReliefCheck{}, err
	}
	c := s.check(h)
	s.timer(&c, t)
	for _, r := range slices.Concat(c.Stop, c.Ask) {
		if c.Instead = s.warning(r); c.Instead != nil {
			return c, nil
		}
	}
	if len(c.Stop)+len(c.Ask) > 0 {
		c.Instead = s.instead(h)
	}
	return c, nil
}

// reliefScreening is a ReliefCheck in the making.
type reliefScreening struct {
	*Judge
	kind   content.Modality
	region diary.Region
	known  ReliefKnown
	facts  []content.Fact
	every  time.Duration
}

func (j *Judge) reliefScreening(m content.Modality, region diary.Region, known ReliefKnown) (reliefScreening, error) {
	facts, err := j.lib.Facts()
	return reliefScreening{Judge: j, kind: m, region: region, known: known, facts: facts, every: AskAgainAfter}, err
}

func (s reliefScreening) check(h *content.HeatCold) ReliefCheck {
	var c ReliefCheck
	if s.unread {
		c.Ask = append(c.Ask, ReliefReason{Reason: reasons([]finding{unjudged()})[0]})
	}
	var pregnant bool
	for i := range h.Screening {
		q := &h.Screening[i]
		if slices.Contains(q.Conditions, content.Pregnant) {
			pregnant = s.item(q, false).yes()
		}
	}
	for i := range h.Screening {
		it := s.item(&h.Screening[i], pregnant)
		c.Items = append(c.Items, it)
		if it.yes() && it.Verdict != Allowed {
			c.add(s.reason(it))
		}
	}
	s.nevers(&c, h)
	if pregnant && !s.region.In(diary.LowerBack) {
		c.add(s.elsewhere(c))
	}
	return c
}

// yes tells whether the question is answered so, cleared or not.
func (i ReliefItem) yes() bool { return i.State == ScreenYes || i.State == ScreenCleared }

func (c *ReliefCheck) add(r ReliefReason) {
	switch r.Verdict {
	case Held:
		c.Stop = append(c.Stop, r)
	case Ask:
		c.Ask = append(c.Ask, r)
	default:
		c.Heed = append(c.Heed, r)
	}
}

// scopeOf is what a question is about.
func scopeOf(q *content.HeatColdScreen) ReliefScope {
	has := func(list ...content.Condition) bool {
		return slices.ContainsFunc(q.Conditions, func(c content.Condition) bool { return slices.Contains(list, c) })
	}
	switch {
	case len(q.Conditions) == 0, has("muscle-cream", "drowsy", "cannot-move-away"):
		return AtStart
	case q.Level == "stop-area", has("fresh-injury"):
		return OnPlace
	}
	return OfPerson
}

// item is a question as it stands.
func (s reliefScreening) item(q *content.HeatColdScreen, pregnant bool) ReliefItem {
	it := ReliefItem{Question: q, Scope: scopeOf(q), State: ScreenOpen, Verdict: s.means(q)}
	if a, ok := s.answer(q, it.Scope); ok {
		it.Answer = a
		it.State = ScreenNo
		if a.Yes {
			it.State = ScreenYes
		}
		if a.Yes && slices.Contains(q.Conditions, "fresh-injury") {
			it.Until = a.At.Add(freshFor)
		}
	}
	if facts := s.who(q.Conditions); len(facts) > 0 {
		it.Because, it.State = facts[0], ScreenYes
		it.Until = time.Time{}
	}
	if slices.Contains(q.Conditions, "muscle-cream") {
		if c, until, on := diary.CreamLock(s.known.Creams, s.on); on {
			it.Cream, it.State = &c, ScreenYes
			if _, worn := c.Locks(s.on); it.Because == "" && !worn { // nobody knows when a patch comes off
				it.Until = until
			}
		}
	}
	if it.State == ScreenYes && it.Verdict == Ask && s.cleared(it) {
		it.State = ScreenCleared
	}
	switch {
	case it.yes():
	case it.Verdict == Allowed, slices.Contains(q.Conditions, "pregnancy-complication") && !pregnant:
		it.State = ScreenNotApt
	case it.Scope == OfPerson && s.told(q):
		it.State = ScreenNo // by the profile, which has none of it
	}
	return it
}

// means is what a yes comes to.
func (s reliefScreening) means(q *content.HeatColdScreen) Verdict {
	if s.kind == content.Cold {
		return meaning(q.Cold)
	}
	return meaning(q.Heat)
}

// cleared tells whether a clinician said that it is fine, since the fact behind
// it was told.
func (s reliefScreening) cleared(it ReliefItem) bool {
	a := it.Answer
	if a.ClearedBy == "" || !a.Yes {
		return false
	}
	if it.Cream != nil && it.Cream.At.After(a.At) {
		return false
	}
	noted := s.p.Facts[it.Because]
	if it.Because == content.Pregnant {
		noted = s.p.Pregnancy.NotedAt
	}
	return it.Because == "" || !a.At.Before(noted)
}
