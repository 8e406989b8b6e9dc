package content

import (
	"strings"
	"testing"
	"testing/fstest"
)

// What is told of a pack is all of it, once, and with what to do.
func TestOneMistakeHidesNoOther(t *testing.T) {
	const steps = "[[exercise]]\nid = \"mine\"\nname = \"Mine\"\nregions = [\"neck\"]\nsteps = [\"Turn.\"]\n"
	for name, c := range map[string]struct {
		file, text string
		want       []string
	}{
		"two wrong kinds": {"exercises/a.toml", "[[exercise]]\nid = \"mine\"\nname = 3\nregions = [\"neck\"]\nsteps = [\"Turn.\"]\nreps = \"two\"\n", []string{
			"packs/mine/exercises/a.toml:1: exercise \"mine\": has neither a pose nor an image",
			"packs/mine/exercises/a.toml:3: name has to be a text in quotes; hint: https://",
			"packs/mine/exercises/a.toml:6: reps has to be a whole number without quotes; hint: https://",
		}},
		"a wrong kind and a source that is not there": {"tips.toml", "[[tip]]\nid = \"mine\"\ntext = 3\nsources = [\"NONE\"]\n", []string{
			"packs/mine/tips.toml:3: text has to be a text in quotes",
			"packs/mine/tips.toml:4: tip \"mine\": source \"NONE\" is not in the register",
		}},
		"a picture that is not there, and a wrong name": {"exercises/a.toml", strings.Replace(steps, "\"Mine\"", "\" Mine\"", 1) + "reps = 2\nmove_s = 5\nimage = \"none.png\"\n", []string{
			"a.toml:3: exercise \"mine\": name has to be a single line",
			"a.toml:8: exercise \"mine\": image \"none.png\" ",
		}},
		"a negative number": {"exercises/a.toml", steps + "reps = -3\nconditions = {}\n", []string{
			"a.toml:1: exercise \"mine\": has neither a pose nor an image",
			"a.toml:6: exercise \"mine\": reps is negative; hint: ",
		}},
		"a text turned round": {"tips.toml", "[[tip]]\nid = \"mine\"\ntext = \"Sit \\u202Ethgiarts\"\n", []string{
			"packs/mine/tips.toml:3: tip \"mine\": text has to be a single line",
		}},
		"exercises too deep": {"exercises/more/a.toml", steps, []string{
			"packs/mine/exercises/more/a.toml: is too deep to be read; hint: put it into exercises",
		}},
	} {
		got := told(inPack(map[string]string{c.file: c.text}))
		ok := len(got) == len(c.want)
		for i := range c.want {
			ok = ok && strings.Contains(got[i], c.want[i]) && strings.Contains(got[i], "hint: ")
		}
		if !ok {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestStrayFilesAmongPacksAreNamed(t *testing.T) {
	l := OpenWith(BuiltIn(), fstest.MapFS{
		"notes.txt": {}, "README.md": {}, ".DS_Store": {}, "photo.png": {Data: []byte("x")},
	})
	if got := told(l); len(got) != 1 || !strings.Contains(got[0], "packs/photo.png: is no folder; hint: ") {
		t.Errorf("%q", got)
	}
}
