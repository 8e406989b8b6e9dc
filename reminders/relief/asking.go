package relief

import (
	"slices"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

// settle does what the time has come for.
func (s *State) settle(out *[]Effect) {
	for _, x := range slices.Clone(s.Sessions) {
		p := s.find(x.ID)
		switch {
		case p.Phase == Paused && p.Off >= MostPaused:
			s.end(p.ID, diary.SkinNotTold, out)
		case p.Phase == Over && p.Ask == AskEnd && p.Asked >= RemindFor:
			s.leave(p.ID, diary.SkinNotTold, out) // what is on screen stays there
		case p.Phase == Over:
			p.ask(AskEnd, endEvery, out)
		case p.Phase == Running:
			if n := p.due(); n > p.Looked {
				p.Looked = n
				p.answer(out)
				p.ask(AskCheck, checkEvery, out)
			} else if p.Ask == AskCheck {
				p.ask(AskCheck, checkEvery, out)
			}
		}
	}
}

// due is how many looks at the skin the time has come for.
func (s *Session) due() (n int) {
	for _, c := range s.Limits.Checks {
		if c < s.Length && s.Used >= c {
			n++
		}
	}
	return n
}

// ask shows something, or shows it again after a while.
func (s *Session) ask(a Ask, every time.Duration, out *[]Effect) {
	if s.Ask != a {
		s.answer(out)
		s.Ask = a
	} else if s.Asked < time.Duration(s.Shown)*every {
		return
	}
	s.Shown = int(s.Asked/every) + 1
	*out = append(*out, Effect{Verb: Show, Ask: a, Session: *s})
}
