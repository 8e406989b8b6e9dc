package ui

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/settings"
)

// morning is the instant the mock-ups show.
var morning = time.Date(2026, 11, 24, 10, 40, 56, 0, time.FixedZone("CET", 3600))

type fakeAgent struct {
	calls   []string
	answers []control.Answer
	until   time.Time
	err     error
}

func (a *fakeAgent) Pause(t time.Time) error {
	a.calls, a.until = append(a.calls, "pause"), t
	return a.err
}
func (a *fakeAgent) Resume() error { a.calls = append(a.calls, "resume"); return a.err }
func (a *fakeAgent) Begin(id reminders.ID, most time.Duration) error {
	a.calls = append(a.calls, "begin "+string(id)+" "+most.String())
	return a.err
}

func (a *fakeAgent) Did(id reminders.ID) error {
	a.calls = append(a.calls, "did "+string(id))
	return a.err
}
func (a *fakeAgent) Reload() error { a.calls = append(a.calls, "reload"); return a.err }
func (a *fakeAgent) Start() error  { a.calls = append(a.calls, "start"); return a.err }

func (a *fakeAgent) Answer(x control.Answer) error {
	a.answers = append(a.answers, x)
	return a.err
}

type fakeDiary struct {
	pains   []diary.Pain
	deleted []diary.Pain
	err     error
}

func (d *fakeDiary) AddPain(p diary.Pain) (diary.Pain, error) {
	if d.err != nil {
		return p, d.err
	}
	p.ID = "p" + strconv.Itoa(len(d.pains)+len(d.deleted)+1)
	d.pains = append(d.pains, p)
	return p, nil
}

func (d *fakeDiary) LastPain() (diary.Pain, bool, error) {
	p, ok := diary.Last(d.pains)
	return p, ok, d.err
}

func (d *fakeDiary) Pains(limit int) ([]diary.Pain, error) {
	out := slices.Clone(d.pains)
	diary.Sort(out)
	slices.Reverse(out)
	return out[:min(limit, len(out))], d.err
}

func (d *fakeDiary) DeletePain(id string) error {
	i := slices.IndexFunc(d.pains, func(p diary.Pain) bool { return p.ID == id })
	if i < 0 {
		return errors.New("there is no such entry")
	}
	d.deleted = append(d.deleted, d.pains[i])
	d.pains = slices.Delete(d.pains, i, i+1)
	return d.err
}

func (d *fakeDiary) UndeletePain(id string) error {
	i := slices.IndexFunc(d.deleted, func(p diary.Pain) bool { return p.ID == id })
	if i < 0 {
		return errors.New("there is no such entry")
	}
	d.pains = append(d.pains, d.deleted[i])
	d.deleted = slices.Delete(d.deleted, i, i+1)
	return d.err
}

type fakeLog struct {
	counts Counts
	sit    time.Duration
}

func (l *fakeLog) Counts(time.Time, time.Time) (Counts, error) { return l.counts, nil }
func (l *fakeLog) LongestSit(time.Time, time.Time) (time.Duration, error) {
	return l.sit, nil
}

// fakePrefs keeps settings in memory, checked as the file's are.
type fakePrefs struct {
	now settings.Settings
	err error // of what is to be saved of one's own reminders
}

func (p *fakePrefs) Current() settings.Settings { return p.now }

func (p *fakePrefs) Set(key, value string) (settings.Settings, error) {
	err := settings.Set(&p.now, key, value)
	return p.now, err
}

func (p *fakePrefs) Reset(key string) (settings.Settings, error) {
	if name, ok := strings.CutPrefix(key, "own."); ok && !strings.Contains(name, ".") {
		_, err := p.DeleteOwn(name)
		return p.now, err
	}
	for _, k := range p.now.Keys() {
		if k.Name == key {
			return p.Set(key, k.Default)
		}
	}
	return p.now, errors.New("no such key")
}

// fakePerson keeps a profile in memory; it was asked for already.
type fakePerson struct {
	now Profile
	err error
}

func (p *fakePerson) Profile() (Profile, error) { return p.now, p.err }
func (p *fakePerson) ChangeProfile(change func(Profile) Profile) (before, after Profile, err error) {
	if p.err != nil {
		return p.now, p.now, p.err
	}
	before = p.now
	p.now = change(before)
	return before, p.now, nil
}

// fakeDesk keeps the answers of the desk check-up.
type fakeDesk struct {
	answers []DeskAnswer
	err     error
}

func (d *fakeDesk) DeskAnswers() ([]DeskAnswer, error) { return slices.Clone(d.answers), d.err }
func (d *fakeDesk) AnswerDesk(a DeskAnswer) error {
	if d.err != nil {
		return d.err
	}
	d.answers = slices.DeleteFunc(d.answers, func(b DeskAnswer) bool { return b.Question == a.Question })
	if a.Choice != diary.DeskOpen {
		d.answers = append(d.answers, a)
	}
	return nil
}

