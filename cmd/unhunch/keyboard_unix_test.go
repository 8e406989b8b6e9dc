//go:build unix

package main

import (
	"errors"
	"os"
	"testing"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// A terminal hands over key by key while it is open, and is then as it was;
// what was typed and not read is gone.
func TestKeyboard(t *testing.T) {
	person, terminal, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = person.Close(), terminal.Close() }()
	modes := func() unix.Termios {
		m, err := unix.IoctlGetTermios(int(terminal.Fd()), getTermios)
		if err != nil {
			t.Fatal(err)
		}
		return *m
	}
	before := modes()
	k, err := openKeyboard(terminal)
	if err != nil {
		t.Fatal(err)
	}
	if now := modes(); now.Lflag&(unix.ICANON|unix.ECHO) != 0 || now.Lflag&unix.ISIG == 0 {
		t.Errorf("the terminal is in mode %x", now.Lflag)
	}
	for _, c := range []struct {
		typed string
		want  []stretchKey
	}{{" ", []stretchKey{keyPause}}, {"n\x1b[D", []stretchKey{keyNext, keyBack}}, {"\x1b", []stretchKey{keyEnd}}, {"äh", []stretchKey{keyHarder}}} {
		if _, err := person.WriteString(c.typed); err != nil {
			t.Fatal(err)
		}
		for _, want := range c.want {
			if got := <-k.keys; got != want {
				t.Errorf("%q is %d, want %d", c.typed, got, want)
			}
		}
	}
	if _, err := person.WriteString("bb"); err != nil { // nobody takes them
		t.Fatal(err)
	}
	k.close()
	if _, some := <-k.keys; some {
		t.Error("a key comes from a closed keyboard")
	}
	if after := modes(); after != before {
		t.Errorf("the terminal is left as %+v, was %+v", after, before)
	}
}

func TestKeyboardOfNoTerminal(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = r.Close(), w.Close() }()
	if _, err := openKeyboard(r); !errors.Is(err, errNoKeyboard) {
		t.Errorf("%v", err)
	}
	if isTerminal(r) {
		t.Error("a pipe is a terminal")
	}
}
