package packs

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/folders"
)

// ErrThere says that a pack is there already, and was not to be replaced.
var ErrThere = errors.New("a pack of this name is there already; hint: say that it is to be replaced")

// Import is a pack from elsewhere, looked at before it is taken in.
type Import struct {
	content.PackInfo // what it says of itself, and how much of it can be used

	RoutineNames []string
	Overrides    []string           // names of what is Unhunch's own and would be replaced by it
	Problems     []*content.Problem // all that is wrong with it; what it is in is left out
	Replaces     string             // the folder of the pack it would take the place of; empty if it is new

	top   string // the folder it was in, with its slash
	files map[string][]byte
}

// OpenImport reads a pack from a zip file or a folder, and tells what is in it.
// It fails on what is no pack, or was made to do harm. Nothing is written.
func OpenImport(lib *content.Library, from string) (*Import, error) {
	files, left, err := readFrom(from)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be imported: %w", from, err)
	}
	top, err := topOf(files)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be imported: %w", from, err)
	}
	i := &Import{top: top, files: map[string][]byte{}}
	for name, b := range files {
		i.files[strings.TrimPrefix(name, top)] = b
	}
	i.Folder = folderFor(strings.TrimSuffix(top, "/"), from)
	c, end, err := look(lib)
	if err != nil {
		return nil, err
	}
	defer end()
	if err := i.look(c, left); err != nil {
		return nil, fmt.Errorf("%s cannot be imported: %w", from, err)
	}
	return i, nil
}

func readFrom(from string) (map[string][]byte, []*content.Problem, error) {
	info, err := os.Stat(from)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, errors.New("there is no such file; hint: check the spelling")
	case err != nil:
		return nil, nil, err
	case info.IsDir():
		root, err := os.OpenRoot(from)
		if err != nil {
			return nil, nil, err
		}
		defer func() { _ = root.Close() }() // it was only read
		return readFolder(root.FS())
	case !info.Mode().IsRegular():
		return nil, nil, errors.New("it is no ordinary file; hint: choose a zip file or a folder")
	}
	f, err := os.Open(from)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	return readArchive(f, info.Size())
}

// topOf is the folder in which the files of the pack are, with its slash; empty
// if they are in none.
func topOf(files map[string][]byte) (string, error) {
	tops := map[string]bool{}
	for name := range files {
		top, rest, in := strings.Cut(name, "/")
		ours := !in && strings.EqualFold(path.Ext(name), ".toml") || in && top == "exercises"
		if ours {
			return "", nil
		}
		if in && strings.EqualFold(path.Ext(rest), ".toml") {
			tops[top+"/"] = true
		}
	}
	switch len(tops) {
	case 0:
		return "", errors.New("it holds no pack; hint: a pack has files such as pack.toml and routines.toml")
	case 1:
		for top := range tops {
			return top, nil
		}
	}
	return "", errors.New("it holds several packs; hint: import their folders one by one")
}

// folderFor is the name of the folder a pack gets: that of the one it is in, or
// of its file. It is never that of the pack Unhunch writes.
func folderFor(top, from string) string {
	if top == "" || slug(top, Mine) == Mine {
		if full, err := filepath.Abs(from); err == nil {
			from = full
		}
		top = filepath.Base(from)
		for _, end := range []string{suffix, ".zip"} {
			top = strings.TrimSuffix(top, end)
		}
	}
	if name := slug(top, Mine); name != Mine {
		return name
	}
	return "imported"
}

// look tells what would be if the pack were taken in.
func (i *Import) look(c *change, left []*content.Problem) error {
	name := textOf(i.info(), "pack", "name")
	for _, p := range c.lib.Packs() {
		if p.Folder != Mine && (strings.EqualFold(p.Folder, i.Folder) || strings.EqualFold(p.Name, name)) {
			i.Replaces, i.Folder = p.Folder, p.Folder
		}
	}
	i.rename(c)
	after := i.after(c)
	before := content.OpenWith(c.base, overlay{under: c.under, hidden: i.Replaces})
	i.PackInfo = i.read(c)
	if i.Tips+i.Exercises+i.Routines+i.Sources == 0 {
		if bad := after.PackProblems(); len(bad) > 0 {
			return fmt.Errorf("there is nothing in it that can be used: %w", bad[0])
		}
		return errors.New("there is nothing in it; hint: look for the right file")
	}
	for _, p := range left {
		i.Problems = append(i.Problems, &content.Problem{File: "packs/" + i.Folder + "/" + strings.TrimPrefix(p.File, i.top), What: p.What})
	}
	for _, p := range fresh(before.PackProblems(), after.PackProblems()) {
		if !strings.HasPrefix(p.File, "packs/"+i.Folder+"/") {
			return fmt.Errorf("because of it something of yours would be left out: %w", p)
		}
		i.Problems = append(i.Problems, p)
	}
	return i.list(after)
}

// after is the library with the pack taken in.
func (i *Import) after(c *change) *content.Library {
	files := map[string][]byte{}
	for name, b := range i.files {
		files[i.Folder+"/"+name] = b
	}
	return content.OpenWith(c.base, overlay{under: c.under, files: files, hidden: i.Replaces})
}

