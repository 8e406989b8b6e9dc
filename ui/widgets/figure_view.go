package widgets

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"github.com/unhunch/unhunch/content/figure"
	"github.com/unhunch/unhunch/ui/painting"
)

// FigureView shows a figure: still, or moving through its exercise over and
// over. It is made ready when it is first drawn, and moves only while somebody
// could see it: a frame that was asked for and not drawn means that nobody
// does.
type FigureView struct {
	widget.BaseWidget
	Alt     string              // what it shows, for a screen reader
	Highest float32             // in pixels of the design; 0 means as high as wide
	Corner  float32             // radius of its corners, in pixels of the design
	Ground  fyne.ThemeColorName // what it stands on; empty means ColorSunk
	Now     func() time.Time    // nil means time.Now
	Calm    func() bool         // whether motion is to be left out; nil means never
	Enough  time.Duration       // how long PlayGently lets it move; 0 means on and on
	OnRest  func()              // that was enough, and it settles

	build    func(mirrored bool) (*figure.Figure, error)
	mirrored bool
	fig      *figure.Figure
	broken   bool // it could not be made

	motion motion
	source func(time.Time) (figure.Moment, time.Duration) // see Follow; nil means motion
	until  time.Time                                      // when it was enough; zero means never
	moment figure.Moment                                  // the one to draw
	tools  *painting.Easel                                // kept while it moves
	raster *canvas.Raster

	frames
}

// NewFigureView makes a still one. build makes the figure, or that for the other
// side.
func NewFigureView(build func(mirrored bool) (*figure.Figure, error), pace figure.Pace) *FigureView {
	v := &FigureView{build: build, motion: newMotion(pace), moment: stillAt, Corner: 9}
	v.raster = canvas.NewRaster(v.draw)
	v.frames = newFrames(v.now, v.step)
	v.ExtendBaseWidget(v)
	return v
}

// Play makes it move.
func (v *FigureView) Play() {
	v.until = time.Time{}
	v.motion.begin(v.now())
	v.wake()
}

// PlayGently makes it move unless motion is to be left out.
func (v *FigureView) PlayGently() {
	if (v.Calm == nil || !v.Calm()) && fyne.CurrentApp().Settings().ShowAnimations() {
		v.Play()
		if v.Enough > 0 {
			v.until = v.now().Add(v.Enough)
		}
	}
}

// Halt makes it stand where it is.
func (v *FigureView) Halt() {
	v.motion.halt(v.now())
	v.step(v.now())
}

// Settle brings it back to where it stands still.
func (v *FigureView) Settle() {
	v.motion.settle(v.now())
	v.wake()
}

// Moving tells whether it moves, or would if it were seen.
func (v *FigureView) Moving() bool { return v.motion.state == moving }

// Mirror shows the figure for the other side, or the first one again.
func (v *FigureView) Mirror(other bool) {
	if v.mirrored != other {
		v.mirrored, v.fig, v.broken = other, nil, false
		v.refresh()
	}
}

// Mirrored tells whether it shows the other side.
func (v *FigureView) Mirrored() bool { return v.mirrored }

func (v *FigureView) now() time.Time {
	if v.Now != nil {
		return v.Now()
	}
	return time.Now()
}

// lively tells whether it is to be drawn over and over.
func (v *FigureView) lively() bool {
	if v.source != nil {
		return v.again > 0
	}
	return v.motion.state != standing
}

// wake begins to tick where there is something to move.
func (v *FigureView) wake() {
	if v.lively() {
		v.run()
	}
}

// step brings the figure to where it is now.
func (v *FigureView) step(now time.Time) {
	if v.source != nil {
		v.follow(now)
		return
	}
	if !v.until.IsZero() && now.After(v.until) && v.motion.state == moving {
		v.motion.settle(now)
		if v.OnRest != nil {
			v.OnRest()
		}
	}
	m, on := v.motion.at(now)
	if m != v.moment {
		v.moment = m
		v.refresh()
	}
	if !on {
		v.sleep()
	}
}

func (v *FigureView) refresh() {
	v.asked = true
	v.raster.Refresh()
}

// ready is the figure; nil if it cannot be made.
func (v *FigureView) ready() *figure.Figure {
	if v.fig == nil && !v.broken {
		f, err := v.build(v.mirrored)
		v.fig, v.broken = f, err != nil
	}
	return v.fig
}

// draw is asked for the picture when it is seen and not drawn as it is now.
func (v *FigureView) draw(w, h int) image.Image {
	v.seen()
	tools := v.tools
	if tools == nil {
		tools = &painting.Easel{}
	}
	ground := v.Ground
	if ground == "" {
		ground = ColorSunk
	}
	img := tools.Blank(w, h, Color(ground))
	if f := v.ready(); f != nil {
		f.Draw(&tools.Scene, v.moment)
		side := min(w, h)
		tools.Paint(image.Pt((w-side)/2, (h-side)/2), side)
	}
	if width := v.raster.Size().Width; width > 0 {
		tools.Round(float64(Px(v.Corner) * float32(w) / width))
	}
	// One that stands still has no use for its tools: there may be many.
	v.tools = nil
	if v.lively() {
		v.tools = tools
		v.wake() // it may have been out of sight
	}
	return img
}

// HeightFor is the width, up to Highest.
func (v *FigureView) HeightFor(width float32) float32 {
	if v.Highest > 0 {
		return min(width, Px(v.Highest))
	}
	return width
}

// AccessibilityLabel is what it shows.
func (v *FigureView) AccessibilityLabel() string { return v.Alt }

// AccessibilityRole says that this is something to take in, not to press.
func (v *FigureView) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer draws the figure.
func (v *FigureView) CreateRenderer() fyne.WidgetRenderer {
	d := &draw{objects: []fyne.CanvasObject{v.raster}}
	d.place = func(s fyne.Size) { put(v.raster, 0, 0, s.Width, s.Height) }
	d.min = func() fyne.Size { return fyne.NewSquareSize(Px(60)) }
	return d
}
