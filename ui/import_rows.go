package ui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/ui/widgets"
)

// From how many events on there is a way to pick many at once, and one to look
// for some; and how many rows are added at a time.
const (
	pickFrom   = 6
	filterFrom = 21
	rowsAtOnce = 30
	fewLeft    = 3 // so many that are left as they are need no fold
)

// importRow is one event of a file that something can be done about.
type importRow struct {
	at    int    // its place in the file
	key   string // what it is known by when the file is read again
	step  calendar.Step
	start time.Time
	when  string // in words
	ahead bool
	massy bool   // it reads like a massage
	text  string // what is looked through, in lower case
	on    bool
}

// importRows are all of them, to be ticked.
type importRows struct {
	f     *calendarForm
	box   fyne.CanvasObject
	list  *fyne.Container
	rows  []fyne.CanvasObject
	all   []*importRow // those ahead in their order, then those past, newest first
	shown int
	find  string
}

// importRowsOf works out what is shown of each event. It may take a moment.
func (w *Window) importRowsOf(c *calendarFile) []importRow {
	now := w.now()
	words := massageWords(c)
	times := map[string]int{}
	var out []importRow
	for i, s := range c.steps {
		a := s.Appointment
		times[a.UID]++
		row := importRow{at: i, key: fmt.Sprint(a.UID, " ", times[a.UID]), step: s, when: catalog.L("at no time any more")}
		if o, ok := a.First(now); ok {
			row.start, row.when, row.ahead = o.Start, w.fileWhen(o), o.End.After(now)
		}
		row.ahead = row.ahead || a.Ahead(now)
		row.massy = readsLike(words, a)
		row.text = strings.ToLower(strings.Join([]string{row.when, a.Title, a.Place, a.Notes, a.Therapist}, "\n"))
		row.on = row.ahead
		out = append(out, row)
	}
	return out
}

func newImportRows(f *calendarForm, ticked map[string]bool) *importRows {
	r := &importRows{f: f, list: widgets.NewColumn(0), shown: rowsAtOnce}
	for i := range f.file.rows {
		row := &f.file.rows[i]
		if row.step.Action == calendar.Skip {
			continue
		}
		if on, known := ticked[row.key]; known {
			row.on = on
		}
		r.all = append(r.all, row)
	}
	slices.SortStableFunc(r.all, func(a, b *importRow) int {
		switch {
		case a.ahead != b.ahead && a.ahead:
			return -1
		case a.ahead != b.ahead:
			return 1
		case a.ahead:
			return a.start.Compare(b.start)
		}
		return b.start.Compare(a.start)
	})
	r.box = r.build()
	return r
}

func (r *importRows) any() bool { return len(r.all) > 0 }

// ticks are what is ticked and what is not.
func (r *importRows) ticks() map[string]bool {
	out := map[string]bool{}
	for _, row := range r.all {
		out[row.key] = row.on
	}
	return out
}

// picked is how many are ticked.
func (r *importRows) picked() (n int) {
	for _, row := range r.all {
		if row.on {
			n++
		}
	}
	return n
}

// found are the rows that the field looks for.
func (r *importRows) found() []*importRow {
	words := strings.Fields(strings.ToLower(r.find))
	var out []*importRow
	for _, row := range r.all {
		if !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(row.text, word) }) {
			out = append(out, row)
		}
	}
	return out
}

func (r *importRows) build() fyne.CanvasObject {
	box := widgets.NewColumn(12)
	if len(r.all) >= filterFrom {
		find := widgets.NewSearchField(catalog.L("Look for a word in this file"))
		find.OnTyped = func(s string) {
			r.find, r.shown = s, rowsAtOnce
			r.fill()
		}
		box.Add(find)
	}
	if len(r.all) >= pickFrom {
		box.Add(r.tools())
	}
	box.Add(r.list)
	r.fill()
	card := widgets.NewCard(box)
	card.Padding = 14
	return card
}

// tools pick many at once: of what is found, where something is looked for.
func (r *importRows) tools() fyne.CanvasObject {
	set := func(pick func(*importRow) bool) func() {
		return func() {
			for _, row := range r.found() {
				row.on = pick(row)
			}
			r.fill()
			r.f.counted()
		}
	}
	small := func(label, hint string, do func()) fyne.CanvasObject {
		return smallButton(label, hint, widgets.Quiet, do)
	}
	row := widgets.NewWrap(8, 8,
		small(catalog.L("All"), catalog.L("Tick all that are listed"), set(func(*importRow) bool { return true })),
		small(catalog.L("None"), catalog.L("Tick none that are listed"), set(func(*importRow) bool { return false })))
	if slices.ContainsFunc(r.all, func(x *importRow) bool { return x.massy && x.ahead }) {
		row.Add(small(catalog.L("Only massages"), catalog.L("Tick only those ahead that read like a massage"), set(func(x *importRow) bool { return x.massy && x.ahead })))
	}
	if slices.ContainsFunc(r.all, func(x *importRow) bool { return !x.ahead }) {
		row.Add(small(catalog.L("Only those ahead"), catalog.L("Tick only those that are not over"), set(func(x *importRow) bool { return x.ahead })))
	}
	return row
}

