package settings

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/unhunch/unhunch/reminders/folders"
)

// Path is where the settings are: $XDG_CONFIG_HOME/unhunch/settings.toml, by
// the environment as it is now.
func Path() string {
	return filepath.Join(folders.Config(), "settings.toml")
}

// Load reads the settings from the file at path, as Parse does. A file that
// does not exist means the defaults. The file is never touched. The error is
// only for a file that cannot be read; the settings are the defaults then.
func Load(path string) (Settings, []Problem, error) {
	data, err := read(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Default(), nil, nil
	}
	if err != nil {
		return Default(), nil, fmt.Errorf("the settings cannot be read, so the defaults are used: %w; hint: check that %s is a file you may read", err, path)
	}
	s, problems := Parse(path, data)
	return s, problems, nil
}

// read is the content of a file, of one that is too large only so much that
// it shows.
func read(path string) (data []byte, err error) {
	// Looked at before it is opened: opening a pipe would wait for a writer.
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a plain file", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return io.ReadAll(io.LimitReader(f, maxSize+1))
}
