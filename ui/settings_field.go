package ui

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

// settingField is one setting: what it is, a control for it, what is wrong
// with what was typed, and the way back to the default.
type settingField struct {
	s       *settingsScreen
	key     settings.Key
	row     fyne.CanvasObject
	problem *widgets.Text
	changed *fyne.Container // "changed from …" and its button
	was     *widgets.Text
	input   valueInput
}

// valueInput is a control for a value in its text form.
type valueInput interface {
	object() fyne.CanvasObject
	show(value string)
}

func newSettingField(s *settingsScreen, l setting, k settings.Key) *settingField {
	f := &settingField{
		s: s, key: k,
		problem: widgets.NewParagraph("", 13, widgets.Medium, widgets.ColorDanger),
		was:     widgets.NewHeading("", 12.5, widgets.Regular, widgets.ColorInk2),
	}
	label := l.label
	f.input = f.makeInput(label, l.presets)
	undo := widgets.NewButton(catalog.L("Reset"), widgets.Plain, f.reset)
	undo.Small = true
	undo.Hint = catalog.L("Reset: {{.Setting}}", catalog.D{"Setting": label})
	f.changed = widgets.NewWrap(2, 0, widgets.NewPad(7, 0, 0, 0, f.was), undo)
	f.problem.Hide()

	words := widgets.NewColumn(3, widgets.NewParagraph(label, 14.5, widgets.Medium, widgets.ColorInk))
	if l.doc != "" {
		words.Add(widgets.NewParagraph(l.doc, 13, widgets.Regular, widgets.ColorInk2))
	}
	words.Add(widgets.NewWrap(0, 0, f.changed))
	words.Add(f.problem)
	tracks := []widgets.Track{{Grow: 1}, {}}
	below := float32(0)
	if k.Kind != settings.KindBool {
		tracks, below = []widgets.Track{{Grow: 1}, {Grow: 1.1}}, 520
	}
	f.row = widgets.NewRow(widgets.Row{Gap: 18, Center: k.Kind == settings.KindBool, Below: below, Tracks: tracks}, words, f.input.object())
	f.show(s.w.Prefs.Current())
	return f
}

func (f *settingField) makeInput(label string, presets []string) valueInput {
	switch f.key.Kind {
	case settings.KindBool:
		return newSwitchInput(label, f.set)
	case settings.KindChoice:
		return newChoiceInput(label, f.key.Choices, f.set)
	case settings.KindWeekdays:
		return newDaysInput(f.set)
	default:
		return newTextInput(f, label, presets)
	}
}

// show brings the control in line with the settings.
func (f *settingField) show(now settings.Settings) {
	value, err := settings.Get(now, f.key.Name)
	if err != nil {
		f.fail(err)
		return
	}
	f.problem.Hide()
	f.input.show(value)
	if value == f.key.Default {
		f.changed.Hide()
		return
	}
	f.was.SetText(catalog.L("Changed; the default is {{.Value}}", catalog.D{"Value": shownValue(f.key, f.key.Default)}))
	f.changed.Show()
}

// set saves what the person chose. On an error nothing is saved, what they
// typed stays, and the reason stands below it.
func (f *settingField) set(value string) {
	if now, err := settings.Get(f.s.w.Prefs.Current(), f.key.Name); err == nil && now == value {
		f.show(f.s.w.Prefs.Current())
		f.s.p.Reflow()
		return
	}
	f.fail(f.s.set(f.key.Name, value))
}

func (f *settingField) reset() { f.fail(f.s.reset(f.key.Name)) }

// fail shows what is wrong; nil means nothing is.
func (f *settingField) fail(err error) {
	if err == nil {
		return
	}
	text := err.Error()
	if p := (settings.Problem{}); errors.As(err, &p) {
		text = sentence(p.Reason) + "."
		if p.Hint != "" {
			text += " " + sentence(p.Hint) + "."
		}
	}
	f.problem.SetText(catalog.L("Not saved: {{.Problem}}", catalog.D{"Problem": text}))
	f.problem.Show()
	f.s.p.Reflow()
}

// shownValue is a value as a person reads it: 1h30m as 1 h 30 min.
func shownValue(k settings.Key, value string) string {
	switch k.Kind {
	case settings.KindDuration:
		if d, err := reminders.ParseDuration(value); err == nil {
			return catalog.Length(d)
		}
	case settings.KindBool:
		if value == "true" {
			return catalog.L("on")
		}
		return catalog.L("off")
	case settings.KindChoice, settings.KindHours:
		return chosenWord(value)
	case settings.KindInt:
		return value
	}
	if value == "" {
		return catalog.L("empty")
	}
	if value == "daily" {
		return catalog.L("daily")
	}
	return strings.ReplaceAll(value, ",", ", ")
}

// chosenWord is a value that is a word or a screen, as a person reads it.
func screenName(at Screen) string {
	for _, p := range places() {
		if p.screen == at {
			return p.name
		}
	}
	return string(at)
}

func chosenWord(value string) string {
	switch value {
	case settings.ThemeSystem:
		return catalog.L("System")
	case settings.ThemeLight:
		return catalog.L("Light")
	case settings.ThemeDark:
		return catalog.L("Dark")
	case "always":
		return catalog.L("Always")
	}
	if s, ok := ScreenOf(value); ok {
		return screenName(s)
	}
	return sentence(value)
}

// typedValue is what Set reads for what a person typed: blanks inside a
// length of time do not matter.
func typedValue(k settings.Key, typed string) string {
	typed = strings.TrimSpace(typed)
	switch k.Kind {
	case settings.KindDuration:
		return strings.ReplaceAll(strings.ToLower(typed), " ", "")
	case settings.KindInt:
		return strings.TrimSpace(strings.TrimSuffix(typed, "%"))
	case settings.KindHours:
		return strings.ToLower(typed)
	}
	return typed
}

// sameValue tells whether two texts mean one value.
func sameValue(k settings.Key, a, b string) bool {
	if k.Kind == settings.KindDuration {
		x, errX := reminders.ParseDuration(a)
		y, errY := reminders.ParseDuration(b)
		return errX == nil && errY == nil && x == y
	}
	return slices.Equal(strings.Fields(strings.ReplaceAll(a, ",", " ")), strings.Fields(strings.ReplaceAll(b, ",", " ")))
}
