package notify

import (
	"errors"
	"reflect"
	"sync"
	"testing"

	"github.com/godbus/dbus/v5"

	"github.com/unhunch/unhunch/reminders/desktoptest"
)

// server is a notification server that writes down what it is asked.
type server struct {
	conn *dbus.Conn
	caps []string

	mu     sync.Mutex
	last   uint32
	calls  []notifyCall
	closed []uint32
	refuse *dbus.Error
}

type notifyCall struct {
	ID       uint32 // given
	Replaces uint32
	App      string
	Icon     string
	Summary  string
	Body     string
	Actions  []string
	Hints    map[string]any
	Expire   int32
}

func newServer(t *testing.T, addr string, caps ...string) *server {
	t.Helper()
	conn, err := dbus.Connect(addr)
	must(t, err)
	s := &server{conn: conn, caps: caps, last: 6}
	must(t, conn.Export(s, busPath, busName))
	r, err := conn.RequestName(busName, dbus.NameFlagDoNotQueue)
	must(t, err)
	if r != dbus.RequestNameReplyPrimaryOwner {
		t.Fatal("another notification server holds the name")
	}
	t.Cleanup(s.stop)
	return s
}

func (s *server) stop() { _ = s.conn.Close() }

func (s *server) GetServerInformation() (string, string, string, string, *dbus.Error) {
	return "fake", "unhunch", "1", "1.2", nil
}

func (s *server) GetCapabilities() ([]string, *dbus.Error) { return s.caps, nil }

func (s *server) Notify(app string, replaces uint32, icon, summary, body string, actions []string, hints map[string]dbus.Variant, expire int32) (uint32, *dbus.Error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.refuse != nil {
		return 0, s.refuse
	}
	id := replaces
	if id == 0 {
		s.last++
		id = s.last
	}
	plain := map[string]any{}
	for k, v := range hints {
		plain[k] = v.Value()
	}
	s.calls = append(s.calls, notifyCall{id, replaces, app, icon, summary, body, actions, plain, expire})
	return id, nil
}

func (s *server) CloseNotification(id uint32) *dbus.Error {
	s.mu.Lock()
	s.closed = append(s.closed, id)
	s.mu.Unlock()
	_ = s.conn.Emit(busPath, busName+".NotificationClosed", id, uint32(3))
	return nil
}

func (s *server) emit(t *testing.T, signal string, args ...any) {
	t.Helper()
	must(t, s.conn.Emit(busPath, busName+"."+signal, args...))
}

func (s *server) shown() []notifyCall {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]notifyCall(nil), s.calls...)
}

func (s *server) closes() []uint32 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]uint32(nil), s.closed...)
}

// nth waits for the nth notification (from 1).
func (s *server) nth(t *testing.T, n int) notifyCall {
	t.Helper()
	desktoptest.Until(t, "a notification", func() bool { return len(s.shown()) >= n })
	return s.shown()[n-1]
}

func TestExactParameters(t *testing.T) {
	b := newBus(t, "")
	s := newServer(t, b.Addr, "actions", "body", "body-markup", "persistence", "sound")
	d := open(t, Options{Address: b.Addr})
	must(t, d.Show(posture()))
	want := notifyCall{
		ID: 7, App: "Unhunch", Icon: appID, Summary: "Posture check",
		Body:    "Shoulders down &amp; back &lt;now&gt;",
		Actions: []string{"default", "Open", "done", "Sitting well", "snooze", "Snooze 10 min"},
		Hints: map[string]any{
			"desktop-entry": appID, "category": "x-unhunch.reminder", "urgency": byte(1),
			"suppress-sound": true, "resident": true,
		},
	}
	if got := s.nth(t, 1); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	st := d.State()
	if st.Backend != "freedesktop" || st.Server != "fake" || !st.Actions || st.Open != 1 || st.Err != nil || st.Hint != "" {
		t.Errorf("state %+v", st)
	}

	// The same key replaces by id; a passing, urgent, audible one differs.
	must(t, d.Show(Notice{Key: "posture", Title: "Again\n\x00", Body: "a\xff", Urgent: true, Sound: true}))
	want = notifyCall{
		ID: 7, Replaces: 7, App: "Unhunch", Icon: appID, Summary: "Again", Body: "a\uFFFD",
		Actions: []string{"default", "Open"}, Expire: -1,
		Hints: map[string]any{
			"desktop-entry": appID, "category": "x-unhunch.reminder", "urgency": byte(2),
			"sound-name": "message-new-instant", "transient": true,
		},
	}
	if got := s.nth(t, 2); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	must(t, d.Withdraw("posture"))
	desktoptest.Until(t, "the withdrawal", func() bool { return len(s.closes()) == 1 && s.closes()[0] == 7 })
	silent(t, d) // our own closing is no reply
	must(t, d.Withdraw("posture"))
	must(t, d.Withdraw("never shown"))
	must(t, d.Show(Notice{Key: "stretch", Title: "Stretch"}))
	s.nth(t, 3)
	if n := len(s.closes()); n != 1 {
		t.Errorf("closed %d notifications, want 1", n)
	}
}

