package ui

import (
	"reflect"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/ui/widgets"
)

// routineForm is a routine being put together.
type routineForm struct {
	formHead
	draft  packs.Routine // but for its items, which the rows have
	before packs.Routine // as it was when it was begun
	rest   *widgets.Stepper
	items  *itemRows
	picker *exercisePicker
	body   *fyne.Container
	fields map[string]*formField // by the names packs gives them
}

// longestRest is the longest rest between two exercises, in seconds.
const longestRest = 600

func newRoutineForm(s *editorScreen, part, title string, draft packs.Routine) *routineForm {
	f := &routineForm{draft: draft, before: draft}
	f.formHead.init(&s.formScreen, part, title, f)
	f.items = newItemRows(s.w, f.changed)
	f.items.add = func() { f.picker.open(true) }
	f.picker = newExercisePicker(s.w, f)
	f.items.fill(draft.Items)
	f.build()
	f.picker.setOpen(len(draft.Items) == 0)
	f.changed()
	return f
}

func (f *routineForm) build() {
	d := &f.draft
	name := textField(catalog.L("Name"), d.Name, func(s string) { d.Name = s; f.edited("name") })
	who := textField(catalog.L("Prescribed by"), d.PrescribedBy, func(s string) { d.PrescribedBy = s; f.edited("prescribed_by") })
	name.SetPlaceHolder(catalog.L("Such as: Before lunch"))
	who.SetPlaceHolder(catalog.L("Such as: my physiotherapist"))
	note := linesField(catalog.L("Note"), d.Note, 2, f.s.p.Reflow, func(s string) { d.Note = s; f.edited("note") })
	f.rest = widgets.NewStepper(catalog.L("Rest between exercises, in seconds"), d.RestS, 0, longestRest, func(n int) { d.RestS = n; f.edited("rest_s") })
	f.rest.By = 5
	f.fields = map[string]*formField{
		"name":          newFormField(catalog.L("Name"), "", name, name),
		"prescribed_by": newFormField(catalog.L("Prescribed by, if anybody"), "", who, who),
		"note":          newFormField(catalog.L("Note, if you like"), "", note, note),
		"rest_s":        newFormField(catalog.L("Rest between exercises, in seconds"), "", widgets.NewWrap(0, 0, f.rest), f.rest),
	}
	about := widgets.NewCard(widgets.NewColumn(14,
		widgets.NewRow(widgets.Row{Gap: 24, Below: 520, Tracks: []widgets.Track{{Grow: 1}, {Grow: 1}}}, f.fields["name"].box, f.fields["prescribed_by"].box),
		widgets.NewRow(widgets.Row{Gap: 24, Below: 520, Tracks: []widgets.Track{{Grow: 1}, {Grow: 1}}}, f.fields["note"].box, f.fields["rest_s"].box)))
	f.body = widgets.NewColumn(16, f.formHead.object(), about, f.items.card, f.picker.box, f.foot())
}

func (f *routineForm) object() fyne.CanvasObject { return f.body }

// routine is the draft as it is now.
func (f *routineForm) routine() packs.Routine {
	r := f.draft
	r.Items = f.items.draft()
	return r
}

func (f *routineForm) unsaved() bool {
	now, before := f.routine(), f.before
	if len(now.Items) == 0 && len(before.Items) == 0 {
		now.Items, before.Items = nil, nil
	}
	return !reflect.DeepEqual(now, before)
}

// edited is called when a field was changed: what was wrong with it may not be
// any more.
func (f *routineForm) edited(field string) {
	if p := f.fields[field]; p != nil && p.problem.Visible() {
		p.fail("")
		f.s.p.Reflow()
	}
	f.sub.SetText(f.items.summary(f.draft.RestS))
	f.touched()
}

// changed says how long it all takes now, and what is in it.
func (f *routineForm) changed() {
	f.sub.SetText(f.items.summary(f.draft.RestS))
	if f.picker != nil {
		f.picker.sync()
	}
	f.touched()
	f.s.p.Reflow()
}

// renew follows the profile and the library.
func (f *routineForm) renew() {
	f.items.renew()
	f.picker.fill()
	f.changed()
}

// fail puts what is wrong where it is wrong, and the focus on the first of it.
func (f *routineForm) fail(all packs.Problems) {
	for _, p := range f.fields {
		p.fail("")
	}
	f.items.clear()
	var first fyne.Focusable
	rest := ""
	for _, p := range all {
		text := problemText(p)
		at := fyne.Focusable(nil)
		if field := f.fields[p.Field]; field != nil {
			field.fail(text)
			at = field.focus
		} else if row := f.items.fail(p.Field, text); row != nil {
			at = row
		} else if f.items.total(f.draft.RestS) > longestS && (p.Field == "" || p.Field == "target_s") { // which is worked out
			at = f.items.tooLong()
		} else if p.Field == "items" {
			f.items.problem.SetText(text)
			f.items.problem.Show()
			f.picker.setOpen(true)
			at = f.picker.find
		} else {
			rest = joinLines(rest, text)
		}
		if first == nil || p.Field == "name" {
			first = at
		}
	}
	f.failed(rest, first)
}

func joinLines(a, b string) string {
	if a == "" {
		return b
	}
	return a + "\n" + b
}

// save keeps the routine and leads to its page.
func (f *routineForm) save() {
	r := f.routine()
	keep(f.s.w, &f.saving, func() (string, func() error, error) { return f.s.w.Packs.SaveRoutine(r) }, f.fail, func(id string, undo func() error) {
		w := f.s.w
		f.s.drop(f.part)
		w.leaveFor(Entry, "routine:"+id)
		w.offerUndo(catalog.L("Saved: {{.Name}}.", catalog.D{"Name": r.Name}), func() {
			w.takeBack(undo, func() {
				if r.ID != "" {
					return
				}
				// It is gone: what was typed is there again.
				f.s.forms[f.part] = f
				w.leaveFor(Editor, f.part)
			})
		})
	})
}

// again begins anew with what is saved.
func (f *routineForm) again() form { return f.s.begin(f.part) }

func (f *routineForm) shortcut(k fyne.Shortcut) bool {
	switch k.ShortcutName() {
	case saveShortcut.ShortcutName():
		f.save()
	case upShortcut.ShortcutName():
		return f.items.moveFocused(-1)
	case downShortcut.ShortcutName():
		return f.items.moveFocused(1)
	default:
		return false
	}
	return true
}
