package sqlite

import (
	"errors"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

func TestAPainEntryComesBackAsItWas(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	if _, found, err := s.LastPain(t.Context()); found || err != nil {
		t.Errorf("before any: %v %v", found, err)
	}
	zone := time.FixedZone("west", -5*3600)
	in := diary.Pain{
		ID: "mine", At: noon.Add(-time.Hour + 123456789).In(zone), Intensity: 10,
		Regions: []diary.Region{"knee-left", diary.Neck, "knee-left"}, Note: "  a \"note\"\r\nof two lines; DROP TABLE pain\n",
	}
	p, err := s.AddPain(t.Context(), in)
	must(t, err)
	want := diary.Pain{
		ID: p.ID, At: noon.Add(-time.Hour + 123*time.Millisecond), Intensity: 10,
		Regions: []diary.Region{"knee-left", diary.Neck}, Note: "a \"note\"\nof two lines; DROP TABLE pain",
	}
	if !reflect.DeepEqual(p, want) {
		t.Errorf("kept %+v, want %+v", p, want)
	}
	last, found, err := s.LastPain(t.Context())
	must(t, err)
	if !found || !reflect.DeepEqual(last, want) || !reflect.DeepEqual(pains(t, s), []diary.Pain{want}) {
		t.Errorf("read back %+v", last)
	}
	none, err := s.AddPain(t.Context(), diary.Pain{At: noon.Add(-2 * time.Hour)})
	must(t, err)
	if none.Regions == nil {
		t.Error("no regions are null")
	}
	if last, _, _ := s.LastPain(t.Context()); last.ID != p.ID {
		t.Error("the last entry is not the latest one")
	}
}

func TestAPainEntryThatIsWrongIsRefused(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	for _, p := range []diary.Pain{
		{At: noon, Intensity: 11},
		{At: noon, Intensity: -1},
		{},
		{At: noon.Add(time.Hour)},
		{At: noon, Regions: []diary.Region{"elbow of a friend"}},
		{At: noon, Note: strings.Repeat("x", 2001)},
	} {
		var field *diary.FieldError
		if _, err := s.AddPain(t.Context(), p); !errors.As(err, &field) {
			t.Errorf("%+v: %v", p, err)
		}
	}
	if len(pains(t, s)) != 0 {
		t.Error("something was kept")
	}
}

func TestIdsAreUniqueAndEasyToType(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	form := regexp.MustCompile(`^[bcdfghjkmnpqrstvwxz][bcdfghjkmnpqrstvwxz2-9]{3}$`)
	seen := map[string]bool{}
	for range 200 {
		p := addPain(t, s, 1, 0)
		if seen[p.ID] || !form.MatchString(p.ID) {
			t.Fatalf("id %q", p.ID)
		}
		seen[p.ID] = true
	}
	if len(newID(40)) <= 4 {
		t.Error("ids do not grow when short ones are taken")
	}
}

func TestDeletingCanBeUndone(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	first, second := addPain(t, s, 3, 60), addPain(t, s, 4, 0)
	gone, err := s.DeletePain(t.Context(), " "+strings.ToUpper(second.ID)+"\n")
	must(t, err)
	if !reflect.DeepEqual(gone, second) {
		t.Errorf("deleted %+v, want %+v", gone, second)
	}
	if last, _, _ := s.LastPain(t.Context()); last.ID != first.ID || !slices.Equal(intensities(t, s), []int{3}) {
		t.Error("it is still there")
	}
	if _, err := s.DeletePain(t.Context(), second.ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("deleting twice: %v", err)
	}
	must(t, s.UndeletePain(t.Context(), second.ID))
	must(t, s.UndeletePain(t.Context(), second.ID))
	if !slices.Equal(intensities(t, s), []int{3, 4}) {
		t.Errorf("brought back: %v", intensities(t, s))
	}
	for _, id := range []string{"", "zzzz9", "'; DROP TABLE pain; --"} {
		_, err := s.DeletePain(t.Context(), id)
		if !errors.Is(err, ErrNotFound) || !strings.Contains(err.Error(), "hint: 'unhunch pain list'") {
			t.Errorf("deleting %q: %v", id, err)
		}
		if err := s.UndeletePain(t.Context(), id); !errors.Is(err, ErrNotFound) {
			t.Errorf("undeleting %q: %v", id, err)
		}
	}
}

func TestPainsOfAStretchOfTime(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	for _, n := range []int{30, 10, 20, 0} {
		addPain(t, s, n/10, n)
	}
	list, err := s.Pains(t.Context(), noon.Add(-20*time.Minute), noon)
	must(t, err)
	if len(list) != 2 || list[0].Intensity != 2 || list[1].Intensity != 1 {
		t.Errorf("%+v", list)
	}
}
