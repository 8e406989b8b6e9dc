package control

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"os"
	"sync"
	"time"
)

const (
	maxConns  = 64               // connections at a time
	lineWait  = 5 * time.Second  // to finish a line that was begun
	callWait  = 10 * time.Second // for a handler to answer
	writeWait = 5 * time.Second  // for a client to take what it asked for
	closeWait = 2 * time.Second  // for running requests when the server stops
)

// Server serves the protocol to many clients. Its zero value is not usable;
// call NewServer.
type Server struct {
	h       Handler
	hello   []byte
	connsMu sync.Mutex
	conns   map[*conn]struct{}
	closing bool
	wg      sync.WaitGroup
}

// NewServer makes a server that asks h and greets with version.
func NewServer(h Handler, version string) *Server {
	line, err := json.Marshal(greeting{Unhunch: &hello{Protocol, version, os.Getpid()}})
	if err != nil {
		panic(err) // three plain fields always marshal
	}
	return &Server{h: h, hello: append(line, '\n'), conns: map[*conn]struct{}{}}
}

// Serve accepts connections on l until ctx ends, and then returns nil: l is
// closed, running requests get a moment to finish, and every connection is
// closed. It is called once. Any other return means that l failed.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	stop := context.AfterFunc(ctx, func() { _ = l.Close() })
	defer stop()
	defer s.shutdown()
	var pause time.Duration
	for {
		nc, err := l.Accept()
		switch {
		case err == nil:
			pause = 0
			s.accept(ctx, nc)
		case ctx.Err() != nil:
			return nil
		case errors.Is(err, net.ErrClosed):
			return err
		default:
			// Out of file descriptors, most likely: it passes.
			pause = min(max(2*pause, 10*time.Millisecond), time.Second)
			select {
			case <-time.After(pause):
			case <-ctx.Done():
			}
		}
	}
}

// accept greets one connection, or says why not, and serves it.
func (s *Server) accept(ctx context.Context, nc net.Conn) {
	if err := checkPeer(nc); err != nil {
		refuse(nc, err)
		return
	}
	c := newConn(s, nc)
	s.connsMu.Lock()
	ok := !s.closing && len(s.conns) < maxConns
	if ok {
		s.conns[c] = struct{}{}
		s.wg.Add(1)
	}
	s.connsMu.Unlock()
	if !ok {
		refuse(nc, &Error{CodeTooMany, "too many connections to Unhunch", "close some of the programs that talk to it, or restart it"})
		return
	}
	go func() {
		defer s.wg.Done()
		defer s.forget(c)
		c.serve(ctx)
	}()
}

// refuse tells why in place of the greeting. A fresh connection has room for
// one line, so this does not hold up the next one.
func refuse(nc net.Conn, err *Error) {
	if line, e := json.Marshal(greeting{Error: err}); e == nil {
		_ = nc.SetWriteDeadline(time.Now().Add(100 * time.Millisecond))
		_, _ = nc.Write(append(line, '\n'))
	}
	_ = nc.Close()
}

func (s *Server) forget(c *conn) {
	s.connsMu.Lock()
	delete(s.conns, c)
	s.connsMu.Unlock()
}

// all is a snapshot of the connections.
func (s *Server) all() []*conn {
	s.connsMu.Lock()
	defer s.connsMu.Unlock()
	cs := make([]*conn, 0, len(s.conns))
	for c := range s.conns {
		cs = append(cs, c)
	}
	return cs
}

// shutdown lets running requests send their answers and ends everything else.
func (s *Server) shutdown() {
	s.connsMu.Lock()
	s.closing = true
	s.connsMu.Unlock()
	for _, c := range s.all() {
		c.finish()
	}
	done := make(chan struct{})
	go func() { s.wg.Wait(); close(done) }()
	select {
	case <-done:
		return
	case <-time.After(closeWait):
	}
	for _, c := range s.all() {
		c.close()
	}
	<-done
}

// Publish sends a status to everybody who watches. It never waits for them:
// who is slow gets the latest only, and who takes nothing is dropped.
func (s *Server) Publish(st Status) {
	var item json.RawMessage
	for _, c := range s.all() {
		w := c.watcher()
		if w == nil {
			continue
		}
		if item == nil {
			var err error
			if item, err = json.Marshal(Update{Status: &st}); err != nil {
				return // a time out of range: nothing that could be shown
			}
		}
		w.putStatus(item)
	}
}

// PublishOpen asks every watching window to show a screen, and returns how
// many were asked. Those who watch the status only are not counted.
func (s *Server) PublishOpen(r OpenRequest) int {
	item, err := json.Marshal(Update{Open: &r})
	if err != nil {
		return 0
	}
	n := 0
	for _, c := range s.all() {
		if w := c.watcher(); w != nil && w.putOpen(item) {
			n++
		}
	}
	return n
}
