package packs

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/folders"
)

// Mine is the folder of the pack that Unhunch itself writes: the person's own
// routines and exercises.
const Mine = "mine"

// removed is the folder in it that keeps what was deleted. The reader passes
// over names that begin with a dot.
const removed = ".deleted"

const (
	maxFile  = 1 << 20              // bytes of a TOML file, as the reader has it
	lockWait = 5 * time.Second      // for another program's change, which takes milliseconds
	lockName = ".lock"              // beside the packs; it stays, removing it would let two in
	unsaved  = ".unhunch-*.unsaved" // a file being written
)

// errBusy says that somebody else holds the lock.
var errBusy = errors.New("another program has been changing the packs all the while; hint: try again in a moment")

// change is a change of the packs before it is written.
type change struct {
	base  *content.Library
	lib   *content.Library  // as it is now
	under fs.FS             // the folder of the packs; nil if there is none
	files map[string][]byte // what is to be written, by its path in there
	order []string          // in which it is: an entry is in two places before it is in none
	moves [][2]string       // files to be put elsewhere once that is done
}

// look makes a change that is only looked at. Done with it, call end.
func look(base *content.Library) (c *change, end func(), err error) {
	c = &change{base: base, files: map[string][]byte{}}
	root, err := os.OpenRoot(Folder())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		c.lib, end = content.OpenWith(base, nil), func() {}
	case err != nil:
		return nil, nil, unreadable(err)
	default:
		c.under, end = root.FS(), func() { _ = root.Close() }
		c.lib = content.OpenWith(base, c.under)
	}
	return c, end, nil
}

func unreadable(err error) error {
	return fmt.Errorf("your packs cannot be read: %w; hint: %s has to be a folder of yours", err, Folder())
}

// apply makes a change and writes it: all of it is on the disk, or what was
// there before.
func apply(base *content.Library, with func(c *change) error) error {
	return alone(func(root *os.Root) error {
		c := &change{base: base, under: root.FS(), files: map[string][]byte{}}
		c.lib = content.OpenWith(base, c.under)
		if err := with(c); err != nil {
			return err
		}
		if err := c.commit(root); err != nil {
			return notSaved(err)
		}
		return nil
	})
}

// alone does something with the folder of the packs, which is made if it is not
// there. Two programs that write at once wait for each other.
func alone(do func(root *os.Root) error) (err error) {
	if err := os.MkdirAll(Folder(), 0o700); err != nil {
		return notSaved(err)
	}
	root, err := os.OpenRoot(Folder())
	if err != nil {
		return unreadable(err)
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	unlock, err := lock(root, lockWait)
	if err != nil {
		return notSaved(err)
	}
	defer func() { err = errors.Join(err, unlock()) }()
	return do(root)
}

func notSaved(err error) error {
	if errors.Is(err, errBusy) {
		return err
	}
	return fmt.Errorf("nothing was saved: %w; hint: check that you may write to %s and that the disk is not full", err, Folder())
}

// lock keeps other programs, and other parts of this one, from changing the
// packs until the function returned is called.
func lock(root *os.Root, wait time.Duration) (unlock func() error, err error) {
	f, err := root.OpenFile(lockName, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := folders.Lock(f, wait, errBusy); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f.Close, nil
}

// read is a file of the packs with what this change does to it; nil if there is
// none. A link and a file that is too large are refused: what is in them could
// not be kept.
func (c *change) read(name string) ([]byte, error) {
	if b, ok := c.files[name]; ok {
		return b, nil
	}
	if c.under == nil {
		return nil, nil
	}
	refuse := func(what string) ([]byte, error) {
		return nil, &content.Problem{File: "packs/" + name, What: what}
	}
	for at := range strings.SplitSeq(parents(name), "\n") {
		info, err := fs.Lstat(c.under, at)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, nil
		case err != nil:
			return nil, unreadable(err)
		case info.Mode()&fs.ModeSymlink != 0:
			return refuse("is a link, or in one, and links are not followed; hint: put the thing itself here")
		case at == name && !info.Mode().IsRegular():
			return refuse("is no ordinary file; hint: move it away")
		case at == name && info.Size() > maxFile && !isPicture(name):
			return refuse("is larger than 1024 KB; hint: make it smaller")
		}
	}
	b, err := fs.ReadFile(c.under, name)
	if err != nil {
		return nil, unreadable(err)
	}
	if !utf8.Valid(b) && !isPicture(name) {
		return refuse("holds something that is no UTF-8 text; hint: save the file as UTF-8 in your editor")
	}
	return b, nil
}

// parents are the folders a file is in and the file itself, one on a line.
func parents(name string) string {
	var out []string
	for i, r := range name {
		if r == '/' {
			out = append(out, name[:i])
		}
	}
	return strings.Join(append(out, name), "\n")
}

// bom is the mark some editors put at the beginning of a file.
var bom = []byte("\xef\xbb\xbf")

// edit changes the text of a file of the packs in which entries of a kind are.
func (c *change) edit(name, kind string, with func(f file) ([]byte, error)) error {
	text, err := c.read(name)
	if err != nil {
		return err
	}
	rest, marked := bytes.CutPrefix(text, bom)
	f, err := fileOf("packs/"+name, rest, kind)
	if err != nil {
		return err
	}
	next, err := with(f)
	if err != nil || bytes.Equal(next, rest) {
		return err
	}
	if marked {
		next = slices.Concat(bom, next)
	}
	c.put(name, next)
	return nil
}

// put has a file written, behind those before.
func (c *change) put(name string, data []byte) {
	c.files[name] = data
	c.order = append(slices.DeleteFunc(c.order, func(n string) bool { return n == name }), name)
}

// found makes the pack if it is not there yet.
func (c *change) found() error {
	const name = Mine + "/pack.toml"
	text, err := c.read(name)
	if err != nil || text != nil {
		return err
	}
	taken := func(name string) bool {
		return slices.ContainsFunc(c.lib.Packs(), func(p content.PackInfo) bool {
			return strings.EqualFold(p.Name, name) && p.Folder != Mine
		})
	}
	title := catalog.L("My routines")
	for n := 2; taken(title); n++ {
		title = fmt.Sprintf("%s %d", catalog.L("My routines"), n)
	}
	c.put(name, []byte("name = "+quoted(title)+"\n"))
	return nil
}

// after is the library as it would be.
func (c *change) after() *content.Library {
	return content.OpenWith(c.base, overlay{under: c.under, files: c.files})
}

// commit writes the change; what nobody names any more is moved last.
func (c *change) commit(root *os.Root) error {
	for _, name := range c.order {
		if err := replace(root, name, c.files[name]); err != nil {
			return err
		}
	}
	for _, m := range c.moves {
		if err := move(root, m[0], m[1]); err != nil {
			return err
		}
	}
	return nil
}

// move puts a file elsewhere, or removes it if that is nowhere.
func move(root *os.Root, from, to string) error {
	if to == "" {
		return gone(root.Remove(from))
	}
	if err := root.MkdirAll(path.Dir(to), 0o700); err != nil {
		return err
	}
	return gone(root.Rename(from, to))
}

// gone makes nothing of a file that is not there.
func gone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func isPicture(name string) bool {
	return slices.Contains([]string{".png", ".jpg", ".jpeg", ".svg"}, strings.ToLower(path.Ext(name)))
}
