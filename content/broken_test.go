package content

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/unhunch/unhunch/content/figure"
)

const (
	goodSource = "[[source]]\nid = \"S\"\ntitle = \"N\"\nurl = \"https://example.org/\"\ntier = \"A\"\nstatus = \"verified\"\nsupports = \"x\"\n"
	goodTip    = "[[tip]]\nid = \"T01\"\ntags = [\"sitting\"]\ntext = \"x\"\nhow = \"y\"\nsources = [\"S\"]\n"

	goodExercise = `[[exercise]]
id = "nod"
name = "Nod"
regions = ["neck"]
muscles = ["neck"]
position = "seated"
sides = "both"
reps = 2
hold_s = 5
move_s = 5
duration_s = 20
steps = ["Nod."]
breath = "Out."
mistakes = ["Haste"]
easier = "Less."
cautions = ["Stop if dizzy"]
conditions = { dizziness = "avoid" }
pregnancy = { t1 = "ok", t2 = "ok", t3 = "ok" }
tags = ["desk"]
evidence = "authoritative"
dose_basis = "Somebody."
sources = ["S"]

[exercise.pose]
view = "side"
supported_by = ["feet"]
start = { shoulder = [5, 5] }
end = { neck = 20 }
`
	goodRoutine = `[[rule]]
when = "before"
text = "x"
ours = true

[[routine]]
id = "short"
name = "Short"
place = "seated"
when = "now"
target_s = 45
rest_s = 5
items = [
  { exercise = "nod" },
  { exercise = "nod", reps = 2 },
]
`
	goodGuide = "+++\nid = \"g\"\ntitle = \"G\"\nsummary = \"s\"\norder = 1\nsources = [\"S\"]\n+++\n\nText. [S]\n"
)

