package control

import (
	"bytes"
	"errors"
	"io"
	"net"
	"os"
	"time"
)

var (
	errTooLong  = errors.New("the line is too long")
	errHalfLine = errors.New("the line was not finished in time")
)

// lineReader cuts a stream into lines. It never holds more than one line of
// most bytes, and grants a line that was begun only so long to be finished; an
// idle stream may stay silent for ever.
type lineReader struct {
	r    io.Reader
	most int
	wait time.Duration   // for a line that was begun; 0 means no limit
	by   func(time.Time) // sets the read deadline
	buf  []byte          // buf[at:end] is read and not yet handed out
	at   int
	end  int
}

const smallBuf = 2 << 10

// next returns the next line without its end. The slice is valid until the
// next call.
func (l *lineReader) next() ([]byte, error) {
	if i := bytes.IndexByte(l.buf[l.at:l.end], '\n'); i >= 0 {
		return l.cut(i), nil
	}
	l.compact()
	begun := false
	for {
		if l.end > l.most {
			return nil, errTooLong
		}
		if l.by != nil && l.wait > 0 {
			switch {
			case l.end == 0:
				l.by(time.Time{})
			case !begun:
				begun = true
				l.by(time.Now().Add(l.wait))
			}
		}
		l.grow()
		n, err := l.r.Read(l.buf[l.end:])
		l.end += n
		if i := bytes.IndexByte(l.buf[l.end-n:l.end], '\n'); i >= 0 {
			return l.cut(l.end - n + i), nil
		}
		switch {
		case err == nil:
		case l.end > 0 && timedOut(err):
			return nil, errHalfLine
		case l.end > 0 && err == io.EOF:
			return nil, io.ErrUnexpectedEOF
		default:
			return nil, err
		}
	}
}

func (l *lineReader) cut(i int) []byte {
	line := l.buf[l.at : l.at+i]
	l.at += i + 1
	return line
}

// compact moves what is left to the front, and gives back the memory of a
// long line.
func (l *lineReader) compact() {
	rest := l.buf[l.at:l.end]
	if len(l.buf) > smallBuf && len(rest) <= smallBuf {
		l.buf = make([]byte, smallBuf)
	}
	l.end = copy(l.buf, rest)
	l.at = 0
}

func (l *lineReader) grow() {
	if l.end < len(l.buf) {
		return
	}
	buf := make([]byte, min(max(smallBuf, 2*len(l.buf)), l.most+1))
	copy(buf, l.buf[:l.end])
	l.buf = buf
}

func timedOut(err error) bool {
	var ne net.Error
	return errors.Is(err, os.ErrDeadlineExceeded) || errors.As(err, &ne) && ne.Timeout()
}
