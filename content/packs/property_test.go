package packs

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/content"
)

// drawRoutine is a sound routine with texts of any letters.
func drawRoutine(t *rapid.T) Routine {
	words := rapid.StringOfN(rapid.SampledFrom([]rune(`aZ9 "'\#=[]{},.äßЖ東🙂…`+"\t")), 1, 40, -1)
	r := Routine{
		Name: "x" + words.Draw(t, "name"), PrescribedBy: words.Draw(t, "by"), Note: words.Draw(t, "note") + "\n" + words.Draw(t, "more"), RestS: rapid.IntRange(0, 30).Draw(t, "rest"),
	}
	for range rapid.IntRange(1, 5).Draw(t, "items") {
		i := Item{Exercise: rapid.SampledFrom([]string{"chin-tuck", "neck-turn", "shoulder-rolls"}).Draw(t, "exercise"), Reps: rapid.IntRange(0, 9).Draw(t, "reps"), HoldS: rapid.IntRange(0, 30).Draw(t, "hold")}
		if i.Exercise == "neck-turn" {
			i.Side = rapid.SampledFrom([]content.Side{content.EachSide, content.LeftSide, content.RightSide}).Draw(t, "side")
		}
		r.Items = append(r.Items, i)
	}
	return r
}

// TestWhatIsSavedIsReadBack saves, changes and deletes routines: each is read
// back as it was given, and the others are as they were.
func TestWhatIsSavedIsReadBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		home(t)
		want := map[string]Routine{}
		for range rapid.IntRange(1, 3).Draw(rt, "steps") {
			ids := make([]string, 0, len(want))
			for id := range want {
				ids = append(ids, id)
			}
			slices.Sort(ids)
			switch what := rapid.IntRange(0, 3).Draw(rt, "what"); {
			case what == 0 && len(ids) > 0:
				id := rapid.SampledFrom(ids).Draw(rt, "id")
				if _, err := DeleteRoutine(content.BuiltIn(), id); err != nil {
					rt.Fatal(err)
				}
				delete(want, id)
			default:
				r := drawRoutine(rt)
				if what == 1 && len(ids) > 0 {
					r.ID = rapid.SampledFrom(ids).Draw(rt, "id")
				}
				id, err := SaveRoutine(content.BuiltIn(), r)
				if err != nil {
					rt.Fatal(err)
				}
				if _, had := want[id]; had != (r.ID != "") {
					rt.Fatalf("the id %s was given twice", id)
				}
				r = r.tidied()
				r.ID = id
				want[id] = r
			}
			lib := library(t)
			for _, p := range lib.PackProblems() {
				rt.Error(p)
			}
			all, err := lib.Routines()
			if err != nil {
				rt.Fatal(err)
			}
			found := 0
			for i := range all.Routine {
				r := &all.Routine[i]
				if r.Pack == "" {
					continue
				}
				found++
				got, was := DraftOf(lib, r), want[r.ID]
				if !slices.Equal(got.Items, was.Items) || got.Name != was.Name || got.Note != was.Note || got.PrescribedBy != was.PrescribedBy || got.RestS != was.RestS {
					rt.Errorf("got %+v, want %+v", got, was)
				}
			}
			if found != len(want) {
				rt.Errorf("%d routines, want %d", found, len(want))
			}
		}
	})
}

// TestWhatIsNotRead refuses to add to a pack so full of mistakes that what
// comes last is passed over.
func TestWhatIsNotRead(t *testing.T) {
	home(t)
	write(t, Folder()+"/mine/pack.toml", "name = \"Mine\"\n")
	write(t, Folder()+"/mine/routines.toml", strings.Repeat("[[routine]]\nid = \"a\"\n\n", 150))
	_, err := SaveRoutine(content.BuiltIn(), morning)
	if err == nil || !strings.Contains(err.Error(), "so that it would not be read; hint: ") {
		t.Errorf("%v", err)
	}
}
