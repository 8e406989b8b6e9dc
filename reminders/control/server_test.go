package control

import (
	"errors"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"
)

func TestVerbsOverTheWire(t *testing.T) {
	f := &fake{status: Status{Presence: "active"}}
	_, path := serve(t, f)
	w := rawDial(t, path)
	soon := time.Now().Add(time.Hour).UTC().Format(time.RFC3339)
	for _, tt := range []struct{ send, call, want string }{
		{`{"id":1,"verb":"pause"}`, "pause", `{"id":1,"result":{}}`},
		{`{"id":2,"verb":"pause","args":{"until":"` + soon + `"}}`, "pause until " + soon, `{"id":2,"result":{}}`},
		{`{"id":3,"verb":"resume","args":{}}`, "resume", `{"id":3,"result":{}}`},
		{`{"id":4,"verb":"answer","args":{"outcome":"snoozed","for_s":600}}`, `answer "" snoozed 10m0s`, `{"id":4,"result":{"reminder":"posture","outcome":"snoozed"}}`},
		{`{"id":5,"verb":"answer","args":{"reminder":"stretch","outcome":"done"}}`, `answer "stretch" done 0s`, `{"id":5,"result":{"reminder":"posture","outcome":"done"}}`},
		{`{"id":6,"verb":"open","args":{"screen":"stretch","routine":"desk-2","activation_token":"x_TIME1"}}`, `open {Screen:stretch Part: Reminder: Routine:desk-2 Token:x_TIME1}`, `{"id":6,"result":{}}`},
		{`{"id":7,"verb":"reload"}` + "\r", "reload", `{"id":7,"result":{}}`},
		{`{"id":8,"verb":"quit"}`, "quit", `{"id":8,"result":{}}`},
	} {
		f.calls = nil
		w.send(tt.send + "\n")
		if got := w.line(); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.send, got, tt.want)
		}
		if got := f.seen(); got != tt.call {
			t.Errorf("%s\ncalled %s\nwant   %s", tt.send, got, tt.call)
		}
	}
}

