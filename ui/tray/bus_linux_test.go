package tray

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
	"github.com/godbus/dbus/v5/prop"

	"github.com/unhunch/unhunch/reminders/desktoptest"
)

// privateBus runs a bus of the test's own, on which nothing is started by
// itself, and puts its address into the environment.
func privateBus(t *testing.T) {
	t.Helper()
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", desktoptest.NewBus(t, "").Addr)
}

func busConn(t *testing.T) *dbus.Conn {
	t.Helper()
	conn, err := connect(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// panelHost is a panel: the little of org.kde.StatusNotifierWatcher an icon
// needs.
type panelHost struct {
	conn  *dbus.Conn
	mu    sync.Mutex
	icons []string
}

func startPanel(t *testing.T, drawn bool) *panelHost {
	t.Helper()
	p := &panelHost{conn: busConn(t)}
	if err := p.conn.Export(p, watcherPath, watcherName); err != nil {
		t.Fatal(err)
	}
	_, err := prop.Export(p.conn, watcherPath, prop.Map{watcherName: {
		"IsStatusNotifierHostRegistered": {Value: drawn},
	}})
	if err != nil {
		t.Fatal(err)
	}
	reply, err := p.conn.RequestName(watcherName, dbus.NameFlagDoNotQueue)
	if err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatal(reply, err)
	}
	return p
}

// RegisterStatusNotifierItem is what an icon calls.
func (p *panelHost) RegisterStatusNotifierItem(path string, sender dbus.Sender) *dbus.Error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.icons = append(p.icons, string(sender)+path)
	return nil
}

func (p *panelHost) stop(t *testing.T) {
	t.Helper()
	if err := p.conn.Close(); err != nil {
		t.Error(err)
	}
}

// icon waits for the icon to come, and returns what a panel sees of it.
func (p *panelHost) icon(t *testing.T) *seen {
	t.Helper()
	var at string
	eventually(t, "an icon in the panel", func() bool {
		p.mu.Lock()
		defer p.mu.Unlock()
		if len(p.icons) > 0 {
			at = p.icons[0]
		}
		return at != ""
	})
	sender, path, _ := strings.Cut(at, "/")
	return &seen{p.conn, p.conn.Object(sender, dbus.ObjectPath("/"+path)), p.conn.Object(sender, "/StatusNotifierItem/menu")}
}

// seen is the icon and its menu as a panel sees them.
type seen struct {
	conn       *dbus.Conn
	item, menu dbus.BusObject
}

type layout struct {
	ID       int32
	Props    map[string]dbus.Variant
	Children []dbus.Variant
}

// lines are the menu's visible lines: text, and whether one can click it.
func (s *seen) lines(t *testing.T) (texts []string, ids map[string]int32) {
	t.Helper()
	ids = map[string]int32{}
	var walk func(l layout, depth int)
	walk = func(l layout, depth int) {
		if v, ok := l.Props["visible"].Value().(bool); ok && !v {
			return
		}
		if text, ok := l.Props["label"].Value().(string); ok {
			ids[text] = l.ID
			if on, ok := l.Props["enabled"].Value().(bool); ok && !on {
				text = "(" + text + ")"
			}
			texts = append(texts, strings.Repeat("  ", depth-1)+text)
		} else if l.Props["type"].Value() == "separator" {
			texts = append(texts, "--")
		}
		for _, c := range l.Children {
			var child layout
			if err := dbus.Store([]any{c.Value()}, &child); err != nil {
				t.Fatal(err)
			}
			walk(child, depth+1)
		}
	}
	var rev uint32
	var root layout
	for range 2 { // the first answer leaves submenus out, for the sake of some panels
		if err := s.menu.Call("com.canonical.dbusmenu.GetLayout", 0, int32(0), int32(-1), []string{}).Store(&rev, &root); err != nil {
			t.Fatal(err)
		}
	}
	walk(root, 0)
	return texts, ids
}

func (s *seen) click(t *testing.T, text string) {
	t.Helper()
	_, ids := s.lines(t)
	id, ok := ids[text]
	if !ok {
		t.Fatalf("no line %q in %v", text, ids)
	}
	if err := s.menu.Call("com.canonical.dbusmenu.Event", 0, id, "clicked", dbus.MakeVariant(""), uint32(0)).Err; err != nil {
		t.Fatal(err)
	}
}

type pixmap struct {
	W, H int32
	Pix  []byte
}

func (s *seen) pixels(t *testing.T) pixmap {
	t.Helper()
	v, err := s.item.GetProperty("org.kde.StatusNotifierItem.IconPixmap")
	if err != nil {
		t.Fatal(err)
	}
	var all []pixmap
	if err := v.Store(&all); err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	return all[0]
}

func (s *seen) text(t *testing.T, name string) string {
	t.Helper()
	v, err := s.item.GetProperty("org.kde.StatusNotifierItem." + name)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(v.Value())
}

// changes counts the signals the icon sends from now on.
func (s *seen) changes(t *testing.T) func() int {
	t.Helper()
	ch := make(chan *dbus.Signal, 100)
	s.conn.Signal(ch)
	if err := s.conn.AddMatchSignal(dbus.WithMatchPathNamespace("/StatusNotifierItem")); err != nil {
		t.Fatal(err)
	}
	time.Sleep(400 * time.Millisecond) // systray sends one of its own after the first look at a menu
	for len(ch) > 0 {
		<-ch
	}
	return func() int {
		time.Sleep(200 * time.Millisecond)
		return len(ch)
	}
}

func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); !ok(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("never: %s", what)
		}
	}
}
