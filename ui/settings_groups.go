package ui

import "github.com/unhunch/unhunch/assets/catalog"

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
		{catalog.L("Posture checks"), catalog.L("A short reminder to notice how you sit."), []setting{
			{"posture.enabled", catalog.L("Remind me of my posture"), "", nil},
			{"posture.every", catalog.L("After sitting for"), catalog.L("Counts only while you are at your desk."), []string{"20m", "30m", "45m", "1h"}},
		}},
		{catalog.L("Stretches"), catalog.L("A break of about three minutes."), []setting{
			{"stretch.enabled", catalog.L("Remind me to stretch"), "", nil},
			{"stretch.every", catalog.L("After sitting for"), catalog.L("Counts only while you are at your desk."), []string{"30m", "45m", "1h", "1h30m"}},
			{"merge_window", catalog.L("Skip a posture check before a stretch by"), catalog.L("A posture check this close to a stretch is left to the stretch."), []string{"0s", "5m", "10m"}},
		}},
		{catalog.L("Cues while you stretch"), catalog.L("So that you can look away from the screen."), []setting{
			{"player.chimes", catalog.L("Play chimes"), catalog.L("At the start, half-way, at a change and at the end."), nil},
			{"player.voice", catalog.L("Say what comes next"), catalog.L("Through this computer's own voice."), nil},
			{"player.volume", catalog.L("Volume in per cent"), catalog.L("From 0 to 100."), []string{"30", "50", "70", "100"}},
		}},
		{catalog.L("Evening check-in"), catalog.L("One question a day keeps a useful journal."), []setting{
			{"checkin.enabled", catalog.L("Ask me how my back is"), "", nil},
			{"checkin.at", catalog.L("At"), catalog.L("One or more times of day, such as 20:00."), []string{"18:00", "20:00", "21:30"}},
			{"checkin.days", catalog.L("On"), "", nil},
			{"useful_for", catalog.L("Keep the question open for"), catalog.L("After that it gives up for the day."), []string{"1h", "2h", "4h"}},
		}},
		{catalog.L("When I'm away or busy"), catalog.L("Unhunch waits rather than interrupts."), []setting{
			{"away_after", catalog.L("I am away after no input for"), catalog.L("An absence this long counts as a break."), []string{"3m", "5m", "10m"}},
			{"settle", catalog.L("After I come back, stay quiet for"), catalog.L("Also when a call or a presentation ends."), []string{"0s", "1m", "5m"}},
			{"snooze", catalog.L("Snooze lasts"), "", []string{"5m", "10m", "15m", "30m"}},
			{"expire_after", catalog.L("Close an unanswered reminder after"), "", []string{"2m", "5m", "15m"}},
		}},
		{catalog.L("Working hours"), catalog.L("Posture checks and stretches come only then."), []setting{
			{"hours", catalog.L("Hours"), catalog.L("Days and times, such as mon-fri 09:00-12:00 13:00-18:00; several with a semicolon; or always."), []string{"always", "mon-fri 08:00-17:00", "mon-fri 09:00-18:00"}},
		}},
		{catalog.L("Appointments"), catalog.L("For massage appointments and visits, once you have some."), []setting{
			{"appointment.enabled", catalog.L("Announce appointments"), "", nil},
			{"appointment.leads", catalog.L("Ahead by"), catalog.L("For example 1d, 2h: the day before and two hours before."), nil},
			{"visit-log.enabled", catalog.L("Ask how it was"), "", nil},
			{"visit-log.after", catalog.L("Ask this long after the end"), "", []string{"0s", "15m", "1h"}},
			{"visit-log.open_for", catalog.L("Keep the question open for"), "", []string{"12h", "24h", "48h"}},
			{"follow-up.enabled", catalog.L("Ask again some days later"), "", nil},
			{"follow-up.after", catalog.L("After the visit by"), catalog.L("For example 24h, 72h."), nil},
			{"follow-up.within", catalog.L("If I am away then, ask up to this much later"), "", []string{"24h", "48h"}},
			{"rebook.enabled", catalog.L("Remind me to book the next one"), catalog.L("When the relief fades, as you told it."), nil},
		}},
		{catalog.L("Notifications"), "", []setting{
			{"notifications.sound", catalog.L("Play a soft sound"), "", nil},
			{"tray.enabled", catalog.L("Show an icon in the panel"), catalog.L("Takes effect when the reminders start next."), nil},
		}},
		{catalog.L("Emergency number"), catalog.L("Shown on \"Is this serious?\"."), []setting{
			{"emergency.country", catalog.L("Country"), catalog.L("Two letters such as GB. Empty: the country of this computer's language."), nil},
		}},
		{catalog.L("Appearance"), "", []setting{
			{"window.theme", catalog.L("Theme"), "", nil},
			{"window.text_size", catalog.L("Text size in per cent"), catalog.L("From 80 to 200."), []string{"90", "100", "125", "150", "200"}},
			{"window.reduced_motion", catalog.L("Reduce motion"), catalog.L("Leaves out animations that are not needed."), nil},
		}},
	}
}
