//go:build linux

package speech

import (
	"context"
	"errors"
	"io"
	"math"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/desktoptest"
)

// TestChimesAreHeard plays every chime through a real sound server and listens
// to what comes out of it.
func TestChimesAreHeard(t *testing.T) {
	p := newPlace(t)
	p.soundServer(t)
	e := p.listen(t)
	o := p.options(t)
	s := speaker(t, o)
	for _, c := range Chimes() {
		e.forget()
		s.Chime(c)
		finish(t, s)
		desktoptest.Until(t, string(c)+" to be recorded", func() bool {
			return len(e.all()) > samplesIn(c.Length()) && power(e.sound(), pitches[c][0]) > 0
		})
		desktoptest.Until(t, "silence after it", func() bool { s := e.all(); return peak(s[len(s)-min(len(s), 2000):]) == 0 })
		heard, played := e.sound(), c.Samples(100)
		if off := len(heard) - len(played); off < -samplesIn(20*time.Millisecond) || off > samplesIn(20*time.Millisecond) {
			t.Errorf("%s: heard %d samples of %d", c, len(heard), len(played))
		}
		for _, hz := range pitches[c] {
			if got, want := power(heard, hz), power(played, hz); math.Abs(got-want) > want/10 {
				t.Errorf("%s: %.0f Hz has an amplitude of %.3f, want %.3f", c, hz, got, want)
			}
		}
	}

	// Half the volume is an eighth of the amplitude.
	full := peak(Start.Samples(100))
	o.Volume = 50
	s.Set(o)
	e.forget()
	s.Chime(Start)
	finish(t, s)
	desktoptest.Until(t, "the quiet chime", func() bool { return len(e.sound()) > samplesIn(Start.Length())*9/10 })
	if p := float64(peak(e.sound())) / float64(full); math.Abs(p-0.125) > 0.01 {
		t.Errorf("at half the volume the peak is %.3f of that at full, want 0.125", p)
	}
}

// Chimes that follow quickly ring into each other.
func TestChimesOverlap(t *testing.T) {
	p := newPlace(t)
	p.soundServer(t)
	e := p.listen(t)
	s := speaker(t, p.options(t))
	s.Chime(End)
	time.Sleep(100 * time.Millisecond)
	s.Chime(Change)
	finish(t, s)
	desktoptest.Until(t, "both", func() bool { return len(e.sound()) > samplesIn(End.Length())*9/10 })
	if heard := e.sound(); len(heard) > samplesIn(End.Length()+100*time.Millisecond) || power(heard, a5) < 3*power(End.Samples(100), a5) {
		t.Errorf("%d samples, 880 Hz with %.4f (without the second chime %.4f)", len(heard), power(heard, a5), power(End.Samples(100), a5))
	}
}

// A server that dies and comes back is found again; meanwhile there is
// silence.
func TestSoundServerRestarts(t *testing.T) {
	p := newPlace(t)
	kill := p.soundServer(t)
	p.listen(t)
	s := speaker(t, p.options(t))
	if err := s.PreviewChimes(t.Context(), Tick); err != nil {
		t.Fatal(err)
	}
	kill()
	for range 3 {
		s.Chime(Tick)
		finish(t, s)
	}
	if err := s.PreviewChimes(t.Context(), Tick); !errors.Is(err, ErrNoSound) || !strings.Contains(err.Error(), noSoundHint) {
		t.Errorf("without a server: %v", err)
	}
	p.soundServer(t)
	e := p.listen(t)
	s.Chime(Tick)
	finish(t, s)
	desktoptest.Until(t, "the chime", func() bool { return len(e.sound()) > samplesIn(Tick.Length())*9/10 })
}

// A device that is asleep gets no chimes to play when it wakes up.
func TestADeviceThatSleeps(t *testing.T) {
	p := newPlace(t)
	p.soundServer(t)
	e := p.listen(t)
	p.control(t, "suspend-sink", "desk", "1")
	o := p.options(t)
	o.late = lateChime
	s := speaker(t, o)
	for range 3 {
		s.Chime(Tick)
	}
	finish(t, s)
	if err := s.PreviewChimes(t.Context(), Tick); !errors.Is(err, ErrLate) {
		t.Errorf("on a sleeping device: %v", err)
	}
	e.forget()
	p.control(t, "suspend-sink", "desk", "0")
	desktoptest.Until(t, "the device to run again", func() bool { return len(e.all()) > samplesIn(300*time.Millisecond) })
	if p := peak(e.all()); p != 0 {
		t.Errorf("what was late is heard when the device wakes up: peak %d", p)
	}
	if err := s.PreviewChimes(t.Context(), Change); err != nil {
		t.Error(err)
	}
	desktoptest.Until(t, "the next chime", func() bool { return peak(e.all()) > 1000 })
}

