package packs

import (
	"slices"
	"strings"

	"github.com/unhunch/unhunch/content"
)

// Problem is one thing that is wrong with what somebody entered.
type Problem struct {
	Field string // as name, photo or items[2].reps; empty if it is none in particular
	What  string // a sentence without its beginning, as: reps is negative
	Hint  string // what to do
}

// Error says what is wrong and what to do, in one line.
func (p Problem) Error() string {
	out := p.What
	if p.Field != "" && !strings.HasPrefix(out, p.Field) {
		out = p.Field + ": " + out
	}
	if p.Hint != "" {
		out += "; hint: " + p.Hint
	}
	return out
}

// Problems are all that is wrong with an entry. Nothing was saved.
type Problems []Problem

// Error says what is wrong first, and the rest behind it.
func (p Problems) Error() string {
	all := make([]string, len(p))
	for i, one := range p {
		all[i] = one.Error()
	}
	return strings.Join(all, "; ")
}

// Err is the problems as an error; nil if there are none.
func (p Problems) Err() error {
	if len(p) == 0 {
		return nil
	}
	return p
}

// fresh are the problems of packs that were not there before a change. Lines
// move, so that they do not count.
func fresh(before, after []*content.Problem) []*content.Problem {
	var out []*content.Problem
	left := slices.Clone(before)
	for _, p := range after {
		i := slices.IndexFunc(left, func(q *content.Problem) bool { return p.File == q.File && p.Item == q.Item && p.What == q.What })
		if i >= 0 {
			left = slices.Delete(left, i, i+1)
			continue
		}
		out = append(out, p)
	}
	return out
}

// fields says of which fields of a draft what the reader told is. renamed are
// the keys that are called otherwise in a draft.
func fields(told []*content.Problem, item string, renamed map[string]string) Problems {
	var out Problems
	worked := func(p *content.Problem) bool { return slices.Contains([]string{"target_s", "duration_s"}, p.Key) }
	if slices.ContainsFunc(told, func(p *content.Problem) bool { return !worked(p) }) {
		told = slices.DeleteFunc(told, worked) // it only follows from what else is wrong
	}
	for _, p := range told {
		what, hint, _ := strings.Cut(p.What, "; hint: ")
		one := Problem{Field: p.Key, What: what, Hint: hint}
		if name, ok := renamed[p.Key]; ok {
			one.Field = name
		}
		if p.Item != item { // of the file around it, or of another entry
			here := *p
			here.What = what
			one = Problem{What: here.Error(), Hint: hint}
		}
		out = append(out, one)
	}
	return out
}
