package zone

import (
	"testing"
	"time"
)

func TestHome(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("TZ", "Europe/Berlin") // what the machine says does not count then
	now := time.Date(2026, time.November, 26, 17, 30, 0, 0, berlin)
	if got := Home(now).String(); got != "Europe/Berlin" {
		t.Errorf("a zone with a name is %s", got)
	}
	winter := time.Date(2026, time.November, 26, 17, 30, 0, 0, time.FixedZone("", 67*60))
	if got := Home(winter); got != time.UTC && got.String() != "UTC" {
		t.Errorf("a zone nobody keeps is %s", got)
	}
	if got := Local()(); got != time.Local { //nolint:gosmopolitan // it is about the machine's zone
		t.Errorf("with TZ the zone is %s", got)
	}
}
