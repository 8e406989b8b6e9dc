package content

import (
	"slices"
	"testing"
)

func finder(t testing.TB) *Finder {
	t.Helper()
	all, err := BuiltIn().Findables()
	if err != nil {
		t.Fatal(err)
	}
	return NewFinder(all)
}

func TestFindRanks(t *testing.T) {
	f := finder(t)
	for _, c := range []struct{ typed, first string }{
		{"chin tuck", "exercise:chin-tuck"},
		{"Chin", "exercise:chin-tuck"},
		{"thai", "massage.type:thai"},
		{"yoga", "therapy:yoga"},
		{"what is thai massage", "massage.type:thai"},
		{"cervical rotation", "exercise:neck-turn"},    // another name
		{"look over sho", "exercise:neck-turn"},        // the beginning of one
		{"chim tuck", "exercise:chin-tuck"},            // a wrong letter
		{"chn tuck", "exercise:chin-tuck"},             // one missing
		{"hcin tuck", "exercise:chin-tuck"},            // two swapped
		{"swedihs", "massage.type:swedish"},            //
		{"chin tuck xylophone", "exercise:chin-tuck"},  // a word that stands nowhere
		{"effleurage", "massage.technique:kneading"},   //
		{"relaxation massage", "massage.type:swedish"}, // another name before a text
	} {
		got := f.Find(c.typed, 5)
		if len(got) == 0 || got[0].Kind+":"+got[0].ID != c.first {
			t.Errorf("%q finds %v, want %s first", c.typed, names(got), c.first)
		}
	}
	for _, nothing := range []string{"", "  ", "?!", "xylophone", "zzzz qqqq"} {
		if got := f.Find(nothing, 5); len(got) != 0 {
			t.Errorf("%q finds %v", nothing, names(got))
		}
	}
	if got := f.Find("massage", 3); len(got) != 3 {
		t.Errorf("asked for 3, got %d", len(got))
	}
}

func TestFindPrefersNamesToTexts(t *testing.T) {
	f := NewFinder([]Findable{
		{ID: "text", Name: "Something else", Text: "a word on the neck"},
		{ID: "also", Name: "Ear to shoulder", Also: []string{"neck side bend"}},
		{ID: "word", Name: "The long neck"},
		{ID: "begins", Name: "Neck turn"},
		{ID: "is", Name: "Neck"},
		{ID: "typo", Name: "Deck"},
	})
	var got []string
	for _, e := range f.Find("neck", 10) {
		got = append(got, e.ID)
	}
	if want := []string{"is", "begins", "word", "also", "text"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// Everything that is found by its name is in the library.
func TestFindablesAreInTheIndex(t *testing.T) {
	index, err := BuiltIn().Index()
	if err != nil {
		t.Fatal(err)
	}
	f := finder(t)
	kinds := map[string]int{}
	for _, w := range f.list {
		kinds[w.Kind]++
		if w.Kind != "source" && !index.Has(w.Kind, w.ID) {
			t.Errorf("%s:%s is not in the library", w.Kind, w.ID)
		}
		if w.Name == "" {
			t.Errorf("%s:%s has no name", w.Kind, w.ID)
		}
		got := f.Find(w.Name, len(f.list))
		if !slices.ContainsFunc(got, func(e Findable) bool { return e.Kind == w.Kind && e.ID == w.ID }) {
			t.Errorf("%s:%s is not found by its name %q", w.Kind, w.ID, w.Name)
		}
	}
	for _, kind := range []string{"tip", "exercise", "routine", "guide", "massage.type", "therapy", "red-flag"} {
		if kinds[kind] != len(index[kind]) {
			t.Errorf("%d of %d %s can be found", kinds[kind], len(index[kind]), kind)
		}
	}
}

func names(list []Findable) []string {
	var out []string
	for _, e := range list {
		out = append(out, e.Kind+":"+e.ID)
	}
	return out
}

func BenchmarkFind(b *testing.B) {
	f := finder(b)
	for _, typed := range []string{"m", "massage", "shouldre stiff", "deep tissue massage after surgery"} {
		b.Run(typed, func(b *testing.B) {
			for b.Loop() {
				f.Find(typed, 40)
			}
		})
	}
}