// Every line here must be refused, reach no handler, and leave the connection
// alive.
func TestBadLines(t *testing.T) {
	f := &fake{}
	_, path := serve(t, f)
	w := rawDial(t, path)
	for _, tt := range []struct {
		send string
		id   uint64
		code Code
	}{
		{"", 0, CodeBadLine},
		{"hello", 0, CodeBadLine},
		{"null", 0, CodeBadLine},
		{"[]", 0, CodeBadLine},
		{`"status"`, 0, CodeBadLine},
		{"42", 0, CodeBadLine},
		{"{}", 0, CodeBadLine},
		{"{", 0, CodeBadLine},
		{"\x00\xff\xfe\x01 junk \x80", 0, CodeBadLine},
		{"{\"id\":1,\"verb\":\"\xff\"}", 0, CodeBadLine},
		{strings.Repeat("[", 60000), 0, CodeBadLine},
		{strings.Repeat(`{"id":`, 10000), 0, CodeBadLine},
		{`{"verb":"status"}`, 0, CodeBadLine},
		{`{"id":0,"verb":"status"}`, 0, CodeBadLine},
		{`{"id":-1,"verb":"status"}`, 0, CodeBadLine},
		{`{"id":1.5,"verb":"status"}`, 0, CodeBadLine},
		{`{"id":"1","verb":"status"}`, 0, CodeBadLine},
		{`{"id":99999999999999999999,"verb":"status"}`, 0, CodeBadLine},
		{`{"id":null,"verb":"status"}`, 0, CodeBadLine},
		{`{"ID":1,"verb":"status"}`, 0, CodeBadLine},
		{`{"id":1,"id":2,"verb":"status"}`, 0, CodeBadLine},
		{`{"id":1,"verb":"status"}{"id":2,"verb":"quit"}`, 0, CodeBadLine},
		{`{"id":1,"verb":"status"} x`, 0, CodeBadLine},
		{`{"id":7}`, 7, CodeBadLine},
		{`{"id":7,"verb":7}`, 7, CodeBadLine},
		{`{"id":7,"verb":["status"]}`, 7, CodeBadLine},
		{`{"id":7,"verb":"pause","until":"2030-01-01T00:00:00Z"}`, 7, CodeBadLine},
		{`{"id":7,"verb":"status","args":[]}`, 7, CodeBadLine},
		{`{"id":7,"verb":"status","args":"x"}`, 7, CodeBadLine},
		{`{"id":7,"verb":""}`, 7, CodeUnknownVerb},
		{`{"id":7,"verb":"Status"}`, 7, CodeUnknownVerb},
		{`{"id":7,"verb":"explode"}`, 7, CodeUnknownVerb},
		{`{"id":7,"verb":"status","args":{"x":1}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"quit","args":{"now":true}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"watch","args":{"opens":"yes"}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"pause","args":{"Until":"2030-01-01T00:00:00Z"}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"pause","args":{"until":null}}`, 7, CodeBadLine},
		{`{"id":7,"verb":"pause","args":{"until":"2020-01-01T00:00:00Z"}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"pause","args":{"until":"9999-01-01T00:00:00Z"}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"pause","args":{"until":"18:30"}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"pause","args":{"until":1800}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"begin"}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"begin","args":{"reminder":"stretch"}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"begin","args":{"reminder":"stretch","for_s":7201}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"begin","args":{"reminder":"stretch","for_s":-1}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"did"}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"did","args":{"reminder":"-x"}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"answer"}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"answer","args":{"outcome":"expired"}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"answer","args":{"outcome":true}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"answer","args":{"outcome":"done","for_s":5}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"answer","args":{"outcome":"snoozed","for_s":-600}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"answer","args":{"outcome":"snoozed","for_s":1e9}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"answer","args":{"outcome":"snoozed","for_s":604801}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"answer","args":{"outcome":"snoozed","for_s":"10m"}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"answer","args":{"outcome":"done","reminder":"../../x"}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"open","args":{"screen":"--help"}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"open","args":{"screen":{"a":1}}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"open","args":{"reminder":"A B"}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"open","args":{"routine":"` + strings.Repeat("r", 201) + `"}}`, 7, CodeBadArgs},
		{`{"id":7,"verb":"open","args":{"activation_token":"a\nb"}}`, 7, CodeBadArgs},
	} {
		w.send(tt.send + "\n")
		id, code := codeOf(t, w.line())
		if id != tt.id || code != tt.code {
			t.Errorf("%.80q: id %d code %q, want %d %q", tt.send, id, code, tt.id, tt.code)
		}
	}
	if got := f.seen(); got != "" {
		t.Errorf("reached the handler: %s", got)
	}
	w.send(`{"id":9,"verb":"resume"}` + "\n")
	if got := w.line(); got != `{"id":9,"result":{}}` {
		t.Errorf("the connection is not what it was: %s", got)
	}
}

func TestLongestLine(t *testing.T) {
	_, path := serve(t, &fake{})
	w := rawDial(t, path)
	req := `{"id":1,"verb":"resume"}`
	w.send(req + strings.Repeat(" ", MaxLine-len(req)) + "\n")
	if got := w.line(); got != `{"id":1,"result":{}}` {
		t.Errorf("a line of exactly MaxLine: %s", got)
	}
	// Behind it comes more than any buffer holds.
	go func() {
		junk := []byte(strings.Repeat("x", 1<<20))
		for range 64 {
			if _, err := w.Write(junk); err != nil {
				return
			}
		}
	}()
	if _, code := codeOf(t, w.line()); code != CodeTooLong {
		t.Errorf("code %q", code)
	}
	w.closed()
}

func TestPipelined(t *testing.T) {
	f := &fake{}
	_, path := serve(t, f)
	w := rawDial(t, path)
	var all strings.Builder
	for i := 1; i <= 200; i++ {
		fmt.Fprintf(&all, `{"id":%d,"verb":"reload"}`+"\n", i)
	}
	s := all.String()
	w.send(s[:777]) // in the middle of a line
	w.send(s[777:])
	for i := 1; i <= 200; i++ {
		if got, want := w.line(), fmt.Sprintf(`{"id":%d,"result":{}}`, i); got != want {
			t.Fatalf("got %s, want %s", got, want)
		}
	}
}

