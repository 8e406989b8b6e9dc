package ui

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders/settings"
)

// The Booking form in every look: nothing is cut and nothing sticks out.
func TestBookingLooks(t *testing.T) {
	for _, look := range []struct {
		theme string
		text  int
		size  fyne.Size
	}{
		{settings.ThemeLight, 100, fyne.NewSize(1120, 1400)},
		{settings.ThemeDark, 100, fyne.NewSize(1120, 1400)},
		{settings.ThemeLight, 150, fyne.NewSize(1120, 2600)},
		{settings.ThemeDark, 200, fyne.NewSize(720, 4400)},
		{settings.ThemeLight, 100, Smallest},
	} {
		for name, x := range map[string]struct {
			part string
			fill func(*stage)
			do   func(*testing.T, *stage)
		}{
			"new":   {partNew, func(*stage) {}, nil},
			"after": {partAfter + "one", oneVisit, nil},
			"one":   {"weekly@2026-12-03T17:30", func(s *stage) { oneVisit(s); weeklyFrom(wallOn(26, 17, 30))(s) }, nil},
			"all": {"weekly@2026-12-03T17:30", func(s *stage) { oneVisit(s); weeklyFrom(wallOn(26, 17, 30))(s) }, func(_ *testing.T, s *stage) {
				s.chip("All of them").Tapped(nil)
				s.chip("My own").Tapped(nil)
			}},
			"clash": {partNew, func(s *stage) { oneVisit(s); weeklyFrom(wallOn(26, 17, 30))(s) }, func(t *testing.T, s *stage) {
				s.bookingForm(t).day.SetText("2026-11-27")
				s.chip("Weekly").Tapped(nil)
			}},
			"errors": {partNew, oneVisit, func(t *testing.T, s *stage) {
				f := s.bookingForm(t)
				f.day.SetText("soon")
				f.setText("time", "26:00")
				f.setText("zone", "Mars/Base")
				s.chip("My own").Tapped(nil)
				s.chip("Weekly").Tapped(nil)
				f.setText("until", "2020-01-01")
				f.save()
			}},
			"elsewhere": {partNew, oneVisit, func(t *testing.T, s *stage) {
				s.press(t, "In another time zone")
				s.bookingForm(t).setText("zone", "America/New_York")
			}},
			"gone": {"nobody", oneVisit, nil},
		} {
			if (look.text == 200 || look.size == Smallest) && !slices.Contains([]string{"all", "clash", "errors"}, name) {
				continue // those with the most in them
			}
			name := fmt.Sprintf("booking-%s-%d-%.0fx%.0f-%s", look.theme, look.text, look.size.Width, look.size.Height, name)
			t.Run(name, func(t *testing.T) {
				s := newStage(t, Massage, x.fill, dressed(look.theme, look.text))
				s.Zone = zoneOf("Europe/Berlin")
				s.frame.Resize(look.size)
				s.SetStatus(sittingStatus())
				s.OpenAt(Booking, x.part)
				if x.do != nil {
					x.do(t, s)
				}
				s.looksRight(t, name)
			})
		}
	}
}
