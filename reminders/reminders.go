// Package reminders decides when Unhunch speaks: the definitions of
// reminders and the scheduler that turns the passing of time and what a
// person does into prompts.
//
// Everything here is pure. Time comes in as an argument, nothing is read or
// written, and the same steps always give the same answer, so that "when" can
// be tested as a story on a timeline and replayed from a log.
//
// Words: a Reminder is a definition, a Prompt is one that is on screen, an
// Outcome is how a prompt ended.
package reminders

import (
	"slices"
	"time"
)

// ID names a reminder: one of the constants below, or a name the person chose
// for a reminder of their own (lower case letters, digits and dashes).
type ID string

// The built-in reminders.
const (
	Posture  ID = "posture"     // interval: a posture check
	Stretch  ID = "stretch"     // interval: a stretch routine
	Checkin  ID = "checkin"     // fixed time: "how is your back today?"
	Upcoming ID = "appointment" // dated: a massage appointment is coming
	VisitLog ID = "visit-log"   // dated: "how was it?" after an appointment
	FollowUp ID = "follow-up"   // dated: a day and three days after a visit
	Rebook   ID = "rebook"      // dated: time to book the next one
)

// builtin lists the built-in reminders in the order effects of one instant
// are reported.
var builtin = []ID{Posture, Stretch, Checkin, Upcoming, VisitLog, FollowUp, Rebook}

// Builtin returns the built-in reminders in the order they are listed
// everywhere.
func Builtin() []ID { return slices.Clone(builtin) }

// Outcome is how a prompt ended.
type Outcome string

// The outcomes.
const (
	Done    Outcome = "done"    // the person did it
	Snoozed Outcome = "snoozed" // it comes back later
	Skipped Outcome = "skipped" // not this time
	Expired Outcome = "expired" // nobody answered
	Missed  Outcome = "missed"  // the person left, or the machine was off
	Merged  Outcome = "merged"  // another prompt spoke for it
)

// Reminder is the definition of an interval or fixed-time reminder. It is an
// interval reminder when Every is set, and a fixed-time one otherwise.
type Reminder struct {
	ID      ID
	Enabled bool
	Every   time.Duration // interval: sitting time until it is due
	At      []TimeOfDay   // fixed time: local clock times
	Days    Weekdays      // fixed time: the days it is due on; none means every day
	Title   string        // own reminders: what the prompt says
	Text    string        // own reminders: the longer line below the title
	Opens   string        // the screen a click opens, or what Start begins, as in the settings; empty means today
}

// Interval tells whether the reminder counts sitting time.
func (r Reminder) Interval() bool { return r.Every > 0 }

// Name is what a reminder is called where a person reads it: a reminder of
// their own by its title.
func (r Reminder) Name() string {
	switch r.ID {
	case Posture:
		return "Posture check"
	case Stretch:
		return "Stretch"
	case Checkin:
		return "How is your back?"
	case Upcoming:
		return "Massage appointment"
	case VisitLog:
		return "How was your massage?"
	case FollowUp:
		return "How is your back after the massage?"
	case Rebook:
		return "Time for the next massage?"
	}
	if r.Title != "" {
		return r.Title
	}
	return string(r.ID)
}

// Lead is how long before its start an appointment is announced: whole
// calendar days (the same clock time, in the appointment's zone) or an elapsed
// length, never both.
type Lead struct {
	Days    int
	Elapsed time.Duration
}

// Appointment is what the scheduler needs to know of one occurrence of an
// appointment that is planned.
type Appointment struct {
	UID     string        // of a series, each occurrence has one of its own
	Start   time.Time     // in the appointment's own time zone
	Length  time.Duration // elapsed
	Title   string
	Leads   []Lead    // nil means the configuration's
	Created time.Time // leads before this instant are not announced; zero means always known
	AllDay  bool      // its clock time is nobody's choice, and not shown
}

// Visit is what the scheduler needs to know of a visit that took place.
type Visit struct {
	UID         string
	At          time.Time
	Appointment string // the UID of the appointment it answers, if any
	// Answered are those of Config.FollowUps that were answered, and need not
	// be asked.
	Answered []time.Duration
}

