//go:build !windows && !darwin

package speech

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// cookieSize is the length of the secret a client shows to a sound server.
const cookieSize = 256

// address is where a sound server may listen.
type address struct{ network, place string }

// pulseServers lists where to look for the sound server, best first: where
// PULSE_SERVER says and nowhere else if it says something, the session's
// socket otherwise, and the system's.
func pulseServers(getenv func(string) string, uid int, host string) []address {
	if s := getenv("PULSE_SERVER"); strings.TrimSpace(s) != "" {
		return serverString(s, host)
	}
	var dirs []string
	if dir := getenv("PULSE_RUNTIME_PATH"); dir != "" {
		dirs = append(dirs, dir)
	} else if dir := getenv("XDG_RUNTIME_DIR"); dir != "" {
		dirs = append(dirs, filepath.Join(dir, "pulse"))
	} else {
		dirs = append(dirs, filepath.Join("/run/user", strconv.Itoa(uid), "pulse"))
	}
	var all []address
	for _, dir := range append(dirs, "/run/pulse") {
		if filepath.IsAbs(dir) {
			all = append(all, address{"unix", filepath.Join(dir, "native")})
		}
	}
	return all
}

// serverString reads PULSE_SERVER: addresses with spaces between them, each
// perhaps for one host only ({host}unix:/path, tcp:host:port, /path). What
// cannot be read is left out.
func serverString(s, host string) []address {
	var all []address
	for word := range strings.FieldsSeq(s) {
		if strings.HasPrefix(word, "{") {
			only, rest, ok := strings.Cut(word[1:], "}")
			if !ok || only != host {
				continue
			}
			word = rest
		}
		kind, place, _ := strings.Cut(word, ":")
		switch {
		case strings.HasPrefix(word, "/"):
			all = append(all, address{"unix", word})
		case kind == "unix" && place != "":
			all = append(all, address{"unix", place})
		case (kind == "tcp" || kind == "tcp4" || kind == "tcp6") && place != "":
			all = append(all, address{kind, withPort(place)})
		}
	}
	return all
}

// withPort adds the protocol's port to a host without one.
func withPort(place string) string {
	const port = ":4713"
	if last := place[strings.LastIndexByte(place, ']')+1:]; !strings.Contains(last, ":") {
		return place + port
	}
	return place
}

// pulseCookie is the secret a server that does not trust the socket's owner
// asks for. One that asks for none takes any.
func pulseCookie(getenv func(string) string) []byte {
	home, config := getenv("HOME"), getenv("XDG_CONFIG_HOME")
	if config == "" {
		config = filepath.Join(home, ".config")
	}
	for _, path := range []string{getenv("PULSE_COOKIE"), filepath.Join(config, "pulse/cookie"), filepath.Join(home, ".pulse-cookie")} {
		if b, err := os.ReadFile(path); err == nil && len(b) == cookieSize {
			return b
		}
	}
	return make([]byte, cookieSize)
}
