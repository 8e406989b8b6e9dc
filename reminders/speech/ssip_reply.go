//go:build !windows && !darwin

package speech

import (
	"errors"
	"fmt"
	"strings"
)

// What a reply may be at most. Only the list of all voices would be longer,
// and nobody asks for it.
const (
	longestLine = 4 << 10
	mostLines   = 256
)

var errNotSSIP = errors.New("what answers is no speech-dispatcher")

// reply is what speech-dispatcher answers, or an event it tells unasked: lines
// of three digits, a dash and a value, and a last line of the same three
// digits, a blank and words for people.
type reply struct {
	code   int
	values []string
	words  string
}

// good says whether the command was carried out.
func (r reply) good() bool { return r.code >= 200 && r.code < 300 }

// event says whether nobody asked for it.
func (r reply) event() bool { return r.code >= 700 && r.code < 800 }

// The events that end a message.
const (
	eventEnd      = 702
	eventCanceled = 703
)

// add takes the next line, without its line break, and says whether the reply
// is complete. After an error nothing more can be read.
func (r *reply) add(line string) (complete bool, err error) {
	if len(line) < 4 || (line[3] != '-' && line[3] != ' ') {
		return false, fmt.Errorf("%w: %.40q", errNotSSIP, line)
	}
	code := 0
	for _, d := range []byte(line[:3]) {
		if d < '0' || d > '9' {
			return false, fmt.Errorf("%w: %.40q", errNotSSIP, line)
		}
		code = 10*code + int(d-'0')
	}
	if code < 100 {
		return false, fmt.Errorf("%w: %.40q", errNotSSIP, line)
	}
	if r.code != 0 && code != r.code {
		return false, fmt.Errorf("%w: %d within %d", errNotSSIP, code, r.code)
	}
	r.code = code
	if line[3] == ' ' {
		r.words = line[4:]
		return true, nil
	}
	if len(r.values) == mostLines {
		return false, fmt.Errorf("%w: a reply of more than %d lines", errNotSSIP, mostLines)
	}
	r.values = append(r.values, line[4:])
	return false, nil
}

// lines cuts what arrives into lines and these into replies; it keeps what is
// incomplete until more comes.
type lines struct {
	rest  []byte
	reply reply
}

// next is the next complete reply of what was fed so far.
func (l *lines) next() (reply, bool, error) {
	for {
		line, rest, found := strings.Cut(string(l.rest), "\n")
		if !found {
			if len(l.rest) > longestLine {
				return reply{}, false, fmt.Errorf("%w: a line of more than %d bytes", errNotSSIP, longestLine)
			}
			return reply{}, false, nil
		}
		if len(line) > longestLine {
			return reply{}, false, fmt.Errorf("%w: a line of more than %d bytes", errNotSSIP, longestLine)
		}
		l.rest = append(l.rest[:0], rest...)
		complete, err := l.reply.add(strings.TrimSuffix(line, "\r"))
		if err != nil {
			return reply{}, false, err
		}
		if complete {
			r := l.reply
			l.reply = reply{}
			return r, true, nil
		}
	}
}

func (l *lines) feed(b []byte) { l.rest = append(l.rest, b...) }

// escape makes a text what SPEAK takes: lines that end with CR LF, none of
// which is the lone dot that ends the text.
func escape(text string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.ReplaceAll(text, "\r", "")) {
		if strings.HasPrefix(line, ".") {
			b.WriteByte('.')
		}
		b.WriteString(strings.TrimSuffix(line, "\n"))
		b.WriteString("\r\n")
	}
	return b.String()
}
