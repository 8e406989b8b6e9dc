package control

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// The names of the sockets inside Dir.
const (
	AgentSocket  = "agent.sock"
	WindowSocket = "window.sock"
)

// maxPath is the longest path of a socket, in bytes: what macOS holds; Linux
// holds four more.
const maxPath = 103

// Dir is the private folder of the sockets, made if it is missing:
// $XDG_RUNTIME_DIR/unhunch, or where there is no such place, a folder of the
// user's own among the temporary files. An error means that the folder would
// not be safe to use.
func Dir() (string, error) {
	if base := os.Getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(base) && ownDir(base) {
		dir := filepath.Join(base, "unhunch")
		if err := makePrivate(dir); err != nil {
			return "", err
		}
		// The folder around it is ours, so nobody else could have opened it
		// up: closing it again is enough.
		if err := tighten(dir); err != nil {
			return "", err
		}
		return dir, checkPrivate(dir)
	}
	dir := filepath.Join(os.TempDir(), tempName())
	if err := makePrivate(dir); err != nil {
		return "", err
	}
	return dir, checkPrivate(dir)
}

// SocketPath is the path of the socket called name inside Dir.
func SocketPath(name string) (string, error) {
	dir, err := Dir()
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, name)
	return path, checkPath(path)
}

func checkPath(path string) error {
	if len(path) > maxPath {
		return fmt.Errorf("the socket's path is too long (%d bytes, at most %d): %s (hint: set XDG_RUNTIME_DIR to a folder with a shorter name)", len(path), maxPath, path)
	}
	return nil
}

func makePrivate(dir string) error {
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("the folder for Unhunch's socket can't be made: %w (hint: set XDG_RUNTIME_DIR to a folder you can write to)", err)
	}
	return nil
}
