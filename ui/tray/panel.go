//go:build ((linux || freebsd || openbsd || netbsd) && !android) || windows

package tray

import (
	"context"
	"sync"

	"fyne.io/systray"

	"github.com/unhunch/unhunch/assets"
	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/control"
)

// run waits for a panel, shows the icon there, and keeps it true.
func (t *Tray) run(ctx context.Context, h *host) {
	ok := h.wait(ctx)
	h.close()
	if !ok {
		return
	}
	var st control.Status
	select {
	case st = <-t.status:
	default:
	}
	var p panel
	gone := start(func() { p.build(ctx, t.o, st) })
	t.shown.Store(true)
	for {
		select {
		case st := <-t.status:
			p.show(menu(st, t.o.Now()), look(st))
		case <-ctx.Done():
			systray.Quit()
			<-gone
			p.clicks.Wait()
			t.shown.Store(false)
			return
		}
	}
}

// panel is what is in the panel now.
type panel struct {
	items  []item
	lines  []*systray.MenuItem // of items; nil for a separator
	look   assets.TrayState
	clicks sync.WaitGroup
}

// build makes the icon and all of its menu's lines.
func (p *panel) build(ctx context.Context, o Options, st control.Status) {
	p.look = look(st)
	systray.SetTitle("Unhunch")
	systray.SetIcon(icon(p.look))
	p.items = menu(st, o.Now())
	systray.SetTooltip(tooltip(p.items))
	at := map[id]*systray.MenuItem{}
	for _, i := range p.items {
		var line *systray.MenuItem
		switch {
		case i.id == separator:
			systray.AddSeparator()
		case i.under != none:
			line = at[i.under].AddSubMenuItem(label(i.text), "")
		default:
			line = systray.AddMenuItem(label(i.text), "")
		}
		p.lines = append(p.lines, line)
		if line == nil {
			continue
		}
		at[i.id] = line
		if i.disabled {
			line.Disable()
		}
		if i.hidden {
			line.Hide()
		}
		if !i.disabled && i.id != pause {
			p.clicks.Go(func() { listen(ctx, line.ClickedCh, func() { o.act(i.id) }) })
		}
	}
}

// listen answers clicks. Each line has a listener of its own, because a click
// that finds nobody listening is lost.
func listen(ctx context.Context, clicked <-chan struct{}, act func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case _, ok := <-clicked:
			if !ok {
				return
			}
			act()
		}
	}
}

// show changes what differs, and says nothing to the panel otherwise.
func (p *panel) show(items []item, look assets.TrayState) {
	if look != p.look {
		p.look = look
		systray.SetIcon(icon(look))
	}
	if now := tooltip(items); now != tooltip(p.items) {
		systray.SetTooltip(now)
	}
	for n, i := range items {
		was, line := p.items[n], p.lines[n]
		if line == nil {
			continue
		}
		if i.text != was.text {
			line.SetTitle(label(i.text))
		}
		switch {
		case i.hidden && !was.hidden:
			line.Hide()
		case !i.hidden && was.hidden:
			line.Show()
		}
	}
	p.items = items
}

func tooltip(items []item) string {
	return catalog.L("Unhunch · {{.Line}}", catalog.D{"Line": items[0].text})
}
