package ui

import (
	"testing"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/calendar"
)

func TestDatesInTheCountrysOrder(t *testing.T) {
	for locale, want := range map[string]string{
		"en_GB.UTF-8": "Tuesday, 24 November", "en_US.UTF-8": "Tuesday, November 24", "en-US": "Tuesday, November 24",
		"de_DE": "Tuesday, 24 November", "C": "Tuesday, 24 November", "": "Tuesday, 24 November",
	} {
		if got := datesOf(locale).long(morning); got != want {
			t.Errorf("%q: %q, want %q", locale, got, want)
		}
	}
	d, us := datesOf("en_GB"), datesOf("en_US")
	for got, want := range map[string]string{
		d.ago(morning.Add(-time.Hour), morning):       "today 09:40",
		d.ago(morning.Add(-14*time.Hour), morning):    "yesterday 20:40",
		d.ago(morning.AddDate(0, 0, -3), morning):     "21 Nov 10:40",
		us.ago(morning.AddDate(-1, 0, 0), morning):    "Nov 24, 2025 10:40",
		d.coming(morning.Add(time.Minute), morning):   "10:41",
		d.coming(morning.AddDate(0, 0, 2), morning):   "Thu 10:40",
		d.coming(morning.AddDate(0, 0, 8), morning):   "2 Dec 10:40",
		d.heading(morning.AddDate(-1, 0, 0), morning): "Monday, 24 November 2025",
		d.day(morning.Add(14*time.Hour), morning):     "tomorrow",
		us.short(morning.AddDate(0, 0, -3), morning):  "Nov 21",
		sentence("über alles"):                        "Über alles",
		sentence(""):                                  "",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestLengthsOfTime(t *testing.T) {
	for d, want := range map[time.Duration][4]string{
		0:                      {"less than a minute", "0 s", "0:00", "0 s"},
		-time.Hour:             {"less than a minute", "0 s", "0:00", "0 s"},
		90 * time.Second:       {"1 minute", "1 min 30 s", "1:30", "1 min 30 s"},
		time.Hour:              {"1 hour", "1 h", "60:00", "60 min"},
		2 * time.Hour:          {"2 hours", "2 h", "2:00:00", "2 h"},
		61*time.Minute + 1:     {"1 hour 1 minute", "1 h 1 min", "61:01", "1 h 1 min"},
		500 * time.Millisecond: {"less than a minute", "0 s", "0:01", "0 s"},
	} {
		if got := [4]string{minutes(d), brief(d), countdown(d), often(d)}; got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
	if got := hoursMinutes(112 * time.Minute); got != "1:52" {
		t.Errorf("longest sit %q", got)
	}
	// What Settings shows must be read back as it is.
	for _, d := range []time.Duration{time.Second, 90 * time.Minute, 26 * time.Hour, 24*time.Hour + time.Second} {
		k := typedValue(durationKey, brief(d))
		if back, err := reminders.ParseDuration(k); err != nil || back != d {
			t.Errorf("%v is shown as %q and read as %v, %v", d, brief(d), back, err)
		}
	}
}

// Times are written as the person's country writes them, wherever they stand.
func TestTimesByTheCountry(t *testing.T) {
	t.Cleanup(func() { catalog.UseClock("") })
	s := newStage(t, Today, oneVisit, weeklyFrom(calendar.WallOf(2026, time.November, 26, 17, 30, 0)))
	catalog.UseClock("en_US.UTF-8")
	s.Open(Massage)
	s.mustSay(t, "Thursday, 26 November, 5:30\u00a0PM–6:30\u00a0PM")
	s.OpenAt(Booking, "weekly@2026-11-26T17:30")
	if f := s.bookingForm(t); f.draft.clock != "5:30\u00a0PM" || f.unsaved() {
		t.Errorf("the form says %q; unsaved: %v", f.draft.clock, f.unsaved())
	}
	if _, wrong := s.bookingForm(t).read(); len(wrong) > 0 {
		t.Errorf("what stands there cannot be read: %v", wrong)
	}
}
