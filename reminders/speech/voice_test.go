//go:build linux

package speech

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/desktoptest"
)

// stopSpeechd ends the speech-dispatcher that was started in the place, which
// otherwise would do so itself a little later.
func (p place) stopSpeechd(t *testing.T) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(p.dir, "speech-dispatcher/pid/speech-dispatcher.pid"))
	if err != nil {
		t.Log(err)
		return
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(b)))
	if err != nil {
		t.Fatal(err)
	}
	_ = syscall.Kill(pid, syscall.SIGTERM)
	desktoptest.Until(t, "speech-dispatcher to end", func() bool { return syscall.Kill(pid, 0) != nil })
}

// TestSpeechIsHeard lets a real speech-dispatcher, which nobody has started
// yet, speak into a real sound server.
func TestSpeechIsHeard(t *testing.T) {
	program(t, "espeak-ng")
	program(t, "speech-dispatcher")
	p := newPlace(t)
	p.soundServer(t)
	if v := lookVoice(t.Context(), p.getenv); v.Engine != "speech-dispatcher" || !v.OnDemand || v.Err != nil {
		t.Errorf("before: %+v", v)
	}
	e := p.listen(t)
	o := p.options(t)
	o.openVoice = func(ctx context.Context) (voice, error) { return openSpeechd(ctx, p.getenv, p.environ()) }
	s := speaker(t, o)
	t.Cleanup(func() { p.stopSpeechd(t) })
	if err := s.PreviewVoice(t.Context(), "Reach up."); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	desktoptest.Until(t, "the sentence", func() bool { return len(e.sound()) > Rate/3 })
	loud := peak(e.sound())
	if v := lookVoice(t.Context(), p.getenv); v.Engine != "speech-dispatcher" || !strings.Contains(v.With, "espeak-ng") || v.OnDemand || v.Err != nil {
		t.Errorf("afterwards: %+v", v)
	}

	e.forget()
	o.Volume, o.Language = 40, "de"
	s.Set(o)
	s.Say("Und strecken.")
	finish(t, s)
	desktoptest.Until(t, "the quiet sentence", func() bool { return len(e.sound()) > Rate/3 })
	if quiet := peak(e.sound()); quiet < 100 || quiet > loud*3/4 {
		t.Errorf("at 40 %% it peaks at %d, at 100 %% at %d", quiet, loud)
	}

	e.forget()
	s.Say(strings.Repeat("This sentence has no end, ", 10))
	desktoptest.Until(t, "the long sentence to begin", func() bool { return peak(e.all()) > 100 })
	s.Hush()
	finish(t, s)
	e.forget()
	desktoptest.Until(t, "silence", func() bool {
		all := e.all()
		return len(all) > Rate/2 && peak(all[len(all)-Rate/2:]) == 0
	})

	// Killed, it is started anew for the next sentence.
	p.stopSpeechd(t)
	time.Sleep(time.Until(began.Add(calmAfter)))
	e.forget()
	s.Say("And on.")
	finish(t, s)
	desktoptest.Until(t, "speech after a restart", func() bool { return len(e.sound()) > Rate/3 })
}

// commands makes a search path with these programs and no others.
func commands(t *testing.T, names ...string) {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		if err := os.Symlink(program(t, name), filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir)
}

// Without speech-dispatcher the synthesizer alone speaks.
func TestEspeakIsHeard(t *testing.T) {
	p := desk(t)
	p.soundServer(t)
	e := p.listen(t)
	commands(t, "espeak-ng")
	if v := Look(t.Context()).Voice; v.Engine != "espeak-ng" || v.Err != nil {
		t.Errorf("%+v", v)
	}
	s := speaker(t, everything(t))
	// What looks like an option is a text all the same.
	if err := s.PreviewVoice(t.Context(), "--version of a stretch."); err != nil {
		t.Fatal(err)
	}
	desktoptest.Until(t, "the sentence", func() bool { return len(e.sound()) > Rate/3 })
	e.forget()
	s.Say(strings.Repeat("This sentence has no end, ", 10))
	desktoptest.Until(t, "the long sentence to begin", func() bool { return peak(e.all()) > 100 })
	s.Hush()
	finish(t, s)
	e.forget()
	desktoptest.Until(t, "silence", func() bool {
		all := e.all()
		return len(all) > Rate/2 && peak(all[len(all)-Rate/2:]) == 0
	})
}

