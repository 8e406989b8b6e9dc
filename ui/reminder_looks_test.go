package ui

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/settings"
)

// ownOnes are reminders of every kind.
func ownOnes(s *stage) {
	at := func(h ...int) (out []reminders.TimeOfDay) {
		for _, x := range h {
			out = append(out, reminders.Clock(x, 0, 0))
		}
		return out
	}
	s.prefs.now.Own = []settings.Own{
		{Name: "heat-pack", Title: "Heat pack", Text: "A warm pack for your back.", Enabled: true, At: at(15), Days: workdays, Opens: "heat:20m"},
		{Name: "drink-water", Title: "Drink some water", Enabled: true, Every: 45 * time.Minute, Days: reminders.EveryDay, Opens: "today"},
		{Name: "wind-down", Title: "Wind down for the night", At: at(21, 22), Days: reminders.EveryDay, Opens: "routine:evening-8"},
		{Name: "long", Title: "Something with a long name that goes on and on for the sake of it", Enabled: true, At: at(8, 9, 10, 11, 12, 13), Days: reminders.Days(1, 3, 5, 6), Opens: "journal"},
		{Name: "broken", Enabled: true, Days: reminders.EveryDay, Opens: "today"},
	}
}

// ownStatus is the agent's status with when they come next.
func ownStatus() control.Status {
	st := sittingStatus()
	next := func(id string, d time.Duration) control.Reminder {
		return control.Reminder{ID: id, Enabled: true, Next: ptr(morning.Add(d))}
	}
	st.Reminders = append(st.Reminders, next("heat-pack", 4*time.Hour+19*time.Minute), next("drink-water", 10*time.Minute), next("long", 24*time.Hour))
	return st
}

// One's own reminders and their form in every look: nothing is cut and nothing
// sticks out.
func TestReminderLooks(t *testing.T) {
	for _, look := range []struct {
		theme string
		text  int
		size  fyne.Size
	}{
		{settings.ThemeLight, 100, Size},
		{settings.ThemeDark, 100, fyne.NewSize(1120, 1200)},
		{settings.ThemeLight, 150, fyne.NewSize(1120, 1800)},
		{settings.ThemeDark, 200, fyne.NewSize(720, 3200)},
		{settings.ThemeLight, 100, Smallest},
	} {
		name := fmt.Sprintf("reminder-%s-%d-%.0fx%.0f", look.theme, look.text, look.size.Width, look.size.Height)
		t.Run(name, func(t *testing.T) {
			for state, fill := range map[string]func(*stage){"none": func(*stage) {}, "busy": ownOnes} {
				s := newStage(t, Settings, fill, dressed(look.theme, look.text))
				s.frame.Resize(look.size)
				s.SetStatus(ownStatus())
				check := func(part string) {
					s.looksRight(t, name+part)
				}
				s.OpenAt(Settings, partOwn)
				check("-list-" + state)
				if state == "none" {
					continue
				}
				for _, part := range []string{partNew, "new:heat-pack", "new:drink-water", "wind-down", "gone"} {
					s.OpenAt(Reminder, part)
					check("-" + part)
				}
				s.OpenAt(Reminder, partNew)
				f := s.reminderForm(t)
				f.draft.time = "soon"
				f.save()
				check("-errors")
				f.draft.sitting, f.draft.every = true, "a while"
				f.draft.action = settings.Action{Screen: "stretch", Act: settings.ActRoutine}
				f.rebuilt()
				f.save()
				check("-errors-too")
			}
		})
	}
}
