package settings

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The test binary started with these in its environment edits a file: on and
// on, or with files limited to so many bytes, which is a full disk to it.
const (
	editForever = "UNHUNCH_TEST_EDIT_FOREVER"
	editLimited = "UNHUNCH_TEST_EDIT_LIMITED"
)

func TestMain(m *testing.M) {
	if file := os.Getenv(editForever); file != "" {
		for n := 1; ; n = n%59 + 1 {
			value := fmt.Sprintf("%dm", n)
			if _, err := Edit(file, "snooze", value); err != nil {
				fmt.Println(err)
				os.Exit(1)
			}
			fmt.Println(value)
		}
	}
	if file := os.Getenv(editLimited); file != "" {
		signal.Ignore(syscall.SIGXFSZ)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 20, Max: 20}); err != nil {
			panic(err)
		}
		_, err := Edit(file, "posture.every", "20m")
		fmt.Fprintln(os.Stderr, err) // a pipe has no size
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// Killed at any moment, the file is whole and holds what was acknowledged, or
// the one after it.
func TestKilledWhileEditing(t *testing.T) {
	file := filepath.Join(t.TempDir(), "settings.toml")
	const rest = "# keep me\n[posture]\nevery = \"20m\" # and me\n"
	write(t, file, "snooze = \"59m\"\n"+rest)
	for range 12 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), editForever+"="+file)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		from := bufio.NewReader(out)
		first, err := from.ReadString('\n')
		if err != nil {
			t.Fatal(err)
		}
		time.AfterFunc(time.Duration(rand.IntN(40_000))*time.Microsecond, func() { _ = cmd.Process.Kill() })
		said, err := io.ReadAll(from)
		_ = cmd.Wait() // it was killed
		if err != nil || strings.Contains(string(said), "hint") {
			t.Fatalf("%s %v", said, err)
		}
		s, problems, err := Load(file)
		if err != nil || problems != nil {
			t.Fatalf("after the kill: %v, %v", problems, err)
		}
		if got := content(t, file); !strings.HasSuffix(got, rest) {
			t.Fatalf("after the kill the file is %q", got)
		}
		lines := strings.Fields(first + string(said))
		var last int
		if _, err := fmt.Sscanf(lines[len(lines)-1], "%dm", &last); err != nil {
			t.Fatal(err)
		}
		if got := int(s.Snooze.Minutes()); got != last && got != last%59+1 {
			t.Errorf("%d minutes were acknowledged, the file has %d", last, got)
		}
	}
	if _, err := Edit(file, "settle", "2m"); err != nil {
		t.Errorf("the killed left a lock: %v", err)
	}
	names(t, filepath.Dir(file), ".settings.toml.lock", "settings.toml")
}

func TestDiskFull(t *testing.T) {
	file := filepath.Join(t.TempDir(), "settings.toml")
	const before = "# a comment longer than what may be written\nsnooze = \"5m\"\n"
	write(t, file, before)
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), editLimited+"="+file)
	said, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(said), "not saved") || !strings.Contains(string(said), "hint: check that you may write") {
		t.Errorf("it said %q, %v", said, err)
	}
	if got := content(t, file); got != before {
		t.Errorf("the file became %q", got)
	}
	names(t, filepath.Dir(file), ".settings.toml.lock", "settings.toml")
}

// asSomebody runs f with the file rights of a person without special ones,
// also where the tests run as root.
func asSomebody(t *testing.T, f func()) {
	t.Helper()
	done := make(chan error)
	go func() {
		runtime.LockOSThread() // the thread, never unlocked, ends with its rights
		var err error
		if os.Geteuid() == 0 {
			err = syscall.Setfsuid(65534)
		}
		if err == nil {
			f()
		}
		done <- err
	}()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

func TestReadOnlyFolder(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "settings.toml")
	write(t, file, "snooze = \"5m\"\n")
	for _, path := range []string{dir, filepath.Dir(dir)} {
		if err := os.Chmod(path, 0o555); err != nil {
			t.Fatal(err)
		}
	}
	asSomebody(t, func() {
		for _, path := range []string{file, filepath.Join(dir, "new", "settings.toml")} {
			if _, err := Edit(path, "snooze", "6m"); err == nil || !strings.Contains(err.Error(), "permission denied") || !strings.Contains(err.Error(), "hint: check that you may write to "+filepath.Dir(path)) {
				t.Errorf("editing %s: %v", path, err)
			}
		}
		if s, _, err := Load(file); err != nil || s.Snooze != 5*time.Minute {
			t.Errorf("%v, %v", s.Snooze, err)
		}
	})
	for _, path := range []string{filepath.Dir(dir), dir} {
		if err := os.Chmod(path, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if got := content(t, file); got != "snooze = \"5m\"\n" {
		t.Errorf("the file became %q", got)
	}
}

func TestUnreadableFile(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "settings.toml")
	write(t, file, "snooze = \"5m\"\n")
	pipe := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Load(pipe); err == nil || !strings.Contains(err.Error(), "not a plain file") {
		t.Errorf("a pipe: %v", err)
	}
	if err := os.Chmod(file, 0); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil {
		t.Fatal(err)
	}
	asSomebody(t, func() {
		if _, _, err := Load(file); err == nil || !strings.Contains(err.Error(), "permission denied") {
			t.Errorf("no right to read: %v", err)
		}
	})
}
