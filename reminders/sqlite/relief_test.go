package sqlite

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/reminders/safety"
)

func aRelief(id string) diary.Relief {
	five := 5
	return diary.Relief{
		ID: id, Kind: diary.ReliefHeat, Timer: "heat", Region: diary.LowerBack, Start: noon.Add(-20 * time.Minute), End: noon.Add(-5 * time.Minute),
		Length: 15 * time.Minute, Used: 15 * time.Minute, Outcome: diary.ReliefOver, Before: &five,
	}
}

func TestReliefComesBackAsItWas(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	ctx := t.Context()
	if st, err := s.ReliefState(ctx); err != nil || !st.Empty() {
		t.Errorf("at first: %+v, %v", st, err)
	}
	h, err := content.BuiltIn().HeatCold()
	must(t, err)
	clock := relief.Clock{Wall: noon, Boot: "b", Up: time.Hour}
	st, _, _ := relief.State{}.Step(clock, relief.Begin{ID: "run1", Want: relief.Want{Timer: h.Timers[0], Region: diary.Neck, Length: 90 * time.Second}})
	one := aRelief("abc1")
	must(t, one.Validate(noon))
	must(t, s.RecordRelief(ctx, st, noon, []relief.Effect{{Verb: relief.Show}, {Verb: relief.Log, Record: one}}))
	must(t, s.Close())

	s, _ = mustOpen(t, path, at(noon))
	got, err := s.ReliefState(ctx)
	must(t, err)
	if x, is := got.Find("run1"); !is || x.Length != 90*time.Second || got.Boot != "b" || !got.Wall.Equal(noon) {
		t.Errorf("%+v", got)
	}
	all := func() []diary.Relief {
		list, err := s.Reliefs(ctx, noon.Add(-time.Hour), noon)
		must(t, err)
		return list
	}
	if got := all(); !reflect.DeepEqual(got, []diary.Relief{one}) {
		t.Errorf("%+v\nwant %+v", got, one)
	}
	must(t, s.RecordRelief(ctx, st, noon, []relief.Effect{{Verb: relief.Told, Record: diary.Relief{ID: "abc1", Skin: diary.SkinFine}}}))
	two := 2
	one.Skin, one.After = diary.SkinFine, &two
	if got, err := s.ReliefFelt(ctx, " ABC1", one.Before, &two); err != nil || !reflect.DeepEqual(got, one) {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := s.DeleteRelief(ctx, "abc1"); err != nil || len(all()) != 0 {
		t.Errorf("%v, %v", err, all())
	}
	if _, err := s.ReliefFelt(ctx, "abc1", nil, nil); !errors.Is(err, ErrNotFound) {
		t.Errorf("a deleted one was changed: %v", err)
	}
	if got, err := s.UndeleteRelief(ctx, "abc1"); err != nil || !reflect.DeepEqual(got, one) || len(all()) != 1 {
		t.Errorf("%+v, %v", got, err)
	}
	eleven := 11
	if _, err := s.ReliefFelt(ctx, "abc1", nil, &eleven); err == nil {
		t.Error("11 is on the scale")
	}
	for _, f := range []func(string) (diary.Relief, error){
		func(id string) (diary.Relief, error) { return s.DeleteRelief(ctx, id) },
		func(id string) (diary.Relief, error) { return s.UndeleteRelief(ctx, id) },
	} {
		if _, err := f("none"); !errors.Is(err, ErrNotFound) || !strings.Contains(err.Error(), "unhunch relief list") {
			t.Errorf("%v", err)
		}
	}
}

func TestADamagedReliefStateIsPutAside(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	ctx := t.Context()
	must(t, s.RecordRelief(ctx, relief.State{}, noon, nil))
	_, err := s.db.Exec(`UPDATE relief_state SET state = 'nonsense'`)
	must(t, err)
	var bad *DamagedRowError
	if st, err := s.ReliefState(ctx); !errors.As(err, &bad) || !bad.Kept || bad.Table != "relief_state" || !st.Empty() {
		t.Errorf("%+v, %v", st, err)
	}
	if _, err := s.ReliefState(ctx); err != nil {
		t.Errorf("the second time: %v", err)
	}
	var kept string
	must(t, s.db.QueryRow(`SELECT CAST(content AS TEXT) FROM set_aside WHERE origin = 'relief_state'`).Scan(&kept))
	if kept != "nonsense" {
		t.Errorf("kept %q", kept)
	}
}

func TestCreams(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	ctx := t.Context()
	gel, err := s.AddCream(ctx, diary.Cream{Kind: diary.MuscleGel, Region: "knee-left", At: noon.Add(-time.Hour), Note: " arnica \r\n"})
	must(t, err)
	patch, err := s.AddCream(ctx, diary.Cream{Kind: diary.MusclePatch, At: noon.Add(-100 * time.Hour)})
	must(t, err)
	_, err = s.AddCream(ctx, diary.Cream{Kind: diary.MuscleCream, At: noon.Add(-100 * time.Hour)})
	must(t, err)
	if gel.Note != "arnica" || gel.ID == "" {
		t.Errorf("%+v", gel)
	}
	now := func() []diary.Cream {
		list, err := s.CreamsNow(ctx)
		must(t, err)
		return list
	}
	if got := now(); !reflect.DeepEqual(got, []diary.Cream{patch, gel}) {
		t.Errorf("%+v", got)
	}
	off, err := s.TookOff(ctx, patch.ID, noon)
	must(t, err)
	if off.Removed == nil || !off.Removed.Equal(noon) || !reflect.DeepEqual(now()[0], off) {
		t.Errorf("%+v", off)
	}
	var wrong *diary.FieldError
	if _, err := s.TookOff(ctx, gel.ID, noon.Add(-2*time.Hour)); !errors.As(err, &wrong) || wrong.Field != "removed" {
		t.Errorf("off before it was on: %v", err)
	}
	if _, err := s.DeleteCream(ctx, gel.ID); err != nil || len(now()) != 1 {
		t.Errorf("%v, %+v", err, now())
	}
	if back, err := s.UndeleteCream(ctx, gel.ID); err != nil || !reflect.DeepEqual(back, gel) {
		t.Errorf("%v, %+v", err, back)
	}
	if list, err := s.Creams(ctx, noon.Add(-2*time.Hour), noon); err != nil || len(list) != 1 {
		t.Errorf("%+v, %v", list, err)
	}
	for _, err := range []error{second(s.TookOff(ctx, "none", noon)), second(s.DeleteCream(ctx, "none")), second(s.UndeleteCream(ctx, "none"))} {
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("%v", err)
		}
	}
	for _, c := range []diary.Cream{{Kind: "mud", At: noon}, {Kind: diary.MuscleGel}, {Kind: diary.MuscleGel, At: noon.Add(time.Hour)}, {Kind: diary.MuscleGel, At: noon, Region: "tail"}} {
		if _, err := s.AddCream(ctx, c); !errors.As(err, &wrong) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

func TestReliefAnswers(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	ctx := t.Context()
	heart := safety.ReliefAnswer{Question: "hc-heart", Yes: true, At: noon.Add(-time.Minute), ClearedBy: "my GP"}
	neck := safety.ReliefAnswer{Question: "hc-wound", Region: diary.Neck, At: noon}
	low := safety.ReliefAnswer{Question: "hc-wound", Region: diary.LowerBack, Yes: true, At: noon}
	must(t, s.AnswerRelief(ctx, heart, neck, low))
	all := func() []safety.ReliefAnswer {
		list, err := s.ReliefAnswers(ctx)
		must(t, err)
		return list
	}
	if got := all(); !reflect.DeepEqual(got, []safety.ReliefAnswer{heart, low, neck}) {
		t.Errorf("%+v", got)
	}
	low.Yes = false
	must(t, s.AnswerRelief(ctx, low))
	if got := all(); !reflect.DeepEqual(got, []safety.ReliefAnswer{heart, low, neck}) {
		t.Errorf("answered again: %+v", got)
	}
	if err := s.AnswerRelief(ctx, neck, safety.ReliefAnswer{Question: "x"}); err == nil {
		t.Error("an answer without a time is kept")
	}
	must(t, s.ForgetRelief(ctx, "hc-wound", "none"))
	if got := all(); !reflect.DeepEqual(got, []safety.ReliefAnswer{heart}) {
		t.Errorf("%+v", got)
	}
}
