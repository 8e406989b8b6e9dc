//go:build unix

package sqlite

import (
	"errors"
	"os"
	"syscall"
)

// take locks the file, or changes how it is held; errHeld if another program
// is in the way. When that happens, what was held before may be lost.
func take(f *os.File, h holding) error {
	how := syscall.LOCK_SH
	if h == alone {
		how = syscall.LOCK_EX
	}
	for {
		err := syscall.Flock(int(f.Fd()), how|syscall.LOCK_NB)
		switch {
		case errors.Is(err, syscall.EINTR):
		case errors.Is(err, syscall.EWOULDBLOCK):
			return errHeld
		default:
			return err
		}
	}
}
