package sqlite

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
)

func pain(n int) *int { return &n }

func aTherapist() diary.Therapist {
	return diary.Therapist{
		Name: "Practice \"at the\" market", Practice: "Second floor", Phone: "+49 30 1", Mail: "a@example.org", Address: "Market 1\nBerlin",
		LicenceSeen: true, PrenatalTrained: true, Specialities: []string{"backs", "necks"}, Notes: "rings twice",
	}
}

func aVisit(therapist string) diary.Visit {
	return diary.Visit{
		Appointment: "uid@example", At: noon.Add(-26 * time.Hour), Type: "deep-tissue", Techniques: []string{"kneading", "own, with a comma"},
		Pressure: 4, Length: 45 * time.Minute, Areas: []diary.Region{diary.LowerBack, "shoulder-left"}, Therapist: therapist,
		Before: pain(6), After: pain(0), Bruised: true, Cost: diary.Money{Minor: 6550, Currency: "EUR"}, Notes: "two\nlines",
	}
}

func visits(t *testing.T, s *Store) []diary.Visit {
	t.Helper()
	list, err := s.Visits(t.Context(), time.Unix(0, 0), noon.AddDate(1, 0, 0))
	must(t, err)
	return list
}

func TestAVisitComesBackAsItWas(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	ctx := t.Context()
	who, err := s.AddTherapist(ctx, aTherapist())
	must(t, err)
	want := aVisit(who.ID)
	v, err := s.AddVisit(ctx, want)
	must(t, err)
	want.ID = v.ID
	bare, err := s.AddVisit(ctx, diary.Visit{At: noon.AddDate(0, 0, -30)})
	must(t, err)
	mustClose(t, s)

	s, _ = mustOpen(t, path, at(noon))
	if got := visits(t, s); !reflect.DeepEqual(got, []diary.Visit{bare, want}) {
		t.Errorf("%+v\nwant %+v\nand %+v", got, bare, want)
	}
	if got, err := s.Visit(ctx, " "+v.ID); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
	if got, ok, err := s.LastVisit(ctx); !ok || err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v, %v", got, ok, err)
	}
	if got, err := s.Visits(ctx, want.At, want.At.Add(time.Millisecond)); err != nil || len(got) != 1 {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err := s.Visits(ctx, want.At.Add(time.Millisecond), noon); err != nil || len(got) != 0 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestFollowUpsAreKept(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	ctx := t.Context()
	v, err := s.AddVisit(ctx, aVisit(""))
	must(t, err)
	before, after, err := s.FollowUp(ctx, v.ID, diary.AfterADay, pain(2))
	if err != nil || before.NextDay != nil || *after.NextDay != 2 {
		t.Errorf("%+v %+v %v", before, after, err)
	}
	_, _, err = s.FollowUp(ctx, v.ID, diary.AfterThreeDays, pain(7))
	must(t, err)
	v.NextDay, v.ThirdDay = pain(2), pain(7)
	if got := visits(t, s); !reflect.DeepEqual(got, []diary.Visit{v}) {
		t.Errorf("%+v", got)
	}
	var field *diary.FieldError
	if _, _, err := s.FollowUp(ctx, v.ID, diary.AfterADay, pain(11)); !errors.As(err, &field) || field.Field != "pain_24h" {
		t.Errorf("%v", err)
	}
	if _, _, err := s.FollowUp(ctx, "none", diary.AfterADay, pain(1)); !errors.Is(err, ErrNotFound) {
		t.Errorf("%v", err)
	}
	_, _, err = s.FollowUp(ctx, v.ID, diary.AfterADay, nil)
	must(t, err)
	if got := visits(t, s); got[0].NextDay != nil || *got[0].ThirdDay != 7 {
		t.Errorf("%+v", got)
	}
}

func TestAVisitIsChanged(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	ctx := t.Context()
	v, err := s.AddVisit(ctx, aVisit(""))
	must(t, err)
	want := diary.Visit{At: noon.Add(-time.Hour), Type: "thai", Pressure: 2, Areas: []diary.Region{}, Techniques: []string{}}
	before, after, err := s.ChangeVisit(ctx, v.ID, func(diary.Visit) (diary.Visit, error) { return want, nil })
	want.ID = v.ID
	if err != nil || !reflect.DeepEqual(before, v) || !reflect.DeepEqual(after, want) {
		t.Errorf("%+v %+v %v", before, after, err)
	}
	if got := visits(t, s); !reflect.DeepEqual(got, []diary.Visit{want}) {
		t.Errorf("%+v", got)
	}
	wrong := errors.New("no")
	for name, change := range map[string]func(diary.Visit) (diary.Visit, error){
		"its own error":        func(v diary.Visit) (diary.Visit, error) { return v, wrong },
		"what makes no sense":  func(v diary.Visit) (diary.Visit, error) { v.Pressure = 9; return v, nil },
		"nobody for therapist": func(v diary.Visit) (diary.Visit, error) { v.Therapist = "none"; return v, nil },
	} {
		var field *diary.FieldError
		if _, _, err := s.ChangeVisit(ctx, v.ID, change); !errors.Is(err, wrong) && !errors.As(err, &field) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := visits(t, s); !reflect.DeepEqual(got, []diary.Visit{want}) {
		t.Errorf("something refused was kept: %+v", got)
	}
}

func TestAVisitThatDoesNotFitIsRefused(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	ctx := t.Context()
	first, err := s.AddVisit(ctx, aVisit(""))
	must(t, err)
	for field, v := range map[string]diary.Visit{
		"appointment": aVisit(""), "therapist_id": {At: noon, Therapist: "none"}, "pressure": {At: noon, Pressure: 9}, "date": {},
	} {
		var e *diary.FieldError
		if _, err := s.AddVisit(ctx, v); !errors.As(err, &e) || e.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	if got := visits(t, s); len(got) != 1 {
		t.Errorf("%+v", got)
	}
	// Once the first is gone, the appointment can be logged, and the first comes back without it.
	_, err = s.DeleteVisit(ctx, first.ID)
	must(t, err)
	_, err = s.AddVisit(ctx, aVisit(""))
	must(t, err)
	back, err := s.UndeleteVisit(ctx, first.ID)
	if err != nil || back.Appointment != "" || len(visits(t, s)) != 2 {
		t.Errorf("%+v %v", back, err)
	}
}

func TestAVisitIsDeletedAndComesBack(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	ctx := t.Context()
	v, err := s.AddVisit(ctx, aVisit(""))
	must(t, err)
	gone, err := s.DeleteVisit(ctx, v.ID)
	if err != nil || !reflect.DeepEqual(gone, v) || len(visits(t, s)) != 0 {
		t.Errorf("%+v %v", gone, err)
	}
	if _, ok, err := s.LastVisit(ctx); ok || err != nil {
		t.Errorf("a deleted one is the last: %v", err)
	}
	for _, err := range []error{
		second(s.Visit(ctx, v.ID)), second(s.DeleteVisit(ctx, v.ID)), second(s.UndeleteVisit(ctx, "none")), third(s.FollowUp(ctx, v.ID, diary.AfterADay, pain(1))),
	} {
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("%v", err)
		}
	}
	for range 2 {
		if back, err := s.UndeleteVisit(ctx, v.ID); err != nil || !reflect.DeepEqual(back, v) {
			t.Errorf("%+v %v", back, err)
		}
	}
}

func second[T any](_ T, err error) error   { return err }
func third[T any](_, _ T, err error) error { return err }

// What was logged of an appointment goes and comes with the visit.
func TestWhatWasLoggedOfAppointments(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	ctx := t.Context()
	logged := func(want map[string]string) {
		t.Helper()
		if got, err := s.Logged(ctx); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%v %v, want %v", got, err, want)
		}
	}
	logged(map[string]string{})
	v, err := s.AddVisit(ctx, aVisit(""))
	must(t, err)
	_, err = s.AddVisit(ctx, diary.Visit{At: noon.AddDate(0, 0, -30)})
	must(t, err)
	logged(map[string]string{"uid@example": v.ID})
	_, err = s.DeleteVisit(ctx, v.ID)
	must(t, err)
	logged(map[string]string{})
	_, err = s.UndeleteVisit(ctx, v.ID)
	must(t, err)
	logged(map[string]string{"uid@example": v.ID})
	_, _, err = s.ChangeVisit(ctx, v.ID, func(v diary.Visit) (diary.Visit, error) { v.Appointment = "other"; return v, nil })
	must(t, err)
	logged(map[string]string{"other": v.ID})
}

func TestTherapistsComeBackAsTheyWere(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	ctx := t.Context()
	want := aTherapist()
	x, err := s.AddTherapist(ctx, want)
	must(t, err)
	want.ID = x.ID
	early, err := s.AddTherapist(ctx, diary.Therapist{Name: "about backs"})
	must(t, err)
	mustClose(t, s)
	s, _ = mustOpen(t, path, at(noon))
	if got, err := s.Therapists(ctx); err != nil || !reflect.DeepEqual(got, []diary.Therapist{early, want}) {
		t.Errorf("%+v %v", got, err)
	}

	before, after, err := s.ChangeTherapist(ctx, x.ID, func(x diary.Therapist) (diary.Therapist, error) { x.Archived, x.Phone = true, ""; return x, nil })
	if err != nil || !reflect.DeepEqual(before, want) || !after.Archived || after.Phone != "" {
		t.Errorf("%+v %+v %v", before, after, err)
	}
	var field *diary.FieldError
	if _, _, err := s.ChangeTherapist(ctx, x.ID, func(x diary.Therapist) (diary.Therapist, error) { x.Name = ""; return x, nil }); !errors.As(err, &field) {
		t.Errorf("%v", err)
	}
	if got, err := s.Therapists(ctx); err != nil || !reflect.DeepEqual(got, []diary.Therapist{early, after}) {
		t.Errorf("%+v %v", got, err)
	}

	v, err := s.AddVisit(ctx, aVisit(x.ID))
	must(t, err)
	if _, err := s.DeleteTherapist(ctx, x.ID); !errors.As(err, &field) {
		t.Errorf("one whom a visit names was deleted: %v", err)
	}
	_, err = s.DeleteVisit(ctx, v.ID)
	must(t, err)
	if gone, err := s.DeleteTherapist(ctx, x.ID); err != nil || gone.ID != x.ID {
		t.Errorf("%+v %v", gone, err)
	}
	_, err = s.UndeleteVisit(ctx, v.ID)
	must(t, err)
	if got, err := s.Therapists(ctx); err != nil || len(got) != 2 {
		t.Errorf("a visit came back without its therapist: %+v %v", got, err)
	}
	_, err = s.DeleteTherapist(ctx, early.ID)
	must(t, err)
	if back, err := s.UndeleteTherapist(ctx, early.ID); err != nil || !reflect.DeepEqual(back, early) {
		t.Errorf("%+v %v", back, err)
	}
	for _, err := range []error{second(s.DeleteTherapist(ctx, "none")), second(s.UndeleteTherapist(ctx, "none"))} {
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("%v", err)
		}
	}
}

