//go:build !windows && !darwin

package speech

import (
	"encoding/binary"
	"errors"
	"net"
	"sync"
	"time"
)

const (
	frameHead   = 20
	longestPart = 1 << 20 // no message of a server to a program that plays is near that
	writeWithin = time.Second
)

var errNotPulse = errors.New("what answers is no sound server")

// frames is a connection to a sound server that believes only what can be one:
// the protocol's library makes room for whatever length it is told. It also
// says when the connection is over, and never writes for long.
type frames struct {
	net.Conn
	id   []byte // goes with what is written until it is nil: who we are
	head []byte // of the frame that is being read, so far
	left int    // bytes of its body still to come
	once sync.Once
	over chan struct{} // closed when nothing more can be read
}

func newFrames(c net.Conn) *frames {
	return &frames{Conn: c, id: credentials(), over: make(chan struct{})}
}

func (f *frames) Write(b []byte) (int, error) {
	if len(b) == 0 {
		return 0, nil // with who we are it would not be empty
	}
	if err := f.SetWriteDeadline(time.Now().Add(writeWithin)); err != nil {
		return 0, err
	}
	var n int
	var err error
	if u, ok := f.Conn.(*net.UnixConn); ok && f.id != nil {
		n, _, err = u.WriteMsgUnix(b, f.id, nil)
	} else {
		n, err = f.Conn.Write(b)
	}
	if err != nil {
		// Half a message is no message: the server must not see the next one.
		f.Conn.Close()
	}
	return n, err
}

func (f *frames) Read(b []byte) (int, error) {
	n, err := f.Conn.Read(b)
	if bad := f.follow(b[:n]); bad != nil {
		f.Conn.Close()
		n, err = 0, bad
	}
	if err != nil {
		f.once.Do(func() { close(f.over) })
	}
	return n, err
}

// follow goes through what was read and checks each head it meets.
func (f *frames) follow(b []byte) error {
	for len(b) > 0 {
		if f.left > 0 {
			n := min(f.left, len(b))
			f.left -= n
			b = b[n:]
			continue
		}
		n := min(frameHead-len(f.head), len(b))
		f.head = append(f.head, b[:n]...)
		b = b[n:]
		if len(f.head) < frameHead {
			continue
		}
		// A frame for a stream carries recorded sound, which nobody asked for.
		length, stream := binary.BigEndian.Uint32(f.head), binary.BigEndian.Uint32(f.head[4:])
		if length > longestPart || stream != 0xFFFFFFFF {
			return errNotPulse
		}
		f.left, f.head = int(length), f.head[:0]
	}
	return nil
}
