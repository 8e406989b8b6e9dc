package main

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

// library is what Unhunch says, with the person's own packs; what is wrong with
// a pack is said on stderr.
func (a *app) library() *content.Library {
	lib, err := packs.Open(content.BuiltIn())
	if err != nil {
		a.warn(sentence(err))
	}
	for _, p := range lib.PackProblems() {
		a.warn(packProblem(p))
	}
	return lib
}

// packProblem says in one line what is wrong in which file of a pack.
func packProblem(p *content.Problem) string {
	in := *p
	in.File = packFile(p)
	return sentence(&in)
}

// packFile is where a problem's file is. Packs name theirs from the folder that
// packs is in.
func packFile(p *content.Problem) string {
	return filepath.Join(filepath.Dir(packs.Folder()), filepath.FromSlash(p.File))
}

// examinePacks is the doctor's look at them.
func examinePacks() finding {
	lib, err := packs.Open(content.BuiltIn())
	if err != nil {
		return finding{"packs", warn, sentence(err), ""}
	}
	mine, problems := lib.Packs(), lib.PackProblems()
	if len(problems) > 0 {
		first := *problems[0]
		what, hint, _ := strings.Cut(first.What, "; hint: ")
		first.What = what
		d := catalog.D{"First": &first, "Hint": hint, "File": packFile(problems[0])}
		f := finding{"packs", warn, catalog.N("{{.Count}} mistake: {{.First}}", "{{.Count}} mistakes, the first: {{.First}}", len(problems), d), ""}
		f.Hint = catalog.L("{{.Hint}}, in {{.File}}", d)
		return f
	}
	entries := 0
	for _, p := range mine {
		entries += p.Tips + p.Exercises + p.Routines + p.Sources
	}
	if len(mine) == 0 {
		return finding{"packs", good, catalog.L("none"), ""}
	}
	return finding{"packs", good, catalog.L("{{.Packs}}, {{.Entries}}", catalog.D{
		"Packs":   catalog.N("{{.Count}} pack", "{{.Count}} packs", len(mine)),
		"Entries": catalog.N("{{.Count}} entry", "{{.Count}} entries", entries),
	}), ""}
}

// person is what was told about a person, and what suits them today.
type person struct {
	profile safety.Profile
	*safety.Judge
}

// person reads the profile. Without it nobody knows whom an entry could harm,
// so that nothing is listed where it cannot be read.
func (a *app) person(ctx context.Context, lib *content.Library) (person, error) {
	var p safety.Profile
	err := a.withStore(ctx, func(ctx context.Context, s *sqlite.Store) (err error) {
		p, err = s.Profile(ctx)
		return err
	})
	return person{p, safety.For(lib, p, a.now())}, err
}

// lengthS is a number of seconds, as a person reads it.
func lengthS(s int) string { return catalog.Length(time.Duration(s) * time.Second) }
