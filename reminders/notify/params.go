package notify

import (
	"cmp"
	"strings"

	"github.com/godbus/dbus/v5"
)

// notifyParams are the arguments of the Notify method, but for the id.
type notifyParams struct {
	app, icon, summary, body string
	actions                  []string
	hints                    map[string]dbus.Variant
	expire                   int32 // milliseconds; 0: never; -1: the server decides
}

// parameters turns a notice into what this server can show.
func parameters(n Notice, server serverInfo, o Options) notifyParams {
	p := notifyParams{
		app: "Unhunch", icon: o.Icon, summary: clean(n.Title, false), body: clean(n.Body, true),
		actions: []string{}, expire: -1,
		hints: map[string]dbus.Variant{
			"desktop-entry": dbus.MakeVariant(appID),
			"category":      dbus.MakeVariant("x-unhunch.reminder"),
			"urgency":       dbus.MakeVariant(byte(1)),
		},
	}
	if server.can("actions") {
		p.actions = append(p.actions, Default, clean(cmp.Or(n.Click, o.OpenLabel), false))
		for _, a := range n.Actions {
			p.actions = append(p.actions, a.Key, clean(a.Label, false))
		}
	} else {
		p.body = strings.TrimSpace(p.body + "\n" + clean(o.ClickHint, false))
	}
	switch {
	case !server.can("body"):
		if n.Body != "" {
			p.summary += ": " + clean(n.Body, false)
		}
		p.body = ""
	case server.can("body-markup"):
		p.body = markup.Replace(p.body)
	}
	if n.Urgent {
		p.hints["urgency"] = dbus.MakeVariant(byte(2))
	}
	switch {
	case !n.Sound:
		p.hints["suppress-sound"] = dbus.MakeVariant(true)
	case server.can("sound"):
		p.hints["sound-name"] = dbus.MakeVariant("message-new-instant")
	}
	if n.Stay {
		// Resident: some servers otherwise drop it from their list at the
		// first click, before we have seen it.
		p.hints["resident"] = dbus.MakeVariant(true)
		p.expire = 0
	} else {
		// Transient: a passing remark must not pile up in the history.
		p.hints["transient"] = dbus.MakeVariant(true)
	}
	return p
}

// markup escapes what the specification's body markup gives a meaning.
var markup = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
