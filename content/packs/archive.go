package packs

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/unhunch/unhunch/content"
)

// What a pack from elsewhere may hold. It may be anybody's file: whatever it
// says of itself, no more than this is read.
const (
	maxMembers   = 1000      // files
	maxUnpacked  = 100 << 20 // bytes of them all
	maxArchive   = 110 << 20 // bytes of the zip
	maxDirectory = 1 << 20   // bytes of its list of files
	maxPath      = 200       // bytes of a name
	maxDeep      = 6         // folders in each other
)

var errTooMany = fmt.Errorf("it holds more than %d files, which no pack does; hint: look for the right file", maxMembers)

// readArchive reads the files of a zip. What does not belong into a pack is
// left out and told; what no honest pack holds is refused.
func readArchive(r io.ReaderAt, size int64) (files map[string][]byte, left []*content.Problem, err error) {
	return readWithin(r, size, maxUnpacked)
}

// readWithin does that for at most so many bytes unpacked.
func readWithin(r io.ReaderAt, size, room int64) (files map[string][]byte, left []*content.Problem, err error) {
	if size > maxArchive {
		return nil, nil, fmt.Errorf("it is larger than %d MB, which no pack is; hint: look for the right file", maxArchive>>20)
	}
	b := &budget{r, maxDirectory}
	z, err := zip.NewReader(b, size)
	switch {
	case b.left < 0:
		return nil, nil, errTooMany
	case err != nil:
		return nil, nil, errors.New("it is no zip file, or a damaged one; hint: have it sent again")
	}
	b.left = 1 << 62 // what is read from here on is counted as it comes out
	if len(z.File) > 2*maxMembers {
		return nil, nil, errTooMany
	}
	g := gathering{files: map[string][]byte{}, names: map[string]bool{}, room: room}
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") && f.Mode().IsDir() {
			if _, err := member(strings.TrimSuffix(f.Name, "/")); err != nil {
				return nil, nil, err
			}
			continue
		}
		if f.Flags&1 != 0 {
			return nil, nil, fmt.Errorf("%q in it is locked with a password; hint: ask for it without one", f.Name)
		}
		if err := g.take(f.Name, f.Mode(), func() (io.ReadCloser, error) { return f.Open() }); err != nil {
			return nil, nil, err
		}
	}
	return g.files, g.left, g.check()
}

// budget reads no more than so many bytes.
type budget struct {
	io.ReaderAt
	left int64
}

func (b *budget) ReadAt(p []byte, at int64) (int, error) {
	if b.left -= int64(len(p)); b.left < 0 {
		return 0, errTooMany
	}
	return b.ReaderAt.ReadAt(p, at)
}

// readFolder reads the files of a folder by the same rules.
func readFolder(files fs.FS) (read map[string][]byte, left []*content.Problem, err error) {
	g := gathering{files: map[string][]byte{}, names: map[string]bool{}, room: maxUnpacked}
	seen := 0
	err = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("%s cannot be read: %w; hint: see that it may be read by you", name, err)
		case name == ".":
			return nil
		}
		if seen++; seen > 2*maxMembers {
			return errTooMany
		}
		if d.IsDir() {
			if foreign(name) {
				return fs.SkipDir
			}
			_, err := member(name)
			return err
		}
		return g.take(name, d.Type(), func() (io.ReadCloser, error) { return files.Open(name) })
	})
	if err != nil {
		return nil, nil, err
	}
	return g.files, g.left, g.check()
}

// gathering are the files of a pack as they are read.
type gathering struct {
	files map[string][]byte
	names map[string]bool // in small letters
	left  []*content.Problem
	room  int64
}

// take reads one file, unless it is left out.
func (g *gathering) take(name string, mode fs.FileMode, open func() (io.ReadCloser, error)) error {
	clean, err := member(name)
	if err != nil {
		return err
	}
	switch {
	case foreign(clean):
		return nil
	case mode&fs.ModeSymlink != 0:
		return fmt.Errorf("%q in it is a link, and links are not followed; hint: ask for a pack with the thing itself", name)
	case !mode.IsRegular():
		return fmt.Errorf("%q in it is no ordinary file; hint: ask for a pack without it", name)
	case g.names[strings.ToLower(clean)]:
		return fmt.Errorf("%q is in it twice; hint: ask for a pack with one of them", name)
	case len(g.names) == maxMembers:
		return errTooMany
	}
	g.names[strings.ToLower(clean)] = true
	most := mostOf(clean)
	if most == 0 {
		g.left = append(g.left, &content.Problem{File: clean, What: "is left out, a pack holds no such file; hint: a pack has TOML files and pictures"})
		return nil
	}
	f, err := open()
	if err != nil {
		return damaged(name)
	}
	defer func() { _ = f.Close() }() // it was only read
	b, err := io.ReadAll(io.LimitReader(f, min(most, g.room)+1))
	switch {
	case int64(len(b)) > g.room:
		return errors.New("it holds more than any pack does; hint: look for the right file")
	case int64(len(b)) > most:
		return fmt.Errorf("%q in it is larger than %d KB; hint: ask for a smaller one", name, most>>10)
	case err != nil:
		return damaged(name)
	}
	g.room -= int64(len(b))
	g.files[clean] = b
	return nil
}

func damaged(name string) error {
	return fmt.Errorf("%q in it is damaged or cannot be read; hint: have it sent again", name)
}

// check refuses a file that is a folder as well.
func (g *gathering) check() error {
	for name := range g.names {
		for at := path.Dir(name); at != "."; at = path.Dir(at) {
			if g.names[at] {
				return fmt.Errorf("%q in it is a file and a folder; hint: ask for a pack with one of them", at)
			}
		}
	}
	return nil
}

// member is the name of a file in a pack, if it is one that stays in there and
// can be shown.
func member(name string) (string, error) {
	odd := func(r rune) bool {
		return unicode.IsControl(r) || unicode.In(r, unicode.Cf) || strings.ContainsRune(`\:*?"<>|`, r)
	}
	switch {
	case !utf8.ValidString(name):
		return "", fmt.Errorf("%q in it has a name in an unknown encoding; hint: ask for names of letters and digits", name)
	case len(name) > maxPath || strings.Count(name, "/") >= maxDeep:
		return "", fmt.Errorf("%q in it has too long a name; hint: ask for a pack as Unhunch exports it", shortened(name))
	case !fs.ValidPath(name) || name == "." || strings.ContainsFunc(name, odd):
		return "", fmt.Errorf("%q in it has a name that leads elsewhere or that no pack has; hint: do not use this file", name)
	}
	return name, nil
}

func shortened(name string) string { return strings.ToValidUTF8(name[:min(len(name), 60)], "") + "…" }

// foreign tells whether a name is one that systems leave in folders and zips.
func foreign(name string) bool {
	return slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool {
		return strings.HasPrefix(part, ".") || part == "__MACOSX" || strings.EqualFold(part, "Thumbs.db") || strings.EqualFold(part, "desktop.ini")
	})
}

// mostOf is how many bytes a file of a pack may have; 0 if it is none.
func mostOf(name string) int64 {
	switch ext := strings.ToLower(path.Ext(name)); {
	case ext == ".svg":
		return maxSketch
	case isPicture(name):
		return maxPhoto
	case ext == ".toml", ext == ".md", ext == ".txt":
		return maxFile
	}
	return 0
}
