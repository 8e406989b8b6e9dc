package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// The keys of forms.
var (
	saveShortcut = &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierControl}
	upShortcut   = &desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt}
	downShortcut = &desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt}
)

// savable is a form that can be saved.
type savable interface {
	form
	save()
	again() form // a fresh one for the same part
}

// formHead is what stands above and below a form: its title and what it adds up
// to, what is wrong with it as a whole, Save and Discard.
type formHead struct {
	s       *formScreen
	part    string
	title   string
	of      savable
	sub     *widgets.Text
	resume  *widgets.Card // says that this was begun before
	problem *widgets.Text
	discard []*widgets.Button
	saving  bool
}

func (h *formHead) init(s *formScreen, part, title string, of savable) {
	h.s, h.part, h.title, h.of = s, part, title, of
	h.sub = widgets.NewParagraph("", 14.5, widgets.Medium, widgets.ColorInk2)
	h.problem = newProblem()
	h.resume = widgets.NewTintedCard(widgets.ColorPrimarySoft, widgets.NewParagraph(
		catalog.L("You began this earlier. It is not saved yet."), 14, widgets.Medium, widgets.ColorPrimaryText))
	h.resume.Padding = 12
	h.resume.Hide()
}

func (h *formHead) object() fyne.CanvasObject {
	return widgets.NewColumn(12,
		widgets.NewColumn(5, h.s.w.subHead(h.title, "", h.buttons()...), h.sub), h.resume, h.problem)
}

// buttons are Discard and Save.
func (h *formHead) buttons() []fyne.CanvasObject {
	save := widgets.NewButton(catalog.L("Save"), widgets.Primary, func() { h.of.save() })
	save.Hint = catalog.L("Save, Ctrl+S")
	discard := widgets.NewButton(catalog.L("Discard"), widgets.Quiet, h.drop)
	discard.Hint = catalog.L("Discard what is not saved")
	discard.Hide()
	h.discard = append(h.discard, discard)
	return []fyne.CanvasObject{discard, save}
}

// foot are the same buttons below the form and those besides, with the keys that
// save.
func (h *formHead) foot(besides ...fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewRow(widgets.Row{Gap: 12, Center: true, Below: 420, Tracks: []widgets.Track{{Grow: 1}}},
		widgets.NewParagraph(catalog.L("Ctrl+S saves. Leaving without saving keeps everything here until you close the window."), 13, widgets.Regular, widgets.ColorInk2),
		widgets.NewWrap(8, 8, append(h.buttons(), besides...)...))
}

// touched shows Discard where there is something to discard.
func (h *formHead) touched() {
	on := h.of.unsaved()
	if len(h.discard) > 0 && h.discard[0].Visible() == on {
		return
	}
	for _, b := range h.discard {
		setVisible(b, on)
	}
	if !on {
		h.resume.Hide()
	}
	h.s.p.Reflow()
}

// resumed says that this was begun before.
func (h *formHead) resumed() {
	h.resume.Show()
	h.s.p.Reflow()
}

// failed says what is wrong with the whole and puts the focus on the first
// thing that is.
func (h *formHead) failed(text string, first fyne.Focusable) {
	h.problem.SetText(text)
	setVisible(h.problem, text != "")
	h.s.p.Reflow()
	switch {
	case first != nil:
		h.s.w.focus(first)
		if o, ok := first.(fyne.CanvasObject); ok {
			h.s.p.BringIn(o)
		}
	case text != "":
		h.s.p.Top()
	}
}

// drop throws away what was not saved, until it is taken back.
func (h *formHead) drop() {
	old, s := h.of, h.s
	s.forms[h.part] = h.of.again()
	if s.forms[h.part] == nil {
		delete(s.forms, h.part)
	}
	s.w.win.Canvas().Unfocus() // keys must not reach what is gone
	s.show()
	s.ready(s.forms[h.part])
	s.w.offerUndo(catalog.L("Discarded what was not saved."), func() {
		s.forms[h.part] = old
		s.w.OpenAt(s.at, h.part)
		h.resume.Hide()
		h.touched()
	})
}
