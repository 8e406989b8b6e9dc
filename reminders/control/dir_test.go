//go:build unix

package control

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDirInRuntimeDir(t *testing.T) {
	base := shortDir(t)
	t.Setenv("XDG_RUNTIME_DIR", base)
	want := filepath.Join(base, "unhunch")
	for _, before := range []os.FileMode{0, 0o700, 0o755, 0o777} {
		if before != 0 {
			if err := os.Chmod(want, before); err != nil {
				t.Fatal(err)
			}
		}
		dir, err := Dir()
		if err != nil || dir != want {
			t.Fatalf("%v: %s, %v", before, dir, err)
		}
		if fi, err := os.Stat(dir); err != nil || fi.Mode().Perm() != 0o700 {
			t.Errorf("%v: mode %v, %v", before, fi.Mode(), err)
		}
	}
	p, err := SocketPath(AgentSocket)
	if err != nil || p != filepath.Join(want, "agent.sock") {
		t.Errorf("%s, %v", p, err)
	}
	// The environment counts at the time of the call.
	other := shortDir(t)
	t.Setenv("XDG_RUNTIME_DIR", other)
	if dir, err := Dir(); err != nil || dir != filepath.Join(other, "unhunch") {
		t.Errorf("%s, %v", dir, err)
	}
}

func TestDirWithoutRuntimeDir(t *testing.T) {
	for _, v := range []string{"", "relative/dir", "/nowhere/at/all"} {
		t.Run(v, func(t *testing.T) {
			tmp := shortDir(t)
			t.Setenv("TMPDIR", tmp)
			t.Setenv("XDG_RUNTIME_DIR", v)
			want := filepath.Join(tmp, fmt.Sprintf("unhunch-%d", os.Geteuid()))
			for range 2 {
				dir, err := Dir()
				if err != nil || dir != want {
					t.Fatalf("%s, %v", dir, err)
				}
			}
			if fi, err := os.Stat(want); err != nil || fi.Mode().Perm() != 0o700 {
				t.Errorf("mode %v, %v", fi.Mode(), err)
			}
		})
	}
}

// Anybody may have prepared the folder among the temporary files.
func TestDirRefusesTraps(t *testing.T) {
	for name, lay := range map[string]func(string) error{
		"open to others": func(p string) error {
			if err := os.Mkdir(p, 0o700); err != nil {
				return err
			}
			return os.Chmod(p, 0o777)
		},
		"a link": func(p string) error { return os.Symlink(os.TempDir(), p) },
		"a file": func(p string) error { return os.WriteFile(p, nil, 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			tmp := shortDir(t)
			t.Setenv("TMPDIR", tmp)
			t.Setenv("XDG_RUNTIME_DIR", "")
			p := filepath.Join(tmp, tempName())
			if err := lay(p); err != nil {
				t.Fatal(err)
			}
			if dir, err := Dir(); err == nil || !strings.Contains(err.Error(), p) || !strings.Contains(err.Error(), "hint:") {
				t.Errorf("%s, %v", dir, err)
			}
		})
	}
	t.Run("somebody else's", func(t *testing.T) {
		if os.Geteuid() == 0 {
			// Only root can make one; for anybody else / itself serves.
			p := filepath.Join(shortDir(t), "d")
			if err := os.Mkdir(p, 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.Chown(p, 12345, -1); err != nil {
				t.Fatal(err)
			}
			if err := checkPrivate(p); err == nil || !strings.Contains(err.Error(), "another user") {
				t.Errorf("%v", err)
			}
			if ownDir(p) {
				t.Error("taken for our own")
			}
			return
		}
		if err := checkPrivate("/"); err == nil || !strings.Contains(err.Error(), "another user") {
			t.Errorf("%v", err)
		}
	})
}
