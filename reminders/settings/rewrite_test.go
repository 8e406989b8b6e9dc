package settings

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	gotoml "github.com/pelletier/go-toml/v2"
	"pgregory.net/rapid"
)

func TestEdited(t *testing.T) {
	for _, c := range []struct{ name, file, key, value, want string }{
		{"into nothing", "", "snooze", "5m", "snooze = \"5m\"\n"},
		{"a table into nothing", "", "posture.every", "20m", "[posture]\nevery = \"20m\"\n"},
		{"a value", "# mine\nsnooze   =  '10m'   # short\n", "snooze", "5m", "# mine\nsnooze   =  \"5m\"   # short\n"},
		{"the same value", "snooze = '300s'\nsettle = \"60s\"", "settle", "1m", "snooze = '300s'\nsettle = \"60s\""},
		{"a bad value", "snooze = 10\n", "snooze", "10m", "snooze = \"10m\"\n"},
		{"no line break at the end", "settle = \"1m\"", "snooze", "5m", "settle = \"1m\"\nsnooze = \"5m\""},
		{"a table, no line break at the end", "settle = \"1m\"", "tray.enabled", "no", "settle = \"1m\"\n\n[tray]\nenabled = false\n"},
		{"after the last of its table", "[posture]\nenabled = true # yes\n\n# next\n[stretch]\nenabled = true\n", "posture.every", "20m", "[posture]\nenabled = true # yes\nevery = \"20m\"\n\n# next\n[stretch]\nenabled = true\n"},
		{"into an empty table", "[posture] # here\n[stretch]\n", "posture.every", "20m", "[posture] # here\nevery = \"20m\"\n[stretch]\n"},
		{"indented", "[posture]\n\tenabled = true\n", "posture.every", "20m", "[posture]\n\tenabled = true\n\tevery = \"20m\"\n"},
		{"before the first table and its comment", "# top\n\n# about posture\n[posture]\n", "snooze", "5m", "# top\n\nsnooze = \"5m\"\n\n# about posture\n[posture]\n"},
		{"CRLF", "\xef\xbb\xbf[posture]\r\nenabled = true\r\n", "posture.every", "20m", "\xef\xbb\xbf[posture]\r\nenabled = true\r\nevery = \"20m\"\r\n"},
		{"CRLF, a new table", "settle = \"1m\"\r\n", "posture.every", "20m", "settle = \"1m\"\r\n\r\n[posture]\r\nevery = \"20m\"\r\n"},
		{"byte order mark, top", "\xef\xbb\xbf[posture]\n", "snooze", "5m", "\xef\xbb\xbfsnooze = \"5m\"\n\n[posture]\n"},
		{"dotted", "posture.every = \"30m\"\n", "posture.every", "20m", "posture.every = \"20m\"\n"},
		{"beside dotted", "posture.enabled = true\nsnooze = \"5m\"\n", "posture.every", "20m", "posture.enabled = true\nposture.every = \"20m\"\nsnooze = \"5m\"\n"},
		{"in an inline table", "posture = { every = \"30m\", enabled = true } # mine\n", "posture.every", "20m", "posture = { every = \"20m\", enabled = true } # mine\n"},
		{"into an inline table", "posture = { enabled = true }\n", "posture.every", "20m", "posture = { enabled = true, every = \"20m\" }\n"},
		{"into an empty inline table", "posture = {}\n", "posture.every", "20m", "posture = { every = \"20m\" }\n"},
		{"a list with comments", "[checkin]\nat = [\n  \"15:00\", # tea\n  \"18:00\",\n] # at\n", "checkin.at", "16:00,19:00", "[checkin]\n# tea\nat = [\"16:00\", \"19:00\"] # at\n"},
		{"quoted names", "[\"posture\"]\n'every' = \"30m\"\n", "posture.every", "20m", "[\"posture\"]\n'every' = \"20m\"\n"},
		{"hours", "hours = \"always\"\n", "hours", "mon-fri 09:00-12:00 13:00-18:00; sat 10:00-12:00", "hours = [\"mon-fri 09:00-12:00 13:00-18:00\", \"sat 10:00-12:00\"]\n"},
		{"a number", "", "window.text_size", "150", "[window]\ntext_size = 150\n"},
		{"a new reminder", "[tray]\nenabled = true\n", "own.water.every", "45m", "[tray]\nenabled = true\n\n[own.water]\nevery = \"45m\"\n"},
		{"a reminder by its plain name", "[own.water]\nevery = \"45m\"\n", "water.title", `say "hi"`, "[own.water]\nevery = \"45m\"\ntitle = \"say \\\"hi\\\"\"\n"},
		{"at takes the place of every", "[own.water]\n# often\nevery = \"45m\" # x\ntitle = \"Drink\"\n", "own.water.at", "15:00", "[own.water]\n# often\ntitle = \"Drink\"\nat = [\"15:00\"]\n"},
		{"at takes the place of every, inline", "own = { water = { every = \"45m\", title = \"x\" } }\n", "own.water.at", "15:00", "own = { water = { title = \"x\", at = [\"15:00\"] } }\n"},
		{"beside another own, inline", "own = { tea = { every = \"45m\" } }\n", "own.water.at", "15:00", "own = { tea = { every = \"45m\" }, water.at = [\"15:00\"] }\n"},
		{"beside another own, dotted", "own.tea.every = \"45m\"\n", "own.water.at", "15:00", "own.tea.every = \"45m\"\n\n[own.water]\nat = [\"15:00\"]\n"},
		{"below a table of own", "[own]\nwater.every = \"45m\"\n", "own.water.title", "x", "[own]\nwater.every = \"45m\"\nwater.title = \"x\"\n"},
		{"unknown tables stay", "[posture.future]\nx = 1\n[[list]]\ny = 2\n", "posture.every", "20m", "[posture.future]\nx = 1\n[[list]]\ny = 2\n\n[posture]\nevery = \"20m\"\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := edited("settings.toml", []byte(c.file), c.key, c.value)
			if err != nil || string(got) != c.want {
				t.Errorf("got %q, %v\nwant %q", got, err, c.want)
			}
		})
	}
}

