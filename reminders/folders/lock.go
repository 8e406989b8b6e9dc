package folders

import (
	"os"
	"time"
)

// pause is how long to wait between two tries of what another program is in the
// way of.
const pause = 5 * time.Millisecond

// Lock takes the lock on an open file, so that other programs, and other parts
// of this one, wait until it is closed. The file stays when it is closed:
// removing it would let two in. Lock fails with busy when the lock is not to be
// had for as long as wait.
func Lock(f *os.File, wait time.Duration, busy error) error {
	for until := time.Now().Add(wait); ; time.Sleep(pause) {
		got, err := tryLock(f)
		switch {
		case got || err != nil:
			return err
		case time.Now().After(until):
			return busy
		}
	}
}
