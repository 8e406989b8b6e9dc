package safety

import (
	"slices"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// ScreeningState is where a question before a massage stands.
type ScreeningState string

// The states.
const (
	ScreenOpen    ScreeningState = "open"    // never answered, or so long ago that it is asked again
	ScreenNo      ScreeningState = "no"      // it does not apply
	ScreenYes     ScreeningState = "yes"     // it does
	ScreenCleared ScreeningState = "cleared" // it does, and a clinician said that a massage is fine
	ScreenNotApt  ScreeningState = "not-apt" // of a pregnancy, and there is none
)

// ScreeningItem is one question before a massage, and how it stands.
type ScreeningItem struct {
	Question *content.ScreeningQuestion
	State    ScreeningState
	// Because is the fact of the profile that answers it with yes; empty where
	// none does. It counts until the profile says otherwise.
	Because content.Condition
	Answer  ScreeningAnswer // the latest answer; the zero one if there is none
	// AskAgain tells that it was answered and is to be asked again: too long
	// ago, or the profile gained something that calls for it.
	AskAgain bool
	AskAt    time.Time // from when on it is asked again; zero where that cannot be said
}

// Open tells whether it is to be asked, for the first time or again.
func (i ScreeningItem) Open() bool { return i.State == ScreenOpen || i.AskAgain }

// Outgrown tells whether it is asked again because the profile gained something
// since it was answered, and not because that was too long ago by then.
func (i ScreeningItem) Outgrown(on time.Time) bool { return i.AskAgain && on.Before(i.AskAt) }

// Verdict is what it comes to: Held stops a massage, Ask wants a clinician's
// word first, Caution is for the therapist to know. Allowed is every question
// that is not answered with yes.
func (i ScreeningItem) Verdict() Verdict {
	switch i.State {
	case ScreenYes:
		return asked(i.Question.Level)
	case ScreenCleared:
		return Caution
	}
	return Allowed
}

// Checklist is the screening before a massage as it stands.
type Checklist struct {
	Items []ScreeningItem // every question, in the library's order

	// What is yes, by what it means. Stop are reasons against any massage now,
	// Ask those to get a clinician's word first; both leave out what was cleared.
	// Tell is what the therapist has to know, with what was cleared.
	Stop, Ask, Tell []Reason
}

// Blocked tells whether there is a reason against any massage now.
func (c Checklist) Blocked() bool { return len(c.Stop) > 0 }

// Open is how many questions are to be asked.
func (c Checklist) Open() int {
	n := 0
	for _, i := range c.Items {
		if i.Open() {
			n++
		}
	}
	return n
}

// Complete tells whether every question has an answer that still counts.
func (c Checklist) Complete() bool { return c.Open() == 0 }

// gaining are the facts that have the whole checklist gone through again when a
// profile gains them, as the rule "profile-changed" of the library says:
// pregnancy, a blood thinner, cancer, a fracture or surgery.
var gaining = []content.Condition{
	"blood-thinners", "cancer", "fracture", "spinal-fracture", "recent-surgery", "spinal-surgery", "neck-surgery", "shoulder-surgery",
}

// Screening holds the answers against the questions before a massage. Answers
// of an earlier day count until their question is due again: after the shortest
// time in which one of its facts may pass, else after the library's interval. A
// yes stays one until it is answered again, by an answer or by the profile. The
// error is one of the library's; nothing is known then, and nothing cleared.
func (j *Judge) Screening(answers []ScreeningAnswer) (Checklist, error) {
	m, err := j.lib.Massage()
	if err != nil {
		return Checklist{}, err
	}
	facts, err := j.lib.Facts()
	if err != nil {
		return Checklist{}, err
	}
	defaults, err := j.lib.Defaults()
	if err != nil {
		return Checklist{}, err
	}
	s := screening{Judge: j, passing: map[content.Condition]int{}, every: AskAgainAfter, answers: map[string]ScreeningAnswer{}, gained: j.gained()}
	for _, f := range facts {
		s.passing[f.ID] = f.PassingDays
	}
	for _, d := range defaults.Default {
		if d.ID == "profile-safety-review" && d.DefaultDays > 0 {
			s.every = time.Duration(d.DefaultDays) * 24 * time.Hour
		}
	}
	for _, a := range answers {
		// A date in the future, from a clock that was wrong, counts as never.
		if old, ok := s.answers[a.Question]; a.At.Sub(j.on) < 24*time.Hour && (!ok || a.At.After(old.At)) {
			s.answers[a.Question] = a
		}
	}
	return s.checklist(m.Screening), nil
}

// gained is when the profile last gained something that has the whole checklist
// gone through again; zero if it never did.
func (j *Judge) gained() (at time.Time) {
	if j.p.Pregnancy.Is {
		at = j.p.Pregnancy.NotedAt
	}
	for _, c := range gaining {
		if noted := j.p.Facts[c]; noted.After(at) {
			at = noted
		}
	}
	return at
}

// screening is the checklist in the making.
type screening struct {
	*Judge
	passing map[content.Condition]int // days after which a fact is asked about again; 0 means that it lasts
	every   time.Duration
	answers map[string]ScreeningAnswer
	gained  time.Time
}

func (s screening) checklist(questions []content.ScreeningQuestion) Checklist {
	var c Checklist
	var pregnant ScreeningItem
	for i := range questions {
		if q := &questions[i]; isPregnancy(q) {
			pregnant = s.item(q)
		}
	}
	for i := range questions {
		q := &questions[i]
		it := s.item(q)
		if ofPregnancy(q) && !isPregnancy(q) {
			s.within(&it, pregnant)
		}
		c.Items = append(c.Items, it)
		if it.State != ScreenYes && it.State != ScreenCleared {
			continue
		}
		r := s.reason(it)
		switch r.Verdict {
		case Held:
			c.Stop = append(c.Stop, r)
		case Ask:
			c.Ask = append(c.Ask, r)
		default:
			c.Tell = append(c.Tell, r)
		}
	}
	return c
}

// isPregnancy tells whether the question is the one whether there is a
// pregnancy.
func isPregnancy(q *content.ScreeningQuestion) bool {
	return q.FromWeek == 0 && q.ToWeek == 0 && slices.Equal(q.Conditions, []content.Condition{content.Pregnant})
}

// ofPregnancy tells whether the question makes sense in a pregnancy only.
func ofPregnancy(q *content.ScreeningQuestion) bool {
	return slices.Contains(q.Conditions, content.Pregnant) || slices.Contains(q.Conditions, "pregnancy-complication")
}

// item is a question with its latest answer, or that of the profile.
func (s screening) item(q *content.ScreeningQuestion) ScreeningItem {
	it := ScreeningItem{Question: q, State: ScreenOpen}
	a, answered := s.answers[q.ID]
	if answered {
		it.Answer, it.AskAt = a, a.At.Add(s.interval(q))
		lapsed := !s.on.Before(it.AskAt) || a.At.Before(s.gained)
		it.AskAgain = lapsed
		switch {
		case a.Yes && a.ClearedBy != "" && !lapsed:
			it.State = ScreenCleared
		case a.Yes:
			it.State = ScreenYes
		case !lapsed:
			it.State = ScreenNo
		}
	}
	for _, fact := range s.who(q.Conditions) {
		if fact == content.Pregnant && !s.inWeeks(q.FromWeek, q.ToWeek) {
			continue
		}
		it.Because = fact
		cleared := it.State == ScreenCleared && !a.At.Before(s.noted(fact))
		if !cleared {
			it.State = ScreenYes
		}
		it.AskAgain = it.AskAgain && a.Yes
		break
	}
	return it
}

// noted is when the person told a fact.
func (s screening) noted(fact content.Condition) time.Time {
	if fact == content.Pregnant {
		return s.p.Pregnancy.NotedAt
	}
	return s.p.Facts[fact]
}

// interval is how long an answer counts.
func (s screening) interval(q *content.ScreeningQuestion) time.Duration {
	least := s.every
	for _, c := range q.Conditions {
		if days := s.passing[c]; days > 0 {
			least = min(least, time.Duration(days)*24*time.Hour)
		}
	}
	return least
}

// within makes a question that only a pregnancy raises fit to whether there is
// one: its weeks are those of the profile, and without one it is not asked.
func (s screening) within(it *ScreeningItem, pregnant ScreeningItem) {
	q := it.Question
	switch {
	case it.Because != "", it.Answer.Yes && pregnant.Answer.At.Before(it.Answer.At):
	case pregnant.State == ScreenNo:
		it.State, it.AskAgain, it.AskAt = ScreenNotApt, false, time.Time{}
	case s.p.Pregnancy.Is && q.FromWeek+q.ToWeek > 0:
		it.State, it.AskAgain, it.AskAt = ScreenNo, false, time.Time{} // the profile knows the weeks
	}
}

// reason says what a yes means.
func (s screening) reason(it ScreeningItem) Reason {
	q := it.Question
	r := Reason{Because: it.Because, Verdict: it.Verdict(), Sources: q.Sources}
	d := catalog.D{"Question": q.Question, "By": it.Answer.ClearedBy}
	switch {
	case it.State == ScreenCleared:
		r.Text = sentences(catalog.L("Tell the therapist: yes to “{{.Question}}”, and {{.By}} said that a massage is fine.", d), q.Note)
	case it.Because != "":
		r.Text = sentences(beforeMassage(r.Verdict, false, s.name(it.Because)), q.Note)
	case r.Verdict == Held:
		r.Text = sentences(catalog.L("Yes to “{{.Question}}”: no massage now.", d), q.Note)
	case r.Verdict == Ask:
		r.Text = sentences(catalog.L("Yes to “{{.Question}}”: ask a clinician before a massage.", d), q.Note)
	default:
		r.Text = sentences(catalog.L("Tell the therapist: yes to “{{.Question}}”.", d), q.Note)
	}
	return r
}
