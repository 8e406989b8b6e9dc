package ui

import (
	"maps"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
)

// person is what the window knows of who sits in front of it.
type person struct {
	profile Profile // what counts now, though it may not be saved yet
	kept    Profile // what was read or saved last
	known   bool    // the profile was read
	saving  []saving
	saves   int // how many were begun
	told    []func()
}

// saving is a change of the profile on its way to the store.
type saving struct {
	change func(Profile) Profile
	then   func(before, after Profile)
}

// loadProfile reads the profile; screens that heed it are told where it is
// another one than before.
func (w *Window) loadProfile(then func(Profile, error)) {
	saves := w.about.saves
	fetch(w, w.Person.Profile, func(p Profile, err error) {
		// What was read before something was saved is old.
		if err == nil && saves == w.about.saves && len(w.about.saving) == 0 {
			w.about.kept = p
			w.takeProfile(p)
		}
		if then != nil {
			then(p, err)
		}
	})
}

// saveProfile makes a change count and keeps it; then runs once it is kept.
// Where it cannot be, what is kept counts again. The command line may have
// changed the profile meanwhile, so the change is made to what is stored, and
// one after the other. change runs off the window's goroutine as well: it must
// touch nothing but the profile it is given.
func (w *Window) saveProfile(change func(Profile) Profile, then func(before, after Profile)) {
	w.about.saves++
	w.takeProfile(change(w.about.profile))
	w.about.saving = append(w.about.saving, saving{change, then})
	if len(w.about.saving) == 1 {
		w.saveNext()
	}
}

func (w *Window) saveNext() {
	next := w.about.saving[0]
	var before, after Profile
	w.off(func() (err error) {
		before, after, err = w.Person.ChangeProfile(next.change)
		return err
	}, func(err error) {
		w.about.saving = w.about.saving[1:]
		more := len(w.about.saving) > 0
		if err == nil {
			w.about.kept = after
			w.reheed()
		}
		if !more {
			if err != nil {
				w.shell.toast.show(catalog.L("Saving did not work: {{.Reason}}", catalog.D{"Reason": err.Error()}), "", nil)
			}
			w.takeProfile(w.about.kept)
		}
		if err == nil && next.then != nil {
			next.then(before, after)
		}
		if more {
			w.saveNext()
		}
	})
}

// reheed tells the agent that another profile counts: the tip it shows may not
// suit any more. It reads the profile by itself; nothing is lost if it does not
// run.
func (w *Window) reheed() {
	if w.live() {
		w.off(w.Agent.Reload, func(error) {})
	}
}

// changeProfile keeps what change makes of the profile, and offers to take
// that back. One answer does not answer all other questions: when the whole
// was last asked changes only where it never was.
func (w *Window) changeProfile(done string, change func(Profile) Profile) {
	now := w.now()
	w.saveProfile(func(p Profile) Profile {
		p = change(p)
		if p.AskedAt.IsZero() || p.Skipped {
			p.AskedAt, p.Skipped = now, false
		}
		return p
	}, func(before, after Profile) {
		w.offerUndo(done, func() { w.saveProfile(takingBack(before, after), nil) })
	})
}

// takingBack undoes what made after of before, and leaves alone what was
// changed since.
func takingBack(before, after Profile) func(Profile) Profile {
	return func(p Profile) Profile {
		if samePregnancy(p.Pregnancy, after.Pregnancy) {
			p.Pregnancy = before.Pregnancy
		}
		for c := range after.Facts {
			if !before.Has(c) {
				p = p.Without(c)
			}
		}
		for c, at := range before.Facts {
			if !after.Has(c) {
				p = p.With(c, at)
			}
		}
		if sameInstant(p.AskedAt, after.AskedAt) {
			p.AskedAt, p.Skipped = before.AskedAt, before.Skipped
		}
		return p
	}
}

// takeProfile makes a profile count.
func (w *Window) takeProfile(p Profile) {
	if w.about.known && sameProfile(p, w.about.profile) {
		return
	}
	w.about.profile, w.about.known = p, true
	for _, f := range w.about.told {
		f()
	}
	w.banners()
}

// sameProfile tells whether two profiles say the same.
func sameProfile(a, b Profile) bool {
	return samePregnancy(a.Pregnancy, b.Pregnancy) && maps.EqualFunc(a.Facts, b.Facts, sameInstant) &&
		sameInstant(a.AskedAt, b.AskedAt) && a.Skipped == b.Skipped
}

func samePregnancy(a, b safety.Pregnancy) bool {
	return a.Is == b.Is && a.Stage == b.Stage && sameInstant(a.Due, b.Due) && sameInstant(a.NotedAt, b.NotedAt)
}

// sameInstant compares to the second: a store may keep an instant in another
// zone, and not as fine.
func sameInstant(a, b time.Time) bool { return a.Unix() == b.Unix() }

// onProfile runs f whenever another profile counts from now on.
func (w *Window) onProfile(f func()) { w.about.told = append(w.about.told, f) }

// judge says what suits the person today. Until the profile was read it knows
// nothing of them.
func (w *Window) judge() *safety.Judge { return safety.For(w.library(), w.about.profile, w.now()) }

// library is what Unhunch says, with the person's own packs.
func (w *Window) library() *content.Library {
	if w.Library == nil {
		return content.BuiltIn()
	}
	return w.Library
}
