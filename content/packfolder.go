package content

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// packsAt is how messages call the folder the packs are in.
const packsAt = "packs/"

// What the packs may hold. Somebody's own programme needs a small part of it;
// the limits are there so that a folder put here by mistake, or by somebody
// else, cannot keep Unhunch from starting.
const (
	maxPacks    = 50
	maxFiles    = 500     // in one folder
	maxFile     = 1 << 20 // bytes of a TOML file
	maxEntry    = 16 << 10
	maxEntries  = 1000     // of one kind in a pack
	maxProblems = 100      // told of one kind in a pack
	maxPicture  = 20 << 20 // bytes of a photo
	maxSketch   = 2 << 20  // bytes of an svg
	maxText     = 8 << 20  // bytes of a pack's exercises and sketches
	maxName     = 80       // characters
	maxNote     = 1000
)

// packPart is a part of a pack that is read on its own.
type packPart int

const (
	inFolder packPart = iota
	inSources
	inTips
	inExercises
	inRoutines
	packParts
)

// pack is one of the packs. Each part of it is filled by the section of packs
// that reads it.
type pack struct {
	PackInfo
	files fs.FS // all packs

	problems [packParts][]*Problem
	own      register        // its sources
	gone     map[string]bool // sources of it that were refused
	links    []tipLink
}

// packs are the packs beside a library.
type packs struct {
	base    *Library
	files   fs.FS
	folders func() []*pack
	outside []*Problem // of no pack in particular

	gotSources   section[[]Source]
	gotTips      section[[]Tip]
	gotExercises section[[]Exercise]
	gotRoutines  section[*Routines]
}

func newPacks(base *Library, files fs.FS) *packs {
	ps := &packs{base: base, files: files}
	ps.folders = sync.OnceValue(ps.find)
	return ps
}

// read reads everything. A base that cannot be read is told where it is used.
func (ps *packs) read() {
	_, _ = ps.sources()
	_, _ = ps.tips()
	_, _ = ps.exercises()
	_, _ = ps.routines()
}

// find looks for packs and reads what each says of itself.
func (ps *packs) find() []*pack {
	outside := func(name, what string) {
		ps.outside = append(ps.outside, &Problem{File: packsAt + label(name), What: what})
	}
	list, err := listFolder(ps.files, ".")
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			ps.outside = append(ps.outside, &Problem{File: "packs", What: err.Error()})
		}
		return nil
	}
	var out []*pack
	for _, e := range list {
		name := e.Name()
		switch {
		case strings.HasPrefix(name, "."):
		case e.Type()&fs.ModeSymlink != 0:
			outside(name, errLink.Error())
		case !e.IsDir():
			if ext := strings.ToLower(path.Ext(name)); ext != ".md" && ext != ".txt" { // notes of one's own
				outside(name, "is no folder; hint: a pack is a folder of files, put it into one here")
			}
		case label(name) != name || !fs.ValidPath(name):
			outside(name, "cannot be a pack's name; hint: rename the folder, letters and digits are best")
		case len(out) == maxPacks:
			outside(name, fmt.Sprintf("is one more than the %d packs that are read; hint: remove some", maxPacks))
		default:
			p := &pack{files: ps.files, PackInfo: PackInfo{Folder: name}}
			p.readInfo(out)
			out = append(out, p)
		}
	}
	return out
}

// packFile is what a pack says of itself.
type packFile struct {
	Name         string `toml:"name"`
	PrescribedBy string `toml:"prescribed_by" content:"optional"`
	Note         string `toml:"note" content:"optional"`
	Language     string `toml:"language" content:"optional"`
}

func (f *packFile) check(say report) {
	short := func(key string, s *string, most int) {
		if n := utf8.RuneCountInString(*s); n > most {
			say(key, "%s has %d characters, more than %d; hint: shorten it", key, n, most)
		}
		if !oneLine(*s) || utf8.RuneCountInString(*s) > most {
			*s = "" // it would spoil every line it is shown in
		}
	}
	short("name", &f.Name, maxName)
	short("prescribed_by", &f.PrescribedBy, maxName)
	short("note", &f.Note, maxNote)
	if strings.Trim(f.Language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != "" || len(f.Language) > 35 {
		say("language", "language %q is no code of a language; hint: as en or pt-BR", f.Language)
		f.Language = ""
	}
}

// readInfo reads pack.toml. Without one the pack goes by its folder's name.
func (p *pack) readInfo(others []*pack) {
	const file = "pack.toml"
	var f packFile
	d := &document{file: p.label(file), own: true}
	text, err := readText(p.files, p.at(file))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		d.add(0, "", "is not there; hint: write one with a line such as name = \"My programme\"")
	case err != nil:
		d.bad = append(d.bad, asProblem(d.file, err))
	default:
		d.text = text
		if d.decode(&f) {
			d.check(&f)
		} else {
			f = packFile{}
		}
	}
	if slices.ContainsFunc(others, func(o *pack) bool { return strings.EqualFold(o.Name, f.Name) }) {
		d.add(d.line("name"), "", fmt.Sprintf("name %q is another pack's too; hint: give one of them another", f.Name))
		f.Name = ""
	}
	p.Name, p.PrescribedBy, p.Note, p.Language = f.Name, f.PrescribedBy, f.Note, f.Language
	if p.Name == "" {
		p.Name = p.Folder
	}
	p.note(inFolder, d.bad)
	p.strangers()
}

// strangers tells of files nobody will ever read, which is what a slip in a
// name comes to.
func (p *pack) strangers() {
	list, err := listFolder(p.files, p.Folder)
	if err != nil {
		p.note(inFolder, []error{&Problem{File: packsAt + p.Folder, What: err.Error()}})
		return
	}
	known := []string{"pack.toml", "sources.toml", "tips.toml", "routines.toml"}
	for _, e := range list {
		if name := e.Name(); isTOML(name) && !slices.Contains(known, name) {
			p.note(inFolder, []error{&Problem{File: p.label(name), What: "is not read; hint: a pack has " + strings.Join(known, ", ") + " and exercises/*.toml"}})
		}
	}
}

// isTOML tells whether a file is to be read; editors keep their own copies
// under names that begin with a dot.
func isTOML(name string) bool {
	return strings.EqualFold(path.Ext(name), ".toml") && !strings.HasPrefix(name, ".")
}

func (p *pack) at(file string) string    { return p.Folder + "/" + file }
func (p *pack) label(file string) string { return packsAt + label(p.at(file)) }

// origin is what an entry of the pack says of where it comes from.
func (p *pack) origin(overrides bool) Origin {
	return Origin{Pack: p.Name, PrescribedBy: p.PrescribedBy, Overrides: overrides}
}

// note keeps what is wrong with a part of the pack, up to a limit.
func (p *pack) note(part packPart, bad []error) {
	for _, err := range bad {
		var one *Problem
		if !errors.As(err, &one) {
			continue
		}
		switch n := len(p.problems[part]); {
		case n < maxProblems:
			p.problems[part] = append(p.problems[part], one)
		case n == maxProblems:
			p.problems[part] = append(p.problems[part], &Problem{File: one.File, What: "has more problems than are listed, and what follows is left out; hint: mend these first"})
		}
	}
}

// full tells whether so much is wrong with a part that the rest of it is not
// read.
func (p *pack) full(part packPart) bool { return len(p.problems[part]) > maxProblems }

// label is a name as it can be shown in a line of text.
func label(name string) string {
	if oneLine(name) && utf8.ValidString(name) {
		return name
	}
	return strconv.Quote(name)
}
