package ui

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/ui/widgets"
)

// bookingDraft is an appointment as it is typed.
type bookingDraft struct {
	day, clock, zone string
	minutes          int
	title, kind      string
	therapist        string // an id, or a name
	place, notes     string
	repeat           int // one of the form's repeats
	until            string
	lead             int // one of leadAs …
	leads            string
}

// How an appointment is announced.
const (
	leadSettings = iota
	leadNone
	leadOwn
)

// bookingForm is an appointment being made or changed.
type bookingForm struct {
	formHead
	after string        // the visit it is the next one after; empty for none
	on    calendar.Wall // the midnight of the day a new one was asked for; 0 for none
	ref   string        // the occurrence that is changed; empty for a new one
	known massages
	all   []Booked // all appointments there are
	a     Booked   // the one that is changed
	at    calendar.Wall
	was   calendar.Details // what is changed, or a new one begins with
	scope calendar.Scope
	draft bookingDraft
	begun bookingDraft // as it was when it was begun

	body    *fyne.Container
	fields  map[string]*formField // by the names of calendar.FieldError, and date, time, repeat and until
	day     *widgets.Entry
	grid    *widgets.MonthGrid
	chosen  time.Time // the day the month shows as chosen; zero means none
	length  *widgets.Stepper
	timed   bool              // the length is the person's own
	zoned   bool              // the time zone is shown
	ask     fyne.CanvasObject // shows it
	repeats []repeatChoice
	said    *widgets.Text   // the day in words
	badly   *fyne.Container // what goes together badly with it
	whole   []fyne.CanvasObject
	ofAll   fyne.CanvasObject // says what belongs to the series
	off     *widgets.Button
	booked  map[int]map[time.Time][]widgets.Mark // by year
}

func newBookingForm(s *formScreen, part string) *bookingForm {
	f := &bookingForm{body: widgets.NewColumn(16)}
	title := catalog.L("New appointment")
	if id, ok := strings.CutPrefix(part, partAfter); ok {
		f.after = id
	} else if day, ok := strings.CutPrefix(part, partNewOn); ok {
		if t, err := time.Parse(time.DateOnly, day); err == nil {
			f.on = calendar.WallAt(t)
		}
	} else if part != partNew {
		f.ref, title = part, catalog.L("Change an appointment")
	}
	f.formHead.init(s, part, title, f)
	return f
}

// load reads what the form begins with.
func (f *bookingForm) load() {
	w := f.s.w
	w.loadMassages(func(m massages, err error) {
		if err != nil {
			f.unread(err)
			return
		}
		fetch(w, func() ([]Booked, error) { return w.Calendar.AppointmentsBetween(time.Time{}, time.Time{}) }, func(all []Booked, err error) {
			if err != nil {
				f.unread(err)
				return
			}
			f.known, f.all = m, all
			f.start()
		})
	})
}

func (f *bookingForm) unread(err error) {
	w := f.s.w
	f.body.Objects = []fyne.CanvasObject{widgets.NewColumn(20, w.subHead(catalog.L("Appointment"), ""), w.unreadCard(err, f.load))}
	f.s.p.Reflow()
}

// start fills the form in.
func (f *bookingForm) start() {
	now := f.s.w.now()
	f.body.RemoveAll()
	f.booked = map[int]map[time.Time][]widgets.Mark{}
	if f.ref == "" {
		f.was, f.scope, f.timed = f.beginning(), calendar.All, len(f.all)+len(f.known.visits) > 0
	} else {
		a, at, ok := bookedAs(f.all, f.ref, now)
		var err error
		if ok {
			f.was, err = a.Details(at)
		}
		if !ok || err != nil {
			f.body.Add(f.s.w.noAppointment())
			f.s.p.Reflow()
			return
		}
		f.a, f.at, f.scope, f.timed = a, at, calendar.One, true
		if !a.Repeats() || a.Status != calendar.Planned {
			f.scope = calendar.All
		}
	}
	f.repeats = f.s.w.repeatsOf(f.was)
	f.draft = f.drafted()
	f.begun = f.draft
	f.build()
	f.touched()
	f.judge()
	f.s.p.Reflow()
	f.s.ready(f)
}

// first is the day.
func (f *bookingForm) first() *widgets.Entry { return f.day }

// drafted is what the form begins with, as it is typed.
func (f *bookingForm) drafted() bookingDraft {
	d := f.was
	out := bookingDraft{
		day: dayText(d.Start), clock: clockOf(d.Start), zone: d.Zone, minutes: int(d.Length / time.Minute), title: d.Title, kind: d.Type,
		therapist: d.Therapist, place: d.Place, notes: d.Notes,
	}
	if d.AllDay {
		out.clock, out.minutes = "", f.usualMinutes(d.Type)
	}
	if d.Title == f.typeName(d.Type) {
		out.title = ""
	}
	switch {
	case d.Leads != nil && len(d.Leads) == 0:
		out.lead = leadNone
	case len(d.Leads) > 0:
		var words []string
		for _, l := range d.Leads {
			words = append(words, l.String())
		}
		out.lead, out.leads = leadOwn, strings.Join(words, ", ")
	}
	out.repeat, out.until = f.repeatOf(d)
	return out
}

// typeName is what the title is where the person gives none.
func (f *bookingForm) typeName(id string) string { return massageType(f.known.library, id) }

// usualMinutes is how long a massage of a type is.
func (f *bookingForm) usualMinutes(id string) int {
	m := f.known.library
	if m == nil {
		return int(time.Hour / time.Minute)
	}
	for _, t := range m.Types {
		if t.ID == id && t.DefaultMin > 0 {
			return t.DefaultMin
		}
	}
	return m.Session.DefaultMin
}

