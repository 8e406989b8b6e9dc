//go:build !windows && !darwin

package speech

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

const (
	speechdAnswers = 2 * time.Second // a daemon that takes longer is taken for dead
	speechdStarts  = 4 * time.Second
)

// speechdAddress is where speech-dispatcher listens: where SPEECHD_ADDRESS
// says (unix_socket:/path or inet_socket:host:port), or where its own library
// looks.
func speechdAddress(getenv func(string) string) address {
	kind, place, _ := strings.Cut(getenv("SPEECHD_ADDRESS"), ":")
	if kind == "inet_socket" {
		switch host, port, found := strings.Cut(place, ":"); {
		case place == "":
			place = "localhost:6560"
		case !found:
			place = host + ":6560"
		case host == "":
			place = "localhost:" + port
		}
		return address{"tcp", place}
	}
	if kind == "unix_socket" && place != "" {
		return address{"unix", place}
	}
	dir := getenv("XDG_RUNTIME_DIR")
	if dir == "" {
		if dir = getenv("XDG_CACHE_HOME"); dir == "" {
			dir = filepath.Join(getenv("HOME"), ".cache")
		}
	}
	return address{"unix", filepath.Join(dir, "speech-dispatcher/speechd.sock")}
}

// openSpeechd connects to speech-dispatcher, which is started if it is
// installed and does not run. It ends itself when nobody needs it.
func openSpeechd(ctx context.Context, getenv func(string) string, environ []string) (voice, error) {
	a := speechdAddress(getenv)
	c, err := dialSpeechd(ctx, a)
	if err != nil && ctx.Err() == nil && refused(err) {
		c, err = spawnSpeechd(ctx, a, environ)
	}
	if err != nil {
		return nil, err
	}
	mods, err := c.synthesizers(ctx)
	if err == nil && len(mods) == 0 {
		err = &Trouble{ErrNoSynthesizer, noSynthesizerHint}
	}
	if err != nil {
		c.close()
		return nil, err
	}
	return c, nil
}

// refused says whether nobody listens there, so that one may start it.
func refused(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "dial" && !op.Timeout()
}

func dialSpeechd(ctx context.Context, a address) (*ssip, error) {
	d := net.Dialer{Timeout: speechdAnswers}
	conn, err := d.DialContext(ctx, a.network, a.place)
	if err != nil {
		return nil, err
	}
	return newSSIP(ctx, conn, speechdAnswers)
}

// spawnSpeechd starts speech-dispatcher the way its own library does, unless
// the person has switched that off in its configuration, and connects to it.
func spawnSpeechd(ctx context.Context, a address, environ []string) (*ssip, error) {
	if a.network != "unix" {
		return nil, fmt.Errorf("speech-dispatcher does not answer at %s", a.place)
	}
	program, err := exec.LookPath("speech-dispatcher")
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, speechdStarts)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, "--spawn", "--communication-method", "unix_socket", "--socket-path", a.place)
	cmd.Dir, cmd.Env = "/", environ
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("speech-dispatcher does not start: %w", err)
	}
	// It returns when the daemon is on its way.
	for {
		c, err := dialSpeechd(ctx, a)
		if err == nil {
			return c, nil
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("speech-dispatcher was started and does not answer: %w", err)
		case <-time.After(50 * time.Millisecond):
		}
	}
}
