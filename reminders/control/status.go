// Package control is the way into a running Unhunch: a protocol of JSON lines
// over a private Unix socket, its server and client, and the lock that keeps
// one agent and one window to a user.
//
// Only live verbs travel here. Files are shared: what a person recorded is
// read from and written to the database by whoever needs it.
package control

import (
	"encoding/json"
	"fmt"
	"math"
	"time"
)

// Status is what the agent is doing right now: the answer to the status verb,
// each item of a watch, and what `unhunch status --json` prints.
type Status struct {
	Now         time.Time    `json:"now"`
	Agent       bool         `json:"agent"`             // the agent is running
	Version     string       `json:"version,omitempty"` // of the agent
	PID         int          `json:"pid,omitempty"`
	Presence    string       `json:"presence"` // active idle locked asleep unknown
	Busy        []string     `json:"busy"`
	Paused      bool         `json:"paused"`                 // by the person
	PausedUntil *time.Time   `json:"paused_until,omitempty"` // absent while paused: until resumed
	DeskSince   *time.Time   `json:"desk_since,omitempty"`   // since when the person has been at the desk without a rest
	InHours     bool         `json:"in_hours"`
	HoursChange *time.Time   `json:"hours_change,omitempty"` // when working hours next begin or end
	Prompts     []OpenPrompt `json:"prompts"`
	Reminders   []Reminder   `json:"reminders"`
	Session     *Session     `json:"session,omitempty"`  // heat or cold on the skin: of several the one that ends first
	Sessions    []Session    `json:"sessions,omitempty"` // all of them, with those that are over and not answered
	Notices     []string     `json:"notices,omitempty"`  // what the person should know: settings set aside, a database restored
}

// OpenPrompt is a prompt on screen.
type OpenPrompt struct {
	Reminder string    `json:"reminder"`
	Title    string    `json:"title,omitempty"`
	Text     string    `json:"text,omitempty"`  // what it says: a posture check's tip
	Part     string    `json:"part,omitempty"`  // where the window tells more: tip:T27
	Opens    string    `json:"opens,omitempty"` // a reminder of the person's own: what it opens, as in the settings
	ShownAt  time.Time `json:"shown_at"`
	Until    time.Time `json:"until"`
}

// Reminder is one reminder's present and future.
type Reminder struct {
	ID           string     `json:"id"`
	Title        string     `json:"title,omitempty"`
	Enabled      bool       `json:"enabled"`
	Next         *time.Time `json:"next,omitempty"`      // when it is next shown if nothing changes; absent if that can't be said
	Sitting      *Seconds   `json:"sitting_s,omitempty"` // interval reminders: sitting time counted
	Every        *Seconds   `json:"every_s,omitempty"`   // interval reminders: sitting time until due
	SnoozedUntil *time.Time `json:"snoozed_until,omitempty"`
	Waiting      bool       `json:"waiting,omitempty"` // due, and held back by busy, a pause or a return
}

// Seconds is a length of time that travels as a whole number of seconds.
type Seconds time.Duration

// MarshalJSON writes whole seconds; fractions are dropped.
func (s Seconds) MarshalJSON() ([]byte, error) {
	return json.Marshal(int64(time.Duration(s) / time.Second))
}

// UnmarshalJSON reads a whole number of seconds, positive or negative, that a
// time.Duration can hold.
func (s *Seconds) UnmarshalJSON(b []byte) error {
	var n int64
	if err := json.Unmarshal(b, &n); err != nil {
		return fmt.Errorf("%s is not a whole number of seconds", b)
	}
	if n > math.MaxInt64/int64(time.Second) || n < math.MinInt64/int64(time.Second) {
		return fmt.Errorf("%d seconds are too many", n)
	}
	*s = Seconds(time.Duration(n) * time.Second)
	return nil
}

// Duration is the same length as a time.Duration.
func (s Seconds) Duration() time.Duration { return time.Duration(s) }

// String writes it as 1h2m3s.
func (s Seconds) String() string { return time.Duration(s).String() }

// MarshalJSON writes empty lists as [], never as null, so that readers need
// no special case.
func (s Status) MarshalJSON() ([]byte, error) {
	type plain Status
	p := plain(s)
	if p.Busy == nil {
		p.Busy = []string{}
	}
	if p.Prompts == nil {
		p.Prompts = []OpenPrompt{}
	}
	if p.Reminders == nil {
		p.Reminders = []Reminder{}
	}
	return json.Marshal(p)
}
