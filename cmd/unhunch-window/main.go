// Command unhunch-window is the Unhunch window. It is started on demand, by
// the person, a notification or the tray, and is gone when it is closed; the
// reminders go on without it.
//
// There is one window at a time: a second start shows its screen in the first
// and ends.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/ui"
)

// version is set at build time.
var version = "0.1.0-dev"

func main() {
	withoutNewBus()
	os.Exit(run(os.Args[1:], os.Stderr))
}

// withoutNewBus keeps the toolkit from starting a D-Bus daemon where there is
// no session bus: it would ask the desktop for its theme there, and the daemon
// would stay.
func withoutNewBus() {
	const name = "DBUS_SESSION_BUS_ADDRESS"
	if runtime.GOOS != "linux" || os.Getenv(name) != "" {
		return
	}
	if _, err := os.Stat(filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "bus")); err == nil && os.Getenv("XDG_RUNTIME_DIR") != "" {
		return
	}
	_ = os.Setenv(name, "disabled:")
}

// run is the program: 0 done, 1 failed, 2 wrong usage.
func run(args []string, stderr io.Writer) int {
	flags := flag.NewFlagSet("unhunch-window", flag.ContinueOnError)
	flags.SetOutput(stderr)
	screen := flags.String("screen", "", "the `SCREEN` to open: "+names())
	routine := flags.String("routine", "", "the stretch `ROUTINE` to play")
	show := flags.Bool("version", false, "print the version and exit")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	}
	if *show {
		fmt.Println("unhunch-window", version)
		return 0
	}
	at, ok := ui.ScreenOf(*screen)
	switch {
	case flags.NArg() > 0:
		fmt.Fprintf(stderr, "unhunch-window: %q makes no sense here; hint: unhunch-window --screen today\n", flags.Arg(0))
		return 2
	case !ok:
		fmt.Fprintf(stderr, "unhunch-window: there is no screen %q; hint: the screens are %s\n", *screen, names())
		return 2
	}
	if *routine != "" && *screen == "" {
		at = ui.Stretch
	}

	dir, err := control.Dir()
	if err != nil {
		fmt.Fprintln(stderr, "unhunch-window:", err)
		return 1
	}
	claim, err := control.Claim(dir, control.WindowSocket)
	if errors.Is(err, control.ErrRunning) {
		err = raise(control.OpenRequest{Screen: string(at), Routine: *routine, Token: os.Getenv("XDG_ACTIVATION_TOKEN")})
		if err == nil {
			return 0
		}
		fmt.Fprintf(stderr, "unhunch-window: the window that is open does not answer: %v; hint: close it and try again\n", err)
		return 1
	}
	if err != nil {
		fmt.Fprintln(stderr, "unhunch-window:", err)
		return 1
	}
	err = window(claim, at)
	if err := errors.Join(err, claim.Close()); err != nil {
		fmt.Fprintln(stderr, "unhunch-window:", err)
		return 1
	}
	return 0
}

// names lists the screens for a message.
func names() string {
	var out []string
	for _, s := range ui.Screens() {
		out = append(out, string(s))
	}
	return strings.Join(out, " ")
}

// raise shows a screen in the window that is open already. That window may
// have been claimed an instant ago and not answer yet.
func raise(r control.OpenRequest) error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	path, err := control.SocketPath(control.WindowSocket)
	if err != nil {
		return err
	}
	for {
		c, err := control.Dial(ctx, path)
		if err == nil {
			defer func() { _ = c.Close() }()
			return c.Open(ctx, r)
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(50 * time.Millisecond):
		}
	}
}