func TestRepliesAreMatched(t *testing.T) {
	b := newBus(t, "")
	s := newServer(t, b.Addr, "actions", "body")
	d := open(t, Options{Address: b.Addr})
	must(t, d.Show(posture()))
	id := s.nth(t, 1).ID
	stranger, err := dbus.Connect(b.Addr)
	must(t, err)
	defer stranger.Close()
	must(t, stranger.Emit(busPath, busName+".ActionInvoked", id, "done"))
	s.emit(t, "ActionInvoked", id+100, "done")
	s.emit(t, "ActionInvoked", "seven", "done")
	s.emit(t, "ActionInvoked", id)
	s.emit(t, "ActionInvoked", id, "closed")
	s.emit(t, "ActionInvoked", id, "Sitting well")
	s.emit(t, "NotificationClosed")
	silent(t, d)
	s.emit(t, "ActivationToken", id, "tok")
	s.emit(t, "ActionInvoked", id, "snooze")
	if got, want := reply(t, d), (Reply{"posture", "snooze", "tok"}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	desktoptest.Until(t, "the answered notice to be closed", func() bool { return len(s.closes()) == 1 })
	s.emit(t, "ActionInvoked", id, "done") // a second click comes too late
	silent(t, d)

	must(t, d.Show(posture()))
	s.emit(t, "NotificationClosed", s.nth(t, 2).ID, uint32(2))
	if got, want := reply(t, d), (Reply{Key: "posture", Action: Closed}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	// The server's own tidying is no answer of the person's, and leaves the
	// notice to be replaced and withdrawn as before.
	must(t, d.Show(posture()))
	s.emit(t, "NotificationClosed", s.nth(t, 3).ID, uint32(1))
	silent(t, d)
	if d.State().Open != 1 {
		t.Error("an expired notice is forgotten")
	}
}

func TestWithoutActions(t *testing.T) {
	b := newBus(t, "")
	s := newServer(t, b.Addr, "body")
	d := open(t, Options{Address: b.Addr})
	if st := d.State(); st.Actions || st.Hint == "" {
		t.Errorf("state %+v", st)
	}
	must(t, d.Show(posture()))
	got := s.nth(t, 1)
	if len(got.Actions) != 0 || got.Body != "Shoulders down & back <now>\nClick to open Unhunch." {
		t.Errorf("got %+v", got)
	}
	s.emit(t, "NotificationClosed", got.ID, uint32(2))
	if got, want := reply(t, d), (Reply{Key: "posture", Action: Default}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestWithoutBody(t *testing.T) {
	b := newBus(t, "")
	s := newServer(t, b.Addr, "actions")
	d := open(t, Options{Address: b.Addr})
	must(t, d.Show(posture()))
	if got := s.nth(t, 1); got.Summary != "Posture check: Shoulders down & back <now>" || got.Body != "" {
		t.Errorf("got %+v", got)
	}
}

func TestRefusalFallsBack(t *testing.T) {
	b := newBus(t, "")
	s := newServer(t, b.Addr, "actions", "body")
	s.mu.Lock()
	s.refuse = dbus.NewError("org.freedesktop.Notifications.Error.ExcessNotificationGeneration", []any{"too many"})
	s.mu.Unlock()
	var out paper
	d := open(t, Options{Address: b.Addr, Terminal: &out, Now: nine})
	must(t, d.Show(posture()))
	desktoptest.Until(t, "the terminal to speak", func() bool { return out.String() != "" })
	desktoptest.Until(t, "the refusal in the state", func() bool { return d.State().Err != nil })
}

func TestServerComesAndGoes(t *testing.T) {
	b := newBus(t, "")
	var out paper
	d := open(t, Options{Address: b.Addr, Terminal: &out, Now: nine})
	if st := d.State(); st.Backend != "terminal" || st.Err == nil || st.Hint == "" {
		t.Errorf("state without a server %+v", st)
	}
	must(t, d.Show(posture()))
	line := "09:05  Posture check: Shoulders down & back <now>  (unhunch done posture · unhunch snooze posture)\n"
	desktoptest.Until(t, "the terminal to speak", func() bool { return out.String() == line })

	s := newServer(t, b.Addr, "actions", "body")
	first := s.nth(t, 1)
	if d.Name() != "freedesktop" && d.State().Backend != "freedesktop" {
		t.Error("the server that appeared is not used")
	}
	// It takes its notices down as it goes; nobody answered them.
	s.emit(t, "NotificationClosed", first.ID, uint32(1))
	s.stop()
	desktoptest.Until(t, "the server to be missed", func() bool { return d.Name() == "terminal" })
	s = newServer(t, b.Addr, "actions", "body")
	s.emit(t, "ActionInvoked", s.nth(t, 1).ID, "done")
	if got := reply(t, d); got.Action != "done" {
		t.Errorf("got %+v", got)
	}
	s.stop()
	desktoptest.Until(t, "the server to be missed", func() bool { return d.Name() == "terminal" })
	s = newServer(t, b.Addr, "actions", "body")
	desktoptest.Until(t, "the server to be used", func() bool { return d.Name() == "freedesktop" })
	if n := len(s.shown()); n != 0 {
		t.Errorf("an answered notice was shown again (%d)", n)
	}
	if out.String() != line {
		t.Errorf("printed %q", out.String())
	}
}

func TestBusKilled(t *testing.T) {
	b := newBus(t, "")
	s := newServer(t, b.Addr, "actions", "body")
	var out paper
	d := open(t, Options{Address: b.Addr, Terminal: &out, Now: nine})
	must(t, d.Show(posture()))
	s.nth(t, 1)
	b.Kill()
	desktoptest.Until(t, "the bus to be missed", func() bool { return d.Name() == "terminal" })
	must(t, d.Show(Notice{Key: "stretch", Title: "Stretch"}))
	desktoptest.Until(t, "the terminal to speak", func() bool { return out.String() == "09:05  Stretch\n" })
	b.Start(t)
	s = newServer(t, b.Addr, "actions", "body")
	if a, b := s.nth(t, 1).Summary, s.nth(t, 2).Summary; a != "Posture check" || b != "Stretch" {
		t.Errorf("shown again: %s, %s", a, b)
	}
}

func TestCloseTakesEverythingDown(t *testing.T) {
	b := newBus(t, "")
	s := newServer(t, b.Addr, "actions", "body")
	d := open(t, Options{Address: b.Addr})
	must(t, d.Show(posture()))
	id := s.nth(t, 1).ID
	must(t, d.Close())
	must(t, d.Close())
	if c := s.closes(); len(c) != 1 || c[0] != id {
		t.Errorf("closed %v", c)
	}
	if _, ok := <-d.Replies(); ok {
		t.Error("replies are still open")
	}
	if err := d.Show(posture()); !errors.Is(err, ErrClosed) {
		t.Errorf("Show after Close: %v", err)
	}
}

// TestSlowReader checks that replies nobody takes block nothing.
func TestSlowReader(t *testing.T) {
	b := newBus(t, "")
	s := newServer(t, b.Addr, "actions", "body")
	d := open(t, Options{Address: b.Addr})
	for i := range 60 {
		must(t, d.Show(posture()))
		s.emit(t, "ActionInvoked", s.nth(t, i+1).ID, "done")
		desktoptest.Until(t, "the notice to be answered", func() bool { return d.State().Open == 0 })
	}
	for range 60 {
		reply(t, d)
	}
}
