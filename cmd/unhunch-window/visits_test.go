package main

import (
	"errors"
	"testing"
	"time"

	"github.com/unhunch/unhunch/ui"
)

// The window's store keeps visits in the real database.
func TestVisitsAreKept(t *testing.T) {
	s := newStore(t)
	var ports ui.Visits = s
	who, err := ports.AddTherapist(ui.Therapist{Name: "Therapist A"})
	if err != nil {
		t.Fatal(err)
	}
	at := time.Now().Add(-26 * time.Hour).Truncate(time.Second)
	v, err := ports.AddVisit(ui.Visited{At: at, Type: "thai", Therapist: who.ID})
	if err != nil {
		t.Fatal(err)
	}
	three := 3
	before, after, err := ports.FollowUp(v.ID, "24h", &three)
	if err != nil || before.NextDay != nil || after.NextDay == nil || *after.NextDay != three {
		t.Fatalf("before %v, after %v, %v", before.NextDay, after.NextDay, err)
	}
	_, _, err = ports.ChangeVisit(v.ID, func(v ui.Visited) (ui.Visited, error) {
		v.Notes = "Calm."
		return v, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	list := func() []ui.Visited {
		all, err := ports.Visits()
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	if all := list(); len(all) != 1 || all[0].Notes != "Calm." || !all[0].At.Equal(at) || *all[0].NextDay != three {
		t.Fatalf("there are %+v", all)
	}
	last := func() (string, bool) {
		v, ok, err := ports.LastVisit()
		if err != nil {
			t.Fatal(err)
		}
		return v.ID, ok
	}
	earlier, err := ports.AddVisit(ui.Visited{At: at.AddDate(0, 0, -7)})
	if err != nil {
		t.Fatal(err)
	}
	if id, ok := last(); !ok || id != v.ID {
		t.Errorf("the last one is %q", id)
	}
	if err := ports.DeleteVisit(earlier.ID); err != nil {
		t.Fatal(err)
	}
	if err := ports.DeleteTherapist(who.ID); err == nil {
		t.Error("a therapist whom a visit names was deleted")
	}
	if err := ports.DeleteVisit(v.ID); err != nil || len(list()) != 0 {
		t.Fatalf("it is still there, or %v", err)
	}
	if id, ok := last(); ok {
		t.Errorf("of no visits %q is the last one", id)
	}
	if err := ports.UndeleteVisit(v.ID); err != nil || len(list()) != 1 {
		t.Fatalf("it did not come back, or %v", err)
	}
	was, now, err := ports.ChangeTherapist(who.ID, func(t ui.Therapist) (ui.Therapist, error) {
		t.Archived = true
		return t, nil
	})
	if err != nil || was.Archived || !now.Archived {
		t.Errorf("was %v, is %v, %v", was.Archived, now.Archived, err)
	}
	no := errors.New("no")
	if _, _, err := ports.ChangeVisit(v.ID, func(v ui.Visited) (ui.Visited, error) { return v, no }); !errors.Is(err, no) {
		t.Errorf("a change that gives up ends in %v", err)
	}
	if all, err := ports.Therapists(); err != nil || len(all) != 1 || !all[0].Archived {
		t.Errorf("there are %+v, %v", all, err)
	}
}
