package settings

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/reminders"
)

func heatPack() Own {
	return Own{
		Name: "heat-pack", Title: "Heat pack", Text: "Twenty minutes of warmth.", Enabled: true,
		At: []reminders.TimeOfDay{reminders.Clock(15, 0, 0)}, Days: reminders.EveryDay, Opens: "heat:20m",
	}
}

func TestKeepOwn(t *testing.T) {
	water := Own{Name: "water", Title: "Drink", Enabled: true, Every: 45 * time.Minute, Days: reminders.EveryDay, Opens: "today"}
	const mine = "# mine\nsnooze = '5m' # short\n\n# thirst\n[own.water] # w\nevery = '30m'   # often\ntitle = \"Drink\" # t\nfuture = 1\ntext = \"A glass.\"\n"
	for _, c := range []struct {
		name, file string
		own        Own
		want       string
	}{
		{"a new one", "", heatPack(), "[own.heat-pack]\nat = [\"15:00\"]\ntitle = \"Heat pack\"\ntext = \"Twenty minutes of warmth.\"\nopens = \"heat:20m\"\n"},
		{"switched off", "", Own{Name: "x", Every: time.Hour, Days: reminders.EveryDay, Opens: "today"}, "[own.x]\nevery = \"1h\"\nenabled = false\n"},
		{"as it is", mine, func() Own { o := water; o.Every, o.Text = 30*time.Minute, "A glass."; return o }(), mine},
		{"changed", mine, water, "# mine\nsnooze = '5m' # short\n\n# thirst\n[own.water] # w\nevery = \"45m\"   # often\ntitle = \"Drink\" # t\nfuture = 1\n"},
		{
			"times in the place of a length", mine, func() Own { o := heatPack(); o.Name, o.Text = "water", "A glass."; o.Days = 0x3e; return o }(),
			"# mine\nsnooze = '5m' # short\n\n# thirst\n[own.water] # w\ntitle = \"Heat pack\" # t\nfuture = 1\ntext = \"A glass.\"\nat = [\"15:00\"]\ndays = \"mon-fri\"\nopens = \"heat:20m\"\n",
		},
		{"one that had both", "[own.water]\nevery = \"45m\"\nat = [\"15:00\"]\ntitle = \"Drink\"\n", water, "[own.water]\nevery = \"45m\"\ntitle = \"Drink\"\n"},
		{"inline", "own = { water = { at = [\"15:00\"], title = \"Drink\" } }\n", water, "own = { water = { title = \"Drink\", every = \"45m\" } }\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := withOwn("settings.toml", []byte(c.file), c.own)
			if err != nil || string(got) != c.want {
				t.Errorf("got %q, %v\nwant %q", got, err, c.want)
			}
			if s, problems := Parse("", got); slices.ContainsFunc(problems, func(p Problem) bool { return !p.Warning }) {
				t.Errorf("it reads as %+v with %v", s.Own, problems)
			}
		})
	}
}

func TestKeepOwnRefuses(t *testing.T) {
	file := filepath.Join(t.TempDir(), "settings.toml")
	write(t, file, "snooze = \"5m\"\n")
	for _, c := range []struct {
		what   string
		change func(*Own)
		key    string
		want   string
	}{
		{"no time", func(o *Own) { o.At = nil }, "own.heat-pack", "no time to come at"},
		{"two", func(o *Own) { o.Every = time.Hour }, "own.heat-pack", "both"},
		{"a bad name", func(o *Own) { o.Name = "Heat pack" }, `own."Heat pack"`, "no name"},
		{"a name that is taken", func(o *Own) { o.Name = "stretch" }, "own.stretch", "built-in"},
		{"a bad opens", func(o *Own) { o.Opens = "door" }, "own.heat-pack.opens", "nothing a reminder can open"},
		{"two lines", func(o *Own) { o.Title = "a\nb" }, "own.heat-pack.title", "line break"},
		{"a long text", func(o *Own) { o.Text = strings.Repeat("x", 501) }, "own.heat-pack.text", "longer than 500"},
		{"too often", func(o *Own) { o.At, o.Every = nil, time.Millisecond }, "own.heat-pack", ""},
		{"too seldom", func(o *Own) { o.At, o.Every = nil, 25*time.Hour }, "own.heat-pack.every", "too long"},
	} {
		o := heatPack()
		c.change(&o)
		_, err := KeepOwn(file, o)
		var p Problem
		if !errors.As(err, &p) || !strings.HasPrefix(p.Key, c.key) || !strings.Contains(p.Reason, c.want) || p.Hint == "" {
			t.Errorf("%s: %v; want %s: %s", c.what, err, c.key, c.want)
		}
		if got := content(t, file); got != "snooze = \"5m\"\n" {
			t.Fatalf("%s: the file is %q", c.what, got)
		}
	}
}

func TestFreeName(t *testing.T) {
	s := Default()
	s.Own = []Own{{Name: "water"}, {Name: "water-2"}}
	for wanted, want := range map[string]string{
		"tea": "tea", "water": "water-3", "stretch": "stretch-2", "window": "window-2", "": "reminder", "-x-": "x",
		"Großer Tee":             "reminder", // names are made of titles elsewhere
		strings.Repeat("a", 60):  strings.Repeat("a", 40),
		strings.Repeat("b-", 30): strings.TrimRight(strings.Repeat("b-", 20), "-"),
	} {
		if got := s.FreeName(wanted); got != want || checkOwnName(got) != nil {
			t.Errorf("%q gives %q, want %q", wanted, got, want)
		}
	}
}

