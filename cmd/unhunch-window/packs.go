package main

import (
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/reminders/folders"
	"github.com/unhunch/unhunch/ui"
)

// ownPacks keeps the person's own routines and exercises in their packs.
type ownPacks struct{}

func (ownPacks) Library() (*content.Library, error) { return packs.Open(content.BuiltIn()) }

func (ownPacks) SaveRoutine(r packs.Routine) (id string, undo func() error, err error) {
	return packs.KeepRoutine(content.BuiltIn(), r)
}

func (ownPacks) DeleteRoutine(id string) (undo func() error, err error) {
	return packs.DeleteRoutine(content.BuiltIn(), id)
}

func (ownPacks) SaveExercise(e packs.Exercise) (id string, undo func() error, err error) {
	return packs.KeepExercise(content.BuiltIn(), e)
}

func (ownPacks) DeleteExercise(id string) (undo func() error, err error) {
	return packs.DeleteExercise(content.BuiltIn(), id)
}

func (ownPacks) Photo(path string) (data []byte, ext string, err error) { return packs.Photo(path) }

func (ownPacks) OpenImport(path string) (*ui.PackImport, error) {
	return packs.OpenImport(content.BuiltIn(), path)
}

func (ownPacks) ExportRoutine(id string, to io.Writer) error {
	return packs.ExportRoutine(content.BuiltIn(), id, to)
}

func (ownPacks) ExportPack(folder string, to io.Writer) error {
	return packs.ExportPack(content.BuiltIn(), folder, to)
}

// printer opens pages to print in the browser. They stay in the cache folder,
// which the system may clear: the browser reads them when it pleases.
func printer(a fyne.App) func(name string, page []byte) error {
	return func(name string, page []byte) error {
		at, err := writePage(name, page)
		if err != nil {
			return err
		}
		return a.OpenURL(fileURL(at))
	}
}

// writePage writes a page where the person alone can read it. It takes the
// place of one of the same name.
func writePage(name string, page []byte) (string, error) {
	dir := filepath.Join(folders.Cache(), "print")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	f, err := os.CreateTemp(dir, ".page-*") // readable by the person alone
	if err != nil {
		return "", err
	}
	_, err = f.Write(page)
	if shut := f.Close(); err == nil {
		err = shut
	}
	name, _, _ = strings.Cut(filepath.Base(name), ".")
	at := filepath.Join(dir, name+".html")
	if err == nil {
		err = os.Rename(f.Name(), at)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // the first error says more
		return "", err
	}
	return at, nil
}

// fileURL is the address of a file.
func fileURL(at string) *url.URL {
	path := filepath.ToSlash(at)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/…
	}
	return &url.URL{Scheme: "file", Path: path}
}
