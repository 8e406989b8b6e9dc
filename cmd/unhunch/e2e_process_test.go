//go:build linux

package main_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"time"
)

// process is a running program.
type process struct {
	name string
	cmd  *exec.Cmd
	log  string // the file its output goes to
	done chan struct{}
	err  error // how it ended; after done
}

// start runs a program in the background until the test ends.
func (d *desktop) start(name string, args ...string) *process {
	d.t.Helper()
	p, err := d.launch(nil, name, args...)
	if err != nil {
		d.t.Fatalf("starting %s: %v\nhint: make test installs what the tests need", name, err)
	}
	return p
}

// startTelling starts a program that says one line on file descriptor 3 when
// it is ready, and returns that line.
func (d *desktop) startTelling(name string, args ...string) string {
	d.t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	p, err := d.launch(w, name, args...)
	_ = w.Close()
	if err != nil {
		d.t.Fatalf("starting %s: %v\nhint: make test installs what the tests need", name, err)
	}
	if err := r.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
		d.t.Fatal(err)
	}
	var line []byte
	for buf := make([]byte, 256); !bytes.Contains(line, []byte("\n")); {
		n, err := r.Read(buf)
		line = append(line, buf[:n]...)
		if err != nil {
			d.t.Fatalf("%s did not start: %v\n%s", name, err, p.output())
		}
	}
	first, _, _ := strings.Cut(string(line), "\n")
	return first
}

func (d *desktop) launch(third *os.File, name string, args ...string) (*process, error) {
	log, err := os.CreateTemp(d.dir, filepath.Base(name)+"-*.log")
	if err != nil {
		return nil, err
	}
	defer func() { _ = log.Close() }()
	p := &process{name: filepath.Base(name), log: log.Name(), done: make(chan struct{})}
	p.cmd = exec.Command(name, args...)
	p.cmd.Env, p.cmd.Dir = d.env, d.path("home")
	p.cmd.Stdout, p.cmd.Stderr = log, log
	if third != nil {
		p.cmd.ExtraFiles = []*os.File{third}
	}
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	if err := onStarter(p.cmd.Start); err != nil {
		return nil, err
	}
	go func() {
		p.err = p.cmd.Wait()
		close(p.done)
	}()
	d.t.Cleanup(func() {
		p.kill()
		out := p.output()
		for _, bad := range []string{"WARNING: DATA RACE", "panic: ", "Error in Fyne call thread"} {
			if strings.Contains(out, bad) {
				d.t.Errorf("%s said %q", p.name, bad)
			}
		}
		if d.t.Failed() {
			d.t.Logf("%s (%s) said:\n%s", p.name, p.cmd.ProcessState, tail(out))
		}
	})
	return p, nil
}

// The programs a test starts must not outlive it, not even one that ends by a
// timeout. Linux ties that wish to the thread which started them, so one
// thread that never ends starts them all.
var starter = sync.OnceValue(func() chan func() {
	jobs := make(chan func())
	go func() {
		runtime.LockOSThread()
		for job := range jobs {
			job()
		}
	}()
	return jobs
})

func onStarter(f func() error) error {
	result := make(chan error)
	starter() <- func() { result <- f() }
	return <-result
}

// kill ends the process and its children at once, if it still runs.
func (p *process) kill() {
	_ = syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL)
	<-p.done
}

// signal sends the process a signal.
func (p *process) signal(s syscall.Signal) error { return p.cmd.Process.Signal(s) }

// ended waits for the process to end, and returns its exit code, or -1 if it
// did not end in time or died of a signal.
func (p *process) ended(within time.Duration) int {
	select {
	case <-p.done:
		return p.cmd.ProcessState.ExitCode()
	case <-time.After(within):
		return -1
	}
}

func (p *process) state() string {
	select {
	case <-p.done:
		return "ended: " + p.cmd.ProcessState.String()
	default:
		return "running"
	}
}

func (p *process) output() string {
	text, err := os.ReadFile(p.log)
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// tail keeps a failure's report short.
func tail(text string) string {
	const limit = 3000
	if len(text) > limit {
		return "… " + text[len(text)-limit:]
	}
	return text
}