// small is a library of one entry each, with some files replaced.
func small(replaced map[string]string) *Library {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"sources.toml": goodSource, "tips.toml": goodTip, "exercises/a.toml": goodExercise,
		"routines.toml": goodRoutine, "guides/g.md": goodGuide,
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range replaced {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return Open(files)
}

// readAll asks for the sections small has.
func readAll(l *Library) error {
	_, e1 := l.Tips()
	_, e2 := l.Routines()
	_, e3 := l.Guides()
	return together(e1, e2, e3)
}

func TestSmallLibraryIsSound(t *testing.T) {
	l := small(nil)
	if err := readAll(l); err != nil {
		t.Fatal(err)
	}
	r := mustHave(t, l.Routines).Routine[0]
	if r.TotalS() != 45 || r.Items[0].Exercise.Name != "Nod" {
		t.Errorf("routine of %d s with %v", r.TotalS(), r.Items)
	}
	e := mustHave(t, l.Exercises)[0]
	if e.Pose.End.Shoulder != (figure.Pair{Left: 5, Right: 5}) || e.Pose.End.Neck != 20 || e.Pose.Start.Neck != 0 || e.Pose.Start.Seen.Thigh != (figure.Pair{Left: 1, Right: 1}) {
		t.Errorf("pose %+v", e.Pose)
	}
	if e.Sources[0].Name != "N" || e.General() {
		t.Errorf("sources %+v", e.Sources)
	}
}

// swap replaces a part that has to be there.
func swap(text, old, new string) string {
	if !strings.Contains(text, old) {
		panic("no " + old + " to replace")
	}
	return strings.Replace(text, old, new, 1)
}

func TestBrokenFilesAreRefused(t *testing.T) {
	long := strings.Repeat("é", MaxTipText+1)
	for _, c := range []struct{ name, file, text, want string }{
		{"source twice", "sources.toml", goodSource + goodSource, `sources.toml:9: source "S": id is used twice`},
		{"source without title", "sources.toml", swap(goodSource, `"N"`, `""`), `sources.toml:3: source "S": title is missing`},
		{"source nobody may cite", "sources.toml", swap(goodSource, `"S"`, `"UNATTRIB_SE"`), "sources.toml:2: source \"UNATTRIB_SE\": must not be cited"},
		{"source in small letters", "sources.toml", swap(goodSource, `"S"`, `"s"`), "not in capitals"},
		{"unknown tier", "sources.toml", swap(goodSource, `"A"`, `"Z"`), `sources.toml:5: source "S": tier "Z" is unknown; hint: one of A, B, C, D`},
		{"no address", "sources.toml", swap(goodSource, "https://example.org/", ""), "sources.toml:4: source \"S\": url is missing"},
		{"odd address", "sources.toml", swap(goodSource, "https://", "javascript:"), "is no web address"},

		{"unknown key", "tips.toml", goodTip + "colour = 1\n", `tips.toml:7: unknown key "tip.colour"`},
		{"not TOML", "tips.toml", "[[tip\n", "tips.toml:1: "},
		{"a number for a text", "tips.toml", "[[tip]]\nid = 3\n", "tips.toml:2: "},
		{"tip twice", "tips.toml", goodTip + goodTip, `tips.toml:8: tip "T01": id is used twice`},
		{"no id", "tips.toml", swap(goodTip, `"T01"`, `""`), "tips.toml:2: tip \"\": id is missing"},
		{"no text", "tips.toml", swap(goodTip, `"x"`, `" "`), "tips.toml:4: tip \"T01\": text is missing"},
		{"text left out", "tips.toml", swap(goodTip, "text = \"x\"\n", ""), "tips.toml:1: tip \"T01\": text is missing"},
		{"long text", "tips.toml", swap(goodTip, `"x"`, `"`+long+`"`), "tips.toml:4: tip \"T01\": text has 161 characters"},
		{"slow text", "tips.toml", swap(goodTip, `"x"`, `"`+strings.Repeat("a ", 28)+`a"`), "text takes 8.7 s to read, longer than the 8 s"},
		{"two lines", "tips.toml", swap(goodTip, `"x"`, `"x\ny"`), "tips.toml:4: tip \"T01\": text has to be a single line"},
		{"no tags", "tips.toml", swap(goodTip, `["sitting"]`, `[]`), "tips.toml:3: tip \"T01\": tags is missing"},
		{"unknown tag", "tips.toml", swap(goodTip, "sitting", "flying"), `tips.toml:3: tip "T01": tags "flying" is unknown`},
		{"tag twice", "tips.toml", swap(goodTip, `"sitting"`, `"sitting", "sitting"`), `tags names "sitting" twice`},
		{"no sources", "tips.toml", swap(goodTip, `["S"]`, `[]`), "tips.toml:6: tip \"T01\": sources are missing"},
		{"unknown source", "tips.toml", swap(goodTip, `["S"]`, `["Z"]`), `tips.toml:6: tip "T01": source "Z" is not in the register`},
		{"forbidden source", "tips.toml", swap(goodTip, `["S"]`, `["THERAPIST_LISTS"]`), `source "THERAPIST_LISTS" must not be cited`},
		{"source named twice", "tips.toml", swap(goodTip, `["S"]`, `["S", "S"]`), `source "S" is named twice`},
		{"second tip", "tips.toml", goodTip + "\n# a note\n" + swap(swap(goodTip, "T01", "T02"), `"y"`, `""`), "tips.toml:13: tip \"T02\": how is missing"},

		{"odd id", "exercises/a.toml", swap(goodExercise, `"nod"`, `"Nod it"`), "exercises/a.toml:2: exercise \"Nod it\": id \"Nod it\" has to be"},
		{"wrong duration", "exercises/a.toml", swap(goodExercise, "duration_s = 20", "duration_s = 21"), "exercises/a.toml:11: exercise \"nod\": duration_s is 21, but sides x reps x (hold_s + move_s) is 20"},
		{"negative", "exercises/a.toml", swap(goodExercise, "move_s = 5", "move_s = -5"), "exercises/a.toml:10: exercise \"nod\": move_s is negative"},
		{"huge", "exercises/a.toml", swap(goodExercise, "reps = 2", "reps = 4611686018427387905"), "exercises/a.toml:8: exercise \"nod\": reps is beyond any use"},
		{"slow step", "exercises/a.toml", swap(goodExercise, `"Nod."`, `"`+strings.Repeat("a ", 40)+`a"`), "exercises/a.toml:12: exercise \"nod\": step"},
		{"slow steps", "exercises/a.toml", swap(goodExercise, `["Nod."]`, `["`+strings.Repeat("a ", 30)+`a", "`+strings.Repeat("b ", 30)+`b", "`+strings.Repeat("c ", 30)+`c"]`), "steps take 27.9 s to read, the exercise only 20 s"},
		{"unknown condition", "exercises/a.toml", swap(goodExercise, "dizziness", "boredom"), `exercises/a.toml:17: exercise "nod": conditions "boredom" is unknown`},
		{"unknown level", "exercises/a.toml", swap(goodExercise, `t2 = "ok"`, `t2 = "perhaps"`), `exercises/a.toml:18: exercise "nod": t2 "perhaps" is unknown`},
		{"empty step", "exercises/a.toml", swap(goodExercise, `"Nod."`, `"Nod.", ""`), "steps has an empty text"},
		{"pose missing", "exercises/a.toml", goodExercise[:strings.Index(goodExercise, "[exercise.pose]")], "exercises/a.toml:1: exercise \"nod\": has neither a pose nor an image"},
		{"pose and image", "exercises/a.toml", swap(goodExercise, "sources = ", "image = \"a.png\"\nsources = "), "has a pose and an image"},
		{"beyond a body", "exercises/a.toml", swap(goodExercise, "neck = 20", "neck = 200"), "exercises/a.toml:28: exercise \"nod\": neck 200 is beyond a body's range; hint: between -60 and 60"},
		{"not a number", "exercises/a.toml", swap(goodExercise, "neck = 20", "neck = nan"), "exercises/a.toml:28: exercise \"nod\": neck NaN is beyond"},
		{"half a pair", "exercises/a.toml", swap(goodExercise, "[5, 5]", "[5]"), "exercises/a.toml:27: exercise \"nod\": shoulder has 1 numbers; hint: write [left, right]"},
		{"no movement", "exercises/a.toml", swap(goodExercise, "{ neck = 20 }", "{ neck = 0 }"), "exercises/a.toml:28: exercise \"nod\": the end of the pose is its start"},
		{"unknown segment", "exercises/a.toml", swap(goodExercise, "{ neck = 20 }", "{ neck = 20, foreshorten = { tail = 0.5 } }"), `foreshorten names "tail"`},
		{"sole hand", "exercises/a.toml", swap(goodExercise, "{ neck = 20 }", "{ neck = 20, hands = [\"head\"] }"), "exercises/a.toml:28: exercise \"nod\": hands has 1 words; hint: write [left, right]"},
		{"hand in the air", "exercises/a.toml", swap(goodExercise, "{ neck = 20 }", "{ neck = 20, hands = [\"free\", \"sky\"] }"), "exercises/a.toml:28: exercise \"nod\": a hand touches \"sky\"; hint: free, or one of"},
		{"borne by nothing", "exercises/a.toml", swap(goodExercise, `["feet"]`, `["wings"]`), `exercises/a.toml:26: exercise "nod": supported_by "wings" is unknown`},
		{"beyond a view", "exercises/a.toml", swap(goodExercise, "{ neck = 20 }", "{ hip = [-45, 0] }"), "exercise \"nod\": end: hip -45 is beyond a body's range; hint: between -40 and 150"},
		{"same id in two files", "exercises/b.toml", goodExercise, `exercises/b.toml: exercise "nod": id is used in exercises/a.toml too`},
		{"image not there", "exercises/a.toml", goodExercise[:strings.Index(goodExercise, "[exercise.pose]")] + "image = \"a.png\"\n", `image "a.png" is not there`},
		{"image elsewhere", "exercises/a.toml", goodExercise[:strings.Index(goodExercise, "[exercise.pose]")] + "image = \"../a.png\"\n", `image "../a.png" is no picture in this folder`},

		{"unknown exercise", "routines.toml", swap(goodRoutine, `{ exercise = "nod" }`, `{ exercise = "run" }`), `routines.toml:14: routine "short": exercise "run" is not in the library`},
		{"item without exercise", "routines.toml", swap(goodRoutine, `{ exercise = "nod" }`, `{ reps = 2 }`), `routines.toml:14: routine "short": exercise is missing`},
		{"wrong total", "routines.toml", swap(goodRoutine, "target_s = 45", "target_s = 60"), `routines.toml:11: routine "short": target_s is 60, but the items and rests add up to 45`},
		{"unknown place", "routines.toml", swap(goodRoutine, `"seated"`, `"moon"`), `routines.toml:9: routine "short": place "moon" is unknown`},
		{"unknown optional", "routines.toml", swap(goodRoutine, "rest_s = 5", "rest_s = 5\noptional = [\"run\"]"), `routines.toml:13: routine "short": exercise "run" is not in the library`},
		{"rule of nobody", "routines.toml", swap(goodRoutine, "ours = true\n", ""), "routines.toml:1: sources are missing"},

		{"no head", "guides/g.md", "# Title\n", "guides/g.md:1: does not begin with a line of +++"},
		{"open head", "guides/g.md", "+++\nid = \"g\"\n", "guides/g.md:1: the head does not end"},
		{"head without title", "guides/g.md", swap(goodGuide, `"G"`, `""`), `guides/g.md:3: title is missing`},
		{"unknown key in the head", "guides/g.md", swap(goodGuide, "title", "tilte"), `guides/g.md:3: unknown key "tilte"`},
		{"no text at all", "guides/g.md", swap(goodGuide, "Text. [S]", ""), `guides/g.md:8: guide "g": has no text`},
		{"reference not in the head", "guides/g.md", goodGuide + "\nMore. [ZZ]\n", `guides/g.md:11: guide "g": source "ZZ" is not in the head`},
		{"forbidden reference", "guides/g.md", goodGuide + "\nMore. [ACEMIND_DUMAS]\n", `guides/g.md:11: guide "g": source "ACEMIND_DUMAS" must not be cited`},
		{"head without reference", "guides/g.md", swap(goodGuide, "[S]\n", "\n"), `guides/g.md:6: guide "g": source "S" is in the head, but the text does not refer to it`},
		{"picture from elsewhere", "guides/g.md", goodGuide + "\n![a](https://example.org/a.png)\n", "is no picture in this folder"},
		{"picture not there", "guides/g.md", goodGuide + "\n![a](a.png)\n", `image "a.png" is not there`},
		{"guide twice", "guides/h.md", goodGuide, `guides/h.md: guide "g": id is used in guides/g.md too`},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := readAll(small(map[string]string{c.file: c.text}))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
			if len(Problems(err)) == 0 {
				t.Errorf("%v is no Problem", err)
			}
		})
	}
}

