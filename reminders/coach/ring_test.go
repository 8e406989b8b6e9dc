package coach

import (
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/session"
)

// A hold that somebody waits in is rung to its end; a movement in its own
// rhythm is not rung at every turn.
func TestRing(t *testing.T) {
	stretch, movement := session.Item{Hold: 20 * time.Second}, session.Item{Hold: time.Second}
	for kind, want := range map[session.CueKind][2]string{
		session.CueReady: {"start", "start"}, session.CueStart: {"change", "change"}, session.CueSide: {"change", "change"},
		session.CueHold: {"", ""}, session.CueHalf: {"half-way", "half-way"}, session.CueCount: {"tick", "tick"},
		session.CueBack: {"rest", ""}, session.CueRepeat: {"change", ""}, session.CueRest: {"rest", "rest"},
		session.CueStep: {"", ""}, session.CueIn: {"", ""}, session.CueEasier: {"", ""}, session.CueEnd: {"end", "end"},
	} {
		if got := [2]string{Ring(session.Cue{Kind: kind}, stretch), Ring(session.Cue{Kind: kind}, movement)}; got != want {
			t.Errorf("%s rings %q, want %q", kind, got, want)
		}
	}
}
