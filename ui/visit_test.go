package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders/diary"
)

func (s *stage) visitForm(t *testing.T) *visitForm {
	t.Helper()
	return formOn[*visitForm](t, s, Visit)
}

// A visit like the last one takes a number or two.
func TestLogAVisitByKeyboard(t *testing.T) {
	s := newStage(t, Massage, oneVisit)
	s.tabTo(t, "Log a visit")
	s.key(fyne.KeyReturn)
	s.mustSay(t, "Pain before", "Pain right after")
	s.mustNotSay(t, "Pain the next day", "You began this earlier")
	s.tabTo(t, "Pain before")
	s.types("5")
	s.tabTo(t, "Pain right after")
	s.types("2")
	s.tabTo(t, "Notes: ")
	s.types("Fine.")
	s.shortcut(saveShortcut)
	s.mustSay(t, "Visit saved. Thank you.", "Today, 10:40", "Before: 5", "2 visits · Deep tissue massage", "Fine.")
	got := s.visits.kept[1]
	want := s.visits.kept[0].Again(time.Date(2026, 11, 24, 10, 40, 0, 0, morning.Location()))
	if !got.At.Equal(want.At) || got.Type != want.Type || got.Therapist != "a" || got.Length != time.Hour || got.Pressure != 4 ||
		!slices.Equal(got.Areas, want.Areas) || !slices.Equal(got.Techniques, want.Techniques) || got.Cost != want.Cost ||
		*got.Before != 5 || *got.After != 2 || got.NextDay != nil {
		t.Errorf("kept %+v", got)
	}
	if !slices.Contains(s.agent.calls, "reload") {
		t.Error("the agent does not know of it")
	}
	s.press(t, "Undo")
	if len(s.visits.kept) != 1 || s.at != (spot{Visit, partNew}) {
		t.Fatalf("%d visits, at %v", len(s.visits.kept), s.at)
	}
	if f := s.visitForm(t); f.draft.Notes != "Fine." { // what was typed is there again
		t.Errorf("the draft is %+v", f.draft)
	}
}

func TestEverythingOfAVisit(t *testing.T) {
	s := newStage(t, Massage)
	s.OpenAt(Visit, partNew)
	s.tabTo(t, "When it began: ")
	s.visitForm(t).fields["date"].focus.(interface{ SetText(string) }).SetText("")
	s.types("2026-11-20 17:30")
	s.chip("Trigger point therapy").Tapped(nil)
	if n := s.visitForm(t).length.Value; n != 30 {
		t.Errorf("it lasts %d minutes, not as such a massage does", n)
	}
	s.chip("New therapist").Tapped(nil)
	if named(s.canvas.Focused()) != "Name of a new therapist: " {
		t.Fatalf("the focus is on %q", named(s.canvas.Focused()))
	}
	s.shortcut(saveShortcut) // who is new needs a name
	if got := visibleText(s.visitForm(t).fields["therapist_id"].problem); !strings.HasPrefix(got, "Not saved: It is missing.") {
		t.Errorf("it says %q", got)
	}
	s.types("Therapist C")
	s.tabTo(t, "Length in minutes")
	s.types("90")
	s.chip("Swedish massage").Tapped(nil) // the length stays: it is the person's own
	s.chip("Very light").Tapped(nil)
	s.chip("Neck").Tapped(nil)
	s.chip("Pressure on a tender knot").Tapped(nil)
	s.tabTo(t, "All areas as a list")
	s.key(fyne.KeyReturn)
	s.tabTo(t, "Left knee")
	s.key(fyne.KeySpace)
	s.tabTo(t, "Hips") // in the list, the map and the chips alike
	s.key(fyne.KeySpace)
	if !s.chip("Hips").On {
		t.Error("the chip does not show what the list chose")
	}
	s.chip("Hips").Tapped(nil)
	s.tabTo(t, "It left bruises")
	s.key(fyne.KeySpace)
	s.tabTo(t, "Cost: ")
	s.types("59,50 €")
	s.shortcut(saveShortcut)
	if len(s.visits.kept) != 1 || len(s.visits.therapists) != 1 {
		t.Fatalf("nothing was saved; it says %q", s.texts())
	}
	v := s.visits.kept[0]
	if v.Type != "swedish" || v.Therapist != s.visits.therapists[0].ID || v.Length != 90*time.Minute || v.Pressure != 1 || !v.Bruised ||
		!slices.Equal(v.Areas, []diary.Region{diary.Neck, "knee-left"}) || v.Cost != (diary.Money{Minor: 5950, Currency: "EUR"}) ||
		!slices.Equal(v.Techniques, []string{"targeted-pressure"}) || v.Before != nil || v.At.Format(whenLayout) != "2026-11-20 17:30" {
		t.Errorf("kept %+v", v)
	}
	s.press(t, "Undo")
	if len(s.visits.kept) != 0 || len(s.visits.therapists) != 0 {
		t.Errorf("left are %v and %v", s.visits.kept, s.visits.therapists)
	}
}

