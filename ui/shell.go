package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"github.com/unhunch/unhunch/ui/widgets"
)

// shell is the window's content: the rail, the banners, the screen, and the
// toast above it.
type shell struct {
	widget.BaseWidget
	w       *Window
	rail    *rail
	banners *fyne.Container
	host    *fyne.Container // holds the screen's page
	page    *widgets.Page
	toast   *toast
	bare    bool // the screen alone, without rail and banners
}

// setBare leaves everything but the screen out, or shows it again.
func (s *shell) setBare(on bool) {
	if s.bare != on {
		s.bare = on
		s.Refresh()
	}
}

func newShell(w *Window) *shell {
	s := &shell{
		w:       w,
		rail:    newRail(w),
		banners: widgets.NewColumn(10),
		host:    &fyne.Container{},
		toast:   newToast(),
	}
	s.ExtendBaseWidget(s)
	return s
}

func (s *shell) show(at Screen, p *widgets.Page) {
	s.rail.set(at)
	if s.page == p {
		return
	}
	s.page = p
	s.host.Objects = []fyne.CanvasObject{p}
	s.Refresh()
}

// Reveal brings an object that got the focus into view.
func (s *shell) Reveal(o fyne.CanvasObject) {
	if s.w.searching() {
		s.w.search.reveal(o)
		return
	}
	if s.page == nil || inside(s.rail, o) || inside(s.banners, o) || inside(s.toast, o) {
		return
	}
	s.page.Reveal(o)
}

// ScrollAround scrolls the page that an object stands in.
func (s *shell) ScrollAround(_ fyne.CanvasObject, e *fyne.ScrollEvent) {
	switch {
	case s.w.searching():
		s.w.search.page.Scrolled(e)
	case s.page != nil:
		s.page.Scrolled(e)
	}
}

// inside tells whether o lies within box on the screen.
func inside(box, o fyne.CanvasObject) bool {
	if !box.Visible() {
		return false
	}
	d := fyne.CurrentApp().Driver()
	a, b := d.AbsolutePositionForObject(box), d.AbsolutePositionForObject(o)
	return b.X >= a.X && b.Y >= a.Y && b.X < a.X+box.Size().Width && b.Y < a.Y+box.Size().Height
}

// CreateRenderer lays the shell out.
func (s *shell) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(widgets.Color(widgets.ColorBackground))
	return &shellRenderer{s: s, back: back, objects: []fyne.CanvasObject{back, s.rail, s.banners, s.host, s.toast}}
}

type shellRenderer struct {
	s       *shell
	back    *canvas.Rectangle
	objects []fyne.CanvasObject
	size    fyne.Size
}

func (r *shellRenderer) Destroy()                     {}
func (r *shellRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *shellRenderer) MinSize() fyne.Size           { return fyne.NewSize(420, 320) }

func (r *shellRenderer) Refresh() {
	r.back.FillColor = widgets.Color(widgets.ColorBackground)
	r.back.Refresh()
	r.s.rail.Refresh()
	r.s.banners.Refresh()
	r.s.toast.Refresh()
	r.Layout(r.size)
	r.s.host.Refresh()
}

func (r *shellRenderer) Layout(size fyne.Size) {
	r.size = size
	s := r.s
	r.back.Resize(size)
	side := s.rail.fit(size)
	if s.bare {
		side = 0
		s.rail.Hide()
	} else {
		s.rail.Show()
	}
	s.rail.Move(fyne.Position{})
	s.rail.Resize(fyne.NewSize(side, size.Height))
	wide := size.Width - side

	y := float32(0)
	if n := len(s.banners.Objects); n > 0 && !s.bare {
		margin := widgets.Px(16)
		h := widgets.HeightFor(s.banners, wide-2*margin)
		s.banners.Move(fyne.NewPos(side+margin, margin))
		s.banners.Resize(fyne.NewSize(wide-2*margin, h))
		s.banners.Show()
		y = h + margin
	} else {
		s.banners.Hide()
	}
	s.host.Move(fyne.NewPos(side, y))
	s.host.Resize(fyne.NewSize(wide, size.Height-y))
	if s.page != nil {
		s.page.Move(fyne.Position{})
		s.page.Resize(s.host.Size())
	}
	s.toast.place(fyne.NewPos(side, 0), fyne.NewSize(wide, size.Height))
}
