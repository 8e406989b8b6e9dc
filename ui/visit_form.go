package ui

import (
	"reflect"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/ui/widgets"
)

// visitDraft is a visit as it is typed.
type visitDraft struct {
	Visited          // but for its time and cost
	when, cost, name string
	fresh            bool // its therapist is to be added, by that name
}

// visitForm is a massage being logged, or changed.
type visitForm struct {
	formHead
	id     string // empty for a new one
	ref    string // the appointment that a new one was; empty for none
	known  massages
	draft  visitDraft
	before visitDraft // as it was when it was begun
	length *widgets.Stepper
	next   *widgets.Button // saves and goes on to the next appointment; nil where it cannot
	timed  bool            // the length is the person's own
	begun  bool            // the appointment has, and may be said not to have taken place
	body   *fyne.Container
	fields map[string]*formField // by the names of diary.FieldError
}

func newVisitForm(s *formScreen, part, id, ref string) form {
	f := &visitForm{id: id, ref: ref, body: widgets.NewColumn(16)}
	title := catalog.L("Log a visit")
	if id != "" {
		title = catalog.L("Change a visit")
	}
	f.formHead.init(s, part, title, f)
	f.load()
	return f
}

// load reads what the form begins with.
func (f *visitForm) load() {
	f.s.w.loadMassages(func(m massages, err error) {
		defer f.s.p.Reflow()
		f.body.RemoveAll()
		if err != nil {
			f.body.Add(f.s.unread(err, f.load))
			return
		}
		if f.ref != "" && f.id == "" {
			if f.id = m.visitOf(f.ref); f.id != "" { // logged since it was asked
				f.title = catalog.L("Change a visit")
			}
		}
		v, ok := m.visit(f.id)
		switch last, any := m.last(); {
		case ok:
			f.timed = true
		case f.id != "":
			f.body.Add(f.s.missing())
			return
		case any:
			v, f.timed = last.Again(f.s.w.now()), last.Length > 0
			v.At = roundWhen(f.s.w.now())
			if t := m.therapists; slices.ContainsFunc(t, func(t Therapist) bool { return t.ID == v.Therapist && t.Archived }) {
				v.Therapist = ""
			}
		default:
			v.At = roundWhen(f.s.w.now())
			if m.library != nil {
				v.Length = time.Duration(m.library.Session.DefaultMin) * time.Minute
			}
		}
		f.known = m
		v = f.fromAppointment(v)
		f.draft = visitDraft{Visited: v.Tidy(), when: v.At.In(f.s.w.now().Location()).Format(whenLayout), cost: v.Cost.String()}
		f.before = f.draft.clone()
		f.build()
		f.touched()
		f.s.p.Reflow()
		f.s.ready(f)
	})
}

// first is when it began.
func (f *visitForm) first() *widgets.Entry {
	if p := f.fields["date"]; p != nil {
		e, _ := p.focus.(*widgets.Entry)
		return e
	}
	return nil
}

// clone shares nothing with the draft.
func (d visitDraft) clone() visitDraft {
	d.Visited = d.Tidy()
	d.Techniques, d.Areas = slices.Clone(d.Techniques), slices.Clone(d.Areas)
	return d
}

func (f *visitForm) object() fyne.CanvasObject { return f.body }
func (f *visitForm) renew()                    {}
func (f *visitForm) again() form               { return f.s.begin(f.part) }

func (f *visitForm) unsaved() bool { return !reflect.DeepEqual(f.draft.clone(), f.before.clone()) }

