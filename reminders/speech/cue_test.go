package speech

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestSay(t *testing.T) {
	play(t, func(t *testing.T, s *Speaker, on *stage) {
		s.Say("Reach up.")
		time.Sleep(3 * time.Second)
		wants(t, on, []string{"Reach up."}, nil)
		if want := (sentence{"Reach up.", "en", 70}); on.last != want {
			t.Errorf("said %+v, want %+v", on.last, want)
		}
	})
}

// The voice never falls behind: of what waits only the newest is said, and
// what is being said is said to its end.
func TestNewerTextsReplaceWhatWaits(t *testing.T) {
	play(t, func(t *testing.T, s *Speaker, on *stage) {
		s.Say("one")
		time.Sleep(100 * time.Millisecond)
		for _, text := range []string{"two", "three", "four"} {
			s.Say(text)
		}
		time.Sleep(10 * time.Second)
		wants(t, on, []string{"one", "four"}, nil)
	})
}

func TestSayNowInterrupts(t *testing.T) {
	play(t, func(t *testing.T, s *Speaker, on *stage) {
		s.Say("one")
		time.Sleep(100 * time.Millisecond)
		s.Say("two")
		s.SayNow("stop")
		time.Sleep(10 * time.Second)
		wants(t, on, []string{"stop"}, []string{"one"})
	})
}

func TestHush(t *testing.T) {
	play(t, func(t *testing.T, s *Speaker, on *stage) {
		s.Hush() // with nothing to stop
		s.Say("one")
		time.Sleep(100 * time.Millisecond)
		s.Say("two")
		s.Hush()
		time.Sleep(10 * time.Second)
		wants(t, on, nil, []string{"one"})
		s.Say("three")
		time.Sleep(10 * time.Second)
		wants(t, on, []string{"three"}, nil)
	})
}

func TestSwitchingTheVoiceOffHushes(t *testing.T) {
	for name, change := range map[string]func(*Options){
		"voice off":   func(o *Options) { o.Voice = false },
		"volume to 0": func(o *Options) { o.Volume = 0 },
	} {
		t.Run(name, func(t *testing.T) {
			play(t, func(t *testing.T, s *Speaker, on *stage) {
				s.Say("one")
				time.Sleep(100 * time.Millisecond)
				s.Say("two")
				o := on.options()
				change(&o)
				s.Set(o)
				s.Say("three")
				time.Sleep(10 * time.Second)
				wants(t, on, nil, []string{"one"})
			})
		})
	}
}

// A sentence that waits behind a very long one is about something long past.
func TestStaleTextsAreDropped(t *testing.T) {
	play(t, func(t *testing.T, s *Speaker, on *stage) {
		on.sentence = time.Minute
		s.Say("long")
		time.Sleep(time.Second)
		s.Say("stale")
		time.Sleep(2 * time.Minute)
		wants(t, on, []string{"long"}, nil)
	})
}

// What interrupts while the voice is still being looked for is said when it is
// found.
func TestInterruptedWhileAVoiceIsLookedFor(t *testing.T) {
	play(t, func(t *testing.T, s *Speaker, on *stage) {
		on.mu.Lock()
		on.opens = time.Second
		on.mu.Unlock()
		s.Say("one")
		time.Sleep(100 * time.Millisecond)
		s.SayNow("stop")
		time.Sleep(10 * time.Second)
		wants(t, on, []string{"stop"}, nil)
		time.Sleep(idleAfter)
		s.Say("two")
		time.Sleep(100 * time.Millisecond)
		s.Hush()
		s.Say("three")
		time.Sleep(10 * time.Second)
		wants(t, on, []string{"three"}, nil)
	})
}

// A voice that is not there is looked for now and then, not with every cue.
func TestAMissingVoiceIsLookedForNowAndThen(t *testing.T) {
	play(t, func(t *testing.T, s *Speaker, on *stage) {
		on.breaks(errBroken)
		for range 60 {
			s.Say("anybody?")
			time.Sleep(100 * time.Millisecond)
		}
		wants(t, on, nil, nil)
		on.mu.Lock()
		if on.tried < 2 || on.tried > 3 {
			t.Errorf("looked for %d times in 6 seconds", on.tried)
		}
		on.mu.Unlock()
		on.breaks(nil)
		time.Sleep(calmAfter)
		s.Say("back")
		time.Sleep(5 * time.Second)
		wants(t, on, []string{"back"}, nil)
	})
}

func TestAVoiceThatIsStartedAnew(t *testing.T) {
	play(t, func(t *testing.T, s *Speaker, on *stage) {
		s.Say("one")
		time.Sleep(10 * time.Second)
		on.breaks(errBroken)
		s.Say("two")
		time.Sleep(calmAfter)
		on.breaks(nil)
		s.Say("three")
		time.Sleep(10 * time.Second)
		wants(t, on, []string{"one", "three"}, nil)
		time.Sleep(idleAfter)
		if opened, open := on.state(); opened != 2 || open != 0 {
			t.Errorf("opened %d, open %d; want 2, 0", opened, open)
		}
	})
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"":                        "",
		" \n\t":                   "",
		"Reach up.":               "Reach up.",
		"two\nlines\r\nof it":     "two lines of it",
		"a\x00b\x1b[31m":          "a b [31m",
		"[[rate 500]] fast":       "[ [rate 500]] fast",
		"Dehnen für „später“":     "Dehnen für „später“",
		"bad \xff byte":           "bad byte",
		strings.Repeat("ä", 1000): strings.Repeat("ä", longest),
	} {
		if got := clean(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		got := clean(rapid.String().Draw(t, "text"))
		if !utf8.ValidString(got) || utf8.RuneCountInString(got) > longest || strings.ContainsFunc(got, unicode.IsControl) || strings.Contains(got, "[[") {
			t.Fatalf("%q", got)
		}
	})
}

func TestLanguage(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "en": "en", "de-AT": "de-AT", "de_DE.UTF-8": "de-DE", "zh-Hant-TW": "zh-Hant-TW",
		"C": "", "-v": "", "en\r\nQUIT": "", "e n": "", strings.Repeat("x", 36): "", "für": "",
	} {
		if got := language(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