// stage is a window with made-up surroundings.
type stage struct {
	*Window
	agent     *fakeAgent
	diary     *fakeDiary
	log       *fakeLog
	prefs     *fakePrefs
	person    *fakePerson
	desk      *fakeDesk
	stretches *fakeStretches
	relaxed   *fakeRelaxations
	visits    *fakeVisits
	calendar  *fakeCalendar
	screening *fakeScreening
	heatCold  *fakeHeatCold
	sounds    *fakeSounds
	outside   *fakeFrame
	timers    timers // what is to be called later, see pass
	packs     *realPacks
	chosen    *chosenFiles
	printed   []byte   // the last page to print
	opened    []string // addresses opened in the browser
	time      time.Time
	zone      *time.Location // nil is that of time
	noPacks   bool           // nothing of one's own can be kept
	canvas    fyne.Canvas
	frame     fyne.Window
}

func newStage(t testing.TB, first Screen, with ...func(*stage)) *stage {
	t.Helper()
	test.NewTempApp(t)
	s := &stage{agent: &fakeAgent{}, diary: &fakeDiary{}, log: &fakeLog{}, prefs: &fakePrefs{now: settings.Default()}, time: morning}
	s.person = &fakePerson{now: Profile{AskedAt: morning.AddDate(0, 0, -10)}}
	s.desk = &fakeDesk{}
	s.heatCold = &fakeHeatCold{now: func() time.Time { return s.time }}
	s.visits = &fakeVisits{now: func() time.Time { return s.time }}
	s.calendar, s.screening = &fakeCalendar{now: func() time.Time { return s.time }}, &fakeScreening{}
	s.stretches, s.sounds, s.outside = &fakeStretches{}, &fakeSounds{}, &fakeFrame{}
	s.relaxed = &fakeRelaxations{}
	s.packs, s.chosen = &realPacks{t: t}, &chosenFiles{}
	s.prefs.now.Window.Theme = settings.ThemeLight
	for _, f := range with {
		f(s)
	}
	s.frame = test.NewTempWindow(t, nil)
	s.Window = New(s.frame, Deps{
		Agent: s.agent, Diary: s.diary, Log: s.log, Prefs: s.prefs, Person: s.person, Desk: s.desk,
		Stretches: s.stretches, Relaxations: s.relaxed, Visits: s.visits, Calendar: s.calendar, Screening: s.screening, HeatCold: s.heatCold, Sounds: s.sounds, Frame: s.outside, Packs: s.packs,
		Print:   func(_ string, page []byte) error { s.printed = page; return nil },
		OpenURL: func(url string) error { s.opened = append(s.opened, url); return nil },
		Places:  []Place{{"Settings", "~/.config/unhunch/settings.toml"}, {"Journal and reminders", "~/.local/share/unhunch/unhunch.db"}},
		Now:     func() time.Time { return s.time }, Zone: s.zone,
		Locale: "en_GB.UTF-8", Version: "0.1.0",
		Run: func(f func()) { f() }, after: s.schedule,
	}, first)
	s.files = s.chosen
	if s.noPacks {
		s.Packs = nil
	}
	s.canvas = s.frame.Canvas()
	s.frame.Resize(Size)
	t.Cleanup(s.Stop)
	return s
}

func ptr[T any](v T) *T { return &v }

func secs(d time.Duration) *control.Seconds { return ptr(control.Seconds(d)) }

// sittingStatus is somebody who has sat for 34 minutes.
func sittingStatus() control.Status {
	at := func(h, m int) *time.Time { return ptr(time.Date(2026, 11, 24, h, m, 0, 0, morning.Location())) }
	return control.Status{
		Now: morning, Agent: true, Version: "0.1.0", Presence: "active",
		DeskSince: ptr(morning.Add(-34*time.Minute - 4*time.Second)), InHours: true, HoursChange: at(18, 0),
		Reminders: []control.Reminder{
			{ID: string(reminders.Posture), Title: "Posture check", Enabled: true, Next: at(10, 41), Sitting: secs(29 * time.Minute), Every: secs(30 * time.Minute)},
			{ID: string(reminders.Stretch), Title: "Stretch", Enabled: true, Next: at(11, 6), Sitting: secs(34*time.Minute + 56*time.Second), Every: secs(60 * time.Minute)},
			{ID: string(reminders.Checkin), Title: "How is your back?", Enabled: true, Next: at(20, 0)},
		},
	}
}

// somePains are a few entries.
func somePains() []diary.Pain {
	return []diary.Pain{
		{ID: "a", At: morning.Add(-13*time.Hour - 30*time.Minute - 56*time.Second), Intensity: 4, Regions: []diary.Region{diary.LowerBack}},
		{ID: "b", At: morning.Add(-15 * time.Hour), Intensity: 2, Regions: []diary.Region{diary.Neck, diary.Shoulders}, Note: "After the long call."},
		{ID: "c", At: morning.Add(-39 * time.Hour), Intensity: 7, Regions: []diary.Region{diary.LowerBack, diary.Hips}},
		{ID: "d", At: morning.Add(-61 * time.Hour), Intensity: 0},
	}
}

// usual fills the stage with a usual day.
func usual(s *stage) {
	s.diary.pains = somePains()
	s.log.counts = Counts{PostureDone: 5, PostureShown: 6, StretchDone: 2, StretchShown: 3}
	s.log.sit = time.Hour + 52*time.Minute
}
