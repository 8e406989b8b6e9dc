package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/ui/widgets"
)

// todayScreen is what one sees first: how long one has been sitting, what
// comes next, how the back is, and a thought on posture.
type todayScreen struct {
	w       *Window
	p       *widgets.Page
	heading *widgets.Text
	sub     *widgets.Text
	pause   *widgets.Button
	stretch *widgets.Button
	prompts *promptCards
	onSkin  *todayRelief
	next    *nextStretch
	coming  *comingUp
	pain    *painCard
	counts  *countsCard
	tip     *tipCard
	date    string // the day the counts were read for
	asked   string // what the page's height depends on
}

func newToday(w *Window) *todayScreen {
	t := &todayScreen{
		w:       w,
		heading: widgets.NewHeading("", 25, widgets.Bold, widgets.ColorInk),
		sub:     widgets.NewParagraph("", 14, widgets.Regular, widgets.ColorInk2),
		next:    newNextStretch(w),
		coming:  newComingUp(w),
		counts:  newCountsCard(w),
		tip:     newTipCard(w),
	}
	t.pain = newPainCard(w, t.reflow)
	t.prompts = newPromptCards(w, t.answerPain)
	t.tip.grew = t.reflow
	t.onSkin = newTodayRelief(w)
	t.pause = widgets.NewButton(catalog.L("Pause 1 h"), widgets.Quiet, t.pauseOrResume)
	t.stretch = widgets.NewButton(catalog.L("Stretch now"), widgets.Primary, func() { w.OpenAt(Playing, control.Suggested) })

	head := widgets.NewRow(widgets.Row{Gap: 12, Below: 560, Tracks: []widgets.Track{{Grow: 1}}},
		widgets.NewColumn(5, t.heading, t.sub),
		widgets.NewColumn(0, widgets.NewWrap(8, 8, t.pause, t.stretch)))
	t.p = pageOf(widgets.NewColumn(0,
		head,
		widgets.NewPad(20, 0, 0, 0, widgets.NewColumn(16,
			t.prompts.box,
			t.onSkin.box,
			widgets.NewRow(widgets.Row{Gap: 16, Below: 560, Tracks: []widgets.Track{{Fixed: 236}, {Grow: 1}}}, t.next.card, t.coming.card),
			widgets.NewRow(widgets.Row{Gap: 16, Below: 700, Tracks: []widgets.Track{{Grow: 1}, {Fixed: 286}}}, t.pain.card, t.counts.card),
			t.tip.card,
		)),
	))
	return t
}

func (t *todayScreen) page() *widgets.Page { return t.p }

func (t *todayScreen) reflow() { t.p.Reflow() }

// shown reads what may have changed since the screen was last seen.
func (t *todayScreen) shown() {
	t.date = t.w.now().Format(time.DateOnly)
	t.pain.load()
	t.counts.load()
	t.tip.refresh()
}

// changed brings everything in line with the agent's status and the time.
func (t *todayScreen) changed() {
	now := t.w.now()
	t.heading.SetText(t.w.dates.long(now))
	t.sub.SetText(t.w.stateLine())
	t.pause.SetLabel(catalog.L("Pause 1 h"))
	if t.w.status.Paused {
		t.pause.SetLabel(catalog.L("Resume"))
	}
	if t.w.live() {
		t.pause.Enable()
	} else {
		t.pause.Disable()
	}
	before := t.asked
	t.asked = t.prompts.changed() + t.onSkin.changed() + t.coming.changed() + t.sub.Content + t.pause.Label
	t.next.changed()
	if t.date != "" && now.Format(time.DateOnly) != t.date {
		t.shown()
	}
	if before != t.asked {
		t.p.Reflow()
	}
}

func (t *todayScreen) pauseOrResume() {
	if t.w.status.Paused {
		t.w.ask(catalog.L("Resuming"), t.w.Agent.Resume, nil)
		return
	}
	until := t.w.now().Add(time.Hour)
	t.w.ask(catalog.L("Pausing"), func() error { return t.w.Agent.Pause(until) }, nil)
}

// answerPain leads from "how is your back?" to where one answers it.
func (t *todayScreen) answerPain() { t.w.focus(t.pain.scale) }

// stateLine says in one line what is going on.
func (w *Window) stateLine() string {
	s, now := w.status, w.now()
	if !w.live() {
		if w.down != "" {
			return catalog.L("Reminders are not running")
		}
		return catalog.L("Looking for the reminders…")
	}
	if s.Paused {
		if s.PausedUntil != nil {
			return catalog.L("Paused until {{.Time}}", catalog.D{"Time": w.dates.coming(*s.PausedUntil, now)})
		}
		return catalog.L("Paused until you resume")
	}
	if !s.InHours {
		if s.HoursChange != nil {
			return catalog.L("Outside working hours · they begin {{.Time}}", catalog.D{"Time": w.dates.coming(*s.HoursChange, now)})
		}
		return catalog.L("Outside working hours")
	}
	var line string
	switch s.Presence {
	case "idle", "locked", "asleep":
		line = catalog.L("Away from your desk")
	default:
		if s.DeskSince != nil {
			line = catalog.L("At your desk for {{.Length}}", catalog.D{"Length": minutes(now.Sub(*s.DeskSince))})
		} else {
			line = catalog.L("At your desk")
		}
	}
	parts := []string{line}
	if len(s.Busy) > 0 {
		parts = append(parts, catalog.L("busy, reminders wait"))
	}
	if s.HoursChange != nil {
		parts = append(parts, catalog.L("working hours until {{.Time}}", catalog.D{"Time": w.dates.coming(*s.HoursChange, now)}))
	}
	return strings.Join(parts, " · ")
}

// counting tells whether sitting time runs now.
func (w *Window) counting() bool {
	s := w.status
	return w.live() && !s.Paused && s.InHours && (s.Presence == "active" || s.Presence == "unknown" || s.Presence == "")
}

// open tells whether a reminder's prompt is on screen.
func (w *Window) open(id reminders.ID) bool {
	for _, p := range w.status.Prompts {
		if p.Reminder == string(id) {
			return true
		}
	}
	return false
}

// centred puts an object in the middle of its column.
func centred(o fyne.CanvasObject) *fyne.Container {
	return widgets.NewRow(widgets.Row{Center: true, Tracks: []widgets.Track{{Grow: 1}, {}, {Grow: 1}}},
		widgets.NewColumn(0), o, widgets.NewColumn(0))
}
