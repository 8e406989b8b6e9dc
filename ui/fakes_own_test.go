package ui

import (
	"slices"

	"github.com/unhunch/unhunch/reminders/settings"
)

// KeepOwn keeps a reminder in memory, under a name the file would take.
func (p *fakePrefs) KeepOwn(o settings.Own) (settings.Settings, error) {
	if p.err != nil {
		return p.now, p.err
	}
	next := p.now
	next.Own = slices.Clone(next.Own)
	i := slices.IndexFunc(next.Own, func(x settings.Own) bool { return x.Name == o.Name })
	if i < 0 {
		if err := next.AddOwn(o.Name); err != nil {
			return p.now, err
		}
		i = len(next.Own) - 1
	}
	next.Own[i] = o
	p.now = next
	return p.now, nil
}

func (p *fakePrefs) DeleteOwn(name string) (func() (settings.Settings, error), error) {
	if p.err != nil {
		return nil, p.err
	}
	before := slices.Clone(p.now.Own)
	p.now.Own = slices.DeleteFunc(slices.Clone(p.now.Own), func(x settings.Own) bool { return x.Name == name })
	return func() (settings.Settings, error) {
		if p.err != nil {
			return p.now, p.err
		}
		p.now.Own = before
		return p.now, nil
	}, nil
}
