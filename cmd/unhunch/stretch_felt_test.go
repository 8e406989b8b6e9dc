package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/unhunch/unhunch/reminders/session"
)

func TestAskFelt(t *testing.T) {
	n := func(i int) *int { return &i }
	for typed, want := range map[string]struct {
		felt session.Feelings
		told bool
	}{
		"b\n3\n":                  {session.Feelings{How: session.Better, After: n(3)}, true},
		"Same\n\n":                {session.Feelings{How: session.Same}, true},
		"\n10\n":                  {session.Feelings{After: n(10)}, true},
		"\n\n":                    {session.Feelings{}, false},
		"":                        {session.Feelings{}, false},
		"w":                       {session.Feelings{How: session.Worse}, true}, // and the end of the input
		" worse \n 0 \n":          {session.Feelings{How: session.Worse, After: n(0)}, true},
		"fine\nx\nb\n11\n-1\n2\n": {session.Feelings{How: session.Better, After: n(2)}, true}, // asked again
		"b\n11\n":                 {session.Feelings{How: session.Better}, true},
	} {
		var out bytes.Buffer
		a := &app{stdio: stdio{out: &out}}
		felt, told := a.askFelt(t.Context(), strings.NewReader(typed))
		same := func(a, b *int) bool { return (a == nil) == (b == nil) && (a == nil || *a == *b) }
		if felt.How != want.felt.How || !same(felt.After, want.felt.After) || told != want.told {
			t.Errorf("%q: %+v, %v; want %+v, %v", typed, felt, told, want.felt, want.told)
		}
		if !strings.HasPrefix(out.String(), "How was it? (b)etter, (s)ame, (w)orse, Enter to leave out: ") {
			t.Errorf("it asks %q", &out)
		}
	}
}

// Ctrl+C at a question leaves it out.
func TestAskFeltInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out bytes.Buffer
	a := &app{stdio: stdio{out: &out}}
	if felt, told := a.askFelt(ctx, blocked{}); told || felt.How != "" {
		t.Errorf("%+v", felt)
	}
}

// blocked is a terminal at which nobody types.
type blocked struct{}

func (blocked) Read([]byte) (int, error) { select {} }

func TestAdviseToStop(t *testing.T) {
	n := func(i int) *int { return &i }
	for _, c := range []struct {
		felt         session.Feelings
		stop, severe bool
	}{
		{session.Feelings{}, false, false},
		{session.Feelings{How: session.Better, Before: n(4), After: n(5)}, false, false},
		{session.Feelings{How: session.Worse}, true, false},
		{session.Feelings{How: session.Better, Before: n(3), After: n(5)}, true, false},
		{session.Feelings{Before: n(8), After: n(7)}, false, true},
	} {
		var out bytes.Buffer
		(&app{stdio: stdio{out: &out}}).advise(c.felt)
		if got := strings.Contains(out.String(), "leave it for today"); got != c.stop {
			t.Errorf("%+v: %q", c.felt, &out)
		}
		if got := strings.Contains(out.String(), "a lot of pain"); got != c.severe {
			t.Errorf("%+v: %q", c.felt, &out)
		}
	}
}
