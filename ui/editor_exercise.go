package ui

import (
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/ui/widgets"
)

// exerciseForm is an exercise of the person's own being written down.
type exerciseForm struct {
	formHead
	draft  packs.Exercise
	before packs.Exercise
	was    *content.Exercise // the one that is changed; nil for a new one
	photo  *photoField
	body   *fyne.Container
	fields map[string]*formField // by the names packs gives them
}

// newOwnExercise is what a new one begins as.
func newOwnExercise() packs.Exercise {
	return packs.Exercise{Position: "seated", Sides: content.Both, Reps: 1, HoldS: 20}
}

// bodyRegions are the parts of the body in the order they are asked for.
var bodyRegions = []content.Region{"neck", "shoulders", "chest", "upper-back", "lower-back", "hips", "legs", "arms", "whole-body"}

func newExerciseForm(s *editorScreen, part, title string, draft packs.Exercise, was *content.Exercise) *exerciseForm {
	f := &exerciseForm{draft: draft, before: draft, was: was}
	f.formHead.init(&s.formScreen, part, title, f)
	f.build()
	f.changed()
	return f
}

func (f *exerciseForm) build() {
	d, reflow := &f.draft, f.s.p.Reflow
	name := textField(catalog.L("Name"), d.Name, func(s string) { d.Name = s; f.edited("name") })
	name.SetPlaceHolder(catalog.L("Such as: turn with a towel"))
	breath := textField(catalog.L("Breathing"), d.Breath, func(s string) { d.Breath = s; f.edited("breath") })
	steps := linesField(catalog.L("Steps"), strings.Join(d.Steps, "\n"), 4, reflow, func(s string) { d.Steps = splitLines(s); f.edited("steps") })
	cautions := linesField(catalog.L("Cautions"), strings.Join(d.Cautions, "\n"), 2, reflow, func(s string) { d.Cautions = splitLines(s); f.edited("cautions") })
	regions, firstRegion := f.regions()
	position := f.oneOf("position", []string{"seated", "standing", "floor"}, string(d.Position), positionName, func(v string) { d.Position = content.Position(v) })
	sides := f.oneOf("sides", []string{string(content.Both), string(content.LeftRight)}, string(d.Sides), sidesName, func(v string) { d.Sides = content.Sides(v) })
	step := func(label, field string, to *int, most int) *widgets.Stepper {
		return widgets.NewStepper(label, *to, 0, most, func(n int) { *to = n; f.edited(field) })
	}
	reps := step(catalog.L("Repetitions"), "reps", &d.Reps, mostReps)
	hold := step(catalog.L("Hold, seconds"), "hold_s", &d.HoldS, mostHoldS)
	moves := step(catalog.L("Move there and back, seconds"), "move_s", &d.MoveS, mostHoldS)
	f.photo = newPhotoField(f)
	f.fields = map[string]*formField{
		"name":     newFormField(catalog.L("Name"), "", name, name),
		"steps":    newFormField(catalog.L("How it is done, one step a line"), catalog.L("Short sentences: they are shown and read out while you do it."), steps, steps),
		"regions":  newFormField(catalog.L("Where it works, the main place first"), catalog.L("None: the whole body."), regions, firstRegion),
		"position": newFormField(catalog.L("Position"), "", position.box(), position.chips[0]),
		"sides":    newFormField(catalog.L("Sides"), "", sides.box(), sides.chips[0]),
		"reps":     newFormField(catalog.L("Repetitions"), catalog.L("On each side."), widgets.NewWrap(0, 0, reps), reps),
		"hold_s":   newFormField(catalog.L("Hold, seconds"), catalog.L("0: it is not held."), widgets.NewWrap(0, 0, hold), hold),
		"move_s":   newFormField(catalog.L("Moving, seconds"), catalog.L("There and back. 0: as the steps need."), widgets.NewWrap(0, 0, moves), moves),
		"breath":   newFormField(catalog.L("Breathing, if you like"), "", breath, breath),
		"cautions": newFormField(catalog.L("When to take care, if you like; one a line"), "", cautions, cautions),
		"photo":    newFormField(catalog.L("Photo or sketch"), "", f.photo.box, f.photo.choose),
	}
	at := func(name string) fyne.CanvasObject { return f.fields[name].box }
	left := widgets.NewCard(widgets.NewColumn(16, at("name"), at("steps"), at("regions"),
		widgets.NewRow(widgets.Row{Gap: 24, Below: 420, Tracks: []widgets.Track{{Grow: 1}, {Grow: 1}}}, at("position"), at("sides")),
		widgets.NewGrid(widgets.Grid{Narrowest: 150, Most: 3, Gap: 16}, at("reps"), at("hold_s"), at("move_s")),
		at("breath"), at("cautions")))
	f.body = widgets.NewColumn(16, f.formHead.object(),
		widgets.NewRow(widgets.Row{Gap: besideGap, Below: besideBelow, Tracks: []widgets.Track{{Grow: 1}, {Fixed: besideWide}}},
			widgets.NewColumn(0, left), widgets.NewColumn(0, widgets.NewCard(at("photo")))),
		f.foot())
}

