//go:build linux

package main_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

const notifications = "org.freedesktop.Notifications"

// note is one notification, as the session bus saw it.
type note struct {
	id        uint32 // the server's number; 0 until it answered
	replaces  uint32
	app       string
	summary   string
	body      string
	actions   map[string]string // key → label
	shown     time.Time
	invoked   string    // the action the person chose
	withdrawn time.Time // when the sender took it back
	closed    time.Time // when the server said that it is gone
	reason    uint32    // 1 expired, 2 dismissed, 3 taken back by its sender
}

// noteLog listens to everything said about notifications on a bus.
type noteLog struct {
	mu      sync.Mutex
	notes   []*note
	waiting map[string]*note // by sender and serial, until the server answers
	seen    int              // how many of notes a test has been given
	presses int
	changed chan struct{} // closed and replaced at every change
}

// watchNotes connects to the bus and listens until the test ends.
func watchNotes(t *testing.T, bus string) *noteLog {
	t.Helper()
	conn, err := dbus.Connect(bus)
	if err != nil {
		t.Fatalf("listening to the session bus: %v", err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	rules := []string{
		"interface='" + notifications + "'",
		"type='method_return'",
	}
	call := conn.BusObject().Call("org.freedesktop.DBus.Monitoring.BecomeMonitor", 0, rules, uint32(0))
	if call.Err != nil {
		t.Fatalf("listening to the session bus: %v", call.Err)
	}
	log := &noteLog{waiting: map[string]*note{}, changed: make(chan struct{})}
	messages := make(chan *dbus.Message, 256)
	conn.Eavesdrop(messages)
	go func() {
		for m := range messages {
			log.hear(m)
		}
	}()
	return log
}

func (l *noteLog) hear(m *dbus.Message) {
	l.mu.Lock()
	defer l.mu.Unlock()
	header := func(f dbus.HeaderField) string {
		s, _ := m.Headers[f].Value().(string)
		return s
	}
	switch m.Type {
	case dbus.TypeMethodReply:
		serial, _ := m.Headers[dbus.FieldReplySerial].Value().(uint32)
		key := fmt.Sprint(header(dbus.FieldDestination), serial)
		if n := l.waiting[key]; n != nil && len(m.Body) == 1 {
			n.id, _ = m.Body[0].(uint32)
			delete(l.waiting, key)
		}
	case dbus.TypeMethodCall:
		switch header(dbus.FieldMember) {
		case "Notify":
			if n := newNote(m.Body); n != nil {
				l.notes = append(l.notes, n)
				l.waiting[fmt.Sprint(header(dbus.FieldSender), m.Serial())] = n
			}
		case "CloseNotification":
			if n := l.byID(m.Body); n != nil {
				n.withdrawn = time.Now()
			}
		}
	case dbus.TypeSignal:
		switch n := l.byID(m.Body); {
		case n == nil:
		case header(dbus.FieldMember) == "ActionInvoked" && len(m.Body) == 2:
			n.invoked, _ = m.Body[1].(string)
			l.presses++
		case header(dbus.FieldMember) == "NotificationClosed" && len(m.Body) == 2:
			n.closed = time.Now()
			n.reason, _ = m.Body[1].(uint32)
		}
	}
	close(l.changed)
	l.changed = make(chan struct{})
}

func newNote(body []any) *note {
	if len(body) < 6 {
		return nil
	}
	n := &note{shown: time.Now(), actions: map[string]string{}}
	n.app, _ = body[0].(string)
	n.replaces, _ = body[1].(uint32)
	n.summary, _ = body[3].(string)
	n.body, _ = body[4].(string)
	actions, _ := body[5].([]string)
	for pair := range slices.Chunk(actions, 2) {
		if len(pair) == 2 {
			n.actions[pair[0]] = pair[1]
		}
	}
	return n
}

// byID finds the newest notification with the number that begins a message.
func (l *noteLog) byID(body []any) *note {
	if len(body) == 0 {
		return nil
	}
	id, _ := body[0].(uint32)
	for _, n := range slices.Backward(l.notes) {
		if n.id == id && id != 0 {
			return n
		}
	}
	return nil
}

// wait returns once yes says so under the lock, or false when time is up.
func (l *noteLog) wait(within time.Duration, yes func() bool) bool {
	late := time.After(within)
	for {
		l.mu.Lock()
		ok, changed := yes(), l.changed
		l.mu.Unlock()
		if ok {
			return true
		}
		select {
		case <-changed:
		case <-late:
			return false
		}
	}
}

// nextNote waits for a notification no earlier call returned.
func (d *desktop) nextNote(within time.Duration) *note {
	d.t.Helper()
	l, within := d.notes, max(within, patience)
	if !l.wait(within, func() bool { return l.seen < len(l.notes) && l.notes[l.seen].id != 0 }) {
		d.t.Fatalf("no notification in %v; so far: %s", within, l)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.seen++
	return l.notes[l.seen-1]
}

// noNote fails the test if a notification comes in that time.
func (d *desktop) noNote(during time.Duration) {
	d.t.Helper()
	l := d.notes
	if l.wait(during, func() bool { return l.seen < len(l.notes) }) {
		d.t.Fatalf("a notification nobody asked for: %s", l)
	}
}

// noteGone waits until the notification has left the screen.
func (d *desktop) noteGone(n *note, within time.Duration) {
	d.t.Helper()
	within = max(within, patience)
	if !d.notes.wait(within, func() bool { return !n.closed.IsZero() }) {
		d.t.Fatalf("%q is still on screen after %v", n.summary, within)
	}
}

// String lists what was seen, for a failed test.
func (l *noteLog) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	var b strings.Builder
	for _, n := range l.notes {
		fmt.Fprintf(&b, "\n  %s #%d %q %v", n.shown.Format("15:04:05.000"), n.id, n.summary, n.actions)
		if n.invoked != "" {
			fmt.Fprintf(&b, ", chose %s", n.invoked)
		}
		if !n.closed.IsZero() {
			fmt.Fprintf(&b, ", closed %s for reason %d", n.closed.Format("15:04:05.000"), n.reason)
		}
	}
	if b.Len() == 0 {
		return "none"
	}
	return b.String()
}
