package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/ui/widgets"
)

// comingUp is the card that lists what is next.
type comingUp struct {
	w    *Window
	card *widgets.Card
	list *rowList
}

func newComingUp(w *Window) *comingUp {
	c := &comingUp{w: w, list: newRowList()}
	c.card = widgets.NewCard(widgets.NewColumn(2, widgets.NewCardTitle(catalog.L("Coming up")), c.list.box))
	return c
}

// comingRow is one line of the list.
type comingRow struct {
	when, name, pill string
	tone, pillTone   widgets.Tone
}

// changed rebuilds the list where it says something new, and returns what it
// says.
func (c *comingUp) changed() string {
	rows := c.w.comingRows()
	key := fmt.Sprint(rows)
	if len(rows) == 0 {
		key = c.w.nothingComing()
	}
	if key == c.list.key {
		return key
	}
	c.list.key = key
	c.list.box.RemoveAll()
	times := float32(64) // the width of the times, all alike
	for _, r := range rows {
		times = max(times, fyne.MeasureText(r.when, widgets.Px(13), widgets.SemiBold).Width/widgets.Scale()+1)
	}
	for i, r := range rows {
		if i > 0 {
			c.list.box.Add(widgets.NewLine())
		}
		when := widgets.NewText(r.when, 13, widgets.SemiBold, widgets.ColorInk2)
		name := widgets.NewParagraph(r.name, 14, widgets.Regular, widgets.ColorInk)
		pill := widgets.NewWrap(0, 0, widgets.NewPill(r.pill, r.pillTone))
		c.list.box.Add(widgets.NewPad(9, 0, 9, 0, widgets.NewRow(widgets.Row{
			Gap: 14, Center: true, Tracks: []widgets.Track{{Fixed: times}, {}, {Grow: 1}},
		}, when, widgets.NewDot(r.tone), widgets.NewRow(widgets.Row{
			Gap: 6, Center: true, Below: 230, Tracks: []widgets.Track{{Grow: 1}},
		}, name, pill))))
	}
	if len(rows) == 0 {
		c.list.box.Add(widgets.NewPad(10, 0, 0, 0, widgets.NewParagraph(c.w.nothingComing(), 14, widgets.Regular, widgets.ColorInk2)))
	}
	return key
}

func (w *Window) nothingComing() string {
	switch {
	case !w.live() && w.down == "":
		return catalog.L("Looking for the reminders…")
	case !w.live():
		return catalog.L("What comes next shows here while the reminders run. Your settings and your journal work without them.")
	case len(w.status.Reminders) == 0:
		return catalog.L("No reminders are set up. Settings has posture checks and stretches to switch on.")
	default:
		return catalog.L("Nothing is planned for now.")
	}
}

// comingRows are the reminders in the order they come: those due and held
// back first, then by time, then those without one.
func (w *Window) comingRows() []comingRow {
	if !w.live() {
		return nil
	}
	now := w.now()
	list := slices.DeleteFunc(slices.Clone(w.status.Reminders), func(r control.Reminder) bool {
		return !r.Enabled || (r.Next == nil && !r.Waiting && r.SnoozedUntil == nil && r.Every == nil)
	})
	slices.SortStableFunc(list, func(a, b control.Reminder) int {
		return cmp.Or(-cmp.Compare(b2i(a.Waiting), b2i(b.Waiting)), nextOf(a).Compare(nextOf(b)))
	})
	var rows []comingRow
	for _, r := range list {
		if w.open(reminders.ID(r.ID)) {
			continue
		}
		row := comingRow{name: nameOf(r), tone: toneOf(r.ID), when: "–"}
		row.pill, row.pillTone = w.pillOf(r)
		if at := nextOf(r); !at.Equal(never) && !r.Waiting {
			row.when = w.dates.coming(at.In(now.Location()), now)
		}
		rows = append(rows, row)
	}
	return rows
}

var never = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)

func nextOf(r control.Reminder) time.Time {
	switch {
	case r.SnoozedUntil != nil:
		return *r.SnoozedUntil
	case r.Next != nil:
		return *r.Next
	}
	return never
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// pillOf says how a reminder comes: how often, or what holds it back.
func (w *Window) pillOf(r control.Reminder) (string, widgets.Tone) {
	switch {
	case r.Waiting && w.status.Paused:
		return catalog.L("after the pause"), widgets.Amber
	case r.Waiting && len(w.status.Busy) > 0:
		return catalog.L("waits, you are busy"), widgets.Amber
	case r.Waiting:
		return catalog.L("in a minute"), widgets.Amber
	case r.SnoozedUntil != nil:
		return catalog.L("snoozed"), widgets.Amber
	case r.Every != nil && w.status.Paused:
		return catalog.L("paused"), widgets.Amber
	case r.Every != nil:
		return catalog.L("every {{.Length}}", catalog.D{"Length": often(r.Every.Duration())}), widgets.Neutral
	case r.ID == string(reminders.Checkin):
		return catalog.L("check-in"), widgets.Neutral
	case r.ID == string(reminders.Upcoming):
		return catalog.L("appointment"), widgets.Cold
	default:
		return catalog.L("reminder"), widgets.Neutral
	}
}

// nameOf is the reminder's name as a person reads it.
func nameOf(r control.Reminder) string {
	return promptName(r.ID, r.Title)
}

// promptName is the name of a reminder with that id and title: Unhunch's own
// have their names in the person's language.
func promptName(id, title string) string {
	if name := catalog.Reminder(id, title); name != id {
		return name
	}
	return sentence(strings.ReplaceAll(id, "-", " "))
}

func reminderName(id reminders.ID) string { return promptName(string(id), "") }

func toneOf(id string) widgets.Tone {
	switch reminders.ID(id) {
	case reminders.Upcoming, reminders.VisitLog, reminders.FollowUp, reminders.Rebook:
		return widgets.Cold
	case reminders.Checkin:
		return widgets.Amber
	default:
		return widgets.Accent
	}
}
