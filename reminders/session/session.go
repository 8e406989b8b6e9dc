// Package session guides a person through a routine: move, hold, move back,
// repeat, the other side, rest, the next exercise.
//
// A Plan is a routine with everything a player needs of it. It is laid out in
// phases, one after the other, each with its length. A State is where somebody
// stands in a plan; Step takes it further and gives the cues of that time, At
// says what there is to draw, Result what was done. Nothing here reads a clock:
// time comes in as an argument, and a phase ends at an instant, not after so
// many ticks, so that a player that stutters or a machine that sleeps cannot
// make a session slower, or freeze it.
//
// Words are the library's (names, instructions, how it is easier). What else a
// player says, such as "other side" or "hold", is for the player to put into
// words, in the person's language: cues and phases are data.
package session

import "time"

const (
	// GetReady is how long a session usually counts down before the first
	// exercise. The length is ours.
	GetReady = 5 * time.Second

	// Unseen is how long a running session may go without a step. After a
	// longer gap nobody can have seen it: the machine slept, or the player
	// was gone. So does an interruption that was announced and lasted longer.
	Unseen = 10 * time.Second

	// Beat is how far apart the steps of a running session are at most.
	Beat = time.Second

	// Fresh is how late a cue is still of use.
	Fresh = 1500 * time.Millisecond

	// KeepFor is how long a session waits for somebody who does not come
	// back. Then it ends, as of when it stopped.
	KeepFor = time.Hour
)