// Rebooking is when to remind of booking the next massage. It is said once for
// each visit, and not while a later appointment stands.
type Rebooking struct {
	At    time.Time // zero is never
	Visit string    // the UID of the visit it follows
}

// Config is everything the scheduler is told by the person: settings, and the
// appointments and visits that concern it.
type Config struct {
	Zone        *time.Location // the person's time zone; nil means UTC
	AwayAfter   time.Duration  // no input for this long is being away
	ExpireAfter time.Duration  // an interval prompt left alone closes after this
	MergeWindow time.Duration  // a posture check this close to a stretch is held
	Settle      time.Duration  // quiet after a return or the end of busy
	UsefulFor   time.Duration  // a fixed-time prompt stays this long
	Hours       Hours          // working hours; empty means always
	Reminders   []Reminder

	Leads         []Lead          // when appointments are announced
	VisitLogAfter time.Duration   // after an appointment's end, "how was it?"
	VisitLogFor   time.Duration   // how long that stays open
	FollowUps     []time.Duration // after a visit
	FollowUpFor   time.Duration   // how long after its instant one may still be asked

	Appointments []Appointment
	Visits       []Visit
	Rebook       Rebooking
}

// DefaultConfig is the scheduler's configuration for somebody who changed
// nothing: posture checks every 30 minutes of sitting, a stretch every 60.
func DefaultConfig() Config {
	return Config{
		Zone:        time.UTC,
		AwayAfter:   5 * time.Minute,
		ExpireAfter: 5 * time.Minute,
		MergeWindow: 5 * time.Minute,
		Settle:      time.Minute,
		UsefulFor:   2 * time.Hour,
		Reminders: []Reminder{
			{ID: Posture, Enabled: true, Every: 30 * time.Minute, Opens: "posture"},
			{ID: Stretch, Enabled: true, Every: 60 * time.Minute, Opens: "stretch"},
			{ID: Checkin, At: []TimeOfDay{Clock(20, 0, 0)}, Days: EveryDay, Opens: "today"},
		},
		Leads:         []Lead{{Days: 1}, {Elapsed: 2 * time.Hour}},
		VisitLogAfter: 15 * time.Minute,
		VisitLogFor:   24 * time.Hour,
		FollowUps:     []time.Duration{24 * time.Hour, 72 * time.Hour},
		FollowUpFor:   48 * time.Hour,
	}
}

// Reminder returns the definition with that id, and whether there is one.
func (c Config) Reminder(id ID) (Reminder, bool) {
	for _, r := range c.Reminders {
		if r.ID == id {
			return r, true
		}
	}
	return Reminder{}, false
}

func (c Config) zone() *time.Location {
	if c.Zone == nil {
		return time.UTC
	}
	return c.Zone
}

// Prompt is a reminder that is on screen.
type Prompt struct {
	ID      ID        `json:"reminder"`
	N       int       `json:"n"` // the how-manieth prompt of this reminder, from 1
	ShownAt time.Time `json:"shown_at"`
	Due     time.Time `json:"due"`             // the instant it was due; of interval kind, when it was shown
	Until   time.Time `json:"until"`           // when it closes unanswered
	Refs    []string  `json:"refs,omitempty"`  // dated: the appointments or visits it speaks of
	Begun   bool      `json:"begun,omitempty"` // the person is doing what it asks for, see Begin
}

// Verb is what an effect asks the outside world to do.
type Verb string

// The verbs. Sat is for the record only: it says that a stay at the desk
// ended.
const (
	Show  Verb = "show"
	Close Verb = "close"
	Sat   Verb = "sat"
)

// Effect is one consequence of a step.
type Effect struct {
	Verb    Verb
	ID      ID
	Outcome Outcome   // of a Close
	Prompt  Prompt    // of a Show, and of a Close of something that was shown
	From    time.Time // of a Sat: when the person sat down
	To      time.Time // of a Sat: when they left
}
