package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// row is a source: what it is called, who published it, what it was found to
// support, how far it was read, who cites it, and the way to read it.
func (s *sourcesScreen) row(c content.Source) fyne.CanvasObject {
	by := []string{}
	for _, part := range []string{c.Org, c.Year} {
		if part != "" {
			by = append(by, part)
		}
	}
	box := widgets.NewColumn(5, widgets.NewParagraph(c.Title, 15, widgets.SemiBold, widgets.ColorInk))
	if len(by) > 0 {
		box.Add(widgets.NewParagraph(strings.Join(by, " · "), 13.5, widgets.Medium, widgets.ColorInk2))
	}
	box.Add(widgets.NewMeasure(readable, widgets.NewParagraph(c.Says, 14, widgets.Regular, widgets.ColorInk)))
	box.Add(widgets.NewParagraph(statusText(c), 13, widgets.Regular, widgets.ColorInk2))
	more := widgets.NewColumn(3)
	more.Hide()
	buttons := widgets.NewWrap(8, 6)
	s.readButtons(c, box, buttons)
	if n := len(s.cited[c.ID]); n > 0 {
		label := catalog.N("Cited by {{.Count}} entry", "Cited by {{.Count}} entries", n)
		cited := widgets.NewButton(label, widgets.Plain, nil)
		cited.Small = true
		cited.Hint = catalog.L("{{.Button}}: {{.Text}}", catalog.D{"Button": label, "Text": c.Title})
		cited.OnTapped = func() {
			if len(more.Objects) == 0 {
				s.citing(more, c.ID)
			}
			more.Hidden = !more.Hidden
			s.p.Reflow()
		}
		buttons.Add(cited)
	}
	box.Add(widgets.NewPad(4, 0, 0, 0, buttons))
	box.Add(more)
	card := widgets.NewCard(box)
	if c.ID == s.marked {
		card.Fill = widgets.ColorPrimarySoft
	}
	return card
}

// readButtons are the ways to read a source: in the browser, or where none can
// be opened its address, to copy.
func (s *sourcesScreen) readButtons(c content.Source, box, buttons *fyne.Container) {
	if c.URL == "" {
		return
	}
	kind := widgets.Quiet
	if c.ID == s.marked {
		kind = widgets.Raised
	}
	if s.w.OpenURL != nil {
		open := widgets.NewButton(catalog.L("Open in the browser"), kind, func() { s.w.readSource(c) })
		open.Small = true
		open.Hint = catalog.L("Open in the browser: {{.Name}}", catalog.D{"Name": c.Title})
		buttons.Add(open)
		return
	}
	box.Add(widgets.NewParagraph(c.URL, 13, widgets.Regular, widgets.ColorPrimaryText))
	copied := widgets.NewButton(catalog.L("Copy the address"), kind, func() {
		fyne.CurrentApp().Clipboard().SetContent(c.URL)
		s.w.shell.toast.show(catalog.L("The address is copied."), "", nil)
	})
	copied.Small = true
	copied.Hint = catalog.L("Copy the address: {{.Name}}", catalog.D{"Name": c.Title})
	buttons.Add(copied)
}

// statusText says how far a source was checked.
func statusText(c content.Source) string {
	if c.General {
		return catalog.L("Widely taught, without a page of its own. What rests on this alone is shown as general advice.")
	}
	switch c.State {
	case content.Verified:
		return catalog.L("The source itself was read, and it carries this.")
	case content.VerifiedCopy:
		return catalog.L("A copy of it was read, and it carries this.")
	case content.VerifiedSecondary:
		return catalog.L("Only a summary by somebody else was read.")
	case content.Partial:
		return catalog.L("Only a part of it could be read.")
	default:
		return catalog.L("It was not read; this is general knowledge.")
	}
}

// citing lists the entries that rest on a source, each a link to where it is
// shown.
func (s *sourcesScreen) citing(box *fyne.Container, id string) {
	for _, r := range s.cited[id] {
		name := r.Name
		if name == "" {
			name = catalog.L("a part of it")
		}
		text := catalog.L("{{.Kind}}: {{.Name}}", catalog.D{"Kind": kindName(r.Kind), "Name": name})
		if screen, part, ok := placeOf(r); ok {
			box.Add(widgets.NewLink(text, func() { s.w.OpenAt(screen, part) }))
			continue
		}
		box.Add(widgets.NewParagraph(text, 13, widgets.Regular, widgets.ColorInk2))
	}
}

// placeOf is where an entry is shown, and false for one no screen shows.
func placeOf(r content.Reference) (Screen, string, bool) {
	kind, _, _ := strings.Cut(r.Kind, ".")
	switch kind {
	case "exercise", "routine":
		if r.ID == "" {
			return Stretch, "", true
		}
		return Entry, r.Kind + ":" + r.ID, true
	case "guide", "massage", "heat-cold", "therapy":
		return Guide, r.Kind + ":" + r.ID, true
	case "red-flag":
		return Serious, r.ID, true
	case "emergency":
		return Serious, "", true
	case "fact":
		return AboutMe, r.ID, true
	case "tip":
		return Posture, "tip:" + r.ID, true
	case "desk-check":
		return Posture, "desk", true
	}
	return "", "", false
}

// kindName is what an entry is, in a word or two.
func kindName(kind string) string {
	switch kind {
	case "default":
		return catalog.L("Reminder")
	case "fact":
		return catalog.L("About you")
	case "emergency":
		return catalog.L("Emergency number")
	case "pain", "pain.instrument":
		return catalog.L("Measuring pain")
	case "massage", "massage.rule", "massage.call":
		return catalog.L("Massage")
	case "heat-cold", "heat-cold.screening":
		return catalog.L("Heat & cold")
	}
	if k, ok := findKind(kind); ok {
		return k.group
	}
	return kind
}

// focusFirst puts the keys on the first button of a source that was just added.
func (s *sourcesScreen) focusFirst(id string) {
	if first := firstFocusable(s.rows[id]); first != nil {
		s.w.focus(first)
	}
}
