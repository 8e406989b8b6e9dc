package ui

import (
	"strconv"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// countsCard is today in three numbers.
type countsCard struct {
	w       *Window
	card    *widgets.Card
	posture *widgets.Stat
	stretch *widgets.Stat
	sit     *widgets.Stat
	none    *widgets.Text
}

func newCountsCard(w *Window) *countsCard {
	c := &countsCard{
		w:       w,
		posture: widgets.NewStat("0", "", catalog.L("posture checks")),
		stretch: widgets.NewStat("0", "", catalog.L("stretches")),
		sit:     widgets.NewStat("–", "", catalog.L("longest sit")),
		none:    widgets.NewParagraph("", 13, widgets.Regular, widgets.ColorInk2),
	}
	c.card = widgets.NewCard(widgets.NewColumn(10, widgets.NewCardTitle(catalog.L("Today")),
		widgets.NewWrap(16, 12, c.posture, c.stretch, c.sit), c.none))
	c.none.Hide()
	return c
}

// load reads today's numbers.
func (c *countsCard) load() {
	now := c.w.now()
	from := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	type got struct {
		Counts
		sit       time.Duration
		stretched []Stretched
	}
	fetch(c.w, func() (got, error) {
		n, err := c.w.Log.Counts(from, now)
		if err != nil {
			return got{}, err
		}
		sit, err := c.w.Log.LongestSit(from, now)
		if err != nil {
			return got{}, err
		}
		stretched, err := c.w.Stretches.Stretches(from, now.Add(time.Minute))
		return got{n, sit, stretched}, err
	}, func(g got, err error) {
		if err != nil {
			c.none.SetText(catalog.L("Today's numbers cannot be read: {{.Problem}}", catalog.D{"Problem": err}))
			c.none.Show()
			return
		}
		c.set(withStretched(g.Counts, g.stretched), max(g.sit, c.w.sitting(from)))
	})
}

// withStretched counts the stretches that were done unasked, too. One that
// answered a reminder is there already.
func withStretched(n Counts, list []Stretched) Counts {
	done := 0
	for _, s := range list {
		if s.Counts() {
			done++
		}
	}
	if more := done - n.StretchDone; more > 0 {
		n.StretchDone += more
		if n.StretchShown > 0 {
			n.StretchShown += more
		}
	}
	return n
}

// sitting is how long the stay at the desk that goes on now has lasted, from
// an instant on: the log knows it only when it is over.
func (w *Window) sitting(from time.Time) time.Duration {
	since := w.status.DeskSince
	if since == nil || w.down != "" {
		return 0
	}
	if since.Before(from) {
		since = &from
	}
	return max(0, w.now().Sub(*since))
}

func (c *countsCard) set(n Counts, sit time.Duration) {
	c.posture.Set(strconv.Itoa(n.PostureDone), of(n.PostureShown), catalog.L("posture checks"))
	c.stretch.Set(strconv.Itoa(n.StretchDone), of(n.StretchShown), catalog.L("stretches"))
	longest := "–"
	if sit >= time.Minute {
		longest = hoursMinutes(sit)
	}
	c.sit.Set(longest, "", catalog.L("longest sit"))
	if n.PostureShown+n.StretchShown+n.StretchDone == 0 {
		c.none.SetText(catalog.L("The day is young: the first reminder will count here."))
		c.none.Show()
	} else {
		c.none.Hide()
	}
	if t, ok := c.w.screens[Today].(*todayScreen); ok {
		t.reflow()
	}
}

// of is the whole a number is part of; nothing where nothing was shown.
func of(shown int) string {
	if shown == 0 {
		return ""
	}
	return strconv.Itoa(shown)
}
