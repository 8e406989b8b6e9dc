package tray

import (
	"testing"
	"time"

	"github.com/unhunch/unhunch/assets"
	"github.com/unhunch/unhunch/reminders/control"
)

func TestPackCountsDown(t *testing.T) {
	on := func(state, kind, ask string, left time.Duration) control.Status {
		s := control.Session{ID: "s1", Kind: kind, Name: map[string]string{"heat": "Heat pack", "cold": "Cold pack"}[kind], State: state, Ask: ask, Left: control.Seconds(left), EndsAt: now.Add(left)}
		st := control.Status{Sessions: []control.Session{s}, Paused: true}
		if state != control.SessionOver {
			st.Session = &s
		}
		return st
	}
	for _, c := range []struct {
		st   control.Status
		want string
		stop string // empty: hidden
		look assets.TrayState
	}{
		{on("running", "heat", "", 8*time.Minute), "Heat pack: 8 min left, until 10:08", "Stop heat", assets.TrayPaused},
		{on("running", "heat", "", 7*time.Minute+time.Second), "Heat pack: 8 min left, until 10:07", "Stop heat", assets.TrayPaused},
		{on("running", "cold", "", 42*time.Second), "Cold pack: 42 s left, until 10:00", "Stop cold", assets.TrayPaused},
		{on("running", "heat", "relief-check", 10*time.Minute), "Heat pack: look at your skin, 10 min left", "Stop heat", assets.TrayAttention},
		{on("paused", "cold", "", 5*time.Minute), "Cold pack paused, 5 min left", "Stop cold", assets.TrayPaused},
		{on("over", "heat", "relief-end", -3*time.Minute), "Heat pack: take it off, over since 09:57", "", assets.TrayAttention},
	} {
		items := menu(c.st, now)
		if items[0].text != c.want {
			t.Errorf("%q, want %q", items[0].text, c.want)
		}
		if got := items[1]; got.id != stopPack || got.hidden != (c.stop == "") || !got.hidden && got.text != c.stop {
			t.Errorf("%s: %+v", c.want, got)
		}
		if got := look(c.st); got != c.look {
			t.Errorf("%s looks %s", c.want, got)
		}
	}
}
