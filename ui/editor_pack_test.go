package ui

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/reminders/safety"
)

// aPack zips some files.
func aPack(t *testing.T, files map[string]string) string {
	t.Helper()
	at := filepath.Join(t.TempDir(), "physio.zip")
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range files {
		f, err := z.Create("physio/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return at
}

var physio = map[string]string{
	"pack.toml": "name = \"From the practice\"\nprescribed_by = \"the practice on Main Street\"\nnote = \"For six weeks.\"\n",
	"routines.toml": `[[routine]]
id = "practice-neck"
name = "Neck, as shown"
items = [ { exercise = "chin-tuck", reps = 5 }, { exercise = "neck-turn" } ]

[[routine]]
id = "practice-gone"
name = "With something unknown"
items = [ { exercise = "no-such-thing" } ]
`,
}

func TestImportShowsWhatIsInAPackFirst(t *testing.T) {
	s := newStage(t, Stretch)
	s.chosen.path = aPack(t, physio)
	s.press(t, "Import a pack")
	s.press(t, "Choose a file")
	s.mustSay(t, "From the practice", "Prescribed by the practice on Main Street", "For six weeks.", "1 routine", "Neck, as shown",
		"One mistake in it; what it is in is left out", "routines.toml:", "no-such-thing")
	if named(s.canvas.Focused()) != "Add these" {
		t.Errorf("the focus is on %q", named(s.canvas.Focused()))
	}
	s.save(t, "import-preview")
	s.inside(t)
	if _, ok := routineOf(s.library(), "practice-neck"); ok {
		t.Fatal("it is in the library before it was taken in")
	}
	s.key(fyne.KeyReturn)
	s.mustSay(t, "Added: From the practice.")
	if s.Screen() != Stretch || !s.says("Neck, as shown") {
		t.Errorf("at %v it says %q", s.at, s.texts())
	}
	s.OpenAt(Entry, "routine:practice-neck")
	s.mustSay(t, "prescribed by the practice on Main Street", "Duplicate and change", "Export")
	s.mustNotSay(t, "Delete")
	s.shortcut(&fyne.ShortcutUndo{})
	if _, ok := routineOf(s.library(), "practice-neck"); ok {
		t.Error("undone, it is still there")
	}
	s.mustSay(t, "Nothing to show here")
}

func TestImportOfWhatIsNoPack(t *testing.T) {
	s := newStage(t, Today)
	at := filepath.Join(t.TempDir(), "holiday.zip")
	if err := os.WriteFile(at, []byte("PK"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(at)})
	s.mustSay(t, "This cannot be imported", "it is no zip file, or a damaged one", "Have it sent again.")
	s.chosen.path = aPack(t, physio)
	s.press(t, "Choose another file")
	s.mustSay(t, "From the practice")
	s.press(t, "Cancel")
	if s.Screen() != Today {
		t.Errorf("Cancel leads to %v", s.at)
	}
	if len(s.library().Packs()) != 0 {
		t.Error("something was added")
	}
}

func TestImportTwiceReplaces(t *testing.T) {
	s := newStage(t, Stretch)
	s.lookAtPack(aPack(t, physio))
	s.press(t, "Add these")
	s.lookAtPack(aPack(t, physio))
	s.mustSay(t, "You have a pack of this name already.")
	s.press(t, "Replace mine")
	s.mustSay(t, "Added: From the practice.")
	if got := s.library().Packs(); len(got) != 1 {
		t.Errorf("there are %d packs", len(got))
	}
}

// closing is a file that was written.
type closing struct {
	bytes.Buffer
	closed bool
}

func (c *closing) Close() error { c.closed = true; return nil }

func TestExportCanBeImported(t *testing.T) {
	s := newStage(t, Stretch)
	s.saved(t)
	to := &closing{}
	s.chosen.to = to
	s.press(t, "Export")
	s.mustSay(t, "Exported to /home/before-lunch.unhunch-pack.zip.")
	if !to.closed {
		t.Error("the file is still open")
	}
	at := filepath.Join(t.TempDir(), packs.ExportName("Before lunch"))
	if err := os.WriteFile(at, to.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_DATA_HOME", t.TempDir()) // somebody else's
	i, err := packs.OpenImport(content.BuiltIn(), at)
	if err != nil || len(i.RoutineNames) != 1 {
		t.Errorf("it reads as %v, %v", i, err)
	}
}

// All of one's own in one file.
func TestExportAWholePack(t *testing.T) {
	s := newStage(t, Stretch)
	s.OpenAt(Editor, partImport)
	s.mustNotSay(t, "Packs you have")
	s.saved(t)
	s.OpenAt(Editor, "copy:micro-1")
	s.press(t, "Save")
	s.OpenAt(Editor, partImport)
	s.mustSay(t, "Packs you have", "My routines", "2 routines")
	to := &closing{}
	s.chosen.to = to
	s.press(t, "Export")
	s.mustSay(t, "Exported to /home/my-routines.unhunch-pack.zip.")
	z, err := zip.NewReader(bytes.NewReader(to.Bytes()), int64(to.Len()))
	if err != nil || len(z.File) < 2 || !to.closed {
		t.Errorf("the file has %v, %v", z, err)
	}
}

func TestPrint(t *testing.T) {
	s := newStage(t, Stretch)
	s.OpenAt(Entry, "routine:low-back-10")
	pregnant(s)
	s.loadProfile(nil)
	s.press(t, "Print")
	r, _ := routineOf(content.BuiltIn(), "low-back-10")
	page := string(s.printed)
	for _, want := range []string{"<svg", r.Name, "24 November 2026"} {
		if !bytes.Contains(s.printed, []byte(want)) {
			t.Errorf("the page has no %q: %.400s", want, page)
		}
	}
	sheet := s.sheetOf(r)
	if len(sheet.Items) != len(r.Items) || len(sheet.Rules) == 0 {
		t.Errorf("%d exercises and %d rules", len(sheet.Items), len(sheet.Rules))
	}
	if len(sheet.Heed) == 0 || s.judge().Routine(r).Verdict == safety.Allowed {
		t.Errorf("nothing is said to somebody in the third trimester: %q", sheet.Heed)
	}
	for i, item := range sheet.Items {
		if instead := s.judge().Replacements(r)[r.Items[i].ExerciseID]; instead != nil && (item.Exercise != instead || item.InsteadOf == "") {
			t.Errorf("%s is printed and not %s", item.Exercise.Name, instead.Name)
		}
	}
}
