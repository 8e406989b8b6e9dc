package main

import (
	"context"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
)

// The guides that speak of what safety judges.
const (
	heatGuide        = "heat-and-cold"
	massagePrefix    = "massage-"
	typesGuide       = massagePrefix + "types"
	techniquesGuide  = massagePrefix + "techniques"
	pregnancyGuide   = massagePrefix + "pregnancy"
	precautionsGuide = massagePrefix + "precautions"
	therapiesGuide   = "other-therapies"
)

// adviceJSON is what safety says of something a guide speaks of.
type adviceJSON struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
	Name string `json:"name"`
	advised
}

// forPerson is what of a guide suits the person. A guide can be read where the
// profile cannot; then it says so. told is false for somebody who told nothing.
func (a *app) forPerson(ctx context.Context, lib *content.Library, guide string) (advice []adviceJSON, told bool, err error) {
	if guide != heatGuide && guide != therapiesGuide && !strings.HasPrefix(guide, massagePrefix) {
		return nil, false, nil
	}
	me, err := a.person(ctx, lib)
	if err != nil {
		a.warn(catalog.L("this guide is not matched to you, because what you told about yourself cannot be read: {{.Problem}}", catalog.D{"Problem": sentence(err)}))
		return nil, false, nil
	}
	advice, err = guideAdvice(lib, me, guide)
	return advice, !me.profile.Empty(), err
}

// guideAdvice judges everything a guide speaks of.
func guideAdvice(lib *content.Library, me person, guide string) (out []adviceJSON, err error) {
	add := func(kind, id, name string, v safety.Advice) {
		out = append(out, adviceJSON{kind, id, name, adviceOf(v)})
	}
	switch guide {
	case heatGuide:
		add("heat", string(content.Heat), catalog.L("Heat"), me.HeatCold(content.Heat))
		add("cold", string(content.Cold), catalog.L("Cold"), me.HeatCold(content.Cold))
		h, err := lib.HeatCold()
		if err != nil {
			return nil, err
		}
		for i := range h.Timers {
			if t := &h.Timers[i]; t.Offered {
				add("heat-cold.timer", t.ID, t.Name, me.Timer(t))
			}
		}
		return out, nil
	case therapiesGuide:
		all, err := lib.Therapies()
		if err != nil {
			return nil, err
		}
		for i := range all {
			add("therapy", all[i].ID, all[i].Name, me.Therapy(&all[i]))
		}
		return out, nil
	}
	m, err := lib.Massage()
	if err != nil {
		return nil, err
	}
	add("massage", "massage", catalog.L("Massage"), me.Massage())
	for i := range m.Types {
		if t := &m.Types[i]; guide == typesGuide || guide == pregnancyGuide && t.NeedsScreen == "pregnancy" {
			add("massage.type", t.ID, t.Name, me.MassageType(t))
		}
	}
	for i := range m.Techniques {
		if t := &m.Techniques[i]; guide == techniquesGuide {
			add("massage.technique", t.ID, t.Name, me.Technique(t))
		}
	}
	return out, nil
}

// forYou writes what of a guide does not simply suit the person. What was said
// of something before is not said again.
func (p *prose) forYou(list []adviceJSON) {
	seen := map[advised]bool{}
	var say []string
	for _, v := range list {
		if mark := v.mark(); mark != "" && !seen[v.advised] {
			seen[v.advised] = true
			say = append(say, catalog.L("{{.Name}}: {{.Advice}}", catalog.D{"Name": v.Name, "Advice": mark}))
		}
	}
	p.list(catalog.L("For you"), say)
}
