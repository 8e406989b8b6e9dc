package ui

import (
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

// Every exercise and routine is drawn at 200 %, on a small window, without a
// text that is cut off.
func TestEveryEntryDraws(t *testing.T) {
	s := newStage(t, Entry, func(s *stage) {
		s.prefs.now.Window.TextSize = 200
		for _, c := range []content.Condition{"osteoporosis", "blood-thinners", "spinal-surgery"} {
			s.person.now = s.person.now.With(c, morning)
		}
		s.person.now.Pregnancy = safety.Pregnancy{Is: true, Stage: 3, NotedAt: morning}
	})
	s.frame.Resize(Smallest)
	exercises, err := content.BuiltIn().Exercises()
	if err != nil {
		t.Fatal(err)
	}
	for i := range exercises {
		e := &exercises[i]
		s.OpenAt(Entry, "exercise:"+e.ID)
		s.inside(t)
		s.mustSay(t, strings.Fields(e.Name)[0])
	}
	routines, err := content.BuiltIn().Routines()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range routines.Routine {
		s.OpenAt(Entry, "routine:"+r.ID)
		s.inside(t)
	}
}

func TestExerciseSaysEverything(t *testing.T) {
	s := newStage(t, Entry)
	s.OpenAt(Entry, "exercise:neck-turn")
	e, _ := exerciseOf(content.BuiltIn(), "neck-turn")
	s.mustSay(t, e.Name, e.AlsoCalled[0], "3 × 10 s", "on the left, then on the right", "1 min 36 s in all", "Neck", "Seated")
	s.mustSay(t, e.Steps...)
	s.mustSay(t, e.Mistakes...)
	s.mustSay(t, e.Cautions...)
	s.mustSay(t, e.Breath, e.Easier, e.Harder, e.DoseBasis, e.Pregnancy.Note, "First trimester: fine")
	for _, src := range e.Sources {
		s.mustSay(t, src.Name)
	}
	s.mustNotSay(t, "Held back", "Low-authority")
	for _, f := range s.tabThrough(t) {
		if l, ok := f.(*widgets.Link); ok && l.Out {
			l.Tapped(nil)
			break
		}
	}
	if len(s.opened) != 1 || s.opened[0] != e.Sources[0].URL {
		t.Errorf("the browser opens %q", s.opened)
	}
}

func TestRoutineLeadsToItsExercises(t *testing.T) {
	s := newStage(t, Entry)
	r, _ := routineOf(content.BuiltIn(), "desk-reset-3")
	s.OpenAt(Entry, "routine:desk-reset-3")
	s.mustSay(t, r.Name, "6 exercises", lasts(r.TotalS()), "A mild pulling feeling is fine", r.When)
	names := map[string]*widgets.Link{}
	for _, f := range s.tabThrough(t) {
		if l, ok := f.(*widgets.Link); ok && !l.Out {
			names[l.Label] = l
		}
	}
	for _, item := range r.Items {
		l := names[item.Exercise.Name]
		if l == nil {
			t.Fatalf("no way to %s", item.Exercise.Name)
		}
		l.Tapped(nil)
		if s.at != (spot{Entry, "exercise:" + item.ExerciseID}) {
			t.Errorf("%s leads to %v", l.Label, s.at)
		}
		s.Back()
	}
	if s.at != (spot{Entry, "routine:desk-reset-3"}) {
		t.Errorf("Back leads to %v", s.at)
	}
}

func TestEntryHeldBackSaysWhyAndWhatInstead(t *testing.T) {
	s := newStage(t, Entry)
	exercises, err := content.BuiltIn().Exercises()
	if err != nil {
		t.Fatal(err)
	}
	held, told := 0, s.about.profile
	told.Pregnancy = safety.Pregnancy{Is: true, Stage: 3, NotedAt: morning}
	for i := range exercises {
		e := &exercises[i]
		s.person.now = told
		s.loadProfile(nil)
		a := s.judge().Exercise(e)
		if a.Verdict != safety.Held {
			continue
		}
		held++
		s.OpenAt(Entry, "exercise:"+e.ID)
		s.mustSay(t, "Held back for you", a.Reasons[0].Text)
		if a.Instead != nil {
			s.mustSay(t, "Instead: "+a.Instead.Name)
			s.linkTo(t, "Instead: "+a.Instead.Name).Tapped(nil)
			if s.at.part == "exercise:"+e.ID {
				t.Errorf("%s: the link leads nowhere", e.ID)
			}
			s.OpenAt(Entry, "exercise:"+e.ID)
		}
		// The page follows the profile.
		s.person.now = Profile{AskedAt: morning}
		s.loadProfile(nil)
		s.mustNotSay(t, "Held back for you")
	}
	if held == 0 {
		t.Error("nothing is held back in the third trimester")
	}
}

// A routine is shown as this person does it.
func TestRoutineWithOthersInPlace(t *testing.T) {
	s := newStage(t, Entry, func(s *stage) {
		s.person.now.Pregnancy = safety.Pregnancy{Is: true, Stage: 3, NotedAt: morning}
	})
	r, _ := routineOf(content.BuiltIn(), "low-back-10")
	instead := s.judge().Replacements(r)
	if len(instead) == 0 {
		t.Fatal("nothing is replaced")
	}
	s.OpenAt(Entry, "routine:low-back-10")
	total := r.RestS * (len(r.Items) - 1)
	for _, item := range r.Items {
		if other := instead[item.ExerciseID]; other != nil {
			s.mustSay(t, other.Name, "instead of "+item.Exercise.Name)
			total += other.DurationS
			continue
		}
		total += item.DurationS()
	}
	s.mustSay(t, lasts(total))
}

func TestEntryOfAPack(t *testing.T) {
	s := newStage(t, Entry)
	s.Library = content.OpenWith(content.BuiltIn(), os.DirFS("../content/testdata/packs"))
	s.OpenAt(Entry, "exercise:towel-turn")
	s.mustSay(t, "Turn with a towel", "From your pack “My physiotherapist's programme”, prescribed by my physiotherapist.")
	s.mustNotSay(t, "General advice, no source", "takes the place", "cannot be shown")
	var picture *widgets.Picture
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if p, ok := o.(*widgets.Picture); ok {
			picture = p
		}
	})
	if picture == nil || picture.Size().Height < 100 {
		t.Error("its sketch is not shown")
	}
	s.save(t, "entry-pack")
	s.inside(t)
	s.OpenAt(Entry, "exercise:chin-tuck")
	s.mustSay(t, "It takes the place of Unhunch's own.")
	s.look("towel")
	if got := s.search.found[0]; got.ID != "towel-turn" {
		t.Errorf("the search finds %v", got)
	}
}

