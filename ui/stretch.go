package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/ui/widgets"
)

// stretchScreen offers what suits now, and has all routines and exercises.
type stretchScreen struct {
	w         *Window
	p         *widgets.Page
	open      *promptCards // a click on the notification leads here
	next      *widgets.Text
	filters   *stretchFilters
	suggested *suggestions
	routines  *routineCards
	history   *stretchHistory
	exercises *exerciseCards
}

func newStretch(w *Window) screen {
	s := &stretchScreen{w: w, open: newPromptCards(w, nil, reminders.Stretch)}
	s.next = widgets.NewHeading("", 14, widgets.Regular, widgets.ColorInk2)
	s.filters = newStretchFilters(w.likes, s.filter)
	s.suggested = newSuggestions(w)
	s.routines = newRoutineCards(w)
	s.exercises = newExerciseCards(w, s.filters.more)
	s.history = newStretchHistory(w, func() { s.p.Reflow() })
	s.routines.grew = func() { s.p.Reflow() }
	s.exercises.grew, s.routines.above = s.routines.grew, s.suggested.has
	s.exercises.clear = s.filters.clear
	s.p = pageOf(widgets.NewColumn(16, s.head(), s.filters.box, s.open.box, s.suggested.box, s.routines.box, s.history.box, s.exercises.box))
	s.fill()
	w.onProfile(s.fill)
	w.onMarked(func() {
		s.routines.fill(w.judge())
		s.exercises.mark()
		s.filter()
	})
	return s
}

// head is the title, and below it when the next stretch comes.
func (s *stretchScreen) head() fyne.CanvasObject {
	change := widgets.NewLink(catalog.L("Change"), func() { s.w.Open(Settings) })
	change.Hint = catalog.L("Change when the stretch reminder comes")
	words := widgets.NewColumn(5,
		widgets.NewHeading(catalog.L("Stretch"), 25, widgets.Bold, widgets.ColorInk),
		widgets.NewWrap(7, 2,
			widgets.NewHeading(catalog.L("Next stretch"), 14, widgets.SemiBold, widgets.ColorInk2), s.next, change))
	return widgets.NewRow(widgets.Row{Gap: 12, Below: 560, Tracks: []widgets.Track{{Grow: 1}}},
		words, widgets.NewColumn(0, widgets.NewWrap(8, 8, s.w.editorButtons()...)))
}

func (s *stretchScreen) page() *widgets.Page { return s.p }

// shown reads the last pain entry, and what was done of late.
func (s *stretchScreen) shown() {
	s.suggested.load(s.filter)
	s.history.load()
}

func (s *stretchScreen) changed() {
	before, prompt := s.next.Content, s.open.key
	s.next.SetText(s.w.nextLine(reminders.Stretch))
	if s.suggested.changed() {
		s.filter()
	}
	if s.open.changed() != prompt || before != s.next.Content {
		s.p.Reflow()
	}
}

// fill makes the cards; what is held back changes with the profile.
func (s *stretchScreen) fill() {
	judge := s.w.judge()
	s.suggested.stale()
	s.suggested.changed()
	s.routines.fill(judge)
	s.exercises.fill(judge)
	s.filter()
}

// filter shows what is asked for.
func (s *stretchScreen) filter() {
	s.suggested.showFor(s.filters)
	s.routines.filter(s.filters)
	s.history.showFor(s.filters)
	s.exercises.filter(s.filters)
	s.p.Reflow()
}

// allRoutines are the library's that are meant for this person.
func (w *Window) allRoutines() []content.Routine {
	all, err := w.library().Routines()
	if err != nil {
		return nil
	}
	judge := w.judge()
	var out []content.Routine
	for _, r := range all.Routine {
		if judge.Meant(r.Pregnancy) {
			out = append(out, r)
		}
	}
	return out
}

// motionLess tells whether the person wants no motion that is not needed.
func (w *Window) motionLess() bool { return w.Prefs.Current().Window.ReducedMotion }
