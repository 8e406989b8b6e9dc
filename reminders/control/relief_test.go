package control

import (
	"errors"
	"reflect"
	"testing"
)

func TestReliefVerbs(t *testing.T) {
	h := &fake{}
	_, path := serve(t, h)
	c := dial(t, path)
	five, three := 5, 3
	ctx := t.Context()
	s, err := c.ReliefStart(ctx, ReliefStart{Timer: "heat", Region: "lower-back", For: Seconds(600e9), Before: &five})
	if err != nil || !reflect.DeepEqual(s, Session{ID: "s1", Kind: "heat"}) {
		t.Errorf("%+v, %v", s, err)
	}
	for _, call := range []func() (Session, error){
		func() (Session, error) { return c.ReliefPause(ctx, ReliefPick{}) },
		func() (Session, error) { return c.ReliefResume(ctx, ReliefPick{ID: "s1"}) },
		func() (Session, error) { return c.ReliefStop(ctx, ReliefStop{ID: "s1", Skin: "bad", After: &three}) },
		func() (Session, error) { return c.ReliefLook(ctx, ReliefLook{Fine: true}) },
		func() (Session, error) { return c.ReliefLook(ctx, ReliefLook{ID: "s2"}) },
	} {
		if _, err := call(); err != nil {
			t.Error(err)
		}
	}
	want := `relief-start heat lower-back 10m0s 5; relief-pause ""; relief-resume "s1"; relief-stop "s1" "bad" 3; relief-look "" true; relief-look "s2" false`
	if got := h.seen(); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	eleven := 11
	for what, call := range map[string]func() (Session, error){
		"no timer":  func() (Session, error) { return c.ReliefStart(ctx, ReliefStart{Region: "neck"}) },
		"no region": func() (Session, error) { return c.ReliefStart(ctx, ReliefStart{Timer: "heat", Region: "-x"}) },
		"a negative": func() (Session, error) {
			return c.ReliefStart(ctx, ReliefStart{Timer: "heat", Region: "neck", For: -1e9})
		},
		"two days": func() (Session, error) {
			return c.ReliefStart(ctx, ReliefStart{Timer: "heat", Region: "neck", For: Seconds(172800e9)})
		},
		"off scale": func() (Session, error) {
			return c.ReliefStart(ctx, ReliefStart{Timer: "heat", Region: "neck", Before: &eleven})
		},
		"no session": func() (Session, error) { return c.ReliefPause(ctx, ReliefPick{ID: "A B"}) },
		"green skin": func() (Session, error) { return c.ReliefStop(ctx, ReliefStop{Skin: "green"}) },
		"off after":  func() (Session, error) { return c.ReliefStop(ctx, ReliefStop{After: &eleven}) },
	} {
		if _, err := call(); !errors.Is(err, &Error{Code: CodeBadArgs}) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if got := h.seen(); got != want {
		t.Errorf("what was refused reached the handler: %s", got)
	}
	for _, h := range []error{second(NotHere{}.ReliefStart(ctx, ReliefStart{})), second(NotHere{}.ReliefStop(ctx, ReliefStop{})), second(NotHere{}.ReliefLook(ctx, ReliefLook{}))} {
		if !errors.Is(h, ErrNotHere) {
			t.Error(h)
		}
	}
}

func second(_ Session, err error) error { return err }
