package agent

import (
	"context"
	"hash/fnv"
	"slices"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
)

// Person is what is known of the person, and which tips they were shown.
type Person interface {
	// Profile is what they told about themselves.
	Profile(ctx context.Context) (safety.Profile, error)
	// TipLog lists the tips shown last, at most so many, oldest first.
	TipLog(ctx context.Context, most int) ([]diary.TipShown, error)
	// TipShown notes that a tip was shown.
	TipShown(ctx context.Context, id string, at time.Time) error
}

// remembered is how many shown tips are looked back on: more than there are
// tips, so that none comes again before all were shown.
const remembered = 1000

// tipAt is the tip a posture check shows, chosen once for each check.
type tipAt struct {
	shown time.Time // when the check was shown
	tip   content.Tip
	ok    bool
}

// tipFor returns the tip of a posture check. A check that stands already keeps
// the one it was shown with. It is false where none suits or none can be read;
// the check then says what every check does.
func (a *Agent) tipFor(p reminders.Prompt) (content.Tip, bool) {
	if a.tip.shown.Equal(p.ShownAt) && !p.ShownAt.IsZero() {
		return a.tip.tip, a.tip.ok
	}
	a.tip = tipAt{shown: p.ShownAt}
	a.tip.tip, a.tip.ok = a.pickTip(p)
	return a.tip.tip, a.tip.ok
}

// rejudge takes back an open check's tip that does not suit any more: the
// profile or a pack was changed while it was on screen.
func (a *Agent) rejudge() {
	p, open := a.state.Prompts[reminders.Posture]
	if !open || !a.tip.ok {
		return
	}
	pool, _ := a.tips()
	if slices.ContainsFunc(pool, func(t content.Tip) bool { return t.ID == a.tip.tip.ID }) {
		return
	}
	a.tip = tipAt{}
	a.show(p)
}

// tips are those that suit the person now; false where it is not known who
// they are.
func (a *Agent) tips() ([]content.Tip, bool) {
	if a.o.Person == nil {
		return nil, false
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	profile, err := a.o.Person.Profile(ctx)
	if err != nil {
		// Whom a tip could harm is not known: better none than a wrong one.
		a.o.Log.Warn("the profile could not be read, so no tip is shown", "err", err)
		return nil, false
	}
	pool, err := safety.For(a.library(), profile, a.now()).DeskTips()
	if err != nil {
		a.o.Log.Warn("the tips could not be read", "err", err)
	}
	return pool, true
}

// patience is how long the store may take to answer.
const patience = 5 * time.Second

func (a *Agent) pickTip(p reminders.Prompt) (content.Tip, bool) {
	pool, known := a.tips()
	if !known {
		return content.Tip{}, false
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	log, err := a.o.Person.TipLog(ctx, remembered)
	if err != nil {
		a.o.Log.Warn("the tips shown before could not be read", "err", err)
	}
	if n := len(log); n > 0 && log[n-1].At.Equal(p.ShownAt.Truncate(time.Millisecond)) {
		// The agent was started again while this check was on screen.
		if i := slices.IndexFunc(pool, func(t content.Tip) bool { return t.ID == log[n-1].ID }); i >= 0 {
			return pool[i], true
		}
	}
	tip, ok := chooseTip(pool, log, situationOf(a.state, a.now()))
	if ok {
		if err := a.o.Person.TipShown(ctx, tip.ID, p.ShownAt); err != nil {
			a.o.Log.Warn("which tip was shown could not be noted", "err", err)
		}
	}
	return tip, ok
}

// library is what Unhunch says, with the person's own packs.
func (a *Agent) library() *content.Library {
	if a.o.Library == nil {
		return content.BuiltIn()
	}
	return a.o.Library()
}

// situation is what a posture check falls into.
type situation struct {
	settled time.Duration // at the desk without a rest
	evening bool
}

// longSit is from when on getting up is the best of all tips, and settling is
// how long somebody still arranges chair and screen.
const (
	longSit  = 50 * time.Minute
	settling = 35 * time.Minute
)

func situationOf(s reminders.State, now time.Time) situation {
	var at situation
	if !s.DeskSince.IsZero() {
		at.settled = now.Sub(s.DeskSince)
	}
	at.evening = now.Hour() >= 18
	return at
}

// fits tells how well a tip suits the situation; more is better.
func (s situation) fits(t content.Tip) int {
	points := 0
	if s.settled >= longSit && (t.Has(content.MicroBreak) || t.Has(content.Standing)) {
		points += 2
	}
	if s.settled < settling && (t.Has(content.Sitting) || t.Has(content.Laptop)) {
		points++
	}
	if s.evening && t.Has(content.Phone) {
		points++
	}
	return points
}

// chooseTip picks the tip of a posture check. No tip comes again before the
// whole pool was shown; among the others the one that suits the situation best
// is taken, about something else than the last one where there is a choice.
func chooseTip(pool []content.Tip, log []diary.TipShown, at situation) (content.Tip, bool) {
	if len(pool) == 0 {
		return content.Tip{}, false
	}
	used, round, last := usedTips(pool, log)
	var about content.TipTag
	for _, t := range pool {
		if t.ID == last && len(t.Tags) > 0 {
			about = t.Tags[0]
		}
	}
	var best content.Tip
	var rank [3]int
	found := false
	for _, t := range pool {
		if used[t.ID] || (t.ID == last && len(pool) > 1) {
			continue
		}
		r := [3]int{at.fits(t), 0, order(t.ID, round)}
		if len(t.Tags) > 0 && t.Tags[0] != about {
			r[1] = 1
		}
		if !found || slices.Compare(r[:], rank[:]) > 0 {
			best, rank, found = t, r, true
		}
	}
	return best, found
}

// usedTips tells which tips of a pool were shown since all of them last were,
// in which round that is, and which tip was the last.
func usedTips(pool []content.Tip, log []diary.TipShown) (used map[string]bool, round int, last string) {
	in := make(map[string]bool, len(pool))
	for _, t := range pool {
		in[t.ID] = true
	}
	used = map[string]bool{}
	for _, s := range log {
		last = s.ID
		if !in[s.ID] {
			continue
		}
		used[s.ID] = true
		if len(used) == len(pool) {
			used = map[string]bool{}
			round++
		}
	}
	return used, round, last
}

// order shuffles the tips, in another way each round.
func order(id string, round int) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(id))
	_, _ = h.Write([]byte{byte(round)})
	return int(h.Sum32())
}
