package catalog

import (
	"cmp"
	"time"
)

// This file holds words several packages say, each by its id or value, so that
// they are said alike everywhere.

// Reminder is a reminder's name, by its id and the name it is given elsewhere:
// one of Unhunch's own in the person's language, any other as it is called. The
// given name may be empty.
func Reminder(id, given string) string {
	named := func(english, said string) string {
		if given == "" || given == english {
			return said
		}
		return given
	}
	switch id {
	case "posture":
		return named("Posture check", L("Posture check"))
	case "stretch":
		return named("Stretch", L("Stretch"))
	case "checkin":
		return named("How is your back?", L("How is your back?"))
	case "appointment":
		return named("Massage appointment", L("Massage appointment"))
	case "visit-log":
		return named("How was your massage?", L("How was your massage?"))
	case "follow-up":
		return named("How is your back after the massage?", L("How is your back after the massage?"))
	case "rebook":
		return named("Time for the next massage?", L("Time for the next massage?"))
	}
	return cmp.Or(given, id)
}

// Length is a length of time: 45 min, 1 h 30 min, 90 s. Fractions of a second
// are left out.
func Length(d time.Duration) string {
	all := int(max(d, 0) / time.Second)
	h, m, s := all/3600, all/60%60, all%60
	places := D{"Hours": h, "Minutes": m, "Seconds": s}
	switch {
	case h > 0 && m > 0 && s > 0:
		return L("{{.Hours}} h {{.Minutes}} min {{.Seconds}} s", places)
	case h > 0 && m > 0:
		return L("{{.Hours}} h {{.Minutes}} min", places)
	case h > 0 && s > 0:
		return L("{{.Hours}} h {{.Seconds}} s", places)
	case h > 0:
		return L("{{.Hours}} h", places)
	case m > 0 && s > 0:
		return L("{{.Minutes}} min {{.Seconds}} s", places)
	case m > 0:
		return Minutes(m)
	}
	return L("{{.Seconds}} s", places)
}

// Minutes is a number of minutes in short: 60 min.
func Minutes(n int) string { return L("{{.Minutes}} min", D{"Minutes": n}) }

// InWords is a length of time in whole words and minutes: 34 minutes, 1 hour 5
// minutes, less than a minute.
func InWords(d time.Duration) string {
	m := int(d / time.Minute)
	if m < 1 {
		return L("less than a minute")
	}
	h, m := m/60, m%60
	hours := N("{{.Count}} hour", "{{.Count}} hours", h)
	mins := N("{{.Count}} minute", "{{.Count}} minutes", m)
	switch {
	case h == 0:
		return mins
	case m == 0:
		return hours
	}
	return L("{{.Hours}} {{.Minutes}}", D{"Hours": hours, "Minutes": mins})
}

// Weekday is a day's name.
func Weekday(d time.Weekday) string {
	switch d {
	case time.Monday:
		return L("Monday")
	case time.Tuesday:
		return L("Tuesday")
	case time.Wednesday:
		return L("Wednesday")
	case time.Thursday:
		return L("Thursday")
	case time.Friday:
		return L("Friday")
	case time.Saturday:
		return L("Saturday")
	default:
		return L("Sunday")
	}
}

// ShortWeekday is a day's name in two or three letters.
func ShortWeekday(d time.Weekday) string {
	switch d {
	case time.Monday:
		return L("Mon")
	case time.Tuesday:
		return L("Tue")
	case time.Wednesday:
		return L("Wed")
	case time.Thursday:
		return L("Thu")
	case time.Friday:
		return L("Fri")
	case time.Saturday:
		return L("Sat")
	default:
		return L("Sun")
	}
}

// Month is a month's name as it stands in a date.
func Month(m time.Month) string {
	switch m {
	case time.January:
		return L("January")
	case time.February:
		return L("February")
	case time.March:
		return L("March")
	case time.April:
		return L("April")
	case time.May:
		return L("May")
	case time.June:
		return L("June")
	case time.July:
		return L("July")
	case time.August:
		return L("August")
	case time.September:
		return L("September")
	case time.October:
		return L("October")
	case time.November:
		return L("November")
	default:
		return L("December")
	}
}

// ShortMonth is a month's name in three letters or so.
func ShortMonth(m time.Month) string {
	switch m {
	case time.January:
		return L("Jan")
	case time.February:
		return L("Feb")
	case time.March:
		return L("Mar")
	case time.April:
		return L("Apr")
	case time.May:
		return L("May")
	case time.June:
		return L("Jun")
	case time.July:
		return L("Jul")
	case time.August:
		return L("Aug")
	case time.September:
		return L("Sep")
	case time.October:
		return L("Oct")
	case time.November:
		return L("Nov")
	default:
		return L("Dec")
	}
}
