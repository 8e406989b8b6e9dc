//go:build !windows && !darwin

package presence

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/screensaver"
	"github.com/jezek/xgb/xproto"
)

func init() {
	// A display that goes away is our everyday business, nothing to print.
	xgb.Logger = log.New(io.Discard, "", 0)
}

// x11Timeout is how long an X server may take to answer.
const x11Timeout = 5 * time.Second

// watchX11 keeps an eye on the X server's idle time.
func watchX11(ctx context.Context, w *Watcher) {
	w.keep(ctx, sensorIdle, func(ctx context.Context) error {
		defer w.lostInput()
		display, err := x11Display(w.o.Display)
		if err != nil {
			return err
		}
		src, err := openX11(ctx, display, w.o.ask)
		if err != nil {
			return &trouble{
				fmt.Sprintf("the X server on %s cannot be asked: %v", display, err),
				"reminders count you as at the desk until it can; check DISPLAY and XAUTHORITY",
			}
		}
		defer src.close()
		w.works(sensorIdle, "X11 on "+display+", "+src.how())
		return w.watchInput(ctx, src)
	})
}

// x11Display is the display whose idle time can be believed. Under Wayland the
// X server only sees the input of X windows, and would call somebody away who
// is typing into another.
func x11Display(override string) (string, error) {
	if override != "" {
		return override, nil
	}
	if os.Getenv("WAYLAND_DISPLAY") != "" || strings.EqualFold(os.Getenv("XDG_SESSION_TYPE"), "wayland") {
		return "", &trouble{
			"this is a Wayland session, whose input this version cannot see yet",
			"reminders count you as at the desk; locking the screen still counts as leaving",
		}
	}
	if d := os.Getenv("DISPLAY"); d != "" {
		return d, nil
	}
	return "", &trouble{"there is no X display (DISPLAY is not set)", "start Unhunch from your desktop session"}
}

// x11 is a connection to an X server: its sync extension sets alarms on the
// idle time; without it, or without its idle counter, the screen saver
// extension is asked.
type x11 struct {
	ctx   context.Context
	conn  *xgb.Conn
	root  xproto.Drawable
	sync  *xsync // nil: not available
	alarm chan struct{}
	ended chan struct{} // the reader of X events is done
}

func openX11(ctx context.Context, display string, ask bool) (*x11, error) {
	conn, err := dialX11(ctx, display)
	if err != nil {
		return nil, err
	}
	x := &x11{ctx: ctx, conn: conn, alarm: make(chan struct{}, 1), ended: make(chan struct{})}
	setup := xproto.Setup(conn)
	if conn.DefaultScreen >= len(setup.Roots) {
		conn.Close()
		return nil, fmt.Errorf("it has no screen %d", conn.DefaultScreen)
	}
	x.root = xproto.Drawable(setup.Roots[conn.DefaultScreen].Root)
	x.sync, err = within(ctx, func() (*xsync, error) {
		if !ask {
			if s, err := openSync(conn); err == nil {
				return s, nil
			}
		}
		return nil, screensaver.Init(conn)
	})
	if err != nil {
		conn.Close()
		return nil, err
	}
	go x.read()
	return x, nil
}

// dialX11 connects. The library has no way to give up on a server that
// accepts a connection and then says nothing, so the attempt is left behind
// when ctx or the patience ends; it ends itself when the server does.
func dialX11(ctx context.Context, display string) (*xgb.Conn, error) {
	type result struct {
		conn *xgb.Conn
		err  error
	}
	done := make(chan result)
	gone := make(chan struct{})
	defer close(gone)
	go func() {
		conn, err := xgb.NewConnDisplay(display)
		select {
		case done <- result{conn, err}:
		case <-gone:
			if err == nil {
				conn.Close()
			}
		}
	}()
	t := time.NewTimer(x11Timeout)
	defer t.Stop()
	select {
	case r := <-done:
		return r.conn, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-t.C:
		return nil, fmt.Errorf("no answer within %v", x11Timeout)
	}
}

// within asks the X server something. It may have stopped answering: a frozen
// server must not freeze us.
func within[T any](ctx context.Context, ask func() (T, error)) (T, error) {
	type answer struct {
		value T
		err   error
	}
	done := make(chan answer, 1)
	go func() {
		v, err := ask()
		done <- answer{v, err}
	}()
	t := time.NewTimer(x11Timeout)
	defer t.Stop()
	var none T
	select {
	case a := <-done:
		return a.value, a.err
	case <-ctx.Done():
		return none, ctx.Err()
	case <-t.C:
		return none, fmt.Errorf("no answer within %v", x11Timeout)
	}
}

// read waits for X events until the connection ends.
func (x *x11) read() {
	defer close(x.ended)
	defer close(x.alarm)
	for {
		ev, err := x.conn.WaitForEvent()
		if ev == nil && err == nil {
			return
		}
		if _, ok := ev.(alarmEvent); ok {
			select {
			case x.alarm <- struct{}{}:
			default:
			}
		}
	}
}

func (x *x11) how() string {
	if x.sync != nil {
		return "told by an alarm on the idle time"
	}
	return "by looking at the idle time now and then"
}

// quiet implements idleSource.
func (x *x11) quiet() (time.Duration, error) {
	return within(x.ctx, func() (time.Duration, error) {
		if x.sync != nil {
			return x.sync.quiet()
		}
		r, err := screensaver.QueryInfo(x.conn, x.root).Reply()
		if err != nil {
			return 0, err
		}
		return time.Duration(r.MsSinceUserInput) * time.Millisecond, nil
	})
}

// arm implements idleSource.
func (x *x11) arm(at time.Duration, rising bool) (bool, error) {
	if x.sync == nil {
		return false, nil
	}
	return within(x.ctx, func() (bool, error) { return true, x.sync.arm(at, rising) })
}

// wakes implements idleSource.
func (x *x11) wakes() <-chan struct{} { return x.alarm }

func (x *x11) close() {
	x.conn.Close()
	t := time.NewTimer(time.Second)
	defer t.Stop()
	select {
	case <-x.ended:
	case <-t.C: // a frozen server; it ends with it
	}
}
