package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/ui/widgets"
)

// creamCard logs creams, gels, sprays and patches, and says how long they keep
// heat away.
type creamCard struct {
	s    *reliefScreen
	box  *fyne.Container
	rows *fyne.Container
	lock *widgets.Text
}

func newCreamCard(s *reliefScreen) *creamCard {
	c := &creamCard{s: s, rows: widgets.NewColumn(0), lock: widgets.NewParagraph("", 13.5, widgets.Medium, widgets.ColorAmberText)}
	log := widgets.NewWrap(7, 7)
	for _, k := range diary.CreamKinds() {
		b := smallButton(creamName(k), catalog.L("Log: {{.Name}} put on just now", catalog.D{"Name": creamName(k)}), widgets.Quiet, func() { c.add(k) })
		log.Add(b)
	}
	c.box = widgets.NewColumn(0, widgets.NewCard(widgets.NewColumn(10, widgets.NewCardTitle(catalog.L("Creams and patches")),
		widgets.NewParagraph(catalog.L("Warming or numbing ones burn under heat. Log what you put on: heat is locked for the rest of the day."), 14, widgets.Regular, widgets.ColorInk2),
		log, c.lock, c.rows)))
	return c
}

func creamName(k diary.CreamKind) string {
	switch k {
	case diary.MuscleGel:
		return catalog.L("Gel")
	case diary.MuscleSpray:
		return catalog.L("Spray")
	case diary.MusclePatch:
		return catalog.L("Patch")
	}
	return catalog.L("Cream")
}

func (c *creamCard) fill() {
	now := c.s.w.now()
	c.rows.RemoveAll()
	on, until, locked := diary.CreamLock(c.s.known.creams, now)
	if _, worn := on.Locks(now); worn {
		locked = false // until it is off: its row says so
	}
	if locked {
		c.lock.SetText(catalog.L("Heat is locked until {{.Time}} at least.", catalog.D{"Time": c.s.w.soon(until)}))
	}
	setVisible(c.lock, locked)
	for _, x := range slices.Backward(c.s.known.creams) {
		if _, worn := x.Locks(now); !worn && daysBetween(x.At, now) > 0 {
			continue
		}
		c.rows.Add(widgets.NewLine())
		c.rows.Add(c.row(x, now))
	}
	setVisible(c.rows, len(c.rows.Objects) > 0)
}

// row is what was put on, when, and what can be done about it.
func (c *creamCard) row(x Cream, now time.Time) fyne.CanvasObject {
	w := c.s.w
	name := creamName(x.Kind)
	if x.Region != "" {
		name = catalog.L("{{.Kind}} · {{.Region}}", catalog.D{"Kind": name, "Region": catalog.Region(string(x.Region))})
	}
	tail := widgets.NewWrap(4, 4)
	until, worn := x.Locks(now)
	when := catalog.L("{{.When}}, no heat until {{.Until}}", catalog.D{"When": w.dates.ago(x.At.In(now.Location()), now), "Until": w.soon(until)})
	if worn {
		when = catalog.L("Worn since {{.When}}, no heat meanwhile", catalog.D{"When": w.dates.ago(x.At.In(now.Location()), now)})
		off := widgets.NewButton(catalog.L("It is off"), widgets.Quiet, func() {
			c.s.after(catalog.L("Saving"), func() error { return w.HeatCold.TookOff(x.ID, w.now()) })
		})
		off.Small, off.Hint = true, catalog.L("{{.Name}}: it is off", catalog.D{"Name": name})
		tail.Add(off)
	}
	tail.Add(smallButton(catalog.L("Delete"), catalog.L("Delete {{.Name}}, {{.When}}", catalog.D{"Name": name, "When": clock(x.At.In(now.Location()))}), widgets.Plain, func() {
		w.deleteUndoably(x.ID, catalog.L("Deleted: {{.Name}}.", catalog.D{"Name": name}), w.HeatCold.DeleteCream, w.HeatCold.UndeleteCream, c.s.load)
	}))
	return widgets.NewPad(6, 0, 6, 0, widgets.NewRow(widgets.Row{Gap: 10, Center: true, Below: 330, Tracks: []widgets.Track{{Grow: 1}}},
		nameOver(name, when), tail))
}

// add logs one that was put on just now, at the chosen place.
func (c *creamCard) add(k diary.CreamKind) {
	w := c.s.w
	x := Cream{Kind: k, Region: c.s.where.region, At: w.now()}
	fetch(w, func() (Cream, error) { return w.HeatCold.AddCream(x) }, func(kept Cream, err error) {
		if err != nil {
			w.shell.toast.show(catalog.L("This was not saved: {{.Problem}}", catalog.D{"Problem": plain(err)}), "", nil)
			return
		}
		c.s.load()
		w.offerUndo(catalog.L("Logged: {{.Name}} on {{.Region}}. Heat is locked for today.", catalog.D{"Name": creamName(k), "Region": catalog.Region(string(kept.Region))}), func() {
			c.s.after(catalog.L("Undo"), func() error { return w.HeatCold.DeleteCream(kept.ID) })
		})
	})
}
