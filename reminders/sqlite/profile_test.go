package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
)

// told is a profile with something everywhere.
func told() safety.Profile {
	p := safety.Profile{
		Pregnancy: safety.Pregnancy{
			Is: true, Due: time.Date(2027, time.March, 1, 0, 0, 0, 0, time.UTC), Stage: 3, NotedAt: noon.Add(-time.Hour),
		},
		AskedAt: noon, Skipped: true,
	}
	return p.With("osteoporosis", noon).With("blood-thinners", noon.AddDate(0, -1, 0))
}

// tell keeps that profile, an answer about the desk, and a tip.
func tell(t *testing.T, s *Store) {
	t.Helper()
	must(t, s.SetProfile(t.Context(), told()))
	must(t, s.AnswerDesk(t.Context(), diary.DeskAnswer{Question: "chair-height", Choice: diary.DeskFine, At: noon}))
	must(t, s.TipShown(t.Context(), "T01", noon))
}

// wasTold checks that a store holds what tell kept.
func wasTold(t *testing.T, s *Store, when string) {
	t.Helper()
	if p, err := s.Profile(t.Context()); err != nil || !reflect.DeepEqual(p, told()) {
		t.Errorf("%s: profile %+v, %v; want %+v", when, p, err, told())
	}
	answers, err := s.DeskAnswers(t.Context())
	if want := []diary.DeskAnswer{{Question: "chair-height", Choice: diary.DeskFine, At: noon}}; err != nil || !reflect.DeepEqual(answers, want) {
		t.Errorf("%s: desk %+v, %v", when, answers, err)
	}
	shown, err := s.TipLog(t.Context(), 10)
	if want := []diary.TipShown{{ID: "T01", At: noon}}; err != nil || !slices.Equal(shown, want) {
		t.Errorf("%s: tips %v, %v", when, shown, err)
	}
}

func TestTheProfileComesBackAsItWas(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	if p, err := s.Profile(t.Context()); err != nil || !reflect.DeepEqual(p, safety.Profile{}) {
		t.Errorf("before any: %+v, %v", p, err)
	}
	for name, p := range map[string]safety.Profile{
		"everything":        told(),
		"nothing":           {},
		"skipped":           {AskedAt: noon, Skipped: true},
		"a fact":            safety.Profile{}.With("osteoporosis", noon),
		"unknown fact":      safety.Profile{}.With("of-a-later-library", noon),
		"fact without time": safety.Profile{}.With("osteoporosis", time.Time{}),
		"pregnant":          {Pregnancy: safety.Pregnancy{Is: true, NotedAt: noon}, AskedAt: noon},
		"second third":      {Pregnancy: safety.Pregnancy{Is: true, Stage: 2}},
		"told not pregnant": {Pregnancy: safety.Pregnancy{NotedAt: noon}, AskedAt: noon},
		"due long ago":      {Pregnancy: safety.Pregnancy{Is: true, Due: time.Date(1999, 12, 31, 0, 0, 0, 0, time.UTC)}},
	} {
		must(t, s.SetProfile(t.Context(), p))
		if got, err := s.Profile(t.Context()); err != nil || !reflect.DeepEqual(got, p) {
			t.Errorf("%s: read back %+v, %v; want %+v", name, got, err, p)
		}
	}
	tell(t, s)
	mustClose(t, s)
	s, _ = mustOpen(t, path, at(noon))
	wasTold(t, s, "opened again")
}

func TestTheProfileIsTidied(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	east := time.FixedZone("east", 9*3600)
	must(t, s.SetProfile(t.Context(), safety.Profile{
		Pregnancy: safety.Pregnancy{Is: true, Due: time.Date(2027, 3, 1, 0, 0, 0, 0, east), NotedAt: noon.Add(123456789).In(east)},
	}))
	want := safety.Pregnancy{Is: true, Due: time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC), NotedAt: noon.Add(123 * time.Millisecond)}
	if p, err := s.Profile(t.Context()); err != nil || !reflect.DeepEqual(p.Pregnancy, want) {
		t.Errorf("a day in another zone: %+v, %v", p.Pregnancy, err)
	}
	must(t, s.SetProfile(t.Context(), safety.Profile{Pregnancy: safety.Pregnancy{Due: want.Due, Stage: 3, NotedAt: noon}}))
	if p, err := s.Profile(t.Context()); err != nil || p.Pregnancy != (safety.Pregnancy{NotedAt: noon}) {
		t.Errorf("no longer pregnant: %+v, %v", p.Pregnancy, err)
	}
}

