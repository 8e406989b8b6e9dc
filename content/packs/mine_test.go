package packs

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/unhunch/unhunch/content"
)

// home gives the test a data directory of its own.
func home(t testing.TB) {
	t.Helper()
	t.Setenv("XDG_DATA_HOME", t.TempDir())
}

func library(t testing.TB) *content.Library {
	t.Helper()
	lib, err := Open(content.BuiltIn())
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func sound(t testing.TB) {
	t.Helper()
	for _, p := range library(t).PackProblems() {
		t.Error(p)
	}
}

func routineOf(t testing.TB, id string) *content.Routine {
	t.Helper()
	all, err := library(t).Routines()
	if err != nil {
		t.Fatal(err)
	}
	for i := range all.Routine {
		if all.Routine[i].ID == id {
			return &all.Routine[i]
		}
	}
	return nil
}

func exerciseOf(t testing.TB, id string) *content.Exercise {
	t.Helper()
	all, err := library(t).Exercises()
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		if all[i].ID == id {
			return &all[i]
		}
	}
	return nil
}

func text(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(Folder(), filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

var morning = Routine{
	Name: "Über  mir,\nmorgens", PrescribedBy: " the clinic ", Note: "Slowly.\nEvery day.", RestS: 7,
	Items: []Item{{Exercise: "chin-tuck"}, {Exercise: "neck-turn", Reps: 2, HoldS: 12, Side: content.RightSide}},
}

func TestSaveRoutine(t *testing.T) {
	home(t)
	id, err := SaveRoutine(content.BuiltIn(), morning)
	if err != nil || id != "ueber-mir-morgens" {
		t.Fatalf("%q, %v", id, err)
	}
	sound(t)
	r := routineOf(t, id)
	if r.Name != "Über mir, morgens" || r.PrescribedBy != "the clinic" || r.Note != "Slowly. Every day." || r.RestS != 7 || r.Pack != "My routines" {
		t.Errorf("%+v", r)
	}
	if d := DraftOf(library(t), r); d.ID != id || !slices.Equal(d.Items, morning.Items) {
		t.Errorf("%+v", d)
	}
	for name, mode := range map[string]os.FileMode{"": 0o700, "mine": 0o700, "mine/routines.toml": 0o600, "mine/pack.toml": 0o600} {
		info, err := os.Stat(filepath.Join(Folder(), name))
		if err != nil || info.Mode().Perm() != mode {
			t.Errorf("%q: %v, %v", name, info.Mode(), err)
		}
	}
	// The same name again is another routine.
	again, err := SaveRoutine(library(t), morning)
	if err != nil || again != id+"-2" {
		t.Errorf("%q, %v", again, err)
	}
	sound(t)
}

const byHand = `# My own, in my own order.

# For Mondays.
[[routine]]
id = "monday"
name = 'Monday' # not Tuesday
when = "on Mondays"
target_s = 46
conditions = { osteoporosis = "ask" } # they said so
items = [
  # easy first
  { exercise = "chin-tuck", reps = 1 },
  { exercise = "neck-turn", reps = 1, hold_s = 10 }, # slowly
]

# For the other days.
[[routine]]
id = "daily"
name = "Daily"
[[routine.items]]
exercise = "shoulder-rolls" # gently

# The end.
`

func TestChangesKeepTheRest(t *testing.T) {
	for _, nl := range []string{"\n", "\r\n"} {
		home(t)
		write(t, filepath.Join(Folder(), "mine", "pack.toml"), "name = \"Mine\"\n")
		write(t, filepath.Join(Folder(), "mine", "routines.toml"), "\xef\xbb\xbf"+strings.ReplaceAll(byHand, "\n", nl))
		sound(t)
		d := DraftOf(library(t), routineOf(t, "monday"))
		// Nothing changed: not a byte is.
		if _, err := SaveRoutine(library(t), d); err != nil {
			t.Fatal(err)
		}
		if got := text(t, "mine/routines.toml"); got != "\xef\xbb\xbf"+strings.ReplaceAll(byHand, "\n", nl) {
			t.Errorf("changed to %q", got)
		}
		d.Name, d.Note = "Mondays", "Before work."
		d.Items = d.Items[1:]
		if _, err := SaveRoutine(library(t), d); err != nil {
			t.Fatal(err)
		}
		daily := DraftOf(library(t), routineOf(t, "daily"))
		daily.Items = append(daily.Items, Item{Exercise: "cat-cow-seated"})
		daily.Items[1].Exercise = "chin-tuck"
		if _, err := SaveRoutine(library(t), daily); err != nil {
			t.Fatal(err)
		}
		sound(t)
		want := `# My own, in my own order.

# For Mondays.
[[routine]]
id = "monday"
name = "Mondays" # not Tuesday
note = "Before work."
when = "on Mondays"
conditions = { osteoporosis = "ask" } # they said so
# easy first
# slowly
items = [
  { exercise = "neck-turn", reps = 1, hold_s = 10 },
]

# For the other days.
[[routine]]
id = "daily"
name = "Daily"
items = [
  { exercise = "shoulder-rolls" },
  { exercise = "chin-tuck" },
]
# gently

# The end.
`
		if got := text(t, "mine/routines.toml"); got != "\xef\xbb\xbf"+strings.ReplaceAll(want, "\n", nl) {
			t.Errorf("got %s", got)
		}
	}
}

func TestCheckRoutine(t *testing.T) {
	home(t)
	long := strings.Repeat("x", 81)
	for _, c := range []struct {
		change func(*Routine)
		field  string
		want   string
	}{
		{func(r *Routine) { r.Name = " " }, "name", "the name is missing"},
		{func(r *Routine) { r.Name = long }, "name", "name has 81 characters, more than 80"},
		{func(r *Routine) { r.Name = "a\u202eb" }, "name", "name has to be a single line"},
		{func(r *Routine) { r.Name = "a\xff" }, "name", "it holds something that is no text"},
		{func(r *Routine) { r.PrescribedBy = long }, "prescribed_by", "prescribed_by has 81 characters"},
		{func(r *Routine) { r.Items = nil }, "items", "there is no exercise in it"},
		{func(r *Routine) { r.Items[1].Exercise = "" }, "items[1].exercise", "the exercise is missing"},
		{func(r *Routine) { r.Items[1].Exercise = "handstand" }, "items[1]", `exercise "handstand" is not in the library`},
		{func(r *Routine) { r.Items[0].Reps = -1 }, "items[0].reps", "reps is negative"},
		{func(r *Routine) { r.Items[1].HoldS = 90000 }, "items[1].hold_s", "hold_s is beyond any use"},
		{func(r *Routine) { r.Items[0].Side = "left" }, "items[0].sides", `exercise "chin-tuck" is not done on the left and on the right`},
		{func(r *Routine) { r.RestS = -1 }, "rest_s", "rest_s is negative"},
		{func(r *Routine) { r.Items[0].Reps = 2000 }, "", "takes "},
		{func(r *Routine) { r.ID = "low-back-10" }, "", "there is no routine of your own with the id low-back-10"},
	} {
		r := morning
		r.Items = slices.Clone(morning.Items)
		c.change(&r)
		bad := CheckRoutine(content.BuiltIn(), r)
		if len(bad) != 1 || bad[0].Field != c.field || !strings.HasPrefix(bad[0].What, c.want) || bad[0].Hint == "" {
			t.Errorf("%s: %+v", c.want, bad)
		}
		if _, err := SaveRoutine(content.BuiltIn(), r); !errors.As(err, new(Problems)) {
			t.Errorf("%s: saved with %v", c.want, err)
		}
	}
	if bad := CheckRoutine(content.BuiltIn(), morning); bad != nil {
		t.Errorf("a sound one: %v", bad)
	}
	if entries, err := os.ReadDir(filepath.Join(Folder(), "mine")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("something was written: %v, %v", entries, err)
	}
}

func TestCopyOf(t *testing.T) {
	home(t)
	lib := library(t)
	all, err := lib.Routines()
	if err != nil {
		t.Fatal(err)
	}
	marked := 0
	for i := range all.Routine {
		from := &all.Routine[i]
		d := DraftOf(lib, from)
		if d.ID != "" || d.From != from.ID || d.Name != from.Name+" (copy)" {
			t.Errorf("%+v", d)
		}
		id, err := SaveRoutine(lib, d)
		if err != nil {
			t.Errorf("%s: %v", from.ID, err)
			continue
		}
		got := routineOf(t, id)
		if got.TotalS() != from.TotalS() || got.When != from.When || got.Pregnancy != from.Pregnancy || fmt.Sprint(got.Conditions) != fmt.Sprint(from.Conditions) || got.RestS != from.RestS {
			t.Errorf("%s became %+v", from.ID, got)
		}
		marked += len(got.Conditions)
	}
	if marked == 0 {
		t.Error("no routine of the library marks a condition: this test says nothing of them")
	}
	sound(t)
}

func TestDeleteRoutine(t *testing.T) {
	home(t)
	write(t, filepath.Join(Folder(), "mine", "pack.toml"), "name = \"Mine\"\n")
	write(t, filepath.Join(Folder(), "mine", "routines.toml"), byHand)
	undo, err := DeleteRoutine(library(t), "monday")
	if err != nil {
		t.Fatal(err)
	}
	sound(t)
	rest := text(t, "mine/routines.toml")
	if want := byHand[:28] + byHand[strings.Index(byHand, "# For the other"):]; rest != want {
		t.Errorf("left %q, want %q", rest, want)
	}
	if d := DeletedRoutines(); !slices.Equal(d, []Deleted{{"monday", "Monday"}}) {
		t.Errorf("%+v", d)
	}
	if _, err := DeleteRoutine(library(t), "monday"); err == nil {
		t.Error("deleted twice")
	}
	// Its id is not given away meanwhile.
	other := morning
	other.Name = "Monday"
	if id, err := SaveRoutine(library(t), other); err != nil || id != "monday-2" {
		t.Errorf("%s, %v", id, err)
	}
	if err := undo(); err != nil {
		t.Fatal(err)
	}
	sound(t)
	if r := routineOf(t, "monday"); r == nil || r.When != "on Mondays" || len(r.Conditions) != 1 {
		t.Errorf("%+v", r)
	}
	if !strings.Contains(text(t, "mine/routines.toml"), "# For Mondays.\n[[routine]]\nid = \"monday\"\nname = 'Monday' # not Tuesday") {
		t.Error("its comments are lost")
	}
	if err := undo(); err == nil || len(DeletedRoutines()) != 0 {
		t.Errorf("undone twice: %v", err)
	}
}

func TestABrokenFileIsNotTouched(t *testing.T) {
	home(t)
	const broken = "[[routine]]\nid = \"a\nname = \"b\"\n"
	write(t, filepath.Join(Folder(), "mine", "pack.toml"), "name = \"Mine\"\n")
	write(t, filepath.Join(Folder(), "mine", "routines.toml"), broken)
	_, err := SaveRoutine(library(t), morning)
	if err == nil || !strings.Contains(err.Error(), "packs/mine/routines.toml:2: ") {
		t.Errorf("%v", err)
	}
	if text(t, "mine/routines.toml") != broken {
		t.Error("it was changed")
	}
	// One with a mistake in another entry can be added to; that entry stays.
	write(t, filepath.Join(Folder(), "mine", "routines.toml"), "[[routine]]\nid = \"a\"\nnaem = \"b\"\n")
	if _, err := SaveRoutine(library(t), morning); err != nil {
		t.Error(err)
	}
	if !strings.HasPrefix(text(t, "mine/routines.toml"), "[[routine]]\nid = \"a\"\nnaem = \"b\"\n\n[[routine]]\n") {
		t.Error("it was changed")
	}
}

func TestLinksAreNotWrittenThrough(t *testing.T) {
	home(t)
	outside := filepath.Join(t.TempDir(), "routines.toml")
	write(t, outside, "# mine\n")
	write(t, filepath.Join(Folder(), "mine", "pack.toml"), "name = \"Mine\"\n")
	if err := os.Symlink(outside, filepath.Join(Folder(), "mine", "routines.toml")); err != nil {
		t.Skip(err)
	}
	if _, err := SaveRoutine(library(t), morning); err == nil || !strings.Contains(err.Error(), "link") {
		t.Errorf("%v", err)
	}
	if b, err := os.ReadFile(outside); err != nil || string(b) != "# mine\n" {
		t.Errorf("%q, %v", b, err)
	}
}

func TestAFileWhereThePacksAre(t *testing.T) {
	home(t)
	write(t, Folder(), "not a folder")
	if _, err := SaveRoutine(content.BuiltIn(), morning); err == nil || !strings.Contains(err.Error(), "; hint: ") {
		t.Errorf("%v", err)
	}
	if bad := CheckRoutine(content.BuiltIn(), morning); len(bad) != 1 || bad[0].Hint == "" {
		t.Errorf("%v", bad)
	}
	if b, err := os.ReadFile(Folder()); err != nil || string(b) != "not a folder" {
		t.Errorf("%q, %v", b, err)
	}
}

// TestTheOldIsThereUntilTheNewIs fails to write, and finds what was there.
func TestTheOldIsThereUntilTheNewIs(t *testing.T) {
	home(t)
	id, err := SaveRoutine(content.BuiltIn(), morning)
	if err != nil {
		t.Fatal(err)
	}
	before := text(t, "mine/routines.toml")
	// A folder of that name in the way of the deleted ones.
	write(t, filepath.Join(Folder(), "mine", ".deleted"), "x")
	if _, err := DeleteRoutine(library(t), id); err == nil {
		t.Error("it was deleted, and is nowhere")
	}
	if text(t, "mine/routines.toml") != before {
		t.Error("it was changed")
	}
	// What a killed program left half-written is swept away.
	left := filepath.Join(Folder(), "mine", strings.Replace(unsaved, "*", "x", 1))
	write(t, left, "half")
	other := morning
	other.Name = "Other"
	if _, err := SaveRoutine(library(t), other); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(left); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%v", err)
	}
	sound(t)
}

func TestManyWriteAtOnce(t *testing.T) {
	home(t)
	var all sync.WaitGroup
	for n := range 12 {
		all.Go(func() {
			r := morning
			r.Name = fmt.Sprintf("Number %c", 'a'+n)
			if _, err := SaveRoutine(content.BuiltIn(), r); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	sound(t)
	if n := library(t).Packs()[0].Routines; n != 12 {
		t.Errorf("%d routines, want 12", n)
	}
}

func TestANameThatIsTaken(t *testing.T) {
	home(t)
	write(t, filepath.Join(Folder(), "other", "pack.toml"), "name = \"My Routines\"\n")
	id, err := SaveRoutine(library(t), morning)
	if err != nil || routineOf(t, id).Pack != "My routines 2" {
		t.Errorf("%v", err)
	}
	sound(t)
	other := morning
	other.ID = "elsewhere"
	write(t, filepath.Join(Folder(), "other", "routines.toml"), "[[routine]]\nid = \"elsewhere\"\nname = \"E\"\nitems = [{ exercise = \"chin-tuck\" }]\n")
	if _, err := SaveRoutine(library(t), other); err == nil || DraftOf(library(t), routineOf(t, "elsewhere")).ID != "" {
		t.Errorf("a routine of another pack was changed: %v", err)
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Über Mütze & Straße": "ueber-muetze-strasse", "Café  No. 2": "cafe-no-2", "東京": "routine", "--": "routine", "": "routine", "Łódź": "lodz",
		"don't": "dont", strings.Repeat("a", 200): strings.Repeat("a", longestID), "İstanbul": "istanbul", "A\u0308pfel": "aepfel",
	} {
		if got := slug(name, "routine"); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
