package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/ui/widgets"
)

// berlinTime is a stage whose zone has a name, as a machine's has.
func berlinTime(s *stage) {
	zone := zoneOf("Europe/Berlin")
	s.time, s.zone = morning.In(zone), zone
}

// icsFile writes a calendar file of some events.
func icsFile(t testing.TB, name string, events ...string) string {
	t.Helper()
	text := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n"
	for _, e := range events {
		text += "BEGIN:VEVENT\r\n" + strings.ReplaceAll(strings.TrimSpace(e), "\n", "\r\n") + "\r\nEND:VEVENT\r\n"
	}
	return rawFile(t, name, text+"END:VCALENDAR\r\n")
}

func rawFile(t testing.TB, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const (
	bookedOnce = `
UID:booking-1
DTSTART;TZID=Europe/Berlin:20261126T173000
DTEND;TZID=Europe/Berlin:20261126T183000
SUMMARY:Deep tissue massage
LOCATION:Practice on Main Street
DESCRIPTION:Please come five minutes early.\nParking is behind the house.`
	bookedAbroad = `
UID:booking-2
DTSTART;TZID=America/New_York:20261203T113000
DURATION:PT90M
SUMMARY:Thai massage
RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4`
	over = `
UID:booking-0
DTSTART;TZID=Europe/Berlin:20251126T173000
SUMMARY:Swedish massage`
	broken = `
UID:broken
SUMMARY:No start`
)

func (s *stage) calendarForm(t *testing.T) *calendarForm {
	t.Helper()
	return formOn[*calendarForm](t, s, Import)
}

// check is the box whose name begins so.
func (s *stage) check(t *testing.T, name string) *widgets.Check {
	t.Helper()
	var found *widgets.Check
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if c, ok := o.(*widgets.Check); ok && strings.HasPrefix(c.Label, name) {
			found = c
		}
	})
	if found == nil {
		t.Fatalf("there is no box %q", name)
	}
	return found
}

// A booking is looked at, taken in and taken back.
func TestImportABooking(t *testing.T) {
	s := newStage(t, Massage, berlinTime)
	s.chosen.path = icsFile(t, "booking.ics", bookedOnce, bookedAbroad, over, broken)
	s.press(t, "Import .ics")
	s.mustSay(t, "booking.ics, with 3 events", "3 new", "One not usable",
		"Thursday, 26 November, 17:30–18:30", "Deep tissue massage · Practice on Main Street", "Please come five minutes early. …",
		"Thursday, 3 December, 17:30–19:00 (11:30–13:00 in New York)", "every 2 weeks, 4 times",
		"These are over", "It does not say how long it is; 1h are assumed.",
		"Line 24, “No start”: it does not say when it starts (DTSTART).", "Import 2 appointments")
	if len(s.calendar.kept) != 0 {
		t.Fatalf("kept before it was asked for: %+v", s.calendar.kept)
	}
	if s.check(t, "Swedish massage").On {
		t.Error("what is over is ticked")
	}
	s.check(t, "Thai massage").Tapped(nil)
	s.mustSay(t, "Import one appointment")
	s.check(t, "Deep tissue massage").Tapped(nil)
	s.shortcut(saveShortcut) // nothing is ticked
	if s.at != (spot{Import, s.chosen.path}) || len(s.calendar.kept) != 0 {
		t.Fatalf("at %v with %+v", s.at, s.calendar.kept)
	}
	s.check(t, "Thai massage").Tapped(nil)
	s.check(t, "Deep tissue massage").Tapped(nil)
	s.press(t, "Import 2 appointments")
	s.mustSay(t, "2 appointments imported.", "Next appointment", "Thursday, 26 November, 17:30–18:30")
	if s.at != (spot{Massage, ""}) || len(s.calendar.kept) != 2 || !slices.Contains(s.agent.calls, "reload") {
		t.Fatalf("at %v with %+v; the agent heard %q", s.at, s.calendar.kept, s.agent.calls)
	}
	s.press(t, "Undo")
	if len(s.calendar.kept) != 0 {
		t.Errorf("left is %+v", s.calendar.kept)
	}
	s.mustSay(t, "Nothing is booked")
}

