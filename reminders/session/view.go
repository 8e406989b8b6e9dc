package session

import (
	"sort"
	"time"
)

// View is what there is to draw at an instant.
type View struct {
	Status Status
	Phase  Phase // the zero Phase when the plan is through

	Exercise *Item // of Phase.Item, never nil; read it only
	Next     *Item // the one after it, nil at the last
	Items    int   // exercises in the plan

	Elapsed   time.Duration // of the phase
	Remaining time.Duration // of the phase
	Total     time.Duration // the plan as it is played now
	Left      time.Duration // of it, if it goes on without a stop
	Progress  float64       // of the plan, 0 to 1
	Part      float64       // of the exercise with the rest before it, 0 to 1
	Side      time.Duration // all repetitions on this side, 0 outside an exercise
	SideLeft  time.Duration // of them

	Step        int     // of Exercise.Steps, -1 if there are none
	Instruction string  // that step
	Pose        float64 // 0 start, 1 end, in a circle on to 2
	Mirrored    bool    // the figure shows the other side
	Lungs       float64 // 0 breathed out, 1 breathed in
	Breath      Breath  // where to breathe, if it is told
	Tension     float64 // 0 let go, 1 tensed

	Stopped time.Duration // how long it waits: Paused, Away or Interrupted
}

// Seconds is what a countdown shows of the phase: begun seconds count.
func (v View) Seconds() int { return int((v.Remaining + time.Second - 1) / time.Second) }

// At is what there is to draw at now. It only looks: cues, and what follows
// from a gap, come from Step. The zero State has a zero View, with a nil
// Exercise.
func (s State) At(now time.Time) View {
	if len(s.phases) == 0 {
		return View{}
	}
	now = within(now)
	s = s.clone()
	s.quiet = true
	s.pass(now)

	at := s.Last
	p, ok := s.phase()
	item := len(s.Plan.Items) - 1
	if ok {
		item = p.Item
	}
	v := View{
		Status: s.Status, Phase: p, Exercise: &s.Plan.Items[item], Items: len(s.Plan.Items),
		Elapsed: s.elapsed(at), Total: s.length(), Left: s.length() - s.position(at),
		Progress: share(s.position(at), s.length()), Step: -1, Mirrored: p.Side == Second,
	}
	v.Remaining = p.Length - v.Elapsed
	if item+1 < v.Items {
		v.Next = &s.Plan.Items[item+1]
	}
	first, last := s.starts[s.firstOf(item)], s.starts[s.firstOf(item+1)]
	v.Part = share(s.position(at)-first, last-first)
	if ok && p.Exercising() {
		from, to := s.sideOf(s.Phase)
		v.Side, v.SideLeft = s.starts[to]-s.starts[from], s.starts[to]-s.position(at)
	}
	if ok {
		v.Pose, v.Lungs, v.Breath = p.Pose(v.Elapsed), p.Lungs(v.Elapsed), p.Breath(v.Elapsed)
		v.Tension = p.Tension(v.Elapsed)
		if n := p.Step(v.Elapsed); n < len(v.Exercise.Steps) {
			v.Step, v.Instruction = n, v.Exercise.Steps[n]
		}
	}
	if s.stopped() {
		v.Stopped = max(0, now.Sub(s.Since))
	}
	return v
}

// sideOf are the first phase of the side of an exercise that a phase is in, and
// the one after its last.
func (s *State) sideOf(phase int) (from, to int) {
	from, to = phase, phase+1
	same := func(n int) bool {
		p, q := s.phases[phase], s.phases[n]
		return q.Exercising() && q.Item == p.Item && q.Side == p.Side
	}
	for from > 0 && same(from-1) {
		from--
	}
	for to < len(s.phases) && same(to) {
		to++
	}
	return from, to
}

// firstOf is the first phase of an item, or the end of all.
func (s *State) firstOf(item int) int {
	return sort.Search(len(s.phases), func(n int) bool { return s.phases[n].Item >= item })
}

func share(part, all time.Duration) float64 {
	if all <= 0 {
		return 0
	}
	return min(1, max(0, float64(part)/float64(all)))
}
