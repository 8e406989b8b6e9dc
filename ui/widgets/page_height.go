package widgets

// ContentHeight is the height at which nothing of the page has to scroll, in
// device-independent pixels.
func (p *Page) ContentHeight(width float32) float32 {
	return HeightFor(p.content, p.fit.column(width))
}