// regions are chips of which several may be chosen, in the order they are.
func (f *exerciseForm) regions() (box fyne.CanvasObject, first fyne.Focusable) {
	row := widgets.NewWrap(7, 7)
	for _, r := range bodyRegions {
		chip := widgets.NewChip(bodyPart(r), func(on bool) {
			f.draft.Regions = slices.DeleteFunc(slices.Clone(f.draft.Regions), func(x content.Region) bool { return x == r })
			if on {
				f.draft.Regions = append(f.draft.Regions, r)
			}
			f.edited("regions")
		})
		chip.SetOn(slices.Contains(f.draft.Regions, r))
		if first == nil {
			first = chip
		}
		row.Add(chip)
	}
	return row, first
}

// oneOf are chips of which one is chosen.
func (f *exerciseForm) oneOf(field string, values []string, now string, name func(string) string, set func(string)) *oneOf {
	var labels []string
	for _, v := range values {
		labels = append(labels, name(v))
	}
	var o *oneOf
	o = newOneOf(true, func() {
		set(values[o.chosen])
		f.edited(field)
	}, labels...)
	o.set(max(slices.Index(values, now), 0))
	return o
}

// sidesName is how an exercise is done on the sides of the body.
func sidesName(s string) string {
	if s == string(content.LeftRight) {
		return catalog.L("Left and right")
	}
	return catalog.L("Both at once")
}

// splitLines are the lines of a text, without empty ones.
func splitLines(s string) []string {
	var out []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

func (f *exerciseForm) object() fyne.CanvasObject { return f.body }

func (f *exerciseForm) unsaved() bool {
	now, before := f.draft, f.before
	for _, e := range []*packs.Exercise{&now, &before} {
		if len(e.Regions) == 0 {
			e.Regions = nil
		}
		if len(e.Steps) == 0 {
			e.Steps = nil
		}
		if len(e.Cautions) == 0 {
			e.Cautions = nil
		}
	}
	return !reflect.DeepEqual(now, before)
}

// edited is called when a field was changed.
func (f *exerciseForm) edited(field string) {
	if p := f.fields[field]; p != nil && p.problem.Visible() {
		p.fail("")
		f.s.p.Reflow()
	}
	f.changed()
}

// changed says how long it takes as far as that is known.
func (f *exerciseForm) changed() {
	d := f.draft
	f.sub.SetText(sided(&content.Exercise{Sides: d.Sides}, content.EachSide, dose(max(d.Reps, 1), d.HoldS)))
	f.touched()
}

func (f *exerciseForm) renew() {}

func (f *exerciseForm) fail(all packs.Problems) {
	for _, p := range f.fields {
		p.fail("")
	}
	var first fyne.Focusable
	rest := ""
	for _, p := range all {
		key, _, _ := strings.Cut(p.Field, "[")
		if f.takes() > longestS && (key == "" || key == "duration_s") { // which is worked out
			key, p = "hold_s", tooLong()
		}
		field := f.fields[key]
		if field == nil {
			rest = joinLines(rest, problemText(p))
			continue
		}
		field.fail(joinLines(visibleText(field.problem), problemText(p)))
		if first == nil || key == "name" {
			first = field.focus
		}
	}
	f.failed(rest, first)
}

// takes is how long it takes, in seconds, as far as that is known.
func (f *exerciseForm) takes() int {
	d := f.draft
	return d.Sides.Count() * max(d.Reps, 1) * (d.HoldS + d.MoveS)
}

// visibleText is what a text says, if it is shown.
func visibleText(t *widgets.Text) string {
	if !t.Visible() {
		return ""
	}
	return t.Content
}

// save keeps the exercise and leads to its page, or back to the routine it is
// meant for, to whose end it is added.
func (f *exerciseForm) save() {
	e := f.draft
	keep(f.s.w, &f.saving, func() (string, func() error, error) { return f.s.w.Packs.SaveExercise(e) }, f.fail, func(id string, undo func() error) {
		w, of := f.s.w, f.s.w.editor().exerciseFor
		f.s.drop(f.part)
		f.s.w.editor().exerciseFor = nil
		said := catalog.L("Saved: {{.Name}}.", catalog.D{"Name": e.Name})
		var row *itemRow
		if of != nil && e.ID == "" {
			f.s.forms[of.part] = of
			row = of.items.append(id)
			w.leaveFor(Editor, of.part)
			of.resume.Hide()
			said = catalog.L("Saved and added: {{.Name}}.", catalog.D{"Name": e.Name})
			w.focus(row.reps)
		} else {
			w.leaveFor(Entry, "exercise:"+id)
		}
		w.offerUndo(said, func() {
			if row != nil {
				of.items.drop(row)
			}
			w.takeBack(undo, func() {
				if e.ID != "" {
					return
				}
				f.s.forms[f.part] = f // it is gone: what was typed is there again
				f.s.w.editor().exerciseFor = of
				w.leaveFor(Editor, f.part)
			})
		})
	})
}

// again begins anew with what is saved.
func (f *exerciseForm) again() form { return f.s.begin(f.part) }

func (f *exerciseForm) shortcut(k fyne.Shortcut) bool {
	if k.ShortcutName() == saveShortcut.ShortcutName() {
		f.save()
		return true
	}
	return false
}
