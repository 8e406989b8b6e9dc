package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// firstRun shows the welcome to somebody who was never asked, where the window
// opened on Today by itself. Elsewhere it was opened for something: a banner
// offers the welcome instead.
func (w *Window) firstRun(p Profile, err error) {
	if err == nil && p.AskedAt.IsZero() && w.current == Today && len(w.past) == 0 {
		w.Open(Welcome)
	}
}

// personBanners ask what has to be asked about the person: whether to begin,
// whether it is all still right, and whether what passes has passed.
func (w *Window) personBanners() []fyne.CanvasObject {
	if !w.about.known || w.current == Welcome || w.current == AboutMe {
		return nil
	}
	p, now := w.about.profile, w.now()
	change := widgets.NewButton(catalog.L("Change"), widgets.Raised, func() { w.Open(AboutMe) })
	change.Hint = catalog.L("Change what I told about me")
	switch {
	case p.AskedAt.IsZero():
		return []fyne.CanvasObject{w.welcomeBanner()}
	case p.Pregnancy.Overdue(now):
		over := widgets.NewButton(catalog.L("No longer pregnant"), widgets.Raised, func() {
			w.changeProfile(catalog.L("Noted: no longer pregnant."), func(p Profile) Profile {
				p.Pregnancy = safety.Pregnancy{NotedAt: now}
				return p
			})
		})
		return []fyne.CanvasObject{banner(widgets.IconInfo, catalog.L("Still right?"),
			catalog.L("By what you told, your due date is more than three weeks past. Until you say otherwise, Unhunch goes on as in the third trimester."), over, change)}
	case p.AskAgain(now):
		return []fyne.CanvasObject{w.stillRight(p, change)}
	}
	return w.passedBanners(p)
}

// welcomeBanner offers the welcome where it did not show itself.
func (w *Window) welcomeBanner() fyne.CanvasObject {
	look := widgets.NewButton(catalog.L("Have a look"), widgets.Primary, func() { w.Open(Welcome) })
	look.Hint = catalog.L("Have a look at the welcome")
	later := widgets.NewButton(catalog.L("Not now"), widgets.Raised, func() { w.confirm(true) })
	later.Hint = catalog.L("Do not show the welcome")
	return banner(widgets.IconInfo, catalog.L("New here?"),
		catalog.L("Two minutes tell you what Unhunch does, and tell Unhunch what to hold back from you."), look, later)
}

// stillRight asks after 90 days.
func (w *Window) stillRight(p Profile, change *widgets.Button) fyne.CanvasObject {
	if p.Skipped && p.Empty() {
		tell := widgets.NewButton(catalog.L("Tell"), widgets.Raised, func() { w.Open(AboutMe) })
		tell.Hint = catalog.L("Tell about me")
		later := widgets.NewButton(catalog.L("Not now"), widgets.Raised, func() { w.confirm(true) })
		later.Hint = catalog.L("Do not ask about me now")
		return banner(widgets.IconInfo, catalog.L("Shall Unhunch know a little about you?"),
			catalog.L("You skipped the questions. With the answers Unhunch holds back what could harm you; they stay on this machine."), tell, later)
	}
	text := catalog.L("You told Unhunch about your health on {{.Day}}.", catalog.D{"Day": w.dates.short(p.AskedAt.In(w.now().Location()), w.now())})
	if p.Empty() {
		text = catalog.L("On {{.Day}} nothing applied to you that Unhunch should heed.", catalog.D{"Day": w.dates.short(p.AskedAt.In(w.now().Location()), w.now())})
	}
	same := widgets.NewButton(catalog.L("Yes, all the same"), widgets.Raised, func() { w.confirm(false) })
	return banner(widgets.IconInfo, catalog.L("Still right?"), text, same, change)
}

// confirm keeps the profile as it is, as answered or skipped now.
func (w *Window) confirm(skipped bool) {
	now := w.now()
	w.saveProfile(func(p Profile) Profile {
		p.AskedAt, p.Skipped = now, skipped
		return p
	}, nil)
}

// passedBanners ask whether what passes, such as a fever, has passed.
func (w *Window) passedBanners(p Profile) []fyne.CanvasObject {
	facts, err := w.library().Facts()
	if err != nil {
		return nil
	}
	lapsed := p.Lapsed(w.now(), facts)
	for _, f := range facts {
		if len(lapsed) > 0 && f.ID == lapsed[0] {
			return []fyne.CanvasObject{w.passedBanner(f)} // one at a time
		}
	}
	return nil
}

func (w *Window) passedBanner(f content.Fact) fyne.CanvasObject {
	d := catalog.D{"What": f.Name}
	yes := widgets.NewButton(catalog.L("Yes, still"), widgets.Raised, func() {
		now := w.now()
		w.saveProfile(func(p Profile) Profile { return p.With(f.ID, now) }, nil)
	})
	yes.Hint = catalog.L("Yes, still: {{.What}}", d)
	no := widgets.NewButton(catalog.L("No, it has passed"), widgets.Raised, func() {
		w.saveProfile(func(p Profile) Profile { return p.Without(f.ID) }, func(before, after Profile) {
			w.offerUndo(catalog.L("No longer noted: {{.What}}.", d), func() { w.saveProfile(takingBack(before, after), nil) })
		})
	})
	no.Hint = catalog.L("No, it has passed: {{.What}}", d)
	return banner(widgets.IconInfo, f.Name, catalog.L("You noted this some time ago. Does it still apply?"), yes, no)
}