func TestImagesBesideTheFileAreTaken(t *testing.T) {
	pose := strings.Index(goodExercise, "[exercise.pose]")
	l := small(map[string]string{
		"exercises/a.toml": goodExercise[:pose] + "image = \"nod.jpg\"\n", "exercises/nod.jpg": "x",
		"guides/g.md": goodGuide + "\n![a nod](nod.png)\n", "guides/nod.png": "x",
	})
	if err := readAll(l); err != nil {
		t.Fatal(err)
	}
	e := mustHave(t, l.Exercises)[0]
	if f, err := e.Figure(false); f != nil || err == nil || !strings.Contains(err.Error(), `exercise "nod" has no pose; hint: show its image "nod.jpg"`) {
		t.Errorf("the figure of a picture: %v, %v", f, err)
	}
	if e.Pose != nil || e.Image != "nod.jpg" {
		t.Errorf("exercise %+v", e)
	}
}

func TestSeveralMistakesAreToldAtOnce(t *testing.T) {
	text := swap(swap(swap(goodTip, `"x"`, `""`), "sitting", "flying"), `["S"]`, `["Z"]`) + "colour = 1\n"
	_, err := small(map[string]string{"tips.toml": text}).Tips()
	var lines []int
	for _, p := range Problems(err) {
		lines = append(lines, p.Line)
		if p.File != "tips.toml" || p.What == "" {
			t.Errorf("problem %+v", p)
		}
	}
	if !slices.Equal(lines, []int{7, 3, 4, 6}) {
		t.Errorf("lines %v of %v", lines, err)
	}
}

