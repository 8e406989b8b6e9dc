package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// manyFacts is from how many on a field helps to find one.
const manyFacts = 20

// profileForm are the questions of the profile: pregnancy, and what applies of
// a list. An answer is kept at once.
type profileForm struct {
	w         *Window
	box       *fyne.Container
	pregnancy *pregnancyForm
	find      *widgets.SearchField
	none      *widgets.Text
	groups    []*factGroup
	p         *widgets.Page // the one it stands on
}

// factGroup is a card of facts about one thing.
type factGroup struct {
	card  *widgets.Card
	facts []*factCheck
}

type factCheck struct {
	fact  content.Fact
	check *widgets.Check
}

func newProfileForm(w *Window, p *widgets.Page) *profileForm {
	f := &profileForm{
		w: w, p: p, pregnancy: newPregnancyForm(w, p),
		none: widgets.NewParagraph(catalog.L("Nothing in the list fits that. What is not here, Unhunch cannot heed: ask somebody who knows you."), 14, widgets.Regular, widgets.ColorInk2),
	}
	f.box = widgets.NewColumn(16, f.pregnancy.card)
	facts, err := w.library().Facts()
	if err != nil {
		f.box.Add(widgets.NewCard(widgets.NewParagraph(catalog.L("The list cannot be read: {{.Reason}}", catalog.D{"Reason": err.Error()}), 14, widgets.Regular, widgets.ColorInk)))
		return f
	}
	if len(facts) >= manyFacts {
		f.find = widgets.NewSearchField(catalog.L("Find in the list, such as knee or warfarin"))
		f.find.OnTyped = f.filter
		f.find.OnCancel = f.clearFind
		f.box.Add(f.find)
	}
	f.none.Hide()
	f.box.Add(f.none)
	for _, g := range factGroups() {
		f.addGroup(g, facts)
	}
	f.sync()
	w.onProfile(f.sync)
	return f
}

func (f *profileForm) addGroup(g factHeading, facts []content.Fact) {
	group := &factGroup{}
	grid := widgets.NewGrid(widgets.Grid{Narrowest: 300, Most: 2, Gap: 4})
	for _, fact := range facts {
		if fact.Group != g.group {
			continue
		}
		c := widgets.NewCheck(fact.Name, fact.Help, nil)
		c.OnChanged = func(on bool) {
			// What follows from it stands above and may become higher.
			f.p.Hold(c, func() { f.set(fact, on) })
		}
		group.facts = append(group.facts, &factCheck{fact, c})
		grid.Add(c)
	}
	if len(group.facts) == 0 {
		return
	}
	group.card = widgets.NewCard(widgets.NewColumn(8,
		widgets.NewColumn(2,
			widgets.NewHeading(g.title, 16.5, widgets.SemiBold, widgets.ColorInk),
			widgets.NewParagraph(g.text, 13.5, widgets.Regular, widgets.ColorInk2)),
		grid))
	f.groups = append(f.groups, group)
	f.box.Add(group.card)
}

// set keeps an answer.
func (f *profileForm) set(fact content.Fact, on bool) {
	d, now := catalog.D{"What": fact.Name}, f.w.now()
	if on {
		f.w.changeProfile(catalog.L("Noted: {{.What}}.", d), func(p Profile) Profile { return p.With(fact.ID, now) })
		return
	}
	f.w.changeProfile(catalog.L("No longer noted: {{.What}}.", d), func(p Profile) Profile { return p.Without(fact.ID) })
}

// sync shows the profile as it is.
func (f *profileForm) sync() {
	for _, g := range f.groups {
		for _, c := range g.facts {
			c.check.SetOn(f.w.about.profile.Has(c.fact.ID))
		}
	}
}

// filter shows only what has every typed word.
func (f *profileForm) filter(typed string) {
	asked := strings.Fields(strings.ToLower(typed))
	any := false
	for _, g := range f.groups {
		shown := false
		for _, c := range g.facts {
			fits := c.has(asked)
			setVisible(c.check, fits)
			shown = shown || fits
		}
		setVisible(g.card, shown)
		any = any || shown
	}
	setVisible(f.none, !any)
	f.p.Reflow()
}

// clearFind shows everything again.
func (f *profileForm) clearFind() {
	if f.find != nil {
		f.find.SetText("")
		f.filter("")
	}
}

// check is the line of a fact; nil if there is no such.
func (f *profileForm) check(id content.Condition) *widgets.Check {
	for _, g := range f.groups {
		for _, c := range g.facts {
			if c.fact.ID == id {
				return c.check
			}
		}
	}
	return nil
}

// has tells whether every word stands in what is said of a fact.
func (c *factCheck) has(asked []string) bool {
	text := strings.ToLower(c.fact.Name + " " + c.fact.Help + " " + string(c.fact.ID) + " " + strings.Join(c.fact.Words, " "))
	return !slices.ContainsFunc(asked, func(a string) bool { return !strings.Contains(text, a) })
}

func setVisible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

type factHeading struct {
	group       content.FactGroup
	title, text string
}

// factGroups are the headings in the order they are asked.
func factGroups() []factHeading {
	return []factHeading{
		{content.Conditions, catalog.L("What you live with"), catalog.L("Tick what a clinician told you, or what you know of yourself.")},
		{content.Medicines, catalog.L("Medicines"), catalog.L("What you take or use regularly.")},
		{content.Skin, catalog.L("Skin and feeling"), catalog.L("It matters most for heat, cold and massage.")},
		{content.Recent, catalog.L("Operations and injuries"), catalog.L("Also older ones, where the place is still tender or stiff.")},
		{content.Now, catalog.L("Just now"), catalog.L("These pass. Unhunch asks again after some days.")},
	}
}
