package main

import (
	"context"
	"os"
	"os/signal"
	"path/filepath"
	"sync"
	"syscall"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/reminders/sqlite"
	"github.com/unhunch/unhunch/ui"
)

// window shows the window until it is closed. What takes time, the database
// and the agent, is looked for once it is on screen.
func window(claim *control.Claimed, at ui.Screen) error {
	a := app.NewWithID("io.github.unhunch.Unhunch")
	frame := a.NewWindow("Unhunch")
	frame.SetMaster()
	frame.Resize(ui.Size)

	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	l := &link{}
	st := &store{}
	prefs := newPrefs(settings.Path())
	w := ui.New(frame, ui.Deps{
		Agent: l, Diary: st, Log: st, Prefs: prefs,
		Tips:    tips,
		Places:  places(),
		Version: version,
		Locale:  locale(),
	}, at)

	var background sync.WaitGroup
	background.Go(func() { l.watch(ctx, w, frame) })
	background.Go(func() { prefs.watch(ctx, func() { ui.OnUI(w.SettingsChanged) }) })
	background.Go(func() { st.open(ctx, func(note string) { ui.OnUI(func() { w.Notice(note) }) }) })
	server := control.NewServer(doors{w: w, frame: frame, app: a}, version)
	var served error
	background.Go(func() { served = server.Serve(ctx, claim.Listener()) })

	background.Go(func() { quitOnSignal(ctx, a) })

	w.Start()
	frame.ShowAndRun()

	w.Stop()
	cancel()
	background.Wait()
	if err := st.Close(); err != nil {
		return err
	}
	return served
}

// quitOnSignal closes the window when the session ends or somebody asks the
// process to stop.
func quitOnSignal(ctx context.Context, a fyne.App) {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(asked)
	select {
	case <-ctx.Done():
	case <-asked:
		ui.OnUI(a.Quit)
	}
}

// tips are the posture tips; none if they cannot be read, which the screens
// say.
func tips() []content.Tip {
	t, err := content.PostureTips()
	if err != nil {
		return nil
	}
	return t
}

// places are the files of the person's data.
func places() []ui.Place {
	db := sqlite.Path()
	return []ui.Place{
		{Name: "Settings", Path: settings.Path()},
		{Name: "Journal and reminders", Path: db},
		{Name: "Backups, the last seven days", Path: filepath.Dir(db)},
	}
}

// locale is the one dates are written in.
func locale() string {
	for _, name := range []string{"LC_ALL", "LC_TIME", "LANG"} {
		if v := os.Getenv(name); v != "" {
			return v
		}
	}
	return lang.SystemLocale().String()
}

// front brings the window to the foreground.
func front(frame fyne.Window) {
	frame.Show()
	frame.RequestFocus()
}
