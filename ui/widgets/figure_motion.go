package widgets

import (
	"math"
	"time"

	"github.com/unhunch/unhunch/content/figure"
)

// motion says where in its movement a figure is at an instant. It stands still
// half way, which shows what the movement is for, and begins and ends there.
type motion struct {
	pace  figure.Pace
	state motionState
	since time.Time     // when it began to move, or to settle
	from  float64       // seconds into a repetition, then
	held  figure.Moment // where it was, then
}

type motionState int

const (
	standing motionState = iota
	moving
	settling
)

// settleTime is how long a figure takes back to where it stands still.
const settleTime = 300 * time.Millisecond

func newMotion(p figure.Pace) motion { return motion{pace: p, from: p.MoveS / 2, held: stillAt} }

// stillAt is the moment that tells most of a movement.
var stillAt = figure.Moment{Way: 1}

// begin makes it move on from where it is.
func (m *motion) begin(now time.Time) {
	if m.state == moving || m.pace.Length() <= 0 {
		return
	}
	if m.state == settling {
		m.from = m.pace.MoveS / 2
	}
	m.state, m.since = moving, now
}

// halt makes it stand where it is.
func (m *motion) halt(now time.Time) {
	if m.state == standing {
		return
	}
	m.held, _ = m.at(now)
	if m.state == moving {
		m.from = m.seconds(now)
	}
	m.state = standing
}

// settle brings it back to where it stands still.
func (m *motion) settle(now time.Time) {
	if m.state != moving {
		return
	}
	m.held, _ = m.at(now)
	m.state, m.since, m.from = settling, now, m.pace.MoveS/2
}

// seconds is how far into a repetition a moving figure is.
func (m *motion) seconds(now time.Time) float64 {
	s := math.Mod(m.from+now.Sub(m.since).Seconds(), m.pace.Length())
	if s < 0 { // the clock was put back
		s += m.pace.Length()
	}
	return s
}

// at is where it is, and whether it goes on from there by itself.
func (m *motion) at(now time.Time) (figure.Moment, bool) {
	switch m.state {
	case moving:
		return m.pace.At(m.seconds(now)), true
	case settling:
		part := float64(now.Sub(m.since)) / float64(settleTime)
		if part >= 0 && part < 1 {
			return figure.Moment{
				Way:    m.held.Way + (stillAt.Way-m.held.Way)*part,
				Breath: m.held.Breath * (1 - part),
			}, true
		}
		m.state, m.held = standing, stillAt
	}
	return m.held, false
}
