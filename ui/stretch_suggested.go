package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/suggest"
	"github.com/unhunch/unhunch/ui/widgets"
)

// suggestions are the cards with what suits now.
type suggestions struct {
	w      *Window
	box    *fyne.Container
	key    string // which routines are shown
	minute string // for which minute and status they were picked
	ids    []string
	whys   []*widgets.Text
	known  lately
	hidden bool // filters ask for something else
}

func newSuggestions(w *Window) *suggestions {
	s := &suggestions{w: w, box: widgets.NewColumn(0)}
	s.box.Hide()
	return s
}

// load reads what the diary knows of late.
func (s *suggestions) load(grew func()) {
	s.w.lately(func(l lately) {
		s.known = l
		s.minute = ""
		if s.changed() {
			grew()
		}
	})
}

// has tells whether a routine is shown here.
func (s *suggestions) has(id string) bool { return s.box.Visible() && slices.Contains(s.ids, id) }

// stale makes the cards be made anew.
func (s *suggestions) stale() { s.key, s.minute = "", "" }

// showFor leaves the suggestions out while something else is asked for.
func (s *suggestions) showFor(f *stretchFilters) {
	s.hidden = f.any()
	s.show()
}

func (s *suggestions) show() {
	if s.hidden || len(s.box.Objects) == 0 {
		s.box.Hide()
	} else {
		s.box.Show()
	}
}

// changed picks again where the minute or the status is another, and tells
// whether other cards are shown. Those that stay keep the keyboard's focus.
func (s *suggestions) changed() bool {
	minute := s.w.now().Format("2006-01-02 15:04") + s.w.status.Presence + s.w.down
	if s.w.status.DeskSince != nil {
		minute += s.w.status.DeskSince.String()
	}
	if minute == s.minute {
		return false
	}
	s.minute = minute
	judge := s.w.judge()
	now := s.known.in(s.w.situation())
	picked := suggest.Routines(s.w.allRoutines(), judge, now)
	key := "some"
	if now.Severe() {
		key = "severe"
	}
	for _, p := range picked {
		key += " " + p.Routine.ID
	}
	if key == s.key {
		grew := false
		for i, p := range picked {
			grew = grew || s.whys[i].Content != p.Why
			s.whys[i].SetText(p.Why)
		}
		return grew
	}
	s.key, s.whys, s.ids = key, nil, nil
	var cards []fyne.CanvasObject
	for _, p := range picked {
		why := widgets.NewParagraph(p.Why, 13, widgets.SemiBold, widgets.ColorPrimaryText)
		s.whys, s.ids = append(s.whys, why), append(s.ids, p.Routine.ID)
		cards = append(cards, s.w.routineCard(judge, &p.Routine, why, judge.Routine(&p.Routine)))
	}
	s.box.Objects = nil
	switch {
	case strings.HasPrefix(key, "severe"):
		s.box.Objects = []fyne.CanvasObject{s.severeCard()}
	case len(cards) > 0:
		s.box.Objects = []fyne.CanvasObject{widgets.NewGrid(routineGrid, cards...)}
	}
	s.show()
	return true
}

// severeCard stands in the place of suggestions after a lot of pain.
func (s *suggestions) severeCard() fyne.CanvasObject {
	serious := widgets.NewButton(catalog.L("Is this serious?"), widgets.Raised, func() { s.w.Open(Serious) })
	return widgets.NewTintedCard(widgets.ColorAmberSoft, widgets.NewRow(widgets.Row{
		Gap: 16, Center: true, Below: 520, Tracks: []widgets.Track{{Grow: 1}},
	}, widgets.NewColumn(2,
		widgets.NewParagraph(catalog.L("You logged a lot of pain"), 16, widgets.SemiBold, widgets.ColorInk),
		widgets.NewParagraph(catalog.L("So nothing is suggested for now. The exercises are below; stop at anything that hurts."), 14, widgets.Regular, widgets.ColorInk)),
		widgets.NewWrap(0, 0, serious)))
}