func TestAProfileThatIsWrongIsRefused(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	tell(t, s)
	for name, p := range map[string]safety.Profile{
		"fourth third":            {Pregnancy: safety.Pregnancy{Is: true, Stage: 4}},
		"negative third":          {Pregnancy: safety.Pregnancy{Is: true, Stage: -1}},
		"year 12026":              {Pregnancy: safety.Pregnancy{Is: true, Due: time.Date(12026, 3, 1, 0, 0, 0, 0, time.UTC)}},
		"year 27":                 {Pregnancy: safety.Pregnancy{Is: true, Due: time.Date(27, 3, 1, 0, 0, 0, 0, time.UTC)}},
		"a fact without name":     safety.Profile{}.With("", noon),
		"pregnancy as a fact":     safety.Profile{}.With("pregnancy", noon),
		"an endless fact":         safety.Profile{}.With(content.Condition(strings.Repeat("x", 201)), noon),
		"a fact that is not text": safety.Profile{}.With("\xff", noon),
	} {
		err := s.SetProfile(t.Context(), p)
		if err == nil || !strings.Contains(err.Error(), "cannot save the profile: ") || !strings.Contains(err.Error(), "; hint: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
	wasTold(t, s, "after what was refused")
}

func TestTheProfileIsReadWhereNothingCanBeWritten(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	tell(t, s)
	for _, when := range []string{"while it is open", "while it is closed"} {
		r, _ := mustOpen(t, path, Options{ReadOnly: true, Now: at(noon).Now})
		wasTold(t, r, when)
		for what, err := range map[string]error{
			"profile": r.SetProfile(t.Context(), safety.Profile{}),
			"desk":    r.AnswerDesk(t.Context(), diary.DeskAnswer{Question: "chair-height"}),
			"tip":     r.TipShown(t.Context(), "T02", noon),
		} {
			if !errors.Is(err, ErrReadOnly) {
				t.Errorf("%s: writing the %s gave %v", when, what, err)
			}
		}
		wasTold(t, r, when+", after writing")
		mustClose(t, r)
		mustClose(t, s)
	}
}

func TestTheProfileIsInBackups(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	tell(t, s)
	to := filepath.Join(t.TempDir(), "backup.db")
	must(t, s.Backup(t.Context(), to))

	// Into one that is open, and into one that is not.
	for _, open := range []bool{true, false} {
		path := fileIn(t)
		other, _ := mustOpen(t, path, at(noon))
		must(t, other.SetProfile(t.Context(), safety.Profile{}.With("glaucoma", noon)))
		must(t, other.TipShown(t.Context(), "T09", noon))
		if !open {
			mustClose(t, other)
		}
		_, err := Restore(t.Context(), path, to, at(noon))
		must(t, err)
		if !open {
			other, _ = mustOpen(t, path, at(noon))
		}
		wasTold(t, other, fmt.Sprintf("restored, open %v", open))
	}
}

func TestADamagedDatabaseGivesTheProfileOfItsBackup(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	tell(t, s)
	_, _, err := s.BackupIfDue(t.Context())
	must(t, err)
	mustClose(t, s)
	overwrite(t, path, 0, make([]byte, 4096))
	s, rep := mustOpen(t, path, at(noon))
	if rep.Recovery == nil {
		t.Error("nothing was recovered")
	}
	wasTold(t, s, "recovered")
}

func TestEveryKindOfWriteIsSeenByOthers(t *testing.T) {
	path := fileIn(t)
	a, _ := mustOpen(t, path, at(noon))
	b, _ := mustOpen(t, path, at(noon))
	last, err := b.Version(t.Context())
	must(t, err)
	for what, do := range map[string]func() error{
		"profile": func() error { return a.SetProfile(t.Context(), told()) },
		"desk": func() error {
			return a.AnswerDesk(t.Context(), diary.DeskAnswer{Question: "q", Choice: diary.DeskChange, At: noon})
		},
		"tip": func() error { return a.TipShown(t.Context(), "T01", noon) },
	} {
		must(t, do())
		now, err := b.Version(t.Context())
		must(t, err)
		if now <= last {
			t.Errorf("%s: version %d after %d", what, now, last)
		}
		last = now
	}
}

// retell keeps one profile after another, each with facts that belong
// together, and says which were acknowledged.
func retell(ctx context.Context, s *Store, out io.Writer) error {
	for i := range 1 << 30 {
		if err := s.SetProfile(ctx, numbered(i)); err != nil {
			return err
		}
		fmt.Fprintln(out, i)
	}
	return nil
}

// numbered is the i-th profile: as many facts as the number has, all noted at
// its instant.
func numbered(i int) safety.Profile {
	when := noon.Add(time.Duration(i) * time.Second)
	p := safety.Profile{AskedAt: when}
	for n := range 1 + i%7 {
		p = p.With(content.Condition(fmt.Sprintf("fact-%d", n)), when)
	}
	return p
}

func TestAKillLeavesAWholeProfile(t *testing.T) {
	path := fileIn(t)
	writes := 0
	for round := range 5 {
		p := launch(t, "tell", path)
		p.signal(t)
		acknowledged := ""
		for range rand.IntN(20) + 3 {
			if !p.out.Scan() {
				t.Fatalf("the program ended: %s", p.err)
			}
			acknowledged = p.out.Text()
			writes++
		}
		time.Sleep(time.Duration(rand.IntN(3000)) * time.Microsecond)
		must(t, p.cmd.Process.Kill())
		if lines, _ := p.rest(); len(lines) > 0 { // it was killed
			acknowledged = lines[len(lines)-1]
		}
		var last int
		_, err := fmt.Sscan(acknowledged, &last)
		must(t, err)

		s, rep := mustOpen(t, path, at(noon))
		got, err := s.Profile(t.Context())
		must(t, err)
		// One that was being written may be there too.
		if rep.Recovery != nil || !reflect.DeepEqual(got, numbered(last)) && !reflect.DeepEqual(got, numbered(last+1)) {
			t.Fatalf("round %d: %+v, %+v; acknowledged was %+v", round, rep, got, numbered(last))
		}
		mustClose(t, s)
	}
	if writes < 15 {
		t.Fatalf("only %d writes", writes)
	}
}

// Many tell one thing each at the same time, and all of it is kept.
func TestChangesAtTheSameTimeAreAllKept(t *testing.T) {
	const n = 20
	path := fileIn(t)
	first, _ := mustOpen(t, path, at(noon))
	must(t, first.SetProfile(t.Context(), told()))
	var stores [n]*Store
	for i := range stores {
		stores[i], _ = mustOpen(t, path, at(noon))
	}
	bad := make(chan error, n)
	for i, s := range stores {
		fact := content.Condition(fmt.Sprintf("fact-%d", i))
		go func() {
			before, after, err := s.ChangeProfile(t.Context(), func(p safety.Profile) (safety.Profile, error) { return p.With(fact, noon), nil })
			if err == nil && (before.Has(fact) || !after.Has(fact) || len(after.Facts) != len(before.Facts)+1) {
				err = fmt.Errorf("%s: %+v became %+v", fact, before, after)
			}
			bad <- err
		}()
	}
	for range n {
		must(t, <-bad)
	}
	want := told()
	for i := range n {
		want = want.With(content.Condition(fmt.Sprintf("fact-%d", i)), noon)
	}
	if got, err := first.Profile(t.Context()); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%d facts, %v; want %d", len(got.Facts), err, len(want.Facts))
	}
}

func TestAChangeThatIsRefusedChangesNothing(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	tell(t, s)
	was, err := s.Version(t.Context())
	must(t, err)
	mine := errors.New("not like this")
	_, _, err = s.ChangeProfile(t.Context(), func(p safety.Profile) (safety.Profile, error) { return safety.Profile{}, mine })
	if err != mine { //nolint:errorlint // it comes back as it is
		t.Errorf("%v, want %v", err, mine)
	}
	_, _, err = s.ChangeProfile(t.Context(), func(p safety.Profile) (safety.Profile, error) { return p.With("pregnancy", noon), nil })
	if err == nil || !strings.Contains(err.Error(), "cannot save the profile: ") || !strings.Contains(err.Error(), "; hint: ") {
		t.Errorf("a fact that is none: %v", err)
	}
	wasTold(t, s, "after what was refused")
	if is, err := s.Version(t.Context()); err != nil || is != was {
		t.Errorf("version %d after %d, %v", is, was, err)
	}
}
