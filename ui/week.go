package ui

import (
	"strings"
	"time"
)

// Where weeks do not begin on Monday, by the Unicode Consortium's table of the
// weeks of the world (CLDR, weekData, firstDay).
const (
	weekFromSunday = " AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ " +
		"NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW "
	weekFromSaturday = " AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY "
	weekFromFriday   = " MV "
)

// weekOf is the day weeks begin with in a country, by its two letters; Monday,
// as ISO 8601 has it, where the country is not known.
func weekOf(country string) time.Weekday {
	in := func(list string) bool { return len(country) == 2 && strings.Contains(list, " "+country+" ") }
	switch {
	case in(weekFromSunday):
		return time.Sunday
	case in(weekFromSaturday):
		return time.Saturday
	case in(weekFromFriday):
		return time.Friday
	}
	return time.Monday
}
