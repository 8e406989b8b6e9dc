package content

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// A pack may come from anybody, or be no pack at all. Whatever is in it, it is
// read in a moment and what is wrong is told in a few lines.
func TestHostilePacks(t *testing.T) {
	tips := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "[[tip]]\nid = \"t%d\"\ntext = \"x\"\n", i)
		}
		return b.String()
	}
	keys := func(n int) string {
		var b strings.Builder
		b.WriteString("[[tip]]\nid = \"k\"\ntext = \"x\"\n")
		for i := range n {
			fmt.Fprintf(&b, "k%x=1\n", i)
		}
		return b.String()
	}
	many := map[string]string{}
	for i := range maxFiles + 1 {
		many[fmt.Sprintf("exercises/%d.toml", i)] = ""
	}
	sketches := map[string]string{}
	for i := range 6 {
		sketches[fmt.Sprintf("exercises/%d.toml", i)] = swap(ownExercise, `"own"`, fmt.Sprintf(`"own%d"`, i))
	}
	sketches["exercises/own.svg"] = "<svg>" + strings.Repeat(" ", maxSketch-11) + "</svg>"
	for _, c := range []struct {
		name  string
		files map[string]string
		tips  int // how many of the pack's are read
		want  string
	}{
		{"huge file", map[string]string{"tips.toml": tips(1) + strings.Repeat("#", maxFile)}, 0, "packs/mine/tips.toml: is larger than 1024 KB"},
		{"10,000 entries", map[string]string{"tips.toml": tips(10000)}, maxEntries, "packs/mine/tips.toml:3001: is one more than the 1000 entries"},
		{"10,000 bad entries", map[string]string{"tips.toml": strings.ReplaceAll(tips(10000), "text", "txt")}, 0, "packs/mine/tips.toml: has more problems than are listed"},
		{"huge entry", map[string]string{"tips.toml": tips(1) + "[[tip]]\nid = \"" + strings.Repeat("x", maxEntry) + "\"\n"}, 1, "packs/mine/tips.toml:4: is longer than 16 KB"},
		{"endless keys", map[string]string{"tips.toml": keys(100000)}, 0, "packs/mine/tips.toml:1: is longer than 16 KB"},
		{"many keys", map[string]string{"tips.toml": strings.Repeat(keys(1500), 60)}, 0, "has more problems than are listed"},
		{"keys outside", map[string]string{"tips.toml": strings.TrimPrefix(keys(100000), "[[tip]]\n")}, 0, `packs/mine/tips.toml:1: "id" stands before the first entry`},
		{"deep lists", map[string]string{"tips.toml": "[[tip]]\nid = " + strings.Repeat("[", 500000)}, 0, "packs/mine/tips.toml:2: "},
		{"deep tables", map[string]string{"tips.toml": "[[tip]]\nid = " + strings.Repeat("{a=", 300000)}, 0, "packs/mine/tips.toml:2: "},
		{"deep keys", map[string]string{"tips.toml": "[[tip]]\n" + strings.Repeat("a.", 8000) + "a = 1\n"}, 0, "packs/mine/tips.toml:2: "},
		{"deep headings", map[string]string{"tips.toml": "[[tip]]\n[tip" + strings.Repeat(".a", 500000) + "]\n"}, 0, "packs/mine/tips.toml:1: is longer than 16 KB"},
		{"binary", map[string]string{"tips.toml": "[[tip]]\n\x00\xff\xfe\x89PNG\r\n\x1a\n"}, 0, "packs/mine/tips.toml:2: holds something that is no UTF-8 text"},
		{"zeros", map[string]string{"tips.toml": strings.Repeat("\x00", 1000)}, 0, "packs/mine/tips.toml:1: "},
		{"UTF-16", map[string]string{"tips.toml": "\xff\xfe[\x00[\x00t\x00i\x00p\x00"}, 0, "packs/mine/tips.toml:1: holds something that is no UTF-8 text; hint: save the file as UTF-8"},
		{"Latin-1", map[string]string{"tips.toml": tips(1) + "[[tip]]\nid = \"u\"\ntext = \"R\xfccken\"\n"}, 0, "packs/mine/tips.toml:6: holds something that is no UTF-8 text"},
		{"binary pack.toml", map[string]string{"pack.toml": "\xff"}, 0, "packs/mine/pack.toml:1: holds something"},
		{"many files", many, 0, "packs/mine/exercises: holds more than 500 files"},
		{"heavy sketches", sketches, 0, "the exercises and sketches of this pack are larger than 8 MB"},
		{"a file for a folder", map[string]string{"exercises": "x"}, 0, "packs/mine/exercises: is no folder"},
	} {
		t.Run(c.name, func(t *testing.T) {
			begin := time.Now()
			l := inPack(c.files)
			got := l.PackProblems()
			t.Logf("%d problems in %s", len(got), time.Since(begin).Round(time.Millisecond))
			found := false
			for _, p := range got {
				if s := p.Error(); strings.HasPrefix(s, "packs/mine") && strings.Contains(s, c.want) {
					found = true
				}
				if len(p.Error()) > maxEntry {
					t.Errorf("a problem of %d letters", len(p.Error()))
				}
			}
			if !found || len(got) > maxProblems+1 {
				t.Errorf("%d problems, among them %.300q; want %s", len(got), got[:min(3, len(got))], c.want)
			}
			if n := l.Packs()[0].Tips; n != c.tips || len(mustHave(t, l.Tips)) != 54+n {
				t.Errorf("%d tips, want %d", n, c.tips)
			}
		})
	}
}

