package agent

import (
	"context"
	"slices"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
)

// load reads the settings. Where they cannot be read at all, what was in force
// stays.
func (a *Agent) load() {
	s, problems, err := a.o.Settings()
	a.problems = nil
	if err != nil {
		a.problems = append(a.problems, catalog.L("The settings could not be read: {{.Problem}}", catalog.D{"Problem": err}))
		a.o.Log.Error("the settings could not be read", "err", err)
		if a.settings.Snooze == 0 {
			a.settings = s
		}
		return
	}
	for _, p := range problems {
		a.problems = append(a.problems, p.Error())
		a.o.Log.Warn("a setting was set aside", "problem", p.Error())
	}
	a.settings = s
}

// config is what the scheduler is told: the settings, the appointments, and what
// is known of massages.
func (a *Agent) config() reminders.Config {
	c := a.settings.Config(a.zone)
	c.Appointments = a.appointments
	a.massages(&c)
	return c
}

// reload takes in settings, appointments, visits and pain entries that changed.
func (a *Agent) reload(ctx context.Context) error {
	before := slices.Clone(a.problems)
	a.load()
	a.readCalendar(ctx)
	a.loadVisits(ctx)
	a.o.Sensors.SetAwayAfter(a.settings.AwayAfter)
	err := a.attempt(ctx, reminders.Configure{Config: a.config()})
	a.rejudge()
	if len(a.problems) > 0 && !slices.Equal(before, a.problems) {
		a.tell()
	}
	return err
}

// reloadIfChanged notices a settings file edited by hand, and a journey to
// another time zone, at no cost while nothing else happens.
func (a *Agent) reloadIfChanged(ctx context.Context) {
	zone := a.o.Zone()
	moved := zone.String() != a.zone.String()
	a.zone = zone
	edited := a.o.SettingsChanged != nil && a.o.SettingsChanged()
	if moved || edited {
		if err := a.reload(ctx); err != nil {
			a.o.Log.Warn("settings were read again but the schedule could not be saved", "err", err)
		}
	}
}
