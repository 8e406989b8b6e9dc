package content

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"
)

var (
	errLink   = errors.New("is a link, and links are not followed; hint: put the thing itself here")
	errOdd    = errors.New("is no ordinary file; hint: put a file here")
	errFolder = errors.New("is no folder; hint: make it one")
)

// lookAt finds a file or folder without following a link on the way, so that
// nothing outside the packs is reached.
func lookAt(files fs.FS, name string) (fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return nil, errors.New("has a name that cannot be read; hint: rename it")
	}
	for i := 0; ; i++ {
		next := strings.IndexByte(name[i:], '/')
		last := next < 0
		i += next
		if last {
			i = len(name)
		}
		info, err := fs.Lstat(files, name[:i])
		switch {
		case err != nil:
			return nil, unreadable(err)
		case info.Mode()&fs.ModeSymlink != 0:
			return nil, errLink
		case last:
			return info, nil
		case !info.IsDir():
			return nil, errFolder
		}
	}
}

// unreadable is an error in reading without the path, which the message has.
func unreadable(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fs.ErrNotExist
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return fmt.Errorf("cannot be read: %w; hint: see that it may be read by you", err)
}

// openFile opens an ordinary file that is not too large.
func openFile(files fs.FS, name string, most int64) (fs.File, error) {
	info, err := lookAt(files, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() { // a pipe would keep its reader waiting
		return nil, errOdd
	}
	if info.Size() > most {
		return nil, tooLarge(most)
	}
	f, err := files.Open(name)
	if err != nil {
		return nil, unreadable(err)
	}
	return f, nil
}

func tooLarge(most int64) error {
	return fmt.Errorf("is larger than %d KB; hint: make it smaller", most>>10)
}

// readFile reads an ordinary file of at most so many bytes.
func readFile(files fs.FS, name string, most int64) ([]byte, error) {
	f, err := openFile(files, name, most)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	b, err := io.ReadAll(io.LimitReader(f, most+1))
	if err != nil {
		return nil, unreadable(err)
	}
	if int64(len(b)) > most {
		return nil, tooLarge(most)
	}
	return b, nil
}

// readText reads a TOML file as editors leave it: perhaps with a mark at its
// beginning, but in UTF-8. A *Problem it returns knows the line.
func readText(files fs.FS, name string) ([]byte, error) {
	b, err := readFile(files, name, maxFile)
	if err != nil {
		return nil, err
	}
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	if utf8.Valid(b) {
		return b, nil
	}
	good := 0
	for good < len(b) {
		r, n := utf8.DecodeRune(b[good:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		good += n
	}
	return nil, &Problem{Line: 1 + bytes.Count(b[:good], []byte("\n")), What: "holds something that is no UTF-8 text; hint: save the file as UTF-8 in your editor"}
}

// asProblem says of which file an error is.
func asProblem(file string, err error) *Problem {
	var one *Problem
	if errors.As(err, &one) {
		return &Problem{File: file, Line: one.Line, What: one.What}
	}
	return &Problem{File: file, What: err.Error()}
}

// listFolder lists a folder by name, unless it holds more than a pack could.
func listFolder(files fs.FS, name string) ([]fs.DirEntry, error) {
	if name != "." {
		info, err := lookAt(files, name)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			return nil, errFolder
		}
	}
	f, err := files.Open(name)
	if err != nil {
		return nil, unreadable(err)
	}
	defer func() { _ = f.Close() }() // it was only read
	folder, ok := f.(fs.ReadDirFile)
	if !ok {
		return nil, errFolder
	}
	var out []fs.DirEntry
	for {
		some, err := folder.ReadDir(maxFiles + 1)
		out = append(out, some...)
		switch {
		case len(out) > maxFiles:
			return nil, fmt.Errorf("holds more than %d files; hint: keep only the pack's own here", maxFiles)
		case errors.Is(err, io.EOF):
			slices.SortFunc(out, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
			return out, nil
		case err != nil:
			return nil, unreadable(err)
		}
	}
}