func TestDeleteAndUndeleteOwn(t *testing.T) {
	file := filepath.Join(t.TempDir(), "unhunch", "settings.toml")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	const before = "# warm\n[own.heat-pack] # h\nat = ['15:00'] # tea\nfuture = 1\n[tray]\nenabled = true\n"
	write(t, file, before)
	if _, _, err := DeleteOwn(file, "cold"); err == nil || !strings.Contains(err.Error(), "hint: there is heat-pack") {
		t.Errorf("deleting what is not there: %v", err)
	}
	_, undo, err := DeleteOwn(file, "heat-pack")
	if err != nil {
		t.Fatal(err)
	}
	if s, _, _ := Load(file); len(s.Own) != 0 {
		t.Errorf("still there: %+v", s.Own)
	}
	if kept := DeletedOwn(file); len(kept) != 1 || kept[0].Name != "heat-pack" || !kept[0].Enabled {
		t.Errorf("kept: %+v", kept)
	}
	if s, err := undo(); err != nil || len(s.Own) != 1 || content(t, file) != before || len(DeletedOwn(file)) != 0 {
		t.Errorf("undone: %+v, %v, %q; still kept %v", s.Own, err, content(t, file), DeletedOwn(file))
	}

	// Changed since: it comes back as it was set up.
	_, undo, err = DeleteOwn(file, "heat-pack")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Edit(file, "snooze", "7m"); err != nil {
		t.Fatal(err)
	}
	if s, err := undo(); err != nil || len(s.Own) != 1 || s.Snooze != 7*time.Minute || s.Own[0].At[0] != reminders.Clock(15, 0, 0) {
		t.Errorf("undone: %+v, %v", s.Own, err)
	}

	// By its name, later; a second of that name is not overwritten.
	if _, _, err = DeleteOwn(file, "heat-pack"); err != nil {
		t.Fatal(err)
	}
	if _, err := KeepOwn(file, heatPack()); err != nil {
		t.Fatal(err)
	}
	if _, err := UndeleteOwn(file, "heat-pack"); err == nil || !strings.Contains(err.Error(), "of that name again") {
		t.Errorf("over another: %v", err)
	}
	if _, err := Reset(file, "own.heat-pack"); err != nil {
		t.Fatal(err)
	}
	if o, err := UndeleteOwn(file, "heat-pack"); err != nil || o.Opens != "today" {
		t.Errorf("brought back: %+v, %v", o, err)
	}
	if _, err := UndeleteOwn(file, "heat-pack"); err == nil || !strings.Contains(err.Error(), "no deleted reminder") {
		t.Errorf("twice: %v", err)
	}
	if info, err := os.Stat(deletedPath(file)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file of deleted ones: %v, %v", info, err)
	}
}

// What no longer fits is the one deleted first.
func TestDeletedOwnAreBounded(t *testing.T) {
	file := filepath.Join(t.TempDir(), "settings.toml")
	for i := range maxOwn + 3 {
		o := heatPack()
		o.Name = Settings{}.FreeName("r-" + string(rune('a'+i%26)) + string(rune('a'+i/26)))
		if err := keepDeleted(file, o); err != nil {
			t.Fatal(err)
		}
	}
	if kept := DeletedOwn(file); len(kept) != maxOwn || kept[0].Name != "r-da" || kept[maxOwn-1].Name != "r-ac" {
		t.Errorf("%d kept, %v to %v", len(kept), kept[0].Name, kept[len(kept)-1].Name)
	}
}

// Whatever is kept is read back as it was.
func TestKeptOwnReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var data []byte
		for range rapid.IntRange(1, 3).Draw(t, "changes") {
			o := Own{
				Name:    rapid.SampledFrom([]string{"a", "b"}).Draw(t, "name"),
				Title:   strings.TrimSpace(rapid.StringMatching(`[ -~ä“😀]{0,40}`).Draw(t, "title")),
				Text:    strings.TrimSpace(rapid.StringMatching(`[ -~ä“😀]{0,40}`).Draw(t, "text")),
				Enabled: rapid.Bool().Draw(t, "enabled"),
				Days:    reminders.Weekdays(rapid.IntRange(1, 127).Draw(t, "days")),
				Opens:   rapid.SampledFrom([]string{"today", "relief", "heat:20m", "routine:micro-1"}).Draw(t, "opens"),
			}
			if rapid.Bool().Draw(t, "interval") {
				o.Every = time.Duration(rapid.IntRange(1, 86400).Draw(t, "every")) * time.Second
			} else {
				o.At = []reminders.TimeOfDay{reminders.TimeOfDay(rapid.IntRange(0, 86399).Draw(t, "at"))}
			}
			next, err := withOwn("settings.toml", data, o)
			if err != nil {
				t.Fatal(err)
			}
			data = next
			s, problems := Parse("settings.toml", data)
			got, ok := s.OwnNamed(o.Name)
			if !ok || len(problems) > 0 || !sameOwn(got, o) {
				t.Fatalf("%+v is read as %+v, %v, from\n%s", o, got, problems, data)
			}
		}
	})
}

func sameOwn(a, b Own) bool {
	at := slices.Equal(a.At, b.At)
	a.At, b.At = nil, nil
	return at && a.Name == b.Name && a.Title == b.Title && a.Text == b.Text && a.Enabled == b.Enabled && a.Every == b.Every && a.Days == b.Days && a.Opens == b.Opens
}
