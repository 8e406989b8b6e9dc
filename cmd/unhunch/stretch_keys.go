package main

import (
	"errors"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/session"
)

// stretchKey is what a key pressed during a stretch asks for.
type stretchKey int

// What keys ask for.
const (
	keyPause stretchKey = iota // or go on
	keyNext
	keyBack
	keyEasier
	keyHarder
	keyEnd
	keyHelp
	keyFaster // breaths
	keySlower
)

// errNoKeyboard means that no keys can be read one by one.
var errNoKeyboard = errors.New("there is no keyboard to read")

const escape = 0x1b

// readKeys tells what the bytes of a terminal ask for. Arrow keys go back and
// on, and make breaths faster and slower; other keys that send several bytes are passed over, as is what means
// nothing.
func readKeys(typed []byte) []stretchKey {
	var out []stretchKey
	for len(typed) > 0 {
		b := typed[0]
		typed = typed[1:]
		if b == escape {
			if len(typed) == 0 {
				return append(out, keyEnd)
			}
			var last byte
			switch last, typed = sequence(typed); last {
			case 'C':
				out = append(out, keyNext)
			case 'D':
				out = append(out, keyBack)
			case 'A':
				out = append(out, keyFaster)
			case 'B':
				out = append(out, keySlower)
			}
			continue
		}
		switch b | 0x20 { // in small letters
		case 'n':
			out = append(out, keyNext)
		case 'b':
			out = append(out, keyBack)
		case 'e':
			out = append(out, keyEasier)
		case 'h':
			out = append(out, keyHarder)
		case 'q':
			out = append(out, keyEnd)
		}
		switch b {
		case ' ', '\r', '\n':
			out = append(out, keyPause)
		case '?':
			out = append(out, keyHelp)
		case '+', '=':
			out = append(out, keyFaster)
		case '-':
			out = append(out, keySlower)
		}
	}
	return out
}

// sequence reads what follows an escape, a whole sequence of it: ESC [ or ESC O
// with what belongs to it, or another key held with Alt. It returns the byte
// that says which of the first kind it is.
func sequence(typed []byte) (last byte, rest []byte) {
	if typed[0] != '[' && typed[0] != 'O' {
		return 0, typed[1:]
	}
	for n, b := range typed[1:] {
		if b >= 0x40 && b <= 0x7e {
			return b, typed[n+2:]
		}
	}
	return 0, nil
}

// event is what a key means to the session as it stands; nil for none.
func (k stretchKey) event(s session.Status) session.Event {
	switch k {
	case keyPause:
		if s == session.Running {
			return session.Pause{}
		}
		return session.Resume{}
	case keyNext:
		return session.Skip{}
	case keyBack:
		return session.Back{}
	case keyEasier:
		return session.Easier{}
	case keyHarder:
		return session.Harder{}
	case keyEnd:
		return session.End{}
	}
	return nil
}

// keysHelp says which keys there are.
func keysHelp(p session.Plan) string {
	switch {
	case p.Relaxes == "":
	case p.Items[0].Way == session.Breathed:
		return catalog.L("Keys: Space pauses and goes on, + and - change the pace, q ends early, ? shows this.")
	default:
		return catalog.L("Keys: Space pauses and goes on, n next, b back, q ends early, ? shows this.")
	}
	return catalog.L("Keys: Space pauses and goes on, n next, b back, e easier, h harder, q ends early, ? shows this.")
}
