package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/signal"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/reminders/sqlite"
	"github.com/unhunch/unhunch/reminders/zone"
	"github.com/unhunch/unhunch/ui"
)

// window shows the window until it is closed. What takes time, the database
// and the agent, is looked for once it is on screen.
func window(claim *control.Claimed, at ui.Screen, part, routine string) error {
	at, part = opens(at, part, routine)
	a := app.NewWithID("io.github.unhunch.Unhunch")
	frame := a.NewWindow("Unhunch")
	frame.SetMaster()
	frame.Resize(ui.Size)

	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	l := &link{}
	st := &store{}
	prefs := newPrefs(settings.Path())
	heard := newSounds(prefs.Current())
	prefs.told = heard.changed
	first := at
	if at == ui.Import && part != "" {
		first = ui.Massage // Back leads there
	}
	library, packsErr := packs.Open(content.BuiltIn())
	w := ui.New(frame, ui.Deps{
		Agent: l, Diary: st, Log: st, Prefs: prefs, Person: st, Desk: st, Stretches: st, Relaxations: st, Visits: st, Calendar: st, Screening: st, HeatCold: heatCold{l, st},
		Library: library, Packs: ownPacks{}, Print: printer(a),
		Sounds:  heard,
		Frame:   &outside{frame: frame},
		OpenURL: browse(a),
		Places:  places(),
		Version: version,
		Now:     now,
		Locale:  locale(),
		Zone:    zone.Home(now()),
	}, first)
	if part != "" {
		w.OpenAt(at, part)
	}

	var background sync.WaitGroup
	background.Go(func() { l.watch(ctx, w, frame) })
	background.Go(func() { prefs.watch(ctx, func() { ui.OnUI(w.SettingsChanged) }) })
	background.Go(func() { st.open(ctx, func(note string) { ui.OnUI(func() { w.Notice(note) }) }) })
	background.Go(func() {
		for _, note := range packs.Notes(library, packsErr) {
			ui.OnUI(func() { w.Notice(note) })
		}
	})
	closing := make(chan struct{})
	closed := sync.OnceFunc(func() {
		ui.Shut()
		close(closing)
	})
	frame.SetOnClosed(closed)
	d := doors{w: w, frame: frame, closing: closing, asked: &time.Time{}, going: new(bool)}
	frame.SetCloseIntercept(func() {
		// Asked for and closed in one breath: the closing was meant for what
		// was there before, and came late.
		if now().Sub(*d.asked) > oneBreath {
			d.leave()
		}
	})
	a.Lifecycle().SetOnEnteredForeground(func() { ui.OnUI(w.Returned) })
	server := control.NewServer(d, version)
	var served error
	background.Go(func() { served = server.Serve(ctx, claim.Listener()) })

	background.Go(func() { quitOnSignal(ctx, d.leave) })

	w.Start()
	frame.ShowAndRun()
	closed() // the toolkit's queue may have ended before it told

	w.Stop()
	cancel()
	background.Wait()
	return errors.Join(st.Close(), heard.Close(), served)
}

// oneBreath is within how much nobody asks for a window, sees it and closes it
// again.
const oneBreath = 300 * time.Millisecond

// browse opens addresses in the person's browser.
func browse(a fyne.App) func(string) error {
	return func(address string) error {
		to, err := url.Parse(address)
		if err != nil {
			return err
		}
		if to.Scheme != "https" && to.Scheme != "http" {
			return fmt.Errorf("%q is no address of the web", address)
		}
		return a.OpenURL(to)
	}
}

// quitOnSignal has the window leave when the session ends or somebody asks the
// process to stop.
func quitOnSignal(ctx context.Context, leave func()) {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(asked)
	select {
	case <-ctx.Done():
	case <-asked:
		ui.OnUI(leave) // not App.Quit, which may stop the event queue under the toolkit's feet
	}
}

// places are the files of the person's data.
func places() []ui.Place {
	db := sqlite.Path()
	return []ui.Place{
		{Name: catalog.L("Settings"), Path: settings.Path()},
		{Name: catalog.L("Journal and reminders"), Path: db},
		{Name: catalog.L("Backups, the last seven days"), Path: filepath.Dir(db)},
	}
}

// locale is the one dates are written in.
func locale() string {
	if l := catalog.ClockFromEnvironment(os.Getenv); l != "" {
		return l
	}
	return lang.SystemLocale().String()
}

// front brings the window to the foreground.
func front(frame fyne.Window) {
	frame.Show()
	frame.RequestFocus()
}
