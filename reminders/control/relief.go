package control

import (
	"context"
	"time"
)

// Session is heat or cold on the skin, up to the answer after its end.
type Session struct {
	ID        string     `json:"id"`
	Kind      string     `json:"kind"`   // heat or cold
	Region    string     `json:"region"` // as low-back-left
	EndsAt    time.Time  `json:"ends_at"`
	State     string     `json:"state"` // running, paused, over (nobody has answered yet) or ended
	Timer     string     `json:"timer"` // its id in the library
	Name      string     `json:"name"`  // the timer's
	StartedAt time.Time  `json:"started_at"`
	Length    Seconds    `json:"length_s"` // on the skin
	Left      Seconds    `json:"left_s"`
	HardStop  Seconds    `json:"hard_stop_s"`
	NextCheck *time.Time `json:"next_check,omitempty"` // when to look at the skin next; absent if not before the end
	ResumeBy  *time.Time `json:"resume_by,omitempty"`  // paused: when it ends unless it goes on
	Ask       string     `json:"ask,omitempty"`        // what is asked now: relief-check or relief-end
	Before    *int       `json:"pain_before,omitempty"`
}

// The states of a Session.
const (
	SessionRunning = "running"
	SessionPaused  = "paused"
	SessionOver    = "over"
	SessionEnded   = "ended"
)

// ReliefStart asks for a session of heat or cold.
type ReliefStart struct {
	Timer  string  `json:"timer"`           // its id in the library: heat, cold-pack, ice-massage
	Region string  `json:"region"`          // as lower-back
	For    Seconds `json:"for_s,omitempty"` // 0 is the timer's default
	Before *int    `json:"pain_before,omitempty"`
}

// ReliefPick names a session; an empty ID is the only one there is.
type ReliefPick struct {
	ID string `json:"id,omitempty"`
}

// ReliefStop takes a pack off for good.
type ReliefStop struct {
	ID    string `json:"id,omitempty"`
	Skin  string `json:"skin,omitempty"` // fine, bad, or empty if not told
	After *int   `json:"pain_after,omitempty"`
}

// ReliefLook answers a look at the skin. Not fine stops a session that runs.
type ReliefLook struct {
	ID   string `json:"id,omitempty"`
	Fine bool   `json:"fine"`
}

// ReliefHandler does what the verbs of heat and cold ask. The errors are
// CodeHeld where something speaks against a start, and CodeNoSession where no
// such session is there.
type ReliefHandler interface {
	// ReliefStart begins a session. It is saved before it is answered.
	ReliefStart(ctx context.Context, r ReliefStart) (Session, error)
	// ReliefPause says that the pack is off the skin for a moment.
	ReliefPause(ctx context.Context, p ReliefPick) (Session, error)
	// ReliefResume says that it is on again.
	ReliefResume(ctx context.Context, p ReliefPick) (Session, error)
	// ReliefStop ends a session.
	ReliefStop(ctx context.Context, r ReliefStop) (Session, error)
	// ReliefLook tells how the skin is, of a session or of one that ended.
	ReliefLook(ctx context.Context, l ReliefLook) (Session, error)
}

// dispatchRelief does a verb of heat and cold; is is false where it is none.
func dispatchRelief(ctx context.Context, h ReliefHandler, r request) (res any, is bool, err error) {
	switch r.verb {
	case "relief-start":
		var a ReliefStart
		if err = decodeArgs(r, &a, "timer", "region", "for_s", "pain_before"); err == nil {
			err = a.check()
		}
		if err == nil {
			res, err = h.ReliefStart(ctx, a)
		}
	case "relief-pause", "relief-resume":
		var p ReliefPick
		if err = decodeArgs(r, &p, "id"); err == nil {
			err = checkPick(r.verb, p.ID)
		}
		switch {
		case err != nil:
		case r.verb == "relief-pause":
			res, err = h.ReliefPause(ctx, p)
		default:
			res, err = h.ReliefResume(ctx, p)
		}
	case "relief-stop":
		var s ReliefStop
		if err = decodeArgs(r, &s, "id", "skin", "pain_after"); err == nil {
			err = s.check()
		}
		if err == nil {
			res, err = h.ReliefStop(ctx, s)
		}
	case "relief-look":
		var l ReliefLook
		if err = decodeArgs(r, &l, "id", "fine"); err == nil {
			err = checkPick(r.verb, l.ID)
		}
		if _, told := r.args["fine"]; err == nil && !told {
			err = badArgs("fine is true or false", "relief-look: fine is missing")
		}
		if err == nil {
			res, err = h.ReliefLook(ctx, l)
		}
	default:
		return nil, false, nil
	}
	return res, true, err
}

