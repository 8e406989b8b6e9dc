package catalog_test

import (
	"testing"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
)

func TestWhen(t *testing.T) {
	on := func(days ...time.Weekday) func(time.Weekday) bool {
		return func(d time.Weekday) bool {
			for _, x := range days {
				if x == d {
					return true
				}
			}
			return false
		}
	}
	for _, c := range []struct {
		every time.Duration
		times []string
		days  func(time.Weekday) bool
		want  string
	}{
		{45 * time.Minute, nil, on(), "every 45 min at the desk"},
		{0, []string{"15:00"}, on(0, 1, 2, 3, 4, 5, 6), "every day at 15:00"},
		{0, []string{"15:00"}, on(), "every day at 15:00"},
		{0, []string{"15:00", "18:00"}, on(1, 2, 3, 4, 5), "weekdays at 15:00 and 18:00"},
		{0, []string{"09:00", "15:00", "18:00"}, on(0, 6), "weekends at 09:00, 15:00 and 18:00"},
		{0, []string{"15:00"}, on(0), "Sunday at 15:00"},
		{0, []string{"15:00"}, on(0, 1, 3), "Mon, Wed and Sun at 15:00"},
		{0, []string{"15:00"}, on(6, 1, 2, 3, 4), "Mon, Tue, Wed, Thu and Sat at 15:00"},
	} {
		if got := catalog.When(c.every, c.times, c.days); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
