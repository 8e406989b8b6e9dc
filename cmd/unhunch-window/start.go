package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	"github.com/adrg/xdg"

	"github.com/unhunch/unhunch/reminders/control"
)

// startWithin is how long a started agent has to answer.
const startWithin = 10 * time.Second

// startAgent starts the agent in the background unless it runs, and waits
// until it answers.
func startAgent() error {
	ctx, cancel := context.WithTimeout(context.Background(), startWithin)
	defer cancel()
	if err := answers(ctx); !errors.Is(err, control.ErrNotRunning) {
		return err
	}
	program, err := agentProgram()
	if err != nil {
		return err
	}
	cmd := exec.Command(program, "agent") //nolint:gosec,noctx // our own program; it outlives us
	log, path, err := agentLog()
	if err != nil {
		return err
	}
	defer func() { _ = log.Close() }()
	cmd.Stdout, cmd.Stderr = log, log
	detach(cmd)
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("the reminders could not be started: %w", err)
	}
	// Without a wait it would stay behind as a zombie when it ends first.
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for {
		if err := answers(ctx); err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("the reminders did not start; hint: %s says why", path)
		case err := <-ended:
			if answers(ctx) == nil {
				return nil // another one was faster
			}
			if err == nil {
				err = errors.New("without saying why")
			}
			return fmt.Errorf("the reminders ended at once: %w; hint: see %s", err, path)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// answers tells whether an agent answers.
func answers(ctx context.Context) error {
	path, err := control.SocketPath(control.AgentSocket)
	if err != nil {
		return err
	}
	c, err := control.Dial(ctx, path)
	if err != nil {
		return err
	}
	return c.Close()
}

// agentProgram finds unhunch: beside this program, or on the path.
func agentProgram() (string, error) {
	name := "unhunch"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	if self, err := os.Executable(); err == nil {
		if real, err := filepath.EvalSymlinks(self); err == nil {
			self = real
		}
		beside := filepath.Join(filepath.Dir(self), name)
		if info, err := os.Stat(beside); err == nil && info.Mode().IsRegular() {
			return beside, nil
		}
	}
	if found, err := exec.LookPath(name); err == nil {
		return found, nil
	}
	return "", fmt.Errorf("the program %s is not installed; hint: put it beside unhunch-window or on the path", name)
}

// keepLog is how long the log may grow before it begins anew.
const keepLog = 1 << 20

// agentLog is where the agent writes what goes wrong.
func agentLog() (*os.File, string, error) {
	path := filepath.Join(xdg.StateHome, "unhunch", "agent.log")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, path, err
	}
	flags := os.O_CREATE | os.O_WRONLY | os.O_APPEND
	if info, err := os.Stat(path); err == nil && info.Size() > keepLog {
		flags |= os.O_TRUNC
	}
	f, err := os.OpenFile(path, flags, 0o600) //nolint:gosec // a place of our own
	return f, path, err
}
