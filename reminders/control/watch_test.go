package control

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// follow watches in the background.
func follow(t *testing.T, c *Client, opens bool) <-chan any {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	got := make(chan any, 100)
	go func() {
		defer close(got)
		seq := c.WatchStatus(ctx)
		if opens {
			seq = c.Watch(ctx)
		}
		for u, err := range seq {
			switch {
			case err != nil:
				got <- err
			case u.Status != nil:
				got <- u.Status.Presence
			default:
				got <- *u.Open
			}
		}
	}()
	t.Cleanup(func() {
		cancel()
		for range got { // until the watch has ended
		}
	})
	return got
}

func next(t *testing.T, got <-chan any) any {
	t.Helper()
	select {
	case v, ok := <-got:
		if !ok {
			t.Fatal("the watch ended")
		}
		return v
	case <-time.After(10 * time.Second):
		t.Fatal("nothing came")
	}
	return nil
}

func TestWatch(t *testing.T) {
	s, path := serve(t, &fake{status: Status{Presence: "active"}})
	if n := s.PublishOpen(OpenRequest{Screen: "today"}); n != 0 {
		t.Errorf("%d watch already", n)
	}
	s.Publish(Status{Presence: "nobody sees this"})
	window, cli := follow(t, dial(t, path), true), follow(t, dial(t, path), false)
	for _, w := range []<-chan any{window, cli} {
		if v := next(t, w); v != "active" {
			t.Fatalf("first: %v", v)
		}
	}
	s.Publish(Status{Presence: "locked"})
	for _, w := range []<-chan any{window, cli} {
		if v := next(t, w); v != "locked" {
			t.Errorf("then: %v", v)
		}
	}
	want := OpenRequest{Screen: "stretch", Reminder: "stretch", Routine: "r", Token: "tok"}
	if n := s.PublishOpen(want); n != 1 {
		t.Errorf("%d windows, want 1", n)
	}
	if v := next(t, window); v != want {
		t.Errorf("open: %v", v)
	}
	s.Publish(Status{Presence: "active"})
	if v := next(t, cli); v != "active" {
		t.Errorf("the command line was told of a screen: %v", v)
	}
}

// Requests and items share a connection without mixing, and the answer to
// watch comes before its first item.
func TestWatchAndAskOnOneConnection(t *testing.T) {
	s, path := serve(t, &fake{status: Status{Presence: "active"}})
	w := rawDial(t, path)
	w.send(`{"id":5,"verb":"watch"}` + "\n" + `{"id":6,"verb":"watch"}` + "\n")
	if got := w.line(); got != `{"id":5,"result":{}}` {
		t.Fatal(got)
	}
	twice, item := false, false
	for range 2 {
		switch l := w.line(); {
		case strings.HasPrefix(l, `{"id":6,"error":{"code":"bad-args"`):
			twice = true
		case strings.HasPrefix(l, `{"id":5,"item":{"status":{`):
			item = true
		default:
			t.Errorf("got %s", l)
		}
	}
	if !twice || !item {
		t.Error("an answer is missing")
	}
	s.PublishOpen(OpenRequest{Screen: "today"})
	if got := w.line(); got != `{"id":5,"item":{"open":{"screen":"today"}}}` {
		t.Error(got)
	}
}

func TestWatchOfAFailingAgent(t *testing.T) {
	f := &fake{fail: &Error{Code: CodeFailed, Message: "no status"}}
	s, path := serve(t, f)
	c := dial(t, path)
	n := 0
	for _, err := range c.Watch(t.Context()) {
		wantCode(t, err, CodeFailed)
		n++
	}
	if n != 1 {
		t.Errorf("%d items", n)
	}
	if n := s.PublishOpen(OpenRequest{}); n != 0 {
		t.Errorf("%d watchers left", n)
	}
}

func TestWatchEnds(t *testing.T) {
	dir := shortDir(t)
	claim, err := Claim(dir, AgentSocket)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ended := make(chan error, 1)
	go func() { ended <- NewServer(&fake{}, "1.2.3").Serve(ctx, claim.Listener()) }()
	c := dial(t, dir+"/"+AgentSocket)
	var last error
	for u, err := range c.Watch(t.Context()) {
		if u.Status != nil {
			cancel() // the agent stops
		}
		last = err
	}
	wantCode(t, last, CodeLost)
	if err := errors.Join(<-ended, claim.Close()); err != nil {
		t.Error(err)
	}
	for _, err := range c.Watch(t.Context()) {
		if !errors.Is(err, ErrNotRunning) {
			t.Errorf("nobody there: %v", err)
		}
	}
	done, stop := context.WithCancel(t.Context())
	stop()
	for _, err := range c.Watch(done) {
		if err == nil {
			t.Error("an item after the end")
		}
	}
}

// Whoever does not read costs a bounded mailbox, gets the latest once they
// read again, and never holds the agent up.
func TestSlowReader(t *testing.T) {
	s, path := serve(t, &fake{status: Status{Presence: "active"}})
	w := rawDial(t, path)
	w.send(`{"id":1,"verb":"watch"}` + "\n")
	if got := w.line(); got != `{"id":1,"result":{}}` {
		t.Fatal(got)
	}
	big := strings.Repeat("n", 50_000)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	begin := time.Now()
	for i := range 400 { // 20 MB
		s.Publish(Status{Presence: fmt.Sprint(i), Notices: []string{big}})
	}
	if d := time.Since(begin); d > writeWait {
		t.Errorf("400 updates took %v: they waited for the reader", d)
	}
	opens := 0
	for range 100 {
		opens += s.PublishOpen(OpenRequest{Screen: "today"})
	}
	if opens > maxOpens {
		t.Errorf("%d screens wait, want at most %d", opens, maxOpens)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 2<<20 {
		t.Errorf("the heap grew by %d bytes", grown)
	}
	for i := 0; ; i++ {
		l := w.line()
		if strings.Contains(l, `"presence":"399"`) {
			break
		}
		if i > 100 {
			t.Fatal("the latest never came")
		}
	}
}