func TestEditedRefuses(t *testing.T) {
	for _, c := range []struct{ name, file, key, value, want string }{
		{"a mistake", "snooze = \"5m\"\n[posture]\nevery = 20m\n", "snooze", "6m", "settings.toml:3: the file has a mistake: strings must be quoted; hint: write every = \"30m\""},
		{"a mistake elsewhere", "x = {\n", "snooze", "6m", "settings.toml:1: the file has a mistake"},
		{"a key twice", "x = 1\nx = 2\n", "snooze", "6m", "settings.toml:2: the file has a mistake"},
		{"a bad date", "x = 2026-13-45\n", "snooze", "6m", "settings.toml:1: the file has a mistake"},
		{"a bad value", "", "snooze", "6", "snooze: \"6\" has no unit; hint"},
		{"an unknown key", "", "snoze", "6m", "snoze: there is no such setting; hint: did you mean snooze?"},
		{"a text in the way", "a = 1\nposture = \"x\"\n", "posture.every", "20m", "settings.toml:2: posture: posture holds several settings"},
		{"a list in the way", "[[posture]]\n", "posture.every", "20m", "settings.toml:1: posture: [[posture]] begins a list"},
		{"a table in the way", "[posture.every]\n", "posture.every", "20m", "settings.toml:1: posture.every: this is a table"},
		{"a title without a reminder", "", "own.water.title", "x", "hint: set own.water.every or own.water.at first"},
		{"no time for a reminder", "", "own.water.every", "", "there is no reminder of your own called water"},
		{"taking away its only time", "[own.water]\nevery = \"45m\"\n", "own.water.every", "", "would never come"},
		{"UTF-16", "\xff\xfex\x00", "snooze", "6m", "UTF-16"},
		{"too large", strings.Repeat("#", maxSize+1), "snooze", "6m", "1 MiB"},
		{"growing too large", strings.Repeat("#", maxSize), "snooze", "6m", "1 MiB"},
		{"too many entries", strings.Repeat("a=1\n", maxEntries+1), "snooze", "6m", "5000 entries"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := edited("settings.toml", []byte(c.file), c.key, c.value)
			if err == nil || got != nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %.200q\nerror %v\nwant  %s", got, err, c.want)
			}
		})
	}
}

