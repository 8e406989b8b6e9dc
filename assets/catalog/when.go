package catalog

import (
	"strings"
	"time"
)

// When is when a reminder comes, as "every 45 min at the desk" or "weekdays at
// 15:00": after every length of sitting time, or at times of day, as they are
// shown, on the days that are on.
func When(every time.Duration, times []string, on func(time.Weekday) bool) string {
	if every > 0 {
		return L("every {{.Length}} at the desk", D{"Length": Length(every)})
	}
	at := D{"Times": And(times...)}
	var days []time.Weekday
	for i := range 7 { // from Monday
		if d := time.Weekday((i + 1) % 7); on(d) {
			days = append(days, d)
		}
	}
	weekend := on(time.Saturday) || on(time.Sunday)
	switch n := len(days); {
	case n == 0 || n == 7:
		return L("every day at {{.Times}}", at)
	case n == 5 && !weekend:
		return L("weekdays at {{.Times}}", at)
	case n == 2 && on(time.Saturday) && on(time.Sunday):
		return L("weekends at {{.Times}}", at)
	case n == 1:
		at["Day"] = Weekday(days[0])
	default:
		var names []string
		for _, d := range days {
			names = append(names, ShortWeekday(d))
		}
		at["Day"] = And(names...)
	}
	return L("{{.Day}} at {{.Times}}", at)
}

// And lists words: "15:00", "15:00 and 18:00", "Mon, Wed and Fri".
func And(words ...string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return L("{{.Some}} and {{.Last}}", D{"Some": strings.Join(words[:last], ", "), "Last": words[last]})
}
