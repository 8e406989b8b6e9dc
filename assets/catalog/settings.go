package catalog

// OwnSetting says what a setting of a reminder of one's own is for, by the last
// part of its key; an unknown one keeps the words of the settings file.
func OwnSetting(last, doc string) string {
	switch last {
	case "title":
		return L("What the reminder says.")
	case "text":
		return L("A longer line below the title.")
	case "enabled":
		return L("Show this reminder.")
	case "every":
		return L("Sitting time between two of them (instead of at).")
	case "at":
		return L("The times of day it comes (instead of every).")
	case "days":
		return L("The days it comes, for one with at.")
	case "opens":
		return L("What it opens: a screen, or what its Start begins.")
	}
	return doc
}