func TestWithout(t *testing.T) {
	for _, c := range []struct{ name, file, key, want string }{
		{"not there", "# x\n", "snooze", "# x\n"},
		{"a line", "# mine\nsnooze = \"5m\" # x\nsettle = \"1m\"\n", "snooze", "# mine\nsettle = \"1m\"\n"},
		{"the last line", "settle = \"1m\"\nsnooze = \"5m\"", "snooze", "settle = \"1m\"\n"},
		{"several lines", "hours = [\n \"mon 09:00-10:00\", # x\n]\n[posture]\n", "hours", "[posture]\n"},
		{"a bad value", "snooze = 3\n", "snooze", ""},
		{"the first of an inline table", "posture = { every = \"20m\", enabled = false }\n", "posture.every", "posture = { enabled = false }\n"},
		{"the last of an inline table", "posture = { every = \"20m\", enabled = false }\n", "posture.enabled", "posture = { every = \"20m\" }\n"},
		{"the only one of an inline table", "posture = { every = \"20m\" }\n", "posture.every", "posture = {  }\n"},
		{"a reminder", "[own.water]\n# often\nevery = \"45m\"\n[tray]\n[own.tea]\nevery = \"1h\"\n", "own.water", "# often\n[tray]\n[own.tea]\nevery = \"1h\"\n"},
		{"a reminder by its plain name", "own.water.every = \"45m\"\nown.tea.every = \"1h\"\nown.water.title = \"x\"\n", "water", "own.tea.every = \"1h\"\n"},
		{"a reminder, inline", "own = { water.every = \"45m\", tea = { every = \"1h\" }, water.title = \"x\" }\n", "water", "own = { tea = { every = \"1h\" } }\n"},
		{"a reminder's title", "[own.water]\nevery = \"45m\"\ntitle = \"x\"\n", "water.title", "[own.water]\nevery = \"45m\"\n"},
		{"one time of two", "[own.water]\nevery = \"45m\"\nat = [\"15:00\"]\n", "water.at", "[own.water]\nevery = \"45m\"\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := without("settings.toml", []byte(c.file), c.key)
			if err != nil || string(got) != c.want {
				t.Errorf("got %q, %v\nwant %q", got, err, c.want)
			}
		})
	}
	for _, c := range []struct{ name, file, key, want string }{
		{"unknown", "", "snoze", "did you mean snooze?"},
		{"a mistake", "snooze = 5m\n", "snooze", "settings.toml:1: the file has a mistake"},
		{"its only time", "[own.water]\nevery = \"45m\"\n", "water.every", "would never come; hint: set own.water.at instead"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, err := without("settings.toml", []byte(c.file), c.key); err == nil || got != nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %q, %v; want %s", got, err, c.want)
			}
		})
	}
}

