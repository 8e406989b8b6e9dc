package ui

// setting is one line of the Settings screen.
type setting struct {
	key     string // its dotted name
	label   string
	doc     string
	presets []string // values offered as chips, as Set reads them
}

// group is a card of the Settings screen.
type group struct {
	title string
	text  string
	lines []setting
}

// settingGroups is the Settings screen's order: what people change most comes
// first, and what belongs together in life stands together, whatever the file
// calls it.
func settingGroups() []group {
	return []group{
		{"Posture checks", "A short reminder to notice how you sit.", []setting{
			{"posture.enabled", "Remind me of my posture", "", nil},
			{"posture.every", "After sitting for", "Counts only while you are at your desk.", []string{"20m", "30m", "45m", "1h"}},
		}},
		{"Stretches", "A break of about three minutes.", []setting{
			{"stretch.enabled", "Remind me to stretch", "", nil},
			{"stretch.every", "After sitting for", "Counts only while you are at your desk.", []string{"30m", "45m", "1h", "1h30m"}},
			{"merge_window", "Skip a posture check before a stretch by", "A posture check this close to a stretch is left to the stretch.", []string{"0s", "5m", "10m"}},
		}},
		{"Evening check-in", "One question a day keeps a useful journal.", []setting{
			{"checkin.enabled", "Ask me how my back is", "", nil},
			{"checkin.at", "At", "One or more times of day, such as 20:00.", []string{"18:00", "20:00", "21:30"}},
			{"checkin.days", "On", "", nil},
			{"useful_for", "Keep the question open for", "After that it gives up for the day.", []string{"1h", "2h", "4h"}},
		}},
		{"When I'm away or busy", "Unhunch waits rather than interrupts.", []setting{
			{"away_after", "I am away after no input for", "An absence this long counts as a break.", []string{"3m", "5m", "10m"}},
			{"settle", "After I come back, stay quiet for", "Also when a call or a presentation ends.", []string{"0s", "1m", "5m"}},
			{"snooze", "Snooze lasts", "", []string{"5m", "10m", "15m", "30m"}},
			{"expire_after", "Close an unanswered reminder after", "", []string{"2m", "5m", "15m"}},
		}},
		{"Working hours", "Posture checks and stretches come only then.", []setting{
			{"hours", "Hours", "Days and times, such as mon-fri 09:00-12:00 13:00-18:00; several with a semicolon; or always.", []string{"always", "mon-fri 08:00-17:00", "mon-fri 09:00-18:00"}},
		}},
		{"Appointments", "For massage appointments and visits, once you have some.", []setting{
			{"appointment.enabled", "Announce appointments", "", nil},
			{"appointment.leads", "Ahead by", "For example 1d, 2h: the day before and two hours before.", nil},
			{"visit-log.enabled", "Ask how it was", "", nil},
			{"visit-log.after", "Ask this long after the end", "", []string{"0s", "15m", "1h"}},
			{"visit-log.open_for", "Keep the question open for", "", []string{"12h", "24h", "48h"}},
			{"follow-up.enabled", "Ask again some days later", "", nil},
			{"follow-up.after", "After the visit by", "For example 24h, 72h.", nil},
			{"follow-up.within", "If I am away then, ask up to this much later", "", []string{"24h", "48h"}},
		}},
		{"Notifications", "", []setting{
			{"notifications.sound", "Play a soft sound", "", nil},
			{"tray.enabled", "Show an icon in the panel", "Takes effect when the reminders start next.", nil},
		}},
		{"Appearance", "", []setting{
			{"window.theme", "Theme", "", nil},
			{"window.text_size", "Text size in per cent", "From 80 to 200.", []string{"90", "100", "125", "150", "200"}},
			{"window.reduced_motion", "Reduce motion", "Leaves out animations that are not needed.", nil},
		}},
	}
}
