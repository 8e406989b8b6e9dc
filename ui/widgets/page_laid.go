package widgets

// Laid tells whether the page has its place in the window yet.
func (p *Page) Laid() bool { return p.fit.width > 0 }
