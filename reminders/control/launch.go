package control

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	"github.com/unhunch/unhunch/reminders/folders"
)

// The programs. Each starts the other when it is needed.
const (
	AgentProgram  = "unhunch"
	WindowProgram = "unhunch-window"
)

// FindProgram is where one of our programs is: beside the running one, or on the
// path.
func FindProgram(name string) (string, error) {
	file := name
	if runtime.GOOS == "windows" {
		file += ".exe"
	}
	if self, err := os.Executable(); err == nil {
		if real, err := filepath.EvalSymlinks(self); err == nil {
			self = real
		}
		beside := filepath.Join(filepath.Dir(self), file)
		if info, err := os.Stat(beside); err == nil && info.Mode().IsRegular() {
			return beside, nil
		}
	}
	if found, err := exec.LookPath(file); err == nil {
		return found, nil
	}
	return "", fmt.Errorf("the program %s is not installed; hint: put it beside the other Unhunch program or on the path", name)
}

// LogPath is where a program in the background writes what goes wrong:
// $XDG_STATE_HOME/unhunch/NAME.log, by the environment as it is now.
func LogPath(name string) string {
	return filepath.Join(folders.State(), name+".log")
}

// keepLog is how long a log may grow before it begins anew.
const keepLog = 1 << 20

// StartDetached starts a program that goes on by itself, its output in the log of
// that name. The channel tells when and how it ends, to whoever is still
// there; it need not be read.
func StartDetached(cmd *exec.Cmd, log string) (<-chan error, error) {
	path := LogPath(log)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	flags := os.O_CREATE | os.O_WRONLY | os.O_APPEND
	if info, err := os.Stat(path); err == nil && info.Size() > keepLog {
		flags |= os.O_TRUNC
	}
	f, err := os.OpenFile(path, flags, 0o600) //nolint:gosec // a place of our own
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	cmd.Stdout, cmd.Stderr = f, f
	detach(cmd)
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("%s could not be started: %w", filepath.Base(cmd.Path), err)
	}
	// The agent outlives its windows: without a wait they would stay behind
	// as zombies.
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	return ended, nil
}

// StartAgent starts the agent in the background unless it runs, and waits until it
// answers, or until ctx ends.
func StartAgent(ctx context.Context) error {
	if err := answers(ctx); !errors.Is(err, ErrNotRunning) {
		return err
	}
	program, err := FindProgram(AgentProgram)
	if err != nil {
		return err
	}
	ended, err := StartDetached(exec.Command(program, "agent"), "agent") //nolint:gosec,noctx // our own program; it outlives us
	if err != nil {
		return err
	}
	for {
		err := answers(ctx)
		if err == nil || ctx.Err() == nil && !errors.Is(err, ErrNotRunning) {
			return err
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("the reminders did not start in time; hint: %s says why", LogPath("agent"))
		case err := <-ended:
			if answers(ctx) == nil {
				return nil // another start was faster
			}
			if err == nil {
				err = errors.New("without saying why")
			}
			return fmt.Errorf("the reminders ended at once: %w; hint: see %s", err, LogPath("agent"))
		case <-time.After(15 * time.Millisecond):
		}
	}
}

// answers tells whether an agent answers.
func answers(ctx context.Context) error {
	path, err := SocketPath(AgentSocket)
	if err != nil {
		return err
	}
	c, err := Dial(ctx, path)
	if err != nil {
		return err
	}
	return c.Close()
}