// Own words are a type; a type of the library takes them away.
func TestTypeInOwnWords(t *testing.T) {
	s := newStage(t, Massage, oneVisit)
	s.OpenAt(Visit, partNew)
	s.tabTo(t, "Type in your own words: ")
	s.types("Tuina")
	if f := s.visitForm(t); f.draft.Type != "Tuina" || s.chip("Deep tissue massage").On {
		t.Fatalf("the type is %q", f.draft.Type)
	}
	s.shortcut(saveShortcut)
	s.mustSay(t, "Tuina")
	s.OpenAt(Visit, s.visits.kept[1].ID)
	s.chip("Thai massage").Tapped(nil)
	if f := s.visitForm(t); f.draft.Type != "thai" {
		t.Errorf("the type is %q", f.draft.Type)
	}
	s.chip("Thai massage").Tapped(nil)
	if f := s.visitForm(t); f.draft.Type != "" {
		t.Errorf("the type is %q", f.draft.Type)
	}
}

func TestWrongDateAndCostAtTheirFields(t *testing.T) {
	s := newStage(t, Massage, oneVisit)
	s.OpenAt(Visit, partNew)
	f := s.visitForm(t)
	set := func(field, text string) { f.fields[field].focus.(interface{ SetText(string) }).SetText(text) }
	set("date", "yesterday-ish")
	set("cost", "a lot")
	s.shortcut(saveShortcut)
	for field, want := range map[string]string{
		"date": `Not saved: "yesterday-ish" is not a time. Write it as 2026-11-26 17:30, or 17:30 alone.`,
		"cost": `Not saved: "a lot" is not an amount. Write it as 65 EUR.`,
	} {
		if got := visibleText(f.fields[field].problem); got != want {
			t.Errorf("%s: %q, want %q", field, got, want)
		}
	}
	if s.canvas.Focused() != f.fields["date"].focus || len(s.visits.kept) != 1 {
		t.Errorf("the focus is on %q; %d visits", named(s.canvas.Focused()), len(s.visits.kept))
	}
	set("date", "2027-11-26 17:30")
	set("cost", "70") // as the last one was paid
	if f.fields["date"].problem.Visible() {
		t.Error("what was mended is still wrong")
	}
	s.shortcut(saveShortcut)
	if got := visibleText(f.fields["date"].problem); !strings.HasPrefix(got, "Not saved: 2027-11-26 17:30 is in the future.") || len(s.visits.kept) != 1 {
		t.Errorf("it says %q; %d visits", got, len(s.visits.kept))
	}
	set("date", "09:15")
	s.visits.err = errors.New("the disk is full")
	s.shortcut(saveShortcut)
	s.mustSay(t, "Not saved: The disk is full.")
	s.visits.err = nil
	s.shortcut(saveShortcut)
	if n := len(s.visits.kept); n != 2 || s.visits.kept[1].Cost.String() != "70 EUR" || s.visits.kept[1].At.Hour() != 9 {
		t.Errorf("kept %+v", s.visits.kept)
	}
}

