package ui

import (
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/ui/widgets"
)

// therapistForm is somebody who gives massages, being written down.
type therapistForm struct {
	formHead
	id     string // empty for a new one
	draft  Therapist
	before Therapist
	body   *fyne.Container
	fields map[string]*formField
}

func newTherapistForm(s *formScreen, part, id string) form {
	f := &therapistForm{id: id, body: widgets.NewColumn(16), fields: map[string]*formField{}}
	title := catalog.L("New therapist")
	if id != "" {
		title = catalog.L("Change a therapist")
	}
	f.formHead.init(s, part, title, f)
	f.load()
	return f
}

func (f *therapistForm) load() {
	fetch(f.s.w, f.s.w.Visits.Therapists, func(all []Therapist, err error) {
		defer f.s.p.Reflow()
		f.body.RemoveAll()
		i := slices.IndexFunc(all, func(t Therapist) bool { return t.ID == f.id })
		switch {
		case err != nil:
			f.body.Add(f.s.unread(err, f.load))
			return
		case f.id != "" && i < 0:
			f.body.Add(f.s.missing())
			return
		case f.id != "":
			f.draft = all[i]
		}
		f.draft = f.draft.Tidy()
		f.before = f.draft
		f.build()
		f.touched()
		f.s.p.Reflow()
		f.s.ready(f)
	})
}

// first is the name.
func (f *therapistForm) first() *widgets.Entry {
	if p := f.fields["name"]; p != nil {
		e, _ := p.focus.(*widgets.Entry)
		return e
	}
	return nil
}

func (f *therapistForm) object() fyne.CanvasObject { return f.body }
func (f *therapistForm) renew()                    {}
func (f *therapistForm) again() form               { return f.s.begin(f.part) }
func (f *therapistForm) unsaved() bool             { return !reflect.DeepEqual(f.draft.Tidy(), f.before) }

func (f *therapistForm) build() {
	d := &f.draft
	line := func(field, label string, to *string) fyne.CanvasObject {
		e := textField(label, *to, func(s string) { *to = s; f.edited(field) })
		f.fields[field] = newFormField(label, "", e, e)
		return f.fields[field].box
	}
	lines := func(field, label, text string, set func(string)) fyne.CanvasObject {
		l := linesField(label, text, 2, f.s.p.Reflow, func(s string) { set(s); f.edited(field) })
		f.fields[field] = newFormField(label, "", l, l)
		return f.fields[field].box
	}
	check := func(label string, to *bool) fyne.CanvasObject {
		c := widgets.NewCheck(label, "", func(on bool) { *to = on; f.touched() })
		c.SetOn(*to)
		return c
	}
	beside := func(a, b fyne.CanvasObject) fyne.CanvasObject {
		return widgets.NewRow(widgets.Row{Gap: 24, Below: 520, Tracks: []widgets.Track{{Grow: 1}, {Grow: 1}}}, a, b)
	}
	f.sub.Hide()
	f.body.Add(f.formHead.object())
	f.body.Add(widgets.NewCard(widgets.NewColumn(16,
		beside(line("name", catalog.L("Name"), &d.Name), line("practice", catalog.L("Practice"), &d.Practice)),
		beside(line("phone", catalog.L("Phone"), &d.Phone), line("mail", catalog.L("Mail"), &d.Mail)),
		beside(lines("address", catalog.L("Address"), d.Address, func(s string) { d.Address = s }),
			lines("specialities", catalog.L("What they are good at, one a line"), strings.Join(d.Specialities, "\n"), func(s string) { d.Specialities = splitLines(s) })),
		lines("notes", catalog.L("Notes"), d.Notes, func(s string) { d.Notes = s }),
		check(catalog.L("I have seen their licence"), &d.LicenceSeen),
		check(catalog.L("Trained for massage in pregnancy"), &d.PrenatalTrained))))
	f.body.Add(f.foot())
}

func (f *therapistForm) edited(field string) {
	if p := f.fields[field]; p != nil && p.problem.Visible() {
		p.fail("")
		f.s.p.Reflow()
	}
	f.touched()
}

func (f *therapistForm) save() {
	if f.saving || len(f.fields) == 0 {
		return
	}
	w, t := f.s.w, f.draft.Tidy()
	if err := t.Validate(w.now()); err != nil {
		failFields(&f.formHead, f.fields, []*diary.FieldError{fieldErrorOf(err)})
		return
	}
	f.saving = true
	fetch(w, func() (Therapist, error) {
		if f.id == "" {
			return w.Visits.AddTherapist(t)
		}
		before, _, err := w.Visits.ChangeTherapist(f.id, func(Therapist) (Therapist, error) { return t, nil })
		return before, err
	}, func(was Therapist, err error) {
		f.saving = false
		if err != nil {
			failFields(&f.formHead, f.fields, []*diary.FieldError{fieldErrorOf(err)})
			return
		}
		f.s.drop(f.part)
		w.leaveFor(Massage, "")
		w.offerUndo(catalog.L("Saved: {{.Name}}.", catalog.D{"Name": t.Name}), func() {
			w.ask(catalog.L("Undo"), func() error {
				if f.id == "" {
					return w.Visits.DeleteTherapist(was.ID)
				}
				_, _, err := w.Visits.ChangeTherapist(f.id, func(Therapist) (Therapist, error) { return was, nil })
				return err
			}, w.massageChanged)
		})
	})
}

func (f *therapistForm) shortcut(k fyne.Shortcut) bool {
	if k.ShortcutName() != saveShortcut.ShortcutName() {
		return false
	}
	f.save()
	return true
}
