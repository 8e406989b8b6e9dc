package control

import "fmt"

// Code names a kind of error in a way programs can rely on.
type Code string

// The codes.
const (
	CodeBadLine     Code = "bad-line"     // the line is not a request
	CodeTooLong     Code = "too-long"     // the line is longer than MaxLine; the connection closes
	CodeHalfLine    Code = "half-line"    // the line was begun and not finished in time; the connection closes
	CodeUnknownVerb Code = "unknown-verb" // no such verb here
	CodeBadArgs     Code = "bad-args"     // the verb's arguments are wrong
	CodeTooMany     Code = "too-many"     // too many connections; this one closes
	CodeNotYours    Code = "not-yours"    // another user's process asked; the connection closes
	CodeNotHere     Code = "not-here"     // the verb exists, but not in this program
	CodeNoPrompt    Code = "no-prompt"    // there is no open prompt to answer
	CodeHeld        Code = "held"         // something speaks against heat or cold there now
	CodeNoSession   Code = "no-session"   // no such session of heat or cold is there
	CodeFailed      Code = "failed"       // the verb was understood and went wrong
	CodeTimeout     Code = "timeout"      // no answer in time
	CodeProtocol    Code = "protocol"     // the two sides speak different versions, or one is not Unhunch
	CodeNotRunning  Code = "not-running"  // nobody listens on the socket
	CodeLost        Code = "lost"         // the connection broke before the answer came
)

// Error is an error as it travels over the socket. A handler returns one to
// choose the code; the client returns what the server sent as one.
type Error struct {
	Code    Code   `json:"code"`
	Message string `json:"message"`        // what is wrong, without a final dot
	Hint    string `json:"hint,omitempty"` // what to do about it
}

// Error is the message, and the hint if there is one, on one line.
func (e *Error) Error() string {
	if e.Hint == "" {
		return e.Message
	}
	return e.Message + " (hint: " + e.Hint + ")"
}

// Is tells whether target is an error of the same code, so that
// errors.Is(err, ErrNotRunning) holds for every one of its kind.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code
}

// ErrNotRunning says that nobody listens on the socket.
var ErrNotRunning error = &Error{CodeNotRunning, "Unhunch is not running", "start it with: unhunch"}

// ErrNotHere says that this program does not serve the verb.
var ErrNotHere error = &Error{Code: CodeNotHere, Message: "this program does not do that", Hint: "ask the agent, on the other socket"}

func badLine(format string, args ...any) *Error {
	return &Error{CodeBadLine, fmt.Sprintf(format, args...), `send one JSON object a line, as {"id":1,"verb":"status"}`}
}

func badArgs(hint, format string, args ...any) *Error {
	return &Error{CodeBadArgs, fmt.Sprintf(format, args...), hint}
}
