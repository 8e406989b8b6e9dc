package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/reminders/control"
)

// screens are the window's, in the order of its rail.
var screens = []string{"today", "posture", "stretch", "relief", "massage", "journal", "settings"}

func (a *app) openCommand() *cobra.Command {
	return &cobra.Command{
		Use:       "open [SCREEN]",
		Short:     "Open the window (today posture stretch relief massage journal settings)",
		ValidArgs: screens,
		Args:      cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			screen := ""
			if len(args) == 1 {
				screen = args[0]
				if !slices.Contains(screens, screen) {
					return misuse("the screens are "+strings.Join(screens, ", "), "there is no screen %q", screen)
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
		fmt.Fprintln(a.err, "There is no display, so there is no window: reminding in this terminal. Ctrl+C ends it.")
		err := a.runAgent(ctx, true)
		var running *control.RunningError
		if errors.As(err, &running) {
			return fmt.Errorf("%w; hint: unhunch status shows what it does, unhunch quit stops it", err)
		}
		return err
	}
	if err := startAgent(ctx, 10*time.Second); err != nil {
		return err
	}
	return openWindow(control.OpenRequest{Screen: screen, Token: os.Getenv("XDG_ACTIVATION_TOKEN")})
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
		return c.Open(ctx, r)
	}
	if !errors.Is(err, control.ErrNotRunning) {
		return err
	}
	if !hasDisplay() {
		return errors.New("there is no display to open a window on; hint: unhunch status works in the terminal")
	}
	program, err := windowProgram()
	if err != nil {
		return err
	}
	args := []string{}
	if r.Screen != "" {
		args = append(args, "--screen", r.Screen)
	}
	if r.Routine != "" {
		args = append(args, "--routine", r.Routine)
	}
	cmd := exec.Command(program, args...) //nolint:gosec,noctx // our own program; it outlives us
	cmd.Env = os.Environ()
	if r.Token != "" {
		cmd.Env = append(cmd.Env, "XDG_ACTIVATION_TOKEN="+r.Token, "DESKTOP_STARTUP_ID="+r.Token)
	}
	return launch(cmd, "window.log")
}

// windowProgram finds unhunch-window: beside this program, or on the path.
func windowProgram() (string, error) {
	name := "unhunch-window"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	if self, err := os.Executable(); err == nil {
		if real, err := filepath.EvalSymlinks(self); err == nil {
			self = real
		}
		if beside := filepath.Join(filepath.Dir(self), name); isFile(beside) {
			return beside, nil
		}
	}
	if found, err := exec.LookPath(name); err == nil {
		return found, nil
	}
	return "", fmt.Errorf("the window's program, %s, is not installed; hint: put it beside unhunch or on the path, or use unhunch status", name)
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// startAgent starts the agent in the background unless it runs, and waits
// until it answers.
func startAgent(ctx context.Context, wait time.Duration) error {
	path, err := control.SocketPath(control.AgentSocket)
	if err != nil {
		return err
	}
	answers := func() error {
		c, err := control.Dial(ctx, path)
		if err == nil {
			_ = c.Close()
		}
		return err
	}
	if err := answers(); !errors.Is(err, control.ErrNotRunning) {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	if err := launch(exec.Command(self, "agent"), "agent.log"); err != nil { //nolint:gosec,noctx // ourselves; it outlives us
		return err
	}
	for end := time.Now().Add(wait); ; {
		err := answers()
		if err == nil || !errors.Is(err, control.ErrNotRunning) {
			return err
		}
		if time.Now().After(end) {
			return fmt.Errorf("the reminders did not start; hint: %s says why", logPath("agent.log"))
		}
		time.Sleep(15 * time.Millisecond)
	}
}

// logPath is where a program in the background writes.
func logPath(name string) string {
	xdg.Reload()
	return filepath.Join(xdg.StateHome, "unhunch", name)
}

// keepLog is how long a log may grow before it begins anew.
const keepLog = 1 << 20

// launch starts a program that goes on by itself, its output in a log.
func launch(cmd *exec.Cmd, logName string) error {
	path := logPath(logName)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	flags := os.O_CREATE | os.O_WRONLY | os.O_APPEND
	if info, err := os.Stat(path); err == nil && info.Size() > keepLog {
		flags |= os.O_TRUNC
	}
	log, err := os.OpenFile(path, flags, 0o600)
	if err != nil {
		return err
	}
	defer func() { _ = log.Close() }()
	cmd.Stdout, cmd.Stderr = log, log
	detach(cmd)
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("%s could not be started: %w", filepath.Base(cmd.Path), err)
	}
	// The agent outlives its windows: without a wait they would stay behind
	// as zombies.
	go func() { _ = cmd.Wait() }()
	return nil
}
