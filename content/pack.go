package content

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"
)

// PackInfo is a folder of somebody's own tips, exercises and routines.
type PackInfo struct {
	Folder       string // its name under packs
	Name         string // as a person reads it, no other pack's; the folder's if it has none
	PrescribedBy string // whose advice it is; may be empty
	Note         string // a sentence about it; may be empty
	Language     string // of its texts, such as de; may be empty

	// How much of it is in the library; what has a problem is not.
	Tips, Exercises, Routines, Sources int
}

// OpenWith returns a library with packs added: every folder in packs is one,
// laid out like the library's own as data/README.md describes. What is wrong
// with one costs only the entry it is in and is told by PackProblems; base
// stays as it is, and packs it has of its own are left out. Nothing is read
// yet.
//
// Links are not followed. To be safe from folders that change while they are
// read, take packs from an os.Root. Packs may be nil, or not be there at all.
func OpenWith(base *Library, packs fs.FS) *Library {
	if base.base != nil {
		base = base.base
	}
	if packs == nil {
		return base
	}
	return &Library{files: base.files, base: base, packs: newPacks(base, packs)}
}

// Packs lists the packs in the order of their folders' names. It reads all of
// them.
func (l *Library) Packs() []PackInfo {
	if l.packs == nil {
		return nil
	}
	l.packs.read()
	var out []PackInfo
	for _, p := range l.packs.folders() {
		out = append(out, p.PackInfo)
	}
	return out
}

// PackProblems tells all that is wrong with the packs, pack by pack and line by
// line. It reads all of them.
func (l *Library) PackProblems() []*Problem {
	if l.packs == nil {
		return nil
	}
	l.packs.read()
	folders := l.packs.folders()
	out := slices.Clone(l.packs.outside)
	for _, p := range folders {
		for part, bad := range p.problems {
			bad = slices.Clone(bad)
			if packPart(part) == inTips {
				bad = append(bad, l.packs.deadLinks(p)...)
			}
			slices.SortStableFunc(bad, func(a, b *Problem) int {
				return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
			})
			out = append(out, bad...)
		}
	}
	return out
}
