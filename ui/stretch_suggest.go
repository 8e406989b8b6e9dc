package ui

import (
	"slices"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
)

// suggestion is a routine with why it is offered now.
type suggestion struct {
	why     string
	routine content.Routine
}

const (
	// suggestAfter is how long somebody has to have been at the desk to be
	// offered a break for it.
	suggestAfter = 20 * time.Minute
	// painCounts is how long an entry of the journal leads to a suggestion.
	painCounts = 72 * time.Hour
	// severeCounts is how long after severe pain nothing is suggested.
	severeCounts = 24 * time.Hour
	// mostSuggested are shown.
	mostSuggested = 3
)

// severe tells whether pain was logged lately that is too much for suggestions.
func severe(p diary.Pain, logged bool, now time.Time) bool {
	return logged && p.Intensity >= diary.Severe && now.Sub(p.At) < severeCounts
}

// idea is a reason, with routines for it, the best one first.
type idea struct {
	why string
	ids []string
}

// suggest picks what suits now, and the person: nothing that safety holds back
// or wants to be asked about.
func (w *Window) suggest(judge *safety.Judge, pain diary.Pain, logged bool) []suggestion {
	now := w.now()
	if severe(pain, logged, now) {
		return nil
	}
	all := w.allRoutines()
	ideas := w.sittingIdeas()
	if logged && now.Sub(pain.At) < painCounts {
		ideas = append(ideas, painIdeas(pain)...)
	}
	ideas = append(ideas, w.personIdeas(all)...)
	ideas = append(ideas, timeIdea(now), idea{catalog.L("For a short break"), []string{"micro-1", "desk-reset-3"}})
	var out []suggestion
	taken := map[string]bool{}
	for _, i := range ideas {
		for _, id := range i.ids {
			r := routineIn(all, id)
			if r == nil || taken[id] || !judge.Routine(r).Suggest() {
				continue
			}
			taken[id] = true
			out = append(out, suggestion{i.why, *r})
			break
		}
	}
	return out[:min(len(out), mostSuggested)]
}

func routineIn(all []content.Routine, id string) *content.Routine {
	for i := range all {
		if all[i].ID == id {
			return &all[i]
		}
	}
	return nil
}

// sittingIdeas are for somebody who has been at the desk for long.
func (w *Window) sittingIdeas() []idea {
	if !w.live() || w.status.DeskSince == nil || slices.Contains([]string{"idle", "locked", "asleep"}, w.status.Presence) {
		return nil
	}
	long := w.now().Sub(*w.status.DeskSince)
	if long < suggestAfter {
		return nil
	}
	return []idea{{catalog.L("At your desk for {{.Length}}", catalog.D{"Length": minutes(long)}), []string{"desk-reset-3", "micro-1", "meeting-stealth-2", "pregnancy-6"}}}
}

// painIdeas are for where it hurt last.
func painIdeas(p diary.Pain) []idea {
	if p.Intensity == 0 || p.Intensity >= diary.Severe {
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

// personIdeas are the routines made for what the person told.
func (w *Window) personIdeas(all []content.Routine) []idea {
	var ids []string
	for _, r := range all {
		made := r.Pregnancy == content.OnlyPregnant
		for _, c := range r.Suits {
			made = made || w.about.profile.Has(c)
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

// timeIdea is for the time of day.
func timeIdea(now time.Time) idea {
	switch h := now.Hour(); {
	case h >= 5 && h < 11:
		return idea{catalog.L("Morning"), []string{"morning-5", "micro-1"}}
	case h >= 11 && h < 14:
		return idea{catalog.L("Around midday"), []string{"lunch-legs-6", "desk-reset-3"}}
	case h >= 14 && h < 18:
		return idea{catalog.L("Afternoon"), []string{"laptop-hunch-4", "micro-1"}}
	}
	return idea{catalog.L("Evening"), []string{"evening-8", "after-massage-5"}}
}
