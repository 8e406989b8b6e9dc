package widgets

import "fyne.io/fyne/v2"

// BeginAt scrolls so that an object of the page stands at the top, as far as
// what follows it is high enough.
func (p *Page) BeginAt(o fyne.CanvasObject) {
	const room = 16
	p.scrollTo(p.top(o) - Px(room))
}

// BringIn scrolls as little as it takes to show an object of the page as a
// whole, or, if it is higher than the page, its beginning.
func (p *Page) BringIn(o fyne.CanvasObject) {
	const room = 24
	from := p.top(o) - Px(room)
	to := from + o.Size().Height + Px(2*room)
	view := p.scroll.Size().Height
	switch at := p.scroll.Offset.Y; {
	case from < at || to-from > view:
		p.scrollTo(from)
	case to > at+view:
		p.scrollTo(to - view)
	}
}

// Down is how far the page is scrolled down, in pixels of the window.
func (p *Page) Down() float32 { return p.scroll.Offset.Y }

// ScrollDown scrolls to where Down once was, as far as the page is as high
// still.
func (p *Page) ScrollDown(y float32) { p.scrollTo(y) }

// Hold makes a change on the page and keeps an object of it where it is on the
// screen, though what stands above it may have become higher or lower.
func (p *Page) Hold(o fyne.CanvasObject, change func()) {
	before := p.top(o) - p.scroll.Offset.Y
	change()
	p.scrollTo(p.top(o) - before)
}

func (p *Page) scrollTo(y float32) {
	most := max(p.scroll.Content.Size().Height-p.scroll.Size().Height, 0)
	p.scroll.ScrollToOffset(fyne.NewPos(p.scroll.Offset.X, min(max(y, 0), most)))
}

// top is how far below the beginning of the page an object stands. The window
// knows only the place of what it has drawn once, so what was just made is
// looked for from the page down.
func (p *Page) top(o fyne.CanvasObject) float32 {
	if y, ok := below(p.content, o); ok {
		return y
	}
	drv := fyne.CurrentApp().Driver()
	return p.scroll.Offset.Y + drv.AbsolutePositionForObject(o).Y - drv.AbsolutePositionForObject(p.scroll).Y
}

// below is how far an object stands below the top of what holds box.
func below(box, o fyne.CanvasObject) (float32, bool) {
	if box == o {
		return box.Position().Y, true
	}
	var inside []fyne.CanvasObject
	switch b := box.(type) {
	case *fyne.Container:
		inside = b.Objects
	case *Card:
		inside = []fyne.CanvasObject{b.Content}
	case *EdgeCard:
		inside = []fyne.CanvasObject{b.Content}
	}
	for _, i := range inside {
		if y, ok := below(i, o); ok {
			return box.Position().Y + y, true
		}
	}
	return 0, false
}
