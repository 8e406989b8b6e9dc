//go:build unix

package folders

import (
	"errors"
	"os"
	"syscall"
)

// tryLock takes the lock on an open file if nobody has it. The system drops
// it when the file is closed, also when the process is killed.
func tryLock(f *os.File) (bool, error) {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) || errors.Is(err, syscall.EINTR) {
		return false, nil
	}
	return err == nil, err
}