// fill lists what is found, as far as it was asked for.
func (r *importRows) fill() {
	r.list.RemoveAll()
	found := r.found()
	var rows []fyne.CanvasObject
	for i, row := range found[:min(len(found), r.shown)] {
		if i > 0 {
			r.list.Add(widgets.NewLine())
		}
		if !row.ahead && (i == 0 || found[i-1].ahead) && len(found) > 1 {
			r.list.Add(widgets.NewPad(10, 0, 2, 8, widgets.NewParagraph(catalog.L("These are over"), 12.5, widgets.SemiBold, widgets.ColorInk2)))
		}
		rows = append(rows, r.row(row))
		r.list.Add(rows[i])
	}
	r.rows = rows
	switch rest := len(found) - r.shown; {
	case len(found) == 0:
		r.list.Add(widgets.NewPad(10, 8, 10, 8, said(catalog.L("No event in this file says that."))))
	case rest > 0:
		more := widgets.NewButton(catalog.N("Show one more", "Show more; {{.Count}} are not listed", rest), widgets.Quiet, func() {
			at := r.shown
			r.shown += rowsAtOnce
			r.fill()
			if first := firstFocusable(r.rows[at]); first != nil {
				r.f.s.w.focus(first)
			}
		})
		more.Small = true
		r.list.Add(widgets.NewPad(10, 0, 4, 8, widgets.NewWrap(0, 0, more)))
	}
	r.f.s.p.Reflow()
}

// underCheck is where what belongs to a check box begins, in pixels of the
// design.
const underCheck = 38

// row is one event: when, what and where it is, what would be done, and what had
// to be assumed.
func (r *importRows) row(x *importRow) fyne.CanvasObject {
	w, s := r.f.s.w, x.step
	check := widgets.NewCheck(x.when, r.f.facts(s.Appointment), func(on bool) {
		x.on = on
		r.f.counted()
	})
	check.Label = catalog.L("{{.Title}}, {{.When}}", catalog.D{"Title": r.f.title(s.Appointment), "When": x.when})
	check.SetOn(x.on)
	word, tone := actionWord(s.Action)
	box := widgets.NewColumn(4, widgets.NewRow(widgets.Row{Gap: 10, Tracks: []widgets.Track{{Grow: 1}}},
		check, widgets.NewPad(9, 4, 0, 0, widgets.NewWrap(0, 0, widgets.NewPill(word, tone)))))
	for _, text := range w.stepChanges(r.f.file, s) {
		box.Add(widgets.NewPad(0, 0, 0, underCheck, toned(widgets.Cold, widgets.NewParagraph(text, 13.5, widgets.Regular, widgets.ColorInk))))
	}
	for _, text := range slices.Concat(s.Notes, r.f.clashes(s)) {
		box.Add(widgets.NewPad(0, 0, 0, underCheck, toned(widgets.Amber, widgets.NewParagraph(sentence(text)+".", 13.5, widgets.Regular, widgets.ColorInk))))
	}
	return widgets.NewPad(4, 0, 6, 0, box)
}

// leftOut are the events nothing is to be done about, and why; nil if there are
// none.
func (r *importRows) leftOut() fyne.CanvasObject {
	var left []importRow
	for _, row := range r.f.file.rows {
		if row.step.Action == calendar.Skip {
			left = append(left, row)
		}
	}
	if len(left) == 0 {
		return nil
	}
	f := r.f
	shown := rowsAtOnce
	list := widgets.NewColumn(10)
	var fill func()
	fill = func() {
		list.RemoveAll()
		for _, x := range left[:min(len(left), shown)] {
			list.Add(widgets.NewColumn(2,
				widgets.NewParagraph(catalog.L("{{.Title}}, {{.When}}", catalog.D{"Title": f.title(x.step.Appointment), "When": x.when}), 14, widgets.Medium, widgets.ColorInk),
				widgets.NewParagraph(catalog.L("Line {{.Line}}: {{.Problem}}.", catalog.D{"Line": x.step.Line, "Problem": x.step.Reason}), 13, widgets.Regular, widgets.ColorInk2)))
		}
		if rest := len(left) - shown; rest > 0 {
			more := widgets.NewButton(catalog.N("Show one more", "Show more; {{.Count}} are not listed", rest), widgets.Quiet, func() {
				shown += rowsAtOnce
				fill()
				f.s.p.Reflow()
			})
			more.Small = true
			list.Add(widgets.NewWrap(0, 0, more))
		}
	}
	fold := widgets.NewFolded(catalog.N("One that is left as it is", "{{.Count}} that are left as they are", len(left)), func() fyne.CanvasObject {
		fill()
		return widgets.NewPad(4, 0, 10, 0, list)
	})
	fold.OnChanged = func(bool) { f.s.p.Reflow() }
	if !r.any() || len(left) <= fewLeft {
		fold.SetOpen(true)
	}
	return foldedCard(fold)
}
