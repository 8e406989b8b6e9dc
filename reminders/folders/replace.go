package folders

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

// Replace puts data in the place of a file, so that whoever reads it, also
// after a crash at any moment, finds the old content or the new. The caller
// holds the lock. unsaved is what a file that is being written is called, with
// a star for what tells it apart.
func Replace(root *os.Root, name string, data []byte, unsaved string) (err error) {
	in := path.Dir(name)
	sweep(root, in, unsaved)
	mode := fs.FileMode(0o600)
	if info, err := root.Stat(name); err == nil {
		mode = info.Mode().Perm()
	}
	temp := path.Join(in, strings.Replace(unsaved, "*", rand.Text(), 1))
	defer func() {
		if err != nil {
			err = errors.Join(err, ignoreMissing(root.Remove(temp)))
		}
	}()
	if err := WriteNew(root, temp, data); err != nil {
		return err
	}
	if mode != 0o600 { // which it has already
		if err := root.Chmod(temp, mode); err != nil {
			return err
		}
	}
	if err := Rename(root, temp, name); err != nil {
		return err
	}
	Sync(root, in)
	return nil
}

// WriteNew writes a new file, so that all of it is on the disk.
func WriteNew(root *os.Root, name string, data []byte) error {
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

// Rename waits a moment on Windows, where a file somebody is reading cannot be
// replaced.
func Rename(root *os.Root, from, to string) error {
	err := root.Rename(from, to)
	for try := 0; err != nil && runtime.GOOS == "windows" && try < 20; try++ {
		time.Sleep(pause)
		err = root.Rename(from, to)
	}
	return err
}

// sweep removes what a killed program left half-written. Whoever holds the lock
// is the only one writing.
func sweep(root *os.Root, in, unsaved string) {
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

// Sync asks the system to make a rename last through a power cut. Not
// every system and file system can; the file itself is whole either way, so a
// refusal is no failure.
func Sync(root *os.Root, in string) {
	d, err := root.Open(in)
	if err != nil {
		return
	}
	_ = d.Sync()
	_ = d.Close()
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
