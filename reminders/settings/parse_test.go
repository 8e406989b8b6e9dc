package settings

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// told is what a test expects of a problem.
type told struct {
	line              int
	key, reason, hint string
	warning           bool
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       map[string]string // what differs from the defaults
		told       []told
	}{
		{name: "empty"},
		{name: "only comments", file: "# hello\n\n# there"},
		{
			name: "everything is well", file: "away_after = \"7m\"\n[posture]\nevery = \"20m\"\nenabled = false\n[checkin]\nat = [\"9:00\", '18:00']\ndays = \"mon-fri\"\n",
			want: map[string]string{"away_after": "7m", "posture.every": "20m", "posture.enabled": "false", "checkin.at": "09:00,18:00", "checkin.days": "mon-fri"},
		},
		{
			name: "dotted and inline", file: "posture.every = \"20m\"\nstretch = { every = \"2h\", enabled = false }\nwindow.theme = \"dark\"\n",
			want: map[string]string{"posture.every": "20m", "stretch.every": "2h", "stretch.enabled": "false", "window.theme": "dark"},
		},
		{
			name: "byte order mark and CRLF", file: "\xef\xbb\xbfaway_after = \"7m\"\r\n[posture]\r\nevery = \"20m\" # often\r\n",
			want: map[string]string{"away_after": "7m", "posture.every": "20m"},
		},
		{
			name: "one text for a list", file: "hours = \"mon-fri 09:00-18:00\"\ncheckin.at = \"15:00 18:00\"\ncheckin.days = [\"mon\", \"tue\"]\n",
			want: map[string]string{"hours": "mon-fri 09:00-18:00", "checkin.at": "15:00,18:00", "checkin.days": "mon,tue"},
		},
		{
			name: "hours", file: "hours = [\n \"mon-fri 09:00-12:00 13:00-18:00\", # work\n \"sat 10:00-12:00\",\n]\n",
			want: map[string]string{"hours": "mon-fri 09:00-12:00 13:00-18:00; sat 10:00-12:00"},
		},
		{
			name: "a number", file: "[posture]\nevery = 30\nenabled = false\n",
			want: map[string]string{"posture.enabled": "false"},
			told: []told{{2, "posture.every", "a bare number; a length of time in quotes is needed; the default 30m is used", `every = "30m" for minutes`, false}},
		},
		{
			name: "an absurd number", file: "[posture]\nevery = 30000000000\n",
			told: []told{{2, "posture.every", "a bare number", `write every = "30m" (from 1s to 24h)`, false}},
		},
		{name: "a number as text", file: "posture.every = \"30\"\n", told: []told{{1, "posture.every", "no unit", `every = "30m"`, false}}},
		{name: "a truth", file: "[posture]\nevery = true\n", told: []told{{2, "posture.every", "true or false", `every = "30m"`, false}}},
		{name: "a date", file: "[posture]\nevery = 2026-01-01\n", told: []told{{2, "posture.every", "a date or time", `every = "30m"`, false}}},
		{name: "a time", file: "[checkin]\nat = 20:00:00\n", told: []told{{2, "checkin.at", "a date or time; a list of times of day in quotes", `at = ["20:00"]`, false}}},
		{name: "times", file: "[checkin]\nat = [\"15:00\", 18:00:00]\n", told: []told{{2, "checkin.at", "a date or time", `at = ["20:00"]`, false}}},
		{name: "a list", file: "[posture]\nevery = [\"30m\"]\n", told: []told{{2, "posture.every", "a list", `every = "30m"`, false}}},
		{name: "a float", file: "window.text_size = 100.5\n", told: []told{{1, "window.text_size", "a number; a whole number is needed", "text_size = 100 (from 80 to 200)", false}}},
		{name: "a text for a number", file: "window.text_size = \"100\"\n", told: []told{{1, "window.text_size", "a text", "text_size = 100", false}}},
		{name: "a text for a truth", file: "tray.enabled = \"false\"\n", told: []told{{1, "tray.enabled", "a text; true or false is needed", "enabled = true or enabled = false", false}}},
		{name: "negative", file: "posture.every = \"-5m\"\n", told: []told{{1, "posture.every", "negative", `"30m"`, false}}},
		{name: "zero", file: "posture.every = \"0s\"\n", told: []told{{1, "posture.every", "too short; 1s is the least", `"30m"`, false}}},
		{name: "absurd", file: "posture.every = \"25h\"\n", told: []told{{1, "posture.every", "too long; 24h is the most", `"30m"`, false}}},
		{name: "a text for a table", file: "posture = \"x\"\nsnooze = \"5m\"\n", want: map[string]string{"snooze": "5m"}, told: []told{{1, "posture", "holds several settings, but this is a text", "[posture]", false}}},
		{name: "a list of tables", file: "[[posture]]\nevery = \"20m\"\n[stretch]\nevery = \"2h\"\n", want: map[string]string{"stretch.every": "2h"}, told: []told{{1, "posture", "list of tables", "[posture]", false}}},
		{name: "a table for a value", file: "[posture.every]\nx = 1\n", told: []told{{1, "posture.every", "a table", `every = "30m"`, false}}},
		{name: "a dotted table for a value", file: "posture.every.x = 1\n", told: []told{{1, "posture.every", "a table", `every = "30m"`, false}}},
		{name: "an inline table for a value", file: "snooze = {}\n", told: []told{{1, "snooze", "a table", `snooze = "10m"`, false}}},
		{
			name: "twice", file: "snooze = \"5m\"\n\nsnooze = \"6m\"\n", want: map[string]string{"snooze": "6m"},
			told: []told{{3, "snooze", "set twice, first on line 1; the last one counts", "remove one", false}},
		},
		{
			name: "a table twice", file: "[posture]\nevery = \"20m\"\n[posture]\nenabled = false\n",
			want: map[string]string{"posture.every": "20m", "posture.enabled": "false"},
			told: []told{{3, "posture", "begun before, on line 1", "join", false}},
		},
		{
			name: "unknown", file: "away_aftr = \"7m\"\ncolour = 1\n[posture]\nevry = \"20m\"\nevery = \"20m\"\n[postures]\nevery = \"1h\"\nenabled = false\n",
			want: map[string]string{"posture.every": "20m"},
			told: []told{
				{1, "away_aftr", "no such setting", "did you mean away_after?", true},
				{2, "colour", "no such setting", "unhunch settings list", true},
				{4, "posture.evry", "no such setting", "did you mean posture.every?", true},
				{6, "postures", "no such group", "did you mean [posture]?", true},
			},
		},
		{name: "quoted name", file: "\"posture.every\" = \"20m\"\n", told: []told{{1, `"posture.every"`, "no such setting", "", true}}},
		{name: "unknown with a bad date", file: "[x]\nwhen = 2026-13-45\n", told: []told{{1, "x", "no such group", "posture", true}, {2, "", "", "mend", false}}},
		{
			name: "not quoted", file: "[posture]\nevery = 20m\nenabled = false\n", want: map[string]string{"posture.enabled": "false"},
			told: []told{{2, "posture.every", "strings must be quoted", `every = "30m"`, false}},
		},
		{
			name: "several mistakes", file: "away_after = 7m\nsnooze = \"5m\"\n[stretch]\nenabled = yes\nevery = \"2h\"\n",
			want: map[string]string{"snooze": "5m", "stretch.every": "2h"},
			told: []told{{1, "away_after", "quoted", `"5m"`, false}, {4, "stretch.enabled", "unexpected", "enabled = true", false}},
		},
		{
			name: "a list left open", file: "[checkin]\nat = [\"15:00\"\n[stretch]\nevery = \"2h\"\n", want: map[string]string{"stretch.every": "2h"},
			told: []told{{3, "checkin.at", "expected", `at = ["20:00"]`, false}},
		},
		{
			name: "a broken header", file: "snooze = \"5m\"\n[posture\nenabled = false\n[stretch]\nenabled = false\n",
			want: map[string]string{"snooze": "5m", "stretch.enabled": "false"},
			told: []told{{2, "", "expected ']'", "[posture]", false}},
		},
		{
			name: "a text left open", file: "snooze = \"5m\"\nexpire_after = \"\"\"\nsettle = \"2m\"\n", want: map[string]string{"snooze": "5m"},
			told: []told{{3, "expire_after", "not terminated", `"5m"`, false}},
		},
		{
			name: "zeros after a crash", file: "snooze = \"5m\"\n\x00\x00\x00\x00", want: map[string]string{"snooze": "5m"},
			told: []told{{2, "", "invalid character", "key = value", false}},
		},
		{name: "no settings at all", file: "\x7fELF\x00\x01\x02\n\x00\x00\nlorem ipsum\n", told: []told{{1, "", "cannot be read as settings", "key = value", false}}},
		{name: "UTF-16", file: "\xff\xfes\x00n\x00", told: []told{{0, "", "UTF-16", "UTF-8", false}}},
		{name: "too large", file: strings.Repeat("#", maxSize+1), told: []told{{0, "", "larger than 1 MiB", "", false}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, problems := Parse("settings.toml", []byte(c.file))
			want := Default()
			for key, value := range c.want {
				set(t, &want, key, value)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("got  %+v\nwant %+v", got, want)
			}
			compare(t, problems, c.told)
		})
	}
}

