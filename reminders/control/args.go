package control

import (
	"encoding/json"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/unhunch/unhunch/reminders"
)

const (
	longestPause  = 10 * 366 * 24 * time.Hour
	longestSnooze = 7 * 24 * time.Hour
)

// decodeArgs reads a request's arguments into v, whose JSON keys are names.
// Any other key, and any wrong type, is refused.
func decodeArgs(r request, v any, names ...string) error {
	for k := range r.args {
		if !slices.Contains(names, k) {
			hint := r.verb + " takes no arguments"
			if len(names) > 0 {
				hint = r.verb + " takes " + strings.Join(names, ", ")
			}
			return badArgs(hint, "%s has no argument %q", r.verb, clip(k))
		}
	}
	if v == nil || len(r.args) == 0 {
		return nil
	}
	for _, k := range names { // one by one, so that the error can name the key
		raw, ok := r.args[k]
		if !ok {
			continue
		}
		one, err := json.Marshal(map[string]json.RawMessage{k: raw})
		if err == nil {
			err = json.Unmarshal(one, v)
		}
		if err != nil {
			return badArgs("", "%s: %s has the wrong type or form: %s", r.verb, k, short(raw))
		}
	}
	return nil
}

type pauseArgs struct {
	Until time.Time `json:"until,omitzero"`
}

func (a pauseArgs) check(now time.Time) error {
	switch {
	case a.Until.IsZero():
		return nil
	case !a.Until.After(now):
		return badArgs("give an instant in the future, or resume", "pause: until is not in the future")
	case a.Until.Sub(now) > longestPause:
		return badArgs("leave until out to pause until resumed", "pause: until is more than ten years away")
	}
	return nil
}

func (a Answer) check() error {
	if a.Reminder != "" && !isName(string(a.Reminder)) {
		return badArgs("", "answer: %q is no reminder's name", clip(string(a.Reminder)))
	}
	switch a.Outcome {
	case reminders.Done, reminders.Skipped:
		if a.For != 0 {
			return badArgs("for_s belongs to snoozed", "answer: for_s with outcome %s", a.Outcome)
		}
	case reminders.Snoozed:
		if a.For < 0 || a.For.Duration() > longestSnooze {
			return badArgs("give between 1 second and 7 days", "answer: for_s is out of range: %d s", int64(a.For.Duration()/time.Second))
		}
	default:
		return badArgs("the outcome is done, skipped or snoozed", "answer: %q is no outcome", clip(string(a.Outcome)))
	}
	return nil
}

// longestBegun is how long something a person does may be announced for.
const longestBegun = 2 * time.Hour

func (b Begun) check() error {
	switch {
	case !isName(string(b.Reminder)):
		return badArgs("", "begin: %q is no reminder's name", clip(string(b.Reminder)))
	case b.For <= 0 || b.For.Duration() > longestBegun:
		return badArgs("give between 1 second and 2 hours", "begin: for_s is out of range: %d s", int64(b.For.Duration()/time.Second))
	}
	return nil
}

func (d Deed) check() error {
	if !isName(string(d.Reminder)) {
		return badArgs("", "did: %q is no reminder's name", clip(string(d.Reminder)))
	}
	return nil
}

// longestPath is how many bytes a file's path may have, as on Linux.
const longestPath = 4096

func (r OpenRequest) check() error {
	switch {
	case r.Screen != "" && !isName(r.Screen):
		return badArgs("today posture stretch relief massage journal settings", "open: %q is no screen", clip(r.Screen))
	case r.Reminder != "" && !isName(string(r.Reminder)):
		return badArgs("", "open: %q is no reminder's name", clip(string(r.Reminder)))
	case r.Screen == ImportScreen && !isText(r.Part, longestPath):
		return badArgs("rename the file or move it", "open: the file's path is too long, or holds a line break")
	case r.Screen != ImportScreen && !isText(r.Part, 200):
		return badArgs("", "open: part is too long, or no plain text")
	case !isText(r.Routine, 200):
		return badArgs("", "open: routine is too long, or no plain text")
	case !isText(r.Token, 1000):
		return badArgs("", "open: activation_token is too long, or no plain text")
	}
	return nil
}

// isName accepts the names of reminders and screens: lower case letters,
// digits and dashes.
func isName(s string) bool {
	if s == "" || len(s) > 64 {
		return false
	}
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' {
			return false
		}
	}
	return s[0] != '-' // it must not look like an option to whom it is passed on
}

// isText accepts text of up to most bytes that a command line or an
// environment can carry.
func isText(s string, most int) bool {
	return len(s) <= most && !strings.HasPrefix(s, "-") && !strings.ContainsFunc(s, unicode.IsControl)
}
