package sheet

import (
	"bytes"
	"encoding/base64"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
)

var (
	update = flag.Bool("update", false, "take the page as it is for the one looked at")
	into   = flag.String("sheets", "", "write pages to look at into this folder")
)

var day = time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC)

// sheetOf is a routine of the library on a sheet.
func sheetOf(t testing.TB, id string) Sheet {
	t.Helper()
	all, err := content.BuiltIn().Routines()
	if err != nil {
		t.Fatal(err)
	}
	for i := range all.Routine {
		r := &all.Routine[i]
		if r.ID != id {
			continue
		}
		s := Sheet{Name: r.Name, On: day, When: r.When, Note: r.Note, RestS: r.RestS, Sources: r.Sources}
		for _, rule := range all.Rule {
			s.Rules = append(s.Rules, rule.Text)
			s.Sources = append(s.Sources, rule.Sources...)
		}
		for _, item := range r.Items {
			s.Items = append(s.Items, Item{Exercise: item.Exercise, Reps: item.Reps(), HoldS: item.HoldS(), Side: item.OwnSide})
		}
		return s
	}
	t.Fatalf("no routine %s", id)
	return Sheet{}
}

const sketch = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60"><script>alert(1)</script><path d="M10 50 C 30 10 70 10 90 50" fill="none" stroke="#333" stroke-width="4"/></svg>`

// ours is a routine with all there can be on a sheet.
func ours(t testing.TB) Sheet {
	s := sheetOf(t, "low-back-10")
	s.Name, s.PrescribedBy, s.Note = `My <b>programme</b> & "more"`, "the clinic", "Every day.\nSlowly."
	s.From = "From my pack."
	s.Heed = []string{"Ask before you begin: you told of thin bones."}
	s.Items = s.Items[:4]
	s.Items[1].Heed = []string{"With care: <i>slowly</i>."}
	s.Items[1].InsteadOf = "Another"
	s.Items = append(
		s.Items, Item{Exercise: &content.Exercise{ID: "own", Name: "Own", Position: "seated", Sides: content.Both, Steps: []string{"Sit & wait."}, MoveS: 4}, Reps: 3, Picture: []byte(sketch)},
		Item{Exercise: sidedOf(t), Reps: 2, HoldS: 10, Side: content.RightSide}, Item{Exercise: sidedOf(t), Reps: 4, HoldS: 0, Side: content.LeftSide},
	)
	return s
}

func sidedOf(t testing.TB) *content.Exercise {
	t.Helper()
	all, err := content.BuiltIn().Exercises()
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		if all[i].ID == "neck-turn" {
			return &all[i]
		}
	}
	t.Fatal("no neck-turn")
	return nil
}

