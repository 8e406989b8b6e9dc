// Package massage decides around massages: what visits suggest doing
// differently, when the next one is due, what to tell the therapist before it
// and what to ask them. It is pure: visits, pain entries, the library and the
// day come in, advice with its reason comes out.
package massage

import (
	"cmp"
	"slices"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
)

// Suggestion is a rule of the library that holds for somebody's visits.
type Suggestion struct {
	Rule    *content.AdjustmentRule // what to do, on what it rests, its sources
	Because string                  // a sentence with this person's own numbers
	Visit   string                  // the id of the visit it follows from, the last of several
}

// The rules that visits can decide, by their ids in the library.
const (
	PauseAndCall = "pause-and-call"
	Lighter      = "lighter"
	LongerGap    = "longer-gap"
	TalkOrSwitch = "talk-or-switch"
)

// The numbers of the rules, as their texts in the library say them.
const (
	severe       = 7                  // pause and call: pain this strong
	worse        = 2                  // or up by so many points
	lasting      = 72 * time.Hour     // for longer than this
	attributable = 7 * 24 * time.Hour // pain first told later than this is not put down to the visit
	sore         = 4                  // lighter: pain this strong the next day
	gapSessions  = 3                  // longer gap: over so many sessions
	gapPoints    = 2                  // down by so many points
	gapPercent   = 30                 // or by so much
	talkSessions = 4                  // talk or switch: after so many sessions
	talkPoints   = 1                  // changed by less than this
)

// Adjust tells which rules hold for the visits and pain entries, in any order,
// the most urgent first. A rule the library does not have is not suggested.
// Where bookings are to be paused, how often to go is nothing to talk about.
func Adjust(rules []content.AdjustmentRule, visits []diary.Visit, pains []diary.Pain) []Suggestion {
	visits = slices.Clone(visits)
	diary.SortVisits(visits)
	if len(visits) == 0 {
		return nil
	}
	last := visits[len(visits)-1]
	var out []Suggestion
	add := func(id, because string) bool {
		i := slices.IndexFunc(rules, func(r content.AdjustmentRule) bool { return r.ID == id })
		if because == "" || i < 0 {
			return false
		}
		out = append(out, Suggestion{&rules[i], because, last.ID})
		return true
	}
	paused := add(PauseAndCall, alarm(last, pains))
	add(Lighter, tooStrong(last))
	if !paused && !add(LongerGap, helping(visits)) {
		add(TalkOrSwitch, notHelping(visits))
	}
	return out
}

// reading is a pain somebody told some time after a visit.
type reading struct {
	after time.Duration // from the visit's beginning
	pain  int
}

// readings are the pains told after a visit and before an instant, in order;
// the zero instant is open. The answers of the visit itself are among them.
func readings(v diary.Visit, pains []diary.Pain, before time.Time) []reading {
	var out []reading
	add := func(after time.Duration, pain *int) {
		if pain != nil && (before.IsZero() || v.At.Add(after).Before(before)) {
			out = append(out, reading{after, *pain})
		}
	}
	add(v.Length, v.After)
	add(24*time.Hour, v.NextDay)
	add(72*time.Hour, v.ThirdDay)
	for _, p := range pains {
		if after := p.At.Sub(v.At); after > v.Length {
			add(after, &p.Intensity)
		}
	}
	slices.SortStableFunc(out, func(a, b reading) int { return cmp.Compare(a.after, b.after) })
	return out
}

// alarm tells why to pause and call a clinician after a visit; empty where
// there is no reason to. What was strong three days later and is not any more
// is none.
func alarm(v diary.Visit, pains []diary.Pain) string {
	bad := func(pain int) bool { return pain >= severe || v.Before != nil && pain-*v.Before >= worse }
	var late []reading
	for _, r := range readings(v, pains, time.Time{}) {
		if r.after >= lasting {
			late = append(late, r)
		}
	}
	if len(late) == 0 || late[0].after > attributable || !bad(late[0].pain) || !bad(late[len(late)-1].pain) {
		return ""
	}
	if first := late[0].pain; first < severe {
		return catalog.L("More than 72 hours after your massage the pain is {{.Pain}} of 10; it was {{.Before}} before it.", catalog.D{"Pain": first, "Before": *v.Before})
	}
	return catalog.L("More than 72 hours after your massage the pain is {{.Pain}} of 10.", catalog.D{"Pain": late[0].pain})
}

// tooStrong tells why the next massage should be lighter; empty where nothing
// says so. Pain that was as strong before is not put down to the massage.
func tooStrong(v diary.Visit) string {
	switch {
	case v.Bruised:
		return catalog.L("Your last massage left bruises.")
	case v.NextDay != nil && *v.NextDay >= sore && (v.Before == nil || *v.NextDay > *v.Before):
		return catalog.L("The day after your last massage the pain was {{.Pain}} of 10.", catalog.D{"Pain": *v.NextDay})
	}
	return ""
}

// afterwards is the pain a visit ended in: on the third day, else the next,
// else right after it.
func afterwards(v diary.Visit) *int { return cmp.Or(v.ThirdDay, v.NextDay, v.After) }

// change sums up the pain before and after the last n visits; it is false
// where one of them does not tell both, or there are fewer.
func change(visits []diary.Visit, n int) (before, after int, ok bool) {
	if len(visits) < n {
		return 0, 0, false
	}
	for _, v := range visits[len(visits)-n:] {
		a := afterwards(v)
		if v.Before == nil || a == nil {
			return 0, 0, false
		}
		before += *v.Before
		after += *a
	}
	return before, after, true
}

// helping tells why a longer gap may do; empty where nothing says so.
func helping(visits []diary.Visit) string {
	before, after, ok := change(visits, gapSessions)
	if !ok || before == 0 {
		return ""
	}
	down := before - after
	d := catalog.D{"Points": down / gapSessions, "Percent": down * 100 / before}
	switch {
	case down >= gapPoints*gapSessions:
		return catalog.L("Over your last 3 visits the pain went down by {{.Points}} points or more on average.", d)
	case down*100 >= gapPercent*before:
		return catalog.L("Over your last 3 visits the pain went down by {{.Percent}} % on average.", d)
	}
	return ""
}

// notHelping tells why to talk to the therapist, or to try something else;
// empty where nothing says so.
func notHelping(visits []diary.Visit) string {
	before, after, ok := change(visits, talkSessions)
	switch {
	case !ok || before-after >= talkPoints*talkSessions:
		return ""
	case after-before >= talkPoints*talkSessions:
		return catalog.L("Over your last 4 visits the pain went up on average.")
	case before == 0:
		return "" // there was none to ease
	}
	return catalog.L("Over your last 4 visits the pain changed by less than one point on average.")
}
