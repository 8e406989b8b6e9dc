package ui

import "github.com/unhunch/unhunch/assets/catalog"

// ownLabel names a setting of a reminder of one's own, by the last part of its
// key; an unknown one keeps the words of the settings file.
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
