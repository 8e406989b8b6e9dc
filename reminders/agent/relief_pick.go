package agent

import (
	"slices"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/relief"
)

// sessionNow is a session as it is now. One that is not there any more has
// ended.
func (a *Agent) sessionNow(id string) (control.Session, error) {
	now, _, _ := a.relief.Step(a.clock(), relief.Tick{})
	if x, is := now.Find(id); is {
		return describe(x, a.now()), nil
	}
	for _, u := range now.Recent {
		if u.ID == id {
			end := *instant(a.now().Add(-u.Rested), a.zone)
			return control.Session{
				ID: id, Kind: string(u.Kind), Region: string(u.Region), Timer: u.Timer, Name: a.timerName(u.Timer), State: control.SessionEnded,
				StartedAt: *instant(a.now().Add(-u.Since), a.zone), EndsAt: end,
			}, nil
		}
	}
	return control.Session{}, noSession(id)
}

func (a *Agent) timerName(id string) string {
	h, err := a.library().HeatCold()
	if err != nil {
		return id
	}
	for _, t := range h.Timers {
		if t.ID == id {
			return t.Name
		}
	}
	return id
}

func noSession(id string) error {
	if id == "" {
		return &control.Error{Code: control.CodeNoSession, Message: catalog.L("neither heat nor cold is on"), Hint: catalog.L("start it with: {{.Command}}", catalog.D{"Command": "unhunch heat"})}
	}
	return &control.Error{Code: control.CodeNoSession, Message: catalog.L("there is no session {{.Given}}", catalog.D{"Given": id}), Hint: catalog.L("{{.Command}} lists them", catalog.D{"Command": "unhunch relief"})}
}

// pick finds the session that is meant: of several, if no id says which, the
// only one of those that fit best. An ended one is only meant where that makes
// sense.
func (a *Agent) pick(id string, ended bool, best func(relief.Session) bool) (string, error) {
	now, _, _ := a.relief.Step(a.clock(), relief.Tick{})
	if id != "" {
		_, is := now.Find(id)
		if is || ended && slices.ContainsFunc(now.Recent, func(u relief.Use) bool { return u.ID == id }) {
			return id, nil
		}
		return "", noSession(id)
	}
	list := now.Sessions
	if fit := slices.DeleteFunc(slices.Clone(list), func(x relief.Session) bool { return !best(x) }); len(fit) > 0 {
		list = fit
	}
	switch n := len(now.Recent); {
	case len(list) == 1:
		return list[0].ID, nil
	case len(list) > 1:
		var ids []string
		for _, x := range list {
			ids = append(ids, x.ID+" ("+catalog.Region(string(x.Region))+")")
		}
		return "", &control.Error{Code: control.CodeBadArgs, Message: catalog.L("there are several: {{.List}}", catalog.D{"List": strings.Join(ids, ", ")}), Hint: catalog.L("name one of them")}
	case ended && n > 0:
		return now.Recent[n-1].ID, nil
	}
	return "", noSession("")
}
