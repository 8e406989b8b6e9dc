package main

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
)

// What is shown of a routine is what suits the person today, for every routine
// and every fact by itself.
func TestARoutineIsShownAsItIsDoneToday(t *testing.T) {
	lib := content.BuiltIn()
	all, err := lib.Routines()
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, time.November, 26, 9, 0, 0, 0, time.UTC)
	replaced, held := 0, 0
	for _, f := range mustKeys(t).facts {
		p := safety.Profile{AskedAt: now}.With(f.ID, now)
		me := person{p, safety.For(lib, p, now)}
		for i := range all.Routine {
			r := &all.Routine[i]
			page := routinePage(r, me)
			suits := page.Advice == safety.Allowed || page.Advice == safety.Caution
			if !suits {
				held++
			}
			total := r.RestS * (len(page.Items) - 1)
			for n, item := range page.Items {
				total += item.DurationS
				own := r.Items[n].Exercise
				switch {
				case item.InsteadOf != "":
					replaced++
					if item.InsteadOf != own.ID || item.Exercise == own.ID || item.Reason == "" || !suits {
						t.Errorf("%s, %s: %+v in the place of %s", f.ID, r.ID, item, own.ID)
					}
				case item.Exercise != own.ID || item.Advice != adviceOf(me.Exercise(own)).Advice:
					t.Errorf("%s, %s: %+v in the place of %s without a word", f.ID, r.ID, item, own.ID)
				}
				if suits && (item.Advice == safety.Held || item.Advice == safety.Ask) {
					t.Errorf("%s, %s: %s is offered", f.ID, r.ID, item.Exercise)
				}
			}
			if page.DurationS != total {
				t.Errorf("%s, %s: %d s, the items take %d s", f.ID, r.ID, page.DurationS, total)
			}
		}
	}
	if replaced == 0 || held == 0 {
		t.Errorf("%d replaced, %d held: nothing was seen", replaced, held)
	}
}

func TestAHeldRoutineSaysSoFirst(t *testing.T) {
	now := time.Date(2026, time.November, 26, 9, 0, 0, 0, time.UTC)
	all, err := content.BuiltIn().Routines()
	if err != nil {
		t.Fatal(err)
	}
	p := safety.Profile{}.With("spinal-fracture", now).With("spinal-surgery", now)
	p.Pregnancy = safety.Pregnancy{Is: true, Stage: 3, NotedAt: now}
	judge := safety.For(content.BuiltIn(), p, now)
	i := slices.IndexFunc(all.Routine, func(r content.Routine) bool { return !judge.Routine(&r).Suggest() })
	if i < 0 {
		t.Fatal("no routine is held")
	}
	id := all.Routine[i].ID
	a := storeOf(t, &now)
	if err := a.changeProfile(t.Context(), mustKeys(t), func(safety.Profile) safety.Profile { return p }); err != nil {
		t.Fatal(err)
	}
	out := a.out.(*bytes.Buffer)
	out.Reset()
	if err := a.showRoutine(t.Context(), []string{id}, false); err != nil {
		t.Fatal(err)
	}
	if said := out.String(); !strings.HasPrefix(said, "not now – ") && !strings.HasPrefix(said, "ask a clinician first – ") {
		t.Errorf("it begins %.80q", said)
	}
	out.Reset()
	if err := a.showRoutine(t.Context(), []string{id}, true); err != nil {
		t.Fatal(err)
	}
	var page routineJSON
	if err := json.Unmarshal(out.Bytes(), &page); err != nil || len(page.Items) == 0 {
		t.Fatal(err, out)
	}
	for _, i := range page.Items {
		if i.Advice == "" || i.InsteadOf != "" {
			t.Errorf("%+v", i)
		}
	}
}
