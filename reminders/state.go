package reminders

import (
	"maps"
	"slices"
	"time"
)

// State is where the scheduler stands between two steps. The zero value is an
// agent that never ran. It is saved and restored as JSON; the configuration is
// not part of it and comes with Start.
type State struct {
	Last time.Time `json:"last,omitzero"` // the last step
	Wake time.Time `json:"wake,omitzero"` // the wake planned then
	Seen time.Time `json:"seen,omitzero"` // wall-clock instant up to which fixed times were looked at

	IdleSince   time.Time `json:"idle_since,omitzero"`   // no input since; zero while there is some, or nobody knows
	Blind       bool      `json:"blind,omitempty"`       // no sensor tells whether there is input
	LockedSince time.Time `json:"locked_since,omitzero"` // the session is locked since
	AsleepSince time.Time `json:"asleep_since,omitzero"` // the machine sleeps since
	Gone        bool      `json:"gone,omitempty"`        // the person is away
	GoneSince   time.Time `json:"gone_since,omitzero"`   // since when, while Gone
	Rested      bool      `json:"rested,omitempty"`      // this absence already counts as a rest
	DeskSince   time.Time `json:"desk_since,omitzero"`   // at the desk, without a rest, since; zero during one

	Sources   []string `json:"busy,omitempty"`       // what makes the person busy
	AfterBusy bool     `json:"after_busy,omitempty"` // prompts may have piled up behind busy

	SettleUntil time.Time `json:"settle_until,omitzero"` // quiet until, for interval reminders
	Paused      bool      `json:"paused,omitempty"`
	PausedUntil time.Time `json:"paused_until,omitzero"` // zero while Paused: until resumed
	Working     bool      `json:"working,omitempty"`     // inside working hours

	Clocks  map[ID]time.Duration `json:"clocks,omitempty"`  // sitting time of each interval reminder
	Prompts map[ID]Prompt        `json:"prompts,omitempty"` // on screen
	Snoozes map[ID]Snooze        `json:"snoozes,omitempty"` // coming back
	Waiting []Occasion           `json:"waiting,omitempty"` // due, and held for the person's return
	Shown   map[ID]int           `json:"shown,omitempty"`   // prompts ever shown of each reminder
	Spoken  map[string]time.Time `json:"spoken,omitempty"`  // occasions already shown or logged, and until when that matters

	cfg *Config
}

// Snooze is a prompt that was sent away for a while.
type Snooze struct {
	Until  time.Time `json:"until"`
	Prompt Prompt    `json:"prompt"` // as it was shown
}

// Occasion is one instant at which a fixed-time or dated reminder is due.
type Occasion struct {
	ID    ID        `json:"reminder"`
	Key   string    `json:"key"` // tells it from every other occasion
	Due   time.Time `json:"due"`
	Until time.Time `json:"until"`          // of no use from here on
	Refs  []string  `json:"refs,omitempty"` // dated: the appointment or visit
}

// clone copies what a step may change, so that the state it started from
// stays as it was.
func (s State) clone() State {
	s.Sources = slices.Clone(s.Sources)
	s.Waiting = slices.Clone(s.Waiting)
	s.Clocks = cloneMap(s.Clocks)
	s.Prompts = cloneMap(s.Prompts)
	s.Snoozes = cloneMap(s.Snoozes)
	s.Shown = cloneMap(s.Shown)
	s.Spoken = cloneMap(s.Spoken)
	return s
}

func cloneMap[K comparable, V any](m map[K]V) map[K]V {
	if m == nil {
		return map[K]V{}
	}
	return maps.Clone(m)
}

// config is the configuration in force: the default before Start.
func (s *State) config() *Config {
	if s.cfg == nil {
		c := DefaultConfig()
		s.cfg = &c
	}
	return s.cfg
}

// show puts a prompt on screen.
func (s *State) show(p Prompt) Effect {
	s.Shown[p.ID]++
	p.N = s.Shown[p.ID]
	s.Prompts[p.ID] = p
	return Effect{Verb: Show, ID: p.ID, Prompt: p}
}

// allowed tells whether prompts of interval reminders may be shown.
func (s *State) allowed(now time.Time) bool {
	return !s.Gone && len(s.Sources) == 0 && !s.Paused && s.Working && !now.Before(s.SettleUntil)
}

// counting tells whether sitting time runs.
func (s *State) counting() bool { return !s.Gone && !s.Paused && s.Working }

// order is every reminder's place in lists: built-in ones first, then the
// person's own as they defined them.
func (s *State) order(id ID) int {
	if i := slices.Index(builtin, id); i >= 0 {
		return i
	}
	return len(builtin) + slices.IndexFunc(s.config().Reminders, func(r Reminder) bool { return r.ID == id })
}

// isInterval tells whether prompts of that id are of interval kind.
func (s *State) isInterval(id ID) bool {
	r, ok := s.config().Reminder(id)
	return ok && r.Interval()
}
