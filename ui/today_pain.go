package ui

import (
	"errors"
	"strconv"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/ui/widgets"
)

// painCard asks how the back is, and logs the answer.
type painCard struct {
	w     *Window
	card  *widgets.Card
	last  *widgets.Text
	scale *widgets.PainScale
	chips map[diary.Region]*widgets.Chip
	log   *widgets.Button
	help  *widgets.Card
	grew  func() // the card's height changed
}

func newPainCard(w *Window, grew func()) *painCard {
	p := &painCard{
		w: w, grew: grew,
		last:  widgets.NewHeading("", 13, widgets.Regular, widgets.ColorInk2),
		chips: map[diary.Region]*widgets.Chip{},
	}
	p.scale = widgets.NewPainScale(func(int) { p.chosen() })
	p.scale.OnSubmit = p.submit
	p.log = widgets.NewButton(catalog.L("Log"), widgets.Primary, p.submit)
	p.log.Small = true
	p.log.Disable()
	regions := widgets.NewWrap(7, 7)
	for _, r := range diary.Broad() {
		p.chips[r] = widgets.NewChip(sentence(catalog.Region(string(r))), nil)
		regions.Add(p.chips[r])
	}
	p.help = w.severeCard()
	p.card = widgets.NewCard(widgets.NewColumn(10,
		widgets.NewRow(widgets.Row{Gap: 12, Below: 330, Center: true, Tracks: []widgets.Track{{Grow: 1}}},
			widgets.NewCardTitle(catalog.L("How is your back right now?")), p.last),
		p.scale,
		widgets.NewRow(widgets.Row{Gap: 12, Tracks: []widgets.Track{{Grow: 1}}}, regions, widgets.NewColumn(0, p.log)),
		p.help,
	))
	return p
}

// load reads the last entry.
func (p *painCard) load() {
	type got struct {
		pain diary.Pain
		ok   bool
	}
	fetch(p.w, func() (got, error) {
		pain, ok, err := p.w.Diary.LastPain()
		return got{pain, ok}, err
	}, func(g got, err error) {
		now := p.w.now()
		switch {
		case err != nil:
			p.last.SetText(catalog.L("the journal cannot be read"))
		case g.ok:
			p.last.SetText(catalog.L("last: {{.Intensity}} · {{.When}}", catalog.D{
				"Intensity": g.pain.Intensity, "When": p.w.dates.ago(g.pain.At.In(now.Location()), now),
			}))
		default:
			p.last.SetText(catalog.L("nothing logged yet"))
		}
		p.grew()
	})
}

func (p *painCard) chosen() {
	if p.scale.Selected >= 0 {
		p.log.Enable()
	} else {
		p.log.Disable()
	}
}

// submit saves what is chosen, and offers to take it back.
func (p *painCard) submit() {
	if p.scale.Selected < 0 || p.log.Disabled() {
		return
	}
	entry := diary.Pain{At: p.w.now(), Intensity: p.scale.Selected}
	for _, r := range diary.Broad() {
		if p.chips[r].On {
			entry.Regions = append(entry.Regions, r)
		}
	}
	// Until it is saved, a second press must not save it twice.
	p.log.Disable()
	p.w.addPain(entry, func(saved diary.Pain, err error) {
		if err != nil {
			p.chosen()
			return
		}
		setVisible(p.help, saved.Intensity >= diary.Severe)
		p.clear()
		p.load()
	}, func() {
		p.help.Hide()
		p.load()
	})
}

// clear empties the card for the next time.
func (p *painCard) clear() {
	p.scale.Select(-1)
	for _, c := range p.chips {
		c.SetOn(false)
	}
	p.grew()
}

// addPain keeps an entry, answers the check-in with it if that is open, and
// offers to take it back. What became of it is told; if it could not be kept, the
// person was told that.
func (w *Window) addPain(entry diary.Pain, then func(diary.Pain, error), undone func()) {
	fetch(w, func() (diary.Pain, error) { return w.Diary.AddPain(entry) }, func(saved diary.Pain, err error) {
		if then(saved, err); err != nil {
			w.shell.toast.show(catalog.L("This was not saved: {{.Problem}}", catalog.D{"Problem": plain(err)}), "", nil)
			return
		}
		if w.open(reminders.Checkin) {
			w.ask(catalog.L("Closing the check-in"), func() error {
				return w.Agent.Answer(control.Answer{Reminder: reminders.Checkin, Outcome: reminders.Done})
			}, nil)
		}
		w.offerUndo(catalog.L("Logged {{.Entry}}. Thank you.", catalog.D{"Entry": painWords(saved)}), func() {
			w.ask(catalog.L("Taking it back"), func() error { return w.Diary.DeletePain(saved.ID) }, undone)
		})
	})
}

// severeCard stands, once it is shown, where somebody has just told of a lot of
// pain.
func (w *Window) severeCard() *widgets.Card {
	serious := widgets.NewButton(catalog.L("Is this serious?"), widgets.Raised, func() { w.Open(Serious) })
	serious.Small = true
	c := widgets.NewTintedCard(widgets.ColorAmberSoft, widgets.NewColumn(4,
		widgets.NewParagraph(catalog.L(diary.SevereAdvice), 13.5, widgets.Medium, widgets.ColorInk),
		widgets.NewParagraph(catalog.L(diary.SevereSources), 12, widgets.Regular, widgets.ColorInk2),
		widgets.NewPad(4, 0, 0, 0, widgets.NewWrap(0, 0, serious))))
	c.Padding = 12
	c.Hide()
	return c
}

// painWords is "4, neck and lower back".
func painWords(p diary.Pain) string {
	if len(p.Regions) == 0 {
		return strconv.Itoa(p.Intensity)
	}
	return catalog.L("{{.Intensity}}, {{.Regions}}", catalog.D{"Intensity": p.Intensity, "Regions": regionNames(p.Regions)})
}

func regionNames(rs []diary.Region) string {
	names := make([]string, len(rs))
	for i, r := range rs {
		names[i] = catalog.Region(string(r))
	}
	switch n := len(names); n {
	case 0:
		return ""
	case 1:
		return names[0]
	default:
		return catalog.L("{{.List}} and {{.Last}}", catalog.D{
			"List": strings.Join(names[:n-1], catalog.L(", ")), "Last": names[n-1],
		})
	}
}

// plain is an error without the field's technical name.
func plain(err error) string {
	var f *diary.FieldError
	if errors.As(err, &f) {
		return catalog.L("{{.Problem}}; {{.Hint}}", catalog.D{"Problem": f.Problem, "Hint": f.Hint})
	}
	return err.Error()
}
