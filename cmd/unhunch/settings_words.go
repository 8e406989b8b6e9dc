package main

import (
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
)

// settingDoc is what a setting does, in the person's language. doc is what the
// settings file says of it, which stays where there is no other.
func settingDoc(key, doc string) string {
	if own, ok := strings.CutPrefix(key, "own."); ok {
		return catalog.OwnSetting(own[strings.LastIndexByte(own, '.')+1:], doc)
	}
	switch key {
	case "away_after":
		return catalog.L("No keyboard or mouse for this long counts as being away.")
	case "expire_after":
		return catalog.L("A posture or stretch reminder nobody answers closes after this.")
	case "merge_window":
		return catalog.L("A posture check is left out when a stretch is due this soon.")
	case "settle":
		return catalog.L("Quiet time after you come back or stop being busy.")
	case "useful_for":
		return catalog.L("A reminder at a fixed time stays this long, then gives up.")
	case "snooze":
		return catalog.L("How long the Snooze button waits.")
	case "hours":
		return catalog.L("When posture and stretch reminders may come: days and times, or always.")
	case "posture.enabled":
		return catalog.L("Remind me of my posture.")
	case "posture.every":
		return catalog.L("Sitting time between two posture checks.")
	case "stretch.enabled":
		return catalog.L("Remind me to stretch.")
	case "stretch.every":
		return catalog.L("Sitting time between two stretch breaks.")
	case "checkin.enabled":
		return catalog.L("Ask me how my back is.")
	case "checkin.at":
		return catalog.L("The times of day of the check-in.")
	case "checkin.days":
		return catalog.L("The days of the check-in.")
	case "appointment.enabled":
		return catalog.L("Announce massage appointments.")
	case "appointment.leads":
		return catalog.L("How long before an appointment it is announced.")
	case "visit-log.enabled":
		return catalog.L("Ask how it was after an appointment.")
	case "visit-log.after":
		return catalog.L("How long after the appointment's end the question comes.")
	case "visit-log.open_for":
		return catalog.L("How long the question stays open.")
	case "follow-up.enabled":
		return catalog.L("Ask again some days after a visit.")
	case "follow-up.after":
		return catalog.L("How long after a visit each question comes.")
	case "follow-up.within":
		return catalog.L("A question missed while away may still come this much later.")
	case "rebook.enabled":
		return catalog.L("Say when the next massage is due, by how long the relief lasts.")
	case "window.theme":
		return catalog.L("Light, dark, or as the desktop says.")
	case "window.text_size":
		return catalog.L("Size of the window's text in per cent.")
	case "window.reduced_motion":
		return catalog.L("Leave out animations that are not needed.")
	case "player.chimes":
		return catalog.L("Play chimes during a stretch routine.")
	case "player.voice":
		return catalog.L("Say aloud what comes next in a stretch routine.")
	case "player.volume":
		return catalog.L("Volume of the chimes and the voice in per cent.")
	case "notifications.sound":
		return catalog.L("Play a soft sound with each notification.")
	case "tray.enabled":
		return catalog.L("Show an icon in the panel.")
	case "emergency.country":
		return catalog.L("Whose emergency number is shown, as two letters such as GB; empty for that of the system's language.")
	}
	return doc
}
