package ui

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets"
	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/ui/widgets"
)

// Size is the window's size when it opens; Smallest is the one it still works
// well in, both in device-independent pixels.
var (
	Size     = fyne.NewSize(1120, 740)
	Smallest = fyne.NewSize(720, 560)
)

// Window is what stands inside the window's frame. Its methods are for the
// window's own goroutine; OnUI leads there.
type Window struct {
	Deps
	win     fyne.Window
	run     func(func())
	dates   dates
	theme   Theme
	shell   *shell
	screens map[Screen]screen
	current Screen
	at      spot
	past    []visit // where one was before, oldest first
	about   person
	liked   favourites
	search  *search // the overlay; nil until it was first opened
	files   files
	closed  bool
	stop    context.CancelFunc

	status    control.Status // the last one told
	known     bool           // there was one
	down      string         // why there is none now; empty while the agent answers
	dismissed map[string]bool
	notices   []string // the window's own
	undo      func()   // takes back the last thing done, while that is offered

	found    *content.Finder // looks through everything; nil until first needed
	findable map[string]content.Findable
}

// New fills a window and shows the first screen in it. The window must not be
// shown yet.
func New(win fyne.Window, d Deps, first Screen) *Window {
	w := &Window{
		Deps: d, win: win, run: d.Run, dates: datesOf(d.Locale),
		screens: map[Screen]screen{}, dismissed: map[string]bool{},
	}
	if w.run == nil {
		w.run = func(f func()) { go f() }
	}
	if w.after == nil {
		w.after = later
	}
	if w.Now == nil {
		w.Now = time.Now
	}
	catalog.UseClock(d.Locale)
	w.files = &fileDialogs{w: w}
	w.applyTheme()
	w.shell = newShell(w)
	w.Open(first)
	win.SetContent(w.shell)
	win.SetPadded(false)
	win.SetIcon(fyne.NewStaticResource("unhunch.png", assets.AppPNG(256)))
	w.shortcuts(win.Canvas())
	win.SetOnDropped(w.dropped)
	w.loadProfile(w.firstRun)
	w.loadSession()
	w.loadFavourites()
	return w
}

// Start begins to tick once a second, for countdowns. Stop ends it.
func (w *Window) Start() {
	ctx, cancel := context.WithCancel(context.Background())
	w.stop = cancel
	beat(ctx, w.tick)
}

// Stop ends everything that runs on its own. What still comes back from the
// outside is dropped.
func (w *Window) Stop() {
	w.stopPlaying()
	w.closed = true
	w.shell.toast.hide()
	if w.stop != nil {
		w.stop()
	}
}

func (w *Window) tick() {
	if s := w.screens[w.current]; s != nil && !w.closed {
		s.changed()
	}
}

// Open shows a screen.
func (w *Window) Open(s Screen) { w.OpenAt(s, "") }

// spot is a screen and a part of it.
type spot struct {
	screen Screen
	part   string
}

// OpenAt shows a screen at a part of it, such as a guide by its id. A screen
// that has no parts is shown as it is.
func (w *Window) OpenAt(s Screen, part string) {
	if s == Massage && strings.HasPrefix(part, partVisitLog) {
		s = Visit // what is to be logged is logged in its form
	}
	left := visit{spot: w.at}
	if from := w.screens[w.at.screen]; from != nil {
		left.down = from.page().Down()
	}
	if w.show(s, part) && w.at != (spot{s, part}) {
		if left.screen != "" {
			w.past = append(w.past, left)
			w.past = w.past[max(0, len(w.past)-50):]
		}
		w.at = spot{s, part}
	}
}

// visit is a spot one left, and how far it was scrolled down.
type visit struct {
	spot
	down float32
}

// Back shows where one was before, as one left it.
func (w *Window) Back() {
	if len(w.past) == 0 {
		w.Open(Today)
		return
	}
	last := w.past[len(w.past)-1]
	w.past = w.past[:len(w.past)-1]
	w.at = last.spot
	if w.show(last.screen, last.part) {
		w.screens[last.screen].page().ScrollDown(last.down)
	}
}

