package relax

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/session"
)

// Wish is what somebody wants to do, and how.
type Wish struct {
	Kind      string // Breathing or Muscles
	PerMinute int    // breaths; 0 is as is usual
	Minutes   int    // of breathing; 0 is as is usual
	Choices          // of muscles
}

// String writes the wish in one word, as breathing?minutes=4&pace=6. WishOf
// reads it.
func (w Wish) String() string {
	q := url.Values{}
	number := func(key string, n int) {
		if n > 0 {
			q.Set(key, strconv.Itoa(n))
		}
	}
	switch w.Kind {
	case Breathing:
		number("pace", w.PerMinute)
		number("minutes", w.Minutes)
	case Muscles:
		number("rounds", w.Rounds)
		if w.Half {
			q.Set("half", "1")
		}
		if w.Imagine {
			q.Set("imagine", "1")
		}
		if len(w.Spared) > 0 {
			q.Set("spare", strings.Join(w.Spared, " "))
		}
	}
	if len(q) == 0 {
		return w.Kind
	}
	return w.Kind + "?" + q.Encode()
}

// WishOf reads a wish. What it does not know, or makes no sense, is false.
func WishOf(text string) (Wish, bool) {
	kind, rest, _ := strings.Cut(text, "?")
	q, err := url.ParseQuery(rest)
	if err != nil || kind != Breathing && kind != Muscles {
		return Wish{}, false
	}
	w := Wish{Kind: kind}
	for key, all := range q {
		n, err := strconv.Atoi(all[0])
		switch {
		case len(all) > 1:
			return Wish{}, false
		case kind == Muscles && key == "spare":
			w.Spared = strings.Fields(all[0])
			continue
		case err != nil || n < 1:
			return Wish{}, false
		case kind == Breathing && key == "pace":
			w.PerMinute = n
		case kind == Breathing && key == "minutes":
			w.Minutes = n
		case kind == Muscles && key == "rounds":
			w.Rounds = n
		case kind == Muscles && key == "half":
			w.Half = true
		case kind == Muscles && key == "imagine":
			w.Imagine = true
		default:
			return Wish{}, false
		}
	}
	return w, true
}

// Plan makes the plan of a wish.
func (w Wish) Plan(lib *content.Library) (session.Plan, error) {
	t, err := Therapy(lib, w.Kind)
	if err != nil {
		return session.Plan{}, err
	}
	if w.Kind == Muscles {
		return Tense(t, w.Choices)
	}
	l := LimitsOf(t.Pacer)
	if w.PerMinute == 0 {
		w.PerMinute = l.Usual
	}
	if w.Minutes == 0 {
		w.Minutes = l.Minutes
	}
	return Breathe(t, w.PerMinute, w.Minutes)
}

// Therapy looks a therapy up by its id.
func Therapy(lib *content.Library, id string) (*content.Therapy, error) {
	all, err := lib.Therapies()
	for i := range all {
		if all[i].ID == id {
			return &all[i], nil
		}
	}
	if err != nil {
		return nil, err
	}
	return nil, fmt.Errorf("the library has no therapy %q; hint: choose %s or %s", id, Breathing, Muscles)
}
