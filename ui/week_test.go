package ui

import (
	"testing"
	"time"
)

func TestWhereWeeksBegin(t *testing.T) {
	for locale, want := range map[string]time.Weekday{
		"de_DE.UTF-8": time.Monday, "en_GB": time.Monday, "en_US.UTF-8": time.Sunday, "en-us": time.Sunday, "pt_BR": time.Sunday,
		"ar_EG": time.Saturday, "dv_MV": time.Friday, "de_AT@euro": time.Monday, "he_IL@calendar=hebrew": time.Sunday,
		"zh_Hant_TW": time.Sunday, "zh-Hans-CN": time.Monday, "C": time.Monday, "": time.Monday, "en_A": time.Monday, "en_ ": time.Monday,
	} {
		if got := datesOf(locale).week; got != want {
			t.Errorf("%q: weeks begin on %v, want %v", locale, got, want)
		}
	}
}
