package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

// settingsScreen is every setting there is, in groups a person understands.
// A change is saved at once; one that makes no sense is not, and says why
// where it was typed.
type settingsScreen struct {
	w      *Window
	p      *widgets.Page
	groups *fyne.Container
	fields []*settingField
	own    *ownReminders // nil where they are not listed
}

func newSettings(w *Window) screen {
	s := &settingsScreen{w: w, groups: widgets.NewColumn(16)}
	s.p = w.placePage(catalog.L("Settings"), catalog.L("Changes count at once. Nothing leaves this computer."), s.groups)
	s.build()
	return s
}

func (s *settingsScreen) page() *widgets.Page { return s.p }
func (s *settingsScreen) shown()              { s.reload() }

// changed says when one's own reminders come next.
func (s *settingsScreen) changed() {
	if s.own != nil {
		s.own.changed()
	}
}

// build lays the groups out anew.
func (s *settingsScreen) build() {
	s.fields = nil
	s.groups.RemoveAll()
	now := s.w.Prefs.Current()
	keys := map[string]settings.Key{}
	for _, k := range now.Keys() {
		keys[k.Name] = k
	}
	for _, g := range settingGroups() {
		s.add(g, keys)
		if g.lines[0].key == "checkin.enabled" {
			s.own = newOwnReminders(s.w)
			s.groups.Add(s.own.card)
		}
	}
	s.groups.Add(s.w.aboutCard())
	s.groups.Add(s.dataCard())
}

func (s *settingsScreen) add(g group, keys map[string]settings.Key) {
	box := widgets.NewColumn(0, widgets.NewHeading(g.title, 16.5, widgets.SemiBold, widgets.ColorInk))
	if g.text != "" {
		box.Add(widgets.NewPad(3, 0, 0, 0, widgets.NewParagraph(g.text, 13.5, widgets.Regular, widgets.ColorInk2)))
	}
	n := 0
	for _, l := range g.lines {
		k, ok := keys[l.key]
		if !ok {
			continue
		}
		if n++; n > 1 {
			box.Add(widgets.NewLine())
		} else {
			box.Add(widgets.NewPad(6, 0, 0, 0, widgets.NewColumn(0)))
		}
		f := newSettingField(s, l, k)
		s.fields = append(s.fields, f)
		box.Add(widgets.NewPad(11, 0, 11, 0, f.row))
	}
	if g.lines[0].key == "player.chimes" && s.w.Sounds != nil {
		box.Add(widgets.NewPad(6, 0, 0, 0, widgets.NewWrap(0, 0, s.preview())))
	}
	if n > 0 {
		s.groups.Add(widgets.NewCard(box))
	}
}

// preview lets the person hear the chimes and the voice.
func (s *settingsScreen) preview() *widgets.Button {
	b := widgets.NewButton(catalog.L("Hear it"), widgets.Quiet, nil)
	b.Hint = catalog.L("Hear the chimes and the voice")
	b.OnTapped = func() {
		b.Disable()
		s.w.off(func() error {
			return s.w.Sounds.Preview(catalog.L("Get ready: sit tall, and let your shoulders drop."))
		}, func(err error) {
			b.Enable()
			if err != nil {
				s.w.shell.toast.show(catalog.L("{{.What}} did not work: {{.Problem}}", catalog.D{"What": catalog.L("Playing sounds"), "Problem": err}), "", nil)
			}
		})
	}
	return b
}

// reload shows the values as they are now.
func (s *settingsScreen) reload() {
	now := s.w.Prefs.Current()
	if s.own != nil {
		s.own.show(now)
	}
	for _, f := range s.fields {
		f.show(now)
	}
	s.p.Reflow()
}

// set saves one setting; nil means that it was.
func (s *settingsScreen) set(key, value string) error {
	_, err := s.w.Prefs.Set(key, value)
	s.after(err)
	return err
}

// reset gives a setting its default again.
func (s *settingsScreen) reset(key string) error {
	_, err := s.w.Prefs.Reset(key)
	s.after(err)
	return err
}

// after makes a saved change count: in the window and in the agent.
func (s *settingsScreen) after(err error) {
	if err != nil {
		return
	}
	s.w.applyTheme()
	s.reload()
	if s.w.live() {
		s.w.ask(catalog.L("Telling the reminders"), s.w.Agent.Reload, nil)
	}
}

// dataCard says where the person's data lives.
func (s *settingsScreen) dataCard() fyne.CanvasObject {
	box := widgets.NewColumn(0,
		widgets.NewHeading(catalog.L("Where data lives"), 16.5, widgets.SemiBold, widgets.ColorInk),
		widgets.NewPad(3, 0, 6, 0, widgets.NewParagraph(catalog.L("Plain files on this computer, yours to copy, back up or delete."), 13.5, widgets.Regular, widgets.ColorInk2)))
	for i, p := range s.w.Places {
		if i > 0 {
			box.Add(widgets.NewLine())
		}
		row := widgets.NewRow(widgets.Row{Gap: 16, Center: true, Below: 420, Tracks: []widgets.Track{{Grow: 1}}},
			widgets.NewColumn(2,
				widgets.NewParagraph(p.Name, 14, widgets.Medium, widgets.ColorInk),
				widgets.NewParagraph(p.Path, 13, widgets.Regular, widgets.ColorInk2)))
		buttons := widgets.NewWrap(8, 8)
		copyIt := widgets.NewButton(catalog.L("Copy path"), widgets.Plain, func() {
			fyne.CurrentApp().Clipboard().SetContent(p.Path)
			s.w.shell.toast.show(catalog.L("Copied: {{.Path}}", catalog.D{"Path": p.Path}), "", nil)
		})
		copyIt.Hint = catalog.L("Copy the path of: {{.Place}}", catalog.D{"Place": p.Name})
		copyIt.Small = true
		buttons.Add(copyIt)
		row.Add(buttons)
		box.Add(widgets.NewPad(9, 0, 9, 0, row))
	}
	if s.w.Version != "" {
		box.Add(widgets.NewPad(10, 0, 0, 0, widgets.NewParagraph(catalog.L("Unhunch {{.Version}}", catalog.D{"Version": s.w.Version}), 13, widgets.Regular, widgets.ColorInk2)))
	}
	return widgets.NewCard(box)
}
