package packs

import (
	"os"
	"path"

	"github.com/unhunch/unhunch/reminders/folders"
)

// replace puts data in the place of a file, which is whole at any moment, and
// makes the folder it is in. The caller holds the lock.
func replace(root *os.Root, name string, data []byte) error {
	if err := root.MkdirAll(path.Dir(name), 0o700); err != nil {
		return err
	}
	return folders.Replace(root, name, data, unsaved)
}
