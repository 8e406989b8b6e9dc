package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
)

// advised is what safety says of an entry, in a list.
type advised struct {
	Advice safety.Verdict `json:"advice"`
	Reason string         `json:"reason,omitempty"`
}

// grounds is what more a page of one entry says of it.
type grounds struct {
	Reasons []reasonJSON `json:"reasons,omitempty"`
	Instead *insteadJSON `json:"instead,omitempty"`
}

type reasonJSON struct {
	Because content.Condition `json:"because"`
	Advice  safety.Verdict    `json:"advice"`
	Text    string            `json:"text"`
	Sources []sourceJSON      `json:"sources"`
}

type insteadJSON struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
	Name string `json:"name"`
}

type sourceJSON struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Year string `json:"year,omitempty"`
	URL  string `json:"url,omitempty"`
}

func adviceOf(v safety.Advice) advised {
	return advised{cmp.Or(v.Verdict, safety.Allowed), v.Reason()}
}

func groundsOf(v safety.Advice) grounds {
	var g grounds
	for _, r := range v.Reasons {
		g.Reasons = append(g.Reasons, reasonJSON{r.Because, r.Verdict, r.Text, sourcesJSON(r.Sources)})
	}
	if i := v.Instead; i != nil {
		g.Instead = &insteadJSON{i.Kind, i.ID, i.Name}
	}
	return g
}

func sourcesJSON(list []content.Source) []sourceJSON {
	out := make([]sourceJSON, 0, len(list))
	for _, s := range list {
		out = append(out, sourceJSON{s.ID, s.Name, s.Year, s.URL})
	}
	return out
}

// mark says in a list what safety says of an entry; empty where it is allowed.
func (v advised) mark() string {
	switch v.Advice {
	case safety.Held:
		return catalog.L("not now – {{.Reason}}", catalog.D{"Reason": v.Reason})
	case safety.Ask:
		return catalog.L("ask a clinician first – {{.Reason}}", catalog.D{"Reason": v.Reason})
	case safety.Caution:
		return catalog.L("with care – {{.Reason}}", catalog.D{"Reason": v.Reason})
	}
	return ""
}

// word is the mark without the reason.
func (v advised) word() string {
	switch v.Advice {
	case safety.Held:
		return catalog.L("not now")
	case safety.Ask:
		return catalog.L("ask a clinician first")
	case safety.Caution:
		return catalog.L("with care")
	}
	return ""
}

// held begins the page of an entry that is not to be suggested: with why, and
// what to do instead.
func (p *prose) held(v safety.Advice) {
	if v.Suggest() {
		return
	}
	for _, r := range v.Reasons {
		p.para(advised{r.Verdict, r.Text}.mark())
	}
	if len(v.Reasons) == 0 {
		p.para(adviceOf(v).mark())
	}
	if i := v.Instead; i != nil {
		p.para(catalog.L("Instead: {{.Name}} ({{.Command}})", catalog.D{"Name": i.Name, "Command": commandFor(*i)}))
	}
}

// care says on the page of an entry that may be suggested what to heed.
func (p *prose) care(v safety.Advice) {
	if !v.Suggest() {
		return
	}
	var say []string
	for _, r := range v.Reasons {
		say = append(say, r.Text)
	}
	p.list(catalog.L("Because of what you told about yourself"), say)
}

// commandFor shows an entry.
func commandFor(i safety.Instead) string {
	switch i.Kind {
	case "exercise", "routine", "tip":
		return "unhunch " + i.Kind + " show " + i.ID
	case "guide":
		return "unhunch guide " + i.ID
	case "heat", "cold":
		return "unhunch guide heat-and-cold"
	case "serious":
		return "unhunch guide red-flags"
	}
	return "unhunch open " + i.Kind
}

// sources ends the page of an entry with whose pack it is from, what it rests
// on, and what the advice about it does.
func (p *prose) sources(c content.Cited, v safety.Advice) {
	p.para(fromPack(c.Origin))
	list := slices.Clone(c.Sources)
	for _, r := range v.Reasons {
		for _, s := range r.Sources {
			list = appendOnce(list, s)
		}
	}
	if len(list) == 0 {
		return
	}
	p.heading(sourcesTitle())
	if c.General() {
		p.hang("", catalog.L("General advice, no source."))
	}
	for _, s := range list {
		if !s.General {
			p.hang("- ", sourceLine(s))
		}
	}
}

// fromPack says which of the person's packs an entry is from; nothing for what
// is built in.
func fromPack(o content.Origin) string {
	d := catalog.D{"Pack": o.Pack, "Who": o.PrescribedBy}
	switch {
	case o.Pack == "":
		return ""
	case o.PrescribedBy != "":
		return catalog.L("From your pack “{{.Pack}}”, as {{.Who}} advised.", d)
	}
	return catalog.L("From your pack “{{.Pack}}”.", d)
}

// sourceLine is a source with its year and address.
func sourceLine(s content.Source) string {
	parts := []string{s.Name}
	if s.Year != "" {
		parts = append(parts, "("+s.Year+")")
	}
	if s.URL != "" {
		parts = append(parts, s.URL)
	}
	return strings.Join(parts, " ")
}

// filled is a list that JSON writes as [] where there is nothing in it.
func filled[T any](list []T) []T { return append([]T{}, list...) }

// appendOnce adds a source that is not there yet.
func appendOnce(list []content.Source, s content.Source) []content.Source {
	for _, have := range list {
		if have.ID == s.ID {
			return list
		}
	}
	return append(list, s)
}
