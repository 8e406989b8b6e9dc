package control

import (
	"bufio"
	"context"
	"io"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// bubble runs test against one connection of a server, in a time of its own.
func bubble(t *testing.T, h func() Handler, test func(t *testing.T, s *Server, nc net.Conn, r *bufio.Reader)) {
	synctest.Test(t, func(t *testing.T) {
		a, b := net.Pipe()
		s := NewServer(h(), "1.2.3")
		ctx, cancel := context.WithCancel(t.Context())
		l := &flaky{conns: make(chan net.Conn, 1)}
		l.conns <- b
		ended := make(chan error, 1)
		go func() { ended <- s.Serve(ctx, l) }()
		r := bufio.NewReader(a)
		if _, err := r.ReadString('\n'); err != nil {
			t.Fatal(err)
		}
		test(t, s, a, r)
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		_ = a.Close()
	})
}

func plain() Handler   { return &fake{} }
func hanging() Handler { return &fake{hang: make(chan struct{})} } // the channel must be the bubble's own

func TestHalfWrittenLine(t *testing.T) {
	bubble(t, plain, func(t *testing.T, _ *Server, nc net.Conn, r *bufio.Reader) {
		begin := time.Now()
		for range 4 { // a byte a second does not extend the time
			if _, err := nc.Write([]byte("{")); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Second)
		}
		line, err := r.ReadString('\n')
		if err != nil {
			t.Fatal(err)
		}
		if _, code := codeOf(t, line); code != CodeHalfLine {
			t.Errorf("got %s", line)
		}
		if d := time.Since(begin); d != lineWait {
			t.Errorf("after %v, want %v", d, lineWait)
		}
		if _, err := r.ReadByte(); err != io.EOF {
			t.Errorf("the connection lives: %v", err)
		}
	})
}

func TestIdleConnectionLives(t *testing.T) {
	bubble(t, plain, func(t *testing.T, _ *Server, nc net.Conn, r *bufio.Reader) {
		for range 3 {
			time.Sleep(100 * time.Hour)
			if _, err := nc.Write([]byte(`{"id":1,"verb":"resume"}` + "\n")); err != nil {
				t.Fatal(err)
			}
			if line, err := r.ReadString('\n'); err != nil || line != `{"id":1,"result":{}}`+"\n" {
				t.Fatalf("%q, %v", line, err)
			}
		}
	})
}

func TestWatcherThatTakesNothingIsDropped(t *testing.T) {
	bubble(t, plain, func(t *testing.T, s *Server, nc net.Conn, r *bufio.Reader) {
		if _, err := nc.Write([]byte(`{"id":1,"verb":"watch"}` + "\n")); err != nil {
			t.Fatal(err)
		}
		if _, err := r.ReadString('\n'); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		if n := s.PublishOpen(OpenRequest{}); n != 1 {
			t.Fatalf("%d watch", n)
		}
		time.Sleep(writeWait)
		synctest.Wait()
		if n := s.PublishOpen(OpenRequest{}); n != 0 || len(s.all()) != 0 {
			t.Errorf("%d still watch, %d connections", n, len(s.all()))
		}
	})
}

func TestHandlerThatHangs(t *testing.T) {
	bubble(t, hanging, func(t *testing.T, _ *Server, nc net.Conn, r *bufio.Reader) {
		begin := time.Now()
		if _, err := nc.Write([]byte(`{"id":1,"verb":"reload"}` + "\n")); err != nil {
			t.Fatal(err)
		}
		line, err := r.ReadString('\n')
		if err != nil || !strings.HasPrefix(line, `{"id":1,"error":{"code":"timeout"`) {
			t.Errorf("%q, %v", line, err)
		}
		if d := time.Since(begin); d != callWait {
			t.Errorf("after %v", d)
		}
	})
}

// The answer to quit arrives although the server is stopping meanwhile.
func TestLastAnswerArrives(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		a, b := net.Pipe()
		l := &flaky{conns: make(chan net.Conn, 1)}
		l.conns <- b
		s := NewServer(quitter{cancel: cancel}, "1.2.3")
		ended := make(chan error, 1)
		go func() { ended <- s.Serve(ctx, l) }()
		r := bufio.NewReader(a)
		if _, err := r.ReadString('\n'); err != nil {
			t.Fatal(err)
		}
		if _, err := a.Write([]byte(`{"id":1,"verb":"quit"}` + "\n")); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Second)
		if line, err := r.ReadString('\n'); err != nil || line != `{"id":1,"result":{}}`+"\n" {
			t.Errorf("%q, %v", line, err)
		}
		if err := <-ended; err != nil {
			t.Error(err)
		}
		_ = a.Close()
	})
}

type quitter struct {
	NotHere
	cancel func()
}

func (q quitter) Quit(context.Context) error {
	q.cancel()
	time.Sleep(100 * time.Millisecond)
	return nil
}