func TestUnknownEntry(t *testing.T) {
	s := newStage(t, Entry)
	for _, part := range []string{"", "exercise:gone", "routine:gone", "nonsense", "tip:T01"} {
		s.OpenAt(Entry, part)
		s.mustSay(t, "Nothing to show here")
	}
	s.press(t, "Search")
	if !s.searching() {
		t.Error("Search does not open the search")
	}
}

func TestEntryLooks(t *testing.T) {
	for _, look := range []struct {
		name, theme, part string
		text              int
		small             bool
	}{
		{"light", settings.ThemeLight, "exercise:neck-turn", 100, false},
		{"dark", settings.ThemeDark, "exercise:neck-turn", 100, false},
		{"light-routine", settings.ThemeLight, "routine:low-back-10", 100, false},
		{"dark-routine", settings.ThemeDark, "routine:low-back-10", 100, false},
		{"200", settings.ThemeLight, "exercise:neck-turn", 200, false},
		{"200-routine", settings.ThemeLight, "routine:low-back-10", 200, false},
		{"small", settings.ThemeLight, "exercise:cat", 100, true},
	} {
		s := newStage(t, Entry, func(s *stage) {
			s.prefs.now.Window.Theme, s.prefs.now.Window.TextSize = look.theme, look.text
			s.person.now.Pregnancy = safety.Pregnancy{Is: true, Stage: 3, NotedAt: morning}
			s.person.now = s.person.now.With("neck-surgery", morning)
		})
		if look.small {
			s.frame.Resize(Smallest)
		}
		s.SetStatus(sittingStatus())
		s.OpenAt(Entry, look.part)
		s.save(t, "entry-"+look.name)
		s.inside(t)
	}
}
