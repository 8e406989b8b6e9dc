package control

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"sync"
	"time"
)

// conn is one connection of a server. Requests are served one after the
// other; what is watched goes out between the answers.
type conn struct {
	s  *Server
	nc net.Conn

	writeMu sync.Mutex // one line at a time

	mu      sync.Mutex
	closing bool
	w       *watcher

	begin *watcher // to be started once the watch is answered; serve's own
}

func newConn(s *Server, nc net.Conn) *conn { return &conn{s: s, nc: nc} }

func (c *conn) serve(ctx context.Context) {
	defer c.close()
	if !c.send(c.s.hello) {
		return
	}
	lines := lineReader{r: c.nc, most: MaxLine, wait: lineWait, by: c.readBy}
	for {
		line, err := lines.next()
		switch {
		case errors.Is(err, errTooLong):
			c.reply(reply{Error: &Error{CodeTooLong, "the line is longer than 64 KiB", "no request needs that much"}})
			return
		case errors.Is(err, errHalfLine):
			c.reply(reply{Error: &Error{CodeHalfLine, "the line was not finished in time", "end every request with a line feed"}})
			return
		case err != nil:
			return
		}
		if !c.reply(c.answer(ctx, line)) || c.isClosing() {
			return
		}
		if w := c.begin; w != nil {
			c.begin = nil
			c.s.wg.Add(1) // serve's own count keeps it above zero
			go func() {
				defer c.s.wg.Done()
				w.run(c)
			}()
		}
	}
}

// answer does what one line asks.
func (c *conn) answer(ctx context.Context, line []byte) reply {
	r, bad := decodeRequest(line)
	if bad != nil {
		return reply{ID: r.id, Error: bad}
	}
	ctx, cancel := context.WithTimeout(ctx, callWait)
	defer cancel()
	res, err := c.dispatch(ctx, r)
	if err == nil {
		raw, e := json.Marshal(res)
		if e == nil {
			return reply{ID: r.id, Result: raw}
		}
		err = e
	}
	return reply{ID: r.id, Error: wireError(err)}
}

// wireError is err as it travels.
func wireError(err error) *Error {
	var e *Error
	switch {
	case errors.As(err, &e):
		return e
	case errors.Is(err, context.DeadlineExceeded):
		return &Error{CodeTimeout, "Unhunch did not answer in time", "try again; if it stays so, restart it: unhunch quit, then unhunch"}
	default:
		return &Error{Code: CodeFailed, Message: err.Error()}
	}
}

// done is the result of a verb that has nothing to tell.
type done struct{}

func (c *conn) dispatch(ctx context.Context, r request) (any, error) {
	h := c.s.h
	switch r.verb {
	case "status":
		if err := decodeArgs(r, nil); err != nil {
			return nil, err
		}
		return h.Status(ctx)
	case "watch":
		return done{}, c.watch(ctx, r)
	case "pause":
		var a pauseArgs
		if err := decodeArgs(r, &a, "until"); err != nil {
			return nil, err
		}
		if err := a.check(time.Now()); err != nil {
			return nil, err
		}
		return done{}, h.Pause(ctx, a.Until)
	case "resume":
		if err := decodeArgs(r, nil); err != nil {
			return nil, err
		}
		return done{}, h.Resume(ctx)
	case "answer":
		var a Answer
		if err := decodeArgs(r, &a, "reminder", "outcome", "for_s"); err != nil {
			return nil, err
		}
		if err := a.check(); err != nil {
			return nil, err
		}
		return h.Answer(ctx, a)
	case "begin":
		var b Begun
		if err := decodeArgs(r, &b, "reminder", "for_s"); err != nil {
			return nil, err
		}
		if err := b.check(); err != nil {
			return nil, err
		}
		return done{}, h.Begin(ctx, b)
	case "did":
		var d Deed
		if err := decodeArgs(r, &d, "reminder"); err != nil {
			return nil, err
		}
		if err := d.check(); err != nil {
			return nil, err
		}
		return done{}, h.Did(ctx, d)
	case "open":
		var o OpenRequest
		if err := decodeArgs(r, &o, "screen", "part", "reminder", "routine", "activation_token"); err != nil {
			return nil, err
		}
		if err := o.check(); err != nil {
			return nil, err
		}
		return done{}, h.Open(ctx, o)
	case "reload":
		if err := decodeArgs(r, nil); err != nil {
			return nil, err
		}
		return done{}, h.Reload(ctx)
	case "quit":
		if err := decodeArgs(r, nil); err != nil {
			return nil, err
		}
		return done{}, h.Quit(ctx)
	}
	if res, is, err := dispatchRelief(ctx, h, r); is {
		return res, err
	}
	return nil, &Error{
		CodeUnknownVerb, "there is no verb \"" + clip(r.verb) + "\"",
		"status, watch, pause, resume, answer, begin, did, relief-start, -pause, -resume, -stop or -look, open, reload or quit",
	}
}

// reply sends an answer; false means that the connection is of no more use.
func (c *conn) reply(r reply) bool {
	line, err := json.Marshal(r)
	if err != nil {
		return false
	}
	return c.send(append(line, '\n'))
}

// send writes one line, or closes the connection of a client that does not
// take it.
func (c *conn) send(line []byte) bool {
	c.writeMu.Lock()
	defer c.writeMu.Unlock()
	_ = c.nc.SetWriteDeadline(time.Now().Add(writeWait))
	if _, err := c.nc.Write(line); err != nil {
		c.close()
		return false
	}
	return true
}

// readBy sets the read deadline, unless the server is stopping.
func (c *conn) readBy(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.closing {
		_ = c.nc.SetReadDeadline(t)
	}
}

// finish ends the connection once its running request is answered.
func (c *conn) finish() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.closing = true
	_ = c.nc.SetReadDeadline(time.Unix(1, 0))
}

func (c *conn) isClosing() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.closing
}

func (c *conn) watcher() *watcher {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.w
}

// close ends the connection now. The watcher ends with it.
func (c *conn) close() {
	c.mu.Lock()
	c.closing = true
	w := c.w
	c.w = nil
	c.mu.Unlock()
	if w != nil {
		w.end()
	}
	_ = c.nc.Close()
}
