package content

import (
	"errors"
	"fmt"
	"reflect"
)

// checkCited tells which sources are cited by nothing though they are not
// marked as background, and the other way round.
func (l *Library) checkCited() error {
	used := map[string]bool{}
	tips, e1 := l.Tips()
	exercises, e2 := l.Exercises()
	routines, e3 := l.Routines()
	heatCold, e4 := l.HeatCold()
	massage, e5 := l.Massage()
	flags, e6 := l.RedFlags()
	therapies, e7 := l.Therapies()
	defaults, e8 := l.Defaults()
	pain, e9 := l.Pain()
	guides, e10 := l.Guides()
	deskCheck, e11 := l.DeskCheck()
	emergency, e12 := l.EmergencyNumbers()
	facts, e13 := l.Facts()
	if err := errors.Join(e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13); err != nil {
		return err
	}
	for _, part := range []any{tips, exercises, routines, heatCold, massage, flags, therapies, defaults, pain, guides, deskCheck, emergency, facts} {
		collect(reflect.ValueOf(part), used)
	}
	all, err := l.Sources()
	bad := []error{err}
	for _, s := range all {
		switch {
		case !used[s.ID] && !s.Background:
			bad = append(bad, &Problem{File: "sources.toml", Item: fmt.Sprintf("source %q", s.ID), What: "is cited by nothing; hint: cite it, remove it, or write background = true"})
		case used[s.ID] && s.Background:
			bad = append(bad, &Problem{File: "sources.toml", Item: fmt.Sprintf("source %q", s.ID), What: "is cited, but marked background; hint: remove that line"})
		}
	}
	return errors.Join(bad...)
}

// collect notes every source anything in v cites.
func collect(v reflect.Value, used map[string]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			collect(v.Elem(), used)
		}
	case reflect.Slice:
		for i := range v.Len() {
			collect(v.Index(i), used)
		}
	case reflect.Struct:
		if v.Type() == citedType {
			for _, id := range v.Interface().(Cited).SourceIDs {
				used[id] = true
			}
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				collect(v.Field(i), used)
			}
		}
	default:
	}
}
