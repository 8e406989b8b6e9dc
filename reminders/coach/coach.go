// Package coach says in the person's language what happens in a guided session,
// to be read, heard or printed: the window's player and the terminal say the
// same.
package coach

import (
	"strconv"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/session"
)

// Say is what a voice says at a cue; empty where a sound is enough. Important
// is what may cut off what is being said: it tells what to do now.
func Say(c session.Cue) (text string, important bool) {
	switch c.Kind {
	case session.CueReady:
		return catalog.L("Get ready: {{.Exercise}}.", catalog.D{"Exercise": c.Text}), true
	case session.CueStart:
		return catalog.L("{{.Exercise}}.", catalog.D{"Exercise": c.Text}), true
	case session.CueSide:
		return catalog.L("Now the other side."), true
	case session.CueHold:
		return catalog.L("Hold."), true
	case session.CueHalf:
		return catalog.L("Half way."), false
	case session.CueBack:
		return catalog.L("And come back."), true
	case session.CueRepeat:
		if c.Rep == c.Of {
			return catalog.L("Once more, the last time."), false
		}
		return catalog.L("Again."), false
	case session.CueRest:
		return catalog.L("Rest. Next: {{.Exercise}}.", catalog.D{"Exercise": c.Text}), true
	case session.CueStep:
		return c.Text, false
	case session.CueIn:
		return catalog.L("Breathe in."), false
	case session.CueOut:
		return catalog.L("Breathe out."), false
	case session.CueTense:
		if c.Rep > 1 {
			return catalog.L("Once more: tense."), true
		}
		return catalog.L("Tense now."), true
	case session.CueLetGo:
		return catalog.L("Let go."), true
	case session.CueEasier, session.CueHarder:
		if c.Text != "" {
			return c.Text, true
		}
		if c.Kind == session.CueEasier {
			return catalog.L("Easier from here."), true
		}
		return catalog.L("Harder from here."), true
	case session.CueEnd:
		return catalog.L("Done. Well done."), true
	}
	return "", false
}

// Doing is what is done in a phase, in a word or two.
func Doing(k session.Kind) string {
	switch k {
	case session.Ready:
		return catalog.L("get ready")
	case session.Rest:
		return catalog.L("rest")
	case session.Change:
		return catalog.L("change sides")
	case session.MoveOut:
		return catalog.L("move")
	case session.Hold:
		return catalog.L("hold")
	case session.MoveBack:
		return catalog.L("come back")
	case session.Tense:
		return catalog.L("tense")
	case session.LetGo:
		return catalog.L("let go")
	case session.Inhale:
		return catalog.L("in")
	case session.Exhale:
		return catalog.L("out")
	}
	return ""
}

// Breathing is where to breathe now; empty where nothing is told.
func Breathing(b session.Breath) string {
	switch b {
	case session.In:
		return catalog.L("Breathe in")
	case session.Out:
		return catalog.L("Breathe out")
	}
	return ""
}

// Repeat is "Repeat 2 of 3"; empty where nothing is repeated.
func Repeat(p session.Phase) string {
	if p.Rep == 0 || p.Of < 2 {
		return ""
	}
	return catalog.L("Repeat {{.Number}} of {{.All}}", catalog.D{"Number": p.Rep, "All": p.Of})
}

// SideOf is which side of an exercise is done; empty where both are at once.
func SideOf(i session.Item, s session.Side) string {
	switch {
	case s == session.Whole:
		return ""
	case (s == session.First) == i.RightFirst:
		return catalog.L("Right side")
	}
	return catalog.L("Left side")
}

// Stop is what holds in every exercise.
func Stop() string {
	return catalog.L("Stop if you feel sharp pain, numbness or tingling.")
}

// InPlaceOf says that an exercise is done instead of another.
func InPlaceOf(name string) string {
	return catalog.L("In place of {{.Name}}, which is held back for you", catalog.D{"Name": name})
}

// Need is what has to be at hand, by its word in the library.
func Need(what string) string {
	switch what {
	case "chair":
		return catalog.L("a chair")
	case "desk":
		return catalog.L("a desk")
	case "wall":
		return catalog.L("a free wall")
	case "doorway":
		return catalog.L("a doorway")
	case "mat":
		return catalog.L("a mat")
	case "low step":
		return catalog.L("a low step")
	case "pillow":
		return catalog.L("a pillow")
	case "cushion":
		return catalog.L("a cushion")
	case "towel":
		return catalog.L("a towel")
	}
	return what
}

// Length is a length of time as a person says it: 45 s, 3 min, 1 min 36 s. It
// is rounded up to whole seconds.
func Length(d time.Duration) string {
	return catalog.Length((d + time.Second - 1).Truncate(time.Second))
}

// Clock is a countdown: 45, 1:05.
func Clock(seconds int) string {
	if seconds < 100 {
		return strconv.Itoa(max(0, seconds))
	}
	s := strconv.Itoa(seconds % 60)
	if len(s) < 2 {
		s = "0" + s
	}
	return strconv.Itoa(seconds/60) + ":" + s
}
