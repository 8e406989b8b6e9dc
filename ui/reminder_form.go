package ui

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

// reminderDraft is a reminder as it is typed.
type reminderDraft struct {
	settings.Own        // but for what follows
	sitting      bool   // it comes after sitting, not at times of day
	every        string // how long one sits until it comes
	time         string // a time that is typed and not added yet
	action       settings.Action
}

func draftOf(o settings.Own) reminderDraft {
	d := reminderDraft{Own: o, sitting: o.Every > 0, action: o.Action()}
	if d.every = brief(45 * time.Minute); o.Every > 0 {
		d.every = brief(o.Every)
	}
	d.At = slices.Clone(o.At)
	if d.Days == 0 { // none means every day
		d.Days = reminders.EveryDay
	}
	return d
}

// clone shares nothing with the draft.
func (d reminderDraft) clone() reminderDraft {
	d.At = append([]reminders.TimeOfDay{}, d.At...)
	return d
}

// reminderForm is a reminder of the person's own being made, or changed.
type reminderForm struct {
	formHead
	name         string // empty for a new one
	draft        reminderDraft
	before       reminderDraft
	body         *fyne.Container
	fields       map[string]*formField // by the last parts of their settings
	timesChanged func()                // shows other times
}

func newReminderForm(s *formScreen, part, name string, o settings.Own) form {
	f := &reminderForm{name: name, draft: draftOf(o), body: widgets.NewColumn(16)}
	f.before = f.draft.clone()
	title := catalog.L("New reminder")
	if f.name != "" {
		title = catalog.L("Edit a reminder")
	}
	f.formHead.init(s, part, title, f)
	f.build()
	f.touched()
	return f
}

func (f *reminderForm) object() fyne.CanvasObject { return f.body }
func (f *reminderForm) again() form               { return f.s.begin(f.part) }

// first is the title.
func (f *reminderForm) first() *widgets.Entry {
	e, _ := f.fields["title"].focus.(*widgets.Entry)
	return e
}

// renew shows what the library and the profile say now.
func (f *reminderForm) renew() { f.build(); f.touched() }

func (f *reminderForm) unsaved() bool {
	d, b := f.draft.clone(), f.before.clone()
	if f.name == "" { // of a template, the name is only that of the template
		d.Name, b.Name = "", ""
	}
	return !reflect.DeepEqual(d, b)
}

// build lays the form out anew.
func (f *reminderForm) build() {
	f.fields, f.discard = map[string]*formField{}, nil
	d := &f.draft
	title := textField(catalog.L("Title"), d.Title, func(s string) { d.Title = s; f.edited("title") })
	title.SetPlaceHolder(catalog.L("Such as: Heat pack"))
	text := textField(catalog.L("Text"), d.Text, func(s string) { d.Text = s; f.edited("text") })
	f.fields["title"] = newFormField(catalog.L("What it says"), "", title, title)
	f.fields["text"] = newFormField(catalog.L("A longer line below, if you like"), "", text, text)
	on := widgets.NewCheck(catalog.L("Switched on"), "", func(on bool) { d.Enabled = on; f.touched() })
	on.SetOn(d.Enabled)
	f.sub.Hide()
	f.body.RemoveAll()
	f.body.Add(f.formHead.object())
	if f.name == "" {
		f.body.Add(f.templates())
	}
	left := widgets.NewCard(widgets.NewColumn(16, f.fields["title"].box, f.fields["text"].box, f.when(), on))
	right := widgets.NewCard(f.opens())
	f.body.Add(widgets.NewRow(widgets.Row{Gap: besideGap, Below: 720, Tracks: []widgets.Track{{Grow: 1}, {Grow: 1}}},
		widgets.NewColumn(0, left), widgets.NewColumn(0, right)))
	f.body.Add(f.foot())
}

// templates are what a new one can begin as.
func (f *reminderForm) templates() fyne.CanvasObject {
	row := widgets.NewWrap(8, 8)
	for _, t := range reminderTemplates() {
		b := smallButton(t.label, catalog.L("Begin with: {{.Name}}", catalog.D{"Name": t.label}), widgets.Raised, func() { f.take(t) })
		row.Add(b)
	}
	c := widgets.NewTintedCard(widgets.ColorPrimarySoft, widgets.NewColumn(8,
		widgets.NewParagraph(catalog.L("Begin with"), 13.5, widgets.SemiBold, widgets.ColorPrimaryText), row))
	c.Padding = 14
	return c
}

// take fills in a template. What was typed can be taken back.
func (f *reminderForm) take(t reminderTemplate) {
	was, lost := f.draft.clone(), f.unsaved()
	for _, other := range reminderTemplates() {
		if reflect.DeepEqual(draftOf(other.own).clone(), was) {
			lost = false
		}
	}
	f.draft = draftOf(t.own)
	f.rebuilt()
	if !f.draft.sitting && len(f.draft.At) == 0 {
		f.s.w.focus(f.fields["at"].focus)
	}
	if lost {
		f.s.w.offerUndo(catalog.L("Filled in: {{.Name}}.", catalog.D{"Name": t.label}), func() {
			f.draft = was
			f.rebuilt()
		})
	}
}

