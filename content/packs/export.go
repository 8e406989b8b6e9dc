package packs

import (
	"archive/zip"
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/unhunch/unhunch/content"
)

// suffix is how the files of packs that are handed on end.
const suffix = ".unhunch-pack.zip"

// ExportName is what the file of a pack or routine is called, as
// low-back.unhunch-pack.zip.
func ExportName(name string) string { return slug(name, "pack") + suffix }

// ExportPack writes a whole pack into one file that OpenImport reads: all of its
// folder but what was deleted and what no pack has.
func ExportPack(lib *content.Library, folder string, w io.Writer) error {
	c, end, err := look(lib)
	if err != nil {
		return err
	}
	defer end()
	i := slices.IndexFunc(c.lib.Packs(), func(p content.PackInfo) bool { return p.Folder == folder })
	if i < 0 {
		return fmt.Errorf("there is no pack %q; hint: its folder is in %s", folder, Folder())
	}
	sub, err := fs.Sub(c.under, folder)
	if err != nil {
		return err
	}
	files, _, err := readFolder(sub)
	if err != nil {
		return err
	}
	return writeArchive(w, slug(c.lib.Packs()[i].Name, "pack"), files)
}

// ExportRoutine writes one routine of a pack into such a file, with the packs'
// exercises, pictures and sources that it needs.
func ExportRoutine(lib *content.Library, id string, w io.Writer) error {
	c, end, err := look(lib)
	if err != nil {
		return err
	}
	defer end()
	files, name, err := c.export(id)
	if err != nil {
		return err
	}
	return writeArchive(w, slug(name, "pack"), files)
}

// taking gathers what an exported routine needs.
type taking struct {
	*change
	files map[string][]byte
	done  map[string]bool // kind and id of what is in already
}

func (c *change) export(id string) (files map[string][]byte, name string, err error) {
	all, err := c.lib.Routines()
	if err != nil {
		return nil, "", err
	}
	i := slices.IndexFunc(all.Routine, func(r content.Routine) bool { return r.ID == id })
	switch {
	case i < 0:
		return nil, "", fmt.Errorf("there is no routine %q; hint: unhunch routine list names them", id)
	case all.Routine[i].Pack == "":
		return nil, "", fmt.Errorf("routine %q is Unhunch's own, which everybody has; hint: make a copy of it and change that", id)
	}
	r := &all.Routine[i]
	t := taking{c, map[string][]byte{}, map[string]bool{}}
	info := "name = " + quoted(r.Name) + "\n"
	if r.PrescribedBy != "" {
		info += "prescribed_by = " + quoted(r.PrescribedBy) + "\n"
	}
	t.files["pack.toml"] = []byte(info)
	folder := FolderOf(c.lib, r.Origin)
	if _, err := t.entry("routine", r.ID, folder, "routines.toml"); err != nil {
		return nil, "", err
	}
	if err := t.sources(r.Sources); err != nil {
		return nil, "", err
	}
	for _, item := range r.Items {
		if err := t.exercise(item.Exercise); err != nil {
			return nil, "", err
		}
	}
	return t.files, r.Name, nil
}

// entry takes an entry of a pack's file into the file of that name.
func (t *taking) entry(kind, id, folder, name string) (found bool, err error) {
	if t.done[kind+" "+id] {
		return true, nil
	}
	err = t.edit(path.Join(folder, name), kind, func(f file) ([]byte, error) {
		if f.find(id) == nil {
			return f.text, nil
		}
		found = true
		_, entry := f.cut(id)
		into, err := fileOf(name, t.files[name], kind)
		if err != nil {
			return nil, err
		}
		t.files[name] = into.added(entry)
		t.done[kind+" "+id] = true
		return f.text, nil
	})
	return found, err
}

// exercise takes an exercise, if it is a pack's, with its picture, and those it
// names to do instead.
func (t *taking) exercise(e *content.Exercise) error {
	if e.Pack == "" || t.done["exercise "+e.ID] {
		return nil
	}
	folder := FolderOf(t.lib, e.Origin)
	list, err := fs.ReadDir(t.under, path.Join(folder, "exercises"))
	if err != nil {
		return unreadable(err)
	}
	for _, one := range list {
		name := path.Join("exercises", one.Name()) // which may say where an exercise works
		if one.IsDir() || !strings.EqualFold(path.Ext(name), ".toml") || strings.HasPrefix(one.Name(), ".") {
			continue
		}
		found, err := t.entry("exercise", e.ID, folder, name)
		if err != nil {
			return err
		}
		if found {
			break
		}
	}
	if e.Image != "" && e.Pose == nil {
		at := path.Join("exercises", e.Image)
		b, err := t.read(path.Join(folder, at))
		if err != nil {
			return err
		}
		if was, ok := t.files[at]; ok && string(was) != string(b) {
			return fmt.Errorf("two different pictures are called %q; hint: rename one of them where it is", e.Image)
		}
		if b != nil { // a built-in one's is there anyway
			t.files[at] = b
		}
	}
	if err := t.sources(e.Sources); err != nil {
		return err
	}
	all, err := t.lib.Exercises()
	if err != nil {
		return err
	}
	for _, a := range e.Instead {
		for i := range all {
			if slices.Contains(a.Exercises, all[i].ID) {
				if err := t.exercise(&all[i]); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (t *taking) sources(cited []content.Source) error {
	for _, s := range cited {
		if s.Pack == "" {
			continue
		}
		if _, err := t.entry("source", s.ID, FolderOf(t.lib, content.Origin{Pack: s.Pack}), "sources.toml"); err != nil {
			return err
		}
	}
	return nil
}

// writeArchive writes the files of a pack into a zip, in one folder. The same
// files make the same zip: it says nothing of when and by whom.
func writeArchive(w io.Writer, folder string, files map[string][]byte) error {
	names := slices.SortedFunc(maps.Keys(files), func(a, b string) int {
		first := func(name string) int {
			if name == "pack.toml" {
				return 0
			}
			return 1
		}
		return cmp.Or(cmp.Compare(first(a), first(b)), strings.Compare(a, b))
	})
	if len(names) > maxMembers {
		return fmt.Errorf("the pack has %d files, more than the %d that can be handed on; hint: hand on single routines", len(names), maxMembers)
	}
	room := int64(maxUnpacked)
	z := zip.NewWriter(w)
	for _, name := range names {
		if room -= int64(len(files[name])); room < 0 {
			return fmt.Errorf("the pack is larger than the %d MB that can be handed on; hint: make its pictures smaller", maxUnpacked>>20)
		}
		h := &zip.FileHeader{Name: folder + "/" + name, Method: zip.Deflate}
		if isPicture(name) && !strings.EqualFold(path.Ext(name), ".svg") {
			h.Method = zip.Store // it is dense already
		}
		h.SetMode(0o644)
		f, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := f.Write(files[name]); err != nil {
			return err
		}
	}
	return z.Close()
}
