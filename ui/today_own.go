package ui

import (
	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

// beginOwn are the buttons of an open reminder of one's own that lead to what it
// opens. Beginning it is doing it: done answers the reminder.
func (w *Window) beginOwn(o control.OpenPrompt, button *widgets.Button, done func()) []*widgets.Button {
	a, err := settings.ParseAction(o.Opens)
	if o.Opens == "" || err != nil {
		return nil
	}
	if a.Act != "" {
		button.Kind = widgets.Raised // perhaps they did it without the screen
		return []*widgets.Button{widgets.NewButton(catalog.L("Start"), widgets.Primary, func() {
			done()
			w.begin(a)
		})}
	}
	if at := Screen(a.Screen); at != w.current {
		return []*widgets.Button{widgets.NewButton(screenName(at), widgets.Raised, func() { w.Open(at) })}
	}
	return nil
}
