package main

import (
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/safety"
)

// said is a value as a person reads it. JSON keeps what can be told again.
func (r toldFact) said() string {
	switch {
	case r.pregnancy != nil:
		return pregnancySaid(*r.pregnancy)
	case r.Value == "yes":
		return catalog.L("yes")
	}
	return catalog.L("no")
}

// pregnancySaid is a pregnancy in the person's language.
func pregnancySaid(g safety.Pregnancy) string {
	switch {
	case !g.Is:
		return catalog.L("no")
	case !g.Due.IsZero():
		return catalog.L("due {{.Day}}", catalog.D{"Day": g.Due.UTC().Format(time.DateOnly)})
	}
	switch g.Stage {
	case 1:
		return catalog.L("first trimester")
	case 2:
		return catalog.L("second trimester")
	case 3:
		return catalog.L("third trimester")
	}
	return catalog.L("yes")
}