func TestScreeningAnswers(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	ctx := t.Context()
	a := safety.ScreeningAnswer{Question: "fever", Yes: true, At: noon.Add(-time.Hour)}
	b := safety.ScreeningAnswer{Question: "dvt", At: noon}
	must(t, s.AnswerScreening(ctx, a, b))
	if got, err := s.Screening(ctx); err != nil || !reflect.DeepEqual(got, []safety.ScreeningAnswer{a, b}) {
		t.Errorf("%+v %v", got, err)
	}
	a.At, a.ClearedBy = noon, "my GP"
	must(t, s.AnswerScreening(ctx, a))
	if got, err := s.Screening(ctx); err != nil || !reflect.DeepEqual(got, []safety.ScreeningAnswer{b, a}) {
		t.Errorf("%+v %v", got, err)
	}
	bad := safety.ScreeningAnswer{Question: "fever", At: noon, ClearedBy: "nobody needed to"}
	if err := s.AnswerScreening(ctx, safety.ScreeningAnswer{Question: "wound", At: noon}, bad); err == nil {
		t.Error("a clearance of nothing is kept")
	}
	must(t, s.ForgetScreening(ctx, "dvt", "none"))
	if got, err := s.Screening(ctx); err != nil || !reflect.DeepEqual(got, []safety.ScreeningAnswer{a}) {
		t.Errorf("%+v %v", got, err)
	}
}