// rebuilt shows a draft that was filled in.
func (f *reminderForm) rebuilt() {
	f.build()
	f.touched()
	f.s.p.Reflow()
}

// edited is called when a field was changed: what was wrong with it may not be
// any more.
func (f *reminderForm) edited(field string) {
	if p := f.fields[field]; p != nil && p.problem.Visible() {
		p.fail("")
		f.s.p.Reflow()
	}
	f.touched()
}

// own is what was typed, and what is wrong with it.
func (f *reminderForm) own() (settings.Own, []*diary.FieldError) {
	var wrong []*diary.FieldError
	bad := func(field, problem, hint string) {
		wrong = append(wrong, &diary.FieldError{Field: field, Problem: problem, Hint: hint})
	}
	o := f.draft.Own
	o.Title, o.Text = strings.TrimSpace(o.Title), strings.TrimSpace(o.Text)
	if f.name == "" {
		o.Name = f.s.w.Prefs.Current().FreeName(packs.Slug(o.Title, ""))
	}
	o.Every, o.At, o.Opens = 0, nil, f.draft.action.String()
	scratch := settings.Settings{Own: []settings.Own{o}}
	set := func(field, value string) {
		var p settings.Problem
		if err := settings.Set(&scratch, "own."+o.Name+"."+field, value); errors.As(err, &p) {
			bad(field, p.Reason, p.Hint)
		}
	}
	if o.Title == "" {
		bad("title", catalog.L("it has no title"), catalog.L("write what it is to say"))
	} else {
		set("title", o.Title)
	}
	set("text", o.Text)
	switch {
	case f.draft.sitting:
		every := strings.ReplaceAll(strings.ToLower(f.draft.every), " ", "")
		switch _, err := reminders.ParseDuration(every); {
		case every == "":
			bad("every", catalog.L("it is not said how long"), catalog.L("write it as 45 min, or 1 h 30 min"))
		case err != nil:
			bad("every", catalog.L("“{{.Given}}” is not a length of time", catalog.D{"Given": shortText(strings.TrimSpace(f.draft.every), 20)}),
				catalog.L("write it as 45 min, or 1 h 30 min"))
		default:
			set("every", every)
		}
	default:
		times, err := f.times()
		switch {
		case err != nil:
			wrong = append(wrong, err)
		case len(times) == 0:
			bad("at", catalog.L("it has no time to come at"), catalog.L("write one, such as 15:00"))
		default:
			scratch.Own[0].At = times
		}
	}
	if f.draft.action.Act == settings.ActRoutine && f.draft.action.Routine == "" {
		bad("opens", catalog.L("no routine is chosen"), catalog.L("choose one, or something else to open"))
	} else {
		set("opens", o.Opens)
	}
	return scratch.Own[0], wrong
}

// save keeps the reminder and leads back to the list.
func (f *reminderForm) save() {
	o, wrong := f.own()
	if len(wrong) > 0 {
		failFields(&f.formHead, f.fields, wrong)
		return
	}
	w := f.s.w
	was, there := w.Prefs.Current().OwnNamed(o.Name)
	if _, err := w.Prefs.KeepOwn(o); err != nil {
		failFields(&f.formHead, f.fields, []*diary.FieldError{ownError(err)})
		return
	}
	f.s.drop(f.part)
	w.ownChanged()
	w.leaveFor(Settings, partOwn)
	w.offerUndo(catalog.L("Saved: {{.Name}}.", catalog.D{"Name": o.Called()}), func() {
		var err error
		if there {
			_, err = w.Prefs.KeepOwn(was)
		} else {
			_, err = w.Prefs.Reset("own." + o.Name)
		}
		if err != nil {
			w.unsavedOwn(err)
			return
		}
		w.ownChanged()
		if !there { // what was typed for a new one is there again
			f.s.forms[f.part] = f
			w.OpenAt(Reminder, f.part)
		}
	})
}

// ownError is an error of saving as one of a field, or of the whole.
func ownError(err error) *diary.FieldError {
	var p settings.Problem
	if !errors.As(err, &p) {
		return fieldErrorOf(err)
	}
	e := &diary.FieldError{Problem: p.Reason, Hint: p.Hint}
	if parts := strings.Split(p.Key, "."); len(parts) == 3 {
		e.Field = parts[2]
	}
	return e
}

func (f *reminderForm) shortcut(k fyne.Shortcut) bool {
	if k.ShortcutName() != saveShortcut.ShortcutName() {
		return false
	}
	f.save()
	return true
}
