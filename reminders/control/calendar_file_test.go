package control

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCalendarFile(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	dir, err := os.Getwd() // where the temporary folder is a link
	if err != nil {
		t.Fatal(err)
	}
	address := (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(filepath.Join(dir, "my booking.ics")), "/")}).String()
	for _, x := range []struct{ arg, want string }{
		{"booking.ics", filepath.Join(dir, "booking.ics")},
		{"../x/Booking.ICS", filepath.Join(filepath.Dir(dir), "x", "Booking.ICS")},
		{"a.ical", filepath.Join(dir, "a.ical")},
		{"a.ifb", filepath.Join(dir, "a.ifb")},
		{"a.icalendar", filepath.Join(dir, "a.icalendar")},
		{address, filepath.Join(dir, "my booking.ics")},
		{strings.Replace(address, "file://", "FILE://localhost", 1), filepath.Join(dir, "my booking.ics")},
	} {
		if got, is, err := CalendarFile(x.arg); got != x.want || !is || err != nil {
			t.Errorf("%s is %q, %v, %v", x.arg, got, is, err)
		}
	}
	for _, arg := range []string{"", "massage", "booking.zip", "ics", "https://example.org/a.ics/"} {
		if got, is, err := CalendarFile(arg); is || err != nil {
			t.Errorf("%q is %q, %v", arg, got, err)
		}
	}
	for _, arg := range []string{"file://elsewhere.example/a.ics", "file:", "file:///%zz.ics"} {
		if _, is, err := CalendarFile(arg); !is || err == nil {
			t.Errorf("%q: %v, %v", arg, is, err)
		}
	}
}

// The part of the import screen is a path, which may be long; other parts are
// short.
func TestOpenAFile(t *testing.T) {
	long := "/" + strings.Repeat("a/", 1500) + "booking.ics"
	for _, x := range []struct {
		r  OpenRequest
		ok bool
	}{
		{OpenRequest{Screen: ImportScreen, Part: long}, true},
		{OpenRequest{Screen: "guide", Part: long}, false},
		{OpenRequest{Screen: ImportScreen, Part: long + long}, false},
		{OpenRequest{Screen: ImportScreen, Part: "/a\nb.ics"}, false},
	} {
		if err := x.r.check(); (err == nil) != x.ok {
			t.Errorf("%s with %d bytes: %v", x.r.Screen, len(x.r.Part), err)
		}
	}
}