// show puts a screen into the window; false means that there is no such.
func (w *Window) show(s Screen, part string) bool {
	var p place
	for _, q := range places() {
		if q.screen == s {
			p = q
		}
	}
	if p.build == nil {
		return false
	}
	if w.screens[s] == nil {
		w.screens[s] = p.build(w)
	}
	w.closeSearch()
	again := w.current == s
	if from, ok := w.screens[w.current].(leaver); ok && !again {
		from.left()
	}
	w.current = s
	if _, ok := w.win.Canvas().Focused().(*widgets.RailItem); !ok && !again {
		// Keys must not reach what is no longer seen.
		w.win.Canvas().Unfocus()
	}
	under := s
	if p.under != "" {
		under = p.under
	}
	w.shell.show(under, w.screens[s].page())
	if !again {
		w.screens[s].page().Top()
	}
	w.screens[s].shown()
	if at, ok := w.screens[s].(parted); ok {
		at.openAt(part)
	}
	w.screens[s].changed()
	w.place()
	w.win.SetTitle(catalog.L("Unhunch – {{.Screen}}", catalog.D{"Screen": p.name}))
	if !again {
		w.banners() // some are not for every screen
	}
	if w.about.known {
		w.loadProfile(nil) // the command line may have changed it
	}
	return true
}

// Screen is the one that is shown.
func (w *Window) Screen() Screen { return w.current }

// SetStatus tells what the agent is doing now.
func (w *Window) SetStatus(s control.Status) {
	fresh := !w.known || w.down != ""
	w.status, w.known, w.down = s, true, ""
	w.banners()
	if w.about.known {
		w.loadProfile(nil)
	}
	if sc := w.screens[w.current]; sc != nil {
		// A status comes when something happened: a prompt came or went, or
		// something was written into the diary from elsewhere. Other screens
		// are left alone, lest they lose what is being typed.
		if fresh || w.current == Today {
			sc.shown()
		}
		sc.changed()
	}
	if s, ok := w.screens[Playing].(*playScreen); ok && w.current != Playing {
		s.presence()
	}
}

// SetDown tells that the agent does not answer, and why, in plain words.
func (w *Window) SetDown(why string) {
	if w.down == why {
		return
	}
	w.down = why
	w.banners()
	w.tick()
}

// Notice shows something the person should know, until they dismiss it.
func (w *Window) Notice(text string) {
	w.notices = append(w.notices, text)
	w.banners()
}

// live tells whether there is a status that is true now.
func (w *Window) live() bool { return w.known && w.down == "" }

// now is the current time in the person's zone.
func (w *Window) now() time.Time { return w.Now() }

// applyTheme makes the window look as the settings say.
func (w *Window) applyTheme() {
	next := NewTheme(w.Prefs.Current().Window)
	if app := fyne.CurrentApp(); app != nil && next != w.theme {
		w.theme = next
		app.Settings().SetTheme(next)
	}
	if w.shell != nil {
		w.shell.Refresh()
		w.screens[w.current].page().Reflow()
	}
}

// SettingsChanged tells that the settings file changed.
func (w *Window) SettingsChanged() {
	w.applyTheme()
	if s, ok := w.screens[Settings].(*settingsScreen); ok {
		s.reload()
	}
	w.tick()
}

// ask calls the agent and says so if that fails.
func (w *Window) ask(what string, call func() error, then func()) {
	w.off(call, func(err error) {
		if err != nil {
			w.shell.toast.show(catalog.L("{{.What}} did not work: {{.Problem}}", catalog.D{"What": what, "Problem": err}), "", nil)
			return
		}
		if then != nil {
			then()
		}
	})
}

// offerUndo says what was done and offers to take it back.
func (w *Window) offerUndo(done string, undo func()) {
	w.undo = undo
	w.shell.toast.show(done, catalog.L("Undo"), w.undoLast)
}

// focusAll puts the focus on a line and marks what stands there.
func (w *Window) focusAll(e *widgets.Entry) {
	w.focus(e)
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (w *Window) undoLast() {
	if undo := w.undo; undo != nil {
		w.undo = nil
		w.shell.toast.hide()
		undo()
	}
}

// Focus puts the keyboard's focus on an object.
func (w *Window) focus(o fyne.Focusable) {
	if c := w.win.Canvas(); c != nil {
		c.Focus(o)
	}
}