// What editors leave in a file does no harm.
func TestWhatEditorsLeave(t *testing.T) {
	text := "\xef\xbb\xbf" + strings.ReplaceAll("# mine\n[[tip]]\nid = \"x\"\ntext = \"Größe – 好\"\n\n[[tip]]\nid = \"y\"\n", "\n", "\r\n")
	l := inPack(map[string]string{
		"tips.toml":              text,
		"exercises/.#neck.toml":  "junk",
		"exercises/neck.toml~":   "junk",
		"exercises/.DS_Store":    "\x00",
		"exercises/.more/a.toml": "junk",
	})
	if got := told(l); len(got) != 1 || !strings.HasPrefix(got[0], `packs/mine/tips.toml:6: tip "y": text is missing`) {
		t.Errorf("problems %q", got)
	}
	if tip := tipOf(t, l, "x"); tip.Text != "Größe – 好" {
		t.Errorf("tip %+v", tip)
	}
}

// locked is a file system in which one name cannot be read.
type locked struct {
	fstest.MapFS
	name string
}

func (l locked) Open(name string) (fs.File, error) {
	if name == l.name {
		return nil, &fs.PathError{Op: "open", Path: "/home/somebody/" + name, Err: fs.ErrPermission}
	}
	return l.MapFS.Open(name)
}

func TestWhatCannotBeReadIsTold(t *testing.T) {
	files := fstest.MapFS{
		"p/pack.toml":         {Data: []byte("name = \"P\"\n")},
		"p/tips.toml":         {Data: []byte("[[tip]]\nid = \"x\"\ntext = \"x\"\n")},
		"p/exercises/a.toml":  {Data: []byte(ownExercise)},
		"p/exercises/own.svg": {Data: []byte(ownSketch)},
		"p/routines.toml":     {Mode: fs.ModeNamedPipe},
	}
	for name, want := range map[string]string{
		".":                   "packs: cannot be read: permission denied; hint: ",
		"p":                   "packs/p: cannot be read: permission denied; hint: ",
		"p/pack.toml":         "packs/p/pack.toml: cannot be read: permission denied; hint: ",
		"p/tips.toml":         "packs/p/tips.toml: cannot be read: permission denied; hint: ",
		"p/exercises":         "packs/p/exercises: cannot be read: permission denied; hint: ",
		"p/exercises/a.toml":  "packs/p/exercises/a.toml: cannot be read: permission denied; hint: ",
		"p/exercises/own.svg": `packs/p/exercises/a.toml:6: exercise "own": image "own.svg" cannot be read: permission denied; hint: `,
		"none":                "packs/p/routines.toml: is no ordinary file; hint: ",
	} {
		got := told(OpenWith(BuiltIn(), locked{files, name}))
		if len(got) == 0 || len(got) > 2 || !strings.HasPrefix(got[0], want) {
			t.Errorf("%s: problems %q\nwant %s", name, got, want)
		}
		if strings.Contains(strings.Join(got, ""), "somebody") {
			t.Errorf("%s: a path of this machine in %q", name, got)
		}
	}
}

func TestTooManyPacks(t *testing.T) {
	files := fstest.MapFS{}
	for i := range maxPacks + 2 {
		files[fmt.Sprintf("p%02d/pack.toml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "name = \"Pack %d\"\n", i)}
	}
	l := OpenWith(BuiltIn(), files)
	if got := told(l); len(got) != 2 || !strings.HasPrefix(got[1], "packs/p51: is one more than the 50 packs") {
		t.Errorf("problems %q", got)
	}
	if n := len(l.Packs()); n != maxPacks {
		t.Errorf("%d packs", n)
	}
}
