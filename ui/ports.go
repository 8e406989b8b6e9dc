// Package ui is the Unhunch window: the left rail and its screens. It talks
// to the outside through the small interfaces of this file, which the
// program fills in, so that every screen can be tried with made-up data and
// without a display.
package ui

import (
	"io"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/settings"
)

// Agent is what the window asks of the running agent. The calls may take a
// moment: the window makes them off its own goroutine.
type Agent interface {
	// Pause holds the reminders until an instant; the zero time means until
	// Resume.
	Pause(until time.Time) error
	// Resume ends a pause.
	Resume() error
	// Answer answers an open prompt.
	Answer(control.Answer) error
	// Begin says that the person does what an open prompt of that reminder
	// asks for, and takes so long at most. Without one nothing happens.
	Begin(id reminders.ID, most time.Duration) error
	// Did says that the person did what a reminder asks for, asked or not.
	Did(id reminders.ID) error
	// Reload makes the agent read the settings again.
	Reload() error
	// Start starts the agent if it is not running.
	Start() error
}

// Pain is a diary entry, under a name of the window's own: its program knows
// the window and the store, and nothing of what lies between them.
type Pain = diary.Pain

// Diary keeps the pain entries.
type Diary interface {
	// AddPain saves an entry and returns it with its id.
	AddPain(Pain) (Pain, error)
	// LastPain is the newest entry, and false if there is none.
	LastPain() (Pain, bool, error)
	// Pains are the entries, newest first, at most limit of them.
	Pains(limit int) ([]Pain, error)
	// DeletePain takes an entry out of every list.
	DeletePain(id string) error
	// UndeletePain brings a deleted entry back.
	UndeletePain(id string) error
}

// Counts is what was done of what was shown.
type Counts struct {
	PostureDone, PostureShown int
	StretchDone, StretchShown int
}

// Log is the record of prompts and of time at the desk.
type Log interface {
	// Counts sums up the prompts between two instants.
	Counts(from, to time.Time) (Counts, error)
	// LongestSit is the longest stay at the desk between two instants.
	LongestSit(from, to time.Time) (time.Duration, error)
}

// Prefs is the settings file.
type Prefs interface {
	// Current is what the settings are now.
	Current() settings.Settings
	// Set saves one setting. On an error nothing is saved.
	Set(key, value string) (settings.Settings, error)
	// Reset gives one setting its default again.
	Reset(key string) (settings.Settings, error)
	// KeepOwn saves a reminder of the person's own, a new one or in the place of
	// the one of that name. On an error nothing is saved.
	KeepOwn(settings.Own) (settings.Settings, error)
	// DeleteOwn takes one away; undo brings it back.
	DeleteOwn(name string) (undo func() (settings.Settings, error), err error)
}

// Profile is what a person told about themselves.
type Profile = safety.Profile

// Person keeps the profile.
type Person interface {
	// Profile is what was told, the zero Profile if nothing was yet.
	Profile() (Profile, error)
	// ChangeProfile keeps what change makes of the profile as it is stored, and
	// returns both. No other program's change comes between the two.
	ChangeProfile(change func(Profile) Profile) (before, after Profile, err error)
}

// DeskAnswer is an answer of the desk check-up.
type DeskAnswer = diary.DeskAnswer

// Desk keeps the answers of the desk check-up.
type Desk interface {
	// DeskAnswers are the latest answers, one a question.
	DeskAnswers() ([]DeskAnswer, error)
	// AnswerDesk keeps an answer; one without a choice takes the answer back.
	AnswerDesk(DeskAnswer) error
}

// Stretched is a session of stretching that was begun.
type Stretched = diary.Stretch

// Feeling is the answer to "how was it?".
type Feeling = diary.Feeling

