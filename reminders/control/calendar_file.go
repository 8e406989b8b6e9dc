package control

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// ImportScreen is the window's screen that shows a calendar file. The request's
// part is the file's path.
const ImportScreen = "import"

// calendarEnds are how the names of calendar files end.
var calendarEnds = []string{".ics", ".ical", ".icalendar", ".ifb"}

// IsCalendarFile tells by its name whether a file is one of a calendar.
func IsCalendarFile(name string) bool {
	return slices.Contains(calendarEnds, strings.ToLower(filepath.Ext(name)))
}

// CalendarFile reads an argument of the command line that names a calendar file,
// by a path or as file:///…, as desktops do, and returns its absolute path. It
// answers false for an argument that names none.
func CalendarFile(arg string) (path string, is bool, err error) {
	path = arg
	if rest, ok := cutPrefixFold(arg, "file:"); ok {
		if path, err = filePath(rest); err != nil {
			return "", true, fmt.Errorf("%q: %w", arg, err)
		}
	} else if !IsCalendarFile(arg) {
		return "", false, nil
	}
	path, err = filepath.Abs(path)
	return path, true, err
}

func cutPrefixFold(text, prefix string) (string, bool) {
	if len(text) < len(prefix) || !strings.EqualFold(text[:len(prefix)], prefix) {
		return text, false
	}
	return text[len(prefix):], true
}

// filePath is the path of a file's address, without its file: in front.
func filePath(rest string) (string, error) {
	at, err := url.Parse("file:" + rest)
	if err != nil {
		return "", errors.New("it is no address of a file")
	}
	host, _ := os.Hostname() // without one, the address names another machine
	if h := at.Host; h != "" && !strings.EqualFold(h, "localhost") && !strings.EqualFold(h, host) {
		return "", fmt.Errorf("the file is on another machine, %s", clip(h))
	}
	path := at.Path
	if path == "" {
		return "", errors.New("it names no file")
	}
	if runtime.GOOS == "windows" {
		path = strings.TrimPrefix(path, "/") // /C:/…
	}
	return filepath.FromSlash(path), nil
}
