package settings

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// Act is what a reminder of one's own begins at a press of Start.
type Act string

// The acts; the empty one begins nothing.
const (
	ActRoutine   Act = "routine"
	ActHeat      Act = "heat"
	ActCold      Act = "cold"
	ActBreathing Act = "breathing"
)

// Action is what a reminder of one's own opens.
type Action struct {
	Screen  string        // of the window, by its name there
	Act     Act           // what Start begins on it
	Routine string        // ActRoutine: its id
	Length  time.Duration // heat, cold and breathing: how long is asked for
}

// How long heat, cold and breathing may be asked for. The timer has limits of
// its own, by what is safe, and keeps them whatever is asked for.
const (
	shortestAct = time.Minute
	longestAct  = time.Hour
)

// usualAct is what a length left out means: what the library begins with.
var usualAct = map[Act]time.Duration{ActHeat: 15 * time.Minute, ActCold: 10 * time.Minute, ActBreathing: 4 * time.Minute}

var (
	screens   = []string{"today", "posture", "stretch", "relief", "massage", "journal", "settings"}
	routineID = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,79}$`)
)

// opensHint is what may stand in opens.
func opensHint() string {
	return "write one of " + strings.Join(screens, ", ") + ", or heat:15m, cold:10m, breathing:4m, or routine: and its id"
}

// ParseAction reads what a reminder opens: a screen, heat:15m, cold:10m,
// breathing:4m or routine:desk-reset-3. A space does as well as the colon, and
// of the first three the length may be left out. The error is a Problem.
func ParseAction(text string) (Action, error) {
	refuse := func(reason, hint string) (Action, error) { return Action{}, Problem{Reason: reason, Hint: hint} }
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ':' || r == ' ' || r == '\t' })
	if len(words) == 0 || len(words) > 2 {
		return refuse(fmt.Sprintf("%s is nothing a reminder can open", quoted(text)), opensHint())
	}
	if slices.Contains(screens, words[0]) {
		switch {
		case len(words) == 1:
			return Action{Screen: words[0]}, nil
		case words[0] == "stretch": // stretch low-back-10 means that routine
			words[0] = string(ActRoutine)
		default:
			return refuse(fmt.Sprintf("%s takes nothing after it", words[0]), opensHint())
		}
	}
	act := Act(words[0])
	usual, timed := usualAct[act]
	switch {
	case act == ActRoutine && len(words) == 2 && routineID.MatchString(words[1]):
		return Action{Screen: "stretch", Act: act, Routine: words[1]}, nil
	case act == ActRoutine:
		return refuse("the routine's id is missing, or is none", "write routine:desk-reset-3; unhunch routine list names them")
	case !timed:
		return refuse(fmt.Sprintf("%s is nothing a reminder can open", quoted(text)), opensHint())
	case len(words) == 2:
		var err error
		if usual, err = reminders.ParseDuration(words[1]); err != nil {
			return refuse(bare(err).Error(), fmt.Sprintf("write it as %s:%s", act, reminders.FormatDuration(usualAct[act])))
		}
	}
	if usual < shortestAct || usual > longestAct {
		return refuse(fmt.Sprintf("%s is not between 1 minute and 1 hour", words[1]), fmt.Sprintf("write it as %s:%s", act, reminders.FormatDuration(usualAct[act])))
	}
	screen := "relief"
	if act == ActBreathing {
		screen = "stretch"
	}
	return Action{Screen: screen, Act: act, Length: usual}, nil
}

// String writes it so that ParseAction reads it back.
func (a Action) String() string {
	switch a.Act {
	case "":
		return a.Screen
	case ActRoutine:
		return string(a.Act) + ":" + a.Routine
	}
	return string(a.Act) + ":" + reminders.FormatDuration(a.Length)
}

// startPart is what begins the part of a screen where something is started.
const startPart = "start:"

// Part is the part of the Relief screen that starts heat or cold, as
// start:heat:15m; empty for everything else.
func (a Action) Part() string {
	if a.Act == ActHeat || a.Act == ActCold {
		return startPart + a.String()
	}
	return ""
}

// Plays is what the player plays for it, as routine:desk-reset-3 or
// breathing:4m; empty where that is nothing.
func (a Action) Plays() string {
	if a.Act == ActRoutine || a.Act == ActBreathing {
		return a.String()
	}
	return ""
}

// Action is what the reminder opens; the Today screen where that is not known.
func (o Own) Action() Action {
	a, err := ParseAction(o.Opens)
	if err != nil {
		return Action{Screen: defaultOpen}
	}
	return a
}
