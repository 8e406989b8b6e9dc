package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

const (
	lockWait  = 5 * time.Second       // for another program's edit, which takes milliseconds
	lockPause = 5 * time.Millisecond  // between two tries
	maxLinks  = 40                    // symbolic links followed
	tempName  = ".settings-*.unsaved" // a file being written
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
	for until := time.Now().Add(wait); ; time.Sleep(lockPause) {
		got, err := tryLock(f)
		if got {
			return f.Close, nil
		}
		if err == nil && time.Now().After(until) {
			err = errBusy
		}
		if err != nil {
			return nil, errors.Join(err, f.Close())
		}
	}
}

// replace puts data in the place of the file, so that whoever reads it, also
// after a crash at any moment, finds the old content or the new. The caller
// holds the lock.
func replace(file string, data []byte) (err error) {
	folder := filepath.Dir(file)
	sweep(folder)
	mode := fs.FileMode(0o600)
	if info, err := os.Stat(file); err == nil {
		mode = info.Mode().Perm()
	}
	f, err := os.CreateTemp(folder, tempName)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, ignoreMissing(os.Remove(f.Name())))
		}
	}()
	_, err = f.Write(data)
	if err == nil && mode != 0o600 { // which it has already
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err := rename(f.Name(), file); err != nil {
		return err
	}
	syncFolder(folder)
	return nil
}

// rename waits a moment on Windows, where a file somebody is reading cannot be
// replaced.
func rename(from, to string) error {
	err := os.Rename(from, to)
	for try := 0; err != nil && runtime.GOOS == "windows" && try < 20; try++ {
		time.Sleep(lockPause)
		err = os.Rename(from, to)
	}
	return err
}

// sweep removes what a killed program left half-written. Whoever holds the
// lock is the only one writing.
func sweep(folder string) {
	prefix, suffix, _ := strings.Cut(tempName, "*")
	entries, err := os.ReadDir(folder)
	if err != nil {
		return // they do no harm
	}
	for _, e := range entries {
		if n := e.Name(); strings.HasPrefix(n, prefix) && strings.HasSuffix(n, suffix) {
			_ = os.Remove(filepath.Join(folder, n)) // nor does one that stays
		}
	}
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// syncFolder asks the system to make a rename last through a power cut. Not
// every system and file system can; the file itself is whole either way, so
// a refusal is no failure.
func syncFolder(folder string) {
	d, err := os.Open(folder)
	if err != nil {
		return
	}
	_ = d.Sync()
	_ = d.Close()
}
