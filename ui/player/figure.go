package player

import (
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/figure"
	"github.com/unhunch/unhunch/reminders/session"
	"github.com/unhunch/unhunch/ui/widgets"
)

// model is the figure of a session, or the photo of an exercise that has no
// pose.
type model struct {
	p     *Player
	view  *widgets.FigureView
	photo fyne.CanvasObject
	orb   *widgets.Pacer // in the place of a figure; nil where there is one
	shows string         // the exercise
}

const (
	// frame is how far apart the pictures of a movement are; calm is the same
	// of breathing, which is slow and small.
	frame = time.Second / 30
	calm  = time.Second / 8
)

func newModel(p *Player) *model {
	m := &model{p: p}
	m.view = widgets.NewFigureView(nothing, figure.Pace{})
	m.view.Now = p.o.Now
	m.view.Ground, m.view.Corner = widgets.ColorSurface, 0
	m.view.Follow(m.at)
	return m
}

func nothing(bool) (*figure.Figure, error) { return nil, nil }

// set shows what is being done now.
func (m *model) set(v session.View) {
	if v.Exercise.Way == session.Tensed {
		if m.orb == nil {
			m.orb = newOrb(m.p)
		}
		say(m.orb, v)
		m.orb.Look()
		return
	}
	m.orb = nil
	if id := v.Exercise.Exercise; id != m.shows {
		m.shows = id
		m.change(id)
	}
	m.view.Mirror(v.Mirrored)
	m.view.Look()
}

// change shows another exercise.
func (m *model) change(id string) {
	e := m.p.o.Exercise(id)
	m.photo = nil
	m.view.Alt = ""
	if e != nil {
		m.view.Alt = e.Name
	}
	switch {
	case e == nil:
		m.view.Change(nothing)
	case e.Pose != nil:
		m.view.Change(e.Figure)
	default:
		m.view.Change(nothing)
		if m.p.o.Photo != nil {
			m.photo = m.p.o.Photo(e)
		}
	}
}

// object is what to show.
func (m *model) object() fyne.CanvasObject {
	switch {
	case m.orb != nil:
		return m.orb
	case m.photo != nil:
		return m.photo
	}
	return m.view
}

// at is where the figure is, and how long it stays there.
func (m *model) at(now time.Time) (figure.Moment, time.Duration) {
	s := m.p.state
	v := s.At(now)
	if v.Exercise == nil {
		return figure.Moment{}, 0
	}
	if m.p.calm() {
		if v.Phase.Exercising() {
			return figure.Moment{Way: 1}, 0
		}
		return figure.Moment{}, 0
	}
	at := figure.Moment{Way: v.Pose, Breath: v.Lungs}
	switch {
	case v.Status != session.Running || m.p.gone:
		return at, 0
	case v.Phase.Kind == session.MoveOut || v.Phase.Kind == session.MoveBack:
		return at, frame
	}
	return at, calm
}

// rest lets nothing move any more.
func (m *model) rest() {
	m.view.Look()
	if m.orb != nil {
		m.orb.Look()
	}
}

// parts names what an exercise works, as "Neck · shoulders".
func parts(e *content.Exercise, name func(content.Region) string) string {
	text := ""
	for i, r := range e.Regions {
		if i == 3 {
			break
		}
		if i > 0 {
			text += " · "
		}
		text += name(r)
	}
	return text
}
