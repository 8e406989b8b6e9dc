package content

import (
	"reflect"
	"sync"
)

// plan is what check needs to know of a type of entry, worked out once.
type plan struct {
	id     []int // where its ID is; nil if it has none
	fields []planned
	asks   bool // it is a checker
}

// planned is one field of an entry.
type planned struct {
	index  int
	name   string // in the file
	needed bool
	ours   bool // needed only in what is built in
	cited  bool // says what the entry rests on
	embeds bool // its own fields are the entry's
}

var (
	plans       sync.Map // reflect.Type -> *plan
	choices     sync.Map // reflect.Type -> []string
	citedType   = reflect.TypeFor[Cited]()
	chooserType = reflect.TypeFor[chooser]()
	checkerType = reflect.TypeFor[checker]()
)

func planOf(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	p := &plan{asks: reflect.PointerTo(t).Implements(checkerType)}
	if f, ok := t.FieldByName("ID"); ok {
		p.id = f.Index
	}
	for i := range t.NumField() {
		f := t.Field(i)
		name, rule := f.Tag.Get("toml"), f.Tag.Get("content")
		if name == "-" || !f.IsExported() || rule == "own" { // checks itself
			continue
		}
		p.fields = append(p.fields, planned{
			index: i, name: name, needed: rule != "optional", ours: rule == "built-in",
			cited: f.Type == citedType, embeds: f.Anonymous,
		})
	}
	plans.Store(t, p)
	return p
}

// choicesOf are the texts a type may have; nil if any will do.
func choicesOf(t reflect.Type) []string {
	if t.PkgPath() == "" { // string itself
		return nil
	}
	if may, ok := choices.Load(t); ok {
		return may.([]string)
	}
	var may []string
	if t.Implements(chooserType) {
		may = reflect.Zero(t).Interface().(chooser).choices()
	}
	choices.Store(t, may)
	return may
}