func TestPULSESERVER(t *testing.T) {
	p := desk(t)
	other := place{desktoptest.ShortDir(t)}
	other.soundServer(t)
	other.listen(t)
	s := speaker(t, everything(t))
	if err := s.PreviewChimes(t.Context(), Tick); !errors.Is(err, ErrNoSound) {
		t.Errorf("with a server somewhere else: %v", err)
	}
	t.Setenv("PULSE_SERVER", "unix:"+filepath.Join(p.dir, "nobody")+" unix:"+filepath.Join(other.dir, "pulse/native"))
	if err := s.PreviewChimes(t.Context(), Tick); err != nil {
		t.Error(err)
	}
	t.Setenv("PULSE_SERVER", "nonsense")
	s = speaker(t, everything(t))
	if err := s.PreviewChimes(t.Context(), Tick); !errors.Is(err, ErrNoSound) || !strings.Contains(err.Error(), "PULSE_SERVER") {
		t.Errorf("with a server that cannot be: %v", err)
	}
}

// What listens where the sound server should be may be anything.
func TestNoSoundServerAtAll(t *testing.T) {
	p := newPlace(t)
	if err := os.Mkdir(filepath.Join(p.dir, "pulse"), 0o700); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("unix", filepath.Join(p.dir, "pulse/native"))
	if err != nil {
		t.Fatal(err)
	}
	var says string
	served := make(chan struct{})
	talks := make(chan string, 1)
	go func() {
		defer close(served)
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			switch says = <-talks; says {
			case "":
				_, _ = io.Copy(io.Discard, c) // until the other side gives up
			case "hang up":
			default:
				_, _ = io.WriteString(c, says)
				_, _ = io.Copy(io.Discard, c)
			}
			c.Close()
		}
	}()
	t.Cleanup(func() { l.Close(); <-served })
	for _, what := range []string{"", "hang up", "HTTP/1.1 400 Bad Request\r\n\r\n", strings.Repeat("\xff", 4096), strings.Repeat("\x00", 4096)} {
		o := p.options(t)
		o.late = lateChime
		s := Open(o)
		talks <- what
		s.Chime(Tick)
		finish(t, s)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestLookForSound(t *testing.T) {
	p := newPlace(t)
	if c := lookSound(t.Context(), p.getenv); !errors.Is(c.Err, ErrNoSound) || c.Hint == "" || c.Server != "" {
		t.Errorf("nothing there: %+v", c)
	}
	kill := p.soundServer(t)
	c := lookSound(t.Context(), p.getenv)
	if c.Err != nil || c.Server != "PulseAudio" || c.Version == "" || c.Device != "Desk" || c.Muted || c.Dummy || c.Hint != "" {
		t.Errorf("one device: %+v", c)
	}
	p.control(t, "set-sink-mute", "desk", "1")
	if c := lookSound(t.Context(), p.getenv); !c.Muted {
		t.Errorf("muted: %+v", c)
	}
	kill()
	kill = p.soundServer(t, "module-always-sink")
	if c := lookSound(t.Context(), p.getenv); c.Err != nil || !c.Dummy {
		t.Errorf("a server without a device, that makes one up: %+v", c)
	}
	kill()
	p.soundServer(t, "module-cli-protocol-unix")
	if c := lookSound(t.Context(), p.getenv); !errors.Is(c.Err, ErrNoDevice) || c.Server != "PulseAudio" || c.Hint == "" {
		t.Errorf("a server without a device: %+v", c)
	}
	s := speaker(t, p.options(t))
	if err := s.PreviewChimes(t.Context(), Tick); !errors.Is(err, ErrNoDevice) {
		t.Errorf("a chime without a device: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if c := Look(ctx); c.Sound.Err == nil || (c.Voice.Err == nil && c.Voice.Engine == "speech-dispatcher") {
		t.Errorf("out of time: %+v", c)
	}
}

func TestServerName(t *testing.T) {
	for in, want := range map[[2]string][2]string{
		{"pulseaudio", "16.1"}:                     {"PulseAudio", "16.1"},
		{"PulseAudio (on PipeWire 1.0.5)", "15.0"}: {"PipeWire", "1.0.5"},
		{"other", "1"}:                             {"other", "1"},
		{"", ""}:                                   {"", ""},
	} {
		if name, version := serverName(in[0], in[1]); name != want[0] || version != want[1] {
			t.Errorf("%v is %s %s, want %v", in, name, version, want)
		}
	}
}