func TestErrorsOfTheHandler(t *testing.T) {
	f := &fake{}
	_, path := serve(t, f)
	c := dial(t, path)
	told := &Error{CodeNoPrompt, "nothing to answer", "wait for a reminder"}
	f.fail = told
	_, err := c.Answer(t.Context(), Answer{Outcome: "done"})
	var e *Error
	if !errors.As(err, &e) || *e != *told {
		t.Errorf("got %#v", err)
	}
	if err.Error() != "nothing to answer (hint: wait for a reminder)" {
		t.Errorf("reads %q", err)
	}
	f.fail = fmt.Errorf("writing: %w", errors.New("disk full"))
	err = c.Pause(t.Context(), time.Time{})
	wantCode(t, err, CodeFailed)
	if err == nil || err.Error() != "writing: disk full" {
		t.Errorf("got %v", err)
	}
}

func TestNotHere(t *testing.T) {
	_, path := serve(t, NotHere{})
	c := dial(t, path)
	ctx := t.Context()
	_, err := c.Status(ctx)
	wantCode(t, err, CodeNotHere)
	_, err = c.Answer(ctx, Answer{Outcome: "done"})
	wantCode(t, err, CodeNotHere)
	wantCode(t, c.Pause(ctx, time.Time{}), CodeNotHere)
	wantCode(t, c.Resume(ctx), CodeNotHere)
	wantCode(t, c.Begin(ctx, Begun{Reminder: "stretch", For: Seconds(time.Minute)}), CodeNotHere)
	wantCode(t, c.Did(ctx, Deed{Reminder: "stretch"}), CodeNotHere)
	wantCode(t, c.Open(ctx, OpenRequest{}), CodeNotHere)
	wantCode(t, c.Reload(ctx), CodeNotHere)
	wantCode(t, c.Quit(ctx), CodeNotHere)
	if err := c.Reload(ctx); !errors.Is(err, ErrNotHere) {
		t.Errorf("%v is not ErrNotHere", err)
	}
}

func TestTooManyConnections(t *testing.T) {
	_, path := serve(t, &fake{})
	var all []*wire
	for range maxConns {
		all = append(all, rawDial(t, path))
	}
	if _, err := Dial(t.Context(), path); err == nil {
		t.Error("one more is accepted")
	} else {
		wantCode(t, err, CodeTooMany)
	}
	all[5].send(`{"id":1,"verb":"resume"}` + "\n")
	if got := all[5].line(); got != `{"id":1,"result":{}}` {
		t.Errorf("the others suffer: %s", got)
	}
	if err := all[0].Close(); err != nil {
		t.Fatal(err)
	}
	eventually(t, "room after one left", func() bool {
		c, err := Dial(t.Context(), path)
		return err == nil && c.Close() == nil
	})
}

func TestForeignUser(t *testing.T) {
	for _, tt := range []struct {
		uid, own int
		want     bool
	}{
		{1000, 1000, true},
		{0, 1000, true},
		{0, 0, true},
		{1001, 1000, false},
		{1000, 0, false},
		{65534, 1000, false},
		{-1, 1000, false},
	} {
		if got := mayConnect(tt.uid, tt.own); got != tt.want {
			t.Errorf("uid %d to uid %d: %v", tt.uid, tt.own, got)
		}
	}
}

// A listener that fails for a moment, as when file descriptors run out, must
// not end the server.
func TestAcceptRecovers(t *testing.T) {
	a, b := net.Pipe()
	l := &flaky{conns: make(chan net.Conn, 1), fails: 3}
	l.conns <- b
	s := NewServer(&fake{}, "1.2.3")
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(t.Context(), l) }()
	buf := make([]byte, 10)
	if _, err := a.Read(buf); err != nil || string(buf) != `{"unhunch"` {
		t.Errorf("read %q, %v", buf, err)
	}
	if err := a.Close(); err != nil {
		t.Error(err)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	if err := <-ended; !errors.Is(err, net.ErrClosed) {
		t.Errorf("Serve: %v, want net.ErrClosed", err)
	}
}

type flaky struct {
	conns chan net.Conn
	fails int
}

func (l *flaky) Accept() (net.Conn, error) {
	if l.fails > 0 {
		l.fails--
		return nil, errors.New("too many open files")
	}
	c, ok := <-l.conns
	if !ok {
		return nil, net.ErrClosed
	}
	return c, nil
}

func (l *flaky) Close() error   { close(l.conns); return nil }
func (l *flaky) Addr() net.Addr { return &net.UnixAddr{} }
