package ui

import (
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
)

// person is what the window knows of who sits in front of it.
type person struct {
	profile Profile
	known   bool // the profile was read
	told    []func()
}

// loadProfile reads the profile; screens that heed it are told.
func (w *Window) loadProfile(then func(Profile, error)) {
	fetch(w, w.Person.Profile, func(p Profile, err error) {
		if err == nil {
			w.takeProfile(p)
		}
		if then != nil {
			then(p, err)
		}
	})
}

// saveProfile keeps a changed profile; then runs once it is kept.
func (w *Window) saveProfile(p Profile, then func()) {
	w.ask("Saving", func() error { return w.Person.SetProfile(p) }, func() {
		w.takeProfile(p)
		if then != nil {
			then()
		}
	})
}

func (w *Window) takeProfile(p Profile) {
	w.about.profile, w.about.known = p, true
	for _, f := range w.about.told {
		f()
	}
}

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
