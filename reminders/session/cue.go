package session

import "time"

// Cue is something to be heard or said at an instant. It is given once, and
// never when it is later than Fresh.
type Cue struct {
	Kind CueKind
	At   time.Time // when it belongs
	Item int       // of Plan.Items
	Side Side
	Rep  int    // from 1; 0 where nothing is repeated
	Of   int    // repetitions on this side
	Left int    // of CueCount: seconds until the phase ends, 3 to 1
	Text string // the library's words, if it has some: a name or an instruction
}

// CueKind says what a cue means.
type CueKind string

// The kinds of cue.
const (
	CueReady  CueKind = "ready"       // the countdown begins; Text names the first exercise
	CueStart  CueKind = "start"       // an exercise begins; Text names it
	CueSide   CueKind = "side"        // now the other side
	CueRepeat CueKind = "repeat"      // a second or later repetition begins
	CueHold   CueKind = "hold"        // stay there
	CueHalf   CueKind = "half-way"    // half of a long hold is over
	CueCount  CueKind = "count"       // the last seconds: of a hold, a rest, the countdown
	CueBack   CueKind = "back"        // come back
	CueRest   CueKind = "rest"        // a rest begins; Text names the next exercise
	CueStep   CueKind = "step"        // Text is an instruction that is shown from now on
	CueIn     CueKind = "breathe-in"  // told only where the library does
	CueOut    CueKind = "breathe-out" // the same
	CueTense  CueKind = "tense"       // tighten; Text names what is tensed
	CueLetGo  CueKind = "let-go"      // let go of it
	CueEasier CueKind = "easier"      // Text says how
	CueHarder CueKind = "harder"      // Text says how
	CueEnd    CueKind = "end"         // the plan is through
)

// lastSeconds is from how many seconds the end of a phase is counted down.
const lastSeconds = 3

// The shortest phases with a cue of their middle and of their end, and the
// shortest that tells how to breathe. They are ours: a voice must keep up.
const (
	halfFrom   = 10 * time.Second
	countFrom  = 5 * time.Second
	breathFrom = 1200 * time.Millisecond
)

// timed is a cue and how long after the beginning of its phase it comes.
type timed struct {
	from time.Duration
	Cue
}

// cues are those of the nth phase in their order.
func (s *State) cues(n int) []timed {
	p := s.phases[n]
	item := &s.Plan.Items[p.Item]
	var out []timed
	add := func(from time.Duration, kind CueKind, text string) {
		out = append(out, timed{from, Cue{Kind: kind, Item: p.Item, Side: p.Side, Rep: p.Rep, Of: p.Of, Text: text}})
	}
	if kind, text := s.opening(n); kind != "" {
		add(0, kind, text)
	}
	if p.Side != Second || len(item.Sets) == 1 { // on the other side they are the same
		for _, show := range p.Shows {
			add(show.From, CueStep, item.Steps[show.Step])
		}
	}
	if p.breath == slow {
		for half := range p.breaths {
			kind := CueIn
			if p.full == (half%2 == 0) {
				kind = CueOut
			}
			add(p.Length*time.Duration(half)/time.Duration(p.breaths), kind, "")
		}
	} else if p.breath == In && p.Length >= breathFrom {
		add(0, CueIn, "")
	} else if p.breath == Out && p.Length >= breathFrom {
		add(0, CueOut, "")
	}
	if p.Kind == Hold && p.Length >= halfFrom {
		add(p.Length/2, CueHalf, "")
	}
	if p.Length >= countFrom && p.counted(item.Way) {
		for left := lastSeconds; left > 0; left-- {
			add(p.Length-seconds(left), CueCount, "")
			out[len(out)-1].Left = left
		}
	}
	return out
}

// counted tells whether the last seconds of the phase are counted down. Nobody
// is hurried who relaxes.
func (p Phase) counted(w Way) bool {
	switch p.Kind {
	case Ready, Change, Hold:
		return true
	case Rest:
		return w == Moved
	}
	return false
}

// opening is the cue that a phase begins with.
func (s *State) opening(n int) (CueKind, string) {
	p := s.phases[n]
	name := s.Plan.Items[p.Item].Name
	switch p.Kind {
	case Ready:
		return CueReady, name
	case Rest:
		return CueRest, name
	case Change:
		return CueSide, name
	case Tense:
		return CueTense, name
	case LetGo:
		return CueLetGo, ""
	case Inhale, Exhale:
		return "", "" // the breath is told
	}
	before := Phase{Item: -1}
	if n > 0 {
		before = s.phases[n-1]
	}
	switch {
	case before.Kind == Change:
		return "", "" // told when it began
	case !before.Exercising(), before.Item != p.Item:
		return CueStart, name
	case before.Side != p.Side:
		return CueSide, name
	case before.Rep != p.Rep:
		return CueRepeat, ""
	case p.Kind == Hold:
		return CueHold, ""
	case p.Kind == MoveBack:
		return CueBack, ""
	}
	return "", ""
}
