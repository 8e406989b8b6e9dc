package settings

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/unhunch/unhunch/reminders/folders"
)

const (
	lockWait = 5 * time.Second       // for another program's edit, which takes milliseconds
	maxLinks = 40                    // symbolic links followed
	tempName = ".settings-*.unsaved" // a file being written
)

// target is the file a path means in the end, through symbolic links, also
// one that points to a file that does not exist yet.
func target(path string) (string, error) {
	for range maxLinks {
		link, err := os.Readlink(path)
		if err != nil {
			return path, nil // no link, or nothing there: writing tells what is wrong
		}
		if !filepath.IsAbs(link) {
			link = filepath.Join(filepath.Dir(path), link)
		}
		path = link
	}
	return "", fmt.Errorf("%s is a symbolic link that leads nowhere", path)
}

// errBusy says that somebody else holds the lock.
var errBusy = errors.New("another program has been saving the settings all the while")

// lock keeps other programs, and other parts of this one, from editing the
// file until the function returned is called. Its folder must exist. The lock
// is a file beside it, which stays: removing it would let two in. It fails
// with errBusy when the lock is not to be had for as long as wait.
func lock(file string, wait time.Duration) (unlock func() error, err error) {
	f, err := os.OpenFile(filepath.Join(filepath.Dir(file), "."+filepath.Base(file)+".lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := folders.Lock(f, wait, errBusy); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f.Close, nil
}

// replace puts data in the place of the file, which is whole at any moment. The
// caller holds the lock.
func replace(file string, data []byte) (err error) {
	root, err := os.OpenRoot(filepath.Dir(file))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	return folders.Replace(root, filepath.Base(file), data, tempName)
}
