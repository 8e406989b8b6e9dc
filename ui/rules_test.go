package ui

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/unhunch/unhunch/reminders/settings"
)

var durationKey = settings.Key{Kind: settings.KindDuration}

// TestRules keeps what the design says of this package: one file crosses to
// the window's goroutine, and neither the application nor the database is
// known here.
func TestRules(t *testing.T) {
	var files []string
	for _, pattern := range []string{"*.go", "widgets/*.go"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if name != "thread.go" && strings.Contains(string(src), "fyne.Do") {
			t.Errorf("%s crosses to the window's goroutine; only thread.go may", name)
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range f.Imports {
			path, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if path == "fyne.io/fyne/v2/app" || strings.HasSuffix(path, "/sqlite") {
				t.Errorf("%s imports %s", name, path)
			}
		}
	}
}
