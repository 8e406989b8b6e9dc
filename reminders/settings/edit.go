package settings

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Edit sets one key in the settings file at path and returns the settings the
// file holds then. Every byte that does not belong to the key stays: comments,
// order, formatting, unknown keys. A file that does not exist is made (0600,
// its folder 0700), with a few words at its top. A symbolic link is written
// through. The file is replaced as a whole, so that a crash leaves the old one
// or the new one; two programs editing at once wait for each other.
//
// A file that is not valid TOML, a value Set refuses and a disk that cannot be
// written give an error, and the file is as it was.
//
// A reminder of one's own has either every or at: setting one removes the
// other. A new one begins with either.
func Edit(path, key, value string) (Settings, error) {
	return change(path, func(data []byte) ([]byte, error) { return edited(path, data, key, value) })
}

// Reset removes one key from the settings file at path, which puts it back to
// its default, and returns the settings the file holds then. own.NAME removes
// that reminder altogether. A key that is not in the file changes nothing.
// Otherwise it is like Edit.
func Reset(path, key string) (Settings, error) {
	return change(path, func(data []byte) ([]byte, error) { return without(path, data, key) })
}

// change replaces the content of the file at path by what edit makes of it.
func change(path string, edit func([]byte) ([]byte, error)) (s Settings, err error) {
	file, err := target(path)
	if err != nil {
		return Default(), unsaved(path, err)
	}
	// Once without the lock: what changes nothing leaves no folder behind.
	if s, next, err := attempt(path, file, edit); next == nil {
		return s, err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return Default(), unsaved(path, err)
	}
	unlock, err := lock(file, lockWait)
	if err != nil {
		return Default(), unsaved(path, err)
	}
	defer func() { err = errors.Join(err, unlock()) }()
	s, next, err := attempt(path, file, edit)
	if next == nil {
		return s, err
	}
	if err := replace(file, next); err != nil {
		return s, unsaved(path, err)
	}
	s, _ = Parse(path, next)
	return s, nil
}

// attempt is what the file holds now, and its new content; nil where there is
// nothing to change.
func attempt(path, file string, edit func([]byte) ([]byte, error)) (Settings, []byte, error) {
	data, err := read(file)
	if errors.Is(err, fs.ErrNotExist) {
		data, err = []byte(headerOf(path)), nil
	}
	if err != nil {
		return Default(), nil, unsaved(path, err)
	}
	s, _ := Parse(path, data)
	next, err := edit(data)
	if err != nil || bytes.Equal(next, data) {
		return s, nil, err
	}
	return s, next, nil
}

// unsaved says that nothing was changed, and why.
func unsaved(path string, err error) error {
	hint := "check that you may write to " + filepath.Dir(path) + " and that the disk is not full"
	if errors.Is(err, errBusy) {
		hint = "try again in a moment"
	}
	return fmt.Errorf("the settings were not saved, %s is as it was: %w; hint: %s", path, err, hint)
}

// headerOf is what stands at the top of a file we make.
func headerOf(path string) string {
	if filepath.Base(path) == deletedName {
		return deletedHeader
	}
	return header
}

// header stands at the top of a file we make.
const header = `# Settings of Unhunch. What is not here has its default.
# All settings with their meaning: unhunch settings list

`
