package reminders

import (
	"errors"
	"testing"
)

// TestWhyALengthIsRefused: only too much of it is ErrTooLong.
func TestWhyALengthIsRefused(t *testing.T) {
	for text, long := range map[string]bool{
		"3661d": true, "99999999h": true, "3660d1h": true, "999999999s": true,
		"": false, "5": false, "x": false, "-5m": false, "9999999999h": false,
	} {
		if _, err := ParseDuration(text); err == nil || errors.Is(err, ErrTooLong) != long {
			t.Errorf("%q: %v", text, err)
		}
	}
}