// Stretches keeps what was stretched, the session under way, and what the
// person marked.
type Stretches interface {
	// AddStretch keeps a session and returns it with its id.
	AddStretch(Stretched) (Stretched, error)
	// FeltAfter keeps how a session was; after is a pain intensity, nil if not
	// told.
	FeltAfter(id string, how Feeling, after *int) error
	// Stretches are the sessions that began between two instants, in order.
	Stretches(from, to time.Time) ([]Stretched, error)
	// DeleteStretch takes a session out of every list.
	DeleteStretch(id string) error
	// UndeleteStretch brings a deleted session back.
	UndeleteStretch(id string) error
	// SaveSession keeps the session under way; an empty one takes it away.
	SaveSession(state []byte) error
	// Session is the one that was kept, nil if there is none.
	Session() ([]byte, error)
	// Favourites are the marked entries, as routine:low-back-10.
	Favourites() ([]string, error)
	// Mark makes an entry a favourite, or none again.
	Mark(entry string, favourite bool) error
}

// Visited is a massage that was had.
type Visited = diary.Visit

// Therapist is somebody who gives massages.
type Therapist = diary.Therapist

// FollowUp is a question some time after a visit.
type FollowUp = diary.FollowUp

// Visits keeps massages and those who give them. What is wrong with what is to
// be saved is a *diary.FieldError.
type Visits interface {
	// Visits are all visits, in the order they happened.
	Visits() ([]Visited, error)
	// LastVisit is the latest visit, and false if there is none.
	LastVisit() (Visited, bool, error)
	// AddVisit keeps a visit and returns it with its id.
	AddVisit(Visited) (Visited, error)
	// ChangeVisit keeps what change makes of a visit as it is stored, and returns
	// both. No other program's change comes between the two.
	ChangeVisit(id string, change func(Visited) (Visited, error)) (before, after Visited, err error)
	// FollowUp keeps a follow-up's answer, a pain intensity, or takes it back
	// where it is nil, and returns the visit before and after.
	FollowUp(id string, which FollowUp, intensity *int) (before, after Visited, err error)
	// DeleteVisit takes a visit out of every list.
	DeleteVisit(id string) error
	// UndeleteVisit brings a deleted visit back.
	UndeleteVisit(id string) error
	// Therapists are all of them by name, those who are archived too.
	Therapists() ([]Therapist, error)
	// AddTherapist keeps a therapist and returns them with their id.
	AddTherapist(Therapist) (Therapist, error)
	// ChangeTherapist does with a therapist what ChangeVisit does with a visit.
	ChangeTherapist(id string, change func(Therapist) (Therapist, error)) (before, after Therapist, err error)
	// DeleteTherapist takes a therapist whom no visit names out of every list.
	DeleteTherapist(id string) error
}

// Booked is a massage appointment or a series of them, under a name of the
// window's own.
type Booked = calendar.Appointment

// Calendar keeps massage appointments. What is wrong with what is to be saved is
// a *calendar.FieldError.
type Calendar interface {
	// Appointments are all that may still take place, or did in the last year.
	Appointments() ([]Booked, error)
	// AppointmentsBetween are those that may have an occurrence from one instant
	// up to another; two zero times mean all.
	AppointmentsBetween(from, to time.Time) ([]Booked, error)
	// AddAppointment keeps an appointment and returns it with its uid.
	AddAppointment(Booked) (Booked, error)
	// ChangeAppointment keeps what change makes of an appointment as it is
	// stored, and returns that; fresh is a uid for a part that is cut off. No
	// other program's change comes in between.
	ChangeAppointment(uid string, change func(a Booked, fresh string) ([]Booked, error)) ([]Booked, error)
	// PutAppointments keeps all of some appointments as they are, or none; those
	// there already are replaced, deleted ones too.
	PutAppointments([]Booked) error
	// DeleteAppointment takes an appointment or a series out of every list.
	DeleteAppointment(uid string) error
	// UndeleteAppointment brings a deleted one back.
	UndeleteAppointment(uid string) error
	// ReviseAppointments lets change look at all appointments, and keeps those it
	// puts and deletes those it names as gone: all of it or nothing. No other
	// program's change comes in between.
	ReviseAppointments(change func(all []Booked) (put []Booked, gone []string, err error)) error
	// OpenCalendar opens a calendar file. What is no file, such as a folder, is
	// refused.
	OpenCalendar(path string) (io.ReadCloser, error)
}

// ScreeningAnswer is what was answered to a question before a massage.
type ScreeningAnswer = safety.ScreeningAnswer

