package main

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui"
	"github.com/unhunch/unhunch/ui/widgets"
)

// booked are all appointments, without when they were last written.
func booked(t *testing.T, s *store) []ui.Booked {
	t.Helper()
	all, err := s.AppointmentsBetween(time.Time{}, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		all[i].Updated = time.Time{}
	}
	return all
}

// A calendar file is imported into the real database through the window, and
// taken back exactly.
func TestImportIntoTheDatabase(t *testing.T) {
	s := newStore(t)
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	day := time.Now().In(berlin).AddDate(0, 0, 10)
	event := func(uid, title string, more ...string) string {
		return fmt.Sprintf("BEGIN:VEVENT\r\nUID:%s\r\nSUMMARY:%s\r\nDTSTART;TZID=Europe/Berlin:%sT173000\r\nDURATION:PT1H\r\n%sEND:VEVENT\r\n", uid, title, day.Format("20060102"), strings.Join(more, ""))
	}
	file := func(name string, events ...string) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"+strings.Join(events, "")+"END:VCALENDAR\r\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	old := ui.Booked{UID: "a", Title: "Old", Zone: "Europe/Berlin", Length: time.Hour, Therapist: "t"}
	old.Start = old.Start.Add(time.Duration(day.Unix()/86400)*24*time.Hour + 9*time.Hour)
	if _, err := s.AddAppointment(old); err != nil {
		t.Fatal(err)
	}
	before := booked(t, s)

	test.NewTempApp(t)
	frame := test.NewTempWindow(t, nil)
	w := ui.New(frame, ui.Deps{
		Agent: &link{}, Diary: s, Log: s, Prefs: newPrefs(settings.Path()), Person: s, Desk: s, Stretches: s, Visits: s, Calendar: s, Screening: s,
		Run: func(f func()) { f() }, Locale: "en_GB", Zone: berlin,
	}, ui.Massage)
	t.Cleanup(w.Stop)
	frame.Resize(ui.Size)
	w.OpenAt(ui.Import, file("booking.ics", event("a", "New version", "SEQUENCE:1\r\n"), event("b", "Series", "RRULE:FREQ=WEEKLY;COUNT=3\r\n")))
	press(t, frame, "Import 2 appointments")
	if now := booked(t, s); len(now) != 2 || now[0].Title != "New version" || now[0].Therapist != "t" || now[1].Rule != "FREQ=WEEKLY;COUNT=3" {
		t.Fatalf("kept %+v", now)
	}
	if w.Screen() != ui.Massage {
		t.Errorf("it shows %s", w.Screen())
	}
	press(t, frame, "Undo")
	if now := booked(t, s); !reflect.DeepEqual(now, before) {
		t.Errorf("left is %+v\nwant %+v", now, before)
	}
}

// What is no file is refused before anybody waits for it.
func TestOpenCalendar(t *testing.T) {
	s := &store{}
	dir := t.TempDir()
	for _, path := range []string{dir, filepath.Join(dir, "gone.ics"), os.DevNull} {
		if f, err := s.OpenCalendar(path); err == nil {
			t.Errorf("%s is opened", path)
			_ = f.Close()
		}
	}
	path := filepath.Join(dir, "a.ics")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := s.OpenCalendar(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

// press presses the button that says that.
func press(t *testing.T, frame fyne.Window, label string) {
	t.Helper()
	var found *widgets.Button
	var look func(o fyne.CanvasObject)
	look = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch v := o.(type) {
		case *widgets.Button:
			if v.Label == label {
				found = v
			}
		case *fyne.Container:
			for _, c := range v.Objects {
				look(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(v).Objects() {
				look(c)
			}
		}
	}
	look(frame.Content())
	if found == nil {
		t.Fatalf("there is no button %q", label)
	}
	found.Tapped(nil)
}