// A new version says what it changes; to undo it puts the old one back.
func TestImportAChange(t *testing.T) {
	s := newStage(t, Massage, berlinTime)
	s.chosen.path = icsFile(t, "booking.ics", bookedOnce)
	s.press(t, "Import .ics")
	s.press(t, "Import one appointment")
	was := slices.Clone(s.calendar.kept)

	s.press(t, "Import .ics") // the same once more
	s.mustSay(t, "One left as it is", "There is nothing to import", "Line 4: it is in your calendar already.")

	s.chosen.path = icsFile(t, "moved.ics", strings.NewReplacer("20261126", "20261127", "Main Street", "Side Street").Replace(bookedOnce)+"\nSEQUENCE:1")
	s.press(t, "Choose another file")
	s.mustSay(t, "One changed", "Time: Thursday, 26 November, 17:30–18:30 → Friday, 27 November, 17:30–18:30",
		"Place: Practice on Main Street → Practice on Side Street")
	s.press(t, "Import one appointment")
	if a := s.calendar.kept[0]; a.Start != wallOn(27, 17, 30) || a.Place != "Practice on Side Street" {
		t.Fatalf("kept %+v", a)
	}
	s.press(t, "Undo")
	if !reflect.DeepEqual(s.calendar.kept, was) {
		t.Errorf("left is %+v\nwant %+v", s.calendar.kept, was)
	}

	s.chosen.path = icsFile(t, "off.ics", bookedOnce+"\nSTATUS:CANCELLED\nSEQUENCE:2")
	s.press(t, "Import .ics")
	s.mustSay(t, "One cancelled", "cancel")
	s.press(t, "Import one appointment")
	if s.calendar.kept[0].Status != calendar.Cancelled {
		t.Errorf("kept %+v", s.calendar.kept)
	}
}

// What another program changed while the file was looked at is not overwritten.
func TestImportAfterAChangeElsewhere(t *testing.T) {
	s := newStage(t, Massage, berlinTime)
	s.chosen.path = icsFile(t, "booking.ics", bookedOnce)
	s.press(t, "Import .ics")
	s.press(t, "Import one appointment")
	s.chosen.path = icsFile(t, "moved.ics", strings.ReplaceAll(bookedOnce, "20261126", "20261127")+"\nSEQUENCE:1", bookedAbroad)
	s.press(t, "Import .ics")
	s.check(t, "Thai massage").Tapped(nil)
	s.calendar.kept[0].Start, s.calendar.kept[0].Sequence = wallOn(28, 9, 0), 2
	s.press(t, "Import one appointment")
	s.mustSay(t, "Nothing was imported yet: your appointments changed meanwhile.", "One left as it is", "your calendar has a newer version of it")
	if len(s.calendar.kept) != 1 || s.calendar.kept[0].Start != wallOn(28, 9, 0) {
		t.Fatalf("kept %+v", s.calendar.kept)
	}
	if s.check(t, "Thai massage").On {
		t.Error("what was not ticked is")
	}

	// What was imported and changed since is not undone.
	s.check(t, "Thai massage").Tapped(nil)
	s.press(t, "Import one appointment")
	s.calendar.kept[1].Title = "Changed since"
	s.press(t, "Undo")
	s.mustSay(t, "One of them was changed since, and stays as it is.")
	if len(s.calendar.kept) != 2 {
		t.Errorf("left is %+v", s.calendar.kept)
	}
}

// What cannot be saved is said, and the file is still there.
func TestImportThatFails(t *testing.T) {
	s := newStage(t, Massage, berlinTime)
	path := icsFile(t, "booking.ics", bookedOnce)
	s.calendar.err = errNoSuch
	s.OpenAt(Import, path)
	s.mustSay(t, "The journal cannot be read", "there is no such entry")
	s.calendar.err = nil
	s.press(t, "Try again")
	s.mustSay(t, "booking.ics, with one event")
	s.calendar.err = errNoSuch
	s.press(t, "Import one appointment")
	s.mustSay(t, "Nothing was imported: there is no such entry")
	s.calendar.err = nil
	s.press(t, "Import one appointment")
	if len(s.calendar.kept) != 1 {
		t.Errorf("kept %+v", s.calendar.kept)
	}
}

