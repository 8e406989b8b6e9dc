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
		if part = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(part), "or ")); part != "" && part != name && !slices.Contains(fragments, part) {
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

// split reads a key of one or several words, and what stands behind it. What is
// noted about a person is never guessed: a key is a whole id or name.
func (k profileKeys) split(args []string) (key, []string, error) {
	if len(args) == 0 || dashed(args[0]) == "" {
		return key{}, nil, wrong(k.all(), catalog.L("the name is missing"))
	}
	for n, arg := range args[1:] {
		if strings.TrimSpace(arg) == "" {
			return key{}, nil, wrong(catalog.L("leave it out, or write it in full"),
				catalog.L("what stands behind {{.Given}} is empty", catalog.D{"Given": quoted(strings.Join(args[:n+1], " "))}))
		}
	}
	for n := len(args); n > 0; n-- {
		if dashed(args[n-1]) == "" {
			continue
		}
		i, ok := k.exactly(strings.Join(args[:n], " "))
		if ok {
			return k.key(i), args[n:], nil
		}
	}
	if n := len(args) - 1; n > 0 {
		if _, err := yesOrNo(args[n]); err == nil {
			args = args[:n]
		}
	}
	return key{}, nil, k.unknown(strings.Join(args, " "))
}

// exactly tells what has that id, name or synonym. Capitals, and what stands
// between words, do not matter.
func (k profileKeys) exactly(typed string) (int, bool) {
	want := squeezed(typed)
	found := k.that(func(name string) bool { return squeezed(name) == want })
	if want == "" || len(found) != 1 || unclear[dashed(typed)] != nil {
		return 0, false
	}
	return found[0], true
}

// squeezed is a name in small letters without anything between them.
func squeezed(s string) string { return strings.ReplaceAll(dashed(s), "-", "") }

// unknown says that something is no key, and which keys are like it.
func (k profileKeys) unknown(typed string) error {
	want := dashed(typed)
	var could []int
	for _, id := range unclear[want] {
		could = append(could, slices.IndexFunc(k.entries, func(e entry) bool { return e.id == string(id) }))
	}
	if len(could) == 0 {
		could = k.that(func(name string) bool { return strings.HasPrefix(name, want) })
	}
	if len(could) > 1 {
		return wrong(catalog.L("name one of them"),
			catalog.L("{{.Given}} could be {{.Names}}", catalog.D{"Given": quoted(typed), "Names": k.ids(could)}))
	}
	if len(could) == 0 {
		could = k.near(typed, 3)
	}
	if len(could) == 0 { // written as one word, perhaps with a letter wrong
		could = k.squeezed().near(squeezed(typed), 3)
	}
	if len(could) == 0 {
		return wrong(k.all(), k.missing(quoted(typed)))
	}
	return wrong(catalog.L("did you mean {{.Names}}? {{.Command}} lists them all", catalog.D{"Names": k.ids(could), "Command": k.command}),
		k.missing(quoted(typed)))
}

// squeezed are the keys with their names as single words.
func (k profileKeys) squeezed() shelf {
	var out shelf
	for _, e := range k.entries {
		one := entry{id: e.id, name: squeezed(e.name)}
		for _, also := range e.also {
			one.also = append(one.also, squeezed(also))
		}
		out.entries = append(out.entries, one)
	}
	return out
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
	case "none", "no", "nothing":
		return nil, nil
	case "":
		return nil, wrong(catalog.L("write none to say that nothing applies"),
			catalog.L("what belongs to {{.Group}} is missing", catalog.D{"Group": g}))
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
		i, ok := k.exactly(p)
		if !ok {
			return nil, k.unknown(strings.TrimSpace(p))
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