// genFile draws a good settings file, line by line, and says on which line
// each setting stands.
func genFile(t *rapid.T) (lines []string, at map[string]int) {
	at = map[string]int{}
	filler := func() {
		for range rapid.IntRange(0, 2).Draw(t, "filler") {
			lines = append(lines, rapid.SampledFrom([]string{"", "# a comment = \"with this\"", "\t# [posture]", "   "}).Draw(t, "line"))
		}
	}
	s := Default()
	put := func(k Key, name string) {
		if rapid.IntRange(0, 3).Draw(t, "how often") > 0 {
			return
		}
		f, err := find(s, k.Name)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.parse(f.ptr(&s), genValue(t, k)); err != nil {
			t.Fatal(err)
		}
		at[k.Name] = len(lines)
		lines = append(lines, rapid.SampledFrom([]string{"", "  ", "\t"}).Draw(t, "indent")+name+
			rapid.SampledFrom([]string{" = ", "=", "\t =  "}).Draw(t, "equals")+toml(f.ptr(&s))+
			rapid.SampledFrom([]string{"", " ", "  # because", " # x = \"y\""}).Draw(t, "tail"))
		filler()
	}
	filler()
	for _, k := range Keys() {
		if firstPart(k.Name) == "" {
			put(k, k.Name)
		}
	}
	if rapid.Bool().Draw(t, "unknown key") {
		lines = append(lines, `colour = [1, "two", { three = 3 }] # ours`)
	}
	groups := rapid.Permutation(slices.DeleteFunc(tables(), func(g string) bool { return g == "own" })).Draw(t, "tables")
	// Of some tables dotted keys; those come before the first header.
	dotted := groups[:rapid.IntRange(0, 3).Draw(t, "dotted")]
	for i, g := range groups {
		isDotted := i < len(dotted)
		if !isDotted {
			if rapid.Bool().Draw(t, "leave out") {
				continue
			}
			lines = append(lines, "["+g+"]"+rapid.SampledFrom([]string{"", " # here"}).Draw(t, "header"))
		}
		for _, k := range Keys() {
			if last, ok := strings.CutPrefix(k.Name, g+"."); ok && isDotted {
				put(k, g+" . "+last)
			} else if ok {
				put(k, last)
			}
		}
		if !isDotted && rapid.Bool().Draw(t, "unknown") {
			lines = append(lines, "future = 2026-01-01 # date", "["+g+".more]", `x = "y"`)
		}
	}
	filler()
	return lines, at
}

func TestEditLeavesTheRest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines, at := genFile(t)
		nl := rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "line break")
		data := strings.Join(lines, nl)
		if rapid.Bool().Draw(t, "line break at the end") {
			data += nl
		}
		before, problems := Parse("f", []byte(data))
		if i := slices.IndexFunc(problems, func(p Problem) bool { return !p.Warning }); i >= 0 {
			t.Fatalf("the drawn file is bad: %v\n%s", problems[i], data)
		}
		k := rapid.SampledFrom(Keys()).Draw(t, "key")
		want := before
		if err := Set(&want, k.Name, genValue(t, k)); err != nil {
			t.Fatal(err)
		}
		text, _ := Get(want, k.Name)
		next, err := edited("f", []byte(data), k.Name, text)
		if err != nil {
			t.Fatalf("edit %s %q: %v\n%s", k.Name, text, err, data)
		}
		after, _ := Parse("f", next)
		for _, other := range Keys() {
			a, _ := Get(after, other.Name)
			b, _ := Get(want, other.Name)
			if a != b {
				t.Errorf("%s is %q, want %q\n%s", other.Name, a, b, next)
			}
		}
		if line, ok := at[k.Name]; ok {
			sameButLine(t, data, string(next), line)
		} else {
			onlyInserted(t, data, string(next))
		}
		// And away again.
		gone, err := without("f", next, k.Name)
		if err != nil {
			t.Fatal(err)
		}
		after, _ = Parse("f", gone)
		if got, _ := Get(after, k.Name); got != k.Default {
			t.Errorf("after Reset %s is %q, want %q", k.Name, got, k.Default)
		}
	})
}

func sameButLine(t *rapid.T, before, after string, line int) {
	a, b := strings.Split(before, "\n"), strings.Split(after, "\n")
	if len(a) != len(b) {
		t.Fatalf("the number of lines changed:\n%s\n---\n%s", before, after)
	}
	for i := range a {
		if i != line && a[i] != b[i] {
			t.Errorf("line %d changed from %q to %q", i+1, a[i], b[i])
		}
	}
	name, _, _ := strings.Cut(a[line], "=")
	value, _, _ := strings.Cut(a[line], " #")
	tail := a[line][len(strings.TrimRight(value, " \r")):]
	if !strings.HasPrefix(b[line], name+"=") || !strings.HasSuffix(b[line], tail) {
		t.Errorf("around the value, %q became %q", a[line], b[line])
	}
}

