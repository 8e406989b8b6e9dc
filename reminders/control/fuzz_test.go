package control

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"
)

// FuzzServerLine sends any line through the server's decoder and dispatch:
// there is always exactly one well-formed answer, and a line that is refused
// reaches no handler.
func FuzzServerLine(f *testing.F) {
	for _, s := range []string{
		`{"id":1,"verb":"status"}`, `{"id":1,"verb":"watch","args":{"opens":false}}`,
		`{"id":2,"verb":"pause","args":{"until":"2199-01-01T00:00:00+01:00"}}`, `{"id":3,"verb":"resume","args":{}}`,
		`{"id":4,"verb":"answer","args":{"outcome":"snoozed","for_s":600,"reminder":"posture"}}`,
		`{"id":5,"verb":"begin","args":{"reminder":"stretch","for_s":600}}`,
		`{"id":6,"verb":"did","args":{"reminder":"stretch"}}`,
		`{"id":5,"verb":"open","args":{"screen":"stretch","routine":"x","activation_token":"t"}}`,
		`{"id":7,"verb":"relief-start","args":{"timer":"heat","region":"lower-back","for_s":600,"pain_before":5}}`, `{"id":7,"verb":"relief-pause"}`,
		`{"id":7,"verb":"relief-stop","args":{"id":"s1","skin":"bad","pain_after":3}}`, `{"id":7,"verb":"relief-look","args":{"fine":true}}`,
		`{"id":6,"verb":"reload"}`, `{"id":7,"verb":"quit"}`, `{"id":1,"id":1}`, `[]`, `null`, "\x00\xff", `{"id":1e3}`, "{",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		h := &fake{}
		c := newConn(NewServer(h, "1.2.3"), nil)
		r := c.answer(context.Background(), line)
		if (r.Result == nil) == (r.Error == nil) {
			t.Fatalf("%q: result %s and error %v", line, r.Result, r.Error)
		}
		if r.Error != nil {
			if h.seen() != "" {
				t.Errorf("%q: refused, and yet did %s", line, h.seen())
			}
			if r.Error.Message == "" || strings.ContainsAny(r.Error.Error(), "\n\r") || len(r.Error.Error()) > 500 {
				t.Errorf("%q: message %q", line, r.Error.Error())
			}
		}
		out, err := json.Marshal(r)
		if err != nil || bytes.ContainsRune(out, '\n') {
			t.Errorf("%q: answer %q, %v", line, out, err)
		}
		if _, err := decodeReply(out); err != nil {
			t.Errorf("%q: our own client can't read %s: %v", line, out, err)
		}
	})
}

// FuzzClientLine reads any line as a server's: it is refused or well-formed,
// and what is well-formed survives being written and read again.
func FuzzClientLine(f *testing.F) {
	for _, s := range []string{
		`{"id":1,"result":{}}`, `{"id":1,"item":{"status":{"now":"2026-11-23T09:00:00+01:00","busy":[],"reminders":[{"id":"posture","sitting_s":5}]}}}`,
		`{"id":0,"error":{"code":"bad-line","message":"m","hint":"h"}}`, `{"id":1,"item":{"open":{"screen":"today"}}}`,
		`{"id":1,"result":null}`, `{"id":-1,"result":1}`, `[]`, `null`, "\xff",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		r, err := decodeReply(line)
		if err != nil {
			return
		}
		out, err := json.Marshal(r)
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if _, err := decodeReply(out); err != nil {
			t.Errorf("%q: not read again: %s: %v", line, out, err)
		}
		var u Update
		if r.Item != nil && json.Unmarshal(r.Item, &u) == nil && u.Status != nil {
			if _, err := json.Marshal(u); err != nil {
				t.Errorf("%q: a status that can't be written: %v", line, err)
			}
		}
	})
}

// FuzzLines cuts any stream into lines: nothing is lost, nothing is invented,
// and no line is longer than allowed.
func FuzzLines(f *testing.F) {
	f.Add([]byte("a\nbb\n\nccc"), uint8(3))
	f.Add([]byte(strings.Repeat("x", 100)+"\n"), uint8(7))
	f.Fuzz(func(t *testing.T, stream []byte, chunk uint8) {
		const most = 64
		l := lineReader{r: &chunked{stream, int(chunk)%100 + 1}, most: most}
		var got []byte
		for {
			line, err := l.next()
			if err != nil {
				break
			}
			if len(line) > most {
				t.Fatalf("a line of %d bytes", len(line))
			}
			got = append(append(got, line...), '\n')
		}
		if !bytes.HasPrefix(stream, got) {
			t.Errorf("got %q of %q", got, stream)
		}
		rest := stream[len(got):]
		if i := bytes.IndexByte(rest, '\n'); i >= 0 && i <= most {
			t.Errorf("stopped before %q", rest)
		}
		if len(l.buf) > max(smallBuf, most+1) {
			t.Errorf("the buffer holds %d bytes", len(l.buf))
		}
	})
}

// BenchmarkStatus is one status round trip over a real socket.
func BenchmarkStatus(b *testing.B) {
	_, path := serve(b, &fake{status: Status{Agent: true, Presence: "active", Reminders: make([]Reminder, 7)}})
	c := dial(b, path)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Status(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

type chunked struct {
	rest []byte
	n    int
}

func (c *chunked) Read(p []byte) (int, error) {
	if len(c.rest) == 0 {
		return 0, errEnd
	}
	n := copy(p[:min(len(p), c.n)], c.rest)
	c.rest = c.rest[n:]
	return n, nil
}

var errEnd = &Error{Code: CodeLost, Message: "end"}
