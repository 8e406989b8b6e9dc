package content

import (
	"embed"
	"fmt"
	"io/fs"
	"sync"
)

//go:embed data/en
var builtIn embed.FS

// Library reads what Unhunch says from one language's folder. Each section is
// read on first use and kept. All methods may be called from anywhere at once;
// what they return is shared and only to be read.
type Library struct {
	files fs.FS
	base  *Library // the same without packs; nil if there are none
	packs *packs

	sources   section[[]Source]
	lookup    section[register]
	tips      section[[]Tip]
	exercises section[[]Exercise]
	routines  section[*Routines]
	heatCold  section[*HeatCold]
	massage   section[*Massage]
	redFlags  section[*RedFlags]
	emergency section[*EmergencyNumbers]
	therapies section[[]Therapy]
	facts     section[[]Fact]
	defaults  section[*Defaults]
	deskCheck section[*DeskCheck]
	pain      section[*Pain]
	guides    section[[]Guide]
	coverage  section[*Coverage]
}

// section is a part of the library that is read once.
type section[T any] struct {
	once sync.Once
	v    T
	err  error
}

func (s *section[T]) get(read func() (T, error)) (T, error) {
	s.once.Do(func() {
		s.v, s.err = read()
		if s.err != nil {
			var none T
			s.v = none // half of a section would mislead
		}
	})
	return s.v, s.err
}

var english = sync.OnceValue(func() *Library {
	files, err := fs.Sub(builtIn, "data/en")
	if err != nil { // the name above is a constant, and valid
		panic(err)
	}
	return Open(files)
})

// BuiltIn returns the library that is compiled in, in English.
func BuiltIn() *Library { return english() }

// Open returns the library in a folder laid out as data/en. Nothing is read
// yet; what is wrong with a file is told when its section is asked for, or by
// Check.
func Open(files fs.FS) *Library { return &Library{files: files} }

// read fills into from a file whose entries cite the register.
func (l *Library) read(file string, into any) error {
	d, err := l.open(file)
	if err != nil {
		return err
	}
	if d.decode(into) {
		d.check(into)
	}
	return d.err()
}

// open gets a file ready whose entries cite the register.
func (l *Library) open(file string) (*document, error) {
	known, err := l.register()
	if err != nil {
		return nil, err
	}
	return l.openWith(known, file)
}

func (l *Library) openWith(known register, file string) (*document, error) {
	text, err := fs.ReadFile(l.files, file)
	if err != nil {
		return nil, missingFile(file, err)
	}
	return &document{file: file, text: text, known: known}, nil
}

func missingFile(file string, err error) error {
	return &Problem{File: file, What: fmt.Sprintf("cannot be read: %v; hint: put it back", err)}
}

// Check reads everything and tells all that is wrong, also between sections: a
// reference to something that is not there, a source nobody cites, an entry no
// part of the founding article leads to. It does not look at packs: what is
// wrong with those is told by PackProblems.
func (l *Library) Check() error {
	if l.base != nil {
		return l.base.Check()
	}
	index, unread := l.Index()
	coverage, untraced := l.Coverage()
	if err := together(unread, untraced); err != nil {
		return err
	}
	return together(l.checkReferences(index), l.checkInstead(), coverage.trace(index), l.checkCited())
}
