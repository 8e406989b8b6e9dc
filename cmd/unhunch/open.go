package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/control"
)

// screens are the window's, in the order of its rail.
var screens = []string{"today", "posture", "stretch", "relief", "massage", "journal", "settings"}

func (a *app) openCommand() *cobra.Command {
	return &cobra.Command{
		Use:       "open [SCREEN|FILE.ics]",
		Short:     catalog.L("Open the window ({{.Screens}}), or show what is in a calendar file", catalog.D{"Screens": strings.Join(screens, " ")}),
		ValidArgs: screens,
		Args:      cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			screen := ""
			if len(args) == 1 {
				screen = args[0]
				if path, is, err := calendarFile(screen); is || err != nil {
					return a.openCalendar(cmd.Context(), screen, path, err)
				}
				if !slices.Contains(screens, screen) {
					return wrong(catalog.L("the screens are {{.Screens}}", catalog.D{"Screens": strings.Join(screens, ", ")}),
						catalog.L("there is no screen {{.Given}}", catalog.D{"Given": quoted(screen)}))
				}
			}
			return a.start(cmd.Context(), screen)
		},
	}
}

// start is what a person means by starting Unhunch: reminders run, and the
// window is open. Without a display it reminds in the terminal.
func (a *app) start(ctx context.Context, screen string) error {
	if !hasDisplay() {
		fmt.Fprintln(a.err, catalog.L("There is no display, so there is no window: reminding in this terminal. Ctrl+C ends it."))
		err := a.runAgent(ctx, true)
		var running *control.RunningError
		if errors.As(err, &running) {
			return &worded{hinted(err.Error(), catalog.L("unhunch status shows what it does, unhunch quit stops it")), err}
		}
		return err
	}
	if err := startAgent(ctx); err != nil {
		return err
	}
	return openWindow(control.OpenRequest{Screen: screen, Token: os.Getenv("XDG_ACTIVATION_TOKEN")})
}

// calendarFile is control.CalendarFile, which tells the path of a calendar file.
func calendarFile(arg string) (path string, is bool, err error) {
	if path, is, err = control.CalendarFile(arg); err != nil {
		err = &usageError{err: err}
	}
	return path, is, err
}

// openCalendar shows a calendar file in the window; arg is what it was called.
func (a *app) openCalendar(ctx context.Context, arg, path string, err error) error {
	if err != nil {
		return err
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return noFile(arg, err)
	case info.IsDir():
		return wrong(catalog.L("name the file"), catalog.L("{{.File}} is a folder", catalog.D{"File": arg}))
	case !hasDisplay():
		return errors.New(hinted(catalog.L("there is no display to open a window on"),
			catalog.L("in the terminal it is {{.Command}}", catalog.D{"Command": "unhunch appointment import " + arg})))
	}
	if err := startAgent(ctx); err != nil {
		return err
	}
	return openWindow(control.OpenRequest{Screen: control.ImportScreen, Part: path, Token: os.Getenv("XDG_ACTIVATION_TOKEN")})
}

// noFile is a file that was named and cannot be read.
func noFile(name string, err error) error {
	hint := catalog.L("check that you may read it")
	if errors.Is(err, fs.ErrNotExist) {
		hint = catalog.L("check how its name is written")
	}
	return misuse(hint, "%s: %w", name, bareCause(err))
}

// bareCause is what went wrong with a file, without its name.
func bareCause(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// hasDisplay tells whether a window can be shown.
func hasDisplay() bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// openWindow shows a screen of the window: of the one that is open, or of a
// new one.
func openWindow(r control.OpenRequest) error {
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	path, err := control.SocketPath(control.WindowSocket)
	if err != nil {
		return err
	}
	c, err := control.Dial(ctx, path)
	if err == nil {
		defer func() { _ = c.Close() }()
		err = c.Open(ctx, r)
	}
	// One that is just closing has lost the connection, or says that it is not
	// there; the new window waits for it.
	gone := errors.Is(err, control.ErrNotRunning) || errors.Is(err, &control.Error{Code: control.CodeLost})
	if err == nil || !gone {
		return err
	}
	if !hasDisplay() {
		return errors.New(hinted(catalog.L("there is no display to open a window on"), catalog.L("unhunch status works in the terminal")))
	}
	program, err := control.FindProgram(control.WindowProgram)
	if err != nil {
		return err
	}
	args := []string{}
	if r.Screen != "" {
		args = append(args, "--screen", r.Screen)
	}
	if r.Part != "" {
		args = append(args, "--part", r.Part)
	}
	if r.Routine != "" {
		args = append(args, "--routine", r.Routine)
	}
	cmd := exec.Command(program, args...) //nolint:gosec,noctx // our own program; it outlives us
	cmd.Env = os.Environ()
	if r.Token != "" {
		cmd.Env = append(cmd.Env, "XDG_ACTIVATION_TOKEN="+r.Token, "DESKTOP_STARTUP_ID="+r.Token)
	}
	_, err = control.StartDetached(cmd, "window")
	return err
}

// startWithin is how long a started agent has to answer.
const startWithin = 10 * time.Second

func startAgent(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, startWithin)
	defer cancel()
	return control.StartAgent(ctx)
}
