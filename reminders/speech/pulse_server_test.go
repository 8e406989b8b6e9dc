//go:build !windows && !darwin

package speech

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPulseServers(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want []address
	}{
		{nil, []address{{"unix", "/run/user/1000/pulse/native"}, {"unix", "/run/pulse/native"}}},
		{map[string]string{"XDG_RUNTIME_DIR": "/x"}, []address{{"unix", "/x/pulse/native"}, {"unix", "/run/pulse/native"}}},
		{map[string]string{"XDG_RUNTIME_DIR": "/x", "PULSE_RUNTIME_PATH": "/y"}, []address{{"unix", "/y/native"}, {"unix", "/run/pulse/native"}}},
		{map[string]string{"XDG_RUNTIME_DIR": "relative"}, []address{{"unix", "/run/pulse/native"}}},
		{map[string]string{"XDG_RUNTIME_DIR": "/x", "PULSE_SERVER": " "}, []address{{"unix", "/x/pulse/native"}, {"unix", "/run/pulse/native"}}},
		{map[string]string{"PULSE_SERVER": "/s"}, []address{{"unix", "/s"}}},
		{map[string]string{"PULSE_SERVER": "unix:/s tcp:host tcp4:host:99 tcp6:[::1] {here}/h {there}/t"}, []address{
			{"unix", "/s"}, {"tcp", "host:4713"}, {"tcp4", "host:99"}, {"tcp6", "[::1]:4713"}, {"unix", "/h"},
		}},
		{map[string]string{"PULSE_SERVER": "{here {} {here} unix: tcp: gopher:x"}, nil},
	} {
		got := pulseServers(func(k string) string { return c.env[k] }, 1000, "here")
		if !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.env, got, c.want)
		}
	}
}

// Whatever PULSE_SERVER says, what is made of it can be dialled.
func TestAnyServerString(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, a := range serverString(rapid.StringMatching(`([{}/:\[\]x ]|unix:|tcp6?:|here){0,12}`).Draw(t, "PULSE_SERVER"), "here") {
			if a.place == "" || (a.network == "unix") == strings.HasPrefix(a.network, "tcp") {
				t.Fatalf("%+v", a)
			}
		}
	})
}

func TestPulseCookie(t *testing.T) {
	dir := t.TempDir()
	env := map[string]string{"HOME": dir}
	cookie := func() []byte { return pulseCookie(func(k string) string { return env[k] }) }
	if c := cookie(); !bytes.Equal(c, make([]byte, cookieSize)) {
		t.Errorf("without a file: %v", c)
	}
	write := func(path string, b []byte) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	old, usual, own := bytes.Repeat([]byte{1}, cookieSize), bytes.Repeat([]byte{2}, cookieSize), bytes.Repeat([]byte{3}, cookieSize)
	write(filepath.Join(dir, ".pulse-cookie"), old)
	write(filepath.Join(dir, ".config/pulse/cookie"), usual[1:])
	if !bytes.Equal(cookie(), old) {
		t.Error("a cookie of the wrong length was taken")
	}
	write(filepath.Join(dir, ".config/pulse/cookie"), usual)
	if !bytes.Equal(cookie(), usual) {
		t.Error("the usual cookie was not taken")
	}
	env["XDG_CONFIG_HOME"] = filepath.Join(dir, "elsewhere")
	if !bytes.Equal(cookie(), old) {
		t.Error("XDG_CONFIG_HOME was not heeded")
	}
	env["PULSE_COOKIE"] = filepath.Join(dir, "own")
	write(env["PULSE_COOKIE"], own)
	if !bytes.Equal(cookie(), own) {
		t.Error("PULSE_COOKIE was not heeded")
	}
}

// Frames pass whole however they are cut, and nothing after a head that cannot
// be one.
func TestFrames(t *testing.T) {
	frame := func(stream uint32, body []byte) []byte {
		b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
		b = binary.BigEndian.AppendUint32(b, stream)
		return append(append(b, make([]byte, 12)...), body...)
	}
	rapid.Check(t, func(t *rapid.T) {
		var all []byte
		for range rapid.IntRange(0, 5).Draw(t, "frames") {
			all = append(all, frame(0xFFFFFFFF, rapid.SliceOfN(rapid.Byte(), 0, 100).Draw(t, "body"))...)
		}
		bad := rapid.Bool().Draw(t, "bad")
		sent := slices.Clone(all)
		if bad {
			sent = append(sent, frame(rapid.Uint32Range(0, 100).Draw(t, "stream"), []byte("sound"))...)
		}
		whole := slices.Clone(sent)
		cut := rapid.IntRange(1, 50).Draw(t, "cut")
		here, there := net.Pipe()
		go func() {
			defer there.Close()
			for len(sent) > 0 {
				n := min(cut, len(sent))
				if _, err := there.Write(sent[:n]); err != nil {
					return
				}
				sent = sent[n:]
			}
		}()
		f := newFrames(here)
		got, err := io.ReadAll(f)
		ok := err == nil && bytes.Equal(got, all)
		if bad { // all but the last byte of the bad head may have passed
			ok = errors.Is(err, errNotPulse) && bytes.HasPrefix(whole, got) && len(got) < len(all)+frameHead
		}
		if !ok {
			t.Fatalf("%d of %d bytes passed: %v", len(got), len(all), err)
		}
		<-f.over
	})
}