// read is what the pack says of itself, beside the others.
func (i *Import) read(c *change) content.PackInfo {
	all := i.after(c).Packs()
	if n := slices.IndexFunc(all, func(p content.PackInfo) bool { return p.Folder == i.Folder }); n >= 0 {
		return all[n]
	}
	return content.PackInfo{Folder: i.Folder, Name: i.Folder}
}

// infoHead makes an entry of what a pack says of itself.
const infoHead = "[[pack]]\n"

// info is what the pack says of itself, as an entry; empty if that cannot be
// read.
func (i *Import) info() []byte {
	text := append([]byte(infoHead), bytes.TrimPrefix(i.files["pack.toml"], bom)...)
	if _, err := content.Entries("pack.toml", text, "pack"); err != nil {
		return []byte(infoHead) // the reader tells
	}
	return text
}

// rename gives the pack another name if it has that of one it does not take the
// place of, such as the one that Unhunch writes.
func (i *Import) rename(c *change) {
	e := entryOf(i.info(), "pack")
	own := textOf(e.text, "pack", "name")
	taken := func(name string) bool {
		return slices.ContainsFunc(c.lib.Packs(), func(p content.PackInfo) bool {
			return strings.EqualFold(p.Name, name) && p.Folder != i.Replaces
		})
	}
	if own != "" && taken(own) {
		name := own
		for n := 2; taken(name); n++ {
			name = fmt.Sprintf("%s %d", own, n)
		}
		i.files["pack.toml"] = e.set("name", quoted(name)).text[len(infoHead):]
	}
}

// list notes the names of what is in it.
func (i *Import) list(after *content.Library) error {
	note := func(o content.Origin, name string) {
		if o.Pack == i.Name && o.Overrides {
			i.Overrides = append(i.Overrides, name)
		}
	}
	tips, err := after.Tips()
	if err != nil {
		return err
	}
	for _, t := range tips {
		note(t.Origin, t.ID)
	}
	exercises, err := after.Exercises()
	if err != nil {
		return err
	}
	for _, e := range exercises {
		note(e.Origin, e.Name)
	}
	routines, err := after.Routines()
	if err != nil {
		return err
	}
	for _, r := range routines.Routine {
		note(r.Origin, r.Name)
		if r.Pack == i.Name {
			i.RoutineNames = append(i.RoutineNames, r.Name)
		}
	}
	return nil
}

const (
	coming   = ".import-"   // a pack being written, beside the others
	replaced = ".replaced-" // the pack that another took the place of
)

// Install takes the pack in: all of it, or nothing. One that is there already
// is replaced only if asked, else the error is ErrThere; the old one is kept
// aside, the last one of each, and undo puts it back.
func (i *Import) Install(replace bool) (undo func() error, err error) {
	if i.Replaces != "" && !replace {
		return nil, ErrThere
	}
	err = alone(func(root *os.Root) error {
		if _, err := root.Lstat(i.Folder); err == nil && i.Replaces == "" {
			return ErrThere // since it was looked at
		}
		if err := i.install(root); err != nil {
			return notSaved(err)
		}
		return nil
	})
	return func() error { return alone(i.undo) }, err
}

// Aside is where the pack that this one replaced is kept.
func (i *Import) Aside() string { return filepath.Join(Folder(), replaced+i.Folder) }

func (i *Import) install(root *os.Root) (err error) {
	clearComing(root)
	temp := coming + rand.Text()
	defer func() { err = errors.Join(err, gone(root.RemoveAll(temp))) }()
	for name, b := range i.files {
		at := path.Join(temp, name)
		if err := root.MkdirAll(path.Dir(at), 0o700); err != nil {
			return err
		}
		if err := folders.WriteNew(root, at, b); err != nil {
			return err
		}
		folders.Sync(root, path.Dir(at))
	}
	old := replaced + i.Folder
	if i.Replaces != "" {
		if err := root.RemoveAll(old); err != nil {
			return err
		}
		if err := gone(folders.Rename(root, i.Folder, old)); err != nil {
			return err
		}
	}
	if err := folders.Rename(root, temp, i.Folder); err != nil {
		if i.Replaces != "" {
			err = errors.Join(err, gone(folders.Rename(root, old, i.Folder)))
		}
		return err
	}
	folders.Sync(root, ".")
	return nil
}

// undo puts back what was there, and keeps what was imported in its place.
func (i *Import) undo(root *os.Root) error {
	temp, old := coming+rand.Text(), replaced+i.Folder
	if err := folders.Rename(root, i.Folder, temp); err != nil {
		return err
	}
	if i.Replaces != "" {
		if err := folders.Rename(root, old, i.Folder); err != nil {
			return errors.Join(err, folders.Rename(root, temp, i.Folder))
		}
	}
	if err := root.RemoveAll(old); err != nil {
		return err
	}
	return folders.Rename(root, temp, old)
}

// clearComing removes what a killed program left half-written.
func clearComing(root *os.Root) {
	list, err := fs.ReadDir(root.FS(), ".")
	if err != nil {
		return // it does no harm
	}
	for _, e := range list {
		if strings.HasPrefix(e.Name(), coming) {
			_ = root.RemoveAll(e.Name()) // nor does one that stays
		}
	}
}
