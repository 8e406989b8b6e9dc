package notify

import (
	"io"
	"strings"
	"time"
)

// terminal prints a notice as one line.
type terminal struct {
	w       io.Writer
	now     func() time.Time
	command func(key, action string) string
}

func newTerminal(o Options) *terminal { return &terminal{o.Terminal, o.Now, o.Command} }

// Name implements Backend.
func (t *terminal) Name() string { return "terminal" }

// Show implements Backend: one line, and a line for each of the body if it has
// several.
func (t *terminal) Show(n Notice) error {
	var b strings.Builder
	b.WriteString(t.now().Format("15:04") + "  " + clean(n.Title, false))
	if body := clean(n.Body, true); strings.Contains(body, "\n") {
		b.WriteString("\n       " + strings.ReplaceAll(body, "\n", "\n       "))
	} else if body != "" {
		b.WriteString(": " + body)
	}
	for i, a := range n.Actions {
		sep := " · "
		if i == 0 {
			sep = "  ("
		}
		b.WriteString(sep + clean(t.command(n.Key, a.Key), false))
	}
	if len(n.Actions) > 0 {
		b.WriteString(")")
	}
	b.WriteString("\n")
	_, err := io.WriteString(t.w, b.String())
	return err
}

// Withdraw implements Backend. What is printed stays.
func (t *terminal) Withdraw(string) error { return nil }

// Close implements Backend.
func (t *terminal) Close() error { return nil }

// DefaultCommand is the command line that does what a button does: "start"
// opens the reminder's screen, anything else is the command of that name.
func DefaultCommand(key, action string) string {
	if action == "start" {
		action = "open"
	}
	return "unhunch " + action + " " + key
}
