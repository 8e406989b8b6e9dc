package control

import (
	"context"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// Handler does what the verbs ask. Its methods are called from many
// goroutines at once and should return soon: a call is given callWait. An
// *Error they return keeps its code; any other becomes CodeFailed.
type Handler interface {
	ReliefHandler
	// Status tells what is going on now.
	Status(ctx context.Context) (Status, error)
	// Pause holds the reminders until an instant in the future; the zero time
	// means until Resume.
	Pause(ctx context.Context, until time.Time) error
	// Resume ends a pause. It is no error if there is none.
	Resume(ctx context.Context) error
	// Answer answers an open prompt; CodeNoPrompt if there is none.
	Answer(ctx context.Context, a Answer) (AnswerResult, error)
	// Begin says that the person does what an open prompt asks for; no error
	// if there is none.
	Begin(ctx context.Context, b Begun) error
	// Did says that the person did what a reminder asks for, asked or not.
	Did(ctx context.Context, d Deed) error
	// Open shows a screen of the window, starting the window if needed.
	Open(ctx context.Context, r OpenRequest) error
	// Reload reads again what changed in the settings or the database.
	Reload(ctx context.Context) error
	// Quit begins to stop the program and returns without waiting for it.
	Quit(ctx context.Context) error
}

// Answer is a person's answer to a prompt.
type Answer struct {
	Reminder reminders.ID      `json:"reminder,omitempty"` // empty: the only, or the most recent, open prompt
	Outcome  reminders.Outcome `json:"outcome"`            // Done, Skipped or Snoozed
	For      Seconds           `json:"for_s,omitempty"`    // Snoozed: for how long; 0 means as the settings say
}

// Begun is what a person is doing.
type Begun struct {
	Reminder reminders.ID `json:"reminder"`
	For      Seconds      `json:"for_s"` // how long it takes at most, from now
}

// Deed is what a person did.
type Deed struct {
	Reminder reminders.ID `json:"reminder"`
}

// AnswerResult says which prompt was answered.
type AnswerResult struct {
	Reminder reminders.ID      `json:"reminder"`
	Outcome  reminders.Outcome `json:"outcome"`
	Until    *time.Time        `json:"until,omitempty"` // snoozed: when it comes back
}

// Suggested stands for the routine that suits best now, in the place of a
// routine's id.
const Suggested = "suggested"

// OpenRequest asks for a screen of the window.
type OpenRequest struct {
	Screen   string       `json:"screen,omitempty"`           // empty means today
	Part     string       `json:"part,omitempty"`             // of the screen, such as tip:T27
	Reminder reminders.ID `json:"reminder,omitempty"`         // the prompt it comes from
	Routine  string       `json:"routine,omitempty"`          // stretch: the routine to play
	Token    string       `json:"activation_token,omitempty"` // lets the window take the focus (Wayland, X11 startup id)
}

// NotHere is a Handler that refuses every verb with ErrNotHere. Embed it to
// serve only some of them.
type NotHere struct{}

var _ Handler = NotHere{}

// Status refuses.
func (NotHere) Status(context.Context) (Status, error) { return Status{}, ErrNotHere }

// Pause refuses.
func (NotHere) Pause(context.Context, time.Time) error { return ErrNotHere }

// Resume refuses.
func (NotHere) Resume(context.Context) error { return ErrNotHere }

// Answer refuses.
func (NotHere) Answer(context.Context, Answer) (AnswerResult, error) {
	return AnswerResult{}, ErrNotHere
}

// Begin refuses.
func (NotHere) Begin(context.Context, Begun) error { return ErrNotHere }

// Did refuses.
func (NotHere) Did(context.Context, Deed) error { return ErrNotHere }

// Open refuses.
func (NotHere) Open(context.Context, OpenRequest) error { return ErrNotHere }

// Reload refuses.
func (NotHere) Reload(context.Context) error { return ErrNotHere }

// Quit refuses.
func (NotHere) Quit(context.Context) error { return ErrNotHere }
