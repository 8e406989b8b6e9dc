package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

// startValue is a reminder of the welcome: its settings, and the entry of the
// library that says why they begin as they do.
type startValue struct {
	id    string // of content.Default; empty where nothing of the library is about it
	title string
	lines []setting
}

func startValues() []startValue {
	return []startValue{
		{"posture-check", catalog.L("Posture checks"), []setting{
			{key: "posture.enabled", label: catalog.L("Remind me of my posture")},
			{key: "posture.every", label: catalog.L("After sitting for"), presets: []string{"20m", "30m", "45m", "1h"}},
		}},
		{"stretch-break", catalog.L("Stretches"), []setting{
			{key: "stretch.enabled", label: catalog.L("Remind me to stretch")},
			{key: "stretch.every", label: catalog.L("After sitting for"), presets: []string{"30m", "45m", "1h", "1h30m"}},
		}},
		{"pain-checkin", catalog.L("Evening check-in"), []setting{
			{key: "checkin.enabled", label: catalog.L("Ask me how my back is")},
			{key: "checkin.at", label: catalog.L("At"), presets: []string{"18:00", "20:00", "21:30"}},
		}},
		{"", catalog.L("Working hours"), []setting{
			{
				key: "hours", label: catalog.L("Hours"),
				doc:     catalog.L("Posture checks and stretches come only then."),
				presets: []string{"always", "mon-fri 08:00-17:00", "mon-fri 09:00-18:00"},
			},
		}},
	}
}

// defaults is the last step: what the reminders begin with and why.
func (s *welcomeScreen) defaults() fyne.CanvasObject {
	cards := widgets.NewColumn(16)
	known, err := s.w.library().Defaults()
	if err != nil {
		known = &content.Defaults{}
	} else {
		cards.Add(widgets.NewTintedCard(widgets.ColorPrimarySoft,
			widgets.NewParagraph(catalog.L("Honestly"), 14, widgets.SemiBold, widgets.ColorPrimaryText),
			said(known.Honesty.Text), widgets.NewColumn(3, s.w.sourceLinks(known.Honesty.Sources)...)))
	}
	// The lines work as those of the Settings screen do.
	lines := &settingsScreen{w: s.w, p: s.p, groups: widgets.NewColumn(0)}
	keys := map[string]settings.Key{}
	for _, k := range s.w.Prefs.Current().Keys() {
		keys[k.Name] = k
	}
	for _, v := range startValues() {
		box := widgets.NewColumn(12, s.startHead(v, known))
		for _, l := range v.lines {
			if k, ok := keys[l.key]; ok {
				f := newSettingField(lines, l, k)
				lines.fields = append(lines.fields, f)
				box.Add(widgets.NewLine())
				box.Add(f.row)
			}
		}
		cards.Add(widgets.NewCard(box))
	}
	return cards
}

// startHead is a reminder's name, how good the reason for its numbers is, and
// where they come from.
func (s *welcomeScreen) startHead(v startValue, known *content.Defaults) fyne.CanvasObject {
	name := widgets.NewHeading(v.title, 16.5, widgets.SemiBold, widgets.ColorInk)
	i := slices.IndexFunc(known.Default, func(d content.Default) bool { return d.ID == v.id })
	if i < 0 {
		return name
	}
	d := known.Default[i]
	box := widgets.NewColumn(5,
		widgets.NewRow(widgets.Row{Gap: 12, Center: true, Below: 420, Tracks: []widgets.Track{{Grow: 1}}},
			name, widgets.NewWrap(0, 0, widgets.NewPill(gradeWord(d.Grade)))),
		said(d.Basis))
	for _, key := range d.Ours {
		if text := oursWord(key); text != "" {
			box.Add(widgets.NewParagraph(text, 13.5, widgets.Regular, widgets.ColorInk2))
		}
	}
	for _, l := range s.w.sourceLinks(d.Sources) {
		box.Add(l)
	}
	return box
}

// gradeWord says how good the reason for a starting value is.
func gradeWord(g content.Grade) (string, widgets.Tone) {
	switch g {
	case content.Guidance:
		return catalog.L("A public body says so"), widgets.Accent
	case content.Study:
		return catalog.L("Studies point this way"), widgets.Accent
	}
	return catalog.L("Common practice, no strong evidence"), widgets.Neutral
}

// oursWord says which number of a starting value is our own choice.
func oursWord(field string) string {
	switch field {
	case "default_min":
		return catalog.L("How often it comes is our own choice.")
	case "break_min":
		return catalog.L("How long the break is, is our own choice.")
	case "default_text":
		return catalog.L("When it comes is our own choice.")
	}
	return ""
}
