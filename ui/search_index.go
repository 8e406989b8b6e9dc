package ui

import (
	"slices"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// finder looks through everything there is. It is made when it is first asked
// for.
func (w *Window) finder() *content.Finder {
	if w.found == nil {
		all := w.findables()
		w.found = content.NewFinder(all)
		w.findable = map[string]content.Findable{}
		for _, f := range all {
			w.findable[f.Kind+":"+f.ID] = f
		}
	}
	return w.found
}

// findables are the places and settings of the window and what the library
// has. What of it cannot be read is missing here; its own screen says why.
func (w *Window) findables() []content.Findable {
	out := foundScreens()
	lib, _ := w.library().Findables()
	out = append(out, lib...)
	if desk, err := w.library().DeskCheck(); err == nil {
		for _, q := range desk.Questions {
			out = append(out, content.Findable{Kind: "desk-check", ID: q.ID, Name: q.Name, Line: q.Ask})
		}
	}
	facts, _ := w.library().Facts()
	for _, f := range facts {
		out = append(out, content.Findable{Kind: kindFact, ID: string(f.ID), Name: f.Name, Line: f.Help, Text: strings.Join(f.Words, " ")})
	}
	out = append(out, foundSettings()...)
	order := map[string]int{}
	for i, k := range foundKinds() {
		order[k.kind] = i
	}
	slices.SortStableFunc(out, func(a, b content.Findable) int { return order[a.Kind] - order[b.Kind] })
	return out
}

// foundScreens are the screens that make sense on their own, with other words
// for them.
func foundScreens() []content.Findable {
	also := map[Screen]string{
		Today:    catalog.L("home, start, log pain, next reminder"),
		Posture:  catalog.L("sitting, desk check-up, ergonomics, tips"),
		Stretch:  catalog.L("exercises, routines, movement"),
		Relief:   catalog.L("heat, cold, ice, pack, timer"),
		Massage:  catalog.L("appointments, visits, therapist"),
		Journal:  catalog.L("diary, pain entries, history"),
		Serious:  catalog.L("red flags, warning signs, emergency, doctor"),
		Settings: catalog.L("preferences, options, theme, text size, working hours"),
		Guide:    catalog.L("guides, read, massage types, techniques, other therapies"),
		Sources:  catalog.L("references, evidence, literature"),
		AboutMe:  catalog.L("profile, pregnancy, conditions, medicines, safety"),
		Editor:   catalog.L("new routine, build, change, own exercises, import a pack"),
		Visit:    catalog.L("log a massage, new visit"),
		Booking:  catalog.L("book a massage, new appointment"),
		Prepare:  catalog.L("checklist, screening, what to tell the therapist, where it hurts"),
		Reminder: catalog.L("new reminder of your own, alarm, water, medicine, heat pack"),
		Relax:    catalog.L("breathe, slow breathing, pacer, progressive muscle relaxation, calm, stress"),
		Welcome:  catalog.L("introduction, first steps, tour"),
	}
	var out []content.Findable
	for _, p := range places() {
		if words, ok := also[p.screen]; ok {
			out = append(out, content.Findable{Kind: kindScreen, ID: string(p.screen), Name: p.name, Also: []string{words}})
		}
	}
	return out
}

// foundSettings are the lines of the Settings screen.
func foundSettings() []content.Findable {
	var out []content.Findable
	for _, g := range settingGroups() {
		for _, l := range g.lines {
			out = append(out, content.Findable{Kind: kindSetting, ID: l.key, Name: l.label, Also: []string{g.title}, Line: g.title, Text: l.doc})
		}
	}
	return append(out, content.Findable{
		Kind: kindSetting, ID: partOwn, Name: catalog.L("Reminders of your own"),
		Also: []string{catalog.L("new reminder of your own, alarm, water, medicine, heat pack")},
	})
}

// startingPoints are what an empty search offers.
func (w *Window) startingPoints() []content.Findable {
	w.finder()
	var out []content.Findable
	for _, ref := range []string{
		"screen:serious", "routine:desk-reset-3", "guide:massage-what-it-can-do", "guide:heat-and-cold",
		"guide:self-care", "screen:profile", "screen:sources",
	} {
		f, ok := w.findable[ref]
		if ok && adviceOn(w.library(), w.judge(), f.Kind, f.ID).Suggest() {
			out = append(out, f)
		}
	}
	return out
}
