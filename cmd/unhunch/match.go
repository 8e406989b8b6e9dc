package main

import (
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// entry is something of the library that can be named on the command line.
type entry struct {
	id   string
	name string   // as a person reads it
	also []string // other names
	text string   // what is said of it, to find what is near
}

// shelf is what one kind of entry is looked for on.
type shelf struct {
	missing func(typed string) string // says that there is none of that name
	command string                    // that lists them: unhunch exercise list
	entries []entry
}

// find tells which entry is meant, by its id, a name of it, or a beginning of
// one that begins no other. Capitals, and what stands between words, do not
// matter. What means nothing, or several, is a mistake that names what is near.
func (s shelf) find(typed string) (int, error) {
	want := dashed(typed)
	if want == "" {
		return 0, wrong(s.all(), catalog.L("the name is missing"))
	}
	for _, fits := range []func(string) bool{
		func(name string) bool { return name == want },
		func(name string) bool { return strings.HasPrefix(name, want) },
	} {
		switch found := s.that(fits); len(found) {
		case 0:
		case 1:
			return found[0], nil
		default:
			return 0, wrong(catalog.L("name one of them"),
				catalog.L("{{.Given}} could be {{.Names}}", catalog.D{"Given": quoted(typed), "Names": s.ids(found)}))
		}
	}
	return 0, wrong(s.hint(typed), s.missing(quoted(typed)))
}

// that are the entries with an id or, where none has, a name that fits.
func (s shelf) that(fits func(string) bool) []int {
	var byID, byName []int
	for i, e := range s.entries {
		if fits(dashed(e.id)) {
			byID = append(byID, i)
		} else if slices.ContainsFunc(append([]string{e.name}, e.also...), func(n string) bool { return fits(dashed(n)) }) {
			byName = append(byName, i)
		}
	}
	if len(byID) == 1 {
		return byID
	}
	return append(byID, byName...)
}

// hint names what is near, or how to see everything.
func (s shelf) hint(typed string) string {
	near := s.near(typed, 3)
	if len(near) == 0 {
		return s.all()
	}
	return catalog.L("did you mean {{.Names}}? {{.Command}} lists them all", catalog.D{"Names": s.ids(near), "Command": s.command})
}

func (s shelf) all() string {
	return catalog.L("{{.Command}} lists them", catalog.D{"Command": s.command})
}

// near are the entries whose names have the words that were typed, perhaps
// with a letter wrong.
func (s shelf) near(typed string, most int) []int {
	list := make([]content.Findable, len(s.entries))
	for i, e := range s.entries {
		list[i] = content.Findable{ID: e.id, Name: e.name, Also: append([]string{e.id}, e.also...), Text: e.text}
	}
	var out []int
	for _, f := range content.NewFinder(list).Find(typed, most) {
		out = append(out, slices.IndexFunc(s.entries, func(e entry) bool { return e.id == f.ID }))
	}
	return out
}

func (s shelf) ids(of []int) string {
	const most = 8
	names := make([]string, 0, len(of))
	for _, i := range of[:min(most, len(of))] {
		names = append(names, s.entries[i].id)
	}
	if len(of) > most {
		return strings.Join(names, ", ") + ", …"
	}
	return oneOf(names)
}

// oneOf writes a choice: a, b or c.
func oneOf(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return catalog.L("{{.Some}} or {{.Last}}", catalog.D{"Some": strings.Join(names[:last], ", "), "Last": names[last]})
}

// complete offers the ids to the shell, for one argument.
func (s shelf) complete(args []string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	out := make([]string, 0, len(s.entries))
	for _, e := range s.entries {
		out = append(out, e.id+"\t"+e.name)
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// dashed is a name in small letters with single dashes between its words.
func dashed(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	}), "-")
}