// With nothing that speaks or sounds every call returns, and nothing is left.
func TestNothingAtAll(t *testing.T) {
	desk(t)
	commands(t)
	c := Look(t.Context())
	if !errors.Is(c.Voice.Err, ErrNoVoice) || c.Voice.Hint == "" || c.Voice.Engine != "" || !errors.Is(c.Sound.Err, ErrNoSound) || c.Sound.Hint == "" {
		t.Errorf("%+v", c)
	}
	s := speaker(t, everything(t))
	for _, c := range Chimes() {
		s.Chime(c)
		s.Say("Nobody hears this.")
		s.SayNow("Nor this.")
	}
	s.Hush()
	finish(t, s)
	if err := s.PreviewVoice(t.Context(), "Hello?"); !errors.Is(err, ErrNoVoice) || !strings.Contains(err.Error(), "espeak-ng") {
		t.Errorf("%v", err)
	}
	if err := s.PreviewChimes(t.Context()); !errors.Is(err, ErrNoSound) {
		t.Errorf("%v", err)
	}
}

// script is a program of a test's own.
func script(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "program")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+text), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestChildVoice(t *testing.T) {
	said := filepath.Join(t.TempDir(), "said")
	v := childVoice{script(t, `{ echo "$#:$*"; cat; } >`+said), espeakArgs}
	if err := v.speak(t.Context(), sentence{"-f /etc/passwd; $(rm -rf x)", "de-AT", 70}); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(said); err != nil || string(b) != "5:--stdin -a 70 -v de\n-f /etc/passwd; $(rm -rf x)\n" {
		t.Errorf("%q, %v", b, err)
	}
	v.program = script(t, "echo no such voice >&2; exit 3")
	if err := v.speak(t.Context(), sentence{"Hello.", "", 70}); err == nil || !strings.Contains(err.Error(), "exit status 3 no such voice") {
		t.Errorf("%v", err)
	}
	v.program = filepath.Join(t.TempDir(), "nothing")
	if err := v.speak(t.Context(), sentence{"Hello.", "", 70}); err == nil {
		t.Error("a program that is not there has spoken")
	}
	v.program = script(t, "exec sleep 1000")
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	if err := v.speak(ctx, sentence{"Hello.", "", 70}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestEspeakArgs(t *testing.T) {
	for tag, want := range map[string]string{"": "--stdin -a 70", "en": "--stdin -a 70 -v en", "en-GB": "--stdin -a 70 -v en-gb", "de-AT": "--stdin -a 70 -v de"} {
		if got := strings.Join(espeakArgs(sentence{"x", tag, 70}), " "); got != want {
			t.Errorf("%s: %s, want %s", tag, got, want)
		}
	}
}

func TestLineVoice(t *testing.T) {
	said := filepath.Join(t.TempDir(), "said")
	starts := 0
	with := func(text string) *lineVoice {
		path := script(t, text)
		return &lineVoice{command: func() *exec.Cmd { starts++; return exec.Command(path) }}
	}
	v := with(`while read -r volume language text; do
		echo "$volume $language $(echo "$text" | base64 -d)" >>` + said + `; echo said; done`)
	for _, s := range []sentence{{"Stretch.", "", 70}, {"Größer \\ $x", "de-AT", 5}} {
		if err := v.speak(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	v.close()
	v.close()
	if b, err := os.ReadFile(said); err != nil || string(b) != "70 - Stretch.\n5 de-AT Größer \\ $x\n" || starts != 1 {
		t.Errorf("%q, %v, started %d times", b, err, starts)
	}

	v = with("read -r line; exec sleep 1000")
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	if err := v.speak(ctx, sentence{"Cut me short.", "", 70}); !errors.Is(err, context.Canceled) || v.cmd != nil {
		t.Errorf("%v, still there: %v", err, v.cmd)
	}
	for text, want := range map[string]string{"read -r line": "ended", "read -r line; echo what": "answered", "exec true": ""} {
		v = with(text)
		if err := v.speak(t.Context(), sentence{"Hello.", "", 70}); err == nil || !strings.Contains(err.Error(), want) || v.cmd != nil {
			t.Errorf("%s: %v, still there: %v", text, err, v.cmd)
		}
	}
}
