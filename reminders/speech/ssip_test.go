//go:build !windows && !darwin

package speech

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// dispatcher plays speech-dispatcher on one connection.
type dispatcher struct {
	mu      sync.Mutex
	heard   []string          // the commands
	spoken  []string          // the texts
	answers map[string]string // to commands; nothing: hang; hang up: close
	events  func(id string) string
	n       int
	done    chan struct{}
}

// calls starts one and returns our side of the connection to it.
func (d *dispatcher) calls(t *testing.T) net.Conn {
	t.Helper()
	here, there := net.Pipe()
	d.done = make(chan struct{})
	go func() {
		defer close(d.done)
		defer there.Close()
		d.serve(there)
	}()
	t.Cleanup(func() { here.Close(); <-d.done })
	return here
}

func (d *dispatcher) serve(c net.Conn) {
	r := bufio.NewReader(c)
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			return
		}
		line = strings.TrimSuffix(line, "\r\n")
		d.mu.Lock()
		d.heard = append(d.heard, line)
		answer, scripted := d.answers[line]
		d.mu.Unlock()
		switch {
		case scripted && answer == "":
			_, _ = io.Copy(io.Discard, r)
			return
		case answer == "hang up":
			return
		case scripted:
		case line == "SPEAK":
			d.speak(c, r)
			continue
		case line == "LIST OUTPUT_MODULES":
			answer = "250-espeak-ng\r\n250-dummy\r\n250 OK MODULE LIST SENT\r\n"
		case line == "QUIT":
			_, _ = io.WriteString(c, "231 HAPPY HACKING\r\n")
			return
		default:
			answer = "200 OK\r\n"
		}
		if _, err := io.WriteString(c, answer); err != nil {
			return
		}
	}
}

func (d *dispatcher) speak(c net.Conn, r *bufio.Reader) {
	_, _ = io.WriteString(c, "230 OK RECEIVING DATA\r\n")
	var text strings.Builder
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			return
		}
		if line == ".\r\n" {
			break
		}
		text.WriteString(strings.TrimPrefix(line, "."))
	}
	d.mu.Lock()
	d.n++
	id := string(rune('0' + d.n))
	d.spoken = append(d.spoken, strings.TrimSuffix(text.String(), "\r\n"))
	events := d.events
	d.mu.Unlock()
	answer := "225-" + id + "\r\n225 OK MESSAGE QUEUED\r\n702-" + id + "\r\n702-1\r\n702 END\r\n"
	if events != nil {
		answer = events(id)
	}
	_, _ = io.WriteString(c, answer)
}

func (d *dispatcher) told() (heard, spoken []string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.heard), slices.Clone(d.spoken)
}

const soon = 10 * time.Second // more than any answer takes on a busy computer

func TestSSIP(t *testing.T) {
	var d dispatcher
	c, err := newSSIP(t.Context(), d.calls(t), soon)
	if err != nil {
		t.Fatal(err)
	}
	if with, err := c.synthesizers(t.Context()); err != nil || !slices.Equal(with, []string{"espeak-ng"}) {
		t.Errorf("synthesizers %q, %v", with, err)
	}
	for _, s := range []sentence{{"Reach up.", "en", 70}, {".hidden", "en", 70}, {".", "de-AT", 100}, {"Lauter?", "", 0}} {
		if err := c.speak(t.Context(), s); err != nil {
			t.Errorf("%q: %v", s.text, err)
		}
	}
	c.close()
	<-d.done
	heard, spoken := d.told()
	if want := []string{"Reach up.", ".hidden", ".", "Lauter?"}; !slices.Equal(spoken, want) {
		t.Errorf("spoken %q, want %q", spoken, want)
	}
	if !strings.HasPrefix(heard[0], "SET SELF CLIENT_NAME ") || !strings.HasSuffix(heard[0], ":unhunch:cues") {
		t.Errorf("introduced with %q", heard[0])
	}
	want := []string{
		"SET SELF PRIORITY message", "SET SELF NOTIFICATION END on", "SET SELF NOTIFICATION CANCEL on", "LIST OUTPUT_MODULES",
		"SET SELF LANGUAGE en", "SET SELF VOLUME 40", "SPEAK", "SPEAK", "SET SELF LANGUAGE de-AT", "SET SELF VOLUME 100", "SPEAK",
		"SET SELF VOLUME -100", "SPEAK", "QUIT",
	}
	if !slices.Equal(heard[1:], want) {
		t.Errorf("heard\n%q, want\n%q", heard[1:], want)
	}
}

// What the server tells between, before and instead of an answer.
func TestSSIPEvents(t *testing.T) {
	for name, c := range map[string]struct {
		events string
		err    error
	}{
		"the end before the answer": {"701-1\r\n701-9\r\n701 BEGIN\r\n702-1\r\n702-9\r\n702 END\r\n225-1\r\n225 OK\r\n", nil},
		"a screen reader's hush":    {"225-1\r\n225 OK\r\n703-1\r\n703-9\r\n703 CANCELED\r\n", nil},
		"the end of another":        {"225-1\r\n225 OK\r\n702-7\r\n702-9\r\n702 END\r\n702-1\r\n702-9\r\n702 END\r\n", nil},
		"an event without values":   {"702 END\r\n225-1\r\n225 OK\r\n702-1\r\n702-9\r\n702 END\r\n", nil},
		"an answer nobody asked":    {"225-1\r\n225 OK\r\n200 OK\r\n", errNotSSIP},
		"a message without number":  {"225 OK MESSAGE QUEUED\r\n", errNotSSIP},
		"garbage":                   {"\x00\xff\r\n", errNotSSIP},
		"half of an answer, no end": {"225-1\r\n225", io.EOF},
	} {
		t.Run(name, func(t *testing.T) {
			d := dispatcher{events: func(string) string { return c.events }}
			if errors.Is(c.err, io.EOF) {
				d.events = nil
				d.answers = map[string]string{"SPEAK": "hang up"}
			}
			s, err := newSSIP(t.Context(), d.calls(t), soon)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.speak(t.Context(), sentence{"Reach up.", "", 50}); !errors.Is(err, c.err) {
				t.Errorf("%v, want %v", err, c.err)
			}
			s.close()
		})
	}
}

