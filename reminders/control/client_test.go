package control

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

func TestClientVerbs(t *testing.T) {
	until := time.Now().Add(time.Hour).Truncate(time.Second).UTC()
	f := &fake{status: Status{Agent: true, Presence: "idle", Notices: []string{strings.Repeat("long ", 30000)}}}
	_, path := serve(t, f)
	c := dial(t, path)
	ctx := t.Context()
	if c.Version() != "1.2.3" || c.PID() == 0 {
		t.Errorf("greeted by %q, %d", c.Version(), c.PID())
	}
	st, err := c.Status(ctx)
	if err != nil || st.Presence != "idle" || len(st.Notices[0]) != 150000 {
		t.Errorf("status: %+.100v, %v", st, err)
	}
	for i, err := range []error{
		c.Pause(ctx, time.Time{}),
		c.Pause(ctx, until),
		c.Resume(ctx),
		c.Open(ctx, OpenRequest{Screen: "posture", Reminder: reminders.Posture}),
		c.Begin(ctx, Begun{Reminder: reminders.Stretch, For: Seconds(20 * time.Minute)}),
		c.Did(ctx, Deed{Reminder: reminders.Stretch}),
		c.Reload(ctx),
	} {
		if err != nil {
			t.Errorf("verb %d: %v", i, err)
		}
	}
	res, err := c.Answer(ctx, Answer{Reminder: "posture", Outcome: reminders.Snoozed, For: Seconds(10 * time.Minute)})
	if err != nil || res.Reminder != reminders.Posture || res.Outcome != reminders.Snoozed {
		t.Errorf("answer: %+v, %v", res, err)
	}
	if err := c.Quit(ctx); err != nil {
		t.Errorf("quit: %v", err)
	}
	want := "pause; pause until " + until.Format(time.RFC3339) + `; resume; open {Screen:posture Part: Reminder:posture Routine: Token:}; begin {Reminder:stretch For:20m0s}; did {Reminder:stretch}; reload; answer "posture" snoozed 10m0s; quit`
	if got := f.seen(); got != want {
		t.Errorf("called %s\nwant   %s", got, want)
	}
}

func TestNotRunning(t *testing.T) {
	dir := shortDir(t)
	path := filepath.Join(dir, AgentSocket)
	check := func(what string) {
		t.Helper()
		_, err := Dial(t.Context(), path)
		if !errors.Is(err, ErrNotRunning) || !strings.Contains(err.Error(), "hint: start it with: unhunch") {
			t.Errorf("%s: %v", what, err)
		}
	}
	check("no socket")
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	l.SetUnlinkOnClose(false)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	check("a socket left behind")
}

// play is a server that sends what it likes: for each line it reads, the next
// of its lines; the first at once.
func play(t *testing.T, lines ...string) string {
	t.Helper()
	path := filepath.Join(shortDir(t), "s")
	l, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for {
			nc, err := l.Accept()
			if err != nil {
				return
			}
			r := bufio.NewReader(nc)
			for _, line := range lines {
				if _, err := nc.Write([]byte(line)); err != nil {
					break
				}
				if _, err := r.ReadString('\n'); err != nil {
					break
				}
			}
			_ = nc.Close()
		}
	}()
	t.Cleanup(func() { _ = l.Close(); <-ended })
	return path
}

const helloLine = `{"unhunch":{"protocol":1,"version":"9","pid":1}}` + "\n"

