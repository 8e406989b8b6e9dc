package packs

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path"
	"runtime"
	"strings"
	"time"
)

// replace puts data in the place of a file, so that whoever reads it, also
// after a crash at any moment, finds the old content or the new. The caller
// holds the lock.
func replace(root *os.Root, name string, data []byte) (err error) {
	in := path.Dir(name)
	if err := root.MkdirAll(in, 0o700); err != nil {
		return err
	}
	sweep(root, in)
	mode := fs.FileMode(0o600)
	if info, err := root.Stat(name); err == nil {
		mode = info.Mode().Perm()
	}
	temp := path.Join(in, strings.Replace(unsaved, "*", rand.Text(), 1))
	defer func() {
		if err != nil {
			err = errors.Join(err, gone(root.Remove(temp)))
		}
	}()
	if err := whole(root, temp, data); err != nil {
		return err
	}
	if mode != 0o600 { // which it has already
		if err := root.Chmod(temp, mode); err != nil {
			return err
		}
	}
	if err := rename(root, temp, name); err != nil {
		return err
	}
	syncFolder(root, in)
	return nil
}

// whole writes a new file, so that all of it is on the disk.
func whole(root *os.Root, name string, data []byte) error {
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// rename waits a moment on Windows, where a file somebody is reading cannot be
// replaced.
func rename(root *os.Root, from, to string) error {
	err := root.Rename(from, to)
	for try := 0; err != nil && runtime.GOOS == "windows" && try < 20; try++ {
		time.Sleep(lockPause)
		err = root.Rename(from, to)
	}
	return err
}

// sweep removes what a killed program left half-written. Whoever holds the lock
// is the only one writing.
func sweep(root *os.Root, in string) {
	entries, err := fs.ReadDir(root.FS(), in)
	if err != nil {
		return // they do no harm
	}
	for _, e := range entries {
		if ok, _ := path.Match(unsaved, e.Name()); ok {
			_ = root.Remove(path.Join(in, e.Name())) // nor does one that stays
		}
	}
}

// syncFolder asks the system to make a rename last through a power cut. Not
// every system and file system can; the file itself is whole either way, so a
// refusal is no failure.
func syncFolder(root *os.Root, in string) {
	d, err := root.Open(in)
	if err != nil {
		return
	}
	_ = d.Sync()
	_ = d.Close()
}