func compare(t *testing.T, problems []Problem, want []told) {
	t.Helper()
	if len(problems) != len(want) {
		t.Fatalf("%d problems, want %d: %v", len(problems), len(want), problems)
	}
	for i, p := range problems {
		w := want[i]
		if p.Line != w.line || p.Key != w.key || !strings.Contains(p.Reason, w.reason) || !strings.Contains(p.Hint, w.hint) || p.Hint == "" || p.Warning != w.warning {
			t.Errorf("got %+v\nwant %+v", p, w)
		}
	}
}

func TestParseOwn(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       []Own
		told       []told
	}{
		{
			name: "two", file: "[own.water]\ntitle = \"Drink\"\nevery = \"45m\"\n[own.eyes]\nat = [\"15:00\"]\ndays = \"mon-fri\"\nenabled = false\nopens = \"relief\"\n",
			want: []Own{
				{Name: "water", Title: "Drink", Enabled: true, Every: 45 * time.Minute, Days: 0x7f, Opens: "today"},
				{Name: "eyes", At: times("15:00"), Days: 0x3e, Opens: "relief"},
			},
		},
		{
			name: "dotted and inline", file: "own.water.every = \"45m\"\n", want: []Own{{Name: "water", Enabled: true, Every: 45 * time.Minute, Days: 0x7f, Opens: "today"}},
		},
		{
			name: "inline", file: "own = { water = { every = \"45m\" } }\n", want: []Own{{Name: "water", Enabled: true, Every: 45 * time.Minute, Days: 0x7f, Opens: "today"}},
		},
		{
			name: "neither", file: "snooze = \"10m\"\n[own.water]\ntitle = \"Drink\"\n", want: []Own{{Name: "water", Title: "Drink", Enabled: true, Days: 0x7f, Opens: "today"}},
			told: []told{{2, "own.water", "neither every nor at", `every = "45m"`, false}},
		},
		{
			name: "both", file: "[own.water]\nevery = \"45m\"\nat = [\"15:00\"]\n", want: []Own{{Name: "water", Enabled: true, Every: 45 * time.Minute, At: times("15:00"), Days: 0x7f, Opens: "today"}},
			told: []told{{1, "own.water", "both every and at", "keep every", false}},
		},
		{
			name: "bad values", file: "[own.water]\nevery = \"45\"\nenabled = 1\nopens = \"door\"\ndays = \"someday\"\n", want: []Own{{Name: "water", Enabled: true, Days: 0x7f, Opens: "today"}},
			told: []told{
				{2, "own.water.every", "no unit", `every = "45m"`, false},
				{3, "own.water.enabled", "bare number", "enabled = true", false},
				{4, "own.water.opens", "nothing a reminder can open", "relief", false},
				{5, "own.water.days", "no days", `"daily"`, false},
			},
		},
		{name: "bad name", file: "[own.\"Drink water\"]\nevery = \"45m\"\n", told: []told{{1, `own."Drink water"`, "no name", "lower-case", false}}},
		{name: "built in", file: "[own.stretch]\nevery = \"45m\"\n", told: []told{{1, "own.stretch", "built-in", "[stretch]", false}}},
		{name: "no table", file: "own.water = \"45m\"\n", told: []told{{1, "own.water", "holds several settings", "[own.water]", false}}},
		{name: "not own", file: "own = 3\n", told: []told{{1, "own", "holds several settings", "[own]", false}}},
		{
			name: "unknown", file: "[own.water]\nevery = \"45m\"\ntittle = \"x\"\n[own.water.more]\nx = 1\n[water]\ny = 1\n", want: []Own{{Name: "water", Enabled: true, Every: 45 * time.Minute, Days: 0x7f, Opens: "today"}},
			told: []told{
				{3, "own.water.tittle", "no such setting", "own.water.title", true},
				{4, "own.water.more", "no such group", "", true},
				{6, "water", "no such group", "did you mean [own.water]?", true},
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, problems := Parse("settings.toml", []byte(c.file))
			if !reflect.DeepEqual(got.Own, c.want) {
				t.Errorf("got  %+v\nwant %+v", got.Own, c.want)
			}
			compare(t, problems, c.told)
			got.Own = nil
			if !reflect.DeepEqual(got, Default()) {
				t.Error("other settings changed")
			}
		})
	}
}

