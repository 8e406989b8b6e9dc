package agent

import (
	"context"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/safety"
)

// checklist is the checklist before a massage as it stands.
func (a *Agent) checklist(ctx context.Context) (safety.Checklist, error) {
	var profile safety.Profile
	answers, err := a.o.Massages.Screening(ctx)
	if err == nil && a.o.Person != nil {
		profile, err = a.o.Person.Profile(ctx)
	}
	if err != nil {
		return safety.Checklist{}, err
	}
	return safety.For(a.library(), profile, a.now()).Screening(answers)
}

// beforehand is what an announced massage calls for first: what is a reason
// against it, or a checklist that is not gone through. Empty where nothing is.
// What cannot be read is told as not gone through.
func (a *Agent) beforehand() string {
	if a.o.Massages == nil {
		return ""
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c, err := a.checklist(ctx)
	switch {
	case err != nil:
		a.o.Log.Warn("the checklist before a massage could not be read", "err", err)
		return catalog.L("Before you go, answer the checklist.")
	case c.Blocked():
		return c.Stop[0].Text
	case !c.Complete():
		return catalog.L("Before you go, answer the checklist.")
	case len(c.Ask) > 0:
		return c.Ask[0].Text
	}
	return ""
}
