package ui

import (
	"slices"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

// typeField are the library's types, and a line for one's own words.
func (f *bookingForm) typeField() *formField {
	var ids, names []string
	if m := f.known.library; m != nil {
		for _, t := range m.Types {
			ids, names = append(ids, t.ID), append(names, t.Name)
		}
	}
	var kinds *oneOf
	own := textField(catalog.L("Type in your own words"), "", nil)
	own.SetPlaceHolder(catalog.L("Or in your own words"))
	kinds = newOneOf(false, func() {
		kind := ""
		if kinds.chosen >= 0 {
			kind = ids[kinds.chosen]
			own.SetText("") // which speaks of none
			f.usualLength(kind)
		}
		f.draft.kind = kind
		f.edited("type")
	}, names...)
	kinds.set(slices.Index(ids, f.draft.kind))
	kinds.name(catalog.L("Type"))
	if kinds.chosen < 0 {
		own.SetText(f.draft.kind)
	}
	own.OnChanged = func(s string) {
		if strings.TrimSpace(s) != "" {
			kinds.set(-1)
		}
		f.draft.kind = strings.TrimSpace(s)
		f.edited("type")
	}
	return newFormField(catalog.L("Type"), "", widgets.NewColumn(8, kinds.box(), own), own)
}

// usualLength takes the length that goes with a type, unless the person gave
// one.
func (f *bookingForm) usualLength(kind string) {
	if n := f.usualMinutes(kind); !f.timed && f.length != nil {
		f.draft.minutes = n
		f.length.SetValue(n)
	}
}

func (f *bookingForm) titleField() *formField {
	e := textField(catalog.L("Title"), f.draft.title, func(s string) { f.draft.title = strings.TrimSpace(s); f.edited("title") })
	e.SetPlaceHolder(catalog.L("What it is called; the type, if left empty"))
	return newFormField(catalog.L("Title, if you like"), "", e, e)
}

// therapistField are those who are known, and a line for another name.
func (f *bookingForm) therapistField() *formField {
	var ids, names []string
	for _, t := range f.known.therapists {
		if !t.Archived || t.ID == f.draft.therapist {
			ids, names = append(ids, t.ID), append(names, t.Name)
		}
	}
	chosen := slices.IndexFunc(f.known.therapists, func(t Therapist) bool { return strings.EqualFold(t.Name, f.draft.therapist) })
	if chosen >= 0 { // an imported one is named
		chosen = slices.Index(ids, f.known.therapists[chosen].ID)
	}
	if i := slices.Index(ids, f.draft.therapist); i >= 0 {
		chosen = i
	}
	var who *oneOf
	name := textField(catalog.L("Name of the therapist"), "", nil)
	name.SetPlaceHolder(catalog.L("Their name, or the practice’s"))
	who = newOneOf(false, func() {
		other := who.chosen == len(ids)
		f.draft.therapist = ""
		switch {
		case other:
			f.draft.therapist = strings.TrimSpace(name.Text)
		case who.chosen >= 0:
			f.draft.therapist = ids[who.chosen]
		}
		setVisible(name, other)
		f.s.p.Reflow()
		if other {
			f.s.w.focus(name)
		}
		f.edited("therapist")
	}, append(names, catalog.L("Somebody else"))...)
	if chosen < 0 && f.draft.therapist != "" {
		chosen = len(ids)
		name.SetText(f.draft.therapist)
	}
	who.set(chosen)
	who.name(catalog.L("Therapist"))
	name.OnChanged = func(s string) {
		f.draft.therapist = strings.TrimSpace(s)
		f.edited("therapist")
	}
	setVisible(name, chosen == len(ids))
	return newFormField(catalog.L("Therapist"), "", widgets.NewColumn(8, who.box(), name), name)
}

func (f *bookingForm) placeField() *formField {
	e := textField(catalog.L("Place"), f.draft.place, func(s string) { f.draft.place = strings.TrimSpace(s); f.edited("place") })
	return newFormField(catalog.L("Place"), "", e, e)
}

func (f *bookingForm) notesField() *formField {
	l := linesField(catalog.L("Notes"), f.draft.notes, 2, f.s.p.Reflow, func(s string) { f.draft.notes = s; f.edited("notes") })
	return newFormField(catalog.L("Notes, if you like"), "", l, l)
}

// leadsField is when it is announced.
func (f *bookingForm) leadsField() *formField {
	own := textField(catalog.L("Remind me ahead by"), f.draft.leads, func(s string) { f.draft.leads = s; f.edited("leads") })
	own.SetPlaceHolder(catalog.L("Such as 1d, 2h"))
	usual := catalog.L("As in the settings")
	if words := settingsLeads(f.s.w.Prefs.Current()); words != "" {
		usual = catalog.L("As in the settings: {{.Leads}}", catalog.D{"Leads": words})
	}
	var which *oneOf
	which = newOneOf(true, func() {
		f.draft.lead = which.chosen
		setVisible(own, f.draft.lead == leadOwn)
		f.s.p.Reflow()
		if f.draft.lead == leadOwn {
			f.s.w.focus(own)
		}
		f.edited("leads")
	}, usual, catalog.L("None"), catalog.L("My own"))
	which.set(f.draft.lead)
	which.name(catalog.L("Reminders"))
	setVisible(own, f.draft.lead == leadOwn)
	return newFormField(catalog.L("Reminders"), "", widgets.NewColumn(8, which.box(), own), own)
}

// settingsLeads are the reminders of the settings, as 1d, 2h.
func settingsLeads(s settings.Settings) string {
	var words []string
	for _, l := range s.Appointment.Leads {
		words = append(words, l.String())
	}
	return strings.Join(words, ", ")
}

// leadsTyped are the reminders as they are chosen. The error is a
// *calendar.FieldError.
func (f *bookingForm) leadsTyped() ([]calendar.Lead, error) {
	switch f.draft.lead {
	case leadSettings:
		return nil, nil
	case leadNone:
		return []calendar.Lead{}, nil
	}
	var out []calendar.Lead
	for word := range strings.FieldsFuncSeq(f.draft.leads, func(r rune) bool { return r == ',' || r == ';' || r == ' ' }) {
		l, err := reminders.ParseLead(strings.ToLower(word))
		if err != nil {
			return nil, &calendar.FieldError{Field: "leads", Problem: err.Error(), Hint: catalog.L("write it as 1d, 2h")}
		}
		out = append(out, calendar.Lead{Days: l.Days, Elapsed: l.Elapsed})
	}
	if len(out) == 0 {
		return nil, &calendar.FieldError{Field: "leads", Problem: catalog.L("no reminder is given"), Hint: catalog.L("write it as 1d, 2h, or choose None")}
	}
	return out, nil
}