func TestSSIPRefusals(t *testing.T) {
	d := dispatcher{answers: map[string]string{
		"SET SELF LANGUAGE xx": "409 ERR NO SUCH LANGUAGE\r\n",
		"SET SELF VOLUME 0":    "412 ERR VOLUME TOO LOW\r\n",
	}}
	c, err := newSSIP(t.Context(), d.calls(t), soon)
	if err != nil {
		t.Fatal(err)
	}
	// A language or volume it does not have is no reason to be silent.
	if err := c.speak(t.Context(), sentence{"Still.", "xx", 50}); err != nil {
		t.Error(err)
	}
	d.mu.Lock()
	d.answers["SPEAK"] = "300 ERR INTERNAL\r\n"
	d.mu.Unlock()
	if err := c.speak(t.Context(), sentence{"Not.", "xx", 50}); !errors.As(err, new(refusal)) || !strings.Contains(err.Error(), "INTERNAL") {
		t.Errorf("%v", err)
	}
	c.close()

	strict := dispatcher{answers: map[string]string{"SET SELF PRIORITY message": "408 ERR UNKNOWN PRIORITY\r\n"}}
	if _, err := newSSIP(t.Context(), strict.calls(t), soon); !errors.As(err, new(refusal)) {
		t.Errorf("an introduction that is refused: %v", err)
	}
}

// A server that does not answer is given up, by its time or by ours.
func TestSSIPHangs(t *testing.T) {
	for _, command := range []string{"SET SELF PRIORITY message", "SET SELF VOLUME 0", "SPEAK"} {
		for _, ours := range []bool{false, true} {
			d := dispatcher{answers: map[string]string{command: ""}}
			ctx, cancel := context.WithCancel(t.Context())
			within, want := 50*time.Millisecond, error(nil)
			if ours {
				within, want = time.Hour, context.Canceled
				time.AfterFunc(50*time.Millisecond, cancel)
			}
			c, err := newSSIP(ctx, d.calls(t), within)
			if err == nil {
				err = c.speak(ctx, sentence{"Nobody listens.", "", 50})
				c.close()
			}
			if ours && !errors.Is(err, want) || !ours && !timeout(err) {
				t.Errorf("%s, ours %v: %v", command, ours, err)
			}
			cancel()
		}
	}
}

// Falling silent cancels what the server has, and the connection stays good.
func TestSSIPCancel(t *testing.T) {
	d := dispatcher{events: func(id string) string {
		return "225-" + id + "\r\n225 OK MESSAGE QUEUED\r\n701-" + id + "\r\n701" // the rest comes with the answer to CANCEL
	}}
	d.answers = map[string]string{"CANCEL SELF": "-9\r\n701 BEGIN\r\n703-1\r\n703-9\r\n703 CANCELED\r\n213 OK CANCELED\r\n"}
	c, err := newSSIP(t.Context(), d.calls(t), soon)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	if err := c.speak(ctx, sentence{"Cut me short.", "", 50}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	d.mu.Lock()
	d.events = nil
	d.mu.Unlock()
	if err := c.speak(t.Context(), sentence{"And on.", "", 50}); err != nil {
		t.Errorf("afterwards: %v", err)
	}
	c.close()
	heard, _ := d.told()
	if !slices.Contains(heard, "CANCEL SELF") {
		t.Errorf("heard %q", heard)
	}
}

func TestSpeechdAddress(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want address
	}{
		{map[string]string{"XDG_RUNTIME_DIR": "/x"}, address{"unix", "/x/speech-dispatcher/speechd.sock"}},
		{map[string]string{"HOME": "/h"}, address{"unix", "/h/.cache/speech-dispatcher/speechd.sock"}},
		{map[string]string{"XDG_CACHE_HOME": "/c"}, address{"unix", "/c/speech-dispatcher/speechd.sock"}},
		{map[string]string{"SPEECHD_ADDRESS": "unix_socket:/s", "XDG_RUNTIME_DIR": "/x"}, address{"unix", "/s"}},
		{map[string]string{"SPEECHD_ADDRESS": "unix_socket", "XDG_RUNTIME_DIR": "/x"}, address{"unix", "/x/speech-dispatcher/speechd.sock"}},
		{map[string]string{"SPEECHD_ADDRESS": "inet_socket"}, address{"tcp", "localhost:6560"}},
		{map[string]string{"SPEECHD_ADDRESS": "inet_socket:host"}, address{"tcp", "host:6560"}},
		{map[string]string{"SPEECHD_ADDRESS": "inet_socket:host:99"}, address{"tcp", "host:99"}},
		{map[string]string{"SPEECHD_ADDRESS": "inet_socket::99"}, address{"tcp", "localhost:99"}},
		{map[string]string{"SPEECHD_ADDRESS": "nonsense:x", "XDG_RUNTIME_DIR": "/x"}, address{"unix", "/x/speech-dispatcher/speechd.sock"}},
	} {
		if got := speechdAddress(func(k string) string { return c.env[k] }); got != c.want {
			t.Errorf("%v: %v, want %v", c.env, got, c.want)
		}
	}
}
