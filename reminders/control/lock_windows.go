package control

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

var errLocked = errors.New("somebody else holds the lock")

func openLock(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
}

// lockFile takes the lock or says errLocked; it never waits. It locks a byte
// far behind the end, because Windows keeps others from reading what is
// locked, and they want the process id.
func lockFile(f *os.File) error {
	at := &windows.Overlapped{OffsetHigh: 1}
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return errLocked
	}
	return err
}

// isSocket can't be told on every Windows: a socket may look like an odd file.
func isSocket(fi os.FileInfo) bool { return !fi.IsDir() && fi.Size() == 0 }

// closeOff does nothing: the folder, among the user's own temporary files,
// keeps other users out, and Windows has no file modes.
func closeOff(string) error { return nil }
