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
	cited  bool // says what the entry rests on
	embeds bool // its own fields are the entry's
}

var (
	plans       sync.Map // reflect.Type -> *plan
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
			index: i, name: name, needed: rule != "optional",
			cited: f.Type == citedType, embeds: f.Anonymous,
		})
	}
	plans.Store(t, p)
	return p
}
