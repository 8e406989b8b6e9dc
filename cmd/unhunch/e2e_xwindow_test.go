//go:build linux

package main_test

import (
	"image"
	_ "image/png" // what import writes
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// windows lists the windows of Unhunch that can be seen.
func (d *desktop) windows() []string {
	// xdotool ends with 1 when it finds none.
	out, err := d.tool("xdotool", "search", "--onlyvisible", "--name", "^Unhunch")
	if err != nil {
		return nil
	}
	return strings.Fields(out)
}

// window waits for the window, and tells how long that took.
func (d *desktop) window(within time.Duration) (id string, took time.Duration) {
	d.t.Helper()
	began := time.Now()
	d.until(within, "the window is on screen", func() bool {
		if w := d.windows(); len(w) > 0 {
			id = w[0]
		}
		return id != ""
	})
	return id, time.Since(began)
}

// closeWindow closes the window as its close button would.
func (d *desktop) closeWindow(id string) {
	d.t.Helper()
	if err := d.askToClose(id); err != nil {
		d.t.Fatalf("closing the window: %v", err)
	}
	d.until(10*time.Second, "the window is gone", func() bool { return len(d.windows()) == 0 })
}

// askToClose asks the window manager to close a window: what a click on the
// close button of a panel sends.
func (d *desktop) askToClose(id string) error {
	window, err := strconv.ParseUint(id, 10, 32)
	if err != nil {
		return err
	}
	xgb.Logger.SetOutput(io.Discard) // it wonders aloud about missing passwords
	x, err := xgb.NewConnDisplay(d.display)
	if err != nil {
		return err
	}
	defer x.Close()
	const name = "_NET_CLOSE_WINDOW"
	atom, err := xproto.InternAtom(x, true, uint16(len(name)), name).Reply()
	if err != nil {
		return err
	}
	event := xproto.ClientMessageEvent{
		Format: 32, Window: xproto.Window(window), Type: atom.Atom,
		Data: xproto.ClientMessageDataUnionData32New([]uint32{0, 2, 0, 0, 0}), // 2: a person asked
	}
	root := xproto.Setup(x).DefaultScreen(x).Root
	const mask = xproto.EventMaskSubstructureNotify | xproto.EventMaskSubstructureRedirect
	return xproto.SendEventChecked(x, false, root, mask, string(event.Bytes())).Check()
}

// picture takes a picture of a window.
func (d *desktop) picture(window, name string) string {
	d.t.Helper()
	file := d.path(name + ".png")
	if _, err := d.tool("import", "-window", window, file); err != nil {
		d.t.Fatal(err)
	}
	return file
}

// painted waits until something is drawn in the window: a fresh one is blank.
func (d *desktop) painted(window string, within time.Duration) {
	d.t.Helper()
	d.until(within, "something is drawn in the window", func() bool { return d.colours(window) > 16 })
}

// colours counts the colours on a coarse grid over the window.
func (d *desktop) colours(window string) int {
	d.t.Helper()
	f, err := os.Open(d.picture(window, "look"))
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	img, _, err := image.Decode(f)
	if err != nil {
		d.t.Fatal(err)
	}
	seen := map[[3]uint32]bool{}
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y += 3 {
		for x := b.Min.X; x < b.Max.X; x += 3 {
			r, g, bl, _ := img.At(x, y).RGBA()
			seen[[3]uint32{r, g, bl}] = true
		}
	}
	return len(seen)
}