// Files that are none, with the reason and a way on.
func TestImportOfFilesThatAreNone(t *testing.T) {
	folder := t.TempDir()
	for _, x := range []struct {
		path string
		want []string
	}{
		{rawFile(t, "empty.ics", ""), []string{"This file cannot be imported", "empty.ics: the file is empty."}},
		{rawFile(t, "page.ics", "<html>not found</html>"), []string{"page.ics: this is no calendar file: it has no BEGIN:VCALENDAR."}},
		{rawFile(t, "junk.ics", "\x00\x01\x02\xff\xfe\x00PK\x03\x04"), []string{"junk.ics: this is no calendar file"}},
		{rawFile(t, "big.ics", strings.Repeat("BEGIN:VCALENDAR\n", calendar.MaxFile/16+1)), []string{"big.ics: the file is larger than 10 MB.", "Export a shorter time from the other calendar."}},
		{filepath.Join(folder, "gone.ics"), []string{"gone.ics: the file is not there.", "It may have been moved, renamed or deleted."}},
		{icsFile(t, "none.ics"), []string{"There is no appointment in this file", "Line 1: there is no event (VEVENT) in it."}},
		{icsFile(t, "bad.ics", broken), []string{"There is no appointment in this file", "Line 4, “No start”"}},
	} {
		t.Run(filepath.Base(x.path), func(t *testing.T) {
			s := newStage(t, Massage, berlinTime)
			s.OpenAt(Import, x.path)
			s.mustSay(t, x.want...)
			if named(s.canvas.Focused()) != "Choose another file" {
				t.Errorf("the focus is on %q", named(s.canvas.Focused()))
			}
			s.chosen.path = icsFile(t, "booking.ics", bookedOnce)
			s.key(fyne.KeyReturn)
			s.mustSay(t, "booking.ics, with one event")
		})
	}
	s := newStage(t, Import)
	s.mustSay(t, "Choose a calendar file")
}

// bigExport is a whole calendar: mostly meetings, and a massage now and then.
func bigExport(t testing.TB, n int) string {
	var events []string
	for i := range n {
		day := time.Date(2026, time.January, 5, 9, 0, 0, 0, time.UTC).AddDate(0, 0, i)
		title, place := fmt.Sprintf("Meeting %d", i), "Room 4"
		if i%14 == 0 {
			title, place = "Massage", "Practice on Main Street"
		}
		events = append(events, fmt.Sprintf("UID:many-%d\nDTSTART;TZID=Europe/Berlin:%s\nDURATION:PT1H\nSUMMARY:%s\nLOCATION:%s", i, day.Format("20060102T150405"), title, place))
	}
	return icsFile(t, "export.ics", events...)
}