func (f *bookingForm) object() fyne.CanvasObject { return f.body }
func (f *bookingForm) renew()                    {}
func (f *bookingForm) again() form               { return f.s.begin(f.part) }
func (f *bookingForm) unsaved() bool             { return f.draft != f.begun }

// series tells whether one of several is changed.
func (f *bookingForm) series() bool { return f.ref != "" && f.a.Repeats() }

// alone tells whether one of a series is changed without the others.
func (f *bookingForm) alone() bool { return f.series() && f.scope == calendar.One }

func (f *bookingForm) build() {
	f.fields = map[string]*formField{
		"date": f.dateField(), "time": f.timeField(), "length": f.lengthField(), "zone": f.zoneField(),
		"type": f.typeField(), "title": f.titleField(), "therapist": f.therapistField(), "place": f.placeField(),
		"repeat": f.repeatField(), "until": f.untilField(), "leads": f.leadsField(), "notes": f.notesField(),
	}
	at := func(name string) fyne.CanvasObject { return f.fields[name].box }
	f.badly = widgets.NewColumn(8)
	when := widgets.NewColumn(16)
	if f.series() {
		when.Add(f.scopeField())
	}
	where := f.elsewhere()
	when.Add(widgets.NewColumn(8,
		widgets.NewRow(widgets.Row{Gap: 24, Below: 320, Tracks: []widgets.Track{{Grow: 1}, {Grow: 1}}}, at("date"), at("time")), f.said))
	when.Add(widgets.NewRow(widgets.Row{Gap: 24, Below: 320, Tracks: []widgets.Track{{Grow: 1}, {Grow: 1}}}, at("length"), where))
	when.Add(f.grid)
	when.Add(f.badly) // below, so that the days stay where they are while one chooses among them
	repeat := widgets.NewColumn(16, at("repeat"), at("until"))
	f.ofAll = widgets.NewParagraph(catalog.L("Type, therapist, reminders, time zone and how it repeats belong to the series. To change them, choose “This and those after it” or “All of them” above."),
		13, widgets.Regular, widgets.ColorInk2)
	f.whole = []fyne.CanvasObject{at("type"), at("therapist"), repeat, at("leads"), where}
	what := widgets.NewColumn(16, at("type"), at("title"), at("therapist"), at("place"), repeat, at("leads"), at("notes"), f.ofAll)
	right := widgets.NewColumn(16, widgets.NewCard(what))
	if f.ref != "" {
		right.Add(f.offCard())
	}
	f.heading()
	f.body.Add(f.formHead.object())
	f.body.Add(widgets.NewRow(widgets.Row{Gap: besideGap, Below: 720, Tracks: []widgets.Track{{Grow: 1}, {Grow: 1}}},
		widgets.NewColumn(0, widgets.NewCard(when)), right))
	f.body.Add(f.foot())
	f.show()
}

// heading says below the title what the form began with.
func (f *bookingForm) heading() {
	w, text := f.s.w, ""
	switch {
	case f.ref != "":
		if o, ok := f.a.Occurrence(f.at); ok {
			text = catalog.L("It is booked for {{.When}}.", catalog.D{"When": w.fileWhen(o)})
			if o.Status == calendar.Cancelled {
				text = catalog.L("It was booked for {{.When}}, and is called off.", catalog.D{"When": w.fileWhen(o)})
			}
		}
	case f.after != "":
		text = catalog.L("Filled in as your visit was; change what is different.")
	case len(f.all) > 0:
		text = catalog.L("Filled in as your last appointment was; change what is different.")
	case len(f.known.visits) > 0:
		text = catalog.L("Filled in as your last visit was; change what is different.")
	}
	f.sub.SetText(text)
	setVisible(f.sub, text != "")
}

// show shows what is to be filled in, as things are chosen.
func (f *bookingForm) show() {
	for _, o := range f.whole {
		setVisible(o, !f.alone())
	}
	setVisible(f.ofAll, f.alone())
	setVisible(f.fields["until"].box, f.repeats[f.draft.repeat].ends)
	setVisible(f.fields["zone"].box, f.zoned)
	setVisible(f.ask, !f.zoned)
	f.s.p.Reflow()
}

// edited is called when a field was changed: what was wrong with it may not be
// any more, and something else may be to say.
func (f *bookingForm) edited(fields ...string) {
	for _, field := range fields {
		if p := f.fields[field]; p != nil && p.problem.Visible() {
			p.fail("")
			f.s.p.Reflow()
		}
	}
	if f.badly != nil {
		f.judge()
	}
	f.touched()
}

func (f *bookingForm) shortcut(k fyne.Shortcut) bool {
	if k.ShortcutName() != saveShortcut.ShortcutName() {
		return false
	}
	f.save()
	return true
}

// scopeField is how much of a series is changed.
func (f *bookingForm) scopeField() fyne.CanvasObject {
	scopes := []calendar.Scope{calendar.One, calendar.Following, calendar.All}
	var which *oneOf
	which = newOneOf(true, func() {
		f.scope = scopes[which.chosen]
		f.offWords()
		f.show()
		f.judge()
	}, catalog.L("This one"), catalog.L("This and those after it"), catalog.L("All of them"))
	which.set(slices.Index(scopes, f.scope))
	which.name(catalog.L("Change"))
	return newFormField(catalog.L("It is one of a series. Change"), "", which.box(), which.chips[0]).box
}
