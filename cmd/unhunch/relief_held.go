package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/reminders/safety"
)

// heldBack prints why nothing was started, from where that is known, and what
// else may help.
func (a *app) heldBack(o putOn, c safety.ReliefCheck) error {
	all := slices.Concat(c.Stop, c.Ask)
	if o.asJSON {
		if err := a.printJSON(heldJSON(c)); err != nil {
			return err
		}
	} else {
		p := a.prose()
		p.title(catalog.L("{{.Kind}}: not now", catalog.D{"Kind": relief.Kind(o.kind)}))
		p.list(catalog.L("Why"), a.reasonLines(all))
		if c.Instead != nil {
			p.para(catalog.L("Instead: {{.Name}}", catalog.D{"Name": c.Instead.Name}))
		}
		if err := p.print(a.out); err != nil {
			return err
		}
	}
	hint := catalog.L("unhunch guide heat-and-cold says more")
	if len(c.Stop) == 0 {
		hint = catalog.L("once a clinician said that it is fine, say so with: {{.Command}}", catalog.D{"Command": fmt.Sprintf("--cleared %q", all[0].Question+"=my GP")})
	}
	return errors.New(hinted(strings.TrimSuffix(all[0].Text, "."), hint))
}

// reasonLines are reasons with when they end and their sources.
func (a *app) reasonLines(list []safety.ReliefReason) (out []string) {
	for _, r := range list {
		text := r.Text
		if !r.Until.IsZero() {
			text += " " + catalog.L("Again from {{.Time}}.", catalog.D{"Time": a.shortNow(r.Until)})
		}
		var names []string
		for _, s := range r.Sources {
			names = append(names, s.Name)
		}
		out = append(out, text+" ("+strings.Join(names, " · ")+")")
	}
	return out
}

// heldReason is a reason for programs.
type heldReason struct {
	Question string     `json:"question,omitempty"`
	Text     string     `json:"text"`
	Until    *time.Time `json:"until,omitempty"`
	Sources  []string   `json:"sources"`
}

// heldRow is what speaks against heat or cold, for programs.
type heldRow struct {
	Verdict safety.Verdict  `json:"verdict"`
	Stop    []heldReason    `json:"stop"`
	Ask     []heldReason    `json:"ask"`
	Heed    []heldReason    `json:"heed"`
	Open    []string        `json:"open"`
	MaxS    int             `json:"max_s,omitempty"`
	Instead *insteadOfStart `json:"instead,omitempty"`
}

// insteadOfStart is what else may help.
type insteadOfStart struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
	Name string `json:"name"`
}

func heldJSON(c safety.ReliefCheck) heldRow {
	rows := func(list []safety.ReliefReason) []heldReason {
		out := []heldReason{}
		for _, r := range list {
			row := heldReason{Question: r.Question, Text: r.Text, Sources: []string{}}
			if !r.Until.IsZero() {
				row.Until = &r.Until
			}
			for _, s := range r.Sources {
				row.Sources = append(row.Sources, s.ID)
			}
			out = append(out, row)
		}
		return out
	}
	h := heldRow{Verdict: c.Verdict(), Stop: rows(c.Stop), Ask: rows(c.Ask), Heed: rows(c.Heed), Open: []string{}, MaxS: c.MaxMin * 60}
	for _, it := range c.Open() {
		h.Open = append(h.Open, it.Question.ID)
	}
	if c.Instead != nil {
		h.Instead = &insteadOfStart{c.Instead.Kind, c.Instead.ID, c.Instead.Name}
	}
	return h
}
