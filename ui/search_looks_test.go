package ui

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/settings"
)

func TestSearchMarksWhatIsHeldBack(t *testing.T) {
	s := newStage(t, Today, func(s *stage) {
		s.person.now = s.person.now.With("osteoporosis", morning)
	})
	all := s.effects()[safety.Held]
	if len(all) == 0 {
		t.Fatal("nothing is held back with osteoporosis")
	}
	held := all[0]
	s.look(held.Name)
	i := slices.IndexFunc(s.search.found, func(f content.Findable) bool { return f.Kind == held.Kind && f.ID == held.ID })
	if i < 0 || s.search.rows[i].Mark() != "Held back for you" {
		t.Errorf("%s carries no mark", held.Name)
	}
}

func TestSearchDraws(t *testing.T) {
	for _, look := range []struct {
		name, theme, typed string
		text               int
		size               fyne.Size
	}{
		{"light", settings.ThemeLight, "massage", 100, Size},
		{"light-empty", settings.ThemeLight, "", 100, Size},
		{"light-none", settings.ThemeLight, "xylophone", 100, Size},
		{"dark", settings.ThemeDark, "neck", 100, Size},
		{"large", settings.ThemeLight, "osteoporosis", 200, Size},
		{"small-200", settings.ThemeDark, "heat", 200, Smallest},
		{"small-200-none", settings.ThemeDark, "xylophone", 200, Smallest},
	} {
		s := newStage(t, Today, usual, func(s *stage) {
			s.prefs.now.Window.Theme, s.prefs.now.Window.TextSize = look.theme, look.text
			s.person.now = s.person.now.With("osteoporosis", morning)
		})
		s.frame.Resize(look.size)
		s.SetStatus(sittingStatus())
		s.look(look.typed)
		s.save(t, "search-"+look.name)
		walk(s.search, fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) {
			c, ok := o.(*canvas.Text)
			if ok && c.Text != "" && at.X+c.MinSize().Width > look.size.Width+1 {
				t.Errorf("%s: %q sticks out of the window", look.name, c.Text)
			}
		})
		if card := s.search.card; card.Position().Y+card.Size().Height > look.size.Height {
			t.Errorf("%s: the card is higher than the window", look.name)
		}
	}
}

// TestSearchIsQuick keeps a letter's answer well under what one notices.
func TestSearchIsQuick(t *testing.T) {
	s := newStage(t, Today)
	f := s.finder()
	for _, typed := range []string{"m", "massage", "shouldre", "deep tissue massage after surgery"} {
		best := time.Hour
		for range 5 {
			from := time.Now()
			f.Find(typed, searchReads)
			best = min(best, time.Since(from))
		}
		if best > 10*time.Millisecond {
			t.Errorf("%q takes %v", typed, best)
		}
	}
}

// BenchmarkSearch is one letter: finding and showing.
func BenchmarkSearch(b *testing.B) {
	s := newStage(b, Today)
	s.openSearch()
	b.Run("index", func(b *testing.B) {
		for b.Loop() {
			s.found = nil
			s.finder()
		}
	})
	for _, typed := range []string{"m", "massage", "shouldre"} {
		b.Run("find-"+typed, func(b *testing.B) {
			f := s.finder()
			for b.Loop() {
				f.Find(typed, searchReads)
			}
		})
		b.Run("show-"+typed, func(b *testing.B) {
			for b.Loop() {
				s.search.typed(typed)
			}
		})
	}
}