func htmlOf(t testing.TB, s Sheet, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := HTML(&b, s, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestSheetsToLookAt(t *testing.T) {
	if *into == "" {
		t.Skip("no folder given")
	}
	for name, b := range map[string]string{
		"two.html": htmlOf(t, sheetOf(t, "low-back-10"), Options{}), "one.html": htmlOf(t, sheetOf(t, "low-back-10"), Options{Paper: Letter, Columns: 1}),
		"own.html": htmlOf(t, ours(t), Options{}),
	} {
		if err := os.WriteFile(filepath.Join(*into, name), []byte(b), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

var outlines = regexp.MustCompile(`(?s)<svg viewBox.*?</svg>`)

// TestGolden compares a page with the one that was looked at, without its
// drawings; those are the figure's, and looked at there.
func TestGolden(t *testing.T) {
	for name, o := range map[string]Options{"sheet.html": {}, "sheet-letter.html": {Paper: Letter, Columns: 1}} {
		got := outlines.ReplaceAllString(htmlOf(t, ours(t), o), "<svg/>")
		got = strings.ReplaceAll(got, base64.StdEncoding.EncodeToString([]byte(sketch)), "…")
		golden(t, name, got)
	}
}

// golden compares a page with the file that was looked at.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is another; look at it with -sheets FOLDER, then take it with -update\n%s", name, got)
	}
}

// reaching finds whatever would make a page ask for something elsewhere, or do
// something.
var reaching = regexp.MustCompile(`(?i)<script|<link|<iframe|<object|@import|url\((?:[^#]|$)|(?:src|href)="(?:[^d#]|d[^a])|\son[a-z]+=`)

func TestNothingReachesOut(t *testing.T) {
	all, err := content.BuiltIn().Routines()
	if err != nil {
		t.Fatal(err)
	}
	sheets := []Sheet{ours(t)}
	for _, r := range all.Routine {
		sheets = append(sheets, sheetOf(t, r.ID))
	}
	for _, s := range sheets {
		got := htmlOf(t, s, Options{})
		if found := reaching.FindString(got); found != "" {
			t.Errorf("%s: %q", s.Name, found)
		}
		if strings.Contains(got, "NaN") || strings.Contains(got, "ZgotmplZ") {
			t.Errorf("%s: something on it could not be written", s.Name)
		}
		for _, i := range s.Items {
			for _, step := range i.Exercise.Steps {
				if !strings.Contains(got, escaped(step)) {
					t.Errorf("%s: %q is not on it", s.Name, step)
				}
			}
		}
		if n := strings.Count(got, "<i></i>"); n != 7*len(s.Items) {
			t.Errorf("%s: %d boxes to tick for %d exercises", s.Name, n, len(s.Items))
		}
	}
	if got := reaching.FindString(`<img src="http://x">`); got == "" {
		t.Error("this test finds nothing")
	}
}

func escaped(text string) string {
	return strings.NewReplacer("&", "&amp;", "'", "&#39;", `"`, "&#34;", "<", "&lt;", ">", "&gt;", "+", "&#43;").Replace(text)
}

func TestWhatIsTypedIsText(t *testing.T) {
	const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>{{.}}`
	s := ours(t)
	s.Name, s.PrescribedBy, s.Note, s.When, s.From, s.Heed, s.Rules = evil, evil, evil, evil, evil, []string{evil}, []string{evil}
	s.Sources = []content.Source{{ID: "X", Name: evil, Year: evil}}
	e := *s.Items[4].Exercise
	e.Name, e.Steps, e.Breath, e.Equipment, e.ID = evil, []string{evil}, evil, []string{evil}, evil
	s.Items[4].Exercise, s.Items[4].InsteadOf, s.Items[4].Heed = &e, evil, []string{evil}
	if got := htmlOf(t, s, Options{Paper: "}</style><script>"}); strings.Contains(got, "<script") || strings.Contains(got, "<img src=x") {
		t.Error("what was typed is taken for more than text")
	}
}

func TestSides(t *testing.T) {
	e := sidedOf(t)
	drawn := map[content.Side]string{}
	for _, side := range []content.Side{content.EachSide, content.LeftSide, content.RightSide} {
		i := Item{Exercise: e, Reps: 2, HoldS: 10, Side: side}
		drawn[side] = outlines.FindAllString(htmlOf(t, Sheet{Items: []Item{i}}, Options{}), -1)[1]
		if want := 2 * (10 + e.MoveS); side != content.EachSide && i.TakesS() != want || side == content.EachSide && i.TakesS() != 2*want {
			t.Errorf("%q takes %d s", side, i.TakesS())
		}
	}
	if drawn[content.EachSide] != drawn[content.LeftSide] || drawn[content.LeftSide] == drawn[content.RightSide] {
		t.Error("the right side is not drawn mirrored")
	}
}

func TestWhatCannotBePrinted(t *testing.T) {
	for name, data := range map[string][]byte{"none": nil, "words": []byte("no picture")} {
		s := Sheet{Items: []Item{{Exercise: &content.Exercise{ID: "own", Name: "Own"}, Reps: 1, Picture: data}}}
		if err := HTML(&bytes.Buffer{}, s, Options{}); err == nil || !strings.Contains(err.Error(), `exercise "own"`) || !strings.Contains(err.Error(), "; hint: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := HTML(full{}, ours(t), Options{}); !errors.Is(err, errFull) {
		t.Errorf("on a full disk: %v", err)
	}
}

var errFull = errors.New("full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func BenchmarkHTML(b *testing.B) {
	s := sheetOf(b, "low-back-10")
	b.ReportAllocs()
	for b.Loop() {
		if err := HTML(io.Discard, s, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