func TestProblemIsOneLine(t *testing.T) {
	_, problems := Parse("settings.toml", []byte("snooze = \"5m\"\n[posture]\n  every = \"30\"\n"))
	const want = `settings.toml:3: posture.every: "30" has no unit; the default 30m is used; hint: write every = "30m" (from 1s to 24h)`
	if len(problems) != 1 || problems[0].Error() != want || problems[0].Column != 11 {
		t.Errorf("got %v\nwant %s, column 11", problems, want)
	}
}

func TestProblemsHaveALimit(t *testing.T) {
	var b strings.Builder
	for i := range 40_000 {
		fmt.Fprintf(&b, "k%d = 1\n", i)
	}
	_, problems := Parse("settings.toml", []byte(b.String()))
	if len(problems) != maxProblems+1 {
		t.Errorf("%d problems of a strange file, want %d", len(problems), maxProblems+1)
	}
}

// No file takes long, however hostile.
func TestParseIsQuick(t *testing.T) {
	numbered := func(format string) string {
		var b strings.Builder
		for i := 0; b.Len() < maxSize-len(format)-8; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	fill := func(s string) string { return strings.Repeat(s, (maxSize-8)/len(s)) }
	for name, file := range map[string]string{
		"keys":          numbered("k%d=1\n"),
		"tables":        numbered("[t%d]\n"),
		"own":           numbered("[own.r%d]\n"),
		"pairs":         "x={" + numbered("k%d=1,") + "}",
		"the same key":  fill("a=1\n"),
		"open tables":   fill("a={\n"),
		"open lists":    fill("a=[\n"),
		"deep lists":    "a=" + fill("["),
		"deep comments": "a=" + strings.Repeat("[#c\n", 9000) + strings.Repeat("]", 9000),
		"brackets":      fill("["),
		"open texts":    fill("a='''b\n"),
		"bad lines":     fill("a=b\n"),
		"one line":      fill("a"),
		"blank lines":   fill("\n"),
		"zeros":         fill("\x00"),
	} {
		start := time.Now()
		s, _ := Parse("settings.toml", []byte(file))
		s.Own = nil
		if !reflect.DeepEqual(s, Default()) {
			t.Errorf("%s: the defaults are lost", name)
		}
		took := time.Since(start)
		t.Logf("%s: %v", name, took)
		if took > 30*time.Second {
			t.Errorf("%s: it took %v", name, took)
		}
	}
}

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "settings.toml")
	if s, problems, err := Load(file); err != nil || problems != nil || !reflect.DeepEqual(s, Default()) {
		t.Errorf("no file: %+v, %v, %v", s, problems, err)
	}
	if err := os.WriteFile(file, []byte("snooze = \"5m\"\nsettle = 3\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	s, problems, err := Load(file)
	if err != nil || s.Snooze != 5*time.Minute || len(problems) != 1 || problems[0].File != file || problems[0].Line != 2 {
		t.Errorf("got %v, %v, %v", s.Snooze, problems, err)
	}
	for name, path := range map[string]string{"a folder": dir, "below a file": filepath.Join(file, "settings.toml")} {
		if s, _, err := Load(path); err == nil || !strings.Contains(err.Error(), "hint: ") || !reflect.DeepEqual(s, Default()) {
			t.Errorf("%s: error %v", name, err)
		}
	}
	big := filepath.Join(dir, "big")
	f, err := os.Create(big)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(1 << 40); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if _, problems, err := Load(big); err != nil || len(problems) != 1 || !strings.Contains(problems[0].Reason, "1 MiB") {
		t.Errorf("a huge file: %v, %v", problems, err)
	}
}

func TestPathFollowsTheEnvironment(t *testing.T) {
	for _, dir := range []string{t.TempDir(), t.TempDir()} {
		t.Setenv("XDG_CONFIG_HOME", dir)
		if got, want := Path(), filepath.Join(dir, "unhunch", "settings.toml"); got != want {
			t.Errorf("Path() = %s, want %s", got, want)
		}
	}
}

// FuzzParse: any bytes give usable settings and problems in order.
func FuzzParse(f *testing.F) {
	f.Add([]byte("away_after = \"7m\"\n[posture]\nevery = 20m\n"))
	f.Add([]byte("[own.water]\nat = [\"15:00\", # tea\n]\n"))
	f.Add([]byte("\xef\xbb\xbfposture = { every = \"1h\", }\r\n"))
	f.Add([]byte("a = [[[[{b={c=1}}]]]]\n[[posture]]\n\x00"))
	f.Add([]byte("x = \"\"\"\n'''\n[posture\n]"))
	f.Add(Example())
	f.Fuzz(func(t *testing.T, data []byte) {
		before := string(data)
		s, problems := Parse("f", data)
		if string(data) != before {
			t.Fatal("Parse wrote into its input")
		}
		for i, p := range problems {
			if p.Reason == "" || p.Hint == "" || strings.ContainsAny(p.Error(), "\n\r\x00\x1b") {
				t.Errorf("problem %q", p.Error())
			}
			if i > 0 && p.Line < problems[i-1].Line {
				t.Error("the problems are out of order")
			}
		}
		for _, k := range s.Keys() {
			text, err := Get(s, k.Name)
			again := s
			if err != nil || Set(&again, k.Name, text) != nil {
				t.Errorf("%s holds %q, which cannot be set (%v)", k.Name, text, err)
			}
		}
		s.Config(time.UTC)
	})
}
