package main

import (
	"context"
	"log/slog"
	"strings"
	"sync"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/agent"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/ui/tray"
)

// trayIcon is the icon in the panel, if there is one.
type trayIcon struct {
	mu     sync.Mutex
	icon   *tray.Tray
	latest *control.Status
}

// start puts the icon into the panel. Without one everything still works.
func (t *trayIcon) start(ctx context.Context, ag *agent.Agent, log *slog.Logger) {
	warn := func(what string, err error) {
		if err != nil {
			log.Warn("from the tray: "+what, "err", err)
		}
	}
	icon, err := tray.Run(ctx, tray.Options{
		Now:      now,
		Open:     func(screen string) { warn("open", openWindow(control.OpenRequest{Screen: screen})) },
		Pause:    func(until time.Time) { warn("pause", ag.Pause(ctx, until)) },
		Resume:   func() { warn("resume", ag.Resume(ctx)) },
		Quit:     func() { warn("quit", ag.Quit(ctx)) },
		StopPack: func() { warn("stop", stopPack(ctx, ag)) },
	})
	if err != nil {
		log.Info("there is no tray icon", "why", err)
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.icon = icon
	if t.latest != nil {
		icon.Update(*t.latest)
	}
}

// stopPack takes the pack off that the tray tells of: the one that ends first.
func stopPack(ctx context.Context, ag *agent.Agent) error {
	st, err := ag.Status(ctx)
	if err != nil || st.Session == nil {
		return err
	}
	_, err = ag.ReliefStop(ctx, control.ReliefStop{ID: st.Session.ID})
	return err
}

// update shows a new status.
func (t *trayIcon) update(s control.Status) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.latest = &s
	if t.icon != nil {
		t.icon.Update(s)
	}
}

// examineTray tells whether there is a panel to show the icon in.
func examineTray(ctx context.Context) finding {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	if err := tray.Check(ctx); err != nil {
		return finding{"tray", missing, strings.SplitN(err.Error(), " (hint: ", 2)[0], catalog.L("Unhunch works without an icon; open the window with: unhunch")}
	}
	return finding{"tray", good, catalog.L("a panel shows the icon"), ""}
}
