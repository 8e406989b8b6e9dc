package relief

import (
	"slices"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

// Step tells of an event, and returns the state after it, what to do, and the
// instant to step again at the latest: zero if nothing is to come. An event of a
// session there is not does nothing.
func (s State) Step(at Clock, ev Event) (State, []Effect, time.Time) {
	s = s.clone()
	var out []Effect
	s.pass(at)
	s.happen(at, ev, &out)
	s.settle(&out)
	return s, out, s.wake(at)
}

// pass lets time go by.
func (s *State) pass(at Clock) {
	gone := s.passed(at)
	s.Wall, s.Boot, s.Up = at.Wall.Round(0), at.Boot, at.Up
	for i := range s.Sessions {
		s.Sessions[i].pass(gone)
	}
	today := day(at.Wall)
	s.Recent = slices.DeleteFunc(s.Recent, func(u Use) bool { return u.Since+gone > memory && u.Rested+gone > u.Gap && u.Day != today })
	for i := range s.Recent {
		s.Recent[i].Since += gone
		s.Recent[i].Rested += gone
	}
}

func (s *Session) pass(gone time.Duration) {
	// What was read from a file may be anything, and still ends.
	s.Length = min(s.Length, s.Limits.HardStop)
	s.Used, s.Off, s.Asked = max(0, s.Used), max(0, s.Off), max(0, s.Asked)
	if s.Ask != AskNothing {
		s.Asked += gone
	}
	switch s.Phase {
	case Paused:
		s.Off += gone
	case Over:
		s.Since += gone
	default:
		s.Used += gone
		if s.Used >= s.Length {
			s.Since, s.Used = s.Used-s.Length, s.Length
			s.Phase = Over
		}
	}
}

// happen does what the event says.
func (s *State) happen(at Clock, ev Event, out *[]Effect) {
	switch e := ev.(type) {
	case Begin:
		s.settle(out) // what is over by now holds nothing back
		s.begin(at, e)
	case Pause:
		if x := s.find(e.ID); x != nil && x.Phase == Running {
			x.Phase = Paused
			x.answer(out) // the pack is off: nothing to look under
		}
	case Resume:
		if x := s.find(e.ID); x != nil && x.Phase == Paused && x.Off < MostPaused {
			x.Phase = Running
		}
	case Stop:
		if x := s.find(e.ID); x != nil {
			s.end(e.ID, e.Skin, out)
		}
	case Checked:
		s.checked(e, out)
	case Later:
		if x := s.find(e.ID); x != nil && x.Ask != AskNothing {
			*out = append(*out, Effect{Verb: Close, Ask: x.Ask, Session: *x})
		}
	}
}

func (s *State) find(id string) *Session {
	if i := s.index(id); i >= 0 {
		return &s.Sessions[i]
	}
	return nil
}

func (s *State) begin(at Clock, e Begin) {
	known := s.find(e.ID) != nil || slices.ContainsFunc(s.Recent, func(u Use) bool { return u.ID == e.ID })
	if e.ID == "" || known || s.check(at.Wall, e.Want) != nil {
		return
	}
	t, limits := e.Want.Timer, LimitsOf(e.Want.Timer, e.Want.MaxMin)
	length := e.Want.Length
	if length == 0 {
		length = limits.Default
	}
	s.Sessions = append(s.Sessions, Session{
		ID: e.ID, Kind: t.Modality, Timer: t.ID, Name: t.Name, Region: e.Want.Region, Started: at.Wall.Round(0),
		Length: length, Limits: limits, Before: e.Want.Before, Phase: Running,
	})
}

func (s *State) checked(e Checked, out *[]Effect) {
	skin := diary.SkinBad
	if e.Fine {
		skin = diary.SkinFine
	}
	if x := s.find(e.ID); x != nil {
		switch {
		case !e.Fine, x.Ask == AskEnd && e.Ask != AskCheck:
			s.end(e.ID, skin, out)
		case x.Ask == AskCheck:
			x.answer(out) // though it may be over since a moment ago
		}
		return
	}
	for i := range s.Recent {
		if s.Recent[i].ID == e.ID && s.Recent[i].Skin != skin {
			s.Recent[i].Skin = skin
			*out = append(*out, Effect{Verb: Told, Record: diary.Relief{ID: e.ID, Skin: skin}})
		}
	}
}

// answer takes what is asked off the screen.
func (s *Session) answer(out *[]Effect) {
	if s.Ask != AskNothing {
		*out = append(*out, Effect{Verb: Close, Ask: s.Ask, Session: *s})
		s.Ask, s.Asked, s.Shown = AskNothing, 0, 0
	}
}

// end takes a session off, and what it asks off the screen.
func (s *State) end(id string, skin diary.Skin, out *[]Effect) {
	s.find(id).answer(out)
	s.leave(id, skin, out)
}

// leave keeps a session as a record and as what the next is measured by. The
// place rests from now on: before, nobody said that the pack was off.
func (s *State) leave(id string, skin diary.Skin, out *[]Effect) {
	i := s.index(id)
	x := s.Sessions[i]
	s.Sessions = slices.Delete(s.Sessions, i, i+1)
	s.Recent = append(s.Recent, Use{
		ID: x.ID, Kind: x.Kind, Timer: x.Timer, Region: x.Region, Day: day(x.Started.In(s.Wall.Location())),
		Since: x.Used + x.Off + x.Since, Worn: x.Used + x.Since, Gap: x.Limits.Gap, Skin: skin,
	})
	outcome := diary.ReliefStopped
	switch x.Phase {
	case Over:
		outcome = diary.ReliefOver
	case Paused:
		if x.Off >= MostPaused {
			outcome = diary.ReliefLapsed
		}
	}
	*out = append(*out, Effect{Verb: Log, Record: diary.Relief{
		ID: x.ID, Kind: string(x.Kind), Timer: x.Timer, Region: x.Region, Start: x.Started, End: x.Started.Add(x.Used + min(x.Off, MostPaused)),
		Length: x.Length, Used: x.Used, Outcome: outcome, Skin: skin, Before: x.Before,
	}})
}

// wake is when to step again.
func (s *State) wake(at Clock) time.Time {
	var in time.Duration
	first := true
	sooner := func(d time.Duration) {
		if first || d < in {
			in, first = d, false
		}
	}
	for _, x := range s.Sessions {
		switch x.Phase {
		case Paused:
			sooner(MostPaused - x.Off)
		case Over:
			sooner(min(time.Duration(x.Shown)*endEvery, RemindFor) - x.Asked)
		default:
			sooner(x.Left())
			if c := x.NextCheck(); c > 0 {
				sooner(c - x.Used)
			}
			if x.Ask == AskCheck {
				sooner(time.Duration(x.Shown)*checkEvery - x.Asked)
			}
		}
	}
	if first {
		return time.Time{}
	}
	return at.Wall.Add(max(in, 0))
}

// day is the date of an instant in its zone.
func day(t time.Time) string { return t.Format(time.DateOnly) }
