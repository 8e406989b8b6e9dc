package ui

import (
	"slices"
	"strconv"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

type fakeStretches struct {
	kept    []Stretched
	deleted []Stretched
	session []byte
	saves   int
	marked  []string
	err     error
}

func (f *fakeStretches) AddStretch(s Stretched) (Stretched, error) {
	if f.err != nil {
		return s, f.err
	}
	if err := s.Validate(s.End); err != nil {
		return s, err
	}
	s.ID = "s" + strconv.Itoa(len(f.kept)+len(f.deleted)+1)
	f.kept = append(f.kept, s)
	return s, nil
}

func (f *fakeStretches) FeltAfter(id string, how diary.Feeling, after *int) error {
	for i := range f.kept {
		if f.kept[i].ID == id {
			f.kept[i].How, f.kept[i].After = how, after
		}
	}
	return f.err
}

func (f *fakeStretches) Stretches(from, to time.Time) ([]Stretched, error) {
	var out []Stretched
	for _, s := range f.kept {
		if !s.Start.Before(from) && s.Start.Before(to) {
			out = append(out, s)
		}
	}
	return out, f.err
}

func (f *fakeStretches) DeleteStretch(id string) error {
	i := slices.IndexFunc(f.kept, func(s Stretched) bool { return s.ID == id })
	f.deleted = append(f.deleted, f.kept[i])
	f.kept = slices.Delete(f.kept, i, i+1)
	return f.err
}

func (f *fakeStretches) UndeleteStretch(id string) error {
	i := slices.IndexFunc(f.deleted, func(s Stretched) bool { return s.ID == id })
	f.kept = append(f.kept, f.deleted[i])
	f.deleted = slices.Delete(f.deleted, i, i+1)
	return f.err
}

func (f *fakeStretches) SaveSession(state []byte) error {
	f.session, f.saves = slices.Clone(state), f.saves+1
	return f.err
}
func (f *fakeStretches) Session() ([]byte, error)      { return f.session, f.err }
func (f *fakeStretches) Favourites() ([]string, error) { return slices.Clone(f.marked), f.err }

func (f *fakeStretches) Mark(entry string, favourite bool) error {
	f.marked = slices.DeleteFunc(f.marked, func(m string) bool { return m == entry })
	if favourite {
		f.marked = append(f.marked, entry)
	}
	return f.err
}

type fakeSounds struct {
	chimes []string
	said   []string
	hushed int

	previewed string
	err       error
}

func (f *fakeSounds) Chime(name string)  { f.chimes = append(f.chimes, name) }
func (f *fakeSounds) Say(text string)    { f.said = append(f.said, text) }
func (f *fakeSounds) SayNow(text string) { f.said = append(f.said, text) }

// Preview says what it was asked to, or why it cannot.
func (f *fakeSounds) Preview(sentence string) error {
	f.previewed = sentence
	return f.err
}
func (f *fakeSounds) Hush() { f.hushed++ }

type fakeFrame struct {
	full, top, cannot bool
}

func (f *fakeFrame) FullScreen(on bool) { f.full = on }
func (f *fakeFrame) OnTop(on bool) bool {
	if f.cannot {
		return false
	}
	f.top = on
	return true
}
