package control

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/unhunch/unhunch/reminders"
)

// TestMain lets the test program also play the other processes of
// claim_test.go.
func TestMain(m *testing.M) {
	if dir := os.Getenv("UNHUNCH_TEST_CLAIM"); dir != "" {
		claimAndWait(dir)
		return
	}
	goleak.VerifyTestMain(m)
}

// fake is a handler that remembers what it was asked.
type fake struct {
	NotHere
	mu     sync.Mutex
	calls  []string
	status Status
	fail   error         // what every verb returns
	hang   chan struct{} // if set, Reload waits for it or its context
}

func (f *fake) note(format string, args ...any) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.calls = append(f.calls, fmt.Sprintf(format, args...))
	return f.fail
}

func (f *fake) seen() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return strings.Join(f.calls, "; ")
}

func (f *fake) Status(context.Context) (Status, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.status, f.fail
}

func (f *fake) Pause(_ context.Context, until time.Time) error {
	if until.IsZero() {
		return f.note("pause")
	}
	return f.note("pause until %s", until.UTC().Format(time.RFC3339))
}

func (f *fake) Resume(context.Context) error { return f.note("resume") }

func (f *fake) Answer(_ context.Context, a Answer) (AnswerResult, error) {
	err := f.note("answer %q %s %s", a.Reminder, a.Outcome, a.For)
	return AnswerResult{Reminder: reminders.Posture, Outcome: a.Outcome}, err
}

func (f *fake) Begin(_ context.Context, b Begun) error      { return f.note("begin %+v", b) }
func (f *fake) Did(_ context.Context, d Deed) error         { return f.note("did %+v", d) }
func (f *fake) Open(_ context.Context, r OpenRequest) error { return f.note("open %+v", r) }

func (f *fake) Reload(ctx context.Context) error {
	if f.hang != nil {
		select {
		case <-f.hang:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return f.note("reload")
}

func (f *fake) Quit(context.Context) error { return f.note("quit") }

func (f *fake) ReliefStart(_ context.Context, r ReliefStart) (Session, error) {
	return Session{ID: "s1", Kind: "heat"}, f.note("relief-start %s %s %s %s", r.Timer, r.Region, r.For, number(r.Before))
}

func (f *fake) ReliefPause(_ context.Context, p ReliefPick) (Session, error) {
	return Session{ID: p.ID}, f.note("relief-pause %q", p.ID)
}

func (f *fake) ReliefResume(_ context.Context, p ReliefPick) (Session, error) {
	return Session{ID: p.ID}, f.note("relief-resume %q", p.ID)
}

func (f *fake) ReliefStop(_ context.Context, r ReliefStop) (Session, error) {
	return Session{ID: r.ID}, f.note("relief-stop %q %q %s", r.ID, r.Skin, number(r.After))
}

func (f *fake) ReliefLook(_ context.Context, l ReliefLook) (Session, error) {
	return Session{ID: l.ID}, f.note("relief-look %q %v", l.ID, l.Fine)
}

func number(n *int) string {
	if n == nil {
		return "-"
	}
	return fmt.Sprint(*n)
}

// shortDir is a private folder whose name leaves room for a socket's.
func shortDir(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "uh")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// serve runs a server on a real socket until the test ends.
func serve(t testing.TB, h Handler) (*Server, string) {
	t.Helper()
	dir := shortDir(t)
	claim, err := Claim(dir, AgentSocket)
	if err != nil {
		t.Fatal(err)
	}
	s := NewServer(h, "1.2.3")
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, claim.Listener()) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("Serve: %v", err)
		}
		if err := claim.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return s, filepath.Join(dir, AgentSocket)
}

func dial(t testing.TB, path string) *Client {
	t.Helper()
	c, err := Dial(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return c
}

// wire is a client that sends whatever it likes.
type wire struct {
	net.Conn
	r *bufio.Reader
	t testing.TB
}

// rawDial connects and takes the greeting.
func rawDial(t testing.TB, path string) *wire {
	t.Helper()
	nc, err := net.Dial("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	w := &wire{nc, bufio.NewReader(nc), t}
	t.Cleanup(func() { _ = nc.Close() })
	if g := w.line(); !strings.HasPrefix(g, `{"unhunch":{"protocol":1,"version":"1.2.3","pid":`) {
		t.Fatalf("greeting is %s", g)
	}
	return w
}

func (w *wire) send(s string) {
	w.t.Helper()
	if _, err := w.Write([]byte(s)); err != nil {
		w.t.Fatal(err)
	}
}

func (w *wire) line() string {
	w.t.Helper()
	if err := w.SetReadDeadline(time.Now().Add(10 * time.Second)); err != nil {
		w.t.Fatal(err)
	}
	s, err := w.r.ReadString('\n')
	if err != nil {
		w.t.Fatalf("reading a line: %v (got %q)", err, s)
	}
	return strings.TrimSuffix(s, "\n")
}

// closed waits for the server to end the connection.
func (w *wire) closed() {
	w.t.Helper()
	_ = w.SetReadDeadline(time.Now().Add(10 * time.Second))
	if s, err := w.r.ReadString('\n'); err == nil || timedOut(err) {
		w.t.Fatalf("the connection lives: %q, %v", s, err)
	}
}

func codeOf(t testing.TB, line string) (uint64, Code) {
	t.Helper()
	var r reply
	if err := json.Unmarshal([]byte(line), &r); err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	if r.Error == nil {
		return r.ID, ""
	}
	if r.Error.Message == "" {
		t.Errorf("error without a message: %s", line)
	}
	return r.ID, r.Error.Code
}

func wantCode(t testing.TB, err error, code Code) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || e.Code != code {
		t.Errorf("error is %v, want code %s", err, code)
	}
}

// eventually waits for what another goroutine is about to do.
func eventually(t testing.TB, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); !ok(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("never: %s", what)
		}
	}
}
