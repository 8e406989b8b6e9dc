package catalog

import (
	"strings"
	"sync/atomic"
	"time"
)

// halfDays are the countries whose clocks count to twelve, by the Unicode
// Consortium's table of the hours of the world (CLDR, timeData, preferred).
const halfDays = " AE AG AL AR AS AU BB BD BH BM BN BO BS BT CA CL CO CR CU CY DJ DM DO DZ EC EG EH ER ET FJ FM GD GH GM GR GT GU " +
	"GY HK HN IN IQ IR JM JO KE KH KI KN KP KR KW KY LB LC LR LS LY MH MM MO MP MR MW MX MY NA NI NZ OM PA PE PG PH PK PR PS PW PY " +
	"QA SA SB SD SG SL SO SS SV SY SZ TC TD TN TO TT TW TZ UG UM US UY VC VE VG VI VU WS YE ZM "

// twelve tells that clock times are written with am and pm.
var twelve atomic.Bool

// UseClock makes Clock write times as the country of a locale does, such as
// en_US.UTF-8. Without a country it is the clock of 24 hours.
func UseClock(locale string) {
	language, country, _ := strings.Cut(normal(locale), "-")
	if i := strings.LastIndexByte(country, '-'); i >= 0 {
		country = country[i+1:] // a script stands before it
	}
	country = strings.ToUpper(country)
	french := country == "CA" && strings.EqualFold(language, "fr") // Canada has both
	twelve.Store(len(country) == 2 && !french && strings.Contains(halfDays, " "+country+" "))
}

// ClockFromEnvironment is the locale that times are written in, as the variables
// LC_ALL, LC_TIME and LANG say.
func ClockFromEnvironment(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_TIME", "LANG"} {
		if v := getenv(name); v != "" {
			return v
		}
	}
	return ""
}

// Clock is the time of day that t shows, as 17:30, or 5:30 PM where clocks count
// to twelve.
func Clock(t time.Time) string {
	if !twelve.Load() {
		return t.Format("15:04")
	}
	d := D{"Time": t.Format("3:04")}
	if t.Hour() < 12 {
		return L("{{.Time}}\u00a0AM", d)
	}
	return L("{{.Time}}\u00a0PM", d)
}

// ClockAt is Clock for a time since midnight.
func ClockAt(d time.Duration) string {
	return Clock(time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).Add(d))
}
