package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// Screen names one place of the window, as the command line does.
type Screen string

// The screens of the rail, in its order.
const (
	Today    Screen = "today"
	Posture  Screen = "posture"
	Stretch  Screen = "stretch"
	Relief   Screen = "relief"
	Massage  Screen = "massage"
	Journal  Screen = "journal"
	Serious  Screen = "serious"
	Settings Screen = "settings"
)

// The screens one reaches from others, from search and by name.
const (
	Guide   Screen = "guide"   // its part is a guide's id, or kind:id as massage.type:thai
	Playing Screen = "player"  // a guided session; its part is routine:ID, exercise:ID, relax:WISH or suggested
	Entry   Screen = "entry"   // one exercise or routine; its part is kind:id
	Editor  Screen = "editor"  // own routines and exercises; see editorScreen for its parts
	Visit   Screen = "visit"   // a massage to log or change, or a therapist; see visitScreen for its parts
	Booking Screen = "booking" // an appointment to make or change; see bookingScreen for its parts
	Import  Screen = "import"  // a calendar file to look at and take in; its part is the file's path
	Relax   Screen = "relax"   // breathing and muscle relaxation; its part is breathing or pmr
	Prepare Screen = "prepare" // the checklist before a massage, and what to tell
	// Reminder is where a reminder of one's own is made or changed; see
	// reminderScreen for its parts.
	Reminder Screen = "reminder"

	Sources Screen = "sources" // its part is a source's id
	AboutMe Screen = "profile"
	Welcome Screen = "welcome"
)

// place is one screen: how it is called, and where it stands in the rail.
type place struct {
	screen Screen
	name   string
	glyph  widgets.Glyph
	key    fyne.KeyName // with Ctrl; empty means it has none
	under  Screen       // the rail's item it belongs to; empty means it has its own
	foot   bool         // it stands at the rail's foot
	build  func(*Window) screen
}

// rail lists the places of the rail from top to bottom.
func railPlaces() []place {
	return []place{
		{screen: Today, name: catalog.L("Today"), glyph: widgets.IconToday, key: fyne.Key1, build: func(w *Window) screen { return newToday(w) }},
		{screen: Posture, name: catalog.L("Posture"), glyph: widgets.IconPosture, key: fyne.Key2, build: newPosture},
		{screen: Stretch, name: catalog.L("Stretch"), glyph: widgets.IconStretch, key: fyne.Key3, build: newStretch},
		{screen: Relief, name: catalog.L("Heat & cold"), glyph: widgets.IconRelief, key: fyne.Key4, build: newRelief},
		{screen: Massage, name: catalog.L("Massage"), glyph: widgets.IconMassage, key: fyne.Key5, build: newMassage},
		{screen: Journal, name: catalog.L("Journal"), glyph: widgets.IconJournal, key: fyne.Key6, build: newJournal},
		{screen: Serious, name: catalog.L("Is this serious?"), glyph: widgets.IconWarn, key: fyne.Key8, foot: true, build: newSerious},
		{screen: Settings, name: catalog.L("Settings"), glyph: widgets.IconGear, key: fyne.Key7, foot: true, build: newSettings},
	}
}

// places lists all screens, those of the rail first.
func places() []place {
	return append(railPlaces(),
		place{screen: Guide, name: catalog.L("Guide"), under: Massage, build: newGuide},
		place{screen: Playing, name: catalog.L("Stretching"), under: Stretch, build: newPlay},
		place{screen: Entry, name: catalog.L("Library"), under: Stretch, build: newEntry},
		place{screen: Editor, name: catalog.L("Routine editor"), under: Stretch, build: newEditor},
		place{screen: Visit, name: catalog.L("Massage visit"), under: Massage, build: newVisitScreen},
		place{screen: Booking, name: catalog.L("Appointment"), under: Massage, build: newBookingScreen},
		place{screen: Import, name: catalog.L("Calendar file"), under: Massage, build: newImportScreen},
		place{screen: Prepare, name: catalog.L("Before a massage"), under: Massage, build: newPrepareScreen},
		place{screen: Reminder, name: catalog.L("Reminder"), under: Settings, build: newReminderScreen},
		place{screen: Relax, name: catalog.L("Relax"), under: Relief, build: newRelax},
		place{screen: Sources, name: catalog.L("Sources"), under: Settings, build: newSources},
		place{screen: AboutMe, name: catalog.L("About you"), under: Settings, build: newAboutMe},
		place{screen: Welcome, name: catalog.L("Welcome"), under: Today, build: newWelcome},
	)
}

// Screens are the names of all screens, those of the rail first.
func Screens() []Screen {
	var out []Screen
	for _, p := range places() {
		out = append(out, p.screen)
	}
	return out
}

// ScreenOf reads a screen's name; an empty one is today. It answers false for
// a name no screen has.
func ScreenOf(name string) (Screen, bool) {
	name = strings.ToLower(strings.TrimSpace(name))
	if name == "" {
		return Today, true
	}
	for _, s := range Screens() {
		if string(s) == name {
			return s, true
		}
	}
	return Today, false
}

// screen is what every place of the window can do.
type screen interface {
	page() *widgets.Page
	shown()   // it came into view: load what may have changed
	changed() // the agent's status changed, or a second passed
}

// leaver is a screen that wants to know that another one is shown.
type leaver interface{ left() }

// keyed is a screen with keys of its own; key tells whether one means anything.
type keyed interface{ key(fyne.KeyName) bool }

// parted is a screen that can be opened at a part of it. An unknown or empty
// part is its beginning.
type parted interface {
	screen
	openAt(part string)
}
