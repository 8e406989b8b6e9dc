package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"github.com/unhunch/unhunch/assets/catalog"
)

// BodyMap is a person from the front and from behind, whose regions can be
// chosen. It is one stop of the Tab key: arrows move between the regions, Home
// and End to the first and the last, Space and Enter choose one or take it
// back. Where regions lie within each other, a tap means the smallest. A region
// it has no place for is only in its List.
type BodyMap struct {
	control
	Name    string  // what is chosen here, for a screen reader
	Highest float32 // of the figures, in pixels of the design; 0 means 340

	choice  *bodyChoice
	patches []bodyPatch
	at      int // the patch the keys are at
	under   int // the patch pointed at, or -1
	said    *Text
	picture *bodyPicture
}

// NewBodyMap makes a map with nothing chosen. changed is told the ids chosen,
// in the order of the regions, whenever the person changes them.
func NewBodyMap(regions []BodyRegion, changed func(ids []string)) *BodyMap {
	m := &BodyMap{Name: catalog.L("Body map"), choice: newBodyChoice(regions, changed), patches: bodyPatches(regions), under: -1}
	m.said = NewParagraph("", 13, Medium, ColorInk)
	m.said.Align = fyne.TextAlignCenter
	m.at = m.first()
	m.choice.watchers = append(m.choice.watchers, func() { m.self.Refresh() })
	m.init(m)
	return m
}

// Selected are the ids chosen, in the order of the regions. Ids that SetSelected
// was given and that are no region here come last, as they were.
func (m *BodyMap) Selected() []string { return m.choice.selected() }

// SetSelected chooses these and no others, without telling anybody.
func (m *BodyMap) SetSelected(ids []string) { m.choice.set(ids) }

// SetPain says how much regions hurt, from 0 to 10, by their ids. It is shown
// as a shade and as a number, whether they are chosen or not.
func (m *BodyMap) SetPain(pain map[string]int) { m.choice.setPain(pain) }

// List makes a list of the same regions. What is chosen in one is chosen in the
// other.
func (m *BodyMap) List() *BodyList { return newBodyList(m.choice) }

// region is that of a patch.
func (m *BodyMap) region(patch int) BodyRegion { return m.choice.regions[m.patches[patch].region] }

// current is the patch that is spoken of: the one pointed at, or that of the
// keys while they are here; -1 for none.
func (m *BodyMap) current() int {
	switch {
	case m.under >= 0:
		return m.under
	case m.focused && len(m.patches) > 0:
		return m.at
	}
	return -1
}

// Tapped chooses the region under the pointer, or takes it back.
func (m *BodyMap) Tapped(e *fyne.PointEvent) {
	if m.disabled {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil && c.Focused() != fyne.Focusable(m) {
		c.Focus(m)
	}
	if i := m.patchUnder(e.Position); i >= 0 {
		m.at = i
		m.choice.toggle(m.region(i).ID)
	}
}

// MouseMoved says the name of what is pointed at.
func (m *BodyMap) MouseMoved(e *desktop.MouseEvent) { m.point(m.patchUnder(e.Position)) }

// MouseIn says the name of what is pointed at.
func (m *BodyMap) MouseIn(e *desktop.MouseEvent) { m.point(m.patchUnder(e.Position)) }

// MouseOut ends MouseIn.
func (m *BodyMap) MouseOut() { m.point(-1) }

func (m *BodyMap) point(patch int) {
	if patch != m.under {
		m.under = patch
		m.Refresh()
	}
}

// Cursor is the pointing hand over a region.
func (m *BodyMap) Cursor() desktop.Cursor {
	if m.under < 0 {
		return desktop.DefaultCursor
	}
	return m.control.Cursor()
}

// AccessibilityLabel says what is chosen here, the region the keys are at, and
// whether it is chosen.
func (m *BodyMap) AccessibilityLabel() string {
	if len(m.patches) == 0 {
		return m.Name
	}
	return catalog.L("{{.Question}}: {{.Answer}}", catalog.D{"Question": m.Name, "Answer": m.choice.state(m.region(m.at))})
}