func TestOddServers(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		code  Code
		says  string
	}{
		{"another protocol", []string{`{"unhunch":{"protocol":2,"version":"9.9","pid":1}}` + "\n"}, CodeProtocol, "unhunch quit"},
		{"another program", []string{"220 mail.example ESMTP\n"}, CodeProtocol, "not Unhunch"},
		{"JSON of another shape", []string{"[1]\n"}, CodeProtocol, "not Unhunch"},
		{"an empty object", []string{"{}\n"}, CodeProtocol, "not Unhunch"},
		{"a wrong greeting", []string{`{"unhunch":{"protocol":"one"}}` + "\n"}, CodeProtocol, "not Unhunch"},
		{"a refusal", []string{`{"error":{"code":"too-many","message":"too many"}}` + "\n"}, CodeTooMany, "too many"},
		{"an endless line", []string{strings.Repeat("x", 2*maxReply)}, CodeProtocol, "not Unhunch"},
		{"garbage answer", []string{helloLine, "garbage\n"}, CodeProtocol, "can't be read"},
		{"no part of an answer", []string{helloLine, `{"id":1}` + "\n"}, CodeProtocol, "can't be read"},
		{"two parts", []string{helloLine, `{"id":1,"result":{},"error":{"code":"x","message":"y"}}` + "\n"}, CodeProtocol, "can't be read"},
		{"another's answer", []string{helloLine, `{"id":4,"result":{}}` + "\n"}, CodeProtocol, "another question"},
		{"an item", []string{helloLine, `{"id":1,"item":{}}` + "\n"}, CodeProtocol, "not asked for"},
		{"wrong result", []string{helloLine, `{"id":1,"result":[]}` + "\n"}, CodeProtocol, "can't be read"},
		{"of the connection", []string{helloLine, `{"id":0,"error":{"code":"half-line","message":"late"}}` + "\n"}, CodeHalfLine, "late"},
		{"goes away", []string{helloLine}, CodeLost, "went away"},
		{"half an answer", []string{helloLine, `{"id":1,"res`}, CodeTimeout, "in time"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := play(t, tt.lines...)
			ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
			defer cancel()
			c, err := Dial(ctx, path)
			if err == nil {
				_, err = c.Status(ctx)
				_ = c.Close()
			}
			wantCode(t, err, tt.code)
			if err == nil || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("%v does not say %q", err, tt.says)
			}
		})
	}
}

func TestStopWorksAcrossProtocols(t *testing.T) {
	path := play(t, `{"unhunch":{"protocol":77,"version":"9.9","pid":1}}`+"\n", `{"id":1,"result":{"later":true}}`+"\n")
	if err := Stop(t.Context(), path); err != nil {
		t.Error(err)
	}
	if err := Stop(t.Context(), path+"x"); !errors.Is(err, ErrNotRunning) {
		t.Errorf("nobody there: %v", err)
	}
}

func TestHungAgent(t *testing.T) {
	f := &fake{hang: make(chan struct{})}
	_, path := serve(t, f)
	c := dial(t, path)
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	wantCode(t, c.Reload(ctx), CodeTimeout)
	ctx, cancel = context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	if err := c.Reload(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("canceled: %v", err)
	}
	close(f.hang)
	if err := c.Reload(t.Context()); err != nil {
		t.Errorf("later: %v", err)
	}
}

// A client outlives the restart of its agent.
func TestClientAcrossRestart(t *testing.T) {
	dir := shortDir(t)
	path := filepath.Join(dir, AgentSocket)
	run := func(version string) (stop func()) {
		claim, err := Claim(dir, AgentSocket)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- NewServer(&fake{}, version).Serve(ctx, claim.Listener()) }()
		return func() {
			cancel()
			if err := errors.Join(<-ended, claim.Close()); err != nil {
				t.Error(err)
			}
		}
	}
	stop := run("1")
	c := dial(t, path)
	for i := 2; i < 5; i++ {
		if err := c.Resume(t.Context()); err != nil {
			t.Fatal(err)
		}
		stop()
		if err := c.Resume(t.Context()); !errors.Is(err, ErrNotRunning) {
			t.Errorf("while it is away: %v", err)
		}
		if err := c.Resume(t.Context()); !errors.Is(err, ErrNotRunning) {
			t.Errorf("still away: %v", err)
		}
		stop = run(fmt.Sprint(i))
		if err := c.Resume(t.Context()); err != nil {
			t.Errorf("after the restart: %v", err)
		}
		if c.Version() != fmt.Sprint(i) {
			t.Errorf("version %s after restart %d", c.Version(), i)
		}
	}
	stop()
}

func TestManyCallersOfOneClient(t *testing.T) {
	_, path := serve(t, &fake{})
	c := dial(t, path)
	errs := make(chan error)
	for range 20 {
		go func() {
			var err error
			for range 20 {
				err = errors.Join(err, c.Resume(t.Context()))
			}
			errs <- err
		}()
	}
	for range 20 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}
