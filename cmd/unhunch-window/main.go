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
	"strconv"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/ui"
)

// version is set at build time.
var version = "0.1.0-dev"

func main() {
	withoutNewBus()
	if err := catalog.Use(catalog.FromEnvironment(os.Getenv)...); err != nil {
		fmt.Fprintln(os.Stderr, "unhunch-window:", err) // it goes on in English
	}
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
	flags.Usage = func() {
		fmt.Fprintln(stderr, catalog.L("Usage: {{.Line}}", catalog.D{"Line": "unhunch-window [--screen SCREEN] [--part PART] [FILE.ics]"}))
		flags.PrintDefaults()
	}
	screen := flags.String("screen", "", catalog.L("the `SCREEN` to open: {{.Screens}}", catalog.D{"Screens": names()}))
	part := flags.String("part", "", catalog.L("the `PART` of the screen to show, such as tip:T27"))
	routine := flags.String("routine", "", catalog.L("the stretch `ROUTINE` to play, or suggested"))
	show := flags.Bool("version", false, catalog.L("print the version and exit"))
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
	if at == ui.Import && *part != "" {
		*part = absolute(*part)
	}
	file, isFile, badFile := "", false, error(nil)
	if flags.NArg() == 1 && *screen == "" && *part == "" {
		file, isFile, badFile = control.CalendarFile(flags.Arg(0))
	}
	switch {
	case badFile != nil:
		fmt.Fprintln(stderr, "unhunch-window:", badFile)
		return 2
	case isFile:
		at, *part = ui.Import, file
	case flags.NArg() > 0:
		complain(stderr, catalog.L("{{.Given}} makes no sense here", catalog.D{"Given": strconv.Quote(flags.Arg(0))}), "unhunch-window --screen today")
		return 2
	case !ok:
		complain(stderr, catalog.L("there is no screen {{.Given}}", catalog.D{"Given": strconv.Quote(*screen)}),
			catalog.L("the screens are {{.Screens}}", catalog.D{"Screens": names()}))
		return 2
	}

	dir, err := control.Dir()
	if err != nil {
		fmt.Fprintln(stderr, "unhunch-window:", err)
		return 1
	}
	claim, err := claimOrRaise(dir, control.OpenRequest{Screen: string(at), Part: *part, Routine: *routine, Token: os.Getenv("XDG_ACTIVATION_TOKEN")})
	if err != nil {
		fmt.Fprintln(stderr, "unhunch-window:", err)
		return 1
	}
	if claim == nil {
		return 0
	}
	err = window(claim, at, *part, *routine)
	if err := errors.Join(err, claim.Close()); err != nil {
		fmt.Fprintln(stderr, "unhunch-window:", err)
		return 1
	}
	return 0
}

// absolute is a path that means the same in a window that was started elsewhere.
func absolute(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}

// complain says what is wrong and what to do about it.
func complain(stderr io.Writer, problem, hint string) {
	fmt.Fprintln(stderr, "unhunch-window: "+catalog.L("{{.Problem}}; hint: {{.Hint}}", catalog.D{"Problem": problem, "Hint": hint}))
}

// names lists the screens for a message.
func names() string {
	var out []string
	for _, s := range ui.Screens() {
		out = append(out, string(s))
	}
	return strings.Join(out, " ")
}

// claimOrRaise makes this the one window, or shows what was asked for in the
// one that is open and returns nil. A window that is just closing is waited
// for.
func claimOrRaise(dir string, r control.OpenRequest) (*control.Claimed, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	path, err := control.SocketPath(control.WindowSocket)
	if err != nil {
		return nil, err
	}
	for {
		claim, err := control.Claim(dir, control.WindowSocket)
		if !errors.Is(err, control.ErrRunning) {
			return claim, err
		}
		err = raise(ctx, path, r)
		if err == nil {
			return nil, nil
		}
		going := errors.Is(err, control.ErrNotRunning) || errors.Is(err, &control.Error{Code: control.CodeLost})
		if going && ctx.Err() == nil {
			// It is closing, or was claimed an instant ago and does not listen
			// yet.
			time.Sleep(50 * time.Millisecond)
			continue
		}
		return nil, fmt.Errorf("%s; hint: %s",
			catalog.L("the window that is open does not answer: {{.Problem}}", catalog.D{"Problem": err}), catalog.L("close it and try again"))
	}
}

// raise shows a screen in the window that is open already.
func raise(ctx context.Context, path string, r control.OpenRequest) error {
	c, err := control.Dial(ctx, path)
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }()
	return c.Open(ctx, r)
}