// A whole calendar can be looked through, and many picked at once.
func TestImportOfAWholeCalendar(t *testing.T) {
	s := newStage(t, Massage, berlinTime)
	s.OpenAt(Import, bigExport(t, 420))
	f := s.calendarForm(t)
	s.mustSay(t, "export.ics, with 420 events", "420 new", "Import 96 appointments", "Show more; 390 are not listed")
	rows := func() (n int) {
		walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
			if _, ok := o.(*widgets.Check); ok {
				n++
			}
		})
		return n
	}
	if rows() != rowsAtOnce {
		t.Errorf("%d rows are listed", rows())
	}
	s.press(t, "Only massages")
	s.mustSay(t, "Import 6 appointments")
	s.tabTo(t, "Look for a word in this file")
	s.types("massage main")
	if n := rows(); n != 30 || len(f.rows.found()) != 30 {
		t.Errorf("%d rows are listed of %d", n, len(f.rows.found()))
	}
	s.press(t, "All")
	s.mustSay(t, "Import 30 appointments")
	s.tabTo(t, "Look for a word in this file")
	s.types(" nowhere")
	s.mustSay(t, "No event in this file says that.")
	f.rows.find = ""
	f.rows.fill()
	s.press(t, "None")
	s.mustSay(t, "Import")
	s.press(t, "Show more; 390 are not listed")
	if rows() != 2*rowsAtOnce || !strings.HasPrefix(named(s.canvas.Focused()), "Meeting") {
		t.Errorf("%d rows are listed, the focus is on %q", rows(), named(s.canvas.Focused()))
	}
	s.press(t, "Only those ahead")
	s.press(t, "Import 96 appointments")
	if len(s.calendar.kept) != 96 {
		t.Errorf("kept %d", len(s.calendar.kept))
	}
	s.press(t, "Undo")
	if len(s.calendar.kept) != 0 {
		t.Errorf("left %d", len(s.calendar.kept))
	}
}

// What the file does not say can be said for all.
func TestImportSaysKindAndTherapist(t *testing.T) {
	s := newStage(t, Massage, berlinTime, oneVisit)
	s.OpenAt(Import, icsFile(t, "booking.ics", bookedOnce, bookedAbroad))
	s.tabTo(t, "Kind of massage and therapist, for all that are ticked")
	s.key(fyne.KeyReturn)
	s.chip("Thai massage").Tapped(nil)
	s.chip("Therapist A").Tapped(nil)
	s.press(t, "Import 2 appointments")
	for _, a := range s.calendar.kept {
		if a.Type != "thai" || a.Therapist != "a" {
			t.Errorf("kept %+v", a)
		}
	}
}

// Files dropped on the window are looked at one after another; what is none is
// said to be left out.
func TestDropCalendarFiles(t *testing.T) {
	s := newStage(t, Today, berlinTime, func(s *stage) { s.noPacks = true })
	drop := func(paths ...string) {
		var uris []fyne.URI
		for _, p := range paths {
			uris = append(uris, storage.NewFileURI(p))
		}
		s.dropped(fyne.Position{}, uris)
	}
	drop("/tmp/pack.zip")
	s.mustSay(t, "Nothing here takes this file.")
	if s.at.screen != Today {
		t.Fatalf("at %v", s.at)
	}
	drop(icsFile(t, "one.ICS", bookedOnce), "/tmp/pack.zip", icsFile(t, "two.ics", bookedAbroad), icsFile(t, "three.ics", over))
	s.mustSay(t, "one.ICS, with one event", "2 more files wait after this one.", "One of these files is no calendar file (.ics) and is left out.")
	s.press(t, "Import one appointment")
	s.mustSay(t, "two.ics, with one event", "One more file waits", "One appointment imported.")
	s.press(t, "Skip this file")
	s.mustSay(t, "three.ics, with one event")
	s.mustNotSay(t, "waits after")
	s.press(t, "Cancel")
	if s.at.screen == Import || len(s.calendar.kept) != 1 {
		t.Errorf("at %v with %+v", s.at, s.calendar.kept)
	}
}

// What was ticked is still so when one comes back, and the file is read anew.
func TestComeBackToAFile(t *testing.T) {
	s := newStage(t, Massage, berlinTime)
	path := icsFile(t, "booking.ics", bookedOnce, bookedAbroad)
	s.OpenAt(Import, path)
	s.check(t, "Thai massage").Tapped(nil)
	s.Open(Today)
	s.Back()
	s.mustSay(t, "Import one appointment")
	s.Open(Today)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	s.Back()
	s.mustSay(t, "booking.ics: the file is not there.")
}

// What is booked at the same time, or the day before, is said.
func TestImportNamesClashes(t *testing.T) {
	s := newStage(t, Massage, berlinTime, weeklyFrom(wallOn(26, 17, 0)))
	s.OpenAt(Import, icsFile(t, "booking.ics", bookedOnce))
	s.mustSay(t, "At the same time is Deep tissue massage.")
}
