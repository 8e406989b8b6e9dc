package ui

import (
	"strings"

	"github.com/unhunch/unhunch/ui/widgets"
)

// Screen names one place of the window, as the command line does.
type Screen string

// The screens, in the order of the rail.
const (
	Today    Screen = "today"
	Posture  Screen = "posture"
	Stretch  Screen = "stretch"
	Relief   Screen = "relief"
	Massage  Screen = "massage"
	Journal  Screen = "journal"
	Settings Screen = "settings"
)

// place is one item of the rail.
type place struct {
	screen Screen
	name   string
	glyph  widgets.Glyph
	build  func(*Window) screen
}

// places lists the rail from top to bottom; the last one stands at its foot.
func places() []place {
	return []place{
		{Today, "Today", widgets.IconToday, func(w *Window) screen { return newToday(w) }},
		{Posture, "Posture", widgets.IconPosture, newPosture},
		{Stretch, "Stretch", widgets.IconStretch, newStretch},
		{Relief, "Heat & cold", widgets.IconRelief, newRelief},
		{Massage, "Massage", widgets.IconMassage, newMassage},
		{Journal, "Journal", widgets.IconJournal, newJournal},
		{Settings, "Settings", widgets.IconGear, newSettings},
	}
}

// Screens are the names of all screens, in the order of the rail.
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
