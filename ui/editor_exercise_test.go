package ui

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

func (s *stage) exerciseForm(t *testing.T) *exerciseForm {
	t.Helper()
	return formOn[*exerciseForm](t, s, Editor)
}

// aPhoto is a picture file of one colour.
func aPhoto(t *testing.T, c color.Color) string {
	t.Helper()
	at := filepath.Join(t.TempDir(), "photo.png")
	f, err := os.Create(at)
	if err != nil {
		t.Fatal(err)
	}
	img := image.NewNRGBA(image.Rect(0, 0, 40, 60))
	for i := range 40 * 60 {
		img.Set(i%40, i/40, c)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return at
}

// pictureIn is the bytes of an exercise's picture as they are saved.
func (s *stage) pictureIn(t *testing.T, id string) string {
	t.Helper()
	lib, err := s.packs.Library()
	if err != nil {
		t.Fatal(err)
	}
	e, ok := exerciseOf(lib, id)
	if !ok {
		t.Fatalf("there is no exercise %s", id)
	}
	raw, err := lib.Picture(e)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// writeTowel writes down an exercise by keyboard and chooses its photo.
func (s *stage) writeTowel(t *testing.T) {
	t.Helper()
	s.tabTo(t, "Name: ")
	s.types("Turn with a towel")
	s.tabTo(t, "Steps: ")
	s.types("Hold the towel.")
	s.key(fyne.KeyReturn)
	s.types("Turn slowly.")
	s.tabTo(t, "Neck, not chosen")
	s.key(fyne.KeySpace)
	s.tabTo(t, "Left and right, not chosen")
	s.key(fyne.KeySpace)
	s.tabTo(t, "Repetitions")
	s.types("3")
	s.tabTo(t, "Cautions: ")
	s.types("Not when dizzy.")
	s.chosen.path = aPhoto(t, color.NRGBA{200, 60, 60, 255})
	s.tabTo(t, "Choose a picture")
	s.key(fyne.KeySpace)
}

func TestAnOwnExerciseGoesIntoTheRoutine(t *testing.T) {
	s := newStage(t, Stretch)
	s.OpenAt(Editor, partNew)
	s.tabTo(t, "Name: ")
	s.types("With a towel")
	s.pick(t, "Chin tuck")
	s.press(t, "Add own exercise")
	s.writeTowel(t)
	s.mustSay(t, "Choose another picture", "3 × 20 s each side")
	s.shortcut(saveShortcut)
	if got := s.order(t); !slices.Equal(got, []string{"Chin tuck", "Turn with a towel"}) {
		t.Errorf("the routine has %q", got)
	}
	s.mustSay(t, "Saved and added: Turn with a towel.", "2 exercises · ")
	s.mustNotSay(t, "You began this earlier")
	e, ok := exerciseOf(s.library(), "turn-with-a-towel")
	if !ok || !slices.Equal(e.Steps, []string{"Hold the towel.", "Turn slowly."}) || e.Sides != content.LeftRight || e.Reps != 3 || !slices.Equal(e.Regions, []content.Region{"neck"}) || !slices.Equal(e.Cautions, []string{"Not when dizzy."}) {
		t.Errorf("saved as %+v", e)
	}
	s.shortcut(saveShortcut)
	if r := s.own(t, "with-a-towel"); len(r.Items) != 2 {
		t.Errorf("saved with %d exercises", len(r.Items))
	}
	s.OpenAt(Entry, "exercise:turn-with-a-towel")
	s.press(t, "Delete")
	s.mustSay(t, "With a towel") // it names the routine that still uses it
	if _, ok := exerciseOf(s.library(), "turn-with-a-towel"); !ok {
		t.Error("an exercise a routine uses was deleted")
	}
}

func TestUndoOfANewExercise(t *testing.T) {
	s := newStage(t, Stretch)
	s.OpenAt(Editor, partNew)
	s.press(t, "Add own exercise")
	s.writeTowel(t)
	s.shortcut(saveShortcut)
	s.shortcut(&fyne.ShortcutUndo{})
	if f := s.exerciseForm(t); f.draft.Name != "Turn with a towel" || len(f.draft.Steps) != 2 {
		t.Errorf("the form has %+v", f.draft)
	}
	if _, ok := exerciseOf(s.library(), "turn-with-a-towel"); ok {
		t.Error("it is still there")
	}
}

func TestAnotherPhotoAndItsUndo(t *testing.T) {
	s := newStage(t, Stretch)
	s.OpenAt(Editor, partNewExercise)
	s.writeTowel(t)
	s.shortcut(saveShortcut)
	if s.at != (spot{Entry, "exercise:turn-with-a-towel"}) {
		t.Fatalf("at %v: %q", s.at, s.texts())
	}
	red := s.pictureIn(t, "turn-with-a-towel")
	s.press(t, "Change")
	s.chosen.path = aPhoto(t, color.NRGBA{60, 60, 200, 255})
	s.press(t, "Choose a picture")
	s.shortcut(saveShortcut)
	if s.pictureIn(t, "turn-with-a-towel") == red {
		t.Error("the old photo is still there")
	}
	s.shortcut(&fyne.ShortcutUndo{})
	if s.pictureIn(t, "turn-with-a-towel") != red {
		t.Error("undone, the old photo is not back")
	}
	s.press(t, "Delete")
	s.mustSay(t, "Deleted: Turn with a towel.")
	s.shortcut(&fyne.ShortcutUndo{})
	if s.pictureIn(t, "turn-with-a-towel") != red {
		t.Error("undeleted, its photo is gone")
	}
}

func TestMistakesInAnExercise(t *testing.T) {
	s := newStage(t, Stretch)
	s.OpenAt(Editor, partNewExercise)
	f := s.exerciseForm(t)
	s.canvas.Focus(f.fields["hold_s"].focus)
	s.types("0")
	s.canvas.Focus(f.fields["reps"].focus)
	s.types("0")
	s.press(t, "Save")
	for _, name := range []string{"name", "steps", "reps", "photo"} {
		if !f.fields[name].problem.Visible() {
			t.Errorf("nothing is said at %s", name)
		}
	}
	if got := named(s.canvas.Focused()); !strings.HasPrefix(got, "Name: ") {
		t.Errorf("the focus is on %q", got)
	}
	// A file that is no picture is refused at once; the field keeps what it had.
	bad := filepath.Join(t.TempDir(), "letter.png")
	if err := os.WriteFile(bad, []byte("Dear"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(aPhoto(t, color.Black))})
	kept := f.draft.Photo
	s.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(bad)})
	if f.draft.Photo != kept || kept == "" || !f.fields["photo"].problem.Visible() {
		t.Errorf("the photo is %q", f.draft.Photo)
	}
	s.mustSay(t, "Not taken: ")
	// Seconds that no step can be read in.
	f.fields["name"].focus.(*widgets.Entry).SetText("Nod")
	f.fields["steps"].focus.(*widgets.Lines).SetText("Nod so slowly that all of this can be read in time by anybody at all.")
	s.canvas.Focus(f.fields["reps"].focus)
	s.types("1")
	s.canvas.Focus(f.fields["move_s"].focus)
	s.types("1")
	s.press(t, "Save")
	if !f.fields["steps"].problem.Visible() {
		t.Errorf("at the steps nothing is said: %q", s.texts())
	}
	// Longer than anybody would.
	s.canvas.Focus(f.fields["hold_s"].focus)
	s.types("3600")
	s.canvas.Focus(f.fields["reps"].focus)
	s.types("90")
	s.press(t, "Save")
	if !f.fields["hold_s"].problem.Visible() || s.at.screen != Editor {
		t.Errorf("90 hours: %q", s.texts())
	}
	s.mustSay(t, "It takes longer than anybody stretches.")
}

// A file nothing takes is not silently ignored.
func TestDroppedOnTheWindow(t *testing.T) {
	s := newStage(t, Today)
	s.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("/tmp/letter.odt")})
	s.mustSay(t, "Nothing here takes this file.")
	s.dropped(fyne.Position{}, nil)
}

// Fyne's own dialogs open at every size, and Cancel gives the focus back.
func TestFileDialogs(t *testing.T) {
	for _, size := range []fyne.Size{Size, Smallest} {
		s := newStage(t, Stretch)
		s.frame.Resize(size)
		s.OpenAt(Editor, partNewExercise)
		d := &fileDialogs{w: s.Window}
		f := s.exerciseForm(t)
		s.canvas.Focus(f.photo.choose)
		d.open("Choose a picture", pictureEnds, func(string) { t.Error("something was chosen") })
		top := s.canvas.Overlays().Top()
		if top == nil {
			t.Fatal("no dialog opens")
		}
		for _, o := range test.LaidOutObjects(top) {
			if b, ok := o.(interface{ Tapped(*fyne.PointEvent) }); ok {
				if x, ok := o.(fyne.Accessible); ok && x.AccessibilityLabel() == "Cancel" {
					b.Tapped(nil)
				}
			}
		}
	}
}