func onlyInserted(t *rapid.T, before, after string) {
	i := 0
	for i < len(before) && i < len(after) && before[i] == after[i] {
		i++
	}
	if !strings.HasSuffix(after, before[i:]) {
		t.Errorf("more than an insertion:\n%s\n---\n%s", before, after)
	}
}

// FuzzEdit: of any file and any key, an edit either fails or changes that key
// and nothing else.
func FuzzEdit(f *testing.F) {
	for i, file := range []string{
		"", "# c\nsnooze = 10 # x\n", "posture = { every = \"1h\", }\r\n", "[own]\nwater.at = [\"15:00\", # tea\n]\n",
		"\xef\xbb\xbf[[x]]\n[posture]", "own = { water.every = \"45m\", a.b.c = 1 }", "posture.every = '''\n30m'''\nx = \"\"\"\\u00e9\"\"\"",
	} {
		f.Add([]byte(file), uint8(i*5), "1h")
	}
	f.Add([]byte("[checkin]\nat=[[],\"1:00\"]\n"), uint8(12), "15:00,18:00")
	f.Fuzz(func(t *testing.T, data []byte, pick uint8, value string) {
		names := Default().names()
		for _, last := range []string{"title", "every", "at", "enabled", "days"} {
			names = append(names, "own.water."+last)
		}
		name := names[int(pick)%len(names)]
		before := string(data)
		next, err := edited("f", data, name, value)
		if string(data) != before {
			t.Fatal("edited wrote into its input")
		}
		if err != nil {
			var p Problem
			if next != nil || strings.ContainsAny(err.Error(), "\n\x00") || (!errors.As(err, &p) && len(data) < maxSize) {
				t.Errorf("%q, error %q", next, err)
			}
			return
		}
		s, _ := Parse("f", next)
		want := Default()
		if err := Set(&want, name, value); err != nil {
			t.Fatalf("a value Set refuses was written: %v", err)
		}
		a, _ := Get(s, name)
		if b, _ := Get(want, name); a != b {
			t.Fatalf("%s is %q, want %q in %q", name, a, b, next)
		}
		if again, err := edited("f", next, name, value); err != nil || string(again) != string(next) {
			t.Errorf("once more it gives %q, %v", again, err)
		}
		rest := []string{name}
		if strings.HasPrefix(name, "own.") {
			rest = []string{"own.water.every", "own.water.at", name}
		}
		if a, b := contentWithout(t, data, rest), contentWithout(t, next, rest); a != b {
			t.Errorf("something else changed:\n%s\n%s\nof %q\nto %q", a, b, data, next)
		}
		if gone, err := without("f", next, name); err == nil {
			if a, b := contentWithout(t, data, rest), contentWithout(t, gone, rest); a != b {
				t.Errorf("Reset changed something else:\n%s\n%s\nof %q\nto %q", a, b, next, gone)
			}
		}
	})
}

// contentWithout is what a TOML file says but for some keys, and for tables
// with nothing in them.
func contentWithout(t *testing.T, data []byte, names []string) string {
	var all map[string]any
	if err := gotoml.Unmarshal([]byte(strings.TrimPrefix(string(data), string(bom))), &all); err != nil {
		t.Fatalf("not TOML: %v\n%q", err, data)
	}
	var drop func(m map[string]any, p path)
	drop = func(m map[string]any, p path) {
		if in, ok := m[p[0]].(map[string]any); ok && len(p) > 1 {
			drop(in, p[1:])
		} else if len(p) == 1 {
			delete(m, p[0])
		}
	}
	for _, n := range names {
		drop(all, pathOf(n))
	}
	var prune func(m map[string]any) map[string]any
	prune = func(m map[string]any) map[string]any {
		maps.DeleteFunc(m, func(_ string, v any) bool {
			in, ok := v.(map[string]any)
			return ok && len(prune(in)) == 0
		})
		return m
	}
	return fmt.Sprint(prune(all))
}
