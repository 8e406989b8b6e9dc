package settings

import (
	"fmt"
	"slices"
	"strings"

	"github.com/unhunch/unhunch/reminders"
)

// firstPart is the part of a dotted name before its first dot, empty where
// there is none.
func firstPart(name string) string {
	first, _, dotted := strings.Cut(name, ".")
	if !dotted {
		return ""
	}
	return first
}

// find is the setting a dotted name means. Plain NAME.every is own.NAME.every
// where such a reminder exists. own.NAME.… is found for every good name,
// whether or not that reminder exists. The error is a Problem.
func find(s Settings, name string) (field, error) {
	name = strings.TrimSpace(name)
	if f, ok := lookUp(s, name); ok {
		return f, nil
	}
	who, names := firstPart(name), s.names()
	if rest, ok := strings.CutPrefix(name, "own."); ok {
		who, _, _ = strings.Cut(rest, ".")
		if err := checkOwnName(who); err != nil {
			return field{}, err
		}
		names = ownNames(who)
	} else if s.own(who) >= 0 {
		name, names = "own."+name, ownNames(who)
	}
	return field{}, unknown(name, names)
}

// lookUp is find without a word on what may be meant instead.
func lookUp(s Settings, name string) (field, bool) {
	fs := fields
	who, ok := strings.CutPrefix(name, "own.")
	if ok {
		who = firstPart(who)
	} else if who = firstPart(name); s.own(who) >= 0 {
		name = "own." + name
	} else {
		who = ""
	}
	if who != "" {
		if checkOwnName(who) != nil {
			return field{}, false
		}
		fs = ownFields(who)
	}
	i := slices.IndexFunc(fs, func(f field) bool { return f.Name == name })
	if i < 0 {
		return field{}, false
	}
	return fs[i], true
}

func ownNames(who string) []string {
	var names []string
	for _, f := range ownFields(who) {
		names = append(names, f.Name)
	}
	return names
}

// names are all dotted names, those of own reminders also without own.
func (s Settings) names() []string {
	var names []string
	for _, k := range s.Keys() {
		names = append(names, k.Name)
		if plain, ok := strings.CutPrefix(k.Name, "own."); ok {
			names = append(names, plain)
		}
	}
	return names
}

// unknown says that there is no such setting, and which one may be meant.
func unknown(name string, names []string) Problem {
	shown := name
	if !plainName(name) {
		shown = quoted(name)
	}
	p := Problem{Key: shown, Reason: "there is no such setting"}
	if near := reminders.Nearest(name, names); near != "" {
		p.Hint = fmt.Sprintf("did you mean %s?", near)
		return p
	}
	group := firstPart(name + ".")
	var in []string
	for _, n := range names {
		if last, ok := strings.CutPrefix(n, group+"."); ok {
			in = append(in, last)
		}
	}
	p.Hint = "see: unhunch settings list"
	if len(in) > 0 {
		p.Hint = fmt.Sprintf("%s has: %s", group, strings.Join(in, ", "))
	}
	return p
}

// plainName tells whether name can be printed as it is.
func plainName(name string) bool {
	return name != "" && len(name) <= 80 && !strings.ContainsFunc(name, func(r rune) bool {
		return !bareRune(r) && r != '.'
	})
}

// tables are the names of the tables settings stand in.
func tables() []string {
	var names []string
	for _, f := range fields {
		if t := firstPart(f.Name); t != "" && !slices.Contains(names, t) {
			names = append(names, t)
		}
	}
	return append(names, "own")
}
