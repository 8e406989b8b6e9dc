package control

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

// ErrRunning says that another process holds the claim; errors.As a
// *RunningError tells which.
var ErrRunning error = &RunningError{}

// RunningError is an ErrRunning that may know who.
type RunningError struct {
	PID int // 0 if it is not known
}

// Error says that Unhunch runs, and its process id if known.
func (e *RunningError) Error() string {
	if e.PID == 0 {
		return "Unhunch is running already"
	}
	return fmt.Sprintf("Unhunch is running already, as process %d", e.PID)
}

// Is makes every RunningError an ErrRunning.
func (e *RunningError) Is(target error) bool { return target == ErrRunning }

// Claimed is the right to be the only one: a locked file and the socket beside
// it. The lock goes with the process, however it ends.
type Claimed struct {
	lock *os.File
	l    net.Listener
	once sync.Once
	err  error
}

// lockTries is how often a claim begins again because the lock's file was
// removed under it.
const lockTries = 10

// Claim takes the lock and listens on the socket called name in dir, a
// private folder (see Dir). The error is ErrRunning if another process has
// it. What a killed process left behind is cleaned away.
func Claim(dir, name string) (*Claimed, error) {
	path := filepath.Join(dir, name)
	if err := checkPath(path); err != nil {
		return nil, err
	}
	lock, err := takeLock(filepath.Join(dir, strings.TrimSuffix(name, ".sock")+".lock"))
	if err != nil {
		return nil, err
	}
	l, err := listen(path)
	if err != nil {
		_ = lock.Close()
		return nil, err
	}
	return &Claimed{lock: lock, l: l}, nil
}

// Listener is where the claim's owner serves.
func (c *Claimed) Listener() net.Listener { return c.l }

// Close gives the claim up: first the socket goes, then the lock. The lock's
// file stays, because removing it would let two processes hold a lock each.
func (c *Claimed) Close() error {
	c.once.Do(func() {
		err := c.l.Close()
		if errors.Is(err, net.ErrClosed) {
			err = nil // the server closed it
		}
		c.err = errors.Join(err, c.lock.Truncate(0), c.lock.Close())
	})
	return c.err
}

func takeLock(path string) (*os.File, error) {
	for range lockTries {
		f, err := openLock(path)
		if err != nil {
			return nil, fmt.Errorf("the lock can't be opened: %w", err)
		}
		if err := lockFile(f); err != nil {
			pid := readPID(f)
			_ = f.Close()
			if errors.Is(err, errLocked) {
				return nil, &RunningError{pid}
			}
			return nil, fmt.Errorf("%s can't be locked: %w (hint: set XDG_RUNTIME_DIR to a folder on a local disk)", path, err)
		}
		// A cleaner of temporary files may have removed it meanwhile: a lock
		// nobody else can find is none.
		if samePath(f, path) {
			if err := writePID(f); err != nil {
				_ = f.Close()
				return nil, fmt.Errorf("%s can't be written: %w", path, err)
			}
			return f, nil
		}
		_ = f.Close()
	}
	return nil, fmt.Errorf("%s is removed again and again (hint: stop what cleans that folder)", path)
}

func samePath(f *os.File, path string) bool {
	a, err := f.Stat()
	if err != nil {
		return false
	}
	b, err := os.Lstat(path)
	return err == nil && os.SameFile(a, b)
}

func writePID(f *os.File) error {
	if err := f.Truncate(0); err != nil {
		return err
	}
	_, err := f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	return err
}

// readPID is the process id in the lock's file, or 0.
func readPID(f *os.File) int {
	b, err := io.ReadAll(io.NewSectionReader(f, 0, 20))
	if err != nil {
		return 0
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(b)))
	if err != nil || pid < 0 {
		return 0
	}
	return pid
}

// listen opens the socket. The lock is held, so a socket that is there
// already is stale, unless its lock was removed while its owner runs.
func listen(path string) (net.Listener, error) {
	fi, err := os.Lstat(path)
	switch {
	case err == nil && !isSocket(fi):
		return nil, fmt.Errorf("%s is in the way: it is no socket (hint: remove it)", path)
	case err == nil:
		if nc, err := net.DialTimeout("unix", path, time.Second); err == nil {
			_ = nc.Close()
			return nil, &RunningError{}
		}
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("the socket a former Unhunch left behind can't be removed: %w", err)
		}
	case !errors.Is(err, fs.ErrNotExist):
		return nil, err
	}
	l, err := net.Listen("unix", path)
	if err != nil {
		return nil, fmt.Errorf("the socket can't be opened: %w", err)
	}
	if err := closeOff(path); err != nil {
		_ = l.Close()
		return nil, fmt.Errorf("the socket can't be made private: %w", err)
	}
	return l, nil
}
