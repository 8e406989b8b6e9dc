package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

// reminderScreen is where a reminder of the person's own is made or changed.
// Its part is new, new:NAME of a template to begin with, or a reminder's name;
// change:NAME means one, too, whatever it is called.
type reminderScreen struct{ formScreen }

// partChange stands before the name of a reminder that is to be changed.
const partChange = "change:"

func newReminderScreen(w *Window) screen {
	s := &reminderScreen{}
	s.formScreen.init(w, Reminder, partNew, func(part string) form {
		if template, ok := strings.CutPrefix(part, partNew+":"); ok {
			for _, t := range reminderTemplates() {
				if t.own.Name == template {
					return newReminderForm(&s.formScreen, part, "", t.own)
				}
			}
			return nil
		}
		if part == partNew {
			return newReminderForm(&s.formScreen, part, "", blankReminder())
		}
		o, ok := w.Prefs.Current().OwnNamed(strings.TrimPrefix(part, partChange))
		if !ok {
			return nil
		}
		return newReminderForm(&s.formScreen, part, o.Name, o)
	}, s.gone)
	return s
}

// gone is shown where there is no such reminder.
func (s *reminderScreen) gone() fyne.CanvasObject {
	back := widgets.NewButton(catalog.L("All reminders"), widgets.Primary, func() { s.w.OpenAt(Settings, partOwn) })
	return widgets.NewColumn(20, s.w.subHead(catalog.L("Reminder"), ""),
		emptyCard(widgets.IconClock, catalog.L("There is no such reminder"), catalog.L("It may have been deleted."), "", back))
}

// longestTimer is how long heat or cold is timed at most for this person; 0
// where the library does not say.
func (w *Window) longestTimer(act settings.Act) time.Duration {
	h, err := w.library().HeatCold()
	if err != nil {
		return 0
	}
	for _, t := range h.Timers {
		if t.Modality != modalityOf(act) || !t.Offered || t.Untimed {
			continue
		}
		most := t.HardStopMin
		if w.about.profile.Pregnancy.Is && t.PregnancyMaxMin > 0 {
			most = min(most, t.PregnancyMaxMin)
		}
		return time.Duration(most) * time.Minute
	}
	return 0
}

// modalityOf is heat or cold as the library has it; empty for another act.
func modalityOf(act settings.Act) content.Modality {
	switch act {
	case settings.ActHeat:
		return content.Heat
	case settings.ActCold:
		return content.Cold
	}
	return ""
}

// begin does what a reminder's Start is for.
func (w *Window) begin(a settings.Action) {
	if plays := a.Plays(); plays != "" {
		w.OpenAt(Playing, plays)
		return
	}
	w.OpenAt(Screen(a.Screen), a.Part())
}
