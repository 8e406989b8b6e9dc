package ui

import (
	"slices"
	"strconv"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

// fakeRelaxations keeps what relaxed, checked as the database's are.
type fakeRelaxations struct {
	kept, deleted []Relaxed
	err           error
}

func (f *fakeRelaxations) AddRelaxation(x Relaxed) (Relaxed, error) {
	if f.err != nil {
		return x, f.err
	}
	if err := x.Validate(x.End); err != nil {
		return x, err
	}
	x.ID = "r" + strconv.Itoa(len(f.kept)+len(f.deleted)+1)
	f.kept = append(f.kept, x)
	return x, nil
}

func (f *fakeRelaxations) FeltCalm(id string, before, after *int) error {
	for i := range f.kept {
		if f.kept[i].ID == id {
			f.kept[i].Before, f.kept[i].After = before, after
		}
	}
	if f.err != nil {
		return f.err
	}
	return diary.ValidateCalm(before, after)
}

func (f *fakeRelaxations) Relaxations(from, to time.Time) ([]Relaxed, error) {
	var out []Relaxed
	for _, x := range f.kept {
		if !x.Start.Before(from) && x.Start.Before(to) {
			out = append(out, x)
		}
	}
	return out, f.err
}

func (f *fakeRelaxations) DeleteRelaxation(id string) error {
	i := slices.IndexFunc(f.kept, func(x Relaxed) bool { return x.ID == id })
	f.deleted = append(f.deleted, f.kept[i])
	f.kept = slices.Delete(f.kept, i, i+1)
	return f.err
}

func (f *fakeRelaxations) UndeleteRelaxation(id string) error {
	i := slices.IndexFunc(f.deleted, func(x Relaxed) bool { return x.ID == id })
	f.kept = append(f.kept, f.deleted[i])
	f.deleted = slices.Delete(f.deleted, i, i+1)
	return f.err
}
