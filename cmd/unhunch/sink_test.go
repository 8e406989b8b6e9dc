package main

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"syscall"
	"testing"
)

// full is a device without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestOutputThatCannotBeWrittenIsAFailure(t *testing.T) {
	alone(t)
	for _, line := range []string{"version", "profile list", "exercise list", "exercise list --json", "guide massage-types", "settings path", "pain list", "--help"} {
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
	if _, err := s.Write(nil); !errors.Is(err, syscall.ENOSPC) || !errors.Is(s.failed(), syscall.ENOSPC) {
		t.Error(err)
	}
}
