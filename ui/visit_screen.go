package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// visitScreen is where a massage is logged or changed, and who gives them. Its
// part is new, a visit's id, visit-log:REF of the appointment it was,
// therapist:new or therapist:ID.
type visitScreen struct{ formScreen }

const (
	partTherapist = "therapist:"
	partVisitLog  = "visit-log:"
)

func newVisitScreen(w *Window) screen {
	s := &visitScreen{}
	s.formScreen.init(w, Visit, partNew, func(part string) form {
		if id, ok := strings.CutPrefix(part, partTherapist); ok {
			return newTherapistForm(&s.formScreen, part, strings.TrimPrefix(id, partNew))
		}
		if ref, ok := strings.CutPrefix(part, partVisitLog); ok {
			return newVisitForm(&s.formScreen, part, "", ref)
		}
		return newVisitForm(&s.formScreen, part, strings.TrimPrefix(part, partNew), "")
	}, s.missing)
	return s
}

// missing is what a form shows where there is nothing to change.
func (s *formScreen) missing() fyne.CanvasObject {
	massage := widgets.NewButton(catalog.L("Massage"), widgets.Primary, func() { s.w.Open(Massage) })
	return widgets.NewColumn(20, s.w.subHead(catalog.L("Massage visit"), ""),
		emptyCard(widgets.IconMassage, catalog.L("There is nothing to change here"), catalog.L("It may have been deleted."), "", massage))
}

// unread is what a form shows where the journal cannot be read.
func (s *formScreen) unread(err error, again func()) fyne.CanvasObject {
	return widgets.NewColumn(20, s.w.subHead(catalog.L("Massage visit"), ""), s.w.unreadCard(err, again))
}

// unreadCard says that the journal cannot be read, and tries again.
func (w *Window) unreadCard(err error, again func()) fyne.CanvasObject {
	return emptyCard(widgets.IconWarn, catalog.L("The journal cannot be read"),
		catalog.L("Nothing in it was changed. The reason: {{.Problem}}", catalog.D{"Problem": err}), "",
		widgets.NewButton(catalog.L("Try again"), widgets.Primary, again))
}
