package ui

import (
	"errors"
	"slices"
	"strconv"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

// fakeVisits keeps visits and therapists in memory, checked as the database
// checks them.
type fakeVisits struct {
	kept, deleted []Visited
	therapists    []Therapist
	err           error
	now           func() time.Time
	ids           int
}

var errNoSuch = errors.New("there is no such entry")

func (f *fakeVisits) id(kind string) string {
	f.ids++
	return kind + strconv.Itoa(f.ids)
}

func (f *fakeVisits) Visits() ([]Visited, error) {
	out := slices.Clone(f.kept)
	diary.SortVisits(out)
	return out, f.err
}

func (f *fakeVisits) LastVisit() (Visited, bool, error) {
	if f.err != nil {
		return Visited{}, false, f.err
	}
	last, ok := diary.LastVisit(f.kept)
	return last, ok, nil
}

func (f *fakeVisits) check(v Visited) error {
	if f.err != nil {
		return f.err
	}
	known := func(t Therapist) bool { return t.ID == v.Therapist }
	if v.Therapist != "" && !slices.ContainsFunc(f.therapists, known) {
		return &diary.FieldError{Field: "therapist_id", Problem: "there is no such therapist", Hint: "pick another"}
	}
	return v.Validate(f.now())
}

func (f *fakeVisits) AddVisit(v Visited) (Visited, error) {
	v = v.Tidy()
	if err := f.check(v); err != nil {
		return v, err
	}
	v.ID = f.id("v")
	f.kept = append(f.kept, v)
	return v, nil
}

func (f *fakeVisits) ChangeVisit(id string, change func(Visited) (Visited, error)) (before, after Visited, err error) {
	i := slices.IndexFunc(f.kept, func(v Visited) bool { return v.ID == id })
	if i < 0 {
		return before, after, errNoSuch
	}
	before = f.kept[i]
	if after, err = change(before.Tidy()); err != nil {
		return before, after, err
	}
	after = after.Tidy()
	after.ID = id
	if err := f.check(after); err != nil {
		return before, after, err
	}
	f.kept[i] = after
	return before, after, nil
}

func (f *fakeVisits) FollowUp(id string, which FollowUp, intensity *int) (before, after Visited, err error) {
	return f.ChangeVisit(id, func(v Visited) (Visited, error) { return v.Answered(which, intensity) })
}

func (f *fakeVisits) DeleteVisit(id string) error   { return move(&f.kept, &f.deleted, id, f.err) }
func (f *fakeVisits) UndeleteVisit(id string) error { return move(&f.deleted, &f.kept, id, f.err) }

func move(from, to *[]Visited, id string, err error) error {
	i := slices.IndexFunc(*from, func(v Visited) bool { return v.ID == id })
	if i < 0 || err != nil {
		return errors.Join(err, errNoSuch)
	}
	*to = append(*to, (*from)[i])
	*from = slices.Delete(*from, i, i+1)
	return nil
}

func (f *fakeVisits) Therapists() ([]Therapist, error) { return slices.Clone(f.therapists), f.err }

func (f *fakeVisits) AddTherapist(t Therapist) (Therapist, error) {
	t = t.Tidy()
	if err := errors.Join(f.err, t.Validate(f.now())); err != nil {
		return t, err
	}
	t.ID = f.id("t")
	f.therapists = append(f.therapists, t)
	return t, nil
}

func (f *fakeVisits) ChangeTherapist(id string, change func(Therapist) (Therapist, error)) (before, after Therapist, err error) {
	i := slices.IndexFunc(f.therapists, func(t Therapist) bool { return t.ID == id })
	if i < 0 || f.err != nil {
		return before, after, errors.Join(f.err, errNoSuch)
	}
	before = f.therapists[i]
	if after, err = change(before); err != nil {
		return before, after, err
	}
	after = after.Tidy()
	if err := after.Validate(f.now()); err != nil {
		return before, after, err
	}
	f.therapists[i] = after
	return before, after, nil
}

func (f *fakeVisits) DeleteTherapist(id string) error {
	i := slices.IndexFunc(f.therapists, func(t Therapist) bool { return t.ID == id })
	if i < 0 || f.err != nil {
		return errors.Join(f.err, errNoSuch)
	}
	f.therapists = slices.Delete(f.therapists, i, i+1)
	return nil
}

// oneVisit is what somebody had logged who was there once, twelve days ago.
func oneVisit(s *stage) {
	s.visits.therapists = []Therapist{{ID: "a", Name: "Therapist A", Practice: "Practice on Main Street"}}
	s.visits.kept = []Visited{{
		ID: "one", At: morning.AddDate(0, 0, -12), Type: "deep-tissue", Techniques: []string{"kneading"}, Pressure: 4, Length: time.Hour,
		Areas: []diary.Region{diary.LowerBack, "hip-left"}, Therapist: "a", Before: ptr(6), After: ptr(3), NextDay: ptr(2), ThirdDay: ptr(3),
		Cost: diary.Money{Minor: 6500, Currency: "EUR"}, Notes: "Knot under right shoulder blade released. Left hip still tight.",
	}}
}

// manyVisits are so many, a week apart, the last one a day and a bit ago.
func manyVisits(n int) func(*stage) {
	return func(s *stage) {
		oneVisit(s)
		s.visits.therapists = append(s.visits.therapists, Therapist{ID: "b", Name: "Therapist B"}, Therapist{ID: "c", Name: "Therapist C", Archived: true})
		first := s.visits.kept[0]
		s.visits.kept = nil
		for i := range n {
			v := first
			v.ID = "w" + strconv.Itoa(n-i)
			v.At = morning.Add(-26*time.Hour - time.Duration(7*24*(n-1-i))*time.Hour)
			if i%4 == 1 {
				v.Type, v.Therapist, v.Notes = "thai", "b", ""
			}
			if i == n-1 {
				v.NextDay, v.ThirdDay = nil, nil
			}
			s.visits.kept = append(s.visits.kept, v)
		}
	}
}
