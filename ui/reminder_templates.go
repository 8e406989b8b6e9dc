package ui

import (
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/settings"
)

// reminderTemplate is a reminder to begin with. Its name tells it from others,
// and is not what the new one is called.
type reminderTemplate struct {
	label string
	own   settings.Own
}

// workdays are Monday to Friday.
var workdays = reminders.Days(time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday)

// blankReminder is a reminder nothing is said of yet.
func blankReminder() settings.Own {
	return settings.Own{Enabled: true, Days: reminders.EveryDay, Opens: string(Today)}
}

func reminderTemplates() []reminderTemplate {
	at := func(h, m int) []reminders.TimeOfDay { return []reminders.TimeOfDay{reminders.Clock(h, m, 0)} }
	one := func(label, name, title, text string, change func(*settings.Own)) reminderTemplate {
		o := blankReminder()
		o.Name, o.Title, o.Text = name, title, text
		change(&o)
		return reminderTemplate{label, o}
	}
	return []reminderTemplate{
		one(catalog.L("Heat pack at 15:00 for 20 min"), "heat-pack", catalog.L("Heat pack"), catalog.L("A warm pack for your back."),
			func(o *settings.Own) { o.At, o.Opens = at(15, 0), "heat:20m" }),
		one(catalog.L("Drink water every 45 min"), "drink-water", catalog.L("Drink some water"), "",
			func(o *settings.Own) { o.Every = 45 * time.Minute }),
		one(catalog.L("Rest my eyes every 20 min"), "eyes", catalog.L("Look into the distance"), catalog.L("At something far away, for 20 seconds."),
			func(o *settings.Own) { o.Every = 20 * time.Minute }),
		one(catalog.L("Walk after lunch at 13:00"), "lunch-walk", catalog.L("A walk after lunch"), "",
			func(o *settings.Own) { o.At, o.Days = at(13, 0), workdays }),
		one(catalog.L("My medicine at …"), "my-medicine", catalog.L("My medicine"), "", func(*settings.Own) {}),
		one(catalog.L("Bedtime wind-down at 21:30"), "wind-down", catalog.L("Wind down for the night"), "",
			func(o *settings.Own) { o.At, o.Opens = at(21, 30), "routine:evening-8" }),
	}
}
