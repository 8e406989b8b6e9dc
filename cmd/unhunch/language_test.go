package main

import (
	"bytes"
	"context"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/assets/catalog/catalogtest"
	"github.com/unhunch/unhunch/reminders/settings"
)

// alone gives the program folders of its own, and no desktop.
func alone(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"} {
		t.Setenv(name, filepath.Join(dir, name))
	}
	for _, name := range []string{"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"} {
		t.Setenv(name, "")
	}
}

// says runs a command line and returns all it writes.
func says(args ...string) string {
	var out bytes.Buffer
	run(context.Background(), args, stdio{in: strings.NewReader(""), out: &out, err: &out})
	return out.String()
}

// TestCommandLineIsTranslated reads every help text and a few answers in the
// made-up language, and finds words that stayed English.
func TestCommandLineIsTranslated(t *testing.T) {
	alone(t)
	catalogtest.Speak(t)
	known := map[string]bool{"hint": true} // programs look for it
	var paths [][]string
	var visit func(c *cobra.Command, path []string)
	visit = func(c *cobra.Command, path []string) {
		known[c.Name()] = true
		for w := range strings.FieldsSeq(c.Use) {
			known[strings.Trim(w, "[]|")] = true
		}
		for _, w := range c.ValidArgs {
			known[w] = true
		}
		if len(path) == 0 || path[0] != "completion" {
			paths = append(paths, path)
		}
		for _, sub := range c.Commands() {
			visit(sub, append(path[:len(path):len(path)], sub.Name()))
		}
	}
	a := &app{}
	visit(a.root(), nil)
	check := func(args []string) {
		said := says(args...)
		if left := english(said, known); left != "" {
			t.Errorf("unhunch %s: %q is not translated:\n%s", strings.Join(args, " "), left, said)
		}
	}
	for _, p := range paths {
		check(append(p[:len(p):len(p)], "--help"))
	}
	for _, line := range []string{
		"status", "pain", "pain x", "pain list", "pain 3 lower-back", "pain list --from x", "pause until", "pause until teatime",
		"pause 0s", "pause 1 2 3", "open kitchen", "pasue", "settings edit", "pain delete x", "pain undelete x", "quit",
		"backup backup.db", "profile list", "profile list extra", "profile set pregnancy soon", "profile set pregnancy 2001-01-01",
		"profile set pregnancy 90 weeks", "pause --foo", "pause -x", "pain list --from", "tip --json=x", "settings get", "restore a b", "settings set posture.every",
	} {
		t.Chdir(t.TempDir())
		check(strings.Fields(line))
	}
}

// notWords are examples, commands, options, places and file names.
var notWords = regexp.MustCompile(`(?m)"[^"]*"|^  unhunch .*$|unhunch( [a-z-]+)*( --?[a-z-]+)*( [a-z,-]+)*|\B--?[a-z0-9-]+( (stringArray|strings|string|int))?|\(default |\[command\]|\[flags\]|\S*/\S*|\S+\.db|\b[A-Z]+\b|\([0-9A-Z]{20,}\)|bash|zsh|fish|powershell`)

// english is what of a text is neither marked nor a name.
func english(text string, known map[string]bool) string {
	var left []string
	for _, w := range strings.FieldsFunc(notWords.ReplaceAllString(text, " "), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		if !catalogtest.Marked(w) && !known[w] && !strings.ContainsAny(w, "áéíóú") {
			left = append(left, w)
		}
	}
	return strings.Join(left, " ")
}

// TestGerman: the language comes from the environment, and English is spoken
// where it is unknown.
func TestGerman(t *testing.T) {
	alone(t)
	t.Cleanup(func() { _ = catalog.Use() })
	for lang, want := range map[string]string{
		"de_DE.UTF-8": "Die Erinnerungen sind aus. Starte sie mit: unhunch\n",
		"tlh":         "Reminders are off. Start them with: unhunch\n",
		"":            "Reminders are off. Start them with: unhunch\n",
	} {
		var complaints bytes.Buffer
		speak(func(name string) string { return map[string]string{"LANG": lang}[name] }, &complaints)
		if got := says("status"); !strings.HasPrefix(got, want) || complaints.Len() > 0 {
			t.Errorf("LANG=%s: %q %q, want %q", lang, got, &complaints, want)
		}
	}
}

// TestSettingDocs: in English every setting is described as in its file, and
// in another language none of them in English.
func TestSettingDocs(t *testing.T) {
	s := settings.Default()
	if err := s.AddOwn("water"); err != nil {
		t.Fatal(err)
	}
	keys := s.Keys()
	for _, k := range keys {
		if got := settingDoc(k.Name, k.Doc); got != k.Doc {
			t.Errorf("%s: %q, want %q", k.Name, got, k.Doc)
		}
	}
	catalogtest.Speak(t)
	for _, k := range keys {
		if got := settingDoc(k.Name, k.Doc); got == k.Doc {
			t.Errorf("%s: %q is not translated", k.Name, got)
		}
	}
}

// TestUsageIsCobras: in English the help is cobra's own, and ours says the
// same.
func TestUsageIsCobras(t *testing.T) {
	a := &app{stdio: stdio{}}
	root := a.root()
	for _, path := range [][]string{nil, {"pain"}, {"status"}, {"settings", "set"}, {"pause"}} {
		c, _, err := root.Find(path)
		if err != nil {
			t.Fatal(err)
		}
		want := c.UsageString()
		var got bytes.Buffer
		c.SetOut(&got)
		if err := usage(c); err != nil || got.String() != want {
			t.Errorf("%v: %v\n%s\nwant\n%s", path, err, &got, want)
		}
	}
}
