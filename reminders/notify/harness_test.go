package notify

import (
	"context"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/unhunch/unhunch/reminders/desktoptest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// newBus starts a private message bus; services is a folder of service files, if
// any.
func newBus(t *testing.T, services string) *desktoptest.Bus {
	t.Helper()
	desktoptest.Program(t, "dbus-daemon")
	return desktoptest.NewBus(t, services)
}

// open opens a desk that is closed with the test.
func open(t *testing.T, o Options) *Desk {
	t.Helper()
	if o.backoff == nil {
		o.backoff = func(int) time.Duration { return 50 * time.Millisecond }
	}
	d := Open(context.Background(), o)
	t.Cleanup(func() { _ = d.Close() })
	return d
}

// reply waits for the desk's next reply.
func reply(t *testing.T, d *Desk) Reply {
	t.Helper()
	select {
	case r, ok := <-d.Replies():
		if !ok {
			t.Fatal("replies are closed")
		}
		return r
	case <-time.After(10 * time.Second):
		t.Fatal("no reply came")
		panic("unreachable")
	}
}

// silent checks that no reply comes for a moment.
func silent(t *testing.T, d *Desk) {
	t.Helper()
	select {
	case r := <-d.Replies():
		t.Fatalf("unexpected reply %+v", r)
	case <-time.After(200 * time.Millisecond):
	}
}

// paper collects what is printed.
type paper struct {
	mu sync.Mutex
	b  strings.Builder
}

func (p *paper) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.b.Write(b)
}

func (p *paper) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.b.String()
}

var _ io.Writer = (*paper)(nil)

func posture() Notice {
	return Notice{
		Key: "posture", Title: "Posture check", Body: "Shoulders down & back <now>",
		Actions: []Action{{"done", "Sitting well"}, {"snooze", "Snooze 10 min"}}, Stay: true,
	}
}

func nine() time.Time { return time.Date(2026, 11, 23, 9, 5, 0, 0, time.UTC) }

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func noBus(t *testing.T) string {
	t.Helper()
	return fmt.Sprintf("unix:path=%s/absent", t.TempDir())
}
