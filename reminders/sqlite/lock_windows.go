package sqlite

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// take locks the file, or changes how it is held; errHeld if another program
// is in the way. When that happens, what was held before is lost.
func take(f *os.File, h holding) error {
	handle := windows.Handle(f.Fd())
	var whole windows.Overlapped
	if err := windows.UnlockFileEx(handle, 0, 1, 0, &whole); err != nil && !errors.Is(err, windows.ERROR_NOT_LOCKED) {
		return err
	}
	flags := uint32(windows.LOCKFILE_FAIL_IMMEDIATELY)
	if h == alone {
		flags |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	err := windows.LockFileEx(handle, flags, 0, 1, 0, &whole)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return errHeld
	}
	return err
}
