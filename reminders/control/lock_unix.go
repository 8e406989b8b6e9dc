//go:build unix

package control

import (
	"errors"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

var errLocked = errors.New("somebody else holds the lock")

// openLock opens the lock's file without following a link somebody planted.
func openLock(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_RDWR|os.O_CREATE|syscall.O_NOFOLLOW, 0o600)
}

// lockFile takes the lock or says errLocked; it never waits. The lock belongs
// to the open file, which programs started from here do not inherit.
func lockFile(f *os.File) error {
	for {
		err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		switch {
		case errors.Is(err, unix.EINTR):
			continue
		case errors.Is(err, unix.EWOULDBLOCK):
			return errLocked
		}
		return err
	}
}

func isSocket(fi os.FileInfo) bool { return fi.Mode()&os.ModeSocket != 0 }

// closeOff keeps other users out of the socket.
func closeOff(path string) error { return os.Chmod(path, 0o600) }
