package packs

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// overlay are packs as they would be with some files changed: what the reader
// says of it is known before anything is written.
type overlay struct {
	under  fs.FS             // nil if there are no packs yet
	files  map[string][]byte // those that are new or changed
	hidden string            // a pack that is left out; empty if none
}

func (o overlay) hides(name string) bool {
	return o.hidden != "" && (name == o.hidden || strings.HasPrefix(name, o.hidden+"/"))
}

// Open opens a changed file, a folder with what is changed in it, or what is
// there.
func (o overlay) Open(name string) (fs.File, error) {
	if b, ok := o.files[name]; ok {
		return &memory{stand{path.Base(name), int64(len(b)), 0o600}, bytes.NewReader(b)}, nil
	}
	in := o.inside(name)
	info, err := o.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return o.under.Open(name)
	}
	if o.under != nil && !o.hides(name) {
		was, err := fs.ReadDir(o.under, name)
		if err != nil && len(in) == 0 {
			return nil, err
		}
		for _, e := range was {
			if at := path.Join(name, e.Name()); in[e.Name()] == nil && !o.hides(at) {
				in[e.Name()] = e
			}
		}
	}
	all := make([]fs.DirEntry, 0, len(in))
	for _, e := range in {
		all = append(all, e)
	}
	slices.SortFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return &folder{stand{path.Base(name), 0, fs.ModeDir | 0o700}, all}, nil
}

// inside are the changed files right in a folder, and the folders of others.
func (o overlay) inside(name string) map[string]fs.DirEntry {
	in := map[string]fs.DirEntry{}
	for at, b := range o.files {
		rest, ok := strings.CutPrefix(at, name+"/")
		if name == "." {
			rest, ok = at, true
		}
		if !ok {
			continue
		}
		first, _, deeper := strings.Cut(rest, "/")
		s := stand{first, int64(len(b)), 0o600}
		if deeper {
			s = stand{first, 0, fs.ModeDir | 0o700}
		}
		in[first] = fs.FileInfoToDirEntry(s)
	}
	return in
}

// Lstat tells what a name is; links are told as such.
func (o overlay) Lstat(name string) (fs.FileInfo, error) {
	if b, ok := o.files[name]; ok {
		return stand{path.Base(name), int64(len(b)), 0o600}, nil
	}
	if o.under != nil && !o.hides(name) {
		if info, err := fs.Lstat(o.under, name); err == nil {
			return info, nil
		}
	}
	if name == "." || len(o.inside(name)) > 0 {
		return stand{path.Base(name), 0, fs.ModeDir | 0o700}, nil
	}
	return nil, &fs.PathError{Op: "lstat", Path: name, Err: fs.ErrNotExist}
}

// ReadLink is for fs.ReadLinkFS; no link is followed.
func (o overlay) ReadLink(name string) (string, error) {
	return "", &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrInvalid}
}

// stand is what is known of a file that is not written yet.
type stand struct {
	name string
	size int64
	mode fs.FileMode
}

func (s stand) Name() string       { return s.name }
func (s stand) Size() int64        { return s.size }
func (s stand) Mode() fs.FileMode  { return s.mode }
func (s stand) ModTime() time.Time { return time.Time{} }
func (s stand) IsDir() bool        { return s.mode.IsDir() }
func (s stand) Sys() any           { return nil }

// memory is an open file of an overlay.
type memory struct {
	stand
	*bytes.Reader
}

func (m *memory) Stat() (fs.FileInfo, error) { return m.stand, nil }
func (m *memory) Close() error               { return nil }
func (m *memory) Size() int64                { return m.stand.size }

// folder is an open folder of an overlay.
type folder struct {
	stand
	left []fs.DirEntry
}

func (f *folder) Stat() (fs.FileInfo, error) { return f.stand, nil }
func (f *folder) Close() error               { return nil }
func (f *folder) Read([]byte) (int, error)   { return 0, fs.ErrInvalid }

// ReadDir gives the next n entries, or all that are left.
func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(f.left) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.left) {
		n = len(f.left)
	}
	out := f.left[:n]
	f.left = f.left[n:]
	return out, nil
}
