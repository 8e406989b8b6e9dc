package main

import "github.com/unhunch/unhunch/assets/catalog"

// stateWord and checkWord are a finding's state and subject as a person reads
// them. JSON keeps the ids.
func stateWord(state string) string {
	switch state {
	case good:
		return catalog.L("ok")
	case warn:
		return catalog.L("warn")
	case missing:
		return catalog.L("missing")
	}
	return state
}

func checkWord(check string) string {
	switch check {
	case "agent":
		return catalog.L("agent")
	case "notifications":
		return catalog.L("notifications")
	case "settings":
		return catalog.L("settings")
	case "database":
		return catalog.L("database")
	case "packs":
		return catalog.L("packs")
	case "window":
		return catalog.L("window")
	case "tray":
		return catalog.L("tray")
	case "sound":
		return catalog.L("sound")
	case "voice":
		return catalog.L("voice")
	case "input idle":
		return catalog.L("input idle")
	case "sleep and lock":
		return catalog.L("sleep and lock")
	case "screen saver":
		return catalog.L("screen saver")
	case "clock set":
		return catalog.L("clock set")
	}
	return check // a sensor's own name
}