func TestMissingFilesAreTold(t *testing.T) {
	l := Open(fstest.MapFS{"sources.toml": {Data: []byte(goodSource)}})
	for name, read := range map[string]func() error{
		"tips.toml":          func() error { _, err := l.Tips(); return err },
		"exercises":          func() error { _, err := l.Exercises(); return err },
		"heat-cold.toml":     func() error { _, err := l.HeatCold(); return err },
		"massage.toml":       func() error { _, err := l.Massage(); return err },
		"red-flags.toml":     func() error { _, err := l.RedFlags(); return err },
		"complementary.toml": func() error { _, err := l.Therapies(); return err },
		"defaults.toml":      func() error { _, err := l.Defaults(); return err },
		"pain.toml":          func() error { _, err := l.Pain(); return err },
		"guides":             func() error { _, err := l.Guides(); return err },
		"coverage.toml":      func() error { _, err := l.Coverage(); return err },
	} {
		if err := read(); err == nil || !strings.HasPrefix(err.Error(), name+": ") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := Open(fstest.MapFS{}).Check(); err == nil || !strings.Contains(err.Error(), "sources.toml: cannot be read") {
		t.Errorf("an empty folder: %v", err)
	}
}

// changed is the built-in library with one part of a file replaced.
func changed(t *testing.T, file, old, new string) *Library {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range texts(t) {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	if !strings.Contains(string(files[file].Data), old) {
		t.Fatalf("%s has no %s", file, old)
	}
	files[file].Data = []byte(strings.Replace(string(files[file].Data), old, new, 1))
	return Open(files)
}

func TestMistakesInTheBigFilesAreTold(t *testing.T) {
	for i, c := range []struct{ file, old, new, want string }{
		{"heat-cold.toml", "default_min = 15", "default_min = 25", `heat-cold.toml:`},
		{"heat-cold.toml", "default_min = 15", "default_min = 25", `timer "heat": default_min goes to 25, past the hard stop at 15`},
		{"heat-cold.toml", `"gap_min", "pregnancy_max_min"`, `"gap", "pregnancy_max_min"`, `ours names "gap", which is not set here`},
		{"heat-cold.toml", `heat = "limited"`, `heat = "maybe"`, `screening "hc-pregnant": heat "maybe" is unknown`},
		{"massage.toml", `level = "stop"`, `level = "halt"`, `screening "fracture": level "halt" is unknown; hint: one of stop, ask, tell`},
		{"massage.toml", "pressure_of_5 = [1, 3]", "pressure_of_5 = [3, 1]", `type "swedish": pressure_of_5 [3 1] is no range`},
		{"massage.toml", `needs_screen = "heat"`, `needs_screen = "cold"`, `needs_screen "cold" is unknown`},
		{"massage.toml", `routine = "after-massage-5"`, `routine = "nap"`, `aftercare "gentle-routine": routine "nap" is not in the library`},
		{"tips.toml", `routine = "micro-1"`, `routine = "nap"`, `tip "T21": routine "nap" is not in the library`},
		{"red-flags.toml", "level = 1\ntext", "level = 7\ntext", `flag "saddle" is of level 7, which is not listed`},
		{"red-flags.toml", "why = \"possible cauda equina syndrome\"\n", "", `flag "saddle" is urgent, but why is missing`},
		{"complementary.toml", "start_for_new = 8", "start_for_new = 18", "start_for_new is 18, outside 4 to 10"},
		{"defaults.toml", "range_min = [15, 120]", "range_min = [45, 120]", `default "posture-check": the default 30 is outside range_min [45 120]`},
		{"defaults.toml", "default_min = 30\nrange_min = [15, 120]\n", "", `default "posture-check": has no default`},
		{"pain.toml", "from = 4", "from = 5", `band "moderate" goes from 5 to 6, but should begin at 4`},
		{"coverage.toml", `"massage.type:swedish"`, `"massage.type:dutch"`, `row "T1": content "massage.type:dutch" leads nowhere`},
		{"coverage.toml", `"massage.type:swedish"`, `"massages"`, `content "massages" is of no kind the library has`},
		{"coverage.toml", `"guide:self-care"`, `"guide:heat-and-cold"`, "no row leads to guide:self-care"},
		{"coverage.toml", `id = "trends"`, `id = "trend"`, `names screen "trends", which is not listed`},
		{"sources.toml", "background = true\n", "", "is cited by nothing"},
		{"sources.toml", "address_checked = true\n", "background = true\n", "is cited, but marked background"},
	} {
		t.Run(fmt.Sprint(i, c.file), func(t *testing.T) {
			err := changed(t, c.file, c.old, c.new).Check()
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
			for _, p := range Problems(err) {
				whole := strings.Contains(p.What, "no row leads") || strings.Contains(p.What, "cited") || strings.Contains(p.What, "routine \"nap\"")
				if p.Line == 0 && !whole {
					t.Errorf("no line in: %v", p)
				}
			}
		})
	}
}
