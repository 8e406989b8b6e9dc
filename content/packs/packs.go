// Package packs opens the library together with the person's own packs, which
// are folders under their data directory. It writes one of them itself, for
// routines and exercises put together in Unhunch, takes packs from elsewhere,
// and hands them on.
package packs

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/folders"
)

// Folder is where packs are: $XDG_DATA_HOME/unhunch/packs, by the environment
// as it is now.
func Folder() string {
	return filepath.Join(folders.Data(), "packs")
}

// Open returns a base library with the packs of Folder added. Nothing of them
// is read yet. On an error, which says why they cannot be read, it is the base
// alone.
func Open(base *content.Library) (*content.Library, error) {
	root, err := os.OpenRoot(Folder()) // so that no link leads out of it
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return base, nil
	case err != nil:
		return base, fmt.Errorf("your packs cannot be read: %w; hint: %s has to be a folder of yours", err, Folder())
	}
	return content.OpenWith(base, root.FS()), nil
}
