package ui

import "github.com/unhunch/unhunch/assets/catalog"

// ownLabel and ownDoc name the settings of a reminder of one's own, by the
// last part of their key; an unknown one keeps the words of the settings file.
func ownLabel(last, label string) string {
	switch last {
	case "title":
		return catalog.L("Title")
	case "text":
		return catalog.L("Text")
	case "enabled":
		return catalog.L("Switched on")
	case "every":
		return catalog.L("Every")
	case "at":
		return catalog.L("At")
	case "days":
		return catalog.L("On days")
	case "opens":
		return catalog.L("Opens")
	}
	return label
}

func ownDoc(last, doc string) string {
	switch last {
	case "title":
		return catalog.L("What the reminder says.")
	case "text":
		return catalog.L("A longer line below the title.")
	case "enabled":
		return catalog.L("Show this reminder.")
	case "every":
		return catalog.L("Sitting time between two of them (instead of at).")
	case "at":
		return catalog.L("The times of day it comes (instead of every).")
	case "days":
		return catalog.L("The days it comes, for one with at.")
	case "opens":
		return catalog.L("The screen a click on it opens.")
	}
	return doc
}
