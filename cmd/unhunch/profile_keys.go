package main

import (
	"slices"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// pregnancyKey is the key of pregnancy, which has stages and is no fact.
const pregnancyKey = string(content.Pregnant)

// groups are the groups of facts, in the order they are asked, with other
// words for them.
var groups = []entry{
	{id: string(content.Conditions), name: "what you live with", also: []string{"condition"}},
	{id: string(content.Medicines), name: "what you take", also: []string{"medicine", "medication", "medications"}},
	{id: string(content.Skin), name: "feeling and skin"},
	{id: string(content.Recent), name: "surgery and injuries"},
	{id: string(content.Now), name: "today", also: []string{"today"}},
}

// synonyms are words people use for a fact that its name does not have.
var synonyms = map[content.Condition][]string{
	"anti-inflammatories":   {"nsaid", "nsaids"},
	"blood-thinners":        {"anticoagulant", "anticoagulants", "warfarin", "apixaban", "rivaroxaban", "dabigatran", "heparin"},
	"disc-problem":          {"herniated disc", "prolapsed disc"},
	"heart-disease":         {"angina", "heart failure", "heart attack", "stroke"},
	"high-blood-pressure":   {"hypertension"},
	"leg-clot":              {"dvt", "deep vein thrombosis"},
	"osteoporosis":          {"brittle bones"},
	"over-65":               {"65", "65 or over", "older than 65"},
	"pain-masking-medicine": {"opioids"},
	"reduced-sensation":     {"numbness", "reduced feeling", "reduced skin feeling"},
}

// profileKeys is what can be told about a person.
type profileKeys struct {
	facts []content.Fact
	shelf // pregnancy, then the groups, then the facts
}

func keysOf(lib *content.Library) (profileKeys, error) {
	facts, err := lib.Facts()
	if err != nil {
		return profileKeys{}, err
	}
	k := profileKeys{facts: facts, shelf: shelf{
		missing: func(typed string) string {
			return catalog.L("there is nothing called {{.Given}} to tell", catalog.D{"Given": typed})
		},
		command: "unhunch profile list --all",
	}}
	k.entries = append(k.entries, entry{id: pregnancyKey, name: "pregnancy", also: []string{"pregnant"}})
	k.entries = append(k.entries, groups...)
	for _, f := range facts {
		k.entries = append(k.entries, entry{id: string(f.ID), name: f.Name, also: synonyms[f.ID], text: f.Help})
	}
	// A name such as "Osteoporosis or thin bones" is two, unless one of them
	// begins the name of something else.
	first := len(k.entries) - len(facts)
	for i, f := range facts {
		for _, part := range alternatives(f.Name) {
			if begun := k.that(func(name string) bool { return strings.HasPrefix(name, dashed(part)) }); len(begun) <= 1 {
				k.entries[first+i].also = append(slices.Clone(k.entries[first+i].also), part)
			}
		}
	}
	return k, nil
}

// alternatives are the names a name is made of.
func alternatives(name string) []string {
	var out []string
	for part := range strings.FieldsFuncSeq(strings.ReplaceAll(name, " or ", ","), func(r rune) bool { return strings.ContainsRune(",()", r) }) {
		if part = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(part), "or ")); part != "" && part != name {
			out = append(out, part)
		}
	}
	return out
}

// key is what one of the keys stands for.
type key struct {
	pregnancy bool
	group     content.FactGroup // or
	fact      *content.Fact     // or
}

func (k profileKeys) key(i int) key {
	switch {
	case i == 0:
		return key{pregnancy: true}
	case i <= len(groups):
		return key{group: content.FactGroup(groups[i-1].id)}
	}
	return key{fact: &k.facts[i-1-len(groups)]}
}

// split reads a key of one or several words, and what stands behind it.
func (k profileKeys) split(args []string) (key, []string, error) {
	for n := len(args); n > 0; n-- {
		want := dashed(strings.Join(args[:n], " "))
		if found := k.that(func(name string) bool { return name == want }); len(found) == 1 {
			return k.key(found[0]), args[n:], nil
		}
	}
	if len(args) == 0 {
		args = []string{""}
	}
	i, err := k.find(args[0])
	if err != nil {
		return key{}, nil, err
	}
	return k.key(i), args[1:], nil
}

// of are the facts of a group.
func (k profileKeys) of(g content.FactGroup) []content.Fact {
	var out []content.Fact
	for _, f := range k.facts {
		if f.Group == g {
			out = append(out, f)
		}
	}
	return out
}

// list reads facts of one group, separated by commas, or by blanks where every
// word is one. None, or nothing, is no fact.
func (k profileKeys) list(g content.FactGroup, args []string) ([]content.Fact, error) {
	text := strings.Join(args, " ")
	switch dashed(text) {
	case "none", "no", "nothing", "":
		return nil, nil
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' })
	out, err := k.named(g, parts)
	if err == nil || len(parts) > 1 {
		return out, err
	}
	if words, each := k.named(g, strings.Fields(text)); each == nil {
		return words, nil
	}
	return nil, err
}

func (k profileKeys) named(g content.FactGroup, parts []string) ([]content.Fact, error) {
	var out []content.Fact
	for _, p := range parts {
		if dashed(p) == "" {
			continue
		}
		i, err := k.find(p)
		if err != nil {
			return nil, err
		}
		f := k.key(i).fact
		switch {
		case f == nil:
			return nil, wrong(catalog.L("{{.Command}} lists them", catalog.D{"Command": k.command}),
				catalog.L("{{.Given}} is no single fact", catalog.D{"Given": quoted(p)}))
		case f.Group != g:
			return nil, wrong(catalog.L("write it as: {{.Command}}", catalog.D{"Command": "unhunch profile set " + string(f.ID)}),
				catalog.L("{{.Given}} belongs to {{.Group}}, not to {{.Other}}", catalog.D{"Given": quoted(p), "Group": f.Group, "Other": g}))
		}
		out = append(out, *f)
	}
	return out, nil
}