// longestRelief bounds what a session may be asked to last; the timer's own hard
// stop is far lower.
const longestRelief = 24 * time.Hour

func (a ReliefStart) check() error {
	switch {
	case !isName(a.Timer):
		return badArgs("heat, cold-pack or ice-massage", "relief-start: %q is no timer", clip(a.Timer))
	case !isName(a.Region):
		return badArgs("a region of the body, such as lower-back", "relief-start: %q is no region", clip(a.Region))
	case a.For < 0 || a.For.Duration() > longestRelief:
		return badArgs("leave it out for the timer's default", "relief-start: for_s is out of range: %d s", int64(a.For.Duration()/time.Second))
	}
	return checkScale("relief-start", "pain_before", a.Before)
}

func (s ReliefStop) check() error {
	if s.Skin != "" && s.Skin != "fine" && s.Skin != "bad" {
		return badArgs("fine or bad, or leave it out", "relief-stop: %q does not say how the skin is", clip(s.Skin))
	}
	if err := checkPick("relief-stop", s.ID); err != nil {
		return err
	}
	return checkScale("relief-stop", "pain_after", s.After)
}

func checkPick(verb, id string) error {
	if id != "" && !isName(id) {
		return badArgs("status lists the sessions", "%s: %q is no session", verb, clip(id))
	}
	return nil
}

func checkScale(verb, name string, n *int) error {
	if n != nil && (*n < 0 || *n > 10) {
		return badArgs("a whole number from 0 to 10", "%s: %s is not on the scale: %d", verb, name, *n)
	}
	return nil
}

// ReliefStart begins a session of heat or cold.
func (c *Client) ReliefStart(ctx context.Context, r ReliefStart) (Session, error) {
	var s Session
	return s, c.call(ctx, "relief-start", r, &s)
}

// ReliefPause says that a pack is off the skin for a moment.
func (c *Client) ReliefPause(ctx context.Context, p ReliefPick) (Session, error) {
	var s Session
	return s, c.call(ctx, "relief-pause", p, &s)
}

// ReliefResume says that a pack is on the skin again.
func (c *Client) ReliefResume(ctx context.Context, p ReliefPick) (Session, error) {
	var s Session
	return s, c.call(ctx, "relief-resume", p, &s)
}

// ReliefStop ends a session.
func (c *Client) ReliefStop(ctx context.Context, r ReliefStop) (Session, error) {
	var s Session
	return s, c.call(ctx, "relief-stop", r, &s)
}

// ReliefLook tells how the skin is.
func (c *Client) ReliefLook(ctx context.Context, l ReliefLook) (Session, error) {
	var s Session
	return s, c.call(ctx, "relief-look", l, &s)
}

// ReliefStart refuses.
func (NotHere) ReliefStart(context.Context, ReliefStart) (Session, error) {
	return Session{}, ErrNotHere
}

// ReliefPause refuses.
func (NotHere) ReliefPause(context.Context, ReliefPick) (Session, error) {
	return Session{}, ErrNotHere
}

// ReliefResume refuses.
func (NotHere) ReliefResume(context.Context, ReliefPick) (Session, error) {
	return Session{}, ErrNotHere
}

// ReliefStop refuses.
func (NotHere) ReliefStop(context.Context, ReliefStop) (Session, error) { return Session{}, ErrNotHere }

// ReliefLook refuses.
func (NotHere) ReliefLook(context.Context, ReliefLook) (Session, error) { return Session{}, ErrNotHere }
