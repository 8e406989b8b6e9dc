package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/settings"
)

// Every part of the editor in every look: nothing is cut and nothing sticks
// out.
func TestEditorLooks(t *testing.T) {
	for _, look := range []struct {
		theme string
		text  int
		size  fyne.Size
	}{
		{settings.ThemeLight, 100, Size},
		{settings.ThemeDark, 100, fyne.NewSize(1120, 3000)},
		{settings.ThemeLight, 150, fyne.NewSize(1120, 3000)},
		{settings.ThemeDark, 200, fyne.NewSize(720, 5000)},
		{settings.ThemeLight, 100, Smallest},
		{settings.ThemeLight, 80, fyne.NewSize(1600, 1000)},
	} {
		name := fmt.Sprintf("editor-%s-%d-%.0fx%.0f", look.theme, look.text, look.size.Width, look.size.Height)
		t.Run(name, func(t *testing.T) {
			s := newStage(t, Today, usual, func(s *stage) {
				s.prefs.now.Window.Theme, s.prefs.now.Window.TextSize = look.theme, look.text
				s.person.now.Pregnancy = safety.Pregnancy{Is: true, Stage: 3, NotedAt: morning}
			})
			s.frame.Resize(look.size)
			s.SetStatus(sittingStatus())
			for _, part := range []string{"", "copy:low-back-10", partNewExercise, partImport, "routine:gone"} {
				s.OpenAt(Editor, part)
				s.looksRight(t, name+"-"+part)
			}
			s.OpenAt(Editor, "copy:low-back-10")
			s.editor().forms[s.editor().part].(*routineForm).picker.setOpen(true)
			s.OpenAt(Editor, "")
			f := s.editor().forms[partNew].(*routineForm)
			f.save()
			s.looksRight(t, name+"-errors")
			s.OpenAt(Editor, partNewExercise)
			s.editor().forms[partNewExercise].(*exerciseForm).save()
			s.looksRight(t, name+"-exercise-errors")
		})
	}
}
