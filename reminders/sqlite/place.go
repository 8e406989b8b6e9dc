package sqlite

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// place is where a database lives, and what lies beside it.
type place struct {
	path string // absolute, symbolic links followed
	dir  string
	name string // of the file, without .db
}

// sidecars are the files SQLite keeps beside a database.
var sidecars = []string{"-wal", "-shm", "-journal"}

// tempPrefix begins the names of folders that hold unfinished copies.
const tempPrefix = ".unhunch-tmp-"

// locate finds the place of a database, which need not exist.
func locate(path string) (place, error) {
	if path == "" {
		return place{}, errors.New("the path is empty")
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return place{}, err
	}
	if _, err := os.Lstat(abs); err == nil {
		if abs, err = filepath.EvalSymlinks(abs); err != nil {
			return place{}, fmt.Errorf("it is a link that leads nowhere: %w", err)
		}
	}
	return place{abs, filepath.Dir(abs), strings.TrimSuffix(filepath.Base(abs), ".db")}, nil
}

func (p place) lockPath() string  { return p.path + ".lock" }
func (p place) doubtPath() string { return p.path + ".doubt" }

// beside names a file next to the database that does not exist yet, nor its
// sidecars: unhunch-damaged-20261122-133159.db.
func (p place) beside(what string, now time.Time) string {
	stem := filepath.Join(p.dir, fmt.Sprintf("%s-%s-%s", p.name, what, now.Format("20060102-150405")))
	for n := 1; ; n++ {
		name := stem + ".db"
		if n > 1 {
			name = fmt.Sprintf("%s-%d.db", stem, n)
		}
		if !anyExists(name) {
			return name
		}
	}
}

func anyExists(path string) bool {
	for _, end := range append([]string{""}, sidecars...) {
		if _, err := os.Lstat(path + end); !errors.Is(err, fs.ErrNotExist) {
			return true
		}
	}
	return false
}

// makeFolder makes the folder, for its owner alone. One that is Unhunch's own
// by its name is closed to others too; anything else stays as it is.
func (p place) makeFolder() (note string, err error) {
	if err := os.MkdirAll(p.dir, 0o700); err != nil {
		if errors.Is(err, syscall.ENOTDIR) {
			err = fmt.Errorf("a file stands where its folder should be: %w", err)
		}
		return "", err
	}
	if filepath.Base(p.dir) != "unhunch" {
		return "", nil
	}
	return restrict(p.dir, 0o700)
}

// restrict takes every right from others than the owner. A file that is gone,
// or not ours to change, is left alone.
func restrict(path string, perm fs.FileMode) (note string, err error) {
	if runtime.GOOS == "windows" {
		return "", nil // there the folder's own rules keep others out
	}
	fi, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	if fi.Mode().Perm()&^perm == 0 {
		return "", nil
	}
	if err := os.Chmod(path, perm); err != nil {
		return fmt.Sprintf("Others may be able to read %s, and its permissions could not be changed: %v.", path, err), nil
	}
	return fmt.Sprintf("Others could read %s; now only you can.", path), nil
}

// restrictFiles closes the database and what is beside it to others.
func (p place) restrictFiles() (notes []string, err error) {
	for _, path := range append([]string{p.path, p.lockPath()}, p.sidecarPaths()...) {
		note, err := restrict(path, 0o600)
		if err != nil {
			return notes, err
		}
		if note != "" {
			notes = append(notes, note)
		}
	}
	return notes, nil
}

func (p place) sidecarPaths() []string {
	var out []string
	for _, end := range sidecars {
		out = append(out, p.path+end)
	}
	return out
}

// keepBadLog moves a write-ahead log aside that SQLite would take for empty,
// and overwrite, because its beginning is not that of a log
// (sqlite.org/fileformat2.html#walformat). The database without it is sound,
// and lacks what was written last.
func (p place) keepBadLog(now time.Time) (note string, err error) {
	f, err := os.Open(p.path + "-wal")
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	var magic [4]byte
	n, readErr := io.ReadFull(f, magic[:])
	if err := f.Close(); err != nil {
		return "", err
	}
	if n == 0 {
		return "", nil
	}
	if m := binary.BigEndian.Uint32(magic[:]); readErr == nil && m&^1 == 0x377f0682 {
		return "", nil
	}
	to := p.beside("damaged", now) + "-wal"
	if err := os.Rename(p.path+"-wal", to); err != nil {
		return "", err
	}
	return fmt.Sprintf("What was written to the database last could not be read, and may be missing. It is kept at %s.", to), nil
}

// tempDir makes a folder for unfinished copies in dir.
func tempDir(dir string) (string, error) { return os.MkdirTemp(dir, tempPrefix) }

// sweep removes unfinished copies of programs that were killed. Only whoever
// holds the lock alone may.
func (p place) sweep() error {
	entries, err := os.ReadDir(p.dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.IsDir() && strings.HasPrefix(e.Name(), tempPrefix) {
			err = errors.Join(err, os.RemoveAll(filepath.Join(p.dir, e.Name())))
		}
	}
	return err
}

// syncPath makes sure that a file, or the names in a folder, are on the disk.
// It must not be used on a database that is open: closing a file lets go of
// every lock this process has on it.
func syncPath(path string) error {
	if runtime.GOOS == "windows" {
		if fi, err := os.Stat(path); err != nil || fi.IsDir() {
			return err // folders cannot be synced there
		}
	}
	f, err := os.OpenFile(path, os.O_RDONLY, 0)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) {
		err = nil // some file systems do not sync folders
	}
	return errors.Join(err, f.Close())
}
