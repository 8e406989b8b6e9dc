package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

// someFile is a calendar file, and what is booked before it is looked at.
type someFile struct {
	fill  func(*stage)
	path  func(testing.TB) string
	doing func(*testing.T, *stage) // once it is shown
}

func someFiles() map[string]someFile {
	none := func(*stage) {}
	changed := strings.NewReplacer("20261126", "20261127", "Main Street", "Side Street").Replace(bookedOnce) + "\nSEQUENCE:1\nSTATUS:TENTATIVE"
	return map[string]someFile{
		"booking": {none, func(t testing.TB) string { return icsFile(t, "booking-confirmation.ics", bookedOnce) }, nil},
		"mixed": {
			func(s *stage) {
				weeklyFrom(wallOn(27, 17, 0))(s)
				s.calendar.kept = append(s.calendar.kept, Booked{
					UID: "booking-1", Title: "Deep tissue massage", Place: "Practice on Main Street", Start: wallOn(26, 17, 30), Zone: "Europe/Berlin",
					Length: 3600e9, Status: "planned",
				})
			},
			func(t testing.TB) string {
				return icsFile(t, "practice.ics", changed, bookedAbroad, over, broken, strings.Replace(bookedOnce, "booking-1", "gone", 1)+"\nSTATUS:CANCELLED")
			},
			func(t *testing.T, s *stage) {
				walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
					if f, ok := o.(*widgets.Folded); ok {
						f.SetOpen(true)
					}
				})
			},
		},
		"export": {none, func(t testing.TB) string { return bigExport(t, 420) }, nil},
		"junk":   {none, func(t testing.TB) string { return rawFile(t, "photo.ics", "\x89PNG\r\n\x1a\n\x00\x00") }, nil},
		"tasks": {none, func(t testing.TB) string {
			return rawFile(t, "tasks.ics", "BEGIN:VCALENDAR\r\n"+strings.Repeat("BEGIN:VTODO\r\nSUMMARY:Buy a heat pad\r\nEND:VTODO\r\n", 9)+"END:VCALENDAR\r\n")
		}, nil},
		"none": {none, func(testing.TB) string { return "" }, nil},
		"long": {none, func(t testing.TB) string {
			name := strings.Repeat("a-very-long-name-without-any-blank-", 5) + ".ics"
			return icsFile(t, name, strings.Replace(bookedOnce, "Deep tissue massage", strings.Repeat("Massage", 25), 1))
		}, nil},
	}
}

// The preview of a calendar file in every look: nothing is cut and nothing sticks
// out.
func TestImportLooks(t *testing.T) {
	for _, look := range []struct {
		theme string
		text  int
		size  fyne.Size
	}{
		{settings.ThemeLight, 100, Size},
		{settings.ThemeDark, 100, Size},
		{settings.ThemeLight, 150, fyne.NewSize(1120, 1600)},
		{settings.ThemeDark, 200, fyne.NewSize(720, 3000)},
		{settings.ThemeLight, 100, Smallest},
	} {
		for name, file := range someFiles() {
			name := fmt.Sprintf("import-%s-%d-%.0fx%.0f-%s", look.theme, look.text, look.size.Width, look.size.Height, name)
			t.Run(name, func(t *testing.T) {
				s := newStage(t, Massage, berlinTime, file.fill, dressed(look.theme, look.text))
				s.frame.Resize(look.size)
				s.SetStatus(sittingStatus())
				s.OpenAt(Import, file.path(t))
				if file.doing != nil {
					file.doing(t, s)
				}
				s.looksRight(t, name)
			})
		}
	}
}

func TestImportGoldens(t *testing.T) {
	for _, name := range []string{"booking", "mixed", "export", "junk"} {
		t.Run(name, func(t *testing.T) {
			file := someFiles()[name]
			s := newStage(t, Massage, berlinTime, file.fill)
			s.OpenAt(Import, file.path(t))
			test.AssertRendersToMarkup(t, "import-"+name+".xml", s.canvas)
		})
	}
}

// Everything of the preview has a name and can be reached and used by keys.
func TestImportByKeys(t *testing.T) {
	s := newStage(t, Massage, berlinTime)
	s.frame.Resize(Smallest)
	s.OpenAt(Import, icsFile(t, "booking.ics", bookedOnce, bookedAbroad))
	for _, f := range s.tabThrough(t) {
		if strings.TrimSpace(named(f)) == "" {
			t.Errorf("%T has no name", f)
		}
		s.canvas.Focus(f)
		o := f.(fyne.CanvasObject)
		if top := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y; top < 0 || top+o.Size().Height > Smallest.Height {
			t.Errorf("%q has the focus out of sight, at %.0f", named(f), top)
		}
	}
	s.tabTo(t, "Deep tissue massage, Thursday, 26 November, 17:30–18:30, ticked")
	s.key(fyne.KeySpace)
	s.shortcut(saveShortcut)
	if len(s.calendar.kept) != 1 || s.calendar.kept[0].Title != "Thai massage" {
		t.Errorf("kept %+v", s.calendar.kept)
	}
}
