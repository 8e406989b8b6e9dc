package control

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"syscall"
	"time"
)

// link is one greeted connection.
type link struct {
	nc    net.Conn
	lines lineReader
	hello hello
	stale bool // its deadline may yet change: not to be used again
}

func connect(ctx context.Context, path string) (*link, error) {
	if err := checkPath(path); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, dialWait)
	defer cancel()
	var d net.Dialer
	nc, err := d.DialContext(ctx, "unix", path)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) || refused(err) {
			return nil, ErrNotRunning
		}
		return nil, fmt.Errorf("no connection to Unhunch: %w", err)
	}
	k := &link{nc: nc, lines: lineReader{r: nc, most: maxReply}}
	if err := k.greet(ctx); err != nil {
		_ = nc.Close()
		return nil, err
	}
	return k, nil
}

// greet reads the server's first line.
func (k *link) greet(ctx context.Context) error {
	defer k.within(ctx)()
	alien := &Error{CodeProtocol, "what answers on the socket is not Unhunch", "end the program that listens there"}
	line, err := k.lines.next()
	switch {
	case errors.Is(err, errTooLong):
		return alien
	case err != nil && timedOut(err), errors.Is(err, errHalfLine):
		return &Error{CodeTimeout, "Unhunch runs, but does not answer", "wait a moment; if it stays so, end it and start it again"}
	case err != nil:
		return ErrNotRunning // it went away while we came
	}
	var g greeting
	if err := json.Unmarshal(line, &g); err != nil || (g.Unhunch == nil) == (g.Error == nil) {
		return alien
	}
	if g.Error != nil {
		return g.Error
	}
	k.hello = *g.Unhunch
	return nil
}

func (k *link) compatible() error {
	if k.hello.Protocol == Protocol {
		return nil
	}
	return &Error{
		CodeProtocol,
		fmt.Sprintf("the Unhunch that runs (version %s, protocol %d) and this program (protocol %d) do not fit together", clip(k.hello.Version), k.hello.Protocol, Protocol),
		"restart Unhunch: unhunch quit, then unhunch",
	}
}

// within applies ctx to the connection; the returned function lifts it.
func (k *link) within(ctx context.Context) (lift func()) {
	deadline, _ := ctx.Deadline()
	_ = k.nc.SetDeadline(deadline)
	stop := context.AfterFunc(ctx, func() { _ = k.nc.SetDeadline(time.Unix(1, 0)) })
	return func() {
		if !stop() {
			k.stale = true
		}
	}
}

// errUnsent says that no part of the request reached anybody.
var errUnsent = errors.New("the request was not sent")

func (k *link) ask(ctx context.Context, id uint64, verb string, args any) (reply, error) {
	line, err := encodeRequest(id, verb, args)
	if err != nil {
		return reply{}, err
	}
	defer k.within(ctx)()
	if n, err := k.nc.Write(line); err != nil {
		if n == 0 && gone(err) {
			return reply{}, errUnsent
		}
		return reply{}, lost(ctx, err)
	}
	return k.read(ctx)
}

func (k *link) read(ctx context.Context) (reply, error) {
	line, err := k.lines.next()
	if err != nil {
		return reply{}, lost(ctx, err)
	}
	r, err := decodeReply(line)
	if err != nil {
		return reply{}, &Error{CodeProtocol, "Unhunch's answer can't be read: " + err.Error(), "restart Unhunch: unhunch quit, then unhunch"}
	}
	return r, nil
}

func encodeRequest(id uint64, verb string, args any) ([]byte, error) {
	line, err := json.Marshal(struct {
		ID   uint64 `json:"id"`
		Verb string `json:"verb"`
		Args any    `json:"args,omitempty"`
	}{id, verb, args})
	return append(line, '\n'), err
}

// lost turns a broken exchange into an error a person can read.
func lost(ctx context.Context, err error) error {
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return ctx.Err()
	case ctx.Err() != nil || timedOut(err) || errors.Is(err, errHalfLine):
		return &Error{CodeTimeout, "Unhunch did not answer in time", "try again; if it stays so, restart it: unhunch quit, then unhunch"}
	}
	return &Error{CodeLost, "Unhunch went away before it answered", "look at: unhunch status"}
}

// refused tells whether err means that a socket is there and nobody listens.
func refused(err error) bool {
	const wsaConnRefused = syscall.Errno(10061)
	return errors.Is(err, syscall.ECONNREFUSED) || errors.Is(err, wsaConnRefused)
}

// gone tells whether a write failed because the other end is closed.
func gone(err error) bool {
	const wsaConnAborted, wsaConnReset = syscall.Errno(10053), syscall.Errno(10054)
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, syscall.ECONNRESET) ||
		errors.Is(err, wsaConnAborted) || errors.Is(err, wsaConnReset)
}