func (f *visitForm) build() {
	f.fields = map[string]*formField{
		"date": f.dateField(), "type": f.typeField(), "therapist_id": f.therapistField(), "duration_s": f.lengthField(),
		"pressure": f.pressureField(), "areas": f.areasField(), "techniques": f.techniquesField(), "cost": f.costField(), "notes": f.notesField(),
	}
	d := &f.draft
	f.painField("pain_before", catalog.L("Pain before"), &d.Before)
	f.painField("pain_after", catalog.L("Pain right after"), &d.After)
	pains := widgets.NewColumn(16, f.fields["pain_before"].box, f.fields["pain_after"].box)
	if f.id != "" {
		f.painField("pain_24h", catalog.L("Pain the next day"), &d.NextDay)
		f.painField("pain_72h", catalog.L("Pain on the third day"), &d.ThirdDay)
		pains.Add(f.fields["pain_24h"].box)
		pains.Add(f.fields["pain_72h"].box)
	}
	bruised := widgets.NewCheck(catalog.L("It left bruises"), "", func(on bool) { d.Bruised = on; f.edited("") })
	bruised.SetOn(d.Bruised)
	pains.Add(bruised)
	at := func(name string) fyne.CanvasObject { return f.fields[name].box }
	left := widgets.NewCard(widgets.NewColumn(16, at("date"), at("type"), at("therapist_id"),
		widgets.NewRow(widgets.Row{Gap: 24, Below: 460, Tracks: []widgets.Track{{Fixed: 130}, {Grow: 1}}}, at("duration_s"), at("pressure")),
		at("techniques"), at("cost")))
	right := widgets.NewCard(widgets.NewColumn(16, pains, at("areas"), at("notes")))
	f.sub.Hide()
	switch {
	case d.Appointment != "" && f.id == "":
		f.sub.SetText(catalog.L("Filled in from your appointment; change what was different."))
		f.sub.Show()
	case f.id == "" && len(f.known.visits) > 0:
		f.sub.SetText(catalog.L("Filled in as your last visit was; change what was different."))
		f.sub.Show()
	}
	f.body.Add(f.formHead.object())
	if f.begun && f.id == "" {
		f.body.Add(f.missed())
	}
	f.body.Add(widgets.NewRow(widgets.Row{Gap: besideGap, Below: 720, Tracks: []widgets.Track{{Grow: 1}, {Grow: 1}}},
		widgets.NewColumn(0, left), widgets.NewColumn(0, right)))
	f.next = f.nextButton()
	if f.next != nil {
		f.body.Add(f.foot(f.next))
		return
	}
	f.body.Add(f.foot())
}

// edited is called when a field was changed: what was wrong with it may not be
// any more.
func (f *visitForm) edited(field string) {
	if p := f.fields[field]; p != nil && p.problem.Visible() {
		p.fail("")
		f.s.p.Reflow()
	}
	if f.next != nil && field != "notes" {
		f.relabelNext()
	}
	f.touched()
}

// visit is what was typed, and what is wrong with it.
func (f *visitForm) visit() (Visited, []*diary.FieldError) {
	var wrong []*diary.FieldError
	note := func(err error) {
		if err != nil {
			wrong = append(wrong, fieldErrorOf(err))
		}
	}
	v, d, now := f.draft.Visited, f.draft, f.s.w.now()
	var err error
	if d.when != f.before.when || f.id == "" { // one of older visits may have seconds
		v.At, err = parseVisitTime(d.when, now)
		note(err)
	}
	v.Cost = diary.Money{}
	if d.cost != "" {
		v.Cost, err = diary.ParseMoney(d.cost, f.known.currency())
		note(err)
	}
	if d.fresh {
		note(Therapist{Name: d.name}.Tidy().Validate(now))
		v.Therapist = ""
	}
	if len(wrong) == 0 {
		note(v.Tidy().Validate(now))
	}
	return v, wrong
}

// fail puts what is wrong where it is wrong, and the focus on the first of it.
func (f *visitForm) fail(wrong []*diary.FieldError) { failFields(&f.formHead, f.fields, wrong) }

// failFields does so for a form of fields.
func failFields(h *formHead, fields map[string]*formField, wrong []*diary.FieldError) {
	for _, p := range fields {
		p.fail("")
	}
	var first fyne.Focusable
	rest := ""
	for _, e := range wrong {
		text := problemText(packs.Problem{What: e.Problem, Hint: e.Hint})
		at := e.Field
		switch at {
		case "currency":
			at = "cost"
		case "name":
			if fields[at] == nil {
				at = "therapist_id"
			}
		}
		if p := fields[at]; p != nil {
			p.fail(text)
			if first == nil {
				first = p.focus
			}
		} else {
			rest = joinLines(rest, text)
		}
	}
	h.failed(rest, first)
}

func (f *visitForm) shortcut(k fyne.Shortcut) bool {
	if k.ShortcutName() != saveShortcut.ShortcutName() {
		return false
	}
	f.save()
	return true
}
