package agent

import (
	"context"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/relief"
)

// The buttons of a look at the skin.
const (
	keyFine = "fine"
	keyStop = "stop"
)

// reliefScreen is the screen of heat and cold.
const reliefScreen = "relief"

// noticeKey is the key of what a session asks.
func noticeKey(ask relief.Ask, id string) string { return string(ask) + "-" + id }

// askedBy reads such a key.
func askedBy(key string) (ask relief.Ask, id string, ok bool) {
	for _, ask := range []relief.Ask{relief.AskCheck, relief.AskEnd} {
		if id, is := strings.CutPrefix(key, string(ask)+"-"); is && id != "" {
			return ask, id, true
		}
	}
	return relief.AskNothing, "", false
}

// showRelief shows what a session asks. It may make a sound, whatever the
// settings say of reminders: somebody may be asleep on it.
func (a *Agent) showRelief(x relief.Session, ask relief.Ask) {
	title, body := relief.Question(x, ask, a.now(), catalog.Clock)
	n := Notice{
		Key: noticeKey(ask, x.ID), Title: title, Body: body, Urgent: true, Sound: true, Stay: true,
		Buttons: []Button{{keyFine, catalog.L("Skin is fine")}, {keyStop, catalog.L("Stop")}},
	}
	if err := a.o.Desktop.Show(n); err != nil {
		a.o.Log.Warn("a notification could not be shown", "key", n.Key, "err", err)
	}
	if a.o.Chime != nil {
		a.o.Chime(ask)
	}
}

// replyRelief does what the person chose on a look at the skin; false if it was
// none.
func (a *Agent) replyRelief(ctx context.Context, r Reply) bool {
	ask, id, is := askedBy(r.Key)
	if !is {
		return false
	}
	switch r.Action {
	case keyFine:
		a.stepRelief(ctx, relief.Checked{ID: id, Ask: ask, Fine: true})
		a.withdraw(r.Key)
	case keyStop:
		a.stepRelief(ctx, relief.Checked{ID: id, Ask: ask})
		a.withdraw(r.Key)
		a.skinAdvice(id)
	case keyDefault:
		a.open(control.OpenRequest{Screen: reliefScreen, Part: "session:" + id, Token: r.Token})
	case keyClosed:
		a.stepRelief(ctx, relief.Later{ID: id})
	default:
		a.o.Log.Warn("a notification replied with an unknown action", "action", r.Action)
	}
	return true
}

// skinAdvice says what to do when the skin is not fine.
func (a *Agent) skinAdvice(id string) {
	kind := content.Modality("")
	for _, u := range a.relief.Recent {
		if u.ID == id {
			kind = u.Kind
		}
	}
	h, err := a.library().HeatCold()
	if err != nil || kind == "" {
		return
	}
	n := Notice{
		Key: "relief-skin", Title: catalog.L("{{.Kind}}: stopped", catalog.D{"Kind": relief.Kind(kind)}), Stay: true,
		Body: h.SkinCheck.Then + "\n" + catalog.L("If your skin was fine after all: {{.Command}}", catalog.D{"Command": "unhunch relief fine " + id}),
	}
	if err := a.o.Desktop.Show(n); err != nil {
		a.o.Log.Warn("a notification could not be shown", "key", n.Key, "err", err)
	}
}
