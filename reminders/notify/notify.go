// Package notify puts reminders on the screen and brings back what the person
// chose: through the desktop's notification server with buttons where there is
// one, through the system's own notices elsewhere, and as a line in the
// terminal when nothing else can speak.
//
// The Desk is the one way in. It never blocks its caller, survives the
// notification server and the whole bus going away and coming back, and takes
// its notices down when it closes, so that no dead button stays on screen.
package notify

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// The replies that are not a button of the notice.
const (
	Default = "default" // the notice itself was clicked
	Closed  = "closed"  // the person dismissed it without choosing
)

// ErrClosed is what Show and Withdraw return after Close.
var ErrClosed = errors.New("the notification desk is closed")

// Action is a button of a notice. Key comes back in the Reply ("done",
// "snooze", "start"), Label is what the person reads. A click on the notice
// itself needs no Action: it is always offered, and comes back as Default.
type Action struct{ Key, Label string }

// Notice is one notification.
type Notice struct {
	Key     string   // one per reminder: a notice with the same key replaces the one on screen
	Title   string   // plain text, one line
	Body    string   // plain text; line breaks are kept where the server can
	Actions []Action // at most two, which is what every desktop can show
	Click   string   // what a click on the notice itself does, in a word; empty means Options.OpenLabel
	Urgent  bool     // breaks through where the desktop holds back ordinary notices
	Sound   bool     // may make a sound; otherwise the server is asked not to
	Stay    bool     // stays until withdrawn or answered; otherwise the server decides
}

// Reply is what the person did with a notice. ActivationToken, where the
// server sent one, lets the window that is opened next take the focus.
type Reply struct{ Key, Action, ActivationToken string }

// Backend is one way of showing notices. Show replaces what it shows under
// the same key, and Withdraw of a key that is not shown is no error.
type Backend interface {
	Name() string
	Show(Notice) error
	Withdraw(key string) error
	Close() error
}

// check refuses a notice that no server could show properly.
func check(n Notice) error {
	switch {
	case n.Key == "":
		return errors.New("notification without a key (hint: set Notice.Key to the reminder's id)")
	case strings.TrimSpace(n.Title) == "":
		return fmt.Errorf("notification %q has no title", n.Key)
	case len(n.Actions) > 2:
		return fmt.Errorf("notification %q has %d buttons; two are the most every desktop shows", n.Key, len(n.Actions))
	}
	seen := map[string]bool{Default: true, Closed: true, "": true}
	for _, a := range n.Actions {
		if seen[a.Key] {
			return fmt.Errorf("notification %q: %q cannot be a button's key (hint: keys differ, and %q and %q are taken)", n.Key, a.Key, Default, Closed)
		}
		if strings.TrimSpace(a.Label) == "" {
			return fmt.Errorf("notification %q: the button %q has no label", n.Key, a.Key)
		}
		seen[a.Key] = true
	}
	return nil
}

// clean makes text safe to send: valid UTF-8 (a bus drops the connection
// otherwise) without control characters. Line breaks stay if multi is set.
func clean(s string, multi bool) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' && multi:
			return r
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.TrimSpace(s)
}
