package main

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"syscall"
	"testing"
	"unicode"
)

// full is a device without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestOutputThatCannotBeWrittenIsAFailure(t *testing.T) {
	alone(t)
	for _, line := range []string{"version", "profile list", "exercise list", "exercise list --json", "guide massage-types", "settings path", "pain list", "--help", "completion bash"} {
		var bad bytes.Buffer
		code := run(context.Background(), strings.Fields(line), stdio{in: strings.NewReader(""), out: full{}, err: &bad})
		if code != exitFailed || !strings.Contains(bad.String(), "unhunch: the output cannot be written: no space left on device; hint: ") || strings.Count(bad.String(), "\n") != 1 {
			t.Errorf("%s: %d, %q", line, code, &bad)
		}
	}
}

func TestEndlessArgumentsAreCutInMessages(t *testing.T) {
	alone(t)
	long := strings.Repeat("y", 100_000)
	for _, args := range [][]string{
		{"profile", "set", long},
		{"profile", "set", "fever", long},
		{"profile", "set", "pregnancy", long},
		{"settings", "get", long},
		{"settings", "set", "posture.every", long},
		{"exercise", "show", long},
		{"guide", long},
		{"--" + long},
		{"tip", "--json=" + long},
		{long},
		{"exercise", "list", "--region", long},
		{"profile", "set", "conditions", long},
		{"pain", long},
		{"pause", long},
		{"restore", long},
	} {
		if said := says(args...); len(said) > 1000 || !strings.Contains(said, "…") {
			t.Errorf("%.40q: %d bytes, %.100q", args, len(said), said)
		}
	}
	if got := quoted(strings.Repeat("ä", 61)); got != `"`+strings.Repeat("ä", 60)+`…"` {
		t.Error(got)
	}
}

func TestAFailureKeepsItsCause(t *testing.T) {
	s := &sink{to: full{}}
	defer func() {
		s.to = &bytes.Buffer{} // room again, but what comes now would follow a gap
		if n, err := s.Write([]byte("x")); n != 0 || !errors.Is(err, syscall.ENOSPC) {
			t.Error(n, err)
		}
	}()
	if _, err := s.Write(nil); !errors.Is(err, syscall.ENOSPC) || !errors.Is(s.failed(), syscall.ENOSPC) {
		t.Error(err)
	}
}

func TestMessagesDoNothingToTheTerminal(t *testing.T) {
	for message, want := range map[string]string{
		"there is no file “Über”": "there is no file “Über”",
		"a\x1b[31mb":              `a\x1b[31mb`,
		"a\nb\tc":                 `a\nb\tc`,
		"a\xffb\u0085":            `a\xffb\u0085`,
		"broken \uFFFD, said so":  "broken \uFFFD, said so",
		"\uFFFD\x00it's":          "\uFFFD" + `\x00it's`,
		`a\b'"`:                   `a\b'"`,
	} {
		if got := plain(message); got != want {
			t.Errorf("%q: %q, want %q", message, got, want)
		}
	}
	alone(t)
	for _, args := range [][]string{
		{"simulate", "\x1b[31mx"},
		{"restore", "a\x1b[31m\nb"},
		{"appointment", "import", "\x9bx.ics"},
		{"backup", "/no/such/\x1b[1m"},
		{"open", "\x1b[1m.ics"},
		{"routine", "import", "\x1b[1m\r.zip"},
		{"appointment", "export", "no/\x1b[1m"},
	} {
		said := says(args...)
		if line, rest, _ := strings.Cut(said, "\n"); rest != "" || strings.IndexFunc(line, unicode.IsControl) >= 0 || !strings.Contains(line, "hint: ") {
			t.Errorf("%q: %q", args, said)
		}
	}
}
