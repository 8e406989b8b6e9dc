package widgets

import (
	"time"

	"github.com/unhunch/unhunch/content/figure"
)

// Follow makes the figure show what source tells instead of moving by itself:
// where it is at an instant, and how long until it is somewhere else. 0 means
// that it stays until Look is called.
func (v *FigureView) Follow(source func(now time.Time) (m figure.Moment, again time.Duration)) {
	v.source = source
	v.Look()
}

// Look asks the source at once: what it tells is another thing now.
func (v *FigureView) Look() {
	if v.source != nil {
		v.follow(v.now())
	}
}

// Change makes it another figure. build makes it, or that for the other side.
func (v *FigureView) Change(build func(mirrored bool) (*figure.Figure, error)) {
	v.build, v.fig, v.broken = build, nil, false
	v.refresh()
}

// follow brings the figure to where its source says.
func (v *FigureView) follow(now time.Time) {
	m, again := v.source(now)
	v.again = again
	if m != v.moment {
		v.moment = m
		v.refresh()
	}
	if again <= 0 {
		v.sleep()
		return
	}
	v.wake()
}
