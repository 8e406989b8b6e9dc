package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Page is a screen's content in the width it is given, scrolled up and down
// where it is higher than the window.
type Page struct {
	widget.BaseWidget
	MaxWidth float32 // in pixels of the design; a wider page is centred. 0 means any
	content  fyne.CanvasObject
	fit      *pageFit
	scroll   *container.Scroll
}

// NewPage makes a page.
func NewPage(content fyne.CanvasObject) *Page {
	p := &Page{content: content}
	p.fit = &pageFit{page: p}
	p.scroll = container.NewVScroll(&fyne.Container{Layout: p.fit, Objects: []fyne.CanvasObject{content}})
	p.ExtendBaseWidget(p)
	return p
}

// Reflow lays the page out again after something in it changed its height.
func (p *Page) Reflow() {
	if p.fit.width > 0 {
		p.scroll.Content.Refresh()
		p.scroll.Refresh()
	}
}

// Top scrolls to the beginning.
func (p *Page) Top() { p.scroll.ScrollToTop() }

// Reveal scrolls an object of the page into view.
func (p *Page) Reveal(o fyne.CanvasObject) {
	drv := fyne.CurrentApp().Driver()
	in, page := drv.AbsolutePositionForObject(o), drv.AbsolutePositionForObject(p.scroll)
	const room = 24
	top := in.Y - page.Y - Px(room)
	bottom := in.Y - page.Y + o.Size().Height + Px(room)
	off := p.scroll.Offset
	most := max(p.scroll.Content.Size().Height-p.scroll.Size().Height, 0)
	switch {
	case top < 0:
		off.Y = max(off.Y+top, 0)
	case bottom > p.scroll.Size().Height:
		off.Y = min(off.Y+bottom-p.scroll.Size().Height, most)
	default:
		return
	}
	p.scroll.ScrollToOffset(off)
}

// Scrolled scrolls the page.
func (p *Page) Scrolled(e *fyne.ScrollEvent) { p.scroll.Scrolled(e) }

// CreateRenderer lays the page out.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	d := &draw{objects: []fyne.CanvasObject{p.scroll}}
	d.place = func(s fyne.Size) {
		p.fit.width = s.Width
		if p.scroll.Size() == s {
			p.scroll.Refresh()
			return
		}
		p.scroll.Resize(s)
	}
	d.min = func() fyne.Size { return fyne.NewSquareSize(32) }
	return d
}

// pageFit gives the content the page's width and the height that asks for.
type pageFit struct {
	page  *Page
	width float32
}

// column is the content's width on a page that wide.
func (f *pageFit) column(width float32) float32 {
	if most := Px(f.page.MaxWidth); most > 0 {
		return min(width, most)
	}
	return width
}

func (f *pageFit) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, o := range objects {
		h = max(h, HeightFor(o, f.column(f.width)))
	}
	return fyne.NewSize(0, h)
}

func (f *pageFit) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := f.column(size.Width)
	for _, o := range objects {
		put(o, (size.Width-w)/2, 0, w, max(HeightFor(o, w), size.Height))
	}
}
