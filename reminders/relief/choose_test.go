package relief_test

import (
	"strings"
	"testing"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/relief"
)

func TestChoose(t *testing.T) {
	h, err := content.BuiltIn().HeatCold()
	if err != nil {
		t.Fatal(err)
	}
	reached := map[string]bool{}
	for _, c := range []struct {
		in   relief.Situation
		may  string // what this person may use
		id   string
		try  content.Suggestion
		held string
	}{
		{relief.Situation{Fresh: relief.Knock}, "heat cold", "fresh-knock", "cold", ""},
		{relief.Situation{Fresh: relief.Knock}, "heat", "fresh-knock", relief.NotNow, "cold"},
		{relief.Situation{Fresh: relief.Knock, Ache: relief.Standing}, "heat cold", "fresh-knock", "cold", ""},
		{relief.Situation{Fresh: relief.Inflamed}, "heat cold", "flare", "either", ""},
		{relief.Situation{Fresh: relief.Inflamed}, "heat", "flare", "heat", "cold"},
		{relief.Situation{Fresh: relief.Inflamed}, "cold", "flare", "cold", "heat"},
		{relief.Situation{Fresh: relief.Inflamed}, "", "flare", relief.NotNow, "heat cold"},
		{relief.Situation{Fresh: relief.Worsens}, "heat cold", "made-it-worse", relief.NotNow, ""},
		{relief.Situation{Fresh: relief.NotFresh, Ache: relief.Spasm}, "heat cold", "spasm", "heat", ""},
		{relief.Situation{Fresh: relief.NotFresh, Ache: relief.Standing}, "heat cold", "long-standing", "heat", ""},
		{relief.Situation{Fresh: relief.NotFresh, Ache: relief.Standing}, "cold", "long-standing", relief.NotNow, "heat"},
		{relief.Situation{Fresh: relief.NotFresh, Ache: relief.Before}, "heat cold", "before-exercise", "heat", ""},
	} {
		s, ok := relief.Choose(h, c.in, func(m content.Modality) bool { return strings.Contains(c.may, string(m)) })
		var held []string
		for _, m := range s.Held {
			held = append(held, string(m))
		}
		if !ok || s.Because.ID != c.id || s.Try != c.try || strings.Join(held, " ") != c.held {
			t.Errorf("%+v, may %q: %q because of %s, held %v; want %q because of %s, held %s", c.in, c.may, s.Try, s.Because.ID, held, c.try, c.id, c.held)
		}
		if s.Because.Why == "" || len(s.Because.Sources) == 0 || len(s.Evidence) == 0 {
			t.Errorf("%+v: without a reason, a source or what is known: %+v", c.in, s)
		}
		for _, e := range s.Evidence {
			if len(e.Sources) == 0 || e.Text == "" {
				t.Errorf("%+v: %+v", c.in, e)
			}
		}
		reached[s.Because.ID] = true
	}
	for _, c := range h.Choices {
		if !reached[c.ID] {
			t.Errorf("no answers lead to %s", c.ID)
		}
	}
	for _, in := range []relief.Situation{{}, {Fresh: "bruised"}, {Fresh: relief.NotFresh}, {Fresh: relief.NotFresh, Ache: "tooth"}} {
		if s, ok := relief.Choose(h, in, func(content.Modality) bool { return true }); ok || s.Try != relief.NotNow {
			t.Errorf("%+v: %+v", in, s)
		}
	}
	// What is known of each is said honestly.
	heat, _ := relief.Choose(h, relief.Situation{Fresh: relief.NotFresh, Ache: relief.Spasm}, func(content.Modality) bool { return true })
	if !strings.Contains(heat.Evidence[0].Text, "It relieves; it does not cure") || len(heat.Evidence) != 2 {
		t.Errorf("%+v", heat.Evidence)
	}
	cold, _ := relief.Choose(h, relief.Situation{Fresh: relief.Knock}, func(content.Modality) bool { return true })
	if !strings.Contains(cold.Evidence[0].Text, "too little evidence") || len(cold.Evidence) != 2 {
		t.Errorf("%+v", cold.Evidence)
	}
}