func TestChangeAVisit(t *testing.T) {
	s := newStage(t, Massage, oneVisit)
	s.visits.kept[0].Appointment = "uid"
	before := s.visits.kept[0]
	s.press(t, "Change") // the therapist's comes first
	s.Back()
	s.OpenAt(Visit, "one")
	s.tabTo(t, "Pain the next day")
	s.key(fyne.KeyDelete)
	s.shortcut(saveShortcut)
	v := s.visits.kept[0]
	if v.NextDay != nil || v.Appointment != "uid" || !v.At.Equal(before.At) || v.ThirdDay == nil {
		t.Fatalf("kept %+v", v)
	}
	s.press(t, "Undo")
	if v := s.visits.kept[0]; v.NextDay == nil || *v.NextDay != 2 {
		t.Errorf("back is %+v", v)
	}
	s.OpenAt(Visit, "gone")
	s.mustSay(t, "There is nothing to change here")
}

// What was answered elsewhere while the form was open is not lost.
func TestChangeAVisitAnsweredMeanwhile(t *testing.T) {
	s := newStage(t, Massage, oneVisit, func(s *stage) { s.visits.kept[0].ThirdDay = nil })
	s.OpenAt(Visit, "one")
	s.visits.kept[0].ThirdDay = ptr(1)
	s.tabTo(t, "Pain the next day")
	s.types("4")
	s.shortcut(saveShortcut)
	if v := s.visits.kept[0]; v.ThirdDay == nil || *v.ThirdDay != 1 || *v.NextDay != 4 {
		t.Errorf("kept %+v", v)
	}
}

// What is not saved is there again, and can be thrown away and brought back.
func TestVisitDraft(t *testing.T) {
	s := newStage(t, Massage, oneVisit)
	s.OpenAt(Visit, partNew)
	s.tabTo(t, "Notes: ")
	s.types("Half")
	s.Open(Today)
	s.OpenAt(Visit, partNew)
	s.mustSay(t, "You began this earlier")
	s.press(t, "Discard")
	if f := s.visitForm(t); f.draft.Notes != "" {
		t.Errorf("the draft is %q", f.draft.Notes)
	}
	s.press(t, "Undo")
	if f := s.visitForm(t); f.draft.Notes != "Half" {
		t.Errorf("the draft is %q", f.draft.Notes)
	}
}

func TestVisitFormThatCannotBeRead(t *testing.T) {
	s := newStage(t, Massage, func(s *stage) { s.visits.err = errors.New("the disk is gone") })
	s.OpenAt(Visit, partNew)
	s.mustSay(t, "The journal cannot be read")
	s.shortcut(saveShortcut)
	s.visits.err = nil
	s.press(t, "Try again")
	s.mustSay(t, "Pain before")
}

func TestParseVisitTime(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 24, 10, 40, 0, 0, berlin)
	for text, want := range map[string]string{
		"2026-11-20 17:30":    "2026-11-20 17:30",
		" 2026-11-20  17:30 ": "2026-11-20 17:30",
		"2026-11-20T17:30":    "2026-11-20 17:30",
		"09:00":               "2026-11-24 09:00",
		"10:44":               "2026-11-24 10:44",
		"17:30":               "2026-11-23 17:30", // the last time it was
		"2026-03-29 03:00":    "2026-03-29 03:00",
	} {
		if got, err := parseVisitTime(text, now); err != nil || got.Format(whenLayout) != want {
			t.Errorf("%q: %v, %v; want %s", text, got, err, want)
		}
	}
	for _, text := range []string{"", "soon", "2026-11-20", "2026-02-30 10:00", "2026-11-20 25:00", "2026-03-29 02:30", "1:2:3:4", "2026-11-20 17:30 x"} {
		if got, err := parseVisitTime(text, now); err == nil {
			t.Errorf("%q was read as %v", text, got)
		}
	}
}

func FuzzParseVisitTime(f *testing.F) {
	for _, s := range []string{"2026-11-20 17:30", "17:30", "24:00", "2026-03-29 02:30", "T", "0000-01-01 00:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at, err := parseVisitTime(text, morning)
		if err != nil {
			if _, ok := err.(*diary.FieldError); !ok { //nolint:errorlint // it is made there
				t.Fatalf("%q: %v is not an error of a field", text, err)
			}
			return
		}
		if again, err := parseVisitTime(at.Format("2006-01-02 15:04:05"), morning); err != nil || !again.Equal(at) {
			t.Fatalf("%q is %v, and that is %v, %v", text, at, again, err)
		}
	})
}
