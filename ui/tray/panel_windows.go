package tray

import (
	"context"
	"runtime"
	"strings"

	"fyne.io/systray"

	"github.com/unhunch/unhunch/assets"
)

// start shows the icon; the channel closes when it is gone. Windows sends the
// icon's messages to the thread that made it, so that thread stays with it.
func start(build func()) (gone <-chan struct{}) {
	done, ready := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread()
		systray.Run(func() { build(); close(ready) }, nil)
	}()
	select {
	case <-ready:
	case <-done:
	}
	return done
}

// label keeps ampersands: a single one would mark a keyboard shortcut.
func label(text string) string { return strings.ReplaceAll(text, "&", "&&") }

func icon(s assets.TrayState) []byte { return assets.TrayICO(s) }

// host is the panel, which on Windows is always there.
type host struct{}

func newHost(context.Context) (*host, error) { return &host{}, nil }

func (*host) wait(ctx context.Context) bool { return ctx.Err() == nil }

func (*host) close() {}

// Check tells what keeps the icon from showing.
func Check(context.Context) error { return nil }
