package diary

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/unhunch/unhunch/assets/catalog"
)

// maxLine is how long a name, an address or the like may be, in characters.
const maxLine = 200

// maxWords is how many techniques, specialities and the like may be listed.
const maxWords = 50

// validateLine tells what is wrong with a text of one line.
func validateLine(field, text string) error {
	if !utf8.ValidString(text) {
		return &FieldError{field, catalog.L("it is not text in UTF-8"), catalog.L("type it again")}
	}
	if n := utf8.RuneCountInString(text); n > maxLine {
		return &FieldError{field, catalog.L("it has {{.Number}} characters, and {{.Most}} are the most", catalog.D{"Number": n, "Most": maxLine}), catalog.L("shorten it")}
	}
	for _, r := range text {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return &FieldError{field, catalog.L("it holds the control character {{.Char}}", catalog.D{"Char": fmt.Sprintf("%U", r)}), catalog.L("write it on one line")}
		}
	}
	return nil
}

// validateLines tells what is wrong with a list of texts of one line.
func validateLines(field string, list []string) error {
	if len(list) > maxWords {
		return &FieldError{
			field, catalog.L("it has {{.Number}} entries, and {{.Most}} are the most", catalog.D{"Number": len(list), "Most": maxWords}),
			catalog.L("leave some out"),
		}
	}
	for i, text := range list {
		if err := validateLine(field, text); err != nil {
			return err
		}
		switch {
		case strings.TrimSpace(text) == "":
			return &FieldError{field, catalog.L("an entry is empty"), catalog.L("leave it out")}
		case slices.Contains(list[:i], text):
			return &FieldError{field, catalog.L("{{.Given}} is there twice", catalog.D{"Given": fmt.Sprintf("%q", text)}), catalog.L("name each once")}
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
		return &FieldError{field, catalog.L("the time is missing"), catalog.L("say when it was, as 2026-11-26 17:30")}
	case at.Before(earliest):
		return &FieldError{field, catalog.L("{{.Given}} is before 1900", catalog.D{"Given": at.Format(time.DateOnly)}), catalog.L("check the year")}
	case at.After(now.Add(clockSkew)):
		return &FieldError{
			field, catalog.L("{{.Given}} is in the future", catalog.D{"Given": at.In(now.Location()).Format("2006-01-02 15:04")}),
			catalog.L("it is about now or earlier; check the date and the time"),
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