// Screening keeps the answers to the checklist before a massage.
type Screening interface {
	// Screening are the latest answers, one a question.
	Screening() ([]ScreeningAnswer, error)
	// AnswerScreening keeps all of some answers, or none.
	AnswerScreening(...ScreeningAnswer) error
	// ForgetScreening takes answers back, by the ids of their questions.
	ForgetScreening(questions ...string) error
}

// Sounds are the chimes and the voice of a session. Its calls return at once.
type Sounds interface {
	// Chime plays a sound, by its name in coach.Ring.
	Chime(name string)
	// Say speaks a text, in the place of one that still waits.
	Say(text string)
	// SayNow is Say for what cannot wait: it cuts off what is being said.
	SayNow(text string)
	// Hush ends what is being said.
	Hush()
	// Preview plays all chimes and says a sentence, whatever is switched on. It
	// takes as long as that; the error says what cannot be heard, and why.
	Preview(sentence string) error
}

// Frame is what only the window's frame can do.
type Frame interface {
	// FullScreen fills the screen with the window, or gives it its frame
	// again.
	FullScreen(on bool)
	// OnTop keeps the window above all others, or no longer. False means that
	// it cannot here.
	OnTop(on bool) bool
}

// PackImport is a pack from elsewhere that was looked at and can be taken in.
type PackImport = packs.Import

// Packs keeps the routines and exercises of the person's own, and takes packs
// in and hands them on. What is wrong with what is to be saved is
// packs.Problems.
type Packs interface {
	// Library is what Unhunch says with the packs as they are now.
	Library() (*content.Library, error)
	// SaveRoutine keeps a routine and returns its id, and what takes that back.
	SaveRoutine(packs.Routine) (id string, undo func() error, err error)
	// DeleteRoutine takes a routine away; undo brings it back.
	DeleteRoutine(id string) (undo func() error, err error)
	// SaveExercise keeps an exercise, as SaveRoutine does.
	SaveExercise(packs.Exercise) (id string, undo func() error, err error)
	// DeleteExercise takes an exercise away, as DeleteRoutine does.
	DeleteExercise(id string) (undo func() error, err error)
	// Photo reads a picture as it would be saved; ext is the end of its name.
	Photo(path string) (data []byte, ext string, err error)
	// OpenImport looks at a pack in a file. Nothing is written.
	OpenImport(path string) (*PackImport, error)
	// ExportRoutine writes a routine of a pack, and what it needs, into a file.
	ExportRoutine(id string, to io.Writer) error
	// ExportPack writes a whole pack, by its folder, into a file.
	ExportPack(folder string, to io.Writer) error
}

// Place is a file or folder of the person's data.
type Place struct{ Name, Path string }

// Deps is everything the window needs from outside. Agent, Diary, Log, Prefs,
// Person, Desk, Stretches, Visits, Calendar, Screening and HeatCold must be set.
type Deps struct {
	Agent       Agent
	Diary       Diary
	Log         Log
	Prefs       Prefs
	Person      Person
	Desk        Desk
	Stretches   Stretches
	Relaxations Relaxations
	Visits      Visits
	Calendar    Calendar
	Screening   Screening
	HeatCold    HeatCold
	Sounds      Sounds                 // nil is silence
	Frame       Frame                  // nil can do nothing
	Library     *content.Library       // nil means the built-in one alone
	Packs       Packs                  // nil means that nothing of one's own can be kept
	OpenURL     func(url string) error // opens the browser; nil means that none can be
	// Print opens a page to print in the browser. Its file, named after name, is
	// readable by the person alone. Nil means that it cannot.
	Print   func(name string, page []byte) error
	Places  []Place // where data lives
	Version string
	Now     func() time.Time // nil means time.Now
	Locale  string           // such as en_GB; empty means day before month
	Zone    *time.Location   // the machine's, by the name others know it by; nil means Now's
	// after calls f on the window's goroutine after a while, unless stop is
	// called; nil means later.
	after func(d time.Duration, f func()) (stop func())
	Run   func(func()) // runs work off the window's goroutine; nil means a goroutine
}
