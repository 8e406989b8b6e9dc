//go:build unix

package main

import (
	"errors"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// keyboard reads a terminal key by key, until it is closed.
type keyboard struct {
	keys  <-chan stretchKey // closed when nothing can be read any more
	close func()            // puts the terminal back as it was; what was typed and not read is dropped
}

// openKeyboard makes a terminal hand over every key at once and show none.
// Ctrl+C and Ctrl+Z do what they always do. The error is errNoKeyboard where
// the file is no terminal.
func openKeyboard(f *os.File) (*keyboard, error) {
	fd := int(f.Fd())
	before, err := unix.IoctlGetTermios(fd, getTermios)
	if err != nil {
		return nil, errNoKeyboard
	}
	single := *before
	single.Lflag &^= unix.ICANON | unix.ECHO
	single.Cc[unix.VMIN], single.Cc[unix.VTIME] = 1, 0
	single.Cc[unix.VQUIT] = noCharacter // it would leave the terminal like this
	stop, stopping, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	if err := unix.IoctlSetTermios(fd, setTermios, &single); err != nil {
		_, _ = stop.Close(), stopping.Close()
		return nil, errNoKeyboard
	}
	signals := make(chan os.Signal, 1)
	// Somebody who went away with Ctrl+Z comes back to a terminal that the
	// shell has put back.
	signal.Notify(signals, syscall.SIGCONT)
	keys, done := make(chan stretchKey), make(chan struct{})
	read, heeded := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(read)
		defer close(keys)
		for {
			typed := nextBytes(fd, int(stop.Fd()))
			if typed == nil {
				return
			}
			for _, k := range readKeys(typed) {
				select {
				case keys <- k:
				case <-done:
					return
				}
			}
		}
	}()
	go func() {
		defer close(heeded)
		for range signals {
			_ = unix.IoctlSetTermios(fd, setTermios, &single)
		}
	}()
	return &keyboard{keys: keys, close: func() {
		signal.Stop(signals)
		close(signals)
		<-heeded
		close(done)
		_ = stopping.Close()
		<-read
		_ = stop.Close()
		_ = unix.IoctlSetTermios(fd, setTermiosFlush, before)
	}}, nil
}

// escapeWithin is how soon the rest of a sequence follows its escape, over a
// slow line.
const escapeWithin = 50 * time.Millisecond

// nextBytes waits for what is typed; nil at the end of it, or when something
// can be read from stop.
func nextBytes(fd, stop int) []byte {
	if !readable(fd, stop, nil) {
		return nil
	}
	buf := make([]byte, 64)
	n, err := unix.Read(fd, buf)
	if n <= 0 || err != nil {
		return nil
	}
	if buf[n-1] == escape && n < len(buf) {
		wait := unix.NsecToTimeval(int64(escapeWithin))
		if readable(fd, stop, &wait) {
			if more, err := unix.Read(fd, buf[n:]); err == nil && more > 0 {
				n += more
			}
		}
	}
	return buf[:n]
}

// readable waits until fd can be read; false if stop can be, or in the end
// nothing.
func readable(fd, stop int, wait *unix.Timeval) bool {
	for {
		var set unix.FdSet
		set.Set(fd)
		set.Set(stop)
		n, err := unix.Select(max(fd, stop)+1, &set, nil, nil, wait)
		if errors.Is(err, unix.EINTR) {
			continue
		}
		return err == nil && n > 0 && !set.IsSet(stop)
	}
}

// isTerminal tells whether a person sits at a file.
func isTerminal(f *os.File) bool {
	_, err := unix.IoctlGetTermios(int(f.Fd()), getTermios)
	return err == nil
}
