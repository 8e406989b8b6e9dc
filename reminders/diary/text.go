package diary

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// maxLine is how long a name, an address or the like may be, in characters.
const maxLine = 200

// maxWords is how many techniques, specialities and the like may be listed.
const maxWords = 50

// validateLine tells what is wrong with a text of one line.
func validateLine(field, text string) error {
	if !utf8.ValidString(text) {
		return &FieldError{field, "it is not text in UTF-8", "type it again"}
	}
	if n := utf8.RuneCountInString(text); n > maxLine {
		return &FieldError{field, fmt.Sprintf("it has %d characters, and %d are the most", n, maxLine), "shorten it"}
	}
	for _, r := range text {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return &FieldError{field, fmt.Sprintf("it holds the control character %U", r), "write it on one line"}
		}
	}
	return nil
}

// validateLines tells what is wrong with a list of texts of one line.
func validateLines(field string, list []string) error {
	if len(list) > maxWords {
		return &FieldError{field, fmt.Sprintf("it has %d entries, and %d are the most", len(list), maxWords), "leave some out"}
	}
	for i, text := range list {
		if err := validateLine(field, text); err != nil {
			return err
		}
		switch {
		case strings.TrimSpace(text) == "":
			return &FieldError{field, "an entry is empty", "leave it out"}
		case slices.Contains(list[:i], text):
			return &FieldError{field, fmt.Sprintf("%q is there twice", text), "name each once"}
		}
	}
	return nil
}

// validateNotes is validateNote for a field that is called notes.
func validateNotes(text string) error {
	err := validateNote(text)
	if e, ok := err.(*FieldError); ok { //nolint:errorlint // made a line above, and wrapped by nothing
		return &FieldError{"notes", e.Problem, e.Hint}
	}
	return err
}

// validateAt tells what is wrong with when something was, told at now.
func validateAt(field string, at, now time.Time) error {
	switch {
	case at.IsZero():
		return &FieldError{field, "the time is missing", "say when it was, as 2026-11-26 17:30"}
	case at.Before(earliest):
		return &FieldError{field, at.Format(time.DateOnly) + " is before 1900", "check the year"}
	case at.After(now.Add(clockSkew)):
		return &FieldError{
			field, at.In(now.Location()).Format("2006-01-02 15:04") + " is in the future",
			"it is about now or earlier; check the date and the time",
		}
	}
	return nil
}

// tidyLine is a text of one line without blanks around it or in rows.
func tidyLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// tidyLines tidies each, and leaves out what is empty or there twice. The list
// is never nil.
func tidyLines(list []string) []string {
	out := make([]string, 0, len(list))
	for _, text := range list {
		if text = tidyLine(text); text != "" && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

func tidyNotes(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
}

// tidyRegions leaves out what is there twice. The list is never nil.
func tidyRegions(list []Region) []Region {
	out := make([]Region, 0, len(list))
	for _, r := range list {
		if !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}
