package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

// switchInput is for true and false.
type switchInput struct{ s *widgets.Switch }

func newSwitchInput(label string, set func(string)) *switchInput {
	return &switchInput{widgets.NewSwitch(label, func(on bool) {
		if on {
			set("true")
		} else {
			set("false")
		}
	})}
}

func (i *switchInput) object() fyne.CanvasObject { return i.s }
func (i *switchInput) show(v string)             { i.s.SetOn(v == "true") }

// choiceInput is for one of a few words.
type choiceInput struct {
	box   *fyne.Container
	chips map[string]*widgets.Chip
	now   string
}

func newChoiceInput(label string, choices []string, set func(string)) *choiceInput {
	c := &choiceInput{box: widgets.NewWrap(7, 7), chips: map[string]*widgets.Chip{}}
	for _, v := range choices {
		chip := widgets.NewChip(chosenWord(v), nil)
		chip.OnChanged = func(bool) {
			// One is always chosen: pressing it again changes nothing.
			chip.SetOn(true)
			if v != c.now {
				set(v)
			}
		}
		c.chips[v] = chip
		c.box.Add(chip)
	}
	return c
}

func (c *choiceInput) object() fyne.CanvasObject { return c.box }

func (c *choiceInput) show(v string) {
	c.now = v
	for name, chip := range c.chips {
		chip.SetOn(name == v)
	}
}

// daysInput is for days of the week.
type daysInput struct {
	box   *fyne.Container
	chips []*widgets.Chip
	days  reminders.Weekdays
}

// weekFromMonday is the order the days are shown in.
var weekFromMonday = []time.Weekday{
	time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday,
}

func newDaysInput(set func(string)) *daysInput {
	d := &daysInput{box: widgets.NewWrap(6, 6)}
	for _, day := range weekFromMonday {
		chip := widgets.NewChip(catalog.ShortWeekday(day), nil)
		chip.OnChanged = func(on bool) {
			next := d.days &^ reminders.Days(day)
			if on {
				next = d.days | reminders.Days(day)
			}
			if next == 0 {
				// No day at all is what the switch above is for.
				chip.SetOn(true)
				return
			}
			set(next.String())
		}
		d.chips = append(d.chips, chip)
		d.box.Add(chip)
	}
	return d
}

func (d *daysInput) object() fyne.CanvasObject { return d.box }

func (d *daysInput) show(v string) {
	days, err := reminders.ParseWeekdays(v)
	if err != nil {
		return
	}
	d.days = days
	for i, day := range weekFromMonday {
		d.chips[i].SetOn(days.Has(day))
	}
}

// textInput is for everything that is typed, with a few values to choose
// from.
type textInput struct {
	f       *settingField
	entry   *widgets.Entry
	presets []string
	chips   []*widgets.Chip
	box     *fyne.Container
	shown   string // what show put into the entry
}

func newTextInput(f *settingField, label string, presets []string) *textInput {
	t := &textInput{f: f, presets: presets, entry: widgets.NewEntry(label)}
	t.entry.OnDone = func(typed string) {
		if typed != t.shown {
			f.set(typedValue(f.key, typed))
		}
	}
	t.entry.OnCancel = func() { f.show(f.s.w.Prefs.Current()) }
	chips := widgets.NewWrap(7, 7)
	for _, p := range presets {
		chip := widgets.NewChip(shownValue(f.key, p), nil)
		chip.OnChanged = func(bool) {
			chip.SetOn(true)
			f.set(p)
		}
		t.chips = append(t.chips, chip)
		chips.Add(chip)
	}
	switch f.key.Kind {
	case settings.KindDuration, settings.KindInt:
		// Short values: the chips stand beside the line.
		t.box = widgets.NewRow(widgets.Row{Gap: 12, Center: true, Below: 300, Tracks: []widgets.Track{{Fixed: 118}, {Grow: 1}}}, t.entry, chips)
	default:
		t.box = widgets.NewColumn(8, t.entry)
		if len(presets) > 0 {
			t.box.Add(chips)
		}
	}
	return t
}

func (t *textInput) object() fyne.CanvasObject { return t.box }

func (t *textInput) show(v string) {
	t.shown = v
	if t.f.key.Kind == settings.KindDuration {
		if d, err := reminders.ParseDuration(v); err == nil {
			t.shown = brief(d)
		}
	}
	t.entry.SetText(t.shown)
	for i, p := range t.presets {
		t.chips[i].SetOn(sameValue(t.f.key, p, v))
	}
}
