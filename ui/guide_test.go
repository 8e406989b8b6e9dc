package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/settings"
)

func (s *stage) guide() *guideScreen { return s.screens[Guide].(*guideScreen) }

// under are the texts inside an object, as one.
func under(o fyne.CanvasObject) string {
	var out []string
	walk(o, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if t, ok := o.(*canvas.Text); ok {
			out = append(out, t.Text)
		}
	})
	return strings.Join(out, " ")
}

// elsewhere are the kinds of the library's index that other screens show.
var elsewhere = []string{"tip", "exercise", "routine", "red-flag", "default", "pain", "pain.region", "pain.instrument", "desk-check"}

// TestEveryReferenceLeadsToItsTopic opens the guide at everything the library
// has and no other screen shows.
func TestEveryReferenceLeadsToItsTopic(t *testing.T) {
	index, err := content.BuiltIn().Index()
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	found, err := content.BuiltIn().Findables()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		names[f.Kind+":"+f.ID] = f.Name
	}
	s := newStage(t, Guide)
	named := 0
	for _, ref := range index.All() {
		kind, _, _ := strings.Cut(ref, ":")
		if slices.Contains(elsewhere, kind) {
			continue
		}
		s.OpenAt(Guide, ref)
		g := s.guide()
		if g.leaf == nil || g.leaf.at[ref] == nil {
			t.Errorf("%s is shown by no topic", ref)
			continue
		}
		o := g.leaf.at[ref]
		y := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
		if y < 0 || y > Size.Height-40 {
			t.Errorf("%s stands at %.0f, out of sight", ref, y)
		}
		said := strings.ReplaceAll(under(o), " ", "")
		if said == "" {
			t.Errorf("%s leads to nothing written", ref)
		}
		if n := names[ref]; n != "" && kind != "guide" {
			named++
			if !strings.Contains(strings.ToLower(said), strings.ToLower(strings.ReplaceAll(n, " ", ""))) {
				t.Errorf("%s leads to %q, which does not name it (%q)", ref, under(o), n)
			}
		}
	}
	if named < 80 {
		t.Errorf("only %d references were compared by name", named)
	}
}

func TestGuideStartsWithItsTopics(t *testing.T) {
	s := newStage(t, Guide)
	guides, err := content.BuiltIn().Guides()
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range guides {
		s.mustSay(t, g.Title)
	}
	s.OpenAt(Guide, "massage-how-often")
	s.mustSay(t, "60 minutes", "our own choice", "Sources of this page")
	s.OpenAt(Guide, "no-such-topic")
	s.mustSay(t, "Types of massage")
}

// Through the topics with Next one sees each of them once.
func TestNextGoesThroughAllTopics(t *testing.T) {
	s := newStage(t, Guide)
	all := s.topics()
	s.OpenAt(Guide, all[0].id)
	for i, next := range all[1:] {
		tile := tileNamed(s, "Next: "+next.title)
		if tile == nil {
			t.Fatalf("no way from %s to %s", all[i].id, next.id)
		}
		tile.Tapped(nil)
		if s.guide().part != next.id {
			t.Fatalf("Next leads to %s", s.guide().part)
		}
	}
	if tileNamed(s, "Before this: "+all[len(all)-2].title) == nil {
		t.Error("the last topic does not lead back")
	}
	s.Back()
	if got := s.guide().part; got != all[len(all)-2].id {
		t.Errorf("Back leads to %s", got)
	}
}

func TestReferencesLeadToTheSources(t *testing.T) {
	s := newStage(t, Guide)
	s.OpenAt(Guide, "massage-what-it-can-do")
	first := s.guide().leaf.sources[0]
	s.guide().leaf.follow(1)
	if s.Screen() != Sources || s.screens[Sources].(*sourcesScreen).marked != first.ID {
		t.Errorf("at %s", s.Screen())
	}
	s.mustSay(t, first.Title)
}

func TestGuideSaysWhoGradedTheEvidence(t *testing.T) {
	s := newStage(t, Guide)
	s.OpenAt(Guide, "massage-what-it-can-do")
	s.mustSay(t, "Evidence: low to very low.")
}

// What safety says of a type, technique or therapy stands on its card, and what
// is held back is not recommended there.
func TestVerdictsAreMarked(t *testing.T) {
	s := newStage(t, Guide, func(s *stage) { s.person.now = s.person.now.With("blood-thinners", morning) })
	m, err := content.BuiltIn().Massage()
	if err != nil {
		t.Fatal(err)
	}
	s.OpenAt(Guide, "massage-types")
	marked := 0
	for i := range m.Types {
		k := &m.Types[i]
		a := s.judge().MassageType(k)
		said := under(s.guide().leaf.at["massage.type:"+k.ID])
		if title, _ := verdictMark(a.Verdict); title != "" {
			marked++
			if !strings.Contains(said, title) {
				t.Errorf("%s is %s, and its card says %q", k.ID, a.Verdict, said)
			}
		}
		if got := strings.Contains(said, "Good for"); got != (a.Verdict != safety.Held) {
			t.Errorf("%s is %s; recommended: %v", k.ID, a.Verdict, got)
		}
	}
	if marked == 0 {
		t.Error("nothing is marked for somebody with blood thinners")
	}
}

// Another profile counts at once, without leaving the page.
func TestGuideHeedsAChangedProfile(t *testing.T) {
	s := newStage(t, Guide)
	s.OpenAt(Guide, "massage.type:deep-tissue")
	s.mustNotSay(t, "Held back for you", "Ask first")
	s.takeProfile(s.person.now.With("osteoporosis", morning))
	if said := under(s.guide().leaf.at["massage.type:deep-tissue"]); !strings.Contains(said, "Held back for you") && !strings.Contains(said, "Ask first") {
		t.Errorf("the card says %q", said)
	}
}

// TestGuidePictures draws every topic in all looks, and finds no text that does
// not fit.
func TestGuidePictures(t *testing.T) {
	for _, look := range []struct {
		name  string
		theme string
		text  int
		size  fyne.Size
	}{
		{"light", settings.ThemeLight, 100, fyne.NewSize(1120, 2600)},
		{"dark", settings.ThemeDark, 100, fyne.NewSize(1120, 2600)},
		{"small", settings.ThemeLight, 100, fyne.NewSize(720, 2600)},
		{"small-200", settings.ThemeDark, 200, fyne.NewSize(720, 2600)},
		{"large", settings.ThemeLight, 200, fyne.NewSize(1120, 2600)},
	} {
		if *shots == "" && look.name != "light" && look.name != "small-200" {
			continue // the same widths, and nothing to look at
		}
		s := newStage(t, Guide, func(s *stage) {
			s.prefs.now.Window.Theme, s.prefs.now.Window.TextSize = look.theme, look.text
			if look.theme == settings.ThemeDark {
				s.person.now = s.person.now.With("blood-thinners", morning).With("reduced-sensation", morning)
			}
		})
		s.frame.Resize(look.size)
		s.SetStatus(sittingStatus())
		for _, topic := range s.topics() {
			t.Run(look.name+"-"+topic.id, func(t *testing.T) {
				s.OpenAt(Guide, topic.id)
				s.save(t, look.name+"-guide-"+topic.id)
				s.inside(t)
				for _, f := range s.guide().leaf.shut {
					f.SetOpen(true)
				}
				s.inside(t)
			})
		}
	}
}
