package content

import (
	"errors"
	"fmt"
	"slices"
)

// Problem is one thing that is wrong in a file of the library.
type Problem struct {
	File string // its name inside the language's folder; packs/NAME/… for a pack's
	Line int    // where, from 1; 0 if it concerns the whole file
	Item string // which entry, as: exercise "chin-tuck"; may be empty
	What string // what is wrong, and a hint
	Key  string // the key of the entry it concerns, as items[2].reps; empty if it is none in particular
}

// Error says where and what, in one line.
func (p *Problem) Error() string {
	where := p.File
	if p.Line > 0 {
		where = fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	if p.Item != "" {
		return where + ": " + p.Item + ": " + p.What
	}
	return where + ": " + p.What
}

// Problems lists every Problem an error of this package holds, each once, in
// the order they were found.
func Problems(err error) []*Problem {
	return gather(nil, err)
}

func gather(found []*Problem, err error) []*Problem {
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range several.Unwrap() {
			found = gather(found, e)
		}
		return found
	}
	var one *Problem
	if errors.As(err, &one) && !slices.Contains(found, one) {
		found = append(found, one)
	}
	return found
}

// together joins errors; a problem that several sections met is told once.
func together(errs ...error) error {
	all := errors.Join(errs...)
	found := Problems(all)
	if len(found) == 0 {
		return all
	}
	once := make([]error, len(found))
	for i, p := range found {
		once[i] = p
	}
	return errors.Join(once...)
}
