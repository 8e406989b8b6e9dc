// Package suggest picks the stretch routines that suit now: for how long
// somebody sat, where it hurt last, what they told about themselves, and the
// time of day. It decides and does nothing else.
package suggest

import (
	"slices"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
)

// Situation is what is known of the person and the moment.
type Situation struct {
	Now     time.Time       // on the person's clock
	Desk    time.Duration   // at the desk without a rest; 0 if they are not, or nobody knows
	Pain    *diary.Pain     // the last entry; nil if there is none
	Massage time.Time       // the last visit; zero if there is none
	Profile safety.Profile  // what they told about themselves
	Recent  []diary.Stretch // sessions of late, in any order
}

// Suggestion is a routine with why it is offered now.
type Suggestion struct {
	Why     string
	Routine content.Routine
}

// The rules are ours.
const (
	deskFrom     = 20 * time.Minute // at the desk, from when on a break is offered for it
	painCounts   = 72 * time.Hour   // how long an entry leads to a suggestion
	severeCounts = 24 * time.Hour   // how long after severe pain nothing is suggested
	massageFor   = 24 * time.Hour   // how long after a massage something gentle is offered
	justDone     = 3 * time.Hour    // what was done this lately comes after what was not

	// Most is how many are suggested.
	Most = 3
)

// Severe tells whether pain was logged lately that is too much for suggestions.
func (s Situation) Severe() bool {
	return s.Pain != nil && s.Pain.Intensity >= diary.Severe && s.Now.Sub(s.Pain.At) < severeCounts
}

// idea is a reason, with routines for it, the best one first.
type idea struct {
	why string
	ids []string
}

// Routines picks among all at most Most, the best first, each for another
// reason: nothing that safety holds back or wants to be asked about, and
// nothing at all while pain is severe.
func Routines(all []content.Routine, judge *safety.Judge, s Situation) []Suggestion {
	if s.Severe() {
		return nil
	}
	var out []Suggestion
	taken := map[string]bool{}
	for _, i := range s.ideas(all) {
		for _, id := range s.freshFirst(i.ids) {
			at := slices.IndexFunc(all, func(r content.Routine) bool { return r.ID == id })
			if at < 0 || taken[id] || !judge.Meant(all[at].Pregnancy) || !judge.Routine(&all[at]).Suggest() {
				continue
			}
			taken[id] = true
			out = append(out, Suggestion{i.why, all[at]})
			break
		}
	}
	return out[:min(len(out), Most)]
}

// ideas are the reasons there are, the strongest first.
func (s Situation) ideas(all []content.Routine) []idea {
	var out []idea
	if since := s.Now.Sub(s.Massage); !s.Massage.IsZero() && since >= 0 && since < massageFor {
		out = append(out, idea{catalog.L("After your massage"), []string{"after-massage-5"}})
	}
	if s.Desk >= deskFrom {
		out = append(out, idea{
			catalog.L("At your desk for {{.Length}}", catalog.D{"Length": catalog.InWords(s.Desk)}),
			[]string{"desk-reset-3", "micro-1", "meeting-stealth-2", "pregnancy-6"},
		})
	}
	out = append(out, s.forPain()...)
	out = append(out, s.forPerson(all)...)
	return append(out, s.forHour(), idea{catalog.L("For a short break"), []string{"micro-1", "desk-reset-3"}})
}

// freshFirst puts what was done lately behind what was not.
func (s Situation) freshFirst(ids []string) []string {
	ids = slices.Clone(ids)
	lately := func(id string) int {
		for _, x := range s.Recent {
			if x.Routine == id && x.Counts() && s.Now.Sub(x.Start) < justDone {
				return 1
			}
		}
		return 0
	}
	slices.SortStableFunc(ids, func(a, b string) int { return lately(a) - lately(b) })
	return ids
}

// forPain is for where it hurt last.
func (s Situation) forPain() []idea {
	p := s.Pain
	if p == nil || s.Now.Sub(p.At) >= painCounts || p.Intensity == 0 || p.Intensity >= diary.Severe {
		return nil
	}
	for _, r := range p.Regions {
		if ids := routinesFor(r); ids != nil {
			why := catalog.L("You logged {{.Region}}: {{.Intensity}}", catalog.D{"Region": catalog.Region(string(r)), "Intensity": p.Intensity})
			return []idea{{why, ids}}
		}
	}
	return nil
}

// routinesFor are those for a region, the best one first.
func routinesFor(r diary.Region) []string {
	switch r {
	case diary.Neck, diary.Shoulders:
		return []string{"neck-shoulders-5", "laptop-hunch-4"}
	case diary.UpperBack:
		return []string{"laptop-hunch-4", "neck-shoulders-5"}
	case diary.LowerBack:
		return []string{"low-back-10", "no-bend-5"}
	case diary.Hips:
		return []string{"lunch-legs-6"}
	}
	return nil
}

// forPerson are the routines made for what the person told.
func (s Situation) forPerson(all []content.Routine) []idea {
	var ids []string
	for _, r := range all {
		made := r.Pregnancy == content.OnlyPregnant
		for _, c := range r.Suits {
			made = made || s.Profile.Has(c)
		}
		if made {
			ids = append(ids, r.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return []idea{{catalog.L("Suits what you told about you"), ids}}
}

// forHour is for the time of day.
func (s Situation) forHour() idea {
	switch h := s.Now.Hour(); {
	case h >= 5 && h < 11:
		return idea{catalog.L("Morning"), []string{"morning-5", "micro-1"}}
	case h >= 11 && h < 14:
		return idea{catalog.L("Around midday"), []string{"lunch-legs-6", "desk-reset-3"}}
	case h >= 14 && h < 18:
		return idea{catalog.L("Afternoon"), []string{"laptop-hunch-4", "micro-1"}}
	}
	return idea{catalog.L("Evening"), []string{"evening-8", "after-massage-5"}}
}
