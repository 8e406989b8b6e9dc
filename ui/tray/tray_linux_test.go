package tray

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"log"
	"os"
	"os/exec"
	"slices"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/unhunch/unhunch/assets"
	"github.com/unhunch/unhunch/reminders/control"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestNoBus(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
	tr, err := Run(t.Context(), Options{})
	if !errors.Is(err, ErrNoBus) || tr != nil {
		t.Errorf("got %v, %v", tr, err)
	}
	tr.Update(control.Status{})
	tr.Close()
	if err := Check(t.Context()); !errors.Is(err, ErrNoBus) {
		t.Errorf("check: %v", err)
	}
}

func TestCheck(t *testing.T) {
	privateBus(t)
	if err := Check(t.Context()); !errors.Is(err, ErrNoHost) {
		t.Errorf("an empty bus: %v", err)
	}
	p := startPanel(t, false)
	if err := Check(t.Context()); !errors.Is(err, ErrNoHost) {
		t.Errorf("a watcher without a panel: %v", err)
	}
	p.stop(t)
	startPanel(t, true)
	if err := Check(t.Context()); err != nil {
		t.Errorf("a panel: %v", err)
	}
}

// TestTray is the whole life of an icon, in a process of its own because the
// library under it starts once in a process.
func TestTray(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a bus and a panel; left out with -short")
	}
	if os.Getenv("UNHUNCH_TEST_TRAY") == "" {
		cmd := exec.Command(os.Args[0], "-test.run=^TestTray$", "-test.timeout=60s")
		cmd.Env = append(os.Environ(), "UNHUNCH_TEST_TRAY=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	privateBus(t)
	var said bytes.Buffer
	stderr := log.Writer()
	log.SetOutput(&said)
	defer log.SetOutput(stderr)

	did := make(chan string, 10)
	tr, err := Run(t.Context(), Options{
		Open:   func(s string) { did <- "open " + s },
		Pause:  func(u time.Time) { did <- "pause until " + u.Format("Mon 15:04") },
		Resume: func() { did <- "resume" },
		Quit:   func() { did <- "quit" },
		Now:    func() time.Time { return now },
	})
	if err != nil {
		t.Fatal(err)
	}
	next := control.Status{Reminders: []control.Reminder{{ID: "stretch", Title: "Stretch_it", Enabled: true, Next: in(52 * time.Minute)}}}
	for range 100 {
		tr.Update(control.Status{}) // never waits, panel or not
	}
	tr.Update(next)
	if tr.Shown() {
		t.Error("shown without a panel")
	}
	if _, err := Run(t.Context(), Options{}); !errors.Is(err, ErrOnce) {
		t.Errorf("a second one: %v", err)
	}

	panel := startPanel(t, true) // the panel starts later than we
	s := panel.icon(t)
	eventually(t, "shown", tr.Shown)
	want := []string{"(Next: Stretch__it at 10:52)", "--", "Open Unhunch", "Stretch now", "Pause", "  30 minutes", "  1 hour", "  Until tomorrow", "--", "Quit"}
	if got, _ := s.lines(t); !slices.Equal(got, want) {
		t.Errorf("menu is %q", got)
	}
	if got := s.text(t, "Title") + ", " + s.text(t, "Id") + ", " + s.text(t, "ItemIsMenu"); got != "Unhunch, Unhunch, true" {
		t.Errorf("the item is %s", got)
	}
	samePixels(t, s.pixels(t), assets.TrayNormal)

	for _, c := range []struct{ line, want string }{
		{"Open Unhunch", "open today"},
		{"Stretch now", "open stretch"},
		{"30 minutes", "pause until Mon 10:30"},
		{"1 hour", "pause until Mon 11:00"},
		{"Until tomorrow", "pause until Tue 00:00"},
		{"Quit", "quit"},
	} {
		s.click(t, c.line)
		if got := <-did; got != c.want {
			t.Errorf("%s: %s", c.line, got)
		}
	}

	count := s.changes(t)
	tr.Update(next)
	again := next
	again.Now, again.Presence = now.Add(time.Second), "idle"
	tr.Update(again)
	if n := count(); n != 0 {
		t.Errorf("%d signals for nothing", n)
	}

	paused := control.Status{Paused: true, PausedUntil: in(4 * time.Hour)}
	tr.Update(paused)
	if n := count(); n == 0 {
		t.Error("no signal for a pause")
	}
	eventually(t, "paused", func() bool {
		got, _ := s.lines(t)
		return slices.Equal(got[:1], []string{"(Paused until 14:00)"}) && slices.Contains(got, "Resume")
	})
	samePixels(t, s.pixels(t), assets.TrayPaused)
	s.click(t, "Resume")
	if got := <-did; got != "resume" {
		t.Error(got)
	}
	tr.Update(control.Status{Prompts: []control.OpenPrompt{{Reminder: "posture"}}})
	eventually(t, "resumed", func() bool {
		got, _ := s.lines(t)
		return got[0] == "(Now: Posture check)" && !slices.Contains(got, "Resume")
	})
	samePixels(t, s.pixels(t), assets.TrayAttention)

	panel.stop(t) // the panel crashes, and a new one finds the icon again
	panel = startPanel(t, true)
	s = panel.icon(t)
	if got, _ := s.lines(t); got[0] != "(Now: Posture check)" {
		t.Errorf("after the panel's restart: %q", got)
	}

	tr.Close()
	tr.Close()
	tr.Update(next)
	if tr.Shown() {
		t.Error("shown after its end")
	}
	if said.Len() > 0 {
		t.Errorf("systray complains: %s", &said)
	}
}

// samePixels compares what came over the bus with the picture: opacity and
// plain colour of every pixel, soft edges too.
func samePixels(t *testing.T, got pixmap, state assets.TrayState) {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(assets.TrayPNG(state, iconSize)))
	if err != nil {
		t.Fatal(err)
	}
	n, soft := img.Bounds().Dx(), 0
	if int(got.W) != n || int(got.H) != n || len(got.Pix) != 4*n*n {
		t.Fatalf("%d by %d, %d bytes", got.W, got.H, len(got.Pix))
	}
	src := plainOf(t, img)
	for i := range n * n {
		c := src(i%n, i/n)
		if c.A > 0 && c.A < 255 {
			soft++
		}
		if want := []byte{c.A, c.R, c.G, c.B}; !bytes.Equal(got.Pix[4*i:4*i+4], want) {
			t.Fatalf("%s: pixel %d is % x, want % x", state, i, got.Pix[4*i:4*i+4], want)
		}
	}
	if soft == 0 {
		t.Errorf("%s has no soft edge to compare", state)
	}
}

func plainOf(t *testing.T, img image.Image) func(x, y int) color.NRGBA {
	t.Helper()
	n, ok := img.(*image.NRGBA)
	if !ok {
		t.Fatalf("the picture is %T", img)
	}
	return n.NRGBAAt
}
