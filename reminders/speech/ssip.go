//go:build !windows && !darwin

package speech

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os/user"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ssip is a connection to speech-dispatcher in its own protocol (SSIP). It
// reads only while it is asked something: between two sentences nothing wakes
// up.
type ssip struct {
	conn  net.Conn
	lines lines
	over  []string      // messages that have ended, of those not yet asked for
	reply time.Duration // how long an answer may take

	language string // as the server has them
	volume   int
}

// dialSSIP introduces us on a new connection.
func newSSIP(ctx context.Context, conn net.Conn, within time.Duration) (*ssip, error) {
	c := &ssip{conn: conn, reply: within, volume: -1}
	name := "user"
	if u, err := user.Current(); err == nil && language(u.Username) != "" {
		name = u.Username
	}
	for _, line := range []string{
		"SET SELF CLIENT_NAME " + name + ":unhunch:cues",
		"SET SELF PRIORITY message",
		"SET SELF NOTIFICATION END on",
		"SET SELF NOTIFICATION CANCEL on",
	} {
		if _, err := c.ask(ctx, line); err != nil {
			conn.Close()
			return nil, err
		}
	}
	return c, nil
}

// synthesizers lists what speech-dispatcher can speak with. It also has a
// dummy, which only says that there is none; that one is not listed.
func (c *ssip) synthesizers(ctx context.Context) ([]string, error) {
	r, err := c.ask(ctx, "LIST OUTPUT_MODULES")
	return slices.DeleteFunc(r.values, func(m string) bool { return m == "dummy" }), err
}

// speak says a sentence and returns when it has been said, or was cut off by a
// screen reader's hush, or by ctx.
func (c *ssip) speak(ctx context.Context, s sentence) error {
	if s.language != "" && s.language != c.language {
		if _, err := c.ask(ctx, "SET SELF LANGUAGE "+s.language); err != nil && !errors.As(err, new(refusal)) {
			return err
		}
		c.language = s.language
	}
	if s.volume != c.volume {
		// From -100 to 100.
		if _, err := c.ask(ctx, "SET SELF VOLUME "+strconv.Itoa(2*s.volume-100)); err != nil && !errors.As(err, new(refusal)) {
			return err
		}
		c.volume = s.volume
	}
	c.over = nil
	if _, err := c.ask(ctx, "SPEAK"); err != nil {
		return err
	}
	r, err := c.ask(ctx, strings.TrimSuffix(escape(s.text), "\r\n")+"\r\n.")
	if err != nil {
		return c.cut(ctx, err)
	}
	if len(r.values) != 1 {
		return fmt.Errorf("%w: a message without a number", errNotSSIP)
	}
	return c.cut(ctx, c.await(ctx, r.values[0], 10*time.Second+time.Duration(len(s.text))*200*time.Millisecond))
}

// cut stops what is being said if ctx is done or it took too long.
func (c *ssip) cut(ctx context.Context, why error) error {
	if why == nil || (ctx.Err() == nil && !errors.Is(why, errStuck)) {
		return why
	}
	if _, err := c.ask(context.WithoutCancel(ctx), "CANCEL SELF"); err != nil {
		// The next sentence finds out.
		c.conn.Close()
	}
	return why
}

var errStuck = errors.New("the sentence does not come to an end")

// await waits until a message has ended.
func (c *ssip) await(ctx context.Context, id string, within time.Duration) error {
	release := c.allow(ctx, within)
	defer release()
	for !slices.Contains(c.over, id) {
		r, err := c.read()
		if err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if timeout(err) {
				return errStuck
			}
			return err
		}
		if !r.event() {
			return fmt.Errorf("%w: %d %.40q unasked", errNotSSIP, r.code, r.words)
		}
	}
	return nil
}

// refusal is an answer that says no.
type refusal struct{ said string }

func (r refusal) Error() string { return "speech-dispatcher says " + r.said }

// ask sends one line and returns the answer.
func (c *ssip) ask(ctx context.Context, line string) (reply, error) {
	release := c.allow(ctx, c.reply)
	defer release()
	if _, err := c.conn.Write([]byte(line + "\r\n")); err != nil {
		return reply{}, ctxOr(ctx, err)
	}
	for {
		r, err := c.read()
		switch {
		case err != nil:
			return reply{}, ctxOr(ctx, err)
		case r.event():
		case !r.good():
			return reply{}, refusal{fmt.Sprintf("%d %.80q", r.code, r.words)}
		default:
			return r, nil
		}
	}
}

// read reads one reply. Events are noted; what is incomplete when the deadline
// comes stays for the next time.
func (c *ssip) read() (reply, error) {
	buf := make([]byte, 1024)
	for {
		r, ok, err := c.lines.next()
		if err != nil {
			c.conn.Close()
			return reply{}, err
		}
		if ok {
			if (r.code == eventEnd || r.code == eventCanceled) && len(r.values) > 0 {
				c.over = append(c.over, r.values[0])
			}
			return r, nil
		}
		n, err := c.conn.Read(buf)
		c.lines.feed(buf[:n])
		if n == 0 && err != nil {
			return reply{}, err
		}
	}
}

// allow sets how long reading and writing may take until release: so long, or
// until ctx is done.
func (c *ssip) allow(ctx context.Context, d time.Duration) (release func()) {
	_ = c.conn.SetDeadline(time.Now().Add(d)) // a closed connection tells when it is used
	ran := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(ran)
		_ = c.conn.SetDeadline(time.Unix(1, 0))
	})
	return func() {
		if !stop() {
			<-ran // or it would spoil the next deadline
		}
	}
}

func (c *ssip) close() {
	_ = c.conn.SetDeadline(time.Now().Add(100 * time.Millisecond))
	_, _ = c.conn.Write([]byte("QUIT\r\n")) // out of politeness
	c.conn.Close()
}

func timeout(err error) bool {
	var n net.Error
	return errors.As(err, &n) && n.Timeout()
}

func ctxOr(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}
